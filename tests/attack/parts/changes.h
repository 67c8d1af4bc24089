/* tests/attack/parts/changes.h - the rows change_share and their like: a figure of this wave minus
 * that of the latest wave before it. */
#ifndef ATTACK_CHANGES_H
#define ATTACK_CHANGES_H

#include "attack/parts/known.h"

bool is_change(const struct figure *figure);
/* Counts of this wave that fit a change of a share; `now` is the figure that changed.  false: a
 * number that this takes is not shown. */
bool change_range(const struct world *world, const struct figure *change, struct figure *now,
                  int64_t *lo, int64_t *hi);
/* A change although one of its two figures has no value or no interval; returns how many. */
int naive_changes(const struct world *world);

#endif
