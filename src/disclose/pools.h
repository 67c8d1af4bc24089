/* disclose/pools.h - R12's attack: could the unsafe counts behind a shown mean be others?
 *
 * What a reader knows of a group: the cells that are shown, the base, and the mean as rounded.  The
 * answers he does not see form *pools*: the hidden cells of an item together (their sum is the base
 * less what is shown), each merged cell by itself (its sum is shown).  A filling gives every answer
 * of a pool a whole count with the pool's sum; it fits if the scores add up to a mean that rounds
 * to what is shown.
 *
 * The enumeration goes by counts of one unsafe answer: which of them have a filling that fits.  Two
 * ways to find a fitting filling of the rest: moving one respondent one answer up changes the sum
 * of scores by at most the widest gap, so when the window of sums is at least that wide, no walk
 * from the lowest to the highest filling can step over it; else every reachable sum is listed.
 * Where that list is too long the answer is no. */
#ifndef DISCLOSE_POOLS_H
#define DISCLOSE_POOLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/arena.h"

struct pool {
    int64_t *score;  /* [n], whole units */
    uint64_t *count; /* [n], the truth */
    size_t n;
    uint64_t sum;
};

struct pools {
    struct pool *pool;
    size_t n;
    int64_t lo, hi; /* sums of scores over all pools that fit the shown mean */
};

/* Every count of 1 .. cell - 1 in a pool could be anything from at most half of it to at least
 * `cell`, and `cell` apart.  false: it could not, or that is too long to find out. */
bool wrd_pools_hold(const struct pools *pools, uint64_t cell);

#endif
