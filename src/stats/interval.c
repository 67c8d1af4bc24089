/* interval.c - see interval.h. */
#include "stats/interval.h"

#include <math.h>

#include "stats/dist.h"

/* METHOD 7.8.  Parker et al. (2017), "National Center for Health Statistics Data Presentation
 * Standards for Proportions". */
enum { FEWEST_CASES = 30, FEWEST_DEGREES = 8 };
static const double narrow = 0.05, wide = 0.30, relatively_wide = 1.30;

bool wrd_is_few(uint64_t n)
{
    return n < FEWEST_CASES;
}

/* Not fmin and fmax: they would turn a bound that does not exist into an end of the scale. */
static double clipped(double x, double floor, double ceiling)
{
    return x < floor ? floor : x > ceiling ? ceiling : x;
}

static void put_precision(const struct wrd_precision *precision, struct wrd_estimate *estimate)
{
    estimate->se = sqrt(precision->variance);
    estimate->df = precision->df;
    estimate->lo = estimate->hi = NAN;
    estimate->uncertain = false;
}

void wrd_mean_interval(double confidence, const struct wrd_precision *precision, double floor,
                       double ceiling, struct wrd_estimate *estimate)
{
    put_precision(precision, estimate);
    if (precision->whole)
        return;
    const double half =
        estimate->se * wrd_t_quantile(1 - (1 - confidence) / 2, precision->df); /* METHOD 7.6 */
    estimate->lo = clipped(estimate->value - half, floor, ceiling);
    estimate->hi = clipped(estimate->value + half, floor, ceiling);
    estimate->uncertain = wrd_is_few(estimate->n) || precision->df < FEWEST_DEGREES;
}

/* What the intervals of a share have in common. */
struct share {
    double p, q, n, n_effective, variance, df, tail;
};
struct bounds {
    double lo, hi;
};

/* A share of 0 or 1 has a variance of 0 that says nothing. */
static bool is_at_end(const struct share *share)
{
    return share->p == 0 || share->q == 0;
}

/* What is left of n where the variance says nothing: n over Kish's design effect. */
static double n_of_weights(const struct share *share)
{
    return share->n_effective < share->n ? share->n_effective : share->n;
}

/* METHOD 7.7.  n*: what a simple random sample would have to count to be as precise, less for the
 * few degrees of freedom; never more than n (NCHS), which R leaves out. */
static double korn_graubard_n(const struct share *share)
{
    if (is_at_end(share))
        return n_of_weights(share);
    double t = wrd_t_quantile(share->tail, share->n - 1) / wrd_t_quantile(share->tail, share->df);
    double star = share->p * share->q / share->variance * t * t; /* variance 0 (the strata explain
                                                                    all): infinite, so n */
    return star > share->n ? share->n : star;
}

static struct bounds korn_graubard(const struct share *share, double star)
{
    return (struct bounds){
        wrd_beta_quantile(share->tail, star * share->p, star * share->q + 1),
        wrd_beta_quantile(1 - share->tail, star * share->p + 1, star * share->q),
    };
}

static double expit(double x)
{
    return 1 / (1 + exp(-x));
}

static struct bounds logit(const struct share *share)
{
    const double at = log(share->p / share->q);
    const double half =
        wrd_t_quantile(1 - share->tail, share->df) * sqrt(share->variance) / (share->p * share->q);
    return (struct bounds){ expit(at - half), expit(at + half) };
}

/* The normal quantile, as in the sources; n* is not held down to n. */
static struct bounds wilson(const struct share *share)
{
    const double n = is_at_end(share) ? n_of_weights(share) : share->p * share->q / share->variance;
    const double z = wrd_normal_quantile(1 - share->tail), z2 = z * z;
    const double centre = share->p + z2 / (2 * n), all = 1 + z2 / n;
    const double half = z * sqrt(share->p * share->q / n + z2 / (4 * n * n));
    return (struct bounds){ share->p == 0 ? 0 : (centre - half) / all,
                            share->q == 0 ? 1 : (centre + half) / all };
}

/* Logit and Wilson lean on the variance; where it is 0 (all or nobody, or strata that explain all)
 * Korn-Graubard, which does not, stands in for logit. */
static struct bounds bounds_of(enum wrd_interval kind, const struct share *share,
                               struct bounds standard)
{
    if (kind == WRD_INTERVAL_LOGIT && !is_at_end(share) && share->variance > 0)
        return logit(share);
    if (kind == WRD_INTERVAL_WILSON && (is_at_end(share) || share->variance > 0))
        return wilson(share);
    return standard;
}

/* The width is that of Korn and Graubard's interval, whichever is shown. */
static bool is_uncertain(const struct share *share, double star, struct bounds bounds)
{
    const double width = bounds.hi - bounds.lo;
    if (share->n < FEWEST_CASES || star < FEWEST_CASES || share->df < FEWEST_DEGREES ||
        !(width < wide))
        return true;
    return width > narrow && width > relatively_wide * share->p;
}

void wrd_share_interval(enum wrd_interval kind, double confidence,
                        const struct wrd_precision *precision, double q, double n,
                        struct wrd_estimate *estimate)
{
    put_precision(precision, estimate);
    if (precision->whole)
        return;
    const struct share share = {
        .p = estimate->value,
        .q = q,
        .n = n,
        .n_effective = estimate->n_effective,
        .variance = precision->variance,
        .df = precision->df,
        .tail = (1 - confidence) / 2,
    };
    const double star = korn_graubard_n(&share);
    const struct bounds standard = korn_graubard(&share, star);
    const struct bounds bounds = bounds_of(kind, &share, standard);
    estimate->lo = bounds.lo;
    estimate->hi = bounds.hi;
    estimate->uncertain = is_uncertain(&share, star, standard);
}
