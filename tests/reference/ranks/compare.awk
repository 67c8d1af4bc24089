# compare.awk - tests.csv of the random studies beside expected.csv.
#
#   awk -f compare.awk expected.csv .../001/tests.csv .../002/tests.csv ...
#
# A study is named by its folder.  A number agrees within 1e-9 of what R says (below 1e-3: within 1e-12).  What
# only one of the two has is counted: R has a test where a variance is rounding and no more, we have one
# where R cannot solve.
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
    n_columns = split("statistic df1 df2 p effect", columns, " ")
}
{ sub(/\r$/, "") } # the program ends a line as RFC 4180 has it
FNR == 1 {
    fields($0)
    n_parts = split(FILENAME, parts, "/")
    study = parts[n_parts - 1]
    next
}
NR == FNR {
    key = $at["design"] " " $at["test"] " " $at["a"] " " $at["b"]
    wanted[key] = 1
    if (!($at["design"] in designs)) {
        designs[$at["design"]] = 1
        n_designs++
    }
    for (c = 1; c <= n_columns; c++)
        want[key, c] = $at[columns[c]]
    next
}
$at["variable"] == "y" && $at["group_variable"] == "g" {
    key = study " " $at["test"] " " $at["group_a"] " " $at["group_b"]
    if (!(key in wanted)) {
        ours[$at["test"]]++
        if (ours[$at["test"]] <= 3)
            printf "  ours alone: %s, statistic %s\n", key, $at["statistic"]
        next
    }
    delete wanted[key]
    compared[$at["test"]]++
    for (c = 1; c <= n_columns; c++)
        check(columns[c], $at[columns[c]], want[key, c])
}
END {
    for (key in wanted) {
        missing++
        printf "  MISSING %s\n", key
    }
    for (test in compared)
        printf "  %s: %d tests compared, %d ours alone\n", test, compared[test], ours[test]
    printf "%d designs, %d values compared, %d agree, largest difference %.2g\n", n_designs, values,
        values - differ, largest
    exit differ + missing > 0 || values == 0
}
