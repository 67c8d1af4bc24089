/* stats/crosstab.h - groups by values on one design: what a test of differences between groups
 * starts from.
 *
 * METHODS 7.9-7.11.  Everybody with a group and a valid value stands in one *cell*, group * n_values +
 * value.  A figure is what it gives to a cell (a *deviation*), as in stats/design.h; two figures on
 * one design have a covariance, so a contrast needs no other code.  Rows outside the cells stay in
 * their stratum.
 *
 * Where units are respondents and weights are as they are, sums per stratum and cell carry every
 * variance, and no respondent is looked at again; else totals of units do.  Tests are linearised
 * (METHOD 7.2), also where a standard error of a figure is a jackknife's or a bootstrap's.
 *
 * Shapes   sums[h * n_cells + cell], zeros the same; deviation[n_cells] of each of k figures, one
 *          figure behind the other; covariance[k * k].
 * Units    A deviation is per unit of weight: divided by the sum of the weights that count.
 * Errors   Variances are NaN where a stratum has a lone unit that nothing says how to count.
 * Memory   What is made lives as long as the arena that is given; scratch is freed before a return. */
#ifndef STATS_CROSSTAB_H
#define STATS_CROSSTAB_H

#include "waardering/arena.h"
#include "waardering/design.h"
#include "waardering/sums.h"

struct wrd_crosstab {
    const struct wrd_design *design;
    size_t n_groups, n_values;
    const struct wrd_sums *sums;
    const uint64_t *zeros;     /* of weight 0 among the n of a cell; NULL: nobody */
    const uint64_t *stratum_n; /* [n_strata] respondents of positive weight, of the whole sample */
    const uint64_t *reached;   /* [n_strata] those of them in the groups, with a value or without */
    /* [design->n]: the cell of each; n_cells: in a group, without a value; above: in none.  NULL:
     * the sums carry the variances. */
    const uint32_t *cell;

    /* Set by wrd_crosstab_settle. */
    const double *fraction; /* [n_strata] share of what there is that answered (METHOD 7.2) */
    double df;              /* METHOD 7.3, of those in the cells */
    double sample_df;       /* of the whole sample */
    bool lone;
    const struct wrd_sums *all; /* [n_strata * n_values] of all groups together */
    const uint64_t *all_zeros;
    /* Of a table that was made of another: the cell here of each of its cells; else NULL. */
    const uint32_t *fold;
    size_t n_folded;
};

static inline size_t wrd_crosstab_cells(const struct wrd_crosstab *table)
{
    return table->n_groups * table->n_values;
}

void wrd_crosstab_settle(struct wrd_arena *arena, struct wrd_crosstab *table);
/* One group against all others: group 0 is the others, group 1 the one.  `table` is settled. */
struct wrd_crosstab wrd_crosstab_against_rest(struct wrd_arena *arena,
                                              const struct wrd_crosstab *table, size_t group);

/* The weight of a cell, and of all of a group; in weights. */
double wrd_crosstab_weight(const struct wrd_crosstab *table, size_t cell);
double wrd_crosstab_group_weight(const struct wrd_crosstab *table, size_t group);
/* Respondents of positive weight. */
uint64_t wrd_crosstab_count(const struct wrd_crosstab *table, size_t group);

/* The mean of y[n_values] in a group that has weight, and what a cell gives to it; cells of other
 * groups are left as they are. */
double wrd_crosstab_mean(const struct wrd_crosstab *table, size_t group, const double *y,
                         double *deviation);
void wrd_crosstab_covariance(const struct wrd_crosstab *table, const double *deviation, size_t k,
                             double *covariance);

#endif
