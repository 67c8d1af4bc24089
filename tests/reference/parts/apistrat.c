/* tests/reference/parts/apistrat.c - Californian schools: stratified and simple random samples, with
 * and without finite populations, and weights that were fitted. */
#include "question.h"

#include <stdio.h>
#include <string.h>

static const char *our_name(const char *theirs)
{
    return is(theirs, "sch.wide") ? "sch_wide" : is(theirs, "comp.imp") ? "comp_imp" : theirs;
}

/* Everybody weighs the same, so an unweighted figure is a weighted one. */
static bool is_srs(const char *name)
{
    return strncmp(name, "apisrs", 6) == 0;
}

/* Columns of estimates.csv by what the reference calls them. */
static bool plain_column(struct question *q, const char *quantity)
{
    static const char *const columns[][2] = {
        { "n_valid", "n" },
        { "degf", "df" },
        { "mean", "estimate" },
        { "se", "se" },
        { "n", "n" },
        { "lo_t", "ci_low" },
        { "hi_t", "ci_high" },
        { "p", "estimate" },
        { "p_se", "se" },
        { "lo", "ci_low" },
        { "hi", "ci_high" },
        { "deff_srswr", "deff" },
        { "p_deff_srswr", "deff" },
    };
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (is(quantity, columns[i][0]))
            q->column = columns[i][1];
    return q->column;
}

/* The weights of a stratum, and so their sum, are the same in every sample: the standard error of a
 * total is that of the mean times the sum. */
static bool total_column(struct question *q, const char *quantity)
{
    if (is(quantity, "total") || is(quantity, "wtotal"))
        q->column = "estimate";
    else if (is(quantity, "total_se") || is(quantity, "wtotal_se"))
        q->column = "se";
    else
        return false;
    q->times = "weight_sum";
    return true;
}

static bool finite_column(struct question *q, const char *quantity)
{
    if (!is(quantity, "deff_srswor") && !is(quantity, "p_deff_srswor"))
        return false;
    q->column = "deff";
    q->finite = true;
    return true;
}

static bool spread_column(struct question *q, const char *quantity, bool srs)
{
    if (!is(quantity, "var") && !(srs && is(quantity, "unw_sd")))
        return false;
    q->statistic = "sd";
    q->column = "estimate";
    q->squared = is(quantity, "var");
    return true;
}

static struct question figure(struct question q, const char *quantity, bool srs)
{
    if (plain_column(&q, quantity) || total_column(&q, quantity) || finite_column(&q, quantity) ||
        spread_column(&q, quantity, srs))
        return q;
    q.column = "estimate";
    if (srs && is(quantity, "unw_mean"))
        return q;
    if (is(quantity, "lo_z") || is(quantity, "hi_z"))
        return not_compared(
            "an interval with the normal quantile; ours has Student's (METHOD 7.6)");
    return not_compared("not one of the figures of estimates.csv");
}

static struct question share(struct question q, const char *quantity, const char *level, bool srs)
{
    q.statistic = "share";
    q.code = level;
    if (!is(quantity, "n") || !*level)
        return figure(q, quantity, srs);
    if (!srs)
        return not_compared("an unweighted count of an answer");
    q.column = "estimate";
    q.times = "n";
    return q;
}

static struct question interval(struct question q, const char *method, const char *quantity,
                                const char *level)
{
    q = share(q, quantity, level, false);
    if (is(method, "beta"))
        return q;
    q.file = IN_LOGIT;
    if (is(method, "xlogit"))
        return q;
    q.reason = "the interval of `xlogit`, by an iteration that stops at 1e-8 (relative)";
    q.looked_at = is(method, "logit");
    return q.looked_at ? q : not_compared("not one of our intervals");
}

static struct question quantile(struct question q, const char *rule, const char *level,
                                const char *quantity)
{
    if (is(rule, "hf7"))
        return not_compared("an interpolated quantile: not one of our rules (METHOD 7.13)");
    if (is(rule, "math") && is(level, "0.5")) {
        q.statistic = "median";
        q.column = is(quantity, "quantile")  ? "estimate"
                   : is(quantity, "ci.2.5")  ? "ci_low"
                   : is(quantity, "ci.97.5") ? "ci_high"
                                             : "se";
        return q;
    }
    q.file = IN_QUANTILES;
    q.rule = rule;
    q.p = level;
    q.column = quantity;
    return q;
}

/* A row of `weights`, of every respondent on a question that everybody answered. */
static struct question weights(struct question q, const char *quantity)
{
    static const char *const columns[][2] = { { "sum", "weight_sum" },
                                              { "neff", "n_effective" },
                                              { "kish_deff", "n" } };
    if (is(quantity, "min") || is(quantity, "max")) {
        q.file = IN_WEIGHTS;
        q.line = quantity;
        return q;
    }
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (is(quantity, columns[i][0]))
            q.column = columns[i][1];
    if (is(quantity, "kish_deff"))
        q.over = "n_effective";
    q.variable = "api00";
    return q;
}

/* Respondent 1 stands in line 2. */
static struct question weight_of_row(const char *level)
{
    static char line[20];
    int row = 0;
    sscanf(level, "%d", &row);
    snprintf(line, sizeof line, "%d", row + 1);
    return (struct question){ .file = IN_WEIGHTS, .line = line };
}

/* A test of ours over all groups, or of the only two: their codes. */
static struct question our_test(struct question q, const char *test, const char *group)
{
    const bool two = is(test, "t");
    q.file = IN_TESTS;
    q.statistic = test;
    q.group_variable = our_name(group);
    q.group_code = two ? "No" : "";
    q.group_b = two ? "Yes" : "";
    return q;
}

static struct question crossed(struct question q, const char *group, const char *statistic,
                               const char *quantity)
{
    if (!is(statistic, "F"))
        return not_compared("another statistic than Rao and Scott's F (METHOD 7.11)");
    q = our_test(q, "rao-scott", group);
    q.column = is(quantity, "stat") ? "statistic" : quantity;
    return q;
}

static struct question difference_of_two(struct question q, const char *group, const char *quantity)
{
    if (is(quantity, "lo") || is(quantity, "hi"))
        return not_compared("the interval of a difference: tests.csv has its t and df");
    q = our_test(q, "t", group);
    q.column = is(quantity, "t")    ? "statistic"
               : is(quantity, "df") ? "df1"
               : is(quantity, "p")  ? "p"
                                    : "effect";
    return q;
}

static struct question other(const char *block)
{
    if (is(block, "svyranktest"))
        return not_compared("ranks that break ties by the order of the rows; ours are mid-ranks "
                            "(METHOD 7.9)");
    if (is(block, "ratio") || is(block, "contrast"))
        return not_compared("of two questions: a figure of ours has one");
    return not_compared("an unweighted test or association: not one of our methods");
}

static struct question by_group(struct question q, const char *group)
{
    static char name[SHEET_LINE];
    snprintf(name, sizeof name, "%s", group);
    name[strcspn(name, "=")] = '\0';
    q.group_variable = our_name(name);
    q.group_code = strchr(group, '=') + 1;
    return q;
}

struct question apistrat_question(const struct sheet *reference, const struct sheet_row *row)
{
    const char *name = sheet_at(reference, row, "case"), *block = sheet_at(reference, row, "block");
    const char *group = sheet_at(reference, row, "group");
    const char *level = sheet_at(reference, row, "level");
    const char *quantity = sheet_at(reference, row, "quantity");
    const char *variable = sheet_at(reference, row, "variable");
    const bool srs = is_srs(name);
    const bool numeric =
        !is(variable, "stype") && !is(variable, "sch.wide") && !is(variable, "awards");
    struct question q = { .variable = our_name(variable),
                          .statistic = "mean",
                          .code = "",
                          .group_variable = "total",
                          .group_code = "total",
                          .factor = 1 };
    if (strncmp(name, "apistrat_calibrate_", 19) == 0)
        return not_compared("a margin that is a number (api99): ours are answers (METHOD 7.16)");
    if (is(sheet_at(reference, row, "value"), "Inf"))
        return not_compared("R takes the sample for the whole population");
    if (is(quantity, "n_missing"))
        return not_compared("not one of the figures of estimates.csv");
    /* n, missing and df of a question stand with any of its answers. */
    if ((is(block, "by") || is(block, "freq")) && !numeric && !*level) {
        q.statistic = "share";
        q.code = is(variable, "stype") ? "E" : "No";
        q = is(block, "by") ? by_group(q, group) : q;
        return figure(q, quantity, srs);
    }
    if (is(block, "by"))
        return numeric ? figure(by_group(q, group), quantity, srs)
                       : share(by_group(q, group), quantity, level, srs);
    if (is(block, "mean") || is(block, "cal_mean"))
        return figure(q, quantity, srs);
    if (is(block, "cal_total"))
        return figure(q, is(quantity, "se") ? "total_se" : quantity, srs);
    if (is(block, "freq"))
        return share(q, quantity, level, srs);
    if (is(block, "ciprop"))
        return interval(q, group, quantity, level);
    if (is(block, "quantile"))
        return quantile(q, group, level, quantity);
    if (is(block, "weights"))
        return weights(q, quantity);
    if (is(block, "svychisq"))
        return crossed(q, group, level, quantity);
    if (is(block, "svyttest"))
        return difference_of_two(q, group, quantity);
    return is(block, "weight_row") ? weight_of_row(level) : other(block);
}
