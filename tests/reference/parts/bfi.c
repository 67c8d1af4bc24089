/* tests/reference/parts/bfi.c - 2,800 people, 25 items of five scales, seven of them reversed. */
#include "question.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 2800, REVERSED_SUM = 7 /* x becomes 7 - x */ };

/* Our name of a variable or scale is theirs in small letters. */
static const char *small(const char *theirs, char room[SHEET_LINE])
{
    size_t i = 0;
    for (; theirs[i] && i + 1 < SHEET_LINE; i++)
        room[i] = (char)tolower((unsigned char)theirs[i]);
    room[i] = '\0';
    return room;
}

static bool is_reversed(const char *item)
{
    static const char *const reversed[] = { "A1", "C4", "C5", "E1", "E2", "O2", "O5" };
    for (size_t i = 0; i < sizeof reversed / sizeof *reversed; i++)
        if (is(item, reversed[i]))
            return true;
    return false;
}

/* n of a question with a list is that of its shares too; of a number there is its mean. */
static struct question figure(struct question q, const char *quantity)
{
    q.statistic = is(quantity, "sd") ? "sd" : "mean";
    q.column = is(quantity, "n") ? "n" : "estimate";
    if (is_plain_figure(quantity))
        return q;
    return not_compared("skewness, kurtosis, and a median of answers: not our figures");
}

static struct question description(struct question q, const char *quantity, const char *level)
{
    if (is(quantity, "missing")) {
        q = figure(q, "n");
        q.factor = -1;
        q.offset = ROWS;
    } else if (is(quantity, "count")) { /* unweighted: the share times those who answered */
        q.statistic = "share";
        q.code = level;
        q.column = "estimate";
        q.times = "n";
    } else if (is(quantity, "median") && is(q.variable, "age")) {
        q.statistic = "median";
        q.column = "estimate";
    } else {
        return figure(q, quantity);
    }
    return q;
}

/* R turned the item round, estimates.csv has it as it was asked. */
static struct question item(struct question q, const char *theirs, const char *quantity)
{
    q = figure(q, quantity);
    if (is_reversed(theirs) && is(quantity, "mean")) {
        q.factor = -1;
        q.offset = REVERSED_SUM;
    }
    return q;
}

/* The reference has scores of 1-6, an index is 20 (x - 1). */
static struct question scale(struct question q, const char *group, const char *quantity)
{
    if (is(group, "quantile_type7"))
        return not_compared("an interpolated quantile: not one of our rules (METHOD 7.13)");
    q.statistic = is(quantity, "sd") ? "sd" : "index";
    q.column = is(quantity, "n") ? "n" : "estimate";
    if (!is(quantity, "n"))
        q.factor = 1.0 / 20;
    if (is(quantity, "mean"))
        q.offset = 1;
    return q;
}

struct question bfi_question(const struct sheet *reference, const struct sheet_row *row)
{
    static char variable[SHEET_LINE], part[SHEET_LINE];
    const char *block = sheet_at(reference, row, "block");
    const char *group = sheet_at(reference, row, "group");
    const char *level = sheet_at(reference, row, "level");
    const char *quantity = sheet_at(reference, row, "quantity");
    struct question q = { .variable = small(sheet_at(reference, row, "variable"), variable),
                          .code = "",
                          .group_variable = "total",
                          .group_code = "total",
                          .factor = 1 };
    if (is_reliability(block, group, quantity))
        return reliability_question(reference, row, variable, small(level, part));
    if (is(block, "desc"))
        return description(q, quantity, level);
    if (is(block, "item")) {
        q.variable = small(level, part);
        return item(q, level, quantity);
    }
    if (is(block, "scale"))
        return scale(q, group, quantity);
    if (is(block, "quality"))
        return not_compared("of all 25 items at once: METHOD 7.29 looks at each battery");
    if (is(block, "pearson") || is(block, "spearman") || is(block, "kendall"))
        return not_compared("correlations between questions: not built");
    return not_compared("an unweighted test: ours are linearised (METHODS 7.9-7.11)");
}
