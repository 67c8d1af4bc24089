/* R12's attack against brute force: every filling of small pools is written out. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "disclose/pools.h"

enum { MOST = 4 };

struct small_pool {
    int64_t score[MOST];
    uint64_t count[MOST];
    size_t n;
};

static struct pools pools_of(struct small_pool *small, struct pool *room, size_t n, int64_t slack)
{
    struct pools pools = { .pool = room, .n = n };
    int64_t sum = 0;

    for (size_t p = 0; p < n; p++) {
        room[p] = (struct pool){ small[p].score, small[p].count, small[p].n, 0 };
        for (size_t i = 0; i < small[p].n; i++) {
            room[p].sum += small[p].count[i];
            sum += (int64_t)small[p].count[i] * small[p].score[i];
        }
    }
    pools.lo = sum - slack;
    pools.hi = sum + slack;
    return pools;
}

/* seen[count] = 1 for every count of `answer` in pool p that some fitting filling has. */
static void brute(const struct pools *pools, size_t at, size_t answer_at, uint64_t left, int64_t sum,
                  uint64_t own, size_t p, size_t answer, unsigned char *seen)
{
    if (at == pools->n) {
        if (sum >= pools->lo && sum <= pools->hi)
            seen[own] = 1;
        return;
    }
    const struct pool *pool = &pools->pool[at];
    if (answer_at == pool->n) {
        if (left == 0)
            brute(pools, at + 1, 0, at + 1 < pools->n ? pools->pool[at + 1].sum : 0, sum, own, p,
                  answer, seen);
        return;
    }
    for (uint64_t k = 0; k <= left; k++)
        brute(pools, at, answer_at + 1, left - k, sum + (int64_t)k * pool->score[answer_at],
              at == p && answer_at == answer ? k : own, p, answer, seen);
}

static int brute_hold(const struct pools *pools, uint64_t cell)
{
    for (size_t p = 0; p < pools->n; p++)
        for (size_t i = 0; i < pools->pool[p].n; i++) {
            uint64_t truth = pools->pool[p].count[i], least, most;
            unsigned char seen[64] = { 0 };
            if (truth == 0 || truth >= cell)
                continue;
            brute(pools, 0, 0, pools->pool[0].sum, 0, 0, p, i, seen);
            for (least = 0; !seen[least];)
                least++;
            for (most = 63; !seen[most];)
                most--;
            if (least > truth / 2 || most < least + cell)
                return 0;
        }
    return 1;
}

static uint64_t state_of_chance = 20260301;

static uint64_t chance(uint64_t below)
{
    state_of_chance += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t z = state_of_chance;
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (z ^ (z >> 31)) % below;
}

/* The attack may say no where brute force says yes (it looks for a window `cell` above the least
 * count), never yes where brute force says no. */
static void test_against_brute_force(void **state)
{
    int yes = 0, no = 0, agreed = 0, rounds = 3000;

    (void)state;
    for (int round = 0; round < rounds; round++) {
        struct small_pool small[2] = { { { 0 }, { 0 }, 0 }, { { 0 }, { 0 }, 0 } };
        struct pool room[2];
        size_t n = 1 + chance(2);
        for (size_t p = 0; p < n; p++) {
            small[p].n = 2 + chance(2);
            for (size_t i = 0; i < small[p].n; i++) {
                small[p].score[i] = (int64_t)(i * (1 + chance(3)) + i);
                small[p].count[i] = chance(6);
            }
        }
        struct pools pools = pools_of(small, room, n, (int64_t)chance(8));
        int want = brute_hold(&pools, 3), got = wrd_pools_hold(&pools, 3);
        if (got)
            assert_true(want);
        agreed += got == want;
        yes += got;
        no += !got;
    }
    print_message("  agreed in %d of %d, held %d, did not %d\n", agreed, rounds, yes, no);
    assert_true(agreed == rounds);
    assert_true(yes > 300);
    assert_true(no > 300);
}

static void test_by_hand(void **state)
{
    struct pool room[1];
    /* two hidden answers, 2 and 3 respondents, mean known exactly: only one filling */
    struct small_pool exact = { { 1, 5 }, { 2, 3 }, 2 };
    struct pools pools = pools_of(&exact, room, 1, 0);

    (void)state;
    assert_false(wrd_pools_hold(&pools, 3));
    /* the same two with a window of a whole swap of five respondents: anything goes */
    pools = pools_of(&exact, room, 1, 20);
    assert_true(wrd_pools_hold(&pools, 5));
    /* nothing unsafe, nothing to hide */
    struct small_pool safe = { { 1, 2 }, { 7, 0 }, 2 };
    pools = pools_of(&safe, room, 1, 0);
    assert_true(wrd_pools_hold(&pools, 5));
}

/* A large base takes the walk instead of the list: a grade of 5,000 respondents. */
static void test_large(void **state)
{
    struct small_pool grades = { { 6, 7, 8, 9 }, { 3, 1800, 2900, 297 }, 4 };
    struct pool room[1];
    struct pools pools = pools_of(&grades, room, 1, 250);

    (void)state;
    assert_true(wrd_pools_hold(&pools, 5));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_against_brute_force),
        cmocka_unit_test(test_large),
    };

    return cmocka_run_group_tests_name("pools", tests, NULL, NULL);
}
