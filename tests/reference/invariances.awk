# invariances.awk - two estimates.csv that must say the same; see invariances.sh.
#
#   awk -v how=thousand|mirrored|split -v fitted=0|1 -f invariances.awk BEFORE AFTER
#
# fitted: the weights add up to known totals, whatever they were before.  Figures agree to 1e-12 (of 1, or of
# themselves where they are larger).
function mirror_statistic(statistic) {
    return statistic == "top2" ? "bottom2" : statistic == "bottom2" ? "top2" : statistic
}
# "2" becomes "4", "1+2" becomes "4+5".
function mirror_code(code,    parts, p, n, text) {
    n = split(code, parts, "+")
    for (p = n; p >= 1; p--)
        text = text (p < n ? "+" : "") (6 - parts[p])
    return text
}
# What the value of a column becomes.
function expected(column, statistic, value,    whole) {
    if (value == "")
        return value
    if (how == "thousand")
        return column == "weight_sum" && !fitted ? 1000 * value : value
    whole = how != "mirrored" ? 0 : statistic == "mean" || statistic == "median" ? 6 : statistic == "index" ? 100 : 0
    return whole && column ~ /^(estimate|ci_low|ci_high)$/ ? whole - value : value
}
# The column of BEFORE that a column of AFTER is compared with: a mirrored mean has its bounds the other way round.
function source(column, statistic) {
    if (how == "mirrored" && statistic ~ /^(mean|median|index)$/)
        return column == "ci_low" ? "ci_high" : column == "ci_high" ? "ci_low" : column
    return column
}
# A split changes how many respondents there are, and what is made of that.
function is_compared(column, statistic) {
    if (how != "split")
        return 1
    return column == "estimate" ? statistic != "sd" : column ~ /^(se|df|weight_sum)$/
}
function distance(a, b) {
    if (a == "" || b == "")
        return a == b ? 0 : 1
    a -= b
    a = a < 0 ? -a : a
    b = b < 0 ? -b : b
    return a / (b > 1 ? b : 1)
}
BEGIN {
    FS = ","
    n_columns = split("estimate se df ci_low ci_high n weight_sum n_effective deff", columns, " ")
}
FNR == 1 {
    for (c = 1; c <= NF; c++)
        at[$c] = c
    next
}
NR == FNR {
    code = $at["code"]
    statistic = $at["statistic"]
    if (how == "mirrored" && $at["variable"] ~ /^a[1-4]$/) {
        code = mirror_code(code)
        statistic = mirror_statistic(statistic)
    }
    key = $at["variable"] " " code " " $at["group_variable"] " " $at["group_code"] " " statistic
    known[key] = 1
    for (c = 1; c <= n_columns; c++)
        before[key, columns[c]] = $at[columns[c]]
    next
}
{
    statistic = $at["statistic"]
    key = $at["variable"] " " $at["code"] " " $at["group_variable"] " " $at["group_code"] " " statistic
    if (!(key in known)) {
        printf "\n  NEW %s", key
        differ++
        next
    }
    delete known[key]
    for (c = 1; c <= n_columns; c++) {
        if (!is_compared(columns[c], statistic))
            continue
        want = expected(columns[c], statistic, before[key, source(columns[c], statistic)])
        off = distance($at[columns[c]], want)
        values++
        largest = off > largest ? off : largest
        if (off > 1e-12 && differ++ < 20)
            printf "\n  DIFFERS %s %s: %s, must be %s", key, columns[c], $at[columns[c]], want
    }
}
END {
    for (key in known) {
        printf "\n  GONE %s", key
        differ++
    }
    printf "%s%d values, %d differ, largest difference %.2g\n", differ ? "\n  " : "", values, differ, largest
    exit differ > 0 || values == 0
}
