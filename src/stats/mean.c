/* mean.c - mean, standard deviation and quantile of a domain. */
#include <math.h>

#include "stats/dist.h"
#include "stats/domain.h"
#include "stats/parts.h"

/* The lowest value that carries weight: with it as `near` a constant has deviations of exactly 0.
 */
static size_t first_with_weight(const struct wrd_domain *domain)
{
    size_t v = 0;
    while (v < domain->n_values && wrd_domain_value(domain, v).w == 0)
        v++;
    return v;
}

/* METHOD 7.1: near + sum w (y - near) / sum w. */
static struct wrd_deviation around_mean(const struct wrd_domain *domain, const double *y,
                                        uint64_t w)
{
    struct wrd_deviation around = { .y = y, .near = y[first_with_weight(domain)] };
    double sum = 0;
    for (size_t v = 0; v < domain->n_values; v++)
        sum += (double)wrd_domain_value(domain, v).w * (y[v] - around.near);
    around.shift = sum / (double)w;
    return around;
}

/* sum w (y - m)^2 */
static double sum_of_squares(const struct wrd_domain *domain, struct wrd_deviation around)
{
    double sum = 0;
    for (size_t v = 0; v < domain->n_values; v++) {
        double d = wrd_deviation_of(around, v);
        sum += (double)wrd_domain_value(domain, v).w * d * d;
    }
    return sum;
}

/* Variance of the values themselves, S_w^2; n counts positive weights. */
static double spread(const struct wrd_domain *domain, struct wrd_deviation around, uint64_t w)
{
    double n = (double)wrd_domain_positive(domain);
    return n < 2 ? NAN : n / (n - 1) * (sum_of_squares(domain, around) / (double)w);
}

static double variance(const struct wrd_domain *domain, struct wrd_deviation around, uint64_t w)
{
    double sum = 0;
    for (size_t h = 0; h < domain->n_strata; h++)
        sum += wrd_stratum_variance(wrd_domain_cells(domain, h), domain->n_values, around,
                                    domain->stratum_n[h]);
    return sum / (double)w / (double)w;
}

/* METHOD 7.3, with every respondent a cluster; those without an answer count, as in R. */
static double degrees(const struct wrd_domain *domain)
{
    double df = 0;
    for (size_t h = 0; h < domain->n_strata; h++)
        if (domain->domain_n[h] > 0)
            df += (double)domain->domain_n[h] - 1;
    return df;
}

/* Not fmin and fmax: they would turn a bound that does not exist into an end of the scale. */
static double clipped(double x, double floor, double ceiling)
{
    return x < floor ? floor : x > ceiling ? ceiling : x;
}

enum wrd_status wrd_domain_mean(const struct wrd_domain *domain, const double *y, double floor,
                                double ceiling, struct wrd_estimate *estimate)
{
    struct wrd_sums all = wrd_domain_all(domain);
    if (all.w == 0 || wrd_domain_is_lone(domain))
        return WRD_EDOMAIN;
    struct wrd_deviation around = around_mean(domain, y, all.w);
    double v = variance(domain, around, all.w), s2 = spread(domain, around, all.w);
    double m = around.near + around.shift, se = sqrt(v), df = degrees(domain);
    double half = se * wrd_t_quantile(1 - (1 - domain->confidence) / 2, df); /* METHOD 7.6 */
    *estimate = (struct wrd_estimate){
        .n = all.n,
        .value = m,
        .se = se,
        .df = df,
        .lo = clipped(m - half, floor, ceiling),
        .hi = clipped(m + half, floor, ceiling),
        .weight_sum = (double)all.w / domain->one,
        .n_effective = wrd_kish_n_effective(&all),
        .deff = v / (s2 / (double)wrd_domain_positive(domain)), /* METHOD 7.15 */
    };
    return WRD_OK;
}

double wrd_domain_sd(const struct wrd_domain *domain, const double *y)
{
    uint64_t w = wrd_domain_all(domain).w;
    return w == 0 ? NAN : sqrt(spread(domain, around_mean(domain, y, w), w));
}

/* METHOD 7.13.  The ratio and p are each the double nearest to their value, so they are equal where
 * a tenth of the weight is asked for and lies there; p * W would miss it by a rounding. */
double wrd_domain_quantile(const struct wrd_domain *domain, const double *y, double p)
{
    uint64_t all = wrd_domain_all(domain).w, below = 0;
    for (size_t v = 0; v < domain->n_values && all > 0; v++) {
        below += wrd_domain_value(domain, v).w;
        if ((double)below / (double)all >= p)
            return y[v];
    }
    return NAN;
}
