#!/bin/sh
# tests/sav/run.sh BIN - SPSS files in and out: the example goes out and comes back with the same
# counts; what is broken, empty or about money is refused and leaves nothing.
set -u
LC_ALL=C
export LC_ALL
bin=${1:?usage: run.sh BIN}
here=$(dirname "$0")
work=.build/sav
failed=0

fail() { # WHY
    echo "FAILED sav: $1"
    failed=$((failed + 1))
}

expect() { # EXIT CODE ARGUMENTS...: the exit and a message; CODE - is none
    wanted=$1 message=$2
    shift 2
    "$bin" "$@" --diagnostics=json --no-progress >"$work/out" 2>"$work/said"
    got=$?
    [ "$got" = "$wanted" ] || fail "$*: exit $got, not $wanted: $(cat "$work/said")"
    [ "$message" = - ] || grep -qF "\"code\":\"$message\"" "$work/said" || fail "$*: no $message"
}


# Share and base of every answer of everybody: its count, and with the weights its weighted count.  Who agrees with
# a route is no answer, and a file of SPSS knows no routes.
estimates() { # ESTIMATES SOURCE
    awk -F, -v source="$2" '$2 == source && $5 == "total" && $7 == "share" && $3 != "route" {
        printf "%s,%s,%.9f,%s\n", $3, $4, $8, $13 }' "$1" | sort
}

round_trip() { # SOURCE OUTCOMES
    expect 0 - export input --sav "$work/$1.sav" --source "$1" --lang nl -q
    [ "$(stat -c %a "$work/$1.sav")" = 600 ] || fail "$1.sav is not 0600"
    expect 0 N0275 import "$work/$1.sav" -o "$work/$1" -v
    expect 0 - check "$work/$1"
    expect 0 - run "$work/$1" -o "$work/$1-out" --internal "$work/$1-in"
    sed "s/,vol,/,$1,/" "$work/$1-in/estimates.csv" >"$work/$1-back.csv"
    estimates "$work/example-in/estimates.csv" "$1" >"$work/$1.was"
    estimates "$work/$1-back.csv" "$1" >"$work/$1.is"
    same=$(comm -12 "$work/$1.was" "$work/$1.is" | wc -l)
    lost=$(comm -23 "$work/$1.was" "$work/$1.is" | wc -l)
    [ "$lost" -eq 0 ] || fail "$1: $lost figures of everybody are others"
    [ "$same" -ge "$2" ] || fail "$1: only $same figures to compare"
    # the same file out of the study that came of it
    expect 0 - export "$work/$1" --sav "$work/$1-again.sav" --lang nl -q
    expect 0 - import "$work/$1-again.sav" -o "$work/$1-again"
    cmp -s "$work/$1/codebook/values.csv" "$work/$1-again/codebook/values.csv" ||
        fail "$1: other lists the second time"
    cut -d';' -f1,4-9 "$work/$1/codebook/variables.csv" | grep -v ';weight;' >"$work/$1.v1"
    cut -d';' -f1,4-9 "$work/$1-again/codebook/variables.csv" | grep -v ';weight;' >"$work/$1.v2"
    cmp -s "$work/$1.v1" "$work/$1.v2" || fail "$1: other variables the second time"
}

# Labels, codes and kinds of missing answers against the codebook that went out.
same_lists() { # SOURCE
    awk -F';' -v source="$1" '
    { sub(/\r$/, ""); sub(/^\357\273\277/, "") }
    FILENAME == ARGV[1] { rows[$1] = rows[$1] $2 ";" $3 ";" $5 ";" $6 "\n"; next }
    FILENAME == ARGV[2] && $2 ~ source && $5 != "" { was[$1] = rows[$5]; label[$1] = $6; next }
    FILENAME == ARGV[3] { now[$1] = now[$1] $2 ";" $3 ";" $5 ";" $6 "\n"; next }
    FILENAME == ARGV[4] && $5 != "" && FNR > 1 {
        n++
        if (was[$1] != now[$5]) { print "another list: " $1; bad = 1 }
        if (label[$1] != $7) { print "another label: " $1; bad = 1 } }
    END { exit bad || n < 20 }' input/codebook/values.csv input/codebook/variables.csv \
        "$work/$1/codebook/values.csv" "$work/$1/codebook/variables.csv" || fail "$1: the codebook differs"
}

truncated() {
    size=$(stat -c %s "$work/org.sav")
    for part in 1 2 3 5 8 13 21 34 55 89; do
        head -c $((size * part / 90)) "$work/org.sav" >"$work/cut.sav"
        "$bin" import "$work/cut.sav" -o "$work/cut" --diagnostics=json >"$work/out" 2>"$work/said"
        [ $? = 3 ] && grep -q '"code":"E026[0-3]"' "$work/said" || fail "cut at $part/90: $(cat "$work/said")"
        [ ! -e "$work/cut" ] || fail "cut at $part/90 left something"
    done
}

# One byte at a time, in the dictionary and behind it: a study, or a message; never a crash.
mangled() {
    size=$(stat -c %s "$work/org.sav")
    n=0
    while [ $n -lt "${SAV_MANGLED:-60}" ]; do
        cp "$work/org.sav" "$work/mangled.sav"
        at=$((n * 7919 * 13 % size))
        [ $((n % 3)) -gt 0 ] && at=$((at % 6000))
        printf "\\$(printf %o $(((n * 37 + 129) % 256)))" |
            dd of="$work/mangled.sav" bs=1 seek=$at conv=notrunc 2>/dev/null
        rm -rf "$work/mangled"
        timeout 60 "$bin" import "$work/mangled.sav" -o "$work/mangled" --wave 2026 >"$work/out" 2>"$work/said"
        case $? in 0 | 3 | 5) ;; *) fail "byte $at: exit not 0, 3 or 5: $(tail -n 3 "$work/said")" ;; esac
        n=$((n + 1))
    done
}

rm -rf "$work"
mkdir -p "$work"
expect 0 - run input -o "$work/example" --internal "$work/example-in" -q
round_trip vol 150
round_trip org 120
same_lists vol
same_lists org
grep -qaE '919317|1659' "$work/vol/2026/answers.csv" && fail "an id of a respondent is in the file"

expect 2 E0840 export input --sav "$work/x.sav"
expect 2 E0847 export input --sav "$work/x.sav" --source nobody
expect 2 E0846 export input --source vol
expect 2 E0841 export input --sav output/x.sav --source vol
expect 2 E0841 export input --sav output/2026/deep/x.sav --source vol
expect 6 E0845 export input --sav "$work/no/such/x.sav" --source vol
mkdir "$work/folder.sav"
expect 6 E0845 export input --sav "$work/folder.sav" --source vol
expect 2 E0850 import "$work/vol.sav"
expect 2 E0274 import "$work/vol.sav" -o "$work/x" --wave 'a b'
expect 2 E0920 import "$work/vol.sav" -o "$work/vol"
expect 3 E0801 import "$work/none.sav" -o "$work/x"
expect 6 E0803 import "$work" -o "$work/x"
expect 3 E0260 import input/2026/volunteers.csv -o "$work/x"
: >"$work/empty.sav"
expect 3 E0261 import "$work/empty.sav" -o "$work/x"
[ ! -e "$work/x" ] && [ ! -e "$work/x.sav" ] || fail "a refusal left something"
# a label about money: the same number of bytes, so that the file stays whole
sed 's/In welke sector?/Hoeveel euro? xx/' "$work/vol.sav" >"$work/money.sav"
expect 5 E0701 import "$work/money.sav" -o "$work/x"
[ ! -e "$work/x" ] || fail "money was written"
truncated
mangled
echo "sav: $failed failed"
[ "$failed" -eq 0 ]
