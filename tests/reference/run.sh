#!/bin/sh
# run.sh BIN [NAME...] - the program beside numbers from outside (R; see compare.c).
#
# BIN lies where make put it: tests/reference/quantiles of `make tools` stands below it.
# Runs the designs of the golden mini data set (golden/designs.txt) and, where ../shared/data is, the samples
# of Californian schools (apistrat/designs.txt) and the real surveys of research software engineers; says
# SKIP for what is not there.  With NAMEs, only these designs and cases.  Results in .build/ref/.
# Exit 0 when every value that was compared agrees and every row of ref_apistrat.csv is accounted for.
set -eu
cd "$(dirname "$0")/../.."
bin=${1:?use: tests/reference/run.sh BIN [NAME...]}
shift
only="$*"
here=tests/reference
work=.build/ref
data=../shared/data
failed=0

. $here/studies.sh
rm -rf "$work"
mkdir -p "$work"
${CC:-cc} -std=c11 -D_GNU_SOURCE -O1 -Wall -Wextra -o "$work/compare" $here/compare.c $here/parts/*.c -lm

is_wanted() { # NAME
    case " $only " in
    "  " | *" $1 "*) return 0 ;;
    esac
    return 1
}
# Internal figures of STUDY in int-NAME.
run() { # NAME STUDY WAVE
    "$bin" run "$2" --wave "$3" -o "$work/out-$1" --internal "$work/int-$1" --no-progress \
        > "$work/$1.log" 2>&1 && return 0
    echo "  FAILED: the program stopped; see $work/$1.log"
    tail -n 20 "$work/$1.log"
    failed=1
    return 1
}
compare() { # KIND REFERENCE INTERNAL CASE ...
    "$work/compare" "$@" || failed=1
}

golden() { # NAME
    echo "golden-$1"
    golden_study "$1" "$work/golden-$1"
    run "golden-$1" "$work/golden-$1" 2026 || return 0
    compare golden $here/golden/expected.csv "$work/int-golden-$1" "$1"
    ! grep -q "^$1," $here/golden/weights.csv ||
        compare weights $here/golden/weights.csv "$work/int-golden-$1" "$1"
}

apistrat() { # CASE DATA WEIGHTS DESIGN QUANTILES
    echo "$1"
    for interval in korn-graubard logit; do
        study=$work/$1-$interval
        cp -R $here/apistrat "$study"
        cp "$data/apistrat/$2.csv" "$study/"
        fill "$study/study.yml" "$1" "$3" "$4" $interval "$2"
        run "$1-$interval" "$study" 2000 || return 0
    done
    # shellcheck disable=SC2086  # the columns are meant to split
    [ -z "$5" ] || "$(dirname "$bin")/tests/reference/quantiles" "$data/apistrat/$2.csv" $5 \
        > "$work/int-$1-korn-graubard/quantiles.csv" || failed=1
    compare apistrat $data/apistrat/ref_apistrat.csv "$work/int-$1-korn-graubard" "$1" \
        $here/apistrat/ours.csv "$work/int-$1-logit" > "$work/$1.account"
    cat "$work/$1.account"
}

# All rows of the reference were compared, or left out for a reason.
account_for() { # REFERENCE ACCOUNT...
    file=$1
    shift
    rows=$(($(wc -l < "$file") - 1))
    seen=$(cat "$@" | awk '/ compared, / { n += $2 } /^  not compared: / { n += $3 } END { print n }')
    echo "  $seen of $rows rows of $(basename "$file") are accounted for"
    [ "$seen" -eq "$rows" ] || failed=1
}

for name in $(designs $here/golden/designs.txt | cut -d '|' -f 1 | grep -v bootstrap); do
    ! is_wanted "$name" || golden "$name"
done

if [ -r $data/apistrat/ref_apistrat.csv ]; then
    designs $here/apistrat/designs.txt > "$work/apistrat.txt"
    while IFS='|' read -r name file weights design columns; do
        ! is_wanted "$name" || apistrat "$name" "$file" "$weights" "$design" "$columns"
    done < "$work/apistrat.txt"
    [ -n "$only" ] || account_for $data/apistrat/ref_apistrat.csv "$work"/api*.account
else
    echo "SKIP apistrat: $data/apistrat is not here"
fi

if [ -r $data/rse/ref_rse.csv ]; then
    for wave in 2016 2017; do
        is_wanted "rse-$wave" || continue
        echo "rse-$wave"
        ! run "rse-$wave" $data/rse $wave ||
            compare rse $data/rse/ref_rse.csv "$work/int-rse-$wave" $wave
    done
else
    echo "SKIP rse: $data/rse is not here"
fi
exit $failed
