/* stats/quantile.h - medians and other quantiles of a domain.
 *
 * METHOD 7.13.  Rule "math": the smallest value with at least p of the weight at or below it; rule
 * "school": where exactly p lies there, the middle between it and the next.  The interval is
 * Woodruff's: that of the share at or below the quantile, read back on the scale of the values.
 *
 * Shapes   y[n_values] rises with v; in[n_values].
 * Errors   NaN without any valid weight, and for a bound where the interval of the share leaves 0-1.
 * Memory   Allocates nothing.
 * Source   Woodruff (1952), "Confidence intervals for medians and other position measures", JASA
 *          47, 635-646. */
#ifndef STATS_QUANTILE_H
#define STATS_QUANTILE_H

#include "stats/domain.h"

enum wrd_quantile_rule { WRD_QUANTILE_MATH, WRD_QUANTILE_SCHOOL };

/* 0 < p <= 1. */
double wrd_domain_quantile(const struct wrd_domain *domain, const double *y, double p,
                           enum wrd_quantile_rule rule);
/* The share whose precision an interval needs: in[v] says whether y[v] is at or below `quantile`. */
void wrd_quantile_below(const struct wrd_domain *domain, const double *y, double quantile,
                        uint8_t *in);
/* Bounds and se of `estimate`, whose value is a quantile; `below` is the value of that share and
 * `precision` what is known of it.  se is the width over 2 t. */
void wrd_quantile_interval(const struct wrd_domain *domain, const double *y, double below,
                           const struct wrd_precision *precision, enum wrd_quantile_rule rule,
                           struct wrd_estimate *estimate);

#endif
