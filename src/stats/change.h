/* stats/change.h - from one wave to the next, and the line through three and more.
 *
 * METHOD 7.23: d = m2 - m1, SE = sqrt(V1 + V2 - 2 Cov), a two-sided t test and interval, and two
 * one-sided tests (TOST) of whether d lies within a margin.  METHOD 7.24: a straight line through
 * the figures of the waves, each weighing 1 / V.
 *
 * The degrees of freedom are Satterthwaite's, (V1 + V2 - 2 Cov)^2 / (V1^2/df1 + V2^2/df2), so the
 * covariance enters as it enters the SE.  That fraction holds for independent waves, where it lies
 * between the smaller of df1 and df2 and their sum; where the same people answer twice it falls
 * far below, so it is held between those two.  The lower end is the df of a paired t test.
 *
 * Units    Whatever m is in: margin the same, slope that per unit of t.
 * Errors   Nothing is said: NaN where a number does not exist.
 * Memory   Allocates nothing.
 * Source   Satterthwaite (1946), "An approximate distribution of estimates of variance components",
 *          Biometrics Bulletin 2, 110-114.  Schuirmann (1987), Journal of Pharmacokinetics and
 *          Biopharmaceutics 15, 657-680 (TOST). */
#ifndef STATS_CHANGE_H
#define STATS_CHANGE_H

#include <stdbool.h>
#include <stddef.h>

struct wrd_point { /* a figure of one wave */
    double value, variance, df;
};
struct wrd_difference {
    double value, se, df, t, p, lo, hi;
    double p_equivalent; /* of the two one-sided tests the larger */
};

/* margin NaN: nothing is tested for being about the same.  An SE of 0 (both waves counted in full,
 * or everybody answered the same again) leaves nothing to test: df, t, p and p_equivalent are NaN,
 * lo and hi the difference itself.  A wave with a variance needs its df. */
struct wrd_difference wrd_difference(const struct wrd_point *before, const struct wrd_point *now,
                                     double covariance, double margin, double confidence);

/* The same of a difference whose variance and df are known: of two figures on one design. */
struct wrd_difference wrd_difference_of(double value, double variance, double df, double margin,
                                        double confidence);

struct wrd_line {
    double slope, se, z, p;
};
/* n >= 2 points at times t, not all the same; the variances are known and positive, else NaN. */
struct wrd_line wrd_line_through(const double *t, const struct wrd_point *points, size_t n);

#endif
