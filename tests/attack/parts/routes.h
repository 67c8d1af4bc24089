/* tests/attack/parts/routes.h - a figure of routes that is shown although an answer to one of them must
 * stay hidden (PROTECTION R11), or whose n, beside that of one route, counts fewer than ten (R8). */
#ifndef ATTACK_ROUTES_H
#define ATTACK_ROUTES_H

#include "attack/parts/sheet.h"

/* variables: the codebook's.  Returns how many findings it printed. */
int routes_shown(const struct sheet *results, const struct sheet *variables);

#endif
