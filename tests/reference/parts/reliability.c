/* tests/reference/parts/reliability.c - what R's psych says of a scale, beside scales.csv of the run. */
#include "question.h"

bool is_reliability(const char *block, const char *group, const char *quantity)
{
    return is(block, "alpha") || is(block, "alpha_drop") || is(block, "omega") ||
           (is(block, "item") && *group && !is_plain_figure(quantity));
}

bool is_plain_figure(const char *quantity)
{
    return is(quantity, "n") || is(quantity, "mean") || is(quantity, "sd");
}

/* Feldt's bounds stand with alpha in estimates.csv. */
static struct question bound(const char *scale, const char *column)
{
    return (struct question){ .variable = scale,
                              .code = "",
                              .group_variable = "total",
                              .group_code = "total",
                              .statistic = "alpha",
                              .column = column,
                              .factor = 1 };
}

static struct question of_scales(const char *scale, const char *item, const char *column)
{
    return (
        struct question){ .file = IN_SCALES, .variable = scale, .line = item, .column = column };
}

static struct question alpha(const char *scale, const char *quantity)
{
    if (is(quantity, "feldt_lo"))
        return bound(scale, "ci_low");
    if (is(quantity, "feldt_hi"))
        return bound(scale, "ci_high");
    if (is(quantity, "raw_alpha"))
        return of_scales(scale, "", "alpha");
    if (is(quantity, "n_complete"))
        return of_scales(scale, "", "n");
    if (is(quantity, "mean") || is(quantity, "sd"))
        return not_compared(
            "R averages whoever answered one item; our score asks for half of them");
    return not_compared("not one of the figures of METHOD 7.19");
}

static struct question omega(const char *scale, const char *group, const char *quantity)
{
    if (!is(group, "minres1f"))
        return not_compared("by maximum likelihood; METHOD 7.21 has least squares");
    if (!is(quantity, "omega_tot"))
        return not_compared("omega hierarchical: one factor alone has none");
    struct question q = of_scales(scale, "", "omega");
    q.tolerance = 1e-6;
    return q;
}

struct question reliability_question(const struct sheet *reference, const struct sheet_row *row,
                                     const char *scale, const char *item)
{
    const char *block = sheet_at(reference, row, "block");
    const char *quantity = sheet_at(reference, row, "quantity");
    const char *group = sheet_at(reference, row, "group");
    if (is(block, "omega"))
        return omega(scale, group, quantity);
    if (is(group, "pairwise"))
        return not_compared("of pairs of answers; METHOD 7.19 is of those who answered all items");
    if (is(block, "alpha"))
        return alpha(scale, quantity);
    if (is(block, "alpha_drop") && is(quantity, "raw_alpha"))
        return of_scales(scale, item, "alpha_if_dropped");
    if (is(block, "item") && is(quantity, "r.drop"))
        return of_scales(scale, item, "item_rest");
    if (is(block, "alpha_drop"))
        return not_compared("alpha of correlations; METHOD 7.20 has that of covariances");
    return not_compared(
        "with a sum that the item is part of, or standardised; METHOD 7.20 is r.drop");
}
