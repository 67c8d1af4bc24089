#!/bin/bash
# Publishes random studies and the example, and attacks what was published.
#   tests/attack/run.sh BIN [N [FIRST]]     N studies (200), seeds FIRST (1) and on
# A finding ends it with exit 1, after the last study; the study, its output and the findings stay
# below .build/attack/SEED. TOOLS=DIR: where make_study, make_example and subtract are.
set -u
bin=${1:?usage: run.sh BIN [N [FIRST]]}
n=${2:-200}
first=${3:-1}
tools=${TOOLS:-$(dirname "$bin")/tests}
out=.build/attack
hidden=0 found=0 failed=0

# A program that grows without end must not take the machine with it (sanitizers need the room).
publish() { # STUDY FOLDER
    local limit=4000000
    case $bin in */san/*) limit=unlimited ;; esac
    (ulimit -v $limit && exec timeout 120 "$bin" run "$1" -o "$2" -q) >"$2.log" 2>&1
}

# A workbook tells nothing that results.csv, which is attacked, does not.
workbook() { # OUTPUT
    [ -f "$1/tables.nl.xlsx" ] || return 0
    tests/workbook/sheets.sh "$1/tables.nl.xlsx" >"$1.sheets" &&
        awk -v wave="${1##*/}" -f tests/workbook/figures.awk "$1/results.csv" "$1.sheets" >"$1.figures"
}

attack() { # NAME STUDY OUTPUT TRUTH
    "$tools/attack/subtract" -q "$3" "$4" "$2" >"$3.findings"
    local status=$? line
    workbook "$3" || { status=1; tail -n 3 "$3.figures"; }
    line=$(tail -n 1 "$3.findings")
    case $line in *" hidden, "*" found") ;; *) line='0 hidden, 0 found' ;; esac
    hidden=$((hidden + ${line%% *}))
    line=${line#*, }
    found=$((found + ${line%% *}))
    [ $status -eq 0 ] && return
    failed=$((failed + 1))
    printf '%s: exit %s, %s\n' "$1" $status "$3.findings"
    head -n 5 "$3.findings" | sed 's/^/    /'
    return 1
}

refused() { # NAME LOG STATUS
    failed=$((failed + 1))
    printf '%s: the program ended with %s\n' "$1" "$3"
    tail -n 3 "$2" | sed 's/^/    /'
}

mkdir -p "$out"/example/{2024,2025,2026}
"$tools/tools/make_example" --truth "$out/example.csv" input "$out/example" || exit 2
if publish input "$out/example.out"; then
    attack example input "$out/example.out/2026" "$out/example.csv"
else
    refused example "$out/example.out.log" $?
fi
for ((seed = first; seed < first + n; seed++)); do
    here=$out/$seed
    rm -rf "$here"
    mkdir -p "$here"
    "$tools/tools/make_study" $seed "$here/study" "$here/truth.csv" || exit 2
    if publish "$here/study" "$here/output"; then
        attack "seed $seed" "$here/study" "$here/output/2026" "$here/truth.csv" && rm -rf "$here"
    else
        refused "seed $seed" "$here/output.log" $?
    fi
done
printf '%d studies and the example: %d counts hidden, %d found, %d studies failed\n' \
    "$n" $hidden $found $failed
[ $failed -eq 0 ]
