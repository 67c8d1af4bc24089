/* tests/tools/rng.h - the same random numbers on every machine, in integers alone.
 *
 * A draw is a hash of where it is used (seed, wave, respondent, question): the order of drawing
 * does not matter, so that a change in one question leaves the others as they were.
 *
 * Source   splitmix64: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number
 *          generators", OOPSLA, its constants. */
#ifndef TOOLS_RNG_H
#define TOOLS_RNG_H

#include <stdint.h>

static inline uint64_t rng_mix(uint64_t x)
{
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

static inline uint64_t rng_draw(uint64_t seed, uint64_t a, uint64_t b, uint64_t c)
{
    return rng_mix(rng_mix(rng_mix(rng_mix(seed) ^ a) ^ b) ^ c);
}

/* 0 .. n-1 */
static inline int rng_below(uint64_t bits, int n)
{
    return (int)(((bits >> 32) * (uint64_t)n) >> 32);
}

/* Nearly normal with mean 0 and standard deviation 1000: the sum of twelve uniform numbers
 * (variance 12 * 1000^2 / 12), without a library whose last digit differs between machines. */
static inline int rng_normal(uint64_t bits)
{
    int sum = -6000;
    for (int i = 0; i < 12; i++) {
        bits = rng_mix(bits);
        sum += rng_below(bits, 1001);
    }
    return sum;
}

/* Index of the weight in which a draw falls. */
static inline int rng_pick(uint64_t bits, const int *weights, int n)
{
    int total = 0, i = 0;
    for (int k = 0; k < n; k++)
        total += weights[k];
    for (int at = rng_below(bits, total); i < n - 1 && at >= weights[i]; i++)
        at -= weights[i];
    return i;
}

#endif
