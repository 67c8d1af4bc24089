#!/bin/sh
# run.sh BIN [N] [PAIRS] - time and memory of the program beside R's data.table, in one interleaved run.
#
# Makes a study of N respondents (1000000) in .build/bench/, checks that both find the same totals, then
# runs both PAIRS (5) times in turn and prints the medians and their ratios: compare ratios, never
# times of different machines.  Needs the Debian packages time and r-cran-data.table.
set -eu
cd "$(dirname "$0")/../.."
bin=${1:?use: tests/bench/run.sh BIN [N] [PAIRS]}
n=${2:-1000000}
pairs=${3:-5}
work=.build/bench
study=$work/study-$n
answers=$study/2026/volunteers.csv

if [ ! -x /usr/bin/time ] || ! Rscript -e 'library(data.table)' > /dev/null 2>&1; then
    echo "SKIP bench: needs the packages time and r-cran-data.table"
    exit 0
fi
mkdir -p "$work"
${CC:-cc} -std=c11 -D_GNU_SOURCE -O2 -o "$work/million" tests/bench/million.c
${CC:-cc} -std=c11 -D_GNU_SOURCE -O2 -o "$work/compare" tests/reference/compare.c tests/reference/parts/*.c -lm
"$work/million" "$n" "$study"
echo "$n respondents, $(wc -c < "$answers") bytes"

# seconds elapsed, seconds of processor, KiB at the peak
measured() {
    out=$1
    shift
    if ! /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$@" > "$work/log" 2>&1; then
        echo "FAILED: $*"
        tail -n 20 "$work/log"
        exit 1
    fi
    tail -n 1 "$work/time" >> "$work/$out"
}
program() {
    "$@" "$bin" run "$study" --wave 2026 -o "$work/out" --no-progress
}
table() {
    "$@" Rscript tests/bench/data_table.R "$answers" "$work/result.csv" "$work/check.csv" 2
}

rm -f "$work/program" "$work/table" "$work/first"
rm -rf "$work/internal"
table measured first
measured first "$bin" run "$study" --wave 2026 -o "$work/out" --internal "$work/internal" \
    --no-progress
"$work/compare" golden "$work/check.csv" "$work/internal" bench

pair=0
while [ $pair -lt "$pairs" ]; do
    program measured program
    table measured table
    pair=$((pair + 1))
done

# median FILE COLUMN-EXPRESSION
median() {
    awk "{ print $2 }" "$1" | sort -n | awk '{ x[NR] = $1 } END { print x[int((NR + 1) / 2)] }'
}
for name in program table; do
    eval "${name}_wall=$(median "$work/$name" '$1')"
    eval "${name}_cpu=$(median "$work/$name" '$2 + $3')"
    eval "${name}_mib=$(median "$work/$name" '$4 / 1024')"
done
awk -v pw="$program_wall" -v pc="$program_cpu" -v pm="$program_mib" \
    -v tw="$table_wall" -v tc="$table_cpu" -v tm="$table_mib" 'BEGIN {
    printf "%-12s %8s %8s %9s\n", "", "wall s", "cpu s", "peak MiB"
    printf "%-12s %8.2f %8.2f %9.0f\n", "waardering", pw, pc, pm
    printf "%-12s %8.2f %8.2f %9.0f\n", "data.table", tw, tc, tm
    printf "%-12s %8.2f %8.2f %9.2f   (data.table / waardering)\n", "ratio",
        tw / (pw > 0 ? pw : 0.01), tc / (pc > 0 ? pc : 0.01), tm / pm
}'
