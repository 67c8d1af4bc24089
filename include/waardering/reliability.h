/* waardering/reliability.h - how well the items of a scale go together: METHODS 7.19-7.22, of the
 * respondents who answered all of them.
 *
 * Units    Unrounded.  mean and sd of the scale 0-100, of an item in its scores after reversing.
 *          NaN where a number does not exist.
 * Memory   Lives as long as the arena of the report. */
#ifndef WAARDERING_RELIABILITY_H
#define WAARDERING_RELIABILITY_H

#include "waardering/table.h"

enum { WRD_RELIABILITY_LEAST = 50 }; /* R5: of fewer nothing is said */

struct wrd_item_fit {
    double mean, sd;
    double item_rest;        /* correlation with the sum of the others */
    double alpha_if_dropped; /* NaN with one other item */
};
struct wrd_reliability {
    uint64_t n;
    uint64_t least_together; /* as in joint.h */
    double weight_sum, n_effective;
    double alpha, lo, hi; /* of two items Spearman-Brown, without bounds */
    double omega;
    double mean, sd;
    const struct wrd_item_fit *items; /* [n_items of the scale] */
};

#endif
