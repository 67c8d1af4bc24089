/* waardering/sums.h - exact sums of weights.
 *
 * METHOD 7.1.  Weights are integers on a fixed grid, so adding is exact and any order of
 * respondents, threads or files gives the same bits.
 *
 * Units    n counts respondents, w is in grid units (the sum stays below 2^63: weight checks it),
 *          w2 in grid units squared. */
#ifndef WAARDERING_SUMS_H
#define WAARDERING_SUMS_H

#include <stddef.h>
#include <stdint.h>

typedef unsigned __int128 wrd_u128;

struct wrd_sums {
    uint64_t n;
    uint64_t w;
    wrd_u128 w2;
};

static inline void wrd_sums_add(struct wrd_sums *sums, uint64_t weight)
{
    sums->n += 1;
    sums->w += weight;
    sums->w2 += (wrd_u128)weight * weight;
}

static inline void wrd_sums_merge(struct wrd_sums *into, const struct wrd_sums *from)
{
    into->n += from->n;
    into->w += from->w;
    into->w2 += from->w2;
}

#endif
