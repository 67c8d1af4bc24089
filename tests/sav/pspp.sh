#!/bin/sh
# tests/sav/pspp.sh BIN - PSPP beside us: what it reads in a file of ours (labels, missing values,
# counts), and what we read in a file that it made (made.sps).  Without PSPP: SKIP.
set -u
LC_ALL=C.UTF-8
export LC_ALL
bin=${1:?usage: pspp.sh BIN}
here=$(dirname "$0")
work=.build/sav-pspp
failed=0
command -v pspp >/dev/null || { echo "SKIP: pspp is not installed"; exit 0; }

fail() { # WHY
    echo "FAILED pspp: $1"
    failed=$((failed + 1))
}

same() { # WHAT ATLEAST OURS THEIRS
    sort -o "$3" "$3"
    sort -o "$4" "$4"
    diff "$3" "$4" >"$work/diff" || fail "$1: $(head -n 5 "$work/diff")"
    [ "$(wc -l <"$3")" -ge "$2" ] || fail "$1: only $(wc -l <"$3") lines to compare"
}

# fields of a CSV record, in f[1..n]
parse='function parse(line, f,   i, c, n, quoted) {
    n = 1; f[1] = ""; quoted = 0
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c == "\"") { if (quoted && substr(line, i + 1, 1) == "\"") { f[n] = f[n] c; i++ } else quoted = !quoted }
        else if (c == sep && !quoted) f[++n] = ""
        else f[n] = f[n] c
    }
    return n }'

# --- a file of ours.  The example without weights and design, with two lists of text codes among its outcomes.
rm -rf "$work"
mkdir -p "$work"
cp -R input "$work/input"
sed -i 's/method: rake/method: none/; s/method: poststratify/method: none/; /margins: \[/d; /trim: {/d; /^    design:/,/^  - id:\|^$/{/^      \|^    design:/d}' \
    "$work/input/study.yml"
sed -i 's/;group margin;/;outcome group margin;/; s/;group;/;outcome group;/; s/;group stratum;/;outcome group stratum;/' "$work/input/codebook/variables.csv"
"$bin" run "$work/input" -o "$work/out" --internal "$work/in" -q 2>/dev/null || fail "run"
"$bin" export "$work/input" --sav "$work/vol.sav" --source vol --lang nl -q 2>/dev/null || fail "export"

# "question|answer|count": a share of everybody is a count of its base
awk -v sep=';' "$parse"'
    { sub(/\r$/, "") }
    FILENAME ~ /values.csv$/ { parse($0, f); answer[f[1], f[2]] = f[3]; next }
    FILENAME ~ /variables.csv$/ { parse($0, f); if (f[2] ~ /vol/) { list[f[1]] = f[5]; label[f[1]] = f[6] }; next }
    { split($0, e, ",") }
    e[2] == "vol" && e[5] == "total" && e[7] == "share" && e[4] !~ /[+]/ && int(e[8] * e[13] + .5) > 0 {
        printf "%s|%s|%d\n", label[e[3]], answer[list[e[3]], e[4]], int(e[8] * e[13] + .5) }
    e[2] == "vol" && e[5] == "total" && e[7] == "mentions" {
        printf "%s: %s|gekozen|%d\n", label[e[3]], answer[list[e[3]], e[4]], int(e[8] * e[13] + .5) }
    e[2] == "vol" && e[5] == "total" && e[7] == "dont_know" && e[8] > 0 {
        printf "%s|weet ik niet of geen mening|%d\n", label[e[3]], int(e[8] * e[13] + .5) }' \
    "$work/input/codebook/values.csv" "$work/input/codebook/variables.csv" "$work/in/estimates.csv" >"$work/ours"

cat >"$work/ours.sps" <<END
GET FILE='$work/vol.sav'.
DISPLAY DICTIONARY.
FREQUENCIES ALL /STATISTICS=NONE.
END
pspp -O format=csv -o "$work/ours.csv" "$work/ours.sps" >"$work/log" 2>&1 || fail "PSPP: $(head -n 3 "$work/log")"
# the weight and the grade are numbers without labels
awk -v sep=',' "$parse"'
    { if (parse($0, f) < 3) f[3] = "" }
    f[1] == "Missing" { missing = 1 }
    f[1] == "Valid" { missing = 0 }
    f[1] ~ /^Table: / { sub(/^Table: /, "", f[1]); of = f[1]; next }
    of ~ /^(Variables|Value Labels|Welk cijfer)/ || f[1] == "Total" || f[2] == "." || f[2] == "niet gekozen" { next }
    f[1] ~ /^(Valid|Missing|)$/ && f[3] ~ /^[0-9]+$/ && !(missing && (f[2] == "" || f[2] == "niet van toepassing")) {
        print of "|" f[2] "|" f[3] }' "$work/ours.csv" >"$work/theirs"
same "counts and labels" 150 "$work/ours" "$work/theirs"

# "variable|missing codes": what the codebook calls missing, and a blank where codes are texts
awk -v sep=';' "$parse"'
    { sub(/\r$/, ""); parse($0, f) }
    FILENAME ~ /values.csv$/ { if (f[5] != "") codes[f[1]] = codes[f[1]] (codes[f[1]] == "" ? "" : "; ") f[2]; if (f[2] !~ /^[0-9]+$/) text[f[1]] = 1; next }
    f[2] ~ /vol/ && f[4] == "single" { print f[1] "|" (text[f[5]] ? "blank" : codes[f[5]]) }' \
    "$work/input/codebook/values.csv" "$work/input/codebook/variables.csv" >"$work/missing"
awk -v sep=',' "$parse"'
    /^$/ { exit }
    parse($0, f) >= 10 && f[1] !~ /^Name$|\.|^v_cijfer$/ { if (f[10] ~ /^" *"$/) f[10] = "blank"; print f[1] "|" f[10] }' \
    "$work/ours.csv" >"$work/missing.theirs"
same "missing values" 30 "$work/missing" "$work/missing.theirs"

# --- a file of ours that PSPP saved again: the notes are there, the study is the same.  Where somebody changed it the
# file counts, and that is said.
"$bin" export input --sav "$work/whole.sav" --source vol --lang nl -q 2>/dev/null || fail "export of the example"
cat >"$work/change.sps" <<END
GET FILE='$work/whole.sav'.
SAVE OUTFILE='$work/same.sav'.
VARIABLE LABELS v_w1 'Een ander label'.
ADD VALUE LABELS v_w2 5 'helemaal eens'.
RENAME VARIABLES (v_w3 = nieuw).
DELETE VARIABLES v_r1 v_vorm.anders.
COMPUTE extra = 1.
IF (v_w1 > 3) extra = 2.
VALUE LABELS extra 1 'een' 2 'twee'.
ADD DOCUMENT 'Bewerkt door de afdeling onderzoek.'.
SAVE OUTFILE='$work/changed.sav'.
GET FILE='$work/whole.sav'.
DELETE VARIABLES age sector.
SAVE OUTFILE='$work/fewer.sav'.
GET FILE='$work/whole.sav'.
WEIGHT OFF.
SAVE OUTFILE='$work/off.sav'.
COMPUTE own = 1.5.
WEIGHT BY own.
SAVE OUTFILE='$work/own.sav'.
GET FILE='$work/whole.sav'.
ADD FILES FILE=* /FILE='$work/same.sav'.
SAVE OUTFILE='$work/joined.sav'.
GET FILE='$work/whole.sav'.
DROP DOCUMENTS.
SAVE OUTFILE='$work/bare.sav'.
END
pspp "$work/change.sps" >"$work/log" 2>&1 || fail "PSPP: $(head -n 3 "$work/log")"

back() { # FILE CODES: what import says of it, notes too; the study that came of it passes check
    "$bin" import "$work/$1.sav" -o "$work/back-$1" --diagnostics=json -v >/dev/null 2>"$work/said" || fail "$1: import: $(cat "$work/said")"
    said=$(sed -n 's/.*"code":"\([A-Z0-9]*\)".*/\1/p' "$work/said" | sort | tr '\n' ' ')
    [ "$said" = "$2" ] || fail "$1: import says $said"
    "$bin" check "$work/back-$1" -q >/dev/null 2>&1 || fail "$1: check refuses what import made"
    "$bin" run "$work/back-$1" -o "$work/out-$1" -q 2>/dev/null || fail "$1: run"
}
has() { # FILE LINE IN
    sed 's/\r$//' "$work/back-$1/$3" | grep -qxF -e "$2" || fail "$1: no line '$2' in $3"
}
back whole "N0280 "
back same "N0280 "
diff -r "$work/back-whole" "$work/back-same" >"$work/diff" || fail "saved again it is another study: $(head -n 3 "$work/diff")"
cmp -s "$work"/out-whole/*/results.csv "$work"/out-same/*/results.csv || fail "saved again it has other results"
back changed "N0280 W0278 W0279 "
grep -q 'v_w1, v_w2, v_vorm' "$work/said" && grep -q 'v_w3, v_r1' "$work/said" || fail "changed: $(cat "$work/said")"
has changed "v_w1;vol;G02Q01[SQ001];single;agree5;;Een ander label;My volunteering is worthwhile, even if nobody measures the result.;outcome;w;;;;;;;" codebook/variables.csv
has changed "v_w2;5;helemaal eens;helemaal eens;;positive;;;" codebook/values.csv
has changed "v_w2;1;zeer mee oneens;strongly disagree;;negative;;;" codebook/values.csv
has changed "2026;;v_vorm;;anders;-;yes;;" codebook/waves.csv
has changed "extra;vol;;single;extra;;extra;extra;outcome;;;;;;;;" codebook/variables.csv
back fewer "N0280 W0279 "
has fewer "      method: given" study.yml
grep -q '^vol;\(age\|sector\);\|strata' "$work/back-fewer/codebook/population.csv" "$work/back-fewer/study.yml" && fail "fewer: what leaned on age and sector is there"
back off "N0280 W0278 "
has off "      method: none" study.yml
back own "N0280 W0278 "
has own '      variable: "own"' study.yml
back joined "W0273 W0277 "
back bare "W0273 "

# --- a file of theirs
(cd "$work" && pspp "$OLDPWD/$here/made.sps" >log 2>&1) || fail "PSPP: $(head -n 3 "$work/log")"
"$bin" import "$work/made.sav" -o "$work/made" --wave 2026 --diagnostics=json >/dev/null 2>"$work/said" || fail "import: $(cat "$work/said")"
for file in codebook/variables.csv codebook/values.csv 2026/answers.csv; do
    sed 's/\r$//; 1s/^\xEF\xBB\xBF//' "$work/made/$file" >"$work/got"
    diff "$here/$(basename $file)" "$work/got" >"$work/diff" || fail "$file: $(cat "$work/diff")"
done
for code in W0266 W0267 W0268 W0271 W0273; do
    grep -q "$code" "$work/said" || fail "import does not say $code"
done
grep -q '@b.nl\|1234A' -r "$work/made" && fail "a text of somebody is in the study"
"$bin" check "$work/made" -q || fail "check refuses what import made"
sed "s/'Uren per week'/'Hoeveel krijgt u? (€ per uur)'/; s/made.sav/money.sav/" "$here/made.sps" >"$work/money.sps"
(cd "$work" && pspp money.sps >log 2>&1)
"$bin" import "$work/money.sav" -o "$work/money" -q 2>/dev/null
[ $? -eq 5 ] && [ ! -e "$work/money" ] || fail "a label with money is not refused"
sed "s/^WEIGHT BY.*/FORMATS Uren (DOLLAR8.2)./; s/made.sav/dollar.sav/" "$here/made.sps" >"$work/dollar.sps"
(cd "$work" && pspp dollar.sps >log 2>&1)
"$bin" import "$work/dollar.sav" -o "$work/dollar" --diagnostics=json 2>&1 | grep -q E0265 || fail "a format of money is not refused"
echo "pspp: $failed failed"
[ "$failed" -eq 0 ]
