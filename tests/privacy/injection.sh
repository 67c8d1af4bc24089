#!/bin/bash
# tests/privacy/injection.sh BIN - formulas, HTML, Markdown and what cannot be seen, in every label of a study
# at once: questions, answers, scales, indicators, the title and the municipality.
#
# The reports are compared with those of harmless labels that are as long: libxml2 must find the same elements
# with the same attributes, and the same addresses, classes and ids in them; the marks of Markdown, the cells
# of every CSV file, the elements of the workbook and the shape of the JSON must be the same.  LibreOffice must
# show the text of a formula, not what it comes to (where it is installed).  injection.txt says which texts are refused.
set -u
LC_ALL=C
export LC_ALL
unset SOURCE_DATE_EPOCH

bin=${1:?usage: injection.sh BIN}
here=$(dirname "$0")
work=.build/injection
failed=0
cases=0

fail() {
    echo "FAILED $*"
    failed=$((failed + 1))
}

# Every label cell becomes TEXT and a number of its own; nothing else in small/ has a quote.
relabel() { # FILE
    text=$text awk -F';' -v OFS=';' '
    function quoted(cell) { gsub(/"/, "\"\"", cell); return "\"" cell "\"" }
    NR == 1 { for (i = 1; i <= NF; i++) label[i] = $i ~ /^(label|role|note)::/; print; next }
    { for (i = 1; i <= NF; i++) if (label[i]) $i = quoted(ENVIRON["text"] " " NR "." i); print }' "$1"
}

make_study() { # FOLDER, with $text in every label
    rm -rf "$1"
    mkdir -p "$1/codebook"
    cp -R tests/small/2026 "$1"
    for file in tests/small/codebook/*.csv; do
        relabel "$file" >"$1/codebook/$(basename "$file")"
    done
    yaml=$(printf '%s' "$text" | sed "s/'/''/g" | tr '\r\n\t' '   ')
    yaml="'$yaml'" awk '
    /^  title:/ { print "  title:\n    nl: " ENVIRON["yaml"] "\n    en: " ENVIRON["yaml"]; next }
    /^  municipality:/ { print "  municipality:\n    code: GM9998\n    name: " ENVIRON["yaml"]; next }
    { print }' tests/small/study.yml >"$1/study.yml"
}

# What a browser would make of a page: its tags, with the names of their attributes and what may act.
skeleton() {
    xmllint --html --xmlout --noblanks "$1" 2>/dev/null | tr '\n' ' ' | grep -o '<[^>]*>' |
        sed -E 's/ (href|src|style|class|id|for|http-equiv|content|on[a-z]*)="([^"]*)"/ \1=\2/g
                s/content=[^ /]*[^/>]*/content/; s/="[^"]*"//g'
}

marks() { # of Markdown: what is not escaped, and what begins a line
    sed -E 's/\\.//g' "$1" | sed -E 's/^([0-9]+[.)]|[-+=]+)( |$)/MARKER /' | tr -cd '<>`*_[]|~#\nMARKER' |
        sed -E 's/[A-Z]+/M/g; s/^M?$//'
}

shape() { # of JSON: what stands between its strings
    sed -E 's/"([^"\\]|\\.)*"/S/g' "$1" | tr -d '0-9'
}

acts() { # a cell that a spreadsheet would run
    tr -d '\r' <"$1" | grep -nE '(^|[,;])"?([=+@	]|-[^0-9,.])'
}

view() { # SET VIEW: everything that must be the same
    mkdir -p "$2"
    for file in "$1"/2026/*; do
        case $file in
        *.html) skeleton "$file" ;;
        *.md) marks "$file" ;;
        *.json) shape "$file" ;;
        *.csv) cat "$file" ;;
        *.xlsx) unzip -p "$file" 'xl/workbook.xml' 'xl/worksheets/*.xml' | grep -o '<[A-Za-z:]*' | sort | uniq -c ;;
        esac >"$2/$(basename "$file")"
    done
}

run_it() { # NAME
    make_study "$work/$1"
    rm -rf "$work/$1.set" "$work/$1.view"
    "$bin" run "$work/$1" -o "$work/$1.set" -q >"$work/$1.out" 2>"$work/$1.said"
}

compare() { # WHAT
    text=$(printf '%s' "$text" | sed 's/[^A-Za-z0-9]/x/g' | tr '\n' x)
    run_it harmless || fail "$1: harmless labels: exit $?: $(head -n 3 "$work/harmless.said")"
    view "$work/hostile.set" "$work/hostile.view"
    view "$work/harmless.set" "$work/harmless.view"
    # the hash of the codebook is in the manifest, and has nothing to do with shapes
    diff -r "$work/harmless.view" "$work/hostile.view" >"$work/diff" || fail "$1: $(head -n 8 "$work/diff")"
    for file in "$work"/hostile.set/2026/*.csv; do
        acts "$file" >"$work/acts" && fail "$1: $(basename "$file"): $(head -n 3 "$work/acts")"
    done
}

# What a spreadsheet makes of a label: the label.
opened() { # WHAT
    rm -rf "$work/libre" && mkdir -p "$work/libre"
    soffice -env:UserInstallation="file://$PWD/$work/profile" --headless --convert-to \
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,-1' \
        --outdir "$work/libre" "$work/hostile.set/2026/tables.nl.xlsx" >/dev/null 2>&1
    cat "$work/libre"/*.csv | tr -d '" \n\r' | grep -qF -- "$(printf '%s' "$text" | tr -d '" \n\r')" ||
        fail "$1: LibreOffice does not show the label"
}

try() { # CLASS VERDICT
    local what="$1: $(printf '%s' "$text" | head -c 60 | cat -v)" status
    cases=$((cases + 1))
    run_it hostile
    status=$?
    tr -d '\n\t' <"$work/hostile.said" | grep -q '[[:cntrl:]]' && fail "$what: control characters on the screen"
    case $2:$status in
    refused:3 | refused:5) [ ! -e "$work/hostile.set/2026" ] || fail "$what: refused, and written" ;;
    run:0)
        [ "$1" = formula ] && command -v soffice >/dev/null && opened "$what"
        compare "$what"
        ;;
    *) fail "$what: exit $status, to be $2: $(head -n 3 "$work/hostile.said")" ;;
    esac
}

selftest() { # what an injection would look like is seen
    text=kop
    run_it hostile
    cp -R "$work/hostile.set" "$work/leak.set"
    sed -i 's/<h1>/<h1 onclick="x">/; s/<h1 /<h1 onclick="x" /' "$work/leak.set/2026/report.nl.html"
    sed -i '0,/^| /s/^| /| <b> /' "$work/leak.set/2026/tables.nl.md"
    sed -i '3s/,/,=1+1,/' "$work/leak.set/2026/results.csv"
    view "$work/hostile.set" "$work/hostile.view"
    view "$work/leak.set" "$work/leak.view"
    for file in report.nl.html tables.nl.md results.csv; do
        cmp -s "$work/hostile.view/$file" "$work/leak.view/$file" && fail "selftest: $file: not seen"
    done
    acts "$work/leak.set/2026/results.csv" >/dev/null || fail "selftest: a formula is not seen"
    [ "$(wc -l <"$work/hostile.view/report.nl.html")" -gt 300 ] || fail "selftest: the parser gives nothing"
}

command -v xmllint >/dev/null || { echo "injection: without xmllint (libxml2-utils) this is skipped" && exit 0; }
rm -rf "$work"
mkdir -p "$work"
selftest
while IFS='|' read -r class verdict rest; do
    case $class in '' | '#'*) continue ;; esac
    case $rest in
    'LONG '*) text=$(head -c "${rest#LONG }" /dev/zero | tr '\0' w) ;;
    *) text=$(printf '%b' "${rest//%%/%}") ;;
    esac
    try "$class" "$verdict"
done <"$here/injection.txt"
echo "injection: $cases texts in every label, $failed failed"
[ $failed -eq 0 ] && [ $cases -gt 90 ]
