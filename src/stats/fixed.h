/* stats/fixed.h - sums that no order can change.
 *
 * A sum of doubles depends on the order of its terms in the last digit, and the order of the
 * respondents in a file must not be seen in a result.  So terms become whole numbers of 2^-scale, a
 * scale for all of them, and whole numbers add up the same in any order.
 *
 * Units    A term keeps 62 bits of the largest: at most n * 2^-62 of it is lost in a sum of n.
 * Errors   None.
 * Memory   Allocates nothing. */
#ifndef STATS_FIXED_H
#define STATS_FIXED_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

typedef __int128 wrd_i128;

/* The scale at which `largest` (an absolute value) takes `bits` bits; 0 where it is 0. */
static inline int wrd_fixed_scale(double largest, int bits)
{
    return largest > 0 ? bits - 1 - ilogb(largest) : 0;
}
static inline int64_t wrd_fixed_of(double x, int scale)
{
    return llrint(ldexp(x, scale));
}
static inline double wrd_fixed_double(wrd_i128 sum, int scale)
{
    return ldexp((double)sum, -scale);
}

#endif
