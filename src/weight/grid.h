/* weight/grid.h - how fine the grid of the weights is.
 *
 * Units    A grid of 1e-N has exponent N. */
#ifndef WEIGHT_GRID_H
#define WEIGHT_GRID_H

#include "waardering/arena.h"

enum { WRD_SAFE_STEPS = 1000000 }; /* fewer: rounding to whole steps may be seen */

/* The exponent that suits a mean weight of sum / bar: 8 - floor(log10(mean)), within 0..15. */
int wrd_auto_exponent(unsigned __int128 sum, unsigned __int128 bar);
/* "1e-8", for messages. */
const char *wrd_step_text(struct wrd_arena *arena, int exponent);

#endif
