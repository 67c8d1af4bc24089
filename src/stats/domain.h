/* stats/domain.h - a domain of a stratified design without clusters, as exact sums; its mean,
 * shares and their standard errors.
 *
 * METHODS 7.1 (mean, proportion), 7.2 (Taylor linearisation, rows outside the domain kept, finite
 * populations), 7.3 (degrees of freedom), 7.4 (lone respondents), 7.14 (Kish), 7.15 (design effect,
 * with-replacement form).  Intervals are those of stats/interval.h.
 *
 * A variable is a list of values (answers of a list, distinct numbers, distinct scale scores); the
 * sums are kept per stratum and value, so that nothing cancels: sum w^2 (y - m)^2 is a sum over
 * values.  A figure has three steps: its value; its precision, from the sums here or from
 * stats/design.h where units are clusters or weights were fitted; and its interval.
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

#include "stats/interval.h"
#include "waardering/design.h"
#include "waardering/status.h"
#include "waardering/sums.h"

struct wrd_domain {
    const struct wrd_sums *sums;
    size_t n_strata, stride, n_values;
    const uint64_t *stratum_n, *domain_n; /* [n_strata] */
    /* [n_strata]: respondents of weight 0 among the n of the cells; NULL: nobody has weight 0. */
    const uint64_t *zero_n;
    /* [n_strata] share of the stratum that was drawn; NULL: 0.  Of a complete stratum (1 or more)
     * what counts is how many of the domain in it gave an answer. */
    const double *fraction;
    enum wrd_lone lone;
    enum wrd_interval interval;
    double one;
    double confidence; /* 0.95 */
};

/* Value, n, weight_sum and n_effective; the rest NaN.  WRD_EDOMAIN, *estimate untouched: no valid
 * weight. */
enum wrd_status wrd_domain_mean_value(const struct wrd_domain *domain, const double *y,
                                      struct wrd_estimate *estimate);
enum wrd_status wrd_domain_share_value(const struct wrd_domain *domain, const uint8_t *in,
                                       struct wrd_estimate *estimate);

/* From the sums.  A stratum of the sample with one respondent has no variance, unless `lone` says
 * how it counts: then, NaN.  df of a mean: respondents in the domain less strata that have any; of a
 * share the valid ones alone, as for R's design when it is subset first. */
struct wrd_precision wrd_domain_mean_precision(const struct wrd_domain *domain, const double *y);
struct wrd_precision wrd_domain_share_precision(const struct wrd_domain *domain, const uint8_t *in);

/* The rest of an estimate that has its value.  A mean's bounds are clipped to [floor, ceiling] (pass
 * -INFINITY, INFINITY for none); a share of exactly 0 or 1 has se exactly 0 and a one-sided limit.
 * deff is NaN where all values are equal. */
void wrd_domain_mean_interval(const struct wrd_domain *domain, const double *y,
                              const struct wrd_precision *precision, double floor, double ceiling,
                              struct wrd_estimate *estimate);
void wrd_domain_share_interval(const struct wrd_domain *domain, const uint8_t *in,
                               const struct wrd_precision *precision,
                               struct wrd_estimate *estimate);

/* The three steps at once, with the precision of the sums.  WRD_EDOMAIN, *estimate untouched: no
 * valid weight, or no variance. */
enum wrd_status wrd_domain_mean(const struct wrd_domain *domain, const double *y, double floor,
                                double ceiling, struct wrd_estimate *estimate);
enum wrd_status wrd_domain_share(const struct wrd_domain *domain, const uint8_t *in,
                                 struct wrd_estimate *estimate);

/* Standard deviation: sqrt(n / (n - 1) * sum w (y - m)^2 / sum w); NaN for n < 2. */
double wrd_domain_sd(const struct wrd_domain *domain, const double *y);

/* METHOD 7.14: (sum w)^2 / sum w^2, exactly n for equal weights. */
double wrd_kish_n_effective(const struct wrd_sums *sums);

#endif
