/* together.h - two answers of the same people: a table that is shown nowhere, and that a figure of both may
 * give away.
 *
 * Shapes   a[n], b[n]; WRD_NO_SCORE: none.
 * Source   PROTECTION R2, R11. */
#ifndef TABULATE_TOGETHER_H
#define TABULATE_TOGETHER_H

#include <stddef.h>
#include <stdint.h>

/* How many have both of two values, where fewest have, of those that somebody has.  Where either has but two
 * values that follows from how they hang together, and from how many have each; else 0. */
uint64_t wrd_least_together(const int64_t *a, const int64_t *b, size_t n);

#endif
