/* tabulate/gap.h - the difference of two sides as a figure.
 *
 * METHODS 7.10 and 7.23.  Without a link the two surveys count as independent; with one the
 * organisation is the unit of both (stack.h).
 *
 * Units    Those of the figures: points of 0-100, or shares.
 * Memory   Allocates nothing that lasts. */
#ifndef TABULATE_GAP_H
#define TABULATE_GAP_H

#include "stats/change.h"
#include "tabulate/gap_pairs.h"

/* What is set beside the other side: a figure, and of a linked couple what every respondent adds to it
 * and how many of the values of `scores` are answers. */
struct wrd_gap_end {
    const struct wrd_figure *figure;
    struct wrd_scores scores;
    size_t answers;
};
struct wrd_gap_figure {
    struct wrd_figure figure; /* does not exist where one of the two does not */
    struct wrd_difference difference;
};
/* margin: what counts as about equal, in the units of the figures; NaN: that is not tested. */
struct wrd_gap_figure wrd_gap_of(const struct wrd_couple *couple,
                                 const struct wrd_gap_end ends[WRD_GAP_SIDES], double margin,
                                 double confidence);

#endif
