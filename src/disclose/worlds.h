/* disclose/worlds.h - one item in one group: the worlds that agree with what is shown of it.
 *
 * A *known* is a rounded figure that is linear in the item's score sum: the mean (one decimal), or
 * an index of which the item is a part, with the sums of its other items given to the attacker
 * exactly (more than he has). */
#ifndef DISCLOSE_WORLDS_H
#define DISCLOSE_WORLDS_H

#include "disclose/guard.h"
#include "disclose/pools.h"

struct item {
    const struct guard *guard;
    const uint64_t *counts; /* of the group */
    const struct grid
        *grid; /* of the view that shows the group; NULL: none of its answers is shown */
    size_t group;
    int64_t *score; /* [n_categories] in whole units; negated where a scale counts it backwards */
    int64_t units;  /* per 1 of the score */
    int64_t sum;    /* of all scores, the truth */
};

/* false: the scores are no whole numbers of any unit down to 10^-6. */
bool wrd_item_init(struct wrd_arena *arena, const struct guard *guard, const uint64_t *counts,
                   const struct grid *grid, size_t group, bool reversed, struct item *item);
/* Highest less lowest score, in units. */
int64_t wrd_item_range(const struct item *item);
/* Every answer is shown by itself or in a merged one without unsafe parts. */
bool wrd_item_seen(const struct item *item);

struct window {
    int64_t lo, hi; /* sums of scores */
};
struct window wrd_window_open(void);
/* Narrows to the sums for which (sum + extra) * scale rounds as the true sum does; scale > 0. */
void wrd_window_narrow(struct window *window, const struct item *item, double extra, double scale,
                       int decimals);
/* The mean of `base` answers. */
void wrd_window_mean(struct window *window, const struct item *item, uint64_t base);

/* R12: no unsafe count follows (pools.h). */
bool wrd_item_holds(struct wrd_arena *arena, const struct item *item, struct window window);

#endif
