#!/bin/bash
# The workbook says what results.csv says.
#   tests/workbook/run.sh BIN            read with unzip and awk
#   tests/workbook/run.sh BIN libre      read with LibreOffice too (SKIP where it is not)
set -u
bin=$1
with=${2:-}
out=.build/workbook
failed=0

check() { # LANGUAGE WAVE FOLDER
    tests/workbook/sheets.sh "$3/tables.$1.xlsx" >"$out/$1.txt" || failed=1
    awk -v wave="$2" -f tests/workbook/figures.awk "$3/results.csv" "$out/$1.txt" >"$out/$1.found" || failed=1
    tail -n 5 "$out/$1.found"
}

# A workbook of another figure must be noticed.
notices() { # FOLDER
    awk -F '\t' -v OFS='\t' '!done && $6 ~ /^[0-9]+$/ && $1 ~ /^v_/ { $6 = 1 + $6; done = 1 } { print }' \
        "$out/nl.txt" >"$out/wrong.txt"
    if awk -v wave=2026 -f tests/workbook/figures.awk "$1/results.csv" "$out/wrong.txt" >/dev/null; then
        echo "another figure was not noticed"
        failed=1
    fi
}

# One CSV a sheet, as LibreOffice shows it (12th word: -1 is every sheet), in the form of sheets.sh.
libre() { # LANGUAGE WAVE FOLDER
    rm -rf "$out/libre" && mkdir -p "$out/libre"
    soffice -env:UserInstallation="file://$PWD/$out/profile" --headless --convert-to \
        'csv:Text - txt - csv (StarCalc):9,0,76,1,,1033,false,true,false,false,false,-1' \
        --outdir "$out/libre" "$3/tables.$1.xlsx" >/dev/null 2>&1
    for sheet in "$out/libre"/*.csv; do
        name=${sheet##*/tables."$1"-}
        awk -v name="${name%.csv}" '{ print name "\t" $0 }' "$sheet"
    done >"$out/libre.$1.txt"
    awk -v wave="$2" -f tests/workbook/figures.awk "$3/results.csv" "$out/libre.$1.txt" >"$out/libre.found" || failed=1
    tail -n 5 "$out/libre.found"
}

rm -rf "$out"
mkdir -p "$out"
"$bin" run input --wave 2026 -o "$out/example" --only csv,xlsx -q || exit 1
for lang in nl en; do
    check $lang 2026 "$out/example/2026"
done
notices "$out/example/2026"
if [ "$with" = libre ]; then
    if command -v soffice >/dev/null; then
        libre nl 2026 "$out/example/2026"
    else
        echo "SKIPPED: soffice is not here (package libreoffice-calc)"
    fi
fi
exit $failed
