/* domain.c - the sums of a domain, and one stratum's part of a variance. */
#include "stats/domain.h"

#include <math.h>

#include "stats/parts.h"

struct wrd_sums wrd_domain_stratum(const struct wrd_domain *domain, size_t h)
{
    struct wrd_sums all = { 0 };
    for (size_t v = 0; v < domain->n_values; v++)
        wrd_sums_merge(&all, &wrd_domain_cells(domain, h)[v]);
    return all;
}

struct wrd_sums wrd_domain_value(const struct wrd_domain *domain, size_t v)
{
    struct wrd_sums all = { 0 };
    for (size_t h = 0; h < domain->n_strata; h++)
        wrd_sums_merge(&all, &wrd_domain_cells(domain, h)[v]);
    return all;
}

struct wrd_sums wrd_domain_all(const struct wrd_domain *domain)
{
    struct wrd_sums all = { 0 };
    for (size_t h = 0; h < domain->n_strata; h++) {
        struct wrd_sums stratum = wrd_domain_stratum(domain, h);
        wrd_sums_merge(&all, &stratum);
    }
    return all;
}

uint64_t wrd_domain_positive(const struct wrd_domain *domain)
{
    uint64_t n = 0;
    for (size_t h = 0; h < domain->n_strata; h++)
        n += wrd_domain_stratum(domain, h).n - wrd_domain_zeros(domain, h);
    return n;
}

bool wrd_domain_is_lone(const struct wrd_domain *domain)
{
    if (domain->lone == WRD_LONE_ADJUST || domain->lone == WRD_LONE_CERTAINTY)
        return false;
    for (size_t h = 0; h < domain->n_strata; h++)
        if (domain->stratum_n[h] == 1 && !(domain->fraction && domain->fraction[h] >= 1))
            return true;
    return false;
}

static uint64_t valid_of(const struct wrd_domain *domain, size_t h)
{
    return wrd_domain_stratum(domain, h).n - wrd_domain_zeros(domain, h);
}

double wrd_domain_left(const struct wrd_domain *domain, size_t h)
{
    if (!domain->fraction)
        return 1;
    if (domain->fraction[h] < 1)
        return 1 - domain->fraction[h];
    /* Everybody was reached, not everybody answered this question. */
    const uint64_t reached = domain->domain_n[h];
    return reached > 0 ? (double)(reached - valid_of(domain, h)) / (double)reached : 0;
}

bool wrd_domain_is_whole(const struct wrd_domain *domain)
{
    for (size_t h = 0; h < domain->n_strata; h++)
        if (domain->domain_n[h] > 0 && wrd_domain_left(domain, h) > 0)
            return false;
    return domain->fraction != NULL;
}

struct wrd_estimate wrd_domain_estimate(const struct wrd_domain *domain, const struct wrd_sums *all,
                                        double value)
{
    return (struct wrd_estimate){
        .n = all->n,
        .value = value,
        .se = NAN,
        .df = NAN,
        .lo = NAN,
        .hi = NAN,
        .weight_sum = (double)all->w / domain->one,
        .n_effective = wrd_kish_n_effective(all),
        .deff = NAN,
    };
}

/* w2 - w^2 / n: how far the weights of a cell differ, squared.  In integers as far as it goes, so
 * that equal weights give exactly 0 and nothing cancels: with w = q n + r it is (w2 - q w - q r) -
 * r^2 / n, and the bracket is a whole number >= 0 that fits (q w <= w2 < 2^126). */
static double weight_spread(const struct wrd_sums *cell)
{
    uint64_t q = cell->w / cell->n, r = cell->w % cell->n;
    wrd_u128 whole = cell->w2 - (wrd_u128)q * cell->w - (wrd_u128)q * r;
    double spread = (double)whole - (double)r * (double)r / (double)cell->n;
    return spread > 0 ? spread : 0;
}

static double total_of(const struct wrd_sums *cells, size_t n_values,
                       struct wrd_deviation deviation)
{
    double total = 0;
    for (size_t v = 0; v < n_values; v++)
        total += (double)cells[v].w * wrd_deviation_of(deviation, v);
    return total;
}

/* METHOD 7.2.  n/(n-1) * sum over the n respondents of (w a - mean)(w b - mean), of two figures or
 * one with itself, with a and b 0 outside the domain: those rows stay in their stratum.  Not sum
 * (w d)^2 - (sum w d)^2 / n, which loses all digits where the strata differ more than the people in
 * them: every term here is a product from the mean (test "strata that differ by a billion"). */
static double between(const struct wrd_sums *cells, size_t n_values, struct wrd_deviation a,
                      struct wrd_deviation b, uint64_t n)
{
    double products = 0, count = (double)n, outside = (double)n;
    double mean_a = total_of(cells, n_values, a) / count;
    double mean_b = total_of(cells, n_values, b) / count;
    for (size_t v = 0; v < n_values; v++) {
        if (cells[v].n == 0)
            continue;
        double da = wrd_deviation_of(a, v), db = wrd_deviation_of(b, v);
        double cell_n = (double)cells[v].n;
        double off_a = (double)cells[v].w * da / cell_n - mean_a;
        double off_b = (double)cells[v].w * db / cell_n - mean_b;
        products += da * db * weight_spread(&cells[v]) + cell_n * off_a * off_b;
        outside -= cell_n;
    }
    /* `outside` is below 0 by the respondents of weight 0, who stand in cells but not in n. */
    return count / (count - 1) * (products + outside * mean_a * mean_b);
}

/* METHOD 7.4: a lone respondent is nothing (certainty), or as far from the mean of all as it is. */
double wrd_stratum_product(const struct wrd_sums *cells, size_t n_values, struct wrd_deviation a,
                           struct wrd_deviation b, uint64_t n, enum wrd_lone lone)
{
    if (n > 1)
        return between(cells, n_values, a, b, n);
    if (n == 0 || lone != WRD_LONE_ADJUST)
        return 0;
    return total_of(cells, n_values, a) * total_of(cells, n_values, b);
}

double wrd_domain_part(const struct wrd_domain *domain, size_t h, const struct wrd_sums *cells,
                       size_t n_values, struct wrd_deviation deviation)
{
    const double part = wrd_stratum_product(cells, n_values, deviation, deviation,
                                            domain->stratum_n[h], domain->lone);
    return part > 0 ? part : 0;
}

double wrd_kish_n_effective(const struct wrd_sums *sums)
{
    wrd_u128 square = (wrd_u128)sums->w * sums->w;
    return (double)(square / sums->w2) + (double)(square % sums->w2) / (double)sums->w2;
}
