/* stats/design.h - variances and covariances under any design: strata, clusters, finite
 * populations, fitted weights.
 *
 * METHODS 7.2 (Taylor linearisation), 7.4 (lone units), 7.17 and 7.18 (residuals of fitted
 * weights).  A figure is linearised into what every respondent adds to it; these add up to a total
 * per unit, and units are compared within their stratum.  Two figures on one design have a
 * covariance in the same way, so a contrast needs no other code.
 *
 * Designs without clusters and fitted weights need none of this: stats/domain.h has the same
 * variances from counts alone.
 *
 * Shapes   z[wrd_design_units(design)], the totals of the units.
 * Units    z is in weights times deviations; a variance is z's unit squared.
 * Errors   None; a variance is never negative.
 * Memory   Scratch is freed before they return. */
#ifndef STATS_DESIGN_H
#define STATS_DESIGN_H

#include "waardering/design.h"

/* Respondent i adds weight[i] * deviation[value[i]]; nothing where value[i] >= n_values.  What
 * stands outside a domain, or is no valid answer, is such a nothing: it keeps its place in its
 * unit. */
struct wrd_scores {
    const uint32_t *value;   /* [design->n] */
    const double *deviation; /* [n_values] */
    size_t n_values;
};

/* The totals of the units; after fitting, of what the margins do not explain. */
void wrd_design_totals(const struct wrd_design *design, const struct wrd_scores *scores, double *z);
/* The same, of the deviations as they are. */
void wrd_design_plain_totals(const struct wrd_design *design, const struct wrd_scores *scores,
                             double *z);

/* sum over strata h of (1 - f_h) n_h / (n_h - 1) * sum over its units of (z - mean)^2.  `fraction`
 * stands for the design's own f_h (a domain of a complete stratum has another); NULL: those. */
double wrd_design_variance(const struct wrd_design *design, const double *fraction,
                           const double *z);
/* Each unit's total from its stratum's mean, times sqrt((1 - f_h) n_h / (n_h - 1)): a covariance is
 * the sum of products of two such vectors, over the units that both have. */
void wrd_design_centre(const struct wrd_design *design, const double *fraction, double *z);

/* Of two figures that stand so, each centred: the sum of those products. */
double wrd_design_covariance(const struct wrd_design *design, const double *a, const double *b);

/* A stratum has one unit, not all there is, and nothing says how it counts: there is no variance. */
bool wrd_design_is_lone(const struct wrd_design *design);

/* How many units of each stratum have a respondent of positive weight whose value counts[] says 1.
 * Shapes: value[design->n], counts[n_values], units[n_strata]. */
void wrd_design_reach(const struct wrd_design *design, const uint32_t *value, const uint8_t *counts,
                      size_t n_values, uint64_t *units);

/* Whether a unit has any weight; one without counts in no n_h. */
static inline bool wrd_unit_counts(const struct wrd_design *design, size_t unit)
{
    if (design->psu)
        return design->psu_stratum[unit] != WRD_NO_STRATUM;
    return !design->weight || design->weight[unit] > 0;
}
static inline size_t wrd_unit_stratum(const struct wrd_design *design, size_t unit)
{
    if (design->psu)
        return design->psu_stratum[unit];
    return design->stratum ? design->stratum[unit] : 0;
}

#endif
