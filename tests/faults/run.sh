#!/bin/sh
# tests/faults/run.sh BIN [LIST...] - every fault of the lists beside it, one at a time, on a valid study.
#
# For each: exit code, code and place (none: anywhere) of a message that says how to mend it; that no message
# shows an id or a text; that after a failure the results of the run before are what they were, byte for
# byte, and the study is always.  A case same-... is no fault but another way to write the same: its
# results are those without it.  Works below .build/faults/ of the folder it is started in; prints a line
# a failure and a count.
#
# A line `on STUDY COMMAND` of a list holds for the cases below it.  STUDY is base or a folder of presets/:
# presets/any with TOOL and TOOL-KIND over it.  COMMAND is
#   run, check   of the study              report         check --report, over the page of an earlier check
#   init FILE    a new study, from FILE    init-over FILE the same, into the folder of the results
#   import FILE  a new study, from FILE    import-over FILE
#
# How a file is changed (columns `how` and `what`):
#   sed WHAT     sed with that script          text WHAT    the whole file becomes printf '%b' WHAT
#   append WHAT  printf '%b' WHAT at the end   nuls N       the whole file becomes N NUL bytes
#   remove       no file                       folder       a folder of that name
#   pipe         a pipe of that name           link WHAT    a link to WHAT
#   cut N        the first N bytes             put N WHAT   printf '%b' WHAT over what stands from byte N on
#   grow N       a last line of N times #      of FILE      the whole file becomes another file of the study
#   utf16 END    the same text in UTF-16, END being LE or BE; behind it printf '%b' of a second word
#   none         nothing: the study itself is valid
set -u
LC_ALL=C
export LC_ALL
unset SOURCE_DATE_EPOCH

bin=${1:?usage: run.sh BIN [LIST...]}
shift
here=$(dirname "$0")
work=$PWD/.build/faults
case $bin in /*) ;; *) bin=$PWD/$bin ;; esac
[ $# -gt 0 ] || set -- "$here"/*.csv

say() { # DIAGNOSTICS ARGUMENTS...
    to=$1
    shift
    timeout 60 "$bin" --diagnostics=json --lang=en --no-progress "$@" >"$to.out" 2>"$to"
}

# There, so that messages call a file what the list calls it.
in_study() { # FOLDER ARGUMENTS...
    folder=$1
    shift
    (cd "$folder/study" && say ../said "$@")
}

run() { # FOLDER COMMAND FILE
    case $2 in
    run) say "$1/said" run "$1/study" -o "$1/out" ;;
    check) say "$1/said" check "$1/study" ;;
    report) say "$1/said" check "$1/study" --report "$1/out/check.html" ;;
    init) in_study "$1" init ../out/new --from "$3" ;;
    init-over) in_study "$1" init ../out --from "$3" ;;
    import) in_study "$1" import "$3" -o ../out/new ;;
    import-over) in_study "$1" import "$3" -o ../out ;;
    *) echo "faults: which command is '$2'?" && exit 1 ;;
    esac
}

utf16() { # END FILE BYTES
    printf '\377\376' | { [ "$1" = LE ] && cat || iconv -f UTF-16LE -t UTF-16BE; }
    iconv -f UTF-8 -t "UTF-16$1" "$2"
    printf '%b' "${3# }"
}

change() { # FILE HOW WHAT STUDY
    case $2 in
    sed) sed "$3" "$1" >"$1.new" && mv "$1.new" "$1" ;;
    text) printf '%b' "$3" >"$1" ;;
    append) printf '%b' "$3" >>"$1" ;;
    nuls) head -c "$3" /dev/zero >"$1" ;;
    remove) rm "$1" ;;
    folder) rm "$1" && mkdir "$1" ;;
    pipe) rm "$1" && mkfifo "$1" ;;
    link) ln -sf "$3" "$1" ;;
    cut) head -c "$3" "$1" >"$1.new" && mv "$1.new" "$1" ;;
    put) printf '%b' "${3#* }" | dd of="$1" bs=1 seek="${3%% *}" conv=notrunc 2>/dev/null ;;
    grow) head -c "$3" /dev/zero | tr '\0' '#' >>"$1" ;;
    of) cp "$4/$3" "$1" ;;
    utf16) utf16 ${3%% *} "$1" "${3#??}" >"$1.new" && mv "$1.new" "$1" ;;
    none) ;;
    *) echo "faults: how is '$2'?" && exit 1 ;;
    esac
}

fail() { # NAME WHY
    echo "FAILED $1: $2"
    failed=$((failed + 1))
}

# "file:line:column" as the JSON of a message has it; what is empty there is null.
place() {
    file=${1%%:*} line=${1#*:}
    column=${line#*:} line=${line%%:*}
    echo "\"file\":${file:+\"}${file:-null}${file:+\"},\"line\":${line:-null},\"column\":${column:-null},"
}

# Whether CODE was said at PLACE, and what every message owes its reader: a way to mend it, no id and
# no text.  Prints what is wrong.
judge_said() { # CODE PLACE SAID
    awk -v code="${1:-none}" -v place="$([ -z "$2" ] || place "$2")" '
        !/^{"severity"/ { print "this is no message: " $0 }
        /canary|[^A-Za-z0-9_]k1[0-3][0-9][^A-Za-z0-9_]/ { print "a message shows an id or a text: " $0 }
        index($0, "\"code\":\"" code "\"") {
            if (index($0, place)) said = 1
            if (index($0, "\"help\":null")) print code " does not say how to mend it"
        }
        NR <= 3 { sub(/,"note".*/, ""); first = first "\n  " $0 }
        END { if (code != "none" && !said) print "no " code " at " place "; said:" first }' "$3"
}

judge() { # NAME EXIT WANTED CODE PLACE FOLDER BEFORE
    [ "$2" = "$3" ] || fail "$1" "exit $2, not $3"
    wrong=$(judge_said "$4" "$5" "$6/said")
    [ -z "$wrong" ] || fail "$1" "$wrong"
    case $3:$1 in
    0:same-*) diff -r "$7" "$6/out" >/dev/null || fail "$1" "the results are others" ;;
    0:*) ;;
    *) diff -r "$7" "$6/out" >/dev/null || fail "$1" "the earlier results are not what they were" ;;
    esac
    [ -z "$(find "$6/study" -newer "$6/changed")" ] || fail "$1" "the study is not what it was"
}

# presets/TOOL over presets/any; presets/TOOL-KIND over both.
lay() { # STUDY FOLDER
    if [ "$1" = base ]; then
        cp -R "$here/base" "$2"
        return
    fi
    mkdir "$2"
    for part in any "${1%-*}" "$1"; do
        cp -R "$here/presets/$part/." "$2"
    done
}

# The results before: of a run of the study as it is, with the page of a check; and an SPSS file of its answers.
prepare() { # STUDY
    before=$work/before-$1
    [ ! -d "$before" ] || return
    mkdir -p "$before"
    lay "$1" "$before/study"
    if ! run "$before" run || ! say "$before/said" check "$before/study" --report "$before/out/check.html" ||
        ! say "$before/said" export "$before/study" --sav "$before/study/answers.sav"; then
        echo "FAILED $1: the study without a fault is not accepted: $(cat "$before/said")"
        exit 1
    fi
}

try() { # NAME FILE HOW WHAT EXIT CODE PLACE
    folder=$work/$1
    mkdir "$folder" || { fail "$1" "stands twice" && return; }
    cp -R "$before/study" "$before/out" "$folder"
    [ -z "$2" ] || change "$folder/study/$2" "$3" "$4" "$folder/study"
    : >"$folder/changed"
    run "$folder" ${command:?no line on STUDY COMMAND}
    judge "$1" $? "$5" "$6" "$7" "$folder" "$before/out"
}

failed=0
cases=0
rm -rf "$work"
mkdir -p "$work"
for list; do
    while IFS='|' read -r name file how what code_wanted message where; do
        case $name in
        '' | '#'* | name) continue ;;
        'on '*)
            name=${name#on }
            prepare "${name%% *}"
            command=${name#* }
            continue
            ;;
        esac
        try "$name" "$file" "$how" "$what" "$code_wanted" "$message" "$where"
        cases=$((cases + 1))
    done <"$list"
done
echo "faults: $cases cases, $failed failed"
[ "$failed" -eq 0 ] && [ "$cases" -gt 0 ]
