/* tests/attack/parts/sizes.h - the attacker who knows how many respondents groups have, from the margin
 * rows of quality.csv and the response of the groups; and that a question which is a group too is told
 * twice. */
#ifndef ATTACK_SIZES_H
#define ATTACK_SIZES_H

#include "attack/parts/build.h"

/* Equations of what is told of sizes, and of tables that are each other's turned. */
void build_sizes(struct build *build);
/* Groups of fewer than R1's base of which all is known once bounds are drawn: how many it printed. */
int size_counts(const struct build *build);
/* A margin row of too few, and a sign of uncertainty that n alone does not explain (R11). */
int naive_sizes(const struct world *world);

#endif
