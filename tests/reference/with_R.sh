#!/bin/sh
# with_R.sh BIN - what is kept of R is what R says; the gaps, routes, tasks, headline figures and changes of the
# example from its raw answers; and 500 random designs beside R itself.
#
# Makes golden/*.csv (which stops where R does not say what is printed) and apistrat/ours.csv again, runs gap.R, routes.R
# and indicators.R on the example, and random/run.sh on 500 designs.  Needs the Debian packages r-base-core, r-cran-survey and r-cran-mass.
set -eu
cd "$(dirname "$0")/../.."
bin=${1:?use: tests/reference/with_R.sh BIN}
here=tests/reference
work=.build/with_R
data=../shared/data/apistrat
failed=0

if ! Rscript -e 'library(survey); library(MASS)' > /dev/null 2>&1; then
    echo "SKIP R: needs the packages r-base-core, r-cran-survey and r-cran-mass"
    exit 0
fi

# Line by line the same, and in COLUMN the same number to 1e-12 (R's last digits depend on its libraries).
same() { # KEPT NEW COLUMN
    awk -F, -v OFS=, -v column="$3" -v name="$1" '
        { x = $column; $column = "" }
        NR == FNR { kept[FNR] = $0; value[FNR] = x; n = FNR; next }
        { size = x < 0 ? -x : x; off = x - value[FNR]; off = (off < 0 ? -off : off) / (size > 1 ? size : 1) }
        $0 != kept[FNR] || off > 1e-12 { bad++ }
        END { if (FNR != n || bad) { printf "  FAILED: %s is not what R says (%d lines)\n", name, bad; exit 1 }
              printf "%s: %d lines as R says\n", name, n }' "$1" "$2" || failed=1
}

rm -rf "$work"
mkdir -p "$work"
cp -R $here/golden "$work/golden"
Rscript $here/golden/make.R "$work/golden" || failed=1
same $here/golden/expected.csv "$work/golden/expected.csv" 9
same $here/golden/weights.csv "$work/golden/weights.csv" 3
same $here/golden/tests.csv "$work/golden/tests.csv" 10
for folder in study lone; do
    cmp $here/golden/$folder/2026/volunteers.csv "$work/golden/$folder/2026/volunteers.csv" || failed=1
done
if [ -r $data/apistrat.csv ]; then
    Rscript $here/apistrat/ours.R $data "$work"
    same $here/apistrat/ours.csv "$work/ours.csv" 7
else
    echo "SKIP apistrat: $data is not here"
fi

# The example from its raw answers: with the link between volunteers and organisations, and without it.
gaps() { # STUDY
    "$bin" run "$1" --wave 2026 -o "$work/out" --internal "$work/int" -q > "$work/gaps.log" 2>&1 &&
        Rscript $here/gap.R "$1" 2026 "$work/int" || failed=1
}
gaps input
Rscript $here/routes.R input 2026 "$work/int" || failed=1
"$bin" run input --wave 2025 -o "$work/out" --internal "$work/before" -q > "$work/before.log" 2>&1 &&
    Rscript $here/indicators.R input 2026 "$work/int" 2025 "$work/before" || failed=1
cp -R input "$work/separate"
sed "/^    link:/d" input/study.yml > "$work/separate/study.yml"
gaps "$work/separate"

$here/random/run.sh "$bin" 500 || failed=1
exit $failed
