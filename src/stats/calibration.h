/* stats/calibration.h - what known totals explain of an answer.
 *
 * METHODS 7.17 (post-stratification) and 7.18 (raking).  Weights that were fitted to margins no longer vary in
 * what the margins say, so a variance is that of the residuals: each deviation less its regression
 * on the margins, with the weights from before fitting.
 *
 * Shapes   sum[n_cells], fitted[n_cells].
 * Units    sum: weights (before fitting) times deviations; fitted: a deviation.
 * Errors   None.  A cell without weight explains nothing: its fitted value is 0.
 * Memory   The basis lives in the arena; else scratch is freed before they return.
 * Source   Deville and Särndal (1992), "Calibration estimators in survey sampling", Journal of the
 *          American Statistical Association 87(418), 376-382. */
#ifndef STATS_CALIBRATION_H
#define STATS_CALIBRATION_H

#include "stats/raking.h"
#include "waardering/arena.h"
#include "waardering/design.h"

/* The fitted value of each cell, from the sum over its respondents of base * deviation. */
void wrd_calibration_fit(const struct wrd_calibration *calibration, const double *sum,
                         double *fitted);

/* Fills root, rank, basis and raking; n_cells, count and base are there.  The columns are an
 * intercept and, for every category c of every margin, 1(in c) - target[c] * 1(has an answer): what
 * the fitted weights fix at 0.  They depend on each other, so the basis has as many columns as are
 * left. */
void wrd_calibration_span(struct wrd_arena *arena, const struct wrd_raking *raking,
                          struct wrd_calibration *calibration);

#endif
