#!/bin/bash
# Golden files pin what we print; only tests/reference says it is right.
#   tests/golden/run.sh BIN [--update]
set -u
bin=$1
update=${2:-}
out=.build/golden/$(basename "$(dirname "$bin")")
failed=0

compare() { # STUDY WAVE FILE...
    local study=$1 wave=$2 name=$3
    shift 3
    "$bin" run "$study" --wave "$wave" -o "$out/$name" -q || failed=1
    mkdir -p "tests/golden/$name"
    for file in "$@"; do
        if [ "$update" = --update ]; then
            cp "$out/$name/$wave/$file" "tests/golden/$name/$file"
        elif ! diff -u "tests/golden/$name/$file" "$out/$name/$wave/$file" | head -n 20 | grep .; then
            continue
        else
            echo "$name: $file differs; if that is meant: tests/golden/run.sh $bin --update"
            failed=1
        fi
    done
}

# The account of check: in the terminal, and as a page.
account() { # STUDY NAME
    mkdir -p "$out/$2"
    "$bin" check "$1" --lang=en --report "$out/$2/check.en.html" >"$out/$2/check.en.txt" 2>/dev/null || failed=1
    for file in check.en.txt check.en.html; do
        [ "$update" = --update ] && cp "$out/$2/$file" "tests/golden/$2/$file"
        cmp -s "$out/$2/$file" "tests/golden/$2/$file" || {
            echo "$2: $file differs; if that is meant: tests/golden/run.sh $bin --update"
            diff -u "tests/golden/$2/$file" "$out/$2/$file" | head -n 20
            failed=1
        }
    done
}

# The sheets of a workbook as lines of text.
sheets() { # NAME WAVE LANGUAGE
    local made="$out/$1/sheets.$3.txt"
    tests/workbook/sheets.sh "$out/$1/$2/tables.$3.xlsx" >"$made" || failed=1
    [ "$update" = --update ] && cp "$made" "tests/golden/$1/sheets.$3.txt"
    cmp -s "$made" "tests/golden/$1/sheets.$3.txt" || {
        echo "$1: sheets.$3.txt differs; if that is meant: tests/golden/run.sh $bin --update"
        diff -u "tests/golden/$1/sheets.$3.txt" "$made" | head -n 20
        failed=1
    }
}

rm -rf "$out"
compare input 2026 example results.csv quality.csv tables.nl.md
compare tests/small 2026 small results.csv quality.csv tables.en.md report.nl.html \
    results.csv-metadata.json
account tests/small small
sheets small 2026 nl
sheets small 2026 en

# The set is complete.
for file in report.nl.html report.en.html tables.nl.md tables.en.md tables.nl.xlsx tables.en.xlsx results.csv \
    results.csv-metadata.json quality.csv manifest.json; do
    [ -s "$out/example/2026/$file" ] || { echo "missing: $file"; failed=1; }
done
exit $failed
