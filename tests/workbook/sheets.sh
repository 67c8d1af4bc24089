#!/bin/sh
# What stands on the sheets of a workbook, a row a line: the name of the sheet and its cells, with tabs
# between.  Shares no code with the program: unzip and awk alone.
#   tests/workbook/sheets.sh FILE.xlsx
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
unzip -q "$1" -d "$dir"
awk -v RS='<sheet ' 'NR > 1 && match($0, /name="[^"]*"/) { print substr($0, RSTART + 6, RLENGTH - 7) }' \
    "$dir/xl/workbook.xml" >"$dir/names"
awk -v RS='<si>' 'NR > 1 { gsub(/<[^>]*>/, ""); gsub(/\n/, " "); print }' "$dir/xl/sharedStrings.xml" >"$dir/strings"
n=0
while IFS= read -r name; do
    n=$((n + 1))
    awk -v name="$name" '
    function plain(text) {
        gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&amp;/, "\\&", text)
        return text
    }
    function column_of(cell,   i, at) {
        match(cell, /r="[A-Z]+/)
        cell = substr(cell, RSTART + 3, RLENGTH - 3)
        for (i = 1; i <= length(cell); i++)
            at = at * 26 + index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", substr(cell, i, 1))
        return at
    }
    FNR == 1 { file++ }
    file == 1 { string[FNR - 1] = $0; next }
    FNR > 1 {
        line = plain(name)
        n = split($0, cells, "<c ")
        for (i = 2; i <= n; i++) {
            while (last < column_of(cells[i])) { line = line "\t"; last++ }
            text = cells[i]
            if (!match(text, /<v>[^<]*/))
                continue
            value = substr(text, RSTART + 3, RLENGTH - 3)
            line = line (text ~ /t="s"/ ? plain(string[value]) : value)
        }
        last = 0
        print line
    }' "$dir/strings" RS='<row ' "$dir/xl/worksheets/sheet$n.xml"
done <"$dir/names"
