/* mean.c - mean and standard deviation of a domain. */
#include <math.h>

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
        sum += wrd_domain_left(domain, h) *
               wrd_domain_part(domain, h, wrd_domain_cells(domain, h), domain->n_values, around);
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

enum wrd_status wrd_domain_mean_value(const struct wrd_domain *domain, const double *y,
                                      struct wrd_estimate *estimate)
{
    struct wrd_sums all = wrd_domain_all(domain);
    if (all.w == 0)
        return WRD_EDOMAIN;
    struct wrd_deviation around = around_mean(domain, y, all.w);
    *estimate = wrd_domain_estimate(domain, &all, around.near + around.shift);
    return WRD_OK;
}

struct wrd_precision wrd_domain_mean_precision(const struct wrd_domain *domain, const double *y)
{
    const uint64_t w = wrd_domain_all(domain).w;
    struct wrd_precision precision = { NAN, degrees(domain), wrd_domain_is_whole(domain) };
    if (!wrd_domain_is_lone(domain))
        precision.variance = variance(domain, around_mean(domain, y, w), w);
    return precision;
}

void wrd_domain_mean_interval(const struct wrd_domain *domain, const double *y,
                              const struct wrd_precision *precision, double floor, double ceiling,
                              struct wrd_estimate *estimate)
{
    const uint64_t w = wrd_domain_all(domain).w;
    wrd_mean_interval(domain->confidence, precision, floor, ceiling, estimate);
    estimate->deff = precision->variance / (spread(domain, around_mean(domain, y, w), w) /
                                            (double)wrd_domain_positive(domain)); /* METHOD 7.15 */
}

enum wrd_status wrd_domain_mean(const struct wrd_domain *domain, const double *y, double floor,
                                double ceiling, struct wrd_estimate *estimate)
{
    struct wrd_estimate found;
    if (wrd_domain_is_lone(domain) || wrd_domain_mean_value(domain, y, &found) != WRD_OK)
        return WRD_EDOMAIN;
    const struct wrd_precision precision = wrd_domain_mean_precision(domain, y);
    wrd_domain_mean_interval(domain, y, &precision, floor, ceiling, &found);
    *estimate = found;
    return WRD_OK;
}

double wrd_domain_sd(const struct wrd_domain *domain, const double *y)
{
    uint64_t w = wrd_domain_all(domain).w;
    return w == 0 ? NAN : sqrt(spread(domain, around_mean(domain, y, w), w));
}
