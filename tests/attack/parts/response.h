/* tests/attack/parts/response.h - the attacker who subtracts the response of the groups that are shown
 * from that of everybody.  He knows who was invited (population.csv), how many respondents have no
 * group, and the exact count behind every percentage. */
#ifndef ATTACK_RESPONSE_H
#define ATTACK_RESPONSE_H

#include "attack/parts/known.h"

/* How many findings it printed: groups of fewer than R1's base that are shown, or of which what is
 * shown leaves too few possible counts; and percentages that are not the truth. */
int response_counts(const struct world *world, const struct sheet *population);

#endif
