/* check/batteries.h - the batteries of a source: questions of one list that stand together.
 *
 * METHOD 7.29.  Questions follow each other in the codebook, have the same list with sides or written
 * scores, and, where their columns are `code[sub]`, the same code: one screen of the questionnaire.
 *
 * Units    points[answer] of a list is 0-100, from its lowest score to its highest.
 * Memory   Lives as long as the arena that is given. */
#ifndef CHECK_BATTERIES_H
#define CHECK_BATTERIES_H

#include "waardering/arena.h"
#include "waardering/codebook.h"
#include "waardering/frame.h"

enum { WRD_BATTERY_LEAST = 6 }; /* fewer answers say nothing about how somebody answers */

struct wrd_battery {
    const struct wrd_column **items; /* [n], in the order of the codebook */
    size_t n;
    const double *points;
};

/* Those of at least WRD_BATTERY_LEAST questions asked in this frame; returns how many. */
size_t wrd_batteries_find(struct wrd_arena *arena, const struct wrd_codebook *book,
                          const struct wrd_frame *frame, const struct wrd_battery **batteries);
/* NULL: the list has no order, or nothing between its lowest and its highest score. */
const double *wrd_list_points(struct wrd_arena *arena, const struct wrd_list *list);

#endif
