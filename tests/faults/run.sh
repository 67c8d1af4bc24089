#!/bin/sh
# tests/faults/run.sh BIN - every fault of faults.csv, one at a time, on the study in base/.
#
# For each: the exit code, the code and the place of the message, and that after a failed run the
# results of the run before are what they were, byte for byte.  A case same-... is no fault but another
# way to write the same: its results are those of base/, byte for byte.  Works below .build/faults/ of the
# folder it is started in; prints a line a failure and a count.
#
# How a file is changed (columns `how` and `what`):
#   sed WHAT     sed with that script          text WHAT    the whole file becomes printf '%b' WHAT
#   append WHAT  printf '%b' WHAT at the end   nuls N       the whole file becomes N NUL bytes
#   remove       no file                       folder       a folder of that name
#   utf16 END    the same text in UTF-16, END being LE or BE; behind it printf '%b' of a second word
#   none         nothing: the study itself is valid
set -u
LC_ALL=C
export LC_ALL
unset SOURCE_DATE_EPOCH

bin=${1:?usage: run.sh BIN}
here=$(dirname "$0")
work=.build/faults
case $bin in /*) ;; *) bin=$PWD/$bin ;; esac

run() { # STUDY OUT DIAGNOSTICS
    "$bin" run "$1" -o "$2" --diagnostics=json --lang=en --no-progress >"$3.out" 2>"$3"
}

utf16() { # END FILE BYTES
    printf '\377\376' | { [ "$1" = LE ] && cat || iconv -f UTF-16LE -t UTF-16BE; }
    iconv -f UTF-8 -t "UTF-16$1" "$2"
    printf '%b' "${3# }"
}

change() { # FILE HOW WHAT
    case $2 in
    sed) sed "$3" "$1" >"$1.new" && mv "$1.new" "$1" ;;
    text) printf '%b' "$3" >"$1" ;;
    append) printf '%b' "$3" >>"$1" ;;
    nuls) head -c "$3" /dev/zero >"$1" ;;
    remove) rm "$1" ;;
    folder) rm "$1" && mkdir "$1" ;;
    utf16) utf16 ${3%% *} "$1" "${3#??}" >"$1.new" && mv "$1.new" "$1" ;;
    none) ;;
    *) echo "faults.csv: how is '$2'?" && exit 1 ;;
    esac
}

# "file:line:column" as the JSON of a message has it.
place() {
    printf '%s\n' "$1" | awk -F: '{
        printf "\"file\":\"%s\",\"line\":%s,\"column\":%s,", $1, $2 == "" ? "null" : $2, $3 == "" ? "null" : $3 }'
}

fail() { # NAME WHY
    echo "FAILED $1: $2"
    failed=$((failed + 1))
}

judge() { # NAME EXIT WANTED CODE PLACE FOLDER
    said=$6/said
    [ "$2" = "$3" ] || fail "$1" "exit $2, not $3"
    if [ -n "$4" ] && ! grep -F "\"code\":\"$4\"" "$said" | grep -qF "$(place "$5")"; then
        fail "$1" "no $4 at $5; said: $(sed 's/,"note".*//' "$said" | head -n 3)"
    fi
    if [ -n "$4" ] && grep -F "\"code\":\"$4\"" "$said" | grep -F '"help":null' | grep -q .; then
        fail "$1" "$4 does not say how to mend it"
    fi
    if [ "$3" != 0 ] && ! diff -r "$work/before" "$6/out" >/dev/null; then
        fail "$1" "the earlier results are not what they were"
    fi
    case $1 in
    same-*) diff -r "$work/before" "$6/out" >/dev/null || fail "$1" "the results are others" ;;
    esac
}

try() { # NAME FILE HOW WHAT EXIT CODE PLACE
    folder=$work/$1
    mkdir -p "$folder"
    cp -R "$here/base" "$folder/study"
    cp -R "$work/before" "$folder/out"
    [ -z "$2" ] || change "$folder/study/$2" "$3" "$4"
    run "$folder/study" "$folder/out" "$folder/said"
    judge "$1" $? "$5" "$6" "$7" "$folder"
}

failed=0
cases=0
rm -rf "$work"
mkdir -p "$work"
if ! run "$here/base" "$work/before" "$work/said"; then
    echo "FAILED base: the study without a fault does not run: $(cat "$work/said")"
    exit 1
fi
while IFS='|' read -r name file how what code_wanted message where; do
    case $name in '' | '#'* | name) continue ;; esac
    try "$name" "$file" "$how" "$what" "$code_wanted" "$message" "$where"
    cases=$((cases + 1))
done <"$here/faults.csv"
echo "faults: $cases cases, $failed failed"
[ "$failed" -eq 0 ] && [ "$cases" -gt 0 ]
