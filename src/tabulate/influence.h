/* tabulate/influence.h - what every respondent adds to a figure, for stats/design.h.
 *
 * A respondent of the group has a slot (an answer, or a reason why there is none), the others have
 * none; a figure gives every slot a deviation.  Slots are the same for all rows of a table, so they
 * are looked up once.
 *
 * Shapes   slots[frame->n]: below n_slots, or WRD_NO_SLOT; deviation[n_slots], 0 for what the
 *          figure does not count.
 * Units    Deviations of the figure itself: they are divided by the sum of the weights it counts.
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_INFLUENCE_H
#define TABULATE_INFLUENCE_H

#include "tabulate/estimate.h"
#include "tabulate/tally.h"

#define WRD_NO_SLOT UINT32_MAX

/* Of the groups `parts` together; n_parts 0: of everybody. */
uint32_t *wrd_slots_of(struct wrd_arena *arena, const struct wrd_frame *frame,
                       const struct wrd_column *column, const struct wrd_grouping *grouping,
                       const uint16_t *parts, size_t n_parts);
/* Of a row's figure, which must exist: a share of the answers `parts` of the row (of a mention: of
 * slot 1 of the option), a don't-know, or a mean. */
void wrd_row_deviations(const struct wrd_row *row, const struct wrd_measure *measure,
                        size_t n_slots, const struct wrd_figure *figure, double *deviation);

#endif
