#!/bin/bash
# The committed answers of the example and of the small study are what their generator writes.
#   tests/tools/example.sh [--update]
set -u
tool=${TOOLS:-.build/debug/tests}/tools/make_example
out=.build/example-check
failed=0

same() { # MADE COMMITTED
    cmp "$1" "$2" || { echo "$2 is not what make_example writes; if that is meant: tests/tools/example.sh --update"; failed=1; }
}

if [ "${1:-}" = --update ]; then
    mkdir -p input/2024 input/2025 input/2026 tests/small/2026 tests/golden
    "$tool" --rows tests/golden/example_rows.csv input &&
        "$tool" --small --rows tests/golden/small_rows.csv tests/small
    exit
fi
rm -rf "$out"
mkdir -p "$out"/input/{2024,2025,2026} "$out/small/2026"
"$tool" --rows "$out/example_rows.csv" input "$out/input" || exit 2
"$tool" --small --rows "$out/small_rows.csv" tests/small "$out/small" || exit 2
for file in {2024,2025,2026}/{volunteers,organisations}.csv; do
    same "$out/input/$file" "input/$file"
done
for file in 2026/volunteers.csv 2026/organisations.csv; do
    same "$out/small/$file" "tests/small/$file"
done
same "$out/example_rows.csv" tests/golden/example_rows.csv
same "$out/small_rows.csv" tests/golden/small_rows.csv
exit $failed
