/* tabulate/outcomes.h - what is computed of the answers of a wave: its questions and scales, with
 * their rows, before any answer is counted.
 *
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_OUTCOMES_H
#define TABULATE_OUTCOMES_H

#include "waardering/arena.h"
#include "waardering/frame.h"
#include "waardering/table.h"

/* Sets outcomes and n_outcomes of `tables` (its codebook must be there), in the order of the
 * frames, then of the codebook, scales after items.  Left for later: n_categories, score and
 * tables. */
void wrd_outcomes_find(struct wrd_arena *arena, const struct wrd_frame *const *frames,
                       size_t n_frames, struct wrd_tables *tables);

/* Items of a scale that were asked in the wave of this frame, indices of variables in codebook
 * order; returns how many.  items[book->n_variables]. */
size_t wrd_items_asked(const struct wrd_codebook *book, const struct wrd_frame *frame, size_t scale,
                       size_t *items);

#endif
