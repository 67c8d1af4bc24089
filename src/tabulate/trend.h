/* tabulate/trend.h - what lies behind a change: the covariance of two waves' figures.
 *
 * METHOD 7.23.  A figure is linearised into a total per unit, from its stratum's mean (METHOD 7.2);
 * units that are in both waves give the covariance, the sum of the products of their totals.
 *
 * Units    Figures of the tables: shares 0-1, indices 0-100, means in the units of the score.
 * Errors   None.
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_TREND_H
#define TABULATE_TREND_H

#include "stats/change.h"
#include "tabulate/links.h"
#include "tabulate/subject.h"

/* One end of a change: an outcome of one wave, for everybody. */
struct wrd_end {
    const struct wrd_frame *frame;
    const struct wrd_outcome *outcome;
    struct wrd_subject subject;
    const uint32_t *slots; /* see influence.h; NULL: no totals are wanted */
};
/* totals: wrd_end_totals will be asked for; else a scale, whose column takes a while, has no subject.
 */
struct wrd_end wrd_end_of(struct wrd_arena *arena, const struct wrd_codebook *book,
                          const struct wrd_frame *frame, const struct wrd_outcome *outcome,
                          bool totals, struct wrd_diag *diag);
/* From the mean of its stratum, what every unit adds to the figure of a row; the squares add up to
 * its variance.  The figure must exist. */
double *wrd_end_totals(struct wrd_arena *arena, const struct wrd_end *end, size_t row);

/* What a figure is in a difference: of a share of exactly 0 or 1 with a variance. */
struct wrd_point wrd_point_of(const struct wrd_figure *figure, double confidence);

/* change_family.c, METHOD 7.12: sets p_adjusted of the changes of a wave, and what may be said of those of
 * its headline figures. */
void wrd_adjust_changes(const struct wrd_tables *now);

#endif
