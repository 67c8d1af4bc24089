/* stats/rao_scott.h - whether answers and groups hang together.
 *
 * METHOD 7.11.  Pearson's X2 of the weighted table, corrected for the design to the second order: F =
 * X2 / tr(D) on d0 = tr(D)^2 / tr(D^2) and d0 times the degrees of freedom of the whole sample.  D
 * compares the covariances of the cells under the design with those of a simple sample.  Rows and
 * columns without weight are left out first.
 *
 * Units    F has none; Cramer's V is 0-1, of the weighted table.
 * Errors   Returns false, numbers NaN: less than two rows or columns, a table so thin that its
 *          contrasts are not all there, or no variance.
 * Memory   Scratch is freed before a return.
 * Source   Rao and Scott (1984), Annals of Statistics 12(1), 46-60; Thomas and Rao (1987), Journal of the
 *          American Statistical Association 82, 630-636. */
#ifndef STATS_RAO_SCOTT_H
#define STATS_RAO_SCOTT_H

#include <stdbool.h>

#include "stats/crosstab.h"

struct wrd_rao_scott {
    double f, df1, df2, p;
    double cramers_v;
    /* The least count that independence lets one expect in a cell, of as many respondents as the
     * sample is worth (Kish, METHOD 7.14); below 5 the test is a rough one. */
    double least_expected;
};

bool wrd_rao_scott(const struct wrd_crosstab *table, struct wrd_rao_scott *test);

#endif
