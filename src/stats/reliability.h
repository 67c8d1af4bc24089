/* stats/reliability.h - how well the items of a scale go together.
 *
 * METHODS 7.19-7.22.  Of the respondents who answered every item: their weighted covariances, and
 * from these alpha, what an item shares with the rest, alpha without an item, omega, and for two items
 * Spearman-Brown.
 *
 * Points are whole numbers and so are weights, so that the sums are exact: the order of the
 * respondents cannot be seen in a result, and items that nobody disagrees on have a variance of 0.
 *
 * Shapes   A covariance matrix is c[k][k], all of it.
 * Units    A point is whatever a step of the item is; weights are in grid units, their sum is below
 *          2^63.
 * Errors   NaN where a number does not exist: fewer than two respondents, an item that is the same
 *          for all (what it shares, omega), a scale without variance; omega also where a loading
 *          leaves an item no variance of its own (Heywood).
 * Memory   In the arena that is given.
 * Source   Cronbach (1951), "Coefficient alpha and the internal structure of tests", Psychometrika 16,
 *          297-334.  McDonald (1999), "Test Theory" (omega); Harman and Jones (1966), "Factor
 *          analysis by minimizing residuals", Psychometrika 31, 351-368.  Feldt (1965), "The
 *          approximate sampling distribution of Kuder-Richardson reliability coefficient twenty",
 *          Psychometrika 30, 357-370. */
#ifndef STATS_RELIABILITY_H
#define STATS_RELIABILITY_H

#include <stdbool.h>

#include "stats/fixed.h"
#include "waardering/arena.h"
#include "waardering/sums.h"

enum { WRD_MOST_POINTS = 1 << 30 }; /* of an item, so that no sum can overflow */

/* Sums over respondents, of points from 0 to WRD_MOST_POINTS. */
struct wrd_moments {
    size_t k;
    struct wrd_sums all;
    wrd_i128 *sum;     /* [k] of w x */
    wrd_i128 *product; /* [k][k] of w x y, j <= l */
};
struct wrd_moments wrd_moments_new(struct wrd_arena *arena, size_t k);
/* points[k] of a respondent who answered every item. */
void wrd_moments_add(struct wrd_moments *moments, const int64_t *points, uint64_t weight);
double wrd_moments_mean(const struct wrd_moments *moments, size_t j);
/* Kish: (sum w)^2 / sum w^2, METHOD 7.14. */
double wrd_moments_effective(const struct wrd_moments *moments);
/* sum w (x - m)(y - m') / sum w * n / (n - 1), n being the above: cov.wt's unbiased; unit[j] is what
 * a point of item j is worth. */
const double *wrd_moments_covariance(struct wrd_arena *arena, const struct wrd_moments *moments,
                                     const double *unit);

/* METHOD 7.19, k >= 2. */
double wrd_alpha(const double *c, size_t k);
/* Feldt's interval of an alpha, of n respondents. */
struct wrd_bounds {
    double lo, hi;
};
struct wrd_bounds wrd_alpha_bounds(double alpha, double n, size_t k, double confidence);
/* METHOD 7.20: the correlation of item j with the sum of the others, and alpha of the others; NaN
 * where there is one other. */
double wrd_item_rest(const double *c, size_t k, size_t j);
double wrd_alpha_without(const double *c, size_t k, size_t j);
/* METHOD 7.21: omega total of one factor; NaN below three items. */
double wrd_omega(const double *c, size_t k);
/* METHOD 7.22: of two items. */
double wrd_spearman_brown(const double *c);

#endif
