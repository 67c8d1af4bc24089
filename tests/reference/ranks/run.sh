#!/bin/sh
# run.sh BIN [N] - what is tested between the groups of N (1000) random tied weighted studies, beside R
# itself in one batch; and that no test changes when the rows of a study stand in another order.
#
# The studies are those of tests/tools/make_designs.c.
set -eu
cd "$(dirname "$0")/../../.."
bin=${1:?use: tests/reference/ranks/run.sh BIN [N]}
n=${2:-1000}
here=tests/reference/ranks
work=.build/ranks
status=0

rm -rf "$work"
mkdir -p "$work/first" "$work/other"
${CC:-cc} -std=c11 -D_GNU_SOURCE -O1 -Itests -o "$work/make_designs" tests/tools/make_designs.c
"$work/make_designs" "$n" "$work/studies"
if ! Rscript -e 'library(survey); library(MASS)' > "$work/R.log" 2>&1; then
    echo "SKIP random tests between groups: needs the packages r-base-core, r-cran-survey and r-cran-mass"
    exit 0
fi
Rscript $here/expect.R "$work/studies" "$work/expected.csv"

tests_of() { # STUDY FOLDER
    "$bin" run "$1" -o "$work/out" --internal "$2" --only csv -q > "$work/log" 2>&1 && return 0
    echo "  FAILED: the program stopped on $1"
    grep -E '^error' "$work/log" | head -n 3
    status=1
}
# The rows in an order of their own, the same at every run.
shuffle() { # FILE
    awk -v OFS= 'NR == 1 { print; next } { x = (x * 16807 + NR) % 2147483647; key[NR] = x; row[NR] = $0 }
        END { for (i = 2; i <= NR; i++) printf "%d\t%s\n", (key[i] * 48271) % 65537, row[i] }' "$1" \
        > "$work/rows"
    { sed -n 1p "$work/rows"; sed 1d "$work/rows" | sort -k 1,1n | cut -f 2-; } > "$1"
}
moved=0
for study in "$work"/studies/[0-9]*; do
    name=$(basename "$study")
    tests_of "$study" "$work/first/$name"
    shuffle "$study/2026/volunteers.csv"
    tests_of "$study" "$work/other/$name"
    cmp -s "$work/first/$name/tests.csv" "$work/other/$name/tests.csv" || moved=$((moved + 1))
    rm -rf "$work/out"
done
awk -f $here/compare.awk "$work/expected.csv" "$work"/first/*/tests.csv || status=1
echo "$moved of $n studies changed when their rows were permuted"
[ "$moved" -eq 0 ] || status=1
exit $status
