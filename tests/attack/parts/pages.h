/* tests/attack/parts/pages.h - figures in the Markdown tables and the HTML report that results.csv
 * and quality.csv do not hold and, of the weighting table, do not follow from population.csv. */
#ifndef ATTACK_PAGES_H
#define ATTACK_PAGES_H

#include "attack/parts/sheet.h"

/* Prints and returns the number of figures that contradict or add to the CSV files. */
int pages_compare(const char *output, const struct sheet *results, const struct sheet *quality,
                  const struct sheet *population, bool quiet);

#endif
