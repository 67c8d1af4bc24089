/* stats/calibration.h - what known totals explain of an answer.
 *
 * METHODS 7.17 (post-stratification) and 7.18 (raking).  Weights that were fitted to margins no longer vary in
 * what the margins say, so a variance is that of the residuals: each deviation less its regression
 * on the margins, with the weights from before fitting.
 *
 * Shapes   sum[n_cells], fitted[n_cells].
 * Units    sum: weights (before fitting) times deviations; fitted: a deviation.
 * Errors   None.
 * Memory   Allocates nothing. */
#ifndef STATS_CALIBRATION_H
#define STATS_CALIBRATION_H

#include "waardering/design.h"

/* The fitted value of each cell, from the sum over its respondents of base * deviation. */
void wrd_calibration_fit(const struct wrd_calibration *calibration, const double *sum,
                         double *fitted);

#endif
