/* tests/reference/parts/rse.c - the surveys of research software engineers, 2016 and 2017, in three
 * countries. */
#include "question.h"

#include <stddef.h>

static const char *rse_name(const char *theirs)
{
    static const char *const names[][2] = {
        { "affRec", "recognition" },  { "affRec1", "rec1" },  { "affRec2", "rec2" },
        { "affRec3", "rec3" },        { "affRec4", "rec4" },  { "affRec5", "rec5" },
        { "affSat", "satisfaction" }, { "affSat1", "sat1" },  { "affSat2", "sat2" },
        { "affSat3", "sat3" },        { "affSat4", "sat4" },  { "percEmp", "employability" },
        { "percEmp1", "emp1" },       { "percEmp2", "emp2" }, { "percEmp3", "emp3" },
        { "percEmp4", "emp4" },
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is(theirs, names[i][0]))
            return names[i][1];
    return NULL;
}

static struct question rse_item(struct question q, const char *quantity, const char *level)
{
    q.statistic = is(quantity, "sd") ? "sd" : "mean";
    q.column = is(quantity, "n") ? "n" : "estimate";
    if (is(quantity, "n") || is(quantity, "mean") || is(quantity, "sd"))
        return q;
    q.column = "estimate";
    if (is(quantity, "count")) { /* unweighted: the share times those who answered */
        q.statistic = "share";
        q.code = level;
        q.times = "n";
        return q;
    }
    q.statistic = is(quantity, "top2_pct") ? "top2" : "bottom2";
    q.factor = 100;
    return q;
}

/* The reference has scores of 1-5, an index is 25 (x - 1). */
static struct question rse_scale(struct question q, const char *quantity)
{
    q.statistic = is(quantity, "sd") ? "sd" : "index";
    q.column = is(quantity, "n") ? "n" : "estimate";
    if (!is(quantity, "n"))
        q.factor = 1.0 / 25;
    if (is(quantity, "mean"))
        q.offset = 1;
    if (is(quantity, "n") || is(quantity, "mean") || is(quantity, "sd"))
        return q;
    return not_compared("sd / sqrt(n) of those with a score; METHOD 7.2 keeps the others in n_h");
}

/* In the Netherlands two items were asked of recognition and of satisfaction. */
static struct question rse_reliability(const struct sheet *reference, const struct sheet_row *row,
                                       const char *scale, const char *item)
{
    const bool two =
        is(sheet_at(reference, row, "case"), "rse_2017_nl") && !is(scale, "employability");
    const struct question q = reliability_question(reference, row, scale, item);
    if (!two || q.reason || is(q.column, "n") || is(q.column, "item_rest"))
        return q;
    return not_compared(
        "two items: METHOD 7.22 has Spearman-Brown in the place of alpha, and no omega");
}

struct question rse_question(const struct sheet *reference, const struct sheet_row *row)
{
    const char *block = sheet_at(reference, row, "block"),
               *group = sheet_at(reference, row, "group");
    const char *level = sheet_at(reference, row, "level"),
               *quantity = sheet_at(reference, row, "quantity");
    const char *variable = rse_name(sheet_at(reference, row, "variable"));
    struct question q = { .variable = variable,
                          .code = "",
                          .group_variable = "total",
                          .group_code = "total",
                          .factor = 1 };
    if (is(block, "shape") || is(block, "satisgen1"))
        return not_compared("not in the codebook of the study");
    if (!variable)
        return not_compared("this scale is not in the codebook of the study");
    if (is_reliability(block, group, quantity))
        return rse_reliability(reference, row, variable, rse_name(level));
    if (is(block, "item") && !*group)
        return rse_item(q, quantity, level);
    if (is(block, "item") && rse_name(level) && is_plain_figure(quantity)) {
        q.variable = rse_name(level);
        return rse_item(q, quantity, "");
    }
    if (is(block, "scale") && is(group, "min_half"))
        return rse_scale(q, quantity);
    if (is(group, "wilson"))
        return not_compared(
            "a Wilson interval with n* = n; METHOD 7.7 has n* = p q / V, which is less");
    return not_compared("an unweighted test: ours are linearised (METHODS 7.9-7.11)");
}
