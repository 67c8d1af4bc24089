#!/bin/bash
# tests/privacy/canaries.sh BIN - 200 made-up names, e-mail addresses, ids and open answers, in six
# encodings, stand in the answers of a study: in columns that the codebook names and that it does not, in
# headers, in wrong answers, in rows that are broken.  None may be found in anything that the program
# writes or says, in what it has half written, or in its memory once the answers have been read.
#
# Every canary has one of two words in it, without its first letter because a name begins with a capital;
# both are sought in every encoding.  NULs are left out of what is searched, so UTF-16 is UTF-8 there.
# The memory is looked at where strace stops the program: before the results are put in place.
set -u
LC_ALL=C
export LC_ALL
unset SOURCE_DATE_EPOCH

bin=${1:?usage: canaries.sh BIN}
here=$(dirname "$0")
work=.build/canaries
words='narrewijk 83514297'
failed=0

fail() {
    echo "FAILED $*"
    failed=$((failed + 1))
}

# --- encodings

bytes() { # FORMAT TEXT: every byte of it, as printf has it
    printf '%s' "$2" | od -An -v -tu1 | tr -s ' ' '\n' | sed '/^$/d' | while read -r byte; do
        # shellcheck disable=SC2059  # the format is the argument
        printf "$1" "$byte"
    done
}

encode() { # NUMBER TEXT
    case $1 in
    0) printf '%s' "$2" ;;
    1) printf '%s' "$2" | iconv -f UTF-8 -t UTF-16LE ;;
    2) printf '%s' "$2" | base64 -w 0 ;;
    3) bytes '%%%02X' "$2" ;;
    4) bytes '&#%d;' "$2" ;;
    5) printf '%s' "$2" | rev ;;
    esac
}

# In base64 a text looks in three ways, by where it begins; its ends depend on its neighbours.
base64_inside() { # TEXT
    for before in '' x xx; do
        skip=$(((${#before} * 4 + 2) / 3))
        whole=$(((${#before} + ${#1}) * 4 / 3))
        printf '%s%s' "$before" "$1" | base64 -w 0 | cut -c$((skip + 1))-$whole
    done
}

needles() {
    for word in $words; do
        printf '%s\n' "$word"
        printf '%s\n' "$word" | rev
        base64_inside "$word"
        for format in '%%%02x' '&#%d;' '&#x%x;' '\\u%04x'; do
            bytes "$format" "$word"
            echo
        done
    done
}

# --- search

# What the files of a folder hold, and the parts of its workbooks.
all_of() { # FOLDER OR FILE
    find "$1" -type f -exec cat {} +
    find "$1" -name '*.xlsx' -exec unzip -p {} ';'
}

hits() { # FOLDER OR FILE: how many lines have one
    all_of "$1" | tr -d '\0' | grep -aciF -f "$work/needles"
}

clean() { # WHAT FOLDER
    local n
    n=$(hits "$2")
    [ "$n" = 0 ] || fail "$1: canaries in $n lines of $(cd "$2" && find . -type f | tr '\n' ' ')"
    find "$2" | grep -qiF -f "$work/needles" && fail "$1: a canary in the name of a file"
    searched=$((searched + $(find "$2" -type f | wc -l)))
}

# --- the study

canary() { # NUMBER: 50 of each kind, spread over the encodings that a text file can hold
    local text n
    n=$(printf '%03d' "$1")
    case $(($1 % 4)) in
    0) text="Ooievaar van Knarrewijk$n" ;;
    1) text="knarrewijk$n@example.nl" ;;
    2) text="83514297$n" ;;
    3) text="ik mis de kantine van gebouw Knarrewijk $n heel erg" ;;
    esac
    case $(($1 / 4 % 6)) in
    1) printf '%s' "$text" ;; # UTF-16 is the encoding of a whole file: see below
    *) encode $(($1 / 4 % 6)) "$text" ;;
    esac
}

# Six columns more a row: a token, a name, an e-mail address, what the codebook does not name, an open
# question, and the text beside "other"; a wrong answer in one row of eight; every second id is one.
plant() { # LIST
    awk -F, -v OFS=, -v list="$1" '
    function next_one() { used++; return "\"" canary[(used - 1) % n] "\"" }
    BEGIN { while ((getline line < list) > 0) canary[n++] = line }
    { sub(/\r$/, "") }
    NR == 1 { print $0, "token", "lastname", "email", "opmerking van " canary[0], "G09Q01"; next }
    NF < 20 { print; next }
    {
        if (NR % 2) $4 = next_one()
        if (NR % 8 == 3) $5 = next_one()
        if (NR % 8 == 5) $NF = next_one()
        if (NR % 8 == 7) $(NF - 2) = next_one()
        $0 = $0 OFS next_one() OFS next_one() OFS next_one() OFS next_one() OFS next_one()
        print
        if (NR % 10 == 0) print next_one() ",too few"
        if (NR % 10 == 4) print $0, next_one(), "too many"
        if (NR % 10 == 6) print "9," next_one() "x\"," next_one() ",broken \" quote " canary[NR]
    }' tests/small/2026/volunteers.csv
}

make_study() { # FOLDER LIST
    mkdir -p "$1"
    cp -R tests/small/. "$1"
    echo 'v_open;vol;G09Q01;text;;Wat wilt u nog kwijt?;Anything else?;open;;;;;;;' \
        >>"$1/codebook/variables.csv"
    plant "$2" >"$1/2026/volunteers.csv"
}

# --- what is run

speak() { # FOLDER ARGUMENTS...: everything it says is kept
    local to=$1
    shift
    mkdir -p "$to"
    "$bin" "$@" --no-progress >"$to/stdout" 2>"$to/stderr"
    echo $? >"$to/exit"
}

run_all() { # NAME EXIT
    local study=$work/$1 out=$work/$1.out
    for lang in nl en; do
        speak "$out/check-$lang" check "$study" -v --lang=$lang
        speak "$out/json-$lang" check "$study" -v --lang=$lang --diagnostics=json
        speak "$out/run-$lang" run "$study" -v --lang=$lang -o "$out/set-$lang" --internal "$out/internal-$lang"
    done
    speak "$out/show" show v_w1 "$study"
    speak "$out/explain" explain W0219
    [ "$2" = 0 ] || grep -q '"code":"E0275"' "$out/json-nl/stderr" || fail "$1: the column is not refused"
    [ "$(cat "$out/run-nl/exit")" = "$2" ] || fail "$1: exit $(cat "$out/run-nl/exit"), not $2"
    clean "$1" "$out"
}

# --- half-way: the stage, the lock and the memory of a run that is stopped before it publishes

memory_of() { # PID FILE
    awk '$2 ~ /^rw/ { split($1, at, "-"); print at[1], at[2] }' "/proc/$1/maps" | while read -r from to; do
        # a sanitizer maps terabytes of its own
        [ $((0x$to - 0x$from)) -le $((1 << 28)) ] || continue
        dd if="/proc/$1/mem" bs=4096 skip=$((0x$from / 4096)) \
            count=$(((0x$to - 0x$from) / 4096)) status=none 2>/dev/null
    done >"$2"
}

half_way() { # NAME
    ulimit -c unlimited 2>/dev/null # so that it is the program that says no
    local out=$work/$1.half pid='' try
    mkdir -p "$out/memory"
    strace -f -qq -o "$work/strace.log" -e trace=renameat2,renameat -e inject=renameat2,renameat:signal=SIGSTOP:when=1 \
        "$bin" run "$work/$1" -q -o "$out/set" 2>"$out/stderr" &
    local tracer=$!
    for try in $(seq 200); do
        pid=$(pgrep -P $tracer | head -n 1)
        [ -n "$pid" ] && grep -q '^State:.*[tT]' "/proc/$pid/status" 2>/dev/null &&
            [ -d "$out/set/.2026.staging" ] && grep -q SIGSTOP "$work/strace.log" && break
        sleep 0.05
    done
    [ -d "$out/set/.2026.staging" ] || [ -d "$out/set/2026" ] || fail "$1: it was not stopped half-way"
    [ "$(stat -c %a "$out/set/.2026.staging" 2>/dev/null || echo 700)" = 700 ] || fail "$1: others may see the stage"
    if memory_of "$pid" "$out/memory/heap" && [ "$(stat -c %s "$out/memory/heap")" -gt 100000 ]; then
        tr -d '\0' <"$out/memory/heap" | grep -aqF klein-voorbeeld || fail "$1: that is not the memory of a run"
        grep -q '^Max core file size *0 ' "/proc/$pid/limits" || fail "$1: it would leave a core"
    else
        echo "  (no right to read the memory of a process: that part is skipped)"
    fi
    clean "$1, half-way" "$out"
    kill -KILL "$pid" 2>/dev/null
    wait $tracer 2>/dev/null
}

# --- the search itself: every encoding in a file of its own is found

selftest() {
    mkdir -p "$work/planted"
    local i word found=0
    for word in Knarrewijk 83514297; do
        for i in 0 1 2 3 4 5; do
            for before in '' x xx; do
                { printf 'harmless %s' "$before" && encode "$i" "$before$word.1"; } >"$work/planted/file"
                [ "$(hits "$work/planted/file")" -gt 0 ] || fail "selftest: encoding $i of $word is not found"
                found=$((found + 1))
            done
        done
    done
    [ "$(hits "$work/utf8/2026/volunteers.csv")" -gt 60 ] || fail "selftest: they are not even in the answers"
    [ "$(hits tests/small)" = 0 ] || fail "selftest: found where none is"
    echo "  selftest: $found planted canaries found"
}

rm -rf "$work"
mkdir -p "$work"
searched=0
needles | sort -u >"$work/needles"
for i in $(seq 0 199); do
    canary "$i" && echo
done >"$work/list"
[ "$(sort -u "$work/list" | wc -l)" = 200 ] || fail "there are not 200 canaries"
make_study "$work/utf8" "$work/list"
while read -r one; do
    grep -qF -e "$one" "$work/utf8/2026/volunteers.csv" || echo "$one"
done <"$work/list" >"$work/unused"
[ -s "$work/unused" ] && fail "$(wc -l <"$work/unused") canaries were not planted"
make_study "$work/utf16" "$work/list"
{ printf '\377\376' && sed 's/^\xEF\xBB\xBF//' "$work/utf8/2026/volunteers.csv" | iconv -f UTF-8 -t UTF-16LE; } \
    >"$work/utf16/2026/volunteers.csv"
# The open question is read as one with answers, and the e-mail addresses in it are seen.
grep -F @ "$work/list" >"$work/emails"
make_study "$work/refused" "$work/emails"
sed -i 's/^v_open;vol;G09Q01;text;;/v_open;vol;G09Q01;single;agree5;/; s/;open;;;;;;;$/;outcome;;;;;;;/' \
    "$work/refused/codebook/variables.csv"
selftest
run_all utf8 0
[ "$(all_of "$work/utf8.out" | grep -caF '<t>Voorblad')" -gt 0 ] || fail "selftest: no workbook was opened"
run_all utf16 0
run_all refused 3
if command -v strace >/dev/null; then
    half_way utf8
    half_way utf16
else
    echo "  (without strace: nothing is stopped half-way)"
fi
echo "canaries: 200 in six encodings, $searched files searched, $failed failed"
[ $failed -eq 0 ]
