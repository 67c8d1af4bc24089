/* stats/rank.h - whether groups differ in the order of their answers.
 *
 * METHOD 7.9.  Everybody gets a mid-rank, the share of the weight below plus half the weight that is
 * equal: exact for weighted data with ties, and the same in any order of the rows.  (R's svyranktest
 * breaks ties by the order of the file.)  Groups are compared by their means of it, as scores that are
 * known: two by a contrast, more by Wald's F on (k - 1, degrees of freedom less k - 1).
 *
 * The difference of two mean ranks is P(X > Y) + .5 P(X = Y) - .5 for X of group 1 and Y of group 0,
 * and half of Cliff's delta.
 *
 * Units    A mid-rank is a share, 0-1.
 * Errors   Return false, numbers NaN: fewer than two groups with weight, or no variance to test with.
 * Memory   Scratch is freed before a return.
 * Source   Lumley and Scott (2013), "Two-sample rank tests under complex sampling", Biometrika 100(4),
 *          831-842.  Cliff (1993), Psychological Bulletin 114(3), 494-509. */
#ifndef STATS_RANK_H
#define STATS_RANK_H

#include "stats/contrast.h"

struct wrd_wald {
    double f, df1, df2, p;
};

/* rank[n_values] of values worth y[n_values], in any order and with ties; 0 everywhere if nobody has
 * weight. */
void wrd_mid_ranks(const struct wrd_crosstab *table, const double *y, double *rank);
/* Two groups. */
bool wrd_rank_pair(const struct wrd_crosstab *pair, const double *y, struct wrd_contrast *contrast);
/* All groups that have weight. */
bool wrd_rank_all(const struct wrd_crosstab *table, const double *y, struct wrd_wald *wald);

static inline double wrd_superiority(const struct wrd_contrast *of_ranks)
{
    return 0.5 + of_ranks->difference;
}
static inline double wrd_cliffs_delta(const struct wrd_contrast *of_ranks)
{
    return 2 * of_ranks->difference;
}

#endif
