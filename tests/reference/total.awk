# total.awk - adds up the accounts that compare.c prints: what was compared, a line a case and a method (a
# block of the reference), and what was not, a line a case and a reason.  Exit 1: fewer than `least` values.
FNR == 1 {
    name = FILENAME
    sub(/.*\//, "", name)
    sub(/\.account$/, "", name)
    sub(/-.*/, "", name) # the designs of one data set are one case
}
/^  [^ ]+ +[0-9]+ compared, / {
    key = name " " $1
    if (!(key in compared))
        keys[++n] = key
    compared[key] += $2
    agree[key] += $4
    cases[name] += $2
    all += $2
    agreed += $4
}
/^  not compared: / {
    reason = $0
    sub(/^  not compared: +[0-9]+ [^:]*: /, "", reason)
    sub(/; largest difference.*/, "", reason)
    key = name ": " reason
    if (!(key in left))
        reasons[++m] = key
    left[key] += $3
    without += $3
}
END {
    for (i = 1; i <= n; i++)
        printf "  %-50s %5d compared, %5d agree\n", keys[i], compared[keys[i]], agree[keys[i]]
    for (i = 1; i <= m; i++)
        printf "  %5d not covered: %s\n", left[reasons[i]], reasons[i]
    for (name in cases)
        surveys += name ~ /^golden/ ? 0 : cases[name]
    printf "  in all %d compared (%d of surveys, the others of the golden data), %d agree; %d not covered\n",
        all, surveys, agreed, without
    exit all < least
}
