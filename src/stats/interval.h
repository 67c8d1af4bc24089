/* stats/interval.h - how sure an estimate is: intervals of means and shares, and when a figure is too
 * uncertain to lean on.
 *
 * METHODS 7.6 (t interval), 7.7 (Korn-Graubard with the NCHS cap, logit, Wilson), 7.8 (NCHS rules).
 *
 * Units    Shares 0-1.
 * Errors   NaN where an interval does not exist.
 * Memory   Allocates nothing. */
#ifndef STATS_INTERVAL_H
#define STATS_INTERVAL_H

#include <stdbool.h>
#include <stdint.h>

#include "waardering/design.h"

struct wrd_precision {
    double variance, df;
    bool whole; /* the whole population answered: the value is exact and has no margin */
};

struct wrd_estimate {
    uint64_t n; /* valid cases */
    double value, se, df, lo, hi;
    double weight_sum, n_effective, deff;
    bool uncertain; /* METHOD 7.8 */
};

/* Sets se, df, lo, hi and uncertain of an estimate that has its value and n. */
void wrd_mean_interval(double confidence, const struct wrd_precision *precision, double floor,
                       double ceiling, struct wrd_estimate *estimate);
/* q: 1 - value, formed where it loses nothing; n: valid cases of positive weight.  n_effective must
 * be there: it stands in where the share is 0 or 1. */
void wrd_share_interval(enum wrd_interval kind, double confidence,
                        const struct wrd_precision *precision, double q, double n,
                        struct wrd_estimate *estimate);
/* What can be said from n alone. */
bool wrd_is_few(uint64_t n);

#endif
