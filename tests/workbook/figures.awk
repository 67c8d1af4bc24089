# Sets every figure on the sheets beside results.csv, by its key and both ways round.
#   awk -v wave=2026 -f figures.awk results.csv SHEETS     SHEETS as of sheets.sh
# Neither file may have a figure that the other has not, nor another value, bound, base or sign.
function fail(what) { print what; failed = 1 }
function same(a, b) { return a == b || (a != "" && b != "" && a ~ /^[-0-9.]+$/ && b ~ /^[-0-9.]+$/ && a + 0 == b + 0) }
function cell(name) { return name in at ? $(at[name]) : "" }

FNR == 1 { file++ }
{ sub(/\r$/, "") }
file == 1 && FNR > 1 {
    split($0, field, ",")
    key = field[2] "," field[4] "," field[5] "," field[6] "," field[7] "," field[8] "," field[9] "," field[10]
    for (i = 11; i <= 15; i++)
        want[key, i] = field[i]
    known[key] = 1
    source_of[field[5]] = source_of[field[5]] == "" || source_of[field[5]] == field[4] ? field[4] : "several"
    next
}
file == 1 { next }

$1 != sheet { sheet = $1; row = 0; split("", at) }
{ row++ }
row == 4 { for (i = 2; i <= NF; i++) at[names[$i] != "" ? names[$i] : $i] = i }
row > 4 && cell("statistic") != "" {
    statistic = cell("statistic")
    table = cell("table"); variable = cell("variable"); source = cell("source")
    group = cell("group_variable") "," cell("group_code")
    if ("group_variable" in at && "source" in at) table = variable = "response"
    else if ("table" in at) group = "total,total"
    else {
        table = variable = sheet
        if (split(sheet, part, "-") == 2) { table = variable = part[1]; source = part[2] }
        else source = source_of[table]
    }
    when = statistic ~ /^change_/ || !("wave" in at) ? wave : cell("wave")
    key = when "," source "," table "," variable "," cell("code") "," group "," statistic
    if (!(key in known)) { fail(sheet ": " key " is not in results.csv"); next }
    seen[key]++
    sign = cell("sign"); gsub(/[][]/, "", sign)
    if (sign != want[key, 15]) fail(sheet ": " key ": sign " sign " for " want[key, 15])
    for (i = 11; i <= 14; i++) {
        value = cell(column[i])
        if (value ~ /^\[/) value = ""
        if (!same(value, want[key, i])) fail(sheet ": " key ": " column[i] " " value " for " want[key, i])
    }
}
END {
    for (key in known) {
        n++
        if (seen[key] != 1) fail(key " stands on " seen[key] + 0 " sheets")
    }
    printf "%d figures of results.csv, each on one sheet: %s\n", n, failed ? "no" : "yes"
    exit failed || n == 0
}
BEGIN {
    OFS = FS = "\t"
    names["Cijfer"] = names["Figure"] = column[11] = "value"
    names["Ondergrens"] = names["Lower bound"] = column[12] = "low"
    names["Bovengrens"] = names["Upper bound"] = column[13] = "high"
    names["Aantal (n)"] = names["Number (n)"] = column[14] = "n"
    names["Teken"] = names["Sign"] = "sign"
    names["Meting"] = names["Wave"] = "wave"
}
