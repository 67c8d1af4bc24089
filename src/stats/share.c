/* share.c - a share of a domain. */
#include <math.h>

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
        sum += wrd_domain_left(domain, h) *
               wrd_domain_part(domain, h, cells, SIDES, (struct wrd_deviation){ .y = deviations });
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

/* Both shares from integers: 1 - p has few digits left where p is near 1, and 0 and 1 are exact. */
static void two_shares(const struct wrd_domain *domain, const uint8_t *in, double shares[SIDES])
{
    struct wrd_sums sides[SIDES];
    two_totals(domain, in, sides);
    const double all = (double)(sides[IN].w + sides[OUT].w);
    shares[IN] = (double)sides[IN].w / all;
    shares[OUT] = (double)sides[OUT].w / all;
}

enum wrd_status wrd_domain_share_value(const struct wrd_domain *domain, const uint8_t *in,
                                       struct wrd_estimate *estimate)
{
    struct wrd_sums all = wrd_domain_all(domain);
    double shares[SIDES];
    if (all.w == 0)
        return WRD_EDOMAIN;
    two_shares(domain, in, shares);
    *estimate = wrd_domain_estimate(domain, &all, shares[IN]);
    return WRD_OK;
}

struct wrd_precision wrd_domain_share_precision(const struct wrd_domain *domain, const uint8_t *in)
{
    double shares[SIDES];
    two_shares(domain, in, shares);
    struct wrd_precision precision = { NAN, degrees(domain), wrd_domain_is_whole(domain) };
    if (!wrd_domain_is_lone(domain))
        precision.variance =
            variance(domain, in, shares[IN], shares[OUT], wrd_domain_all(domain).w);
    return precision;
}

void wrd_domain_share_interval(const struct wrd_domain *domain, const uint8_t *in,
                               const struct wrd_precision *precision, struct wrd_estimate *estimate)
{
    const double n = (double)wrd_domain_positive(domain);
    double shares[SIDES];
    two_shares(domain, in, shares);
    wrd_share_interval(domain->interval, domain->confidence, precision, shares[OUT], n, estimate);
    /* METHOD 7.15: S_w^2 = n/(n-1) p q */
    estimate->deff = precision->variance * (n - 1) / (shares[IN] * shares[OUT]);
}

enum wrd_status wrd_domain_share(const struct wrd_domain *domain, const uint8_t *in,
                                 struct wrd_estimate *estimate)
{
    struct wrd_estimate found;
    if (wrd_domain_is_lone(domain) || wrd_domain_share_value(domain, in, &found) != WRD_OK)
        return WRD_EDOMAIN;
    const struct wrd_precision precision = wrd_domain_share_precision(domain, in);
    wrd_domain_share_interval(domain, in, &precision, &found);
    *estimate = found;
    return WRD_OK;
}
