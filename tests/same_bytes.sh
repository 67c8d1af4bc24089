#!/bin/bash
# The same published bytes in two locales, two time zones, twice, and with the rows shuffled (in a study
# without duplicate ids).
set -u
bin=$1
base=.build/same
rm -rf $base
mkdir -p $base
failed=0

run() { # NAME STUDY, with the environment of the caller
    "$bin" run "$2" -o "$base/$1" -q || failed=1
}
same() { # NAME NAME
    diff -r "$base/$1" "$base/$2" >/dev/null || { echo "$1 and $2 differ"; failed=1; }
}

if ! locale -a 2>/dev/null | grep -qi '^nl_NL.utf-\?8$'; then
    if command -v localedef >/dev/null && [ "$(id -u)" -eq 0 ]; then
        localedef -i nl_NL -f UTF-8 nl_NL.UTF-8 2>/dev/null || true
    fi
fi
locale -a 2>/dev/null | grep -qi '^nl_NL.utf-\?8$' ||
    echo "SKIPPED: the locale nl_NL.UTF-8 is not here (package locales); its name is set all the same"
LC_ALL=C TZ=UTC run c input
LC_ALL=C TZ=UTC run again input
LC_ALL=nl_NL.UTF-8 LANG=nl_NL.UTF-8 TZ=Pacific/Kiritimati run nl input
LC_ALL=nl_NL.UTF-8 TZ=America/St_Johns run nl2 input
same c again
same c nl
same c nl2

# shuffled rows: the small study has no duplicate ids and no line breaks in cells
cp -R tests/small $base/shuffled-study
for file in $base/shuffled-study/*/*.csv; do
    case $file in */codebook/*) continue ;; esac
    { head -n 1 "$file"; tail -n +2 "$file" | awk 'BEGIN { srand(7) } { print rand() "\t" $0 }' |
        sort -k 1,1 | cut -f 2-; } >$base/shuffled.csv
    cmp -s "$file" $base/shuffled.csv && { echo "not shuffled: $file"; failed=1; }
    cp $base/shuffled.csv "$file"
done
run small tests/small
run shuffled $base/shuffled-study
same small shuffled
[ $failed -eq 0 ] && echo "all the same"
exit $failed
