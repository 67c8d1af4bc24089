/* tests/attack/parts/headlines.h - the chapter of headline figures beside results.csv: every row of
 * indicators.csv is there once, in its place, with the figure, bounds, n and change that results.csv has of it,
 * hidden where they are hidden, and with no other number; a change is named only where it is shown, and the
 * way it went. */
#ifndef ATTACK_HEADLINES_H
#define ATTACK_HEADLINES_H

#include "attack/parts/sheet.h"

struct headlines {
    const struct sheet *results, *variables, *indicators; /* indicators NULL: the study has none */
};

/* Where the chapter begins and ends in a page; false: it has none. */
bool headlines_find(char *text, bool html, char **begin, char **end);
/* Prints and returns the number of contradictions. */
int headlines_compare(const struct headlines *headlines, const char *name, const char *begin,
                      const char *end, bool html);

#endif
