/* test_reliability.c - METHODS 7.19-7.22 beside R 4.2.2 with psych 2.2.9, on the golden mini data set.
 *
 *   x <- na.omit(g); psych::alpha(x)                            raw_alpha, r.drop, alpha.drop
 *   cov.wt(x, w / sum(w), method = "unbiased")                  the weighted matrix
 *   1 - (1 - a) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1))   Feldt
 *
 * Omega: psych::fa(cor(x), 1, fm = "minres") stops on the way, at .7040243921 (what it leaves is
 * .01582069490).  R's optim on the same criterion, to its end (.01582069223), is what is wanted here:
 *   f <- function(l) { d <- cor(x) - tcrossprod(l); sum(d[lower.tri(d)]^2) } */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "stats/dist.h"
#include "stats/reliability.h"
#include "support/close.h"

enum { PEOPLE = 24, ITEMS = 4, EMPTY = -1 };

/* Points are answers less 1. */
static const int answers[ITEMS][PEOPLE] = {
    { 3, 3, 2, 3, 3, 2, 4, 2, 4, 3, EMPTY, 5, 3, 3, 5, 4, 3, 5, 4, 4, 5, 4, 3, 5 },
    { 4, 4, 3, 3, 3, 3, 4, 3, 3, 3, 3, 4, 3, 3, 3, 5, 4, 4, 3, 4, 5, 3, 4, 4 },
    { 3, 3, 4, EMPTY, 3, 2, 5, 3, 3, 2, 4, 1, 4, 2, 5, 4, 4, 5, 4, 4, 5, 3, 5, 5 },
    { 4, 5, 3, 2, 3, 4, 4, 3, 4, 3, 5, 4, 5, 3, 4, 5, 4, 5, 3, 5, EMPTY, 3, 3, 4 },
};
static const uint64_t halves[] = { 10, 15, 25 }; /* the weight of eight people each, in halves */
static const double one[] = { 1, 1, 1, 1 };

/* Sums of those who answered all of items[k], from first to last, then from `from` on. */
static struct wrd_moments moments_of(struct wrd_arena *arena, const size_t *items, size_t k,
                                     bool weighted, size_t from)
{
    struct wrd_moments moments = wrd_moments_new(arena, k);
    for (size_t p = 0; p < PEOPLE; p++) {
        const size_t i = (p + from) % PEOPLE;
        int64_t points[ITEMS];
        bool complete = true;
        for (size_t j = 0; j < k; j++) {
            points[j] = answers[items[j]][i] - 1;
            complete &= answers[items[j]][i] != EMPTY;
        }
        if (complete)
            wrd_moments_add(&moments, points, weighted ? halves[i / 8] : 2);
    }
    return moments;
}

static const size_t all_four[] = { 0, 1, 2, 3 }, three[] = { 0, 1, 3 };

static const struct {
    const char *name;
    bool weighted;
    double alpha, rest[ITEMS], without[ITEMS], omega, n, lo, hi;
} golden[] = {
    { "psych::alpha(na.omit(g)); qf with n = 21",
      false,
      0.648967551622419,
      { 0.446396532437638, 0.53909724066424, 0.368014475289558, 0.480317288869115 },
      { 0.569095477386935, 0.555837563451777, 0.660982264665757, 0.553691275167785 },
      0.704026098980618,
      21,
      0.317427998722201,
      0.842116147520888 },
    { "cov.wt unbiased; qf with (sum w)^2 / sum w^2",
      true,
      0.651561098049905,
      { 0.423721154432996, 0.536576173763813, 0.393211536861368, 0.484817522598844 },
      { 0.589810690423163, 0.562053342052408, 0.645272020725389, 0.552339119390347 },
      0.700786892511827,
      18.4210526315789,
      0.291520213877807,
      0.853178820269199 },
};

static void test_golden(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof golden / sizeof *golden; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        print_message("  %s\n", golden[i].name);
        const struct wrd_moments moments = moments_of(arena, all_four, 4, golden[i].weighted, 0);
        const double *c = wrd_moments_covariance(arena, &moments, one);
        const double alpha = wrd_alpha(c, 4), n = wrd_moments_effective(&moments);
        const struct wrd_bounds bounds = wrd_alpha_bounds(alpha, n, 4, 0.95);
        assert_int_equal(moments.all.n, 21);
        assert_close(n, golden[i].n, 1e-13);
        assert_close(alpha, golden[i].alpha, 1e-13);
        assert_close(bounds.lo, golden[i].lo, 1e-11);
        assert_close(bounds.hi, golden[i].hi, 1e-11);
        assert_close(wrd_omega(c, 4), golden[i].omega, 1e-12);
        for (size_t j = 0; j < ITEMS; j++) {
            assert_close(wrd_item_rest(c, 4, j), golden[i].rest[j], 1e-13);
            assert_close(wrd_alpha_without(c, 4, j), golden[i].without[j], 1e-13);
        }
        wrd_arena_free(arena);
    }
}

static void test_three_and_two(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    (void)state;
    print_message("  three items a1, a2, a4 (n = 22): the closed form on covariances\n");
    struct wrd_moments moments = moments_of(arena, three, 3, false, 0);
    const double *c = wrd_moments_covariance(arena, &moments, one);
    assert_int_equal(moments.all.n, 22);
    assert_close(wrd_alpha(c, 3), 0.674255691768827, 1e-13);
    assert_close(wrd_omega(c, 3), 0.685671661153272, 1e-13);
    print_message(
        "  two items a1, a2 (n = 23): Spearman-Brown, no omega, no alpha of what is left\n");
    moments = moments_of(arena, all_four, 2, false, 0);
    c = wrd_moments_covariance(arena, &moments, one);
    assert_close(wrd_spearman_brown(c), 0.630278551898987, 1e-13);
    assert_close(wrd_omega(c, 2), NAN, 0);
    assert_close(wrd_alpha_without(c, 2, 0), NAN, 0);
    assert_close(wrd_item_rest(c, 2, 0), 0.630278551898987 / (2 - 0.630278551898987), 1e-13);
    wrd_arena_free(arena);
}

static void test_order(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    (void)state;
    print_message("  whoever comes first, the same bits\n");
    const struct wrd_moments first = moments_of(arena, all_four, 4, true, 0);
    const double *want = wrd_moments_covariance(arena, &first, one);
    for (size_t from = 1; from < PEOPLE; from++) {
        const struct wrd_moments moments = moments_of(arena, all_four, 4, true, from);
        const double *c = wrd_moments_covariance(arena, &moments, one);
        assert_memory_equal(c, want, 16 * sizeof *c);
    }
    wrd_arena_free(arena);
}

/* One person in a million differs, by a point at the far end: s = (1/n)(1 - 1/n) n / (n - 1) = 1 / n. */
static void test_sums(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_moments moments = wrd_moments_new(arena, 2);
    const int64_t usual[] = { WRD_MOST_POINTS, 7 }, other[] = { WRD_MOST_POINTS - 1, 7 };
    const uint64_t weight = 4000000000000; /* a million of them is below 2^63 */
    (void)state;
    for (size_t i = 0; i < 1000000; i++)
        wrd_moments_add(&moments, i == 500000 ? other : usual, weight);
    print_message("  a million, one of whom differs at the far end of the points\n");
    const double *c = wrd_moments_covariance(arena, &moments, one);
    assert_close(c[0] * 1e6, 1, 1e-15);
    print_message("  an item that is the same for all has no variance at all\n");
    assert_true(c[3] == 0 && c[1] == 0);
    assert_close(wrd_item_rest(c, 2, 1), NAN, 0);
    assert_close(wrd_spearman_brown(c), NAN, 0);
    wrd_arena_free(arena);
}

static void test_edges(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    const int64_t points[] = { 1, 2 };
    (void)state;
    print_message("  nobody, one, and one who has all the weight\n");
    struct wrd_moments moments = wrd_moments_new(arena, 2);
    assert_close(wrd_moments_mean(&moments, 0), NAN, 0);
    assert_close(wrd_alpha(wrd_moments_covariance(arena, &moments, one), 2), NAN, 0);
    wrd_moments_add(&moments, points, 5);
    assert_close(wrd_moments_mean(&moments, 1), 2, 0);
    assert_close(wrd_alpha(wrd_moments_covariance(arena, &moments, one), 2), NAN, 0);
    wrd_moments_add(&moments, (const int64_t[]){ 3, 4 }, 0);
    assert_int_equal(moments.all.n, 2);
    assert_close(wrd_alpha(wrd_moments_covariance(arena, &moments, one), 2), NAN, 0);
    print_message("  an interval of one: no degrees of freedom\n");
    assert_close(wrd_alpha_bounds(0.5, 1, 2, 0.95).lo, NAN, 0);
    wrd_arena_free(arena);
}

/* By hand: loadings l give correlations l l' exactly, whatever the method, and
 * omega = (sum l)^2 / ((sum l)^2 + sum(1 - l^2)). */
static const struct {
    const char *name;
    size_t k;
    double loading[6], omega;
} factors[] = {
    { "four equal loadings of .5: 4 / (4 + 3)", 4, { .5, .5, .5, .5 }, 4.0 / 7 },
    { "five that differ", 5, { .9, .8, .7, .6, .5 }, 12.25 / (12.25 + 2.45) },
    { "one item that runs the other way", 4, { .8, .8, .8, -.8 }, 2.56 / (2.56 + 1.44) },
    { "six, one of which has next to nothing to do with it",
      6,
      { .9, .9, .9, .9, .9, .01 },
      20.3401 / (20.3401 + 1.9499) },
};

/* By hand.  Three answers that run against each other: r = -1; items that add up to the same have a sum without
 * variance, but for rounding: .1 + .2 - .3 is 5.6e-17. */
static void test_nothing_left(void **state)
{
    static const double against[] = { .3, -.3, -.3, .3 };
    static const double rounded[] = { .3, -.1 - 1e-17, -.2, -.1, .1, 0, -.2, 0, .2 + 1e-16 };
    (void)state;
    print_message("  a sum that is the same for all has no reliability\n");
    assert_close(wrd_spearman_brown(against), NAN, 0);
    assert_close(wrd_alpha(against, 2), NAN, 0);
    assert_close(wrd_alpha(rounded, 3), NAN, 0);
    print_message("  r = -.5: 2 * -.5 / .5\n");
    assert_close(wrd_spearman_brown((const double[]){ 1, -.5, -.5, 1 }), -2, 1e-15);
}

static void test_factors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
        const size_t k = factors[i].k;
        double c[36];
        print_message("  %s\n", factors[i].name);
        /* item j in units of its own: correlations do not see them */
        for (size_t j = 0; j < k; j++)
            for (size_t l = 0; l < k; l++)
                c[j * k + l] = (j == l ? 1 : factors[i].loading[j] * factors[i].loading[l]) *
                               (double)((j + 1) * (l + 1));
        assert_close(wrd_omega(c, k), factors[i].omega, 1e-12);
    }
}

static const struct {
    const char *name;
    size_t k;
    double c[16];
} heywood[] = {
    { "three: l1^2 = .9 * .9 / .5 is more than the variance of the item",
      3,
      { 1, .9, .9, .9, 1, .5, .9, .5, 1 } },
    { "three: nothing between the last two", 3, { 1, .5, .5, .5, 1, 0, .5, 0, 1 } },
    { "three: one pair of signs that no factor gives", 3, { 1, .5, .5, .5, 1, -.5, .5, -.5, 1 } },
    { "four: one item has more than all of itself in common",
      4,
      { 1, .9, .9, .9, .9, 1, .6, .6, .9, .6, 1, .6, .9, .6, .6, 1 } },
    { "four: an item that is the same for all",
      4,
      { 0, 0, 0, 0, 0, 1, .5, .5, 0, .5, 1, .5, 0, .5, .5, 1 } },
};

static void test_heywood(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof heywood / sizeof *heywood; i++) {
        print_message("  %s\n", heywood[i].name);
        assert_close(wrd_omega(heywood[i].c, heywood[i].k), NAN, 0);
    }
}

/* R: qf(p, df1, df2) */
static void test_f_quantile(void **state)
{
    static const double cases[][4] = {
        { .975, 20, 60, 1.94446981876617 },
        { .025, 20, 60, 0.449769966306042 },
        { .5, 1, 3, 0.58506027405182 },
        { .975, 2708, 10832, 1.06079870952087 },
        { .05, .7, 5, 0.000449776263238595 },
        { .975, 0, 5, NAN },
        { 1, 3, 5, NAN },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_close(wrd_f_quantile(cases[i][0], cases[i][1], cases[i][2]), cases[i][3], 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden),     cmocka_unit_test(test_three_and_two),
        cmocka_unit_test(test_order),      cmocka_unit_test(test_sums),
        cmocka_unit_test(test_edges),      cmocka_unit_test(test_nothing_left),
        cmocka_unit_test(test_factors),    cmocka_unit_test(test_heywood),
        cmocka_unit_test(test_f_quantile),
    };
    return cmocka_run_group_tests_name("reliability", tests, NULL, NULL);
}
