#!/bin/sh
# bootstrap.sh BIN [RUNS] [STUDY] - time of the bootstrap (500 replicates) on the example beside R's survey, in one
# interleaved run.
#
# The program makes all its figures and its files; R draws the same number of replicates and makes the figures of
# every item (its mean, share of each answer, top2, bottom2) for the same groups, and is timed without its start
# and without reading.  Where weights were raked the program rakes every replicate anew; R does not.  The program with `variance: taylor` shows what the bootstrap adds.  Medians of RUNS (3):
# compare the ratio, never times of different machines.  Needs the Debian packages time and r-cran-survey.
set -eu
cd "$(dirname "$0")/../.."
bin=${1:?use: tests/bench/bootstrap.sh BIN [RUNS] [STUDY]}
runs=${2:-3}
from=${3:-input}
work=.build/bootstrap

if [ ! -x /usr/bin/time ] || ! Rscript -e 'library(survey)' > /dev/null 2>&1; then
    echo "SKIP bootstrap: needs the packages time and r-cran-survey"
    exit 0
fi

# The study with one kind of variance for its first source: added to its design, or a design of its own.
study() { # VARIANCE
    cp -R "$from" "$work/$1"
    grep -q '^    design:$' "$from/study.yml" && has_design=1 || has_design=0
    awk -v variance="$1" -v has_design=$has_design '
        { print }
        !done && has_design && /^    design:$/ { print "      variance: " variance; done = 1 }
        !done && !has_design && /^    weights:/ {
            print "    design: { variance: " variance " }"; done = 1
        }' "$from/study.yml" > "$work/$1/study.yml"
}
run() { # VARIANCE
    /usr/bin/time -f '%e' -a -o "$work/$1.seconds" "$bin" run "$work/$1" -o "$work/out-$1" \
        --internal "$work/int-$1" --no-progress > "$work/$1.log" 2>&1 || {
        echo "FAILED: the program stopped"
        grep -E '^error' "$work/$1.log"
        exit 1
    }
}
median() { # FILE COLUMN-EXPRESSION
    awk "{ print $2 }" "$1" | sort -n | awk '{ x[NR] = $1 } END { print x[int((NR + 1) / 2)] }'
}

rm -rf "$work"
mkdir -p "$work"
study taylor
study bootstrap
yml=$work/bootstrap/study.yml
answers=$(awk '/files: / && match($0, /vol: [^,} ]*/) { f = substr($0, RSTART + 5, RLENGTH - 5) } END { print f }' "$yml")
stratum=$(sed -n 's/^      strata: \[\([a-z_]*\)\].*/\1/p' "$yml" | head -n 1)
cluster=$(awk '/^      cluster:/ { print $2; exit }' "$yml")
while [ "$runs" -gt 0 ]; do
    run taylor
    run bootstrap
    Rscript tests/bench/bootstrap.R "$work/bootstrap/$answers" "$work/bootstrap/codebook" \
        "$work/int-bootstrap" vol "${stratum:--}" "${cluster:--}" 500 >> "$work/R.seconds"
    runs=$((runs - 1))
done

# The mean standard error of the items that are means, in total.
ours=$(awk -F, '$2 == "vol" && $5 == "total" && $7 == "mean" && $9 != "" { s += $9; n++ } END { print s / n, n }' \
    "$work/int-bootstrap/estimates.csv")
figures=$(awk -F, '$9 != "" { n++ } END { print n }' "$work/int-bootstrap/estimates.csv")
awk -v b="$(median "$work/bootstrap.seconds" '$1')" -v t="$(median "$work/taylor.seconds" '$1')" \
    -v r="$(median "$work/R.seconds" '$1 + $2')" -v figures="$figures" -v ours="$ours" \
    -v theirs="$(tail -n 1 "$work/R.seconds")" 'BEGIN {
    split(ours, o, " ")
    split(theirs, e, " ")
    printf "waardering, bootstrap   %7.2f s  %6d figures; %d means of everybody, mean SE %.5f\n", b, figures, o[2], o[1]
    printf "waardering, taylor      %7.2f s\n", t
    printf "R survey, subbootstrap  %7.2f s  %6d figures; %d means of everybody, mean SE %.5f\n", r, e[3], e[4], e[5]
    printf "ratio                   %7.2f    (R / waardering)\n", r / (b > 0 ? b : 0.01)
}'
