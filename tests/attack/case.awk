# A table by hand becomes what the attacker reads: results.csv, quality.csv, truth.csv and a study.
#   total 12 30 58        everybody: a count an answer
#   g1=2  3x 4x 9         x: hidden.  All hidden: the base is hidden too.
#   g1=3  2& 3 9          &: shown as one with the next answer
#   before 20 30x 50      everybody in 2025, before the others
#   change 2 7            answer 2 rose 7 points since
#   bounds                everybody's figures below have an interval
#   mean g1=3             its mean with one decimal;  mean-ci: with an interval
#   weighted              in front: the figures are weighted, and so not those of the counts
# The last answer has the highest score. -v out=FOLDER.
function row_in(wave, code, by, group, statistic, value, ci, n, flag) {
    printf "case,%s,GM0,vol,q,q,%s,%s,%s,%s,%s,%s,%s,%s,%s\n", wave, code, by, group, statistic,
        value, ci, ci, n, flag > results
}
function row(code, by, group, statistic, value, ci, n, flag) {
    row_in(2026, code, by, group, statistic, value, ci, n, flag)
}
function percent(part, all) { return int((200 * part + all) / (2 * all)) + 2 * weighted }
BEGIN {
    results = out "/results.csv"; truth = out "/truth.csv"
    print "study,wave,municipality,source,table,variable,code,group_variable,group_code,statistic," \
        "value,ci_low,ci_high,n,flag" > results
    print "wave,source,variable,code,group_variable,group_code,count" > truth
}
NF == 0 || /^#/ { next }
/^weighted/ { weighted = 1; next }
/^bounds/ { bounds = 1; next }
/^before/ {
    n = 0
    for (k = 2; k <= NF; k++) n += $k
    print "2025,vol,,@n,total,total," n > truth
    for (k = 2; k <= NF; k++) {
        print "2025,vol,q," k - 1 ",total,total," $k + 0 > truth
        if ($k ~ /x/) row_in(2025, k - 1, "total", "total", "share", "", "", "", "c")
        else row_in(2025, k - 1, "total", "total", "share", percent($k, n), bounds, n, "")
    }
    next
}
/^change/ { row($2, "total", "total", "change_share", $3, "", base["total"], ""); next }
/^mean/ {
    sum = 0
    for (k = 1; k <= answers; k++) sum += k * count[$2, k]
    split($2 == "total" ? "total=total" : $2, at, "=")
    row("", at[1], at[2], "mean", int((20 * sum + base[$2]) / (2 * base[$2])) / 10 + weighted / 5,
        $1 == "mean-ci" ? "2.0" : "", base[$2], "")
    next
}
{
    split($1 == "total" ? "total=total" : $1, at, "=")
    answers = NF - 1
    n = hidden = 0
    for (k = 1; k <= answers; k++) { count[$1, k] = $(k + 1) + 0; n += count[$1, k]; hidden += $(k + 1) ~ /x/ }
    base[$1] = n
    if ($1 == "total") used = n
    else if (!(at[1] in seen)) { seen[at[1]] = 1; print "2026,vol,,@n," at[1] ",@none,0" > truth }
    print "2026,vol,,@n," at[1] "," at[2] "," n > truth
    joined = ""; sum = 0
    for (k = 1; k <= answers; k++) {
        print "2026,vol,q," k "," at[1] "," at[2] "," count[$1, k] > truth
        joined = joined (joined == "" ? "" : "+") k; sum += count[$1, k]
        if ($(k + 1) ~ /&/) continue
        if ($(k + 1) ~ /x/) row(joined, at[1], at[2], "share", "", "", "", "c")
        else row(joined, at[1], at[2], "share", percent(sum, n), at[1] == "total" ? bounds : "", n, "")
        joined = ""; sum = 0
    }
}
END {
    print "wave,source,file,check,variable,code,count\n2026,vol,f,used,,," used > (out "/quality.csv")
    print "name,source,type,values,role\nq,vol,single,list,outcome" > (out "/codebook/variables.csv")
    print "list,code,missing,side,score" > (out "/codebook/values.csv")
    for (k = 1; k <= answers; k++) print "list," k ",,," > (out "/codebook/values.csv")
    print "sources:\n  - { id: vol, respondents: volunteers, weights: { method: " \
        (weighted ? "rake" : "none") " } }" > (out "/study.yml")
}
