#include "disclose/pools.h"

#include <stdlib.h>

enum { MAX_SPAN = 1 << 13, MAX_PERSONS = 400, MAX_TRIES = 64 };

struct reach { /* of the pools with one answer's count fixed */
    int64_t low, high, gap;
    uint64_t persons;
};

static int64_t least_gap_to_next(const struct pool *pool, size_t i, size_t but)
{
    int64_t best = -1;

    for (size_t j = 0; j < pool->n; j++) {
        int64_t gap = pool->score[j] - pool->score[i];
        if (j != but && gap > 0 && (best < 0 || gap < best))
            best = gap;
    }
    return best < 0 ? 0 : best;
}

/* Lowest and highest sum that `persons` can reach in the pool without answer `but`. false: they
 * have no answer left to give. */
static bool add_reach(struct reach *reach, const struct pool *pool, size_t but, uint64_t persons)
{
    int64_t low = INT64_MAX, high = INT64_MIN;

    if (persons == 0)
        return true;
    for (size_t i = 0; i < pool->n; i++) {
        if (i == but)
            continue;
        int64_t gap = least_gap_to_next(pool, i, but);
        low = pool->score[i] < low ? pool->score[i] : low;
        high = pool->score[i] > high ? pool->score[i] : high;
        reach->gap = gap > reach->gap ? gap : reach->gap;
    }
    if (low > high)
        return false;
    reach->low += (int64_t)persons * low;
    reach->high += (int64_t)persons * high;
    reach->persons += persons;
    return true;
}

/* Sets of sums as bits, offset by the lowest. */
struct bits {
    uint64_t word[MAX_SPAN / 64 + 1];
};

static void or_shifted(struct bits *into, const struct bits *from, size_t shift)
{
    size_t words = shift / 64, bit = shift % 64;

    for (size_t w = sizeof into->word / sizeof *into->word; w-- > words;) {
        uint64_t value = from->word[w - words] << bit;
        if (bit && w > words)
            value |= from->word[w - words - 1] >> (64 - bit);
        into->word[w] |= value;
    }
}

/* reached[m] for m persons over the answers seen so far; one answer more. */
static void add_answer(struct bits *reached, uint64_t persons, size_t step)
{
    for (uint64_t m = 1; m <= persons; m++)
        or_shifted(&reached[m], &reached[m - 1], step);
}

/* Every sum (less persons times the lowest score) that the pool can reach, or'ed onto `sums`. */
static struct bits convolve(const struct bits *sums, const struct pool *pool, size_t but,
                            uint64_t persons)
{
    struct bits *reached = wrd_alloc(persons + 1, sizeof *reached);
    struct bits result = { { 0 } };
    int64_t low = INT64_MAX;

    for (size_t i = 0; i < pool->n; i++)
        if (i != but && pool->score[i] < low)
            low = pool->score[i];
    reached[0].word[0] = 1;
    for (size_t i = 0; i < pool->n; i++)
        if (i != but)
            add_answer(reached, persons, (size_t)(pool->score[i] - low));
    for (size_t shift = 0; shift < MAX_SPAN; shift++)
        if (reached[persons].word[shift / 64] >> (shift % 64) & 1)
            or_shifted(&result, sums, shift);
    free(reached);
    return result;
}

static bool listed(const struct pools *pools, size_t p, size_t answer, uint64_t count,
                   const struct reach *reach, int64_t lo, int64_t hi)
{
    struct bits sums = { { 1 } };

    if (reach->high - reach->low >= MAX_SPAN || reach->persons > MAX_PERSONS)
        return false;
    for (size_t q = 0; q < pools->n; q++) {
        uint64_t persons = pools->pool[q].sum - (q == p ? count : 0);
        if (persons)
            sums = convolve(&sums, &pools->pool[q], q == p ? answer : SIZE_MAX, persons);
    }
    for (int64_t s = lo > reach->low ? lo : reach->low; s <= hi && s <= reach->high; s++)
        if (sums.word[(s - reach->low) / 64] >> ((s - reach->low) % 64) & 1)
            return true;
    return false;
}

/* Whether a filling fits in which `answer` of pool p has this count. */
static bool fits(const struct pools *pools, size_t p, size_t answer, uint64_t count)
{
    struct reach reach = { 0 };
    int64_t own = (int64_t)count * pools->pool[p].score[answer];
    int64_t lo = pools->lo - own, hi = pools->hi - own;

    for (size_t q = 0; q < pools->n; q++) {
        const struct pool *pool = &pools->pool[q];
        if (!add_reach(&reach, pool, q == p ? answer : SIZE_MAX, pool->sum - (q == p ? count : 0)))
            return false;
    }
    if (lo > hi || reach.high < lo || reach.low > hi)
        return false;
    if (hi - lo + 1 >= reach.gap)
        return true;
    return listed(pools, p, answer, count, &reach, lo, hi);
}

static bool answer_holds(const struct pools *pools, size_t p, size_t answer, uint64_t cell)
{
    const struct pool *pool = &pools->pool[p];
    uint64_t least = 0, most;

    while (least <= pool->count[answer] / 2 && !fits(pools, p, answer, least))
        least++;
    if (least > pool->count[answer] / 2)
        return false;
    most = least + cell;
    for (int tries = 0; most <= pool->sum && tries < MAX_TRIES; most++, tries++)
        if (fits(pools, p, answer, most))
            return true;
    return false;
}

bool wrd_pools_hold(const struct pools *pools, uint64_t cell)
{
    for (size_t p = 0; p < pools->n; p++)
        for (size_t i = 0; i < pools->pool[p].n; i++) {
            uint64_t count = pools->pool[p].count[i];
            if (count > 0 && count < cell && !answer_holds(pools, p, i, cell))
                return false;
        }
    return true;
}
