/* stats/meta.h - the same figure of several places side by side, from the figures and their variances
 * alone.
 *
 * METHOD 7.25.  What all have in common if there is one truth (fixed effect: each weighs 1 / V), how
 * much they differ beyond chance (Q, tau^2, I^2), what a place is likely to have if truths differ
 * (random effects: 1 / (V + tau^2), with Hartung and Knapp's interval), each beside all others, and each
 * drawn towards the mean by how uncertain it is.  Nothing here is a rank.
 *
 * Shapes   y[k], v[k], one a place.  The order of places cannot be seen in a result: sums go from the
 *          lowest figure to the highest.
 * Units    y, se, lo, hi, shrunken in those of the figure; v and tau2 in their square; i2 0-1.
 * Errors   NaN everywhere below WRD_META_LEAST places, or with a variance that is not above 0 and
 *          finite: of so few a spread is a guess, and a place that knows all of itself has no weight.
 * Memory   Scratch is freed before they return.
 * Source   DerSimonian and Laird (1986), Controlled Clinical Trials 7, 177-188.  Paule and Mandel
 *          (1982), Journal of Research of the National Bureau of Standards 87, 377-385.  Higgins and
 *          Thompson (2002), Statistics in Medicine 21, 1539-1558 (I^2).  Hartung and Knapp (2001),
 *          Statistics in Medicine 20, 3875-3889.  R: metafor::rma. */
#ifndef STATS_META_H
#define STATS_META_H

#include <stddef.h>

enum { WRD_META_LEAST = 4 };

struct wrd_meta {
    double fixed, fixed_se;
    double q;          /* of chi square with k - 1 degrees of freedom, if there is one truth */
    double tau2;       /* Paule and Mandel's; all that follows rests on it */
    double tau2_first; /* DerSimonian and Laird's, without iteration */
    double i2;         /* the part of the spread that is no chance */
    double mean, se, lo, hi, p;
};
struct wrd_meta wrd_meta_of(const double *y, const double *v, size_t k, double confidence);

/* z[i] and two-sided p[i] of place i beside the random-effects mean of all others, which the place
 * has no part in.  The p are those of one family (Benjamini and Hochberg, METHOD 7.12). */
void wrd_meta_others(const double *y, const double *v, size_t k, double *z, double *p);
/* B y + (1 - B) mean with B = tau2 / (tau2 + v). */
void wrd_meta_shrink(const double *y, const double *v, size_t k, const struct wrd_meta *meta,
                     double *shrunken);

#endif
