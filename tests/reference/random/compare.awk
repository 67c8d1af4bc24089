# compare.awk - estimates.csv of the random studies beside expected.csv.
#
#   awk -f compare.awk expected.csv .../001/estimates.csv .../002/estimates.csv ...
#
# A study is named by its folder.  A figure agrees within 1e-9 of what R says (below 1e-3: within 1e-12); where
# R has no bounds there must be none.
function fields(line) {
    split("", at)
    count = split(line, names, ",")
    for (c = 1; c <= count; c++)
        at[names[c]] = c
}
function check(column, got, want,    off, size) {
    values++
    if (got == "" || want == "") {
        off = got == want ? 0 : 1
    } else {
        off = got - want
        off = off < 0 ? -off : off
        size = want < 0 ? -want : want
        off /= size > 1e-3 ? size : 1e-3
    }
    if (off > largest)
        largest = off
    if (off <= 1e-9)
        return
    differ++
    if (differ <= 40)
        printf "  DIFFERS %s %s: got %s, want %s\n", key, column, got, want
}
BEGIN {
    FS = ","
    n_columns = split("estimate se df ci_low ci_high n", columns, " ")
}
FNR == 1 {
    fields($0)
    n_parts = split(FILENAME, parts, "/")
    study = parts[n_parts - 1]
    next
}
NR == FNR {
    key = $at["design"] " " $at["group"] " " $at["statistic"]
    wanted[key] = 1
    if (!($at["design"] in designs)) {
        designs[$at["design"]] = 1
        n_designs++
    }
    for (c = 1; c <= n_columns; c++)
        want[key, c] = $at[columns[c]]
    next
}
$at["variable"] == "y" {
    key = study " " $at["group_code"] " " $at["statistic"]
    if (!(key in wanted) || ($at["statistic"] == "share" && $at["code"] != "3"))
        next
    delete wanted[key]
    for (c = 1; c <= n_columns; c++)
        check(columns[c], $at[columns[c]], want[key, c])
}
END {
    for (key in wanted) {
        missing++
        printf "  MISSING %s\n", key
    }
    printf "%d designs, %d values compared, %d agree, largest difference %.2g\n", n_designs, values,
        values - differ, largest
    exit differ + missing > 0 || values == 0
}
