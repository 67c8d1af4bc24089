/* tests/attack/parts/pages.h - figures in the Markdown tables and the HTML report that results.csv
 * and quality.csv do not hold and, of the weighting table, do not follow from population.csv. */
#ifndef ATTACK_PAGES_H
#define ATTACK_PAGES_H

#include "attack/parts/headlines.h"
#include "attack/parts/sheet.h"

/* Figures of a page, in hundredths. */
enum { PAGE_NUMBERS = 8 };
struct numbers {
    int64_t of[PAGE_NUMBERS];
    int n;
};
struct numbers numbers_in(const char *text);

struct shown {                   /* a row of results.csv */
    int64_t value, low, high, n; /* n -1: hidden */
    bool has_bounds;
};
/* false: it has no value. */
bool row_shown(const struct sheet *results, int row, struct shown *shown);

/* Prints and returns the number of figures that contradict or add to the CSV files. */
int pages_compare(const char *output, const struct sheet *results, const struct sheet *quality,
                  const struct sheet *population, const struct headlines *headlines, bool quiet);

#endif
