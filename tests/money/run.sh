#!/bin/sh
# tests/money/run.sh BIN - money in what people have never reaches an output: the salaries in pounds
# of the research software engineers, a label in euros in a .sav; and a question whether an
# arrangement is there runs with its reason, and stops without it.  (The incomes of starwars are
# looked for in tests/reference/run.sh, which makes a study of that file.)
set -u
LC_ALL=C
export LC_ALL
bin=${1:?usage: run.sh BIN}
data=../shared/data
work=.build/money
failed=0
rm -rf "$work"
mkdir -p "$work"

fail() { # WHY
    echo "FAILED money: $1"
    failed=$((failed + 1))
}

expect() { # EXIT CODE ARGUMENTS...: the exit and a message; CODE - is none
    wanted=$1 message=$2
    shift 2
    "$bin" "$@" --diagnostics=json --lang=en --no-progress >"$work/out" 2>"$work/said"
    got=$?
    [ "$got" = "$wanted" ] || fail "$*: exit $got, not $wanted: $(head -n 3 "$work/said")"
    [ "$message" = - ] || grep -qF "\"code\":\"$message\"" "$work/said" || fail "$*: no $message"
}

# What is looked for is in the input, and in no byte that was written or said.
nowhere() { # PATTERN INPUT PLACE...
    pattern=$1 input=$2
    shift 2
    grep -qaE "$pattern" "$input" || fail "'$pattern' is not in $input itself"
    grep -rlaE "$pattern" "$@" "$work/out" "$work/said" && fail "'$pattern' in an output"
}

# A study whose organisations are asked about an arrangement.
arranged() { # FOLDER REASON
    cp -R tests/faults/base "$1"
    awk -F';' -v OFS=';' -v reason="$2" '
        { $(NF + 1) = NR == 1 ? "money_topic" : $1 == "v_t2" ? reason : "" }
        $1 == "v_t2" { $6 = "Is er een onkostenvergoeding geregeld?"; $7 = "Is it arranged?" }
        { print }' tests/faults/base/codebook/variables.csv >"$1/codebook/variables.csv"
}

if [ -r $data/rse/study.yml ]; then
    expect 0 - run $data/rse -o "$work/rse" --internal "$work/rse-internal"
    nowhere '£|[0-9]{2} 000' $data/rse/rse2016_uk.csv "$work/rse" "$work/rse-internal"
else
    echo "SKIP rse: $data/rse is not here"
fi

# Five bytes of a label of ours become five others.
expect 0 - export input --sav "$work/plain.sav" --source vol --lang nl
sed 's/sport/\xE2\x82\xAC 5/' "$work/plain.sav" >"$work/euro.sav"
cmp -s "$work/plain.sav" "$work/euro.sav" && fail "no label was changed"
expect 5 E0702 import "$work/euro.sav" -o "$work/euro"
[ -e "$work/euro" ] && fail "a study was made of a label in euros"

arranged "$work/without" ""
expect 5 E0703 run "$work/without" -o "$work/without-out"
grep -q "write on line [0-9]* of variables.csv, column money_topic:  arrangement:" "$work/said" ||
    fail "the line to add is not said"
[ -e "$work/without-out" ] && fail "something was written about an arrangement without a reason"
arranged "$work/with" "arrangement: het gaat om de vergoeding zelf"
expect 0 - run "$work/with" -o "$work/with-out"
grep -qF "niet over een bedrag: ‘Is er een onkostenvergoeding geregeld?’ (het gaat om de vergoeding zelf)" \
    "$work"/with-out/*/report.nl.html || fail "the report does not say why it asks about an arrangement"

[ $failed -eq 0 ] && echo "money: nothing of it in any output"
exit $failed
