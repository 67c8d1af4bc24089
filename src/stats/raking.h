/* stats/raking.h - weights that add up to known totals: raking, and trimming in between.
 *
 * METHOD 7.16; with one margin it is post-stratification (METHOD 7.17).  The problem is stated on
 * weighting cells (waardering/design.h), never on respondents, and its sums run over the cells in
 * their own order: the order of a file cannot be seen in a weight.  It can be solved again with other
 * weights of the cells, as a replicate needs (METHOD 7.5).
 *
 * Shapes   w[n_cells], the weight of all respondents of a cell together, before fitting;
 *          factor[n_cells], by which each of their weights is multiplied.
 * Units    Targets are shares, 0-1, of the respondents with an answer on the margin; a step never
 *          changes the sum of all weights.  Limits are times the mean weight.
 * Errors   WRD_EDOMAIN: a category with a target has no weight, or after the last cycle a margin is off
 *          by more than WRD_RAKING_TOLERANCE; `raked` names the worst.  Limits that cannot be held
 *          are no error: `raked` says so, and the margins are met.
 * Memory   Scratch is freed before it returns.
 * Source   Deming and Stephan (1940), "On a least squares adjustment of a sampled frequency table
 *          when the expected marginal totals are known", Annals of Mathematical Statistics 11(4),
 *          427-444. */
#ifndef STATS_RAKING_H
#define STATS_RAKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/status.h"

#define WRD_RAKING_TOLERANCE 1e-6 /* of its target: further off is not met */

struct wrd_raking_margin {
    size_t n_categories;
    const uint32_t *category; /* [n_cells]; n_categories: no answer on this margin */
    const double *target;     /* [n_categories], each above 0, together 1 */
};

struct wrd_raking {
    size_t n_cells;
    const struct wrd_raking_margin *margins;
    size_t n_margins;
    const double
        *base; /* [n_cells] the weight of each respondent before fitting; 0: counts nowhere */
    bool trims;
    double low, high;
};

struct wrd_raked {
    unsigned cycles;          /* of all rounds together */
    size_t margin, category;  /* the worst */
    double off;               /* its weighted share over its target, less 1 */
    double share;             /* its weighted share */
    double smallest, largest; /* weight of a respondent, times the mean */
    bool held;                /* the limits, if there are any */
    double trimmed;           /* respondents whose weight was cut to a limit */
};

enum wrd_status wrd_rake(const struct wrd_raking *raking, const double *w, double *factor,
                         struct wrd_raked *raked);

#endif
