#!/bin/bash
# tests/man/run.sh BUILD - man pages and completion, beside what --help says: every command and every
# option is in all of them.  BUILD is .build/VARIANT, with `make extras` done.
set -u
LC_ALL=C
export LC_ALL

build=${1:?usage: run.sh BUILD}
bin=$build/waardering
extra=$build/extra
failed=0
cases=0

fail() { # WHAT
    echo "FAILED $1"
    failed=$((failed + 1))
}

completes() { # WORD LINE...: bash offers WORD behind LINE
    local wanted=$1
    shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    cases=$((cases + 1))
    _waardering
    printf '%s\n' "${COMPREPLY[@]}" | grep -qxF -e "$wanted" || fail "bash: no '$wanted' behind: $*"
}

names() { # the names of --help: "check", "--wave"
    "$bin" --help --lang=en | grep -oE '^  [a-z]+ | --[a-z-]+' | tr -d ' '
}

[ "$(names | wc -l)" -ge 15 ] || fail "--help names too little"
# shellcheck disable=SC1091
. "$extra/waardering.bash"
for name in $(names); do
    for file in waardering.bash _waardering; do
        cases=$((cases + 1))
        grep -qE -e "(^|[^a-z-])$name([^a-z-]|$)" "$extra/$file" || fail "$file: no $name"
    done
    cases=$((cases + 1))
    # roff has marks for bold, and a backslash before a hyphen
    sed 's/\\f[BIR]//g;s/\\//g' "$extra/waardering.1" | grep -qE -e "(^|[^a-z-])$name([^a-z-]|$)" || fail "waardering.1: no $name"
    case $name in
    -*) ;;
    *) completes "$name" waardering "${name:0:1}" ;;
    esac
done
completes --lang waardering check --l
completes nl waardering check --lang n
completes en waardering check --lang = ''
completes --from waardering init --f
completes Makefile waardering check Make
COMP_WORDS=(waardering check --f) COMP_CWORD=2
_waardering
[ ${#COMPREPLY[@]} -eq 0 ] || fail "bash: an option of another command: ${COMPREPLY[*]}"
for page in waardering.1 waardering-study.5; do
    cases=$((cases + 1))
    grep -q '^\.SH NAME' "$extra/$page" || fail "$page is no man page"
    grep -q '@LISTS@' "$extra/$page" && fail "$page: lists are missing"
done
if command -v zsh >/dev/null; then
    cases=$((cases + 1))
    zsh -n "$extra/_waardering" || fail "zsh cannot read _waardering"
else
    echo "  SKIP zsh: it is not here"
fi
"$bin" --help | grep -q -e --print && fail "--print is for the Makefile alone"
"$bin" --print=perl >/dev/null 2>&1
[ $? -eq 2 ] || fail "--print=perl is no error"
echo "man and completion: $cases cases, $failed failed"
[ "$failed" -eq 0 ]
