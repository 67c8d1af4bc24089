/* stats/domain.h - a domain of a stratified design without clusters, as exact sums; its mean,
 * shares and their standard errors.
 *
 * METHODS 7.1 (mean, proportion), 7.2 (Taylor linearisation, rows outside the domain kept), 7.3
 * (degrees of freedom), 7.6 (t interval), 7.7 (Korn-Graubard with the NCHS cap), 7.14 (Kish), 7.15
 * (design effect, with-replacement form).
 *
 * A variable is a list of values (answers of a list, distinct numbers, distinct scale scores); the
 * sums are kept per stratum and value, so that nothing cancels: sum w^2 (y - m)^2 is a sum over
 * values.
 *
 * Shapes   sums[h * stride + v]: stratum h, value v < n_values.
 *          stratum_n[h]: respondents of the whole sample in stratum h with a positive weight, in or
 *          out of the domain; domain_n[h]: those in the domain, valid on the variable or not.
 *          A respondent of weight 0 counts in n of a cell but in no df.
 * Units    one: grid units of a weight of 1; shares 0-1.
 * Errors   Nothing is said: a status, or NaN where a figure does not exist.
 * Memory   Allocates nothing and keeps no pointer. */
#ifndef STATS_DOMAIN_H
#define STATS_DOMAIN_H

#include <stddef.h>
#include <stdint.h>

#include "waardering/status.h"
#include "waardering/sums.h"

struct wrd_domain {
    const struct wrd_sums *sums;
    size_t n_strata, stride, n_values;
    const uint64_t *stratum_n, *domain_n; /* [n_strata] */
    /* [n_strata]: respondents of weight 0 among the n of the cells; NULL: nobody has weight 0. */
    const uint64_t *zero_n;
    double one;
    double confidence; /* 0.95 */
};

struct wrd_estimate {
    uint64_t n; /* valid cases */
    double value, se, df, lo, hi;
    double weight_sum, n_effective, deff;
};

/* Mean of y[v].  The interval is t with df = respondents in the domain - strata that have any,
 * clipped to [floor, ceiling] (pass -INFINITY, INFINITY for none); bounds are NaN where df is 0.
 * deff is NaN where all values are equal.  WRD_EDOMAIN, *estimate untouched: no valid weight, or a
 * stratum of the sample with one respondent (its variance does not exist; a study with such a
 * stratum is stopped before, this is the last guard). */
enum wrd_status wrd_domain_mean(const struct wrd_domain *domain, const double *y, double floor,
                                double ceiling, struct wrd_estimate *estimate);

/* Share of the values v with in[v] != 0.  The interval is Korn-Graubard, n* capped at n, on the
 * valid cases alone (df = valid cases - strata that have any, as for R's design when it is subset
 * first); its bounds are NaN where df is 0, unless the share is exactly 0 or 1: such a share has se
 * exactly 0 and a one-sided limit.  Errors as wrd_domain_mean. */
enum wrd_status wrd_domain_share(const struct wrd_domain *domain, const uint8_t *in,
                                 struct wrd_estimate *estimate);

/* Standard deviation: sqrt(n / (n - 1) * sum w (y - m)^2 / sum w); NaN for n < 2. */
double wrd_domain_sd(const struct wrd_domain *domain, const double *y);

/* METHOD 7.13, rule "math": smallest y with cumulative weight >= p of all.  y rises with v,
 * 0 < p <= 1.  NaN without any valid weight. */
double wrd_domain_quantile(const struct wrd_domain *domain, const double *y, double p);

/* METHOD 7.14: (sum w)^2 / sum w^2, exactly n for equal weights. */
double wrd_kish_n_effective(const struct wrd_sums *sums);

#endif
