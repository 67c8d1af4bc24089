/* stats/parts.h - what means and shares of a domain have in common; for stats/ alone.
 *
 * A `deviation` is y[v] - m, formed as (y[v] - near) - shift with near a value that occurs: the
 * difference of two values that lie close loses nothing, where y[v] - m would lose what rounding m
 * to a double costs.  If all values are equal it is exactly 0.
 *
 * Errors   None.
 * Memory   Allocates nothing. */
#ifndef STATS_PARTS_H
#define STATS_PARTS_H

#include <stdbool.h>

#include "stats/domain.h"

struct wrd_deviation {
    const double *y;
    double near, shift;
};
static inline double wrd_deviation_of(struct wrd_deviation from, size_t v)
{
    return (from.y[v] - from.near) - from.shift;
}

static inline const struct wrd_sums *wrd_domain_cells(const struct wrd_domain *domain, size_t h)
{
    return domain->sums + h * domain->stride;
}
static inline uint64_t wrd_domain_zeros(const struct wrd_domain *domain, size_t h)
{
    return domain->zero_n ? domain->zero_n[h] : 0;
}

/* All cells of stratum h, of value v, or of the domain, merged. */
struct wrd_sums wrd_domain_stratum(const struct wrd_domain *domain, size_t h);
struct wrd_sums wrd_domain_value(const struct wrd_domain *domain, size_t v);
struct wrd_sums wrd_domain_all(const struct wrd_domain *domain);
/* Valid respondents with a positive weight. */
uint64_t wrd_domain_positive(const struct wrd_domain *domain);
/* A stratum of the sample has one respondent, not all there is, and nothing says how it counts. */
bool wrd_domain_is_lone(const struct wrd_domain *domain);
/* METHOD 7.2: 1 - f of stratum h, what is left of its chance. */
double wrd_domain_left(const struct wrd_domain *domain, size_t h);
/* Every stratum of the domain is complete. */
bool wrd_domain_is_whole(const struct wrd_domain *domain);
/* The figure with its value alone; `all` is what wrd_domain_all gives. */
struct wrd_estimate wrd_domain_estimate(const struct wrd_domain *domain, const struct wrd_sums *all,
                                        double value);

/* METHODS 7.2 and 7.4: of two figures, one stratum's part of W^2 times their covariance, but for the
 * finite population; n respondents of positive weight in the stratum. */
double wrd_stratum_product(const struct wrd_sums *cells, size_t n_values, struct wrd_deviation a,
                           struct wrd_deviation b, uint64_t n, enum wrd_lone lone);
/* METHOD 7.2: one stratum's part of W^2 V, but for the finite population.  cells[n_values] of the
 * domain in stratum h. */
double wrd_domain_part(const struct wrd_domain *domain, size_t h, const struct wrd_sums *cells,
                       size_t n_values, struct wrd_deviation deviation);

#endif
