/* quantile.c - see quantile.h. */
#include "stats/quantile.h"

#include <math.h>

#include "stats/dist.h"
#include "stats/parts.h"

/* The next value that carries weight. */
static double next_value(const struct wrd_domain *domain, const double *y, size_t v)
{
    const double here = y[v];
    for (v++; v < domain->n_values; v++)
        if (wrd_domain_value(domain, v).w > 0)
            return y[v];
    return here;
}

/* The ratio and p are each the double nearest to their value, so they are equal where a tenth of
 * the weight is asked for and lies there; p * W would miss it by a rounding. */
double wrd_domain_quantile(const struct wrd_domain *domain, const double *y, double p,
                           enum wrd_quantile_rule rule)
{
    uint64_t all = wrd_domain_all(domain).w, below = 0;
    for (size_t v = 0; v < domain->n_values && all > 0; v++) {
        below += wrd_domain_value(domain, v).w;
        const double reached = (double)below / (double)all;
        if (reached == p && rule == WRD_QUANTILE_SCHOOL)
            return (y[v] + next_value(domain, y, v)) / 2;
        if (reached >= p)
            return y[v];
    }
    return NAN;
}

void wrd_quantile_below(const struct wrd_domain *domain, const double *y, double quantile,
                        uint8_t *in)
{
    for (size_t v = 0; v < domain->n_values; v++)
        in[v] = y[v] <= quantile;
}

static double read_back(const struct wrd_domain *domain, const double *y, double p,
                        enum wrd_quantile_rule rule)
{
    return p >= 0 && p <= 1 ? wrd_domain_quantile(domain, y, p, rule) : NAN;
}

void wrd_quantile_interval(const struct wrd_domain *domain, const double *y, double below,
                           const struct wrd_precision *precision, enum wrd_quantile_rule rule,
                           struct wrd_estimate *estimate)
{
    const double t = wrd_t_quantile(1 - (1 - domain->confidence) / 2, precision->df);
    const double half = t * sqrt(precision->variance);
    estimate->df = precision->df;
    estimate->uncertain = wrd_is_few(estimate->n);
    if (precision->whole)
        return;
    estimate->lo = read_back(domain, y, below - half, rule);
    estimate->hi = read_back(domain, y, below + half, rule);
    estimate->se = (estimate->hi - estimate->lo) / (2 * t);
}
