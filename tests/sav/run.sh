#!/bin/sh
# tests/sav/run.sh BIN - SPSS files in and out: studies go out and come back with the same codebook and
# the same results; what is broken, empty or about money is refused and leaves nothing.
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

# fields of a CSV record, in f[1..n]
parse='function parse(line, f,   i, c, n, quoted) {
    n = 1; f[1] = ""; quoted = 0
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c == "\"") { if (quoted && substr(line, i + 1, 1) == "\"") { f[n] = f[n] c; i++ } else quoted = !quoted }
        else if (c == sep && !quoted) f[++n] = ""
        else f[n] = f[n] c
    }
    return n }'

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
    expect 0 N0280 import "$work/$1.sav" -o "$work/$1" -v
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

# Every published figure of the source in that wave, once from the study and once from what came back.  What
# needs another file is not there: changes need an earlier wave, the sides of a gap the other source.
published() { # RESULTS WAVE SOURCE PAIRS
    awk -F, -v wave="$2" -v source="$3" -v pairs="$4" '
        $2 == wave && $4 == source && $10 !~ /^change_/ && index(pairs, " " $5 " ") == 0' "$1" | sort
}

same_study() { # NAME STUDY WAVE SOURCE FIGURES
    to=$work/study-$1
    expect 0 - run "$2" --wave "$3" -o "$to-out" --internal "$to-in" -q
    expect 0 - export "$2" --wave "$3" --source "$4" --sav "$to.sav" --lang nl -q
    expect 0 N0280 import "$to.sav" -o "$to" -v
    expect 0 - check "$to"
    expect 0 - run "$to" -o "$to-out2" --internal "$to-in2" -q
    pairs=$(awk -F';' '{ sub(/\r$/, "") } NR == 1 { for (i = 1; i <= NF; i++) if ($i == "pair") at = i; next }
        at && $at != "" { printf " %s ", $at }' "$2/codebook/variables.csv")
    published "$to-out/$3/results.csv" "$3" "$4" "$pairs" | grep -v ',[a-z]*[0-9]*+[a-z0-9+]*,,total,total,index,' >"$to.was"
    published "$to-out2/$3/results.csv" "$3" "$4" "$pairs" >"$to.is"
    cmp -s "$to.was" "$to.is" || fail "$1: $(diff "$to.was" "$to.is" | grep -c '^[<>]') figures are others"
    [ "$(wc -l <"$to.is")" -ge "$5" ] || fail "$1: only $(wc -l <"$to.is") figures to compare"
    cut -d, -f4 "$to-in2/weights.csv" | sort >"$to.w2"
    awk -F, -v source="$4" 'FNR == 1 || $2 == source' "$to-in/weights.csv" | cut -d, -f4 | sort >"$to.w1"
    cmp -s "$to.w1" "$to.w2" || fail "$1: other weights"
    # and the same file out of what came back, but for the hash and what is in it
    expect 0 - export "$to" --sav "$to-again.sav" --lang nl -q
    expect 0 - import "$to-again.sav" -o "$to-again"
    diff -r "$to" "$to-again" >"$to.diff" || fail "$1: another study the second time: $(head -n 3 "$to.diff")"
}

# The codebook that comes back, row by row, but for the pairs, and for ids and texts that are not in the file.
same_codebook() { # SOURCE
    for name in variables values scales indicators population; do
        for study in input "$work/study-$1"; do
            awk -v sep=';' -v source="$1" -v name="$name" -v keep="column type values label::nl label::en role scale reverse money_topic ask_if unit min max code count variable missing side score exclusive fallback family role::nl role::en min_answered kind of better part" "$parse"'
            { sub(/\r$/, ""); sub(/^\357\273\277/, ""); n = parse($0, f) }
            FNR == 1 { for (i = 1; i <= n; i++) head[i] = f[i]; next }
            { text = f[1]; skip = 0; delete cell
              for (i = 1; i <= n; i++) cell[head[i]] = f[i]
              if (name == "variables" && (cell["source"] !~ source || cell["type"] ~ /^(id|text)$/)) next
              if (name ~ /indicators|population/ && cell["source"] != source) next
              m = split(keep, keys, " ")
              for (i = 1; i <= m; i++) text = text "|" cell[keys[i]]
              print text }' "$study/codebook/$name.csv" | sort >"$work/book.$([ "$study" = input ] && echo was || echo is)"
        done
        lost=$(comm -13 "$work/book.was" "$work/book.is" | wc -l)
        [ "$lost" -eq 0 ] || fail "$1: $lost rows of $name.csv are others"
        [ "$name" = values ] || [ "$name" = scales ] || cmp -s "$work/book.was" "$work/book.is" || fail "$1: rows of $name.csv are gone"
        [ -s "$work/book.is" ] || fail "$1: no $name.csv"
    done
}

# The example of one wave, with a weight to fit from, or one that counts as it is.
weighted() { # NAME METHOD
    to=$work/$1
    cp -R input "$to"
    rm -r "$to/2024" "$to/2025"
    awk '{ sub(/\r$/, "") } NR == 1 { print $0 ",W"; next } { print $0 "," 1 + NR % 7 / 8 }' \
        input/2026/volunteers.csv >"$to/2026/volunteers.csv"
    sed -i '/^202[45];/d' "$to/codebook/waves.csv"
    printf 'wbase;vol;W;weight;;Gewicht;Weight;;;;;;;;\r\n' >>"$to/codebook/variables.csv"
    sed -i '/  - wave: 202[45]/,/mode: web/d; 0,/duplicates: first/s//decimal: "."\n    duplicates: first/' "$to/study.yml"
    if [ "$2" = given ]; then
        sed -i 's/method: rake/method: given\n      variable: wbase/; 0,/margins:/{/margins:/d}; /trim:/d' "$to/study.yml"
    else
        sed -i 's/method: rake/method: rake\n      variable: wbase/' "$to/study.yml"
    fi
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
same_study vol input 2026 vol 3400
same_study org input 2026 org 850
same_study early input 2024 vol 3300
same_study small-vol tests/small 2026 vol 70
same_study small-org tests/small 2026 org 30
[ -d ../shared/data/rse ] && same_study rse ../shared/data/rse 2017 rse 250
weighted base rake
same_study base "$work/base" 2026 vol 3400
weighted given given
same_study given "$work/given" 2026 vol 3400
same_codebook vol
same_codebook org
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
