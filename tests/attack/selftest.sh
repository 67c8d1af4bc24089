#!/bin/bash
# The attacker must be able to find: cases by hand, then hidden counts of the example (every third) put
# back one at a time. G1, G2, G8: the kind of PROTECTION.md.
#   tests/attack/selftest.sh [BIN]
set -u
bin=${1:-.build/debug/waardering}
tools=${TOOLS:-$(dirname "$bin")/tests}
out=.build/attack/selftest
failed=0

expect() { # found|safe NAME, the table on stdin
    local folder=$out/${2// /-} status want=0
    mkdir -p "$folder/codebook"
    awk -v out="$folder" -f tests/attack/case.awk || exit 2
    "$tools/attack/subtract" -q "$folder" "$folder/truth.csv" "$folder" >"$folder/findings"
    status=$?
    [ "$1" = found ] && want=1
    if [ $status -ne $want ]; then
        printf 'failed: %s (%s) ended with %s\n' "$2" "$1" $status
        sed 's/^/    /' "$folder/findings"
        failed=1
    fi
}

rm -rf "$out"
expect found "one answer hidden of a group" <<'TABLE'
total 40 30 30
g=1 20 10 20
g=2 17 20 3x
g=3 3x 0 7x
TABLE
expect found "G8 one district of nine people" <<'TABLE'
total 86 92 81
d=1 20 22 18
d=2 31 35 32
d=3 32 30 27
d=4 3x 5x 4x
TABLE
expect safe "G8 a second district hidden too" <<'TABLE'
total 86 92 81
d=1 20 22 18
d=2 28x 35x 32x
d=3 35 30 27
d=4 3x 5x 4x
TABLE
expect found "G2 what one table hides another adds up" <<'TABLE'
total 17x 47 13x
a=1 3x 20 8x
a=2 14 27 5
b=1 9 25 7
b=2 8 22 6
TABLE
expect safe "G2 without the other table" <<'TABLE'
total 17x 47 13x
a=1 3x 20 8x
a=2 14 27 5
TABLE
# Rows w + x minus columns a + c is w|b; every row and column has two hidden cells.
expect found "G1 two rows minus two columns" <<'TABLE'
total 60 100 60 80
g=w 15x 47x 12x 20
g=x 12x 21 20x 30
g=y 13 14x 18 12x
g=z 20 18x 10 18x
TABLE
expect safe "G1 with one more hidden" <<'TABLE'
total 60 100 60 80
g=w 15x 47x 12x 20
g=x 12x 21x 20x 30
g=y 13 14x 18 12x
g=z 20 18x 10 18x
TABLE
expect found "a mean opens merged answers" <<'TABLE'
total 30 40 30
g=1 2& 3 7
g=2 28 37 23
mean g=1
TABLE
expect safe "merged answers without a mean, in a table by itself" <<'TABLE'
total 30& 40 30
g=1 2& 3 7
g=2 28& 37 23
TABLE
expect found "an interval over a hidden answer, R11" <<'TABLE'
total 30& 40 30
g=1 2& 13 17
g=2 28& 27 13
mean-ci g=1
TABLE
# 2025: 20 of 100; this year's share follows, and with it the count.
expect found "G13 last year and the change tell this year" <<'TABLE'
bounds
before 20 30 50
total 24x 6x 70
change 1 4
TABLE
expect found "a change from a hidden figure, R11" <<'TABLE'
bounds
before 7x 8x 85
total 20 30 50
change 1 13
TABLE
expect found "a change of figures without intervals, R11" <<'TABLE'
before 20 30 50
total 24 36 40
change 1 4
TABLE
expect safe "a change between figures that are shown" <<'TABLE'
bounds
before 20 30 50
total 24 36 40
change 1 4
TABLE
expect found "a change that is not the truth" <<'TABLE'
bounds
before 20 30 50
total 24 36 40
change 1 7
TABLE
expect found "a count of two is shown, R2" <<'TABLE'
total 30 40 30
g=1 2 20 15
g=2 28 20 15
TABLE
expect found "a base of nine is shown, R1" <<'TABLE'
total 30 40 30
g=1 0 9 0
g=2 30 31 30
TABLE
expect found "a weighted share is taken to tell its count" <<'TABLE'
weighted
total 40 30 30
g=1 20 10 20
g=2 17 20 3x
g=3 3x 0 7x
TABLE
expect found "a weighted mean is taken to tell the unweighted one" <<'TABLE'
weighted
total 30 40 30
g=1 2& 3 7
g=2 28 37 23
mean g=1
TABLE
expect safe "weighted figures that tell too little" <<'TABLE'
weighted
total 30& 40 30
g=1 2& 3 7
g=2 28& 37 23
TABLE

# The example: a hidden count put back must open another, or be too small itself.
if [ -x "$bin" ]; then
    mkdir -p "$out"/example/{2024,2025,2026}
    "$tools/tools/make_example" --truth "$out/truth.csv" input "$out/example" &&
        "$bin" run input -o "$out/output" -q 2>"$out/log" || exit 2
    revealed=0 caught=0
    for ((k = 1; ; k += 3)); do
        "$tools/attack/subtract" -q --reveal $k "$out/output/2026" "$out/truth.csv" input >"$out/reveal"
        status=$?
        [ $status -eq 3 ] && break
        revealed=$((revealed + 1))
        [ $status -eq 1 ] && caught=$((caught + 1))
    done
    printf '%d hidden counts of the example put back one at a time: %d noticed\n' $revealed $caught
    if [ $revealed -eq 0 ] || [ $((10 * caught)) -lt $((9 * revealed)) ]; then
        echo 'failed: the attacker notices fewer than nine in ten'
        failed=1
    fi
    # A figure in the pages that results.csv does not hold.
    sed '0,/| *[0-9]*% |/s/\([0-9]*\)% |/99% |/' "$out/output/2026/tables.nl.md" >"$out/tables"
    if cmp -s "$out/tables" "$out/output/2026/tables.nl.md"; then
        echo 'failed: nothing to change in tables.nl.md'
        failed=1
    fi
    cp "$out/tables" "$out/output/2026/tables.nl.md"
    "$tools/attack/subtract" -q "$out/output/2026" "$out/truth.csv" input | grep -q '^contradiction: tables.nl.md' ||
        { echo 'failed: a figure of its own in tables.nl.md was not noticed'; failed=1; }
    "$bin" run input -o "$out/output" -q 2>"$out/log" || exit 2
    # Of the headline figures: a figure, a base, a change and its word that results.csv does not hold.
    for change in "s/ 75 (73 tot 77)/ 76 (73 tot 77)/" "s/| 427 | /| 428 | /" "s/+14 (8 tot 21)/+15 (8 tot 21)/" \
        "s/−4 (−10 tot 3): geen duidelijk verschil/−4 (−10 tot 3): gestegen/" "/^| Zichtbare betekenis/d;"; do
        sed "/^## Kerncijfers/,/^## Vier/{$change}" "$out/output/2026/tables.nl.md" >"$out/tables"
        cmp -s "$out/tables" "$out/output/2026/tables.nl.md" && { echo "failed: nothing to change: $change"; failed=1; }
        mkdir -p "$out/headlines"
        cp "$out/output/2026"/*.csv "$out/headlines/"
        cp "$out/tables" "$out/headlines/tables.nl.md"
        "$tools/attack/subtract" -q "$out/headlines" "$out/truth.csv" input | grep -q '^contradiction: tables.nl.md has' ||
            { echo "failed: not noticed: $change"; failed=1; }
    done
    # G11: a side of a gap is hidden, and the gap is not.
    cp "$out/output/2026/results.csv" "$out/results"
    sed "s/\(,org,o_a1,o_a1,2,total,total,share\),.*/\1,,,,,c/" "$out/results" >"$out/output/2026/results.csv"
    "$tools/attack/subtract" -q "$out/output/2026" "$out/truth.csv" input | grep -q "^found: gap_index of a1 is shown" ||
        { echo "failed: a gap beside a hidden side was not noticed"; failed=1; }
    # R11: an answer to a route is hidden, and the routes are not; R8: how many have all routes is told.
    sed "s/\(,org,o_k11,o_k11,2,total,total,share\),.*/\1,,,,,c/" "$out/results" >"$out/output/2026/results.csv"
    "$tools/attack/subtract" -q "$out/output/2026" "$out/truth.csv" input | grep -q "^found: route_shape of k2 is shown" ||
        { echo "failed: routes beside a hidden answer were not noticed"; failed=1; }
    sed "s/\(,route_level,[0-9]*,[0-9]*,[0-9]*\),,/\1,136,/" "$out/results" >"$out/output/2026/results.csv"
    "$tools/attack/subtract" -q "$out/output/2026" "$out/truth.csv" input | grep -q "^found: n of route_level" ||
        { echo "failed: how few have not all routes was not noticed"; failed=1; }
fi
exit $failed
