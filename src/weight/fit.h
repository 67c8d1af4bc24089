/* weight/fit.h - weights fitted to what is known of the population.
 *
 * METHODS 7.16 (raking), 7.17 (post-stratification: raking to one margin, the cross of all) and 7.18
 * (what a variance needs to know of it).
 *
 * Shapes   Sets weight, weight_one, grid_exponent and fitting of the frame, and *calibration.
 * Errors   WRD_EINPUT, said in `diag`: what population.h names; margins that contradict each other
 *          in this sample; weights that the grid cannot hold.
 * Memory   In the arena of `fit`. */
#ifndef WEIGHT_FIT_H
#define WEIGHT_FIT_H

#include "stats/raking.h"
#include "waardering/design.h"
#include "weight/population.h"

/* The base weights as whole numbers without a common divisor, so that their unit cannot be seen in a
 * result; `column` NULL: everybody 1. */
const int64_t *wrd_fit_units(struct wrd_arena *arena, const struct wrd_frame *frame,
                             const struct wrd_column *column);

enum wrd_status wrd_fit_weights(const struct wrd_fit *fit,
                                const struct wrd_calibration **calibration);

/* cells.c: who is alike for the fitting.  Fills n_cells, cell, count and base of `calibration`, and
 * the problem on its cells. */
struct wrd_raking *wrd_fit_cells(const struct wrd_fit *fit, const struct wrd_margin *margins,
                                 size_t n_margins, struct wrd_calibration *calibration);

/* effect.c: the weighting table, and warnings of what weighting cost. */
void wrd_fit_effect(const struct wrd_fit *fit, const struct wrd_margin *margins, size_t n_margins,
                    const struct wrd_raked *raked);

#endif
