/* tabulate/tally.h - answers counted per group, stratum and answer, with their weights.
 *
 * METHOD 7.1.  Everything that is published about a question follows from these sums.  They are
 * integers, so the order of respondents cannot be seen in a result, and the sums of two halves are
 * the sums of the whole.
 *
 * Shapes   A *cell* is a group in a stratum: group * n_strata + stratum.  The group behind the
 *          last, n_groups, holds those who are in none (no answer on the group variable).
 * Units    Weights in grid units of the frame.
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_TALLY_H
#define TABULATE_TALLY_H

#include "waardering/arena.h"
#include "waardering/frame.h"
#include "waardering/sums.h"

struct wrd_grouping {
    size_t n_groups, n_strata;
    uint32_t *cell;        /* [respondents of the frame] */
    uint64_t *respondents; /* [n_groups + 1][n_strata]: those of positive weight */
};
/* by NULL: one group, everybody. */
struct wrd_grouping wrd_grouping_new(struct wrd_arena *arena, const struct wrd_frame *frame,
                                     const struct wrd_column *by);

struct wrd_tally {
    size_t n_slots;        /* answers of the column, then WRD_REASON_SLOTS reasons */
    struct wrd_sums *sums; /* [n_groups + 1][n_strata][n_slots] */
    uint64_t *zeros;       /* the same shape: how many of n have weight 0; NULL: nobody */
};
struct wrd_tally wrd_tally_new(struct wrd_arena *arena, const struct wrd_frame *frame,
                               const struct wrd_grouping *grouping,
                               const struct wrd_column *column);

#endif
