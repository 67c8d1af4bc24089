#!/bin/sh
# confirm.sh BIN EXPORT EDITS STUDY [ROW...] - a study as an analyst would make it: `init --from EXPORT`, then the
# edits of a file, then every guess confirmed, then `check`.
#
# EDITS has a line an edit, parted by bars: FILE | KEY | COLUMN | VALUE | REASON.
#   study             the first line `KEY: ...` of study.yml gets VALUE (COLUMN is -)
#   another file      of codebook/FILE.csv the rows whose first cells are KEY get VALUE in COLUMN; with `-` for
#                     COLUMN they are taken out, which ROWs are not (the names of variables that stay)
# An edit that finds nothing is an error: then init has come to guess otherwise, and the file must be looked at.
set -eu
bin=${1:?usage: confirm.sh BIN EXPORT EDITS STUDY [ROW...]}
export=$2 edits=$3 study=$4
shift 4
stays=" $* "

"$bin" init "$study" --from "$export" --lang=en >"$study.init"

study_line() { # KEY VALUE
    grep -qE "^ *(- )?$1:" "$study/study.yml" &&
        awk -v key="$1" -v value="$2" '
            !done && $0 ~ "^ *(- )?" key ":" { sub(key ":.*", ""); $0 = $0 key ": " value; done = 1 }
            { print }' "$study/study.yml" >"$study.edited" && cat "$study.edited" >"$study/study.yml"
}

cell() { # FILE KEY COLUMN VALUE
    awk -v key="$2" -v column="$3" -v value="$4" '
        # The cells of a line, as they stand there, quotes and all.
        function cut(line,    n, quoted, c, i) {
            n = 1; quoted = 0; cells[1] = ""
            for (i = 1; i <= length(line); i++) {
                c = substr(line, i, 1)
                if (c == "\"") quoted = !quoted
                if (c == ";" && !quoted) cells[++n] = ""
                else cells[n] = cells[n] c
            }
            return n
        }
        BEGIN { parts = split(key, wanted, " ") }
        { sub(/\r$/, ""); n = cut($0) }
        NR == 1 { for (i = 1; i <= n; i++) if (cells[i] == column) at = i; print; next }
        {
            same = 1
            for (i = 1; i <= parts; i++) same = same && (wanted[i] == "*" || cells[i] == wanted[i])
            if (same) hits++
            if (same && column == "-") next
            if (same) cells[at] = value
            line = cells[1]
            for (i = 2; i <= n; i++) line = line ";" cells[i]
            print line
        }
        END { exit !(hits && (at || column == "-")) }' "$study/codebook/$1.csv" >"$study.edited" &&
        cat "$study.edited" >"$study/codebook/$1.csv"
}

n=0
sed -e '/^#/d' -e '/^$/d' -e 's/ *| */|/g' "$edits" >"$study.edits"
while IFS='|' read -r file key column value reason; do
    case $column$stays in
    "-"*" $key "*) [ "$file" = study ] || continue ;;
    esac
    [ -n "$reason" ] || { echo "no reason: $file $key $column" >&2; exit 1; }
    if [ "$file" = study ]; then
        study_line "$key" "$value"
    else
        cell "$file" "$key" "$column" "$value"
    fi || { echo "finds nothing: $file | $key | $column | $value" >&2; exit 1; }
    n=$((n + 1))
done <"$study.edits"
cell variables '*' x_guess ''
"$bin" check "$study" --lang=en --no-progress >"$study.check" 2>&1 || { cat "$study.check"; exit 1; }
! grep -q 'W0924' "$study.check" || { echo "a guess is left" >&2; exit 1; }
echo "  init, $n edits, all guesses confirmed, check passes"
