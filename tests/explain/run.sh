#!/bin/sh
# tests/explain/run.sh BIN - `waardering explain` as it is called: the cases of cases.csv, and every
# message and term in both languages, in lines of at most 80 characters.
set -u
LC_ALL=C
export LC_ALL

bin=${1:?usage: run.sh BIN}
here=$(dirname "$0")
work=.build/explain
failed=0
cases=0

fail() { # NAME WHY
    echo "FAILED $1: $2"
    failed=$((failed + 1))
}

explain() { # LANGUAGE WORDS...: what is printed goes to $work/printed
    language=$1
    shift
    "$bin" explain --lang="$language" "$@" >"$work/printed" 2>&1
}

try() { # NAME LANGUAGE WORDS EXIT LINE
    set -f
    explain "$2" $3 # more words are more arguments, as in a shell
    got=$?
    set +f
    [ "$got" = "$4" ] || fail "$1" "exit $got, not $4"
    grep -qxF -e "$5" "$work/printed" || fail "$1" "no line '$5' in: $(cat "$work/printed")"
}

# Bytes 80-BF only continue a character.
fits() { # NAME
    tr -d '\200-\277' <"$work/printed" | grep -q '.\{81\}' && fail "$1" "a line of more than 80 characters"
    grep -q '{[1-9]}' "$work/printed" && fail "$1" "a mark that was not filled in"
}

everything() { # the codes and the names of terms, from their catalogues
    sed -n 's/^MSG(\([EWN][0-9]*\),.*/\1/p' include/waardering/messages/*.def
    sed -n 's/^TERM([A-Z0-9_]*, [A-Z]*, "\([^"]*\)", "\([^"]*\)".*/\1\n\2/p' src/model/terms.def
}

rm -rf "$work"
mkdir -p "$work"
while IFS='|' read -r name language words code line; do
    case $name in '' | '#'* | name) continue ;; esac
    try "$name" "$language" "$words" "$code" "$line"
    cases=$((cases + 1))
done <"$here/cases.csv"

everything >"$work/names"
while read -r name; do
    for language in nl en; do
        explain "$language" "$name" || fail "$name" "exit $? in $language"
        fits "$name"
        cases=$((cases + 1))
    done
done <"$work/names"
terms=$(grep -c '^TERM(' src/model/terms.def)
messages=$(cat include/waardering/messages/*.def | grep -c '^MSG(')
[ "$(wc -l <"$work/names")" -eq $((2 * terms + messages)) ] || fail "the list" "not every message and term was tried"
for language in nl en; do
    explain "$language"
    fits "the list"
done
echo "explain: $cases cases, $failed failed"
[ "$failed" -eq 0 ]
