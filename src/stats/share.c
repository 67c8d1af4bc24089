/* share.c - a share of a domain and its Korn-Graubard interval. */
#include <math.h>

#include "stats/dist.h"
#include "stats/domain.h"
#include "stats/parts.h"

enum { OUT, IN, SIDES };

/* The cells of stratum h as two: a share needs no more, and merging them is exact. */
static void two_cells(const struct wrd_domain *domain, const uint8_t *in, size_t h,
                      struct wrd_sums cells[SIDES])
{
    cells[OUT] = cells[IN] = (struct wrd_sums){ 0 };
    for (size_t v = 0; v < domain->n_values; v++)
        wrd_sums_merge(&cells[in[v] ? IN : OUT], &wrd_domain_cells(domain, h)[v]);
}

static void two_totals(const struct wrd_domain *domain, const uint8_t *in,
                       struct wrd_sums totals[SIDES])
{
    totals[OUT] = totals[IN] = (struct wrd_sums){ 0 };
    for (size_t h = 0; h < domain->n_strata; h++) {
        struct wrd_sums cells[SIDES];
        two_cells(domain, in, h, cells);
        wrd_sums_merge(&totals[OUT], &cells[OUT]);
        wrd_sums_merge(&totals[IN], &cells[IN]);
    }
}

static double variance(const struct wrd_domain *domain, const uint8_t *in, double p, double q,
                       uint64_t w)
{
    const double deviations[SIDES] = { [OUT] = -p, [IN] = q };
    double sum = 0;
    for (size_t h = 0; h < domain->n_strata; h++) {
        struct wrd_sums cells[SIDES];
        two_cells(domain, in, h, cells);
        sum += wrd_stratum_variance(cells, SIDES, (struct wrd_deviation){ .y = deviations },
                                    domain->stratum_n[h]);
    }
    return sum / (double)w / (double)w;
}

/* METHOD 7.3 on the valid cases alone. */
static double degrees(const struct wrd_domain *domain)
{
    double df = 0;
    for (size_t h = 0; h < domain->n_strata; h++) {
        uint64_t n = wrd_domain_stratum(domain, h).n - wrd_domain_zeros(domain, h);
        if (n > 0)
            df += (double)n - 1;
    }
    return df;
}

/* METHOD 7.7.  n*: what a simple random sample would have to count to be as precise, less for the
 * few degrees of freedom; never more than n (NCHS), which R leaves out.  A share of 0 or 1 has a
 * variance of 0 that says nothing, so n* is what the weights leave (Kish). */
static double korn_graubard_n(double n, double n_effective, double p, double q, double v, double df,
                              double tail)
{
    if (p == 0 || q == 0)
        return n_effective < n ? n_effective : n;
    double t = wrd_t_quantile(tail, n - 1) / wrd_t_quantile(tail, df);
    double star = p * q / v * t * t; /* v = 0 (the strata explain all): infinite, so n */
    return star > n ? n : star;
}

enum wrd_status wrd_domain_share(const struct wrd_domain *domain, const uint8_t *in,
                                 struct wrd_estimate *estimate)
{
    struct wrd_sums all = wrd_domain_all(domain), sides[SIDES];
    if (all.w == 0 || wrd_domain_is_lone(domain))
        return WRD_EDOMAIN;
    two_totals(domain, in, sides);
    /* Both from integers: 1 - p has few digits left where p is near 1, and 0 and 1 are exact. */
    double p = (double)sides[IN].w / (double)all.w, q = (double)sides[OUT].w / (double)all.w;
    double v = variance(domain, in, p, q, all.w), df = degrees(domain);
    double n = (double)wrd_domain_positive(domain), n_effective = wrd_kish_n_effective(&all);
    double tail = (1 - domain->confidence) / 2;
    double star = korn_graubard_n(n, n_effective, p, q, v, df, tail);
    *estimate = (struct wrd_estimate){
        .n = all.n,
        .value = p,
        .se = sqrt(v),
        .df = df,
        .lo = wrd_beta_quantile(tail, star * p, star * q + 1),
        .hi = wrd_beta_quantile(1 - tail, star * p + 1, star * q),
        .weight_sum = (double)all.w / domain->one,
        .n_effective = n_effective,
        .deff = v * (n - 1) / (p * q), /* METHOD 7.15: S_w^2 = n/(n-1) p q */
    };
    return WRD_OK;
}
