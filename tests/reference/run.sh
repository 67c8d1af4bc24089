#!/bin/sh
# run.sh BIN - the program beside numbers from outside (R; see compare.c).
#
# Runs the golden mini data set (designs S and D0) and, where ../shared/data is, apistrat and the real
# surveys of research software engineers; says SKIP for what is not there.  Results in .build/ref/.
# Exit 0 when every value that was compared agrees.
set -eu
cd "$(dirname "$0")/../.."
bin=${1:?use: tests/reference/run.sh BIN}
here=tests/reference
work=.build/ref
data=../shared/data
failed=0

rm -rf "$work"
mkdir -p "$work"
${CC:-cc} -std=c11 -D_GNU_SOURCE -O1 -Wall -Wextra -o "$work/compare" $here/compare.c -lm

# one NAME STUDY WAVE KIND REFERENCE CASE
one() {
    echo "$1"
    if ! "$bin" run "$2" --wave "$3" -o "$work/out-$1" --internal "$work/int-$1" --no-progress \
        > "$work/$1.log" 2>&1; then
        echo "  FAILED: the program stopped; see $work/$1.log"
        tail -n 20 "$work/$1.log"
        failed=1
    elif ! "$work/compare" "$4" "$5" "$work/int-$1" "$6"; then
        failed=1
    fi
}

for design in S D0; do
    one "golden-$design" $here/golden/study-$design 2026 golden $here/golden/expected.csv $design
done

if [ -r $data/apistrat/ref_apistrat.csv ]; then
    cp -R $here/apistrat "$work/apistrat"
    cp $data/apistrat/apistrat.csv "$work/apistrat/"
    one apistrat "$work/apistrat" 2000 apistrat $data/apistrat/ref_apistrat.csv apistrat_nofpc
else
    echo "SKIP apistrat: $data/apistrat is not here"
fi

if [ -r $data/rse/ref_rse.csv ]; then
    for wave in 2016 2017; do
        one "rse-$wave" $data/rse $wave rse $data/rse/ref_rse.csv $wave
    done
else
    echo "SKIP rse: $data/rse is not here"
fi
exit $failed
