#!/bin/sh
# invariances.sh BIN - what may not change a figure, through the whole program.
#
# The golden mini data set under several designs, and the same again
#   permuted   with its rows in another order: the same bytes
#   thousand   with weights a thousand times as large: the same figures (after raking: the same weights)
#   mirrored   with answers 1-5 as 5-1: shares change places, a mean m is 6 - m, an index i is 100 - i, each
#              with the same standard error
#   split      with respondents halved in two of half the weight, in the same cluster: the same estimates and
#              standard errors, as a clustered design sees only what a cluster adds up to
# A bootstrap is only permuted: its draws go to the units in an order that their answers and weights decide.
# Exit 0 when nothing changed that may not.
set -eu
cd "$(dirname "$0")/../.."
bin=${1:?use: tests/reference/invariances.sh BIN}
here=tests/reference
work=.build/invariances
failed=0
. $here/studies.sh
rm -rf "$work"
mkdir -p "$work"

# The answers of a study, changed by an awk program; columns are those of volunteers.csv.
permuted='NR == 1 { print; next } { row[NR] = $0 } END { for (i = NR; i > 1; i--) print row[2 + (i * 7) % (NR - 1)] }'
thousand='NR > 1 { $9 = 1000 * $9 } { print }'
mirrored='NR > 1 { for (c = 4; c <= 7; c++) if ($c != "") $c = 6 - $c } { print }'
split='NR == 1 || NR % 3 != 0 { print; next } { $9 = $9 / 2; print; $1 = $1 "b"; print }'

estimates() { # STUDY
    "$bin" run "$1" -o "$1-out" --internal "$1-internal" --only csv -q > "$1.log" 2>&1 && return 0
    echo "  FAILED: the program stopped; see $1.log"
    failed=1
    return 1
}
# The estimates of each design, before and after a change.
same() { # HOW DESIGN...
    how=$1
    shift
    eval "change=\$$how"
    for design in "$@"; do
        before=$work/$design after=$work/$design-$how
        if [ ! -d "$before" ]; then
            golden_study "$design" "$before"
            estimates "$before" || continue
        fi
        [ -r "$before-internal/estimates.csv" ] || continue
        golden_study "$design" "$after"
        answers=$after/2026/volunteers.csv
        awk -F, -v OFS=, "$change" "$answers" > "$work/changed.csv"
        if cmp -s "$work/changed.csv" "$answers"; then
            echo "  FAILED: $design $how has the same answers"
            failed=1
        fi
        mv "$work/changed.csv" "$answers"
        estimates "$after" || continue
        printf '%s %s: ' "$design" "$how"
        if [ "$how" = permuted ]; then
            cmp "$before-internal/estimates.csv" "$after-internal/estimates.csv" && echo "the same bytes" || failed=1
        else
            awk -v how="$how" -v fitted="$(grep -c 'margins:' "$after/study.yml" || true)" -f $here/invariances.awk \
                "$before-internal/estimates.csv" "$after-internal/estimates.csv" || failed=1
        fi
    done
}

same permuted S D C C-jackknife D-wilson lone-adjust lone-merge poststratify rake rake-C rake-jackknife \
    C-bootstrap rake-bootstrap
same thousand S D C D-jackknife poststratify rake rake-C rake-jackknife
same mirrored S D C C-jackknife D-logit D-wilson rake rake-C
same split C C-jackknife rake-C
exit $failed
