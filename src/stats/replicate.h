/* stats/replicate.h - variances from replicates of the sample: jackknife and bootstrap.
 *
 * METHOD 7.5.  A replicate leaves units out (jackknife) or draws them anew (bootstrap), fits the
 * weights again where they were fitted, and computes the figure again; how far the figures lie apart
 * is its variance.
 *   jackknife (JKn)    a unit at a time is left out, the others of its stratum count n/(n-1) times;
 *                      V = sum over h of (1 - f_h) (n_h - 1)/n_h * sum of (t_r - mean of t)^2
 *   bootstrap (Rao-Wu) n_h - 1 units are drawn from n_h with replacement, WRD_BOOTSTRAPS times, with
 *                      a fixed seed; a unit drawn m times counts 1 - l + l m n/(n-1) times, with
 *                      l = sqrt(1 - f_h); V = sum of (t_r - mean of t)^2 / (replicates - 1)
 * A lone unit is never left out and always drawn: it adds nothing (METHOD 7.4, certainty).
 *
 * Shapes   base[scores->n_values]: 1 where a value is in the base of the figure; the deviations are
 *          those of a mean or share, divided by the sum of weights of the base.
 * Errors   A draw of the bootstrap whose weights cannot be fitted, or that has no base, is left out; NaN
 *          where fewer than two are left, and where the jackknife misses a unit.
 * Memory   What is the same for all figures lives in the arena; scratch is freed before it returns.
 * Source   Rust and Rao (1996), Statistical Methods in Medical Research 5, 283-310; Rao, Wu and Yue
 *          (1992), Survey Methodology 18, 209-217. */
#ifndef STATS_REPLICATE_H
#define STATS_REPLICATE_H

#include "stats/design.h"
#include "waardering/arena.h"

enum { WRD_BOOTSTRAPS = 500 };

/* The draws of a bootstrap, and weights that are fitted again.  The design must have psu; its
 * fractions and calibration must be there.  NULL: every figure would take so many steps that a run
 * takes hours. */
const struct wrd_replicates *wrd_replicates_new(struct wrd_arena *arena,
                                                const struct wrd_design *design);

/* fraction: as for wrd_design_variance; the bootstrap uses the design's own. */
double wrd_replicate_variance(const struct wrd_design *design, const struct wrd_scores *scores,
                              const uint8_t *base, const double *fraction);

#endif
