#!/bin/sh
# Each fuzz target for a while (SECONDS each, 20).  What it finds stays in .build/fuzz/.
set -eu
seconds=${1:-20}
mkdir -p .build/fuzz/found
for target in .build/fuzz/tests/fuzz/fuzz_csv .build/fuzz/tests/fuzz/fuzz_yaml \
    .build/fuzz/tests/fuzz/fuzz_number .build/fuzz/tests/fuzz/fuzz_encoding; do
    name=$(basename "$target")
    seeds=.build/fuzz/seeds/$name
    mkdir -p "$seeds"
    case $name in
    fuzz_csv) cp input/codebook/*.csv tests/faults/base/2026/*.csv "$seeds" ;;
    fuzz_yaml) cp input/study.yml "$seeds" ;;
    fuzz_number) for text in 0 -1 12,50 1,000 00,10 999999999999999999; do
        printf %s "$text" >"$seeds/$text"
    done ;;
    fuzz_encoding) # a first byte for what study.yml asks: auto
        for file in tests/faults/base/2026/*.csv ../shared/data/csv/*/*.csv ../shared/data/csv/*/*.txt; do
            [ ! -f "$file" ] || { printf '\000' && cat "$file"; } >"$seeds/$(basename "$file")"
        done
        for mark in UTF-16LE:'\377\376' UTF-16BE:'\376\377'; do
            { printf "\\000${mark#*:}" && iconv -t "${mark%%:*}" tests/faults/base/2026/volunteers.csv; } \
                >"$seeds/${mark%%:*}"
        done
        printf '\000"sep=;"\r\na;b\r\r\n1;2\r3;"4\n"' >"$seeds/sep" ;;
    esac
    echo "$name"
    "$target" -max_total_time="$seconds" -max_len=8192 -artifact_prefix=.build/fuzz/found/ \
        -print_final_stats=1 "$seeds" 2>&1 | grep -E 'SUMMARY|ERROR|number_of_executed_units' || true
done
[ -z "$(ls .build/fuzz/found)" ] || { echo "found: $(ls .build/fuzz/found)"; exit 1; }
