#!/bin/sh
# run.sh BIN      - the first 60 random designs beside expected.csv (R, kept here)
# run.sh BIN 500  - as many designs as are named beside R itself, in one batch of R
#
# The studies are those of tests/tools/make_designs.c.  expected.csv is written anew by  run.sh BIN 500 write.
set -eu
cd "$(dirname "$0")/../../.."
bin=${1:?use: tests/reference/random/run.sh BIN [N [write]]}
n=${2:-60}
here=tests/reference/random
work=.build/random
expected=$here/expected.csv

rm -rf "$work"
mkdir -p "$work"
${CC:-cc} -std=c11 -D_GNU_SOURCE -O1 -Itests -o "$work/make_designs" tests/tools/make_designs.c
"$work/make_designs" "$n" "$work/studies"

if [ "$n" -gt 60 ]; then
    if ! Rscript -e 'library(survey); library(MASS)' > "$work/R.log" 2>&1; then
        echo "SKIP random designs: needs the packages r-base-core, r-cran-survey and r-cran-mass"
        exit 0
    fi
    Rscript $here/expect.R "$work/studies" "$work/expected.csv"
    [ "${3:-}" != write ] || awk -F, 'NR == 1 || $1 + 0 <= 60' "$work/expected.csv" > "$expected"
    expected=$work/expected.csv
fi

for study in "$work"/studies/[0-9]*; do
    name=$(basename "$study")
    "$bin" run "$study" -o "$work/out/$name" --internal "$work/internal/$name" --only csv -q \
        > "$work/log" 2>&1 || {
        echo "  FAILED: the program stopped on design $name"
        grep -E '^error' "$work/log" | head -n 3
    }
done
status=0
awk -f $here/compare.awk "$expected" "$work"/internal/*/estimates.csv || status=1
if [ "$n" -gt 60 ]; then
    echo "and what is kept of R:"
    awk -f $here/compare.awk $here/expected.csv "$work"/internal/*/estimates.csv || status=1
fi
exit $status
