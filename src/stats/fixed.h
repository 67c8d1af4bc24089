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
#include <string.h>

typedef __int128 wrd_i128;

/* The scale at which `largest` (an absolute value) takes `bits` bits; 0 where it is 0. */
static inline int wrd_fixed_scale(double largest, int bits)
{
    return largest > 0 ? bits - 1 - ilogb(largest) : 0;
}
/* x times 2^scale, as ldexp has it, which is a call that a large survey makes a billion times. */
static inline double wrd_fixed_scaled(double x, int scale)
{
    const uint64_t exponent = (uint64_t)(scale + 1023) << 52;
    double power;
    if (scale < -1022 || scale > 1023)
        return ldexp(x, scale);
    memcpy(&power, &exponent, sizeof power);
    return x * power;
}
static inline int64_t wrd_fixed_of(double x, int scale)
{
    return llrint(wrd_fixed_scaled(x, scale));
}
static inline double wrd_fixed_double(wrd_i128 sum, int scale)
{
    return wrd_fixed_scaled((double)sum, -scale);
}

#endif
