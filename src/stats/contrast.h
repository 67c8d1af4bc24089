/* stats/contrast.h - the difference of two groups, with their covariance.
 *
 * METHOD 7.10.  The difference of two domain means, or shares, is one figure with one linearised
 * variable; so groups that share clusters, strata or margins are held against each other rightly.
 * Equals svyttest of R's survey: t on the degrees of freedom of those who are compared, less 1.
 *
 * Units    difference and se in those of y.
 * Errors   Returns false, and the numbers are NaN: a group is empty, or there is no variance, or it is
 *          0 and leaves nothing to test.
 * Memory   Scratch is freed before a return.
 * Source   Lumley (2010), Complex Surveys, Wiley, chapter 2. */
#ifndef STATS_CONTRAST_H
#define STATS_CONTRAST_H

#include <stdbool.h>

#include "stats/crosstab.h"

struct wrd_contrast {
    double difference; /* of group 1 less group 0 */
    double se, t, df, p;
};

/* `pair` is a settled table of two groups, y[n_values] what a value is worth. */
bool wrd_contrast(const struct wrd_crosstab *pair, const double *y, struct wrd_contrast *contrast);

#endif
