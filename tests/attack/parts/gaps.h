/* tests/attack/parts/gaps.h - a gap of two sources that is shown although an answer of one of its sides
 * must stay hidden: with the other side it gives that one (PROTECTION R11, G11). */
#ifndef ATTACK_GAPS_H
#define ATTACK_GAPS_H

#include "attack/parts/sheet.h"

/* variables: the codebook's.  Returns how many findings it printed. */
int gaps_shown(const struct sheet *results, const struct sheet *variables);
/* Prints a finding, and returns 1, if the row `figure` is shown beside a hidden total of `variable` in its wave. */
int hidden_beside(const struct sheet *results, int figure, const char *variable);

#endif
