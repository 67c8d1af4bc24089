/* test_design.c - variances of any design, from totals of units.
 *
 * Values of R 4.2.2, survey 4.1-1, on the golden mini data set: 24 made-up respondents in strata A, B
 * and C, pairs of them in an organisation. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "stats/design.h"
#include "stats/replicate.h"
#include "support/close.h"

enum { N = 24, VALUES = 5, MISSING = 99 };

static const int a1[N] = { 3, 3, 2, 3, 3, 2, 4, 2, 4, 3, 0, 5, 3, 3, 5, 4, 3, 5, 4, 4, 5, 4, 3, 5 };
static const int a2[N] = { 4, 4, 3, 3, 3, 3, 4, 3, 3, 3, 3, 4, 3, 3, 3, 5, 4, 4, 3, 4, 5, 3, 4, 4 };
static const int64_t weight_of_stratum[3] = { 50, 75, 125 }; /* tenths */
static const double drawn[3] = { 8.0 / 40, 8.0 / 60, 8.0 / 100 };

/* The sample, and the figure it is asked for: a mean of 1-5. */
struct sample {
    struct wrd_design design;
    int64_t weight[N];
    uint32_t stratum[N], psu[N], psu_stratum[N], value[N];
    double deviation[VALUES], z[N];
    struct wrd_scores scores;
};

static void sample_new(struct sample *sample, const int *y)
{
    double sum = 0, weights = 0;
    memset(sample, 0, sizeof *sample);
    for (size_t i = 0; i < N; i++) {
        sample->stratum[i] = (uint32_t)(i / 8);
        sample->weight[i] = weight_of_stratum[i / 8];
        sample->value[i] = y[i] > 0 ? (uint32_t)y[i] - 1 : MISSING;
        sum += y[i] > 0 ? (double)sample->weight[i] * y[i] : 0;
        weights += y[i] > 0 ? (double)sample->weight[i] : 0;
    }
    for (size_t v = 0; v < VALUES; v++)
        sample->deviation[v] = ((double)v + 1 - sum / weights) / (weights / 10);
    sample->scores = (struct wrd_scores){ sample->value, sample->deviation, VALUES };
    sample->design = (struct wrd_design){
        .n = N, .weight = sample->weight, .one = 10, .stratum = sample->stratum, .n_strata = 3
    };
}

/* Respondents in units of `size`, one behind the other; to `order` of them. */
static void in_units(struct sample *sample, size_t size)
{
    for (size_t i = 0; i < N; i++)
        sample->psu[i] = (uint32_t)(i / size);
    for (size_t u = 0; u < N / size; u++)
        sample->psu_stratum[u] = sample->stratum[u * size];
    sample->design.psu = sample->psu;
    sample->design.psu_stratum = sample->psu_stratum;
    sample->design.n_psu = N / size;
}

static double standard_error(struct sample *sample)
{
    wrd_design_totals(&sample->design, &sample->scores, sample->z);
    return sqrt(wrd_design_variance(&sample->design, NULL, sample->z));
}

static void test_taylor(void **state)
{
    static struct sample sample;
    (void)state;
    print_message("  strata\n");
    sample_new(&sample, a1);
    assert_close(standard_error(&sample), 0.1860904727, 1e-9);
    print_message("  a finite population\n");
    sample.design.fraction = drawn;
    assert_close(standard_error(&sample), 0.176310494, 1e-9);
    print_message("  organisations within strata\n");
    sample_new(&sample, a1);
    in_units(&sample, 2);
    assert_close(standard_error(&sample), 0.1329581989, 1e-9);
    print_message("  every respondent a unit, said or not\n");
    in_units(&sample, 1);
    assert_close(standard_error(&sample), 0.1860904727, 1e-9);
}

/* Row 24 in a stratum of its own. */
static void test_lone_unit(void **state)
{
    static struct sample sample;
    (void)state;
    sample_new(&sample, a2);
    sample.stratum[23] = 3;
    sample.design.n_strata = 4;
    sample.design.lone = WRD_LONE_CERTAINTY;
    assert_close(standard_error(&sample), 0.143484485639, 1e-11);
    sample.design.lone = WRD_LONE_ADJUST;
    assert_close(standard_error(&sample), 0.145386086079, 1e-11);
}

static double replicated(struct sample *sample, enum wrd_variance variance)
{
    static const uint8_t base[VALUES] = { 1, 1, 1, 1, 1 };
    struct wrd_arena *arena = wrd_arena_new();
    sample->design.variance = variance;
    sample->design.replicates = wrd_replicates_new(arena, &sample->design);
    const double v = wrd_replicate_variance(&sample->design, &sample->scores, base, NULL);
    wrd_arena_free(arena);
    return sqrt(v);
}

static void test_jackknife(void **state)
{
    static struct sample sample;
    (void)state;
    sample_new(&sample, a1);
    in_units(&sample, 1);
    assert_close(replicated(&sample, WRD_JACKKNIFE), 0.186342320797, 1e-11);
    sample.design.fraction = drawn;
    assert_close(replicated(&sample, WRD_JACKKNIFE), 0.176540875104, 1e-11);
}

/* A bootstrap has noise of its own, about 1/sqrt(2 * 500) of the standard error: five times that is
 * allowed.  It lies near Taylor's, with and without a finite population, with and without clusters. */
static void test_bootstrap(void **state)
{
    static struct sample sample;
    (void)state;
    for (size_t size = 1; size <= 2; size++)
        for (int finite = 0; finite < 2; finite++) {
            sample_new(&sample, a1);
            in_units(&sample, size);
            sample.design.fraction = finite ? drawn : NULL;
            const double taylor = standard_error(&sample);
            const double again = replicated(&sample, WRD_BOOTSTRAP);
            print_message("  units of %zu, %s: %.4f beside %.4f\n", size,
                          finite ? "finite" : "endless", again, taylor);
            assert_true(fabs(again / taylor - 1) < 5 / sqrt(2 * WRD_BOOTSTRAPS));
            assert_true(again != taylor);
            assert_close(replicated(&sample, WRD_BOOTSTRAP), again, 0); /* seeded */
        }
}

/* The same respondents in another order, units and strata with them. */
static void test_no_order_is_seen(void **state)
{
    static struct sample sample, turned;
    (void)state;
    sample_new(&sample, a1);
    in_units(&sample, 2);
    turned = sample;
    for (size_t i = 0; i < N; i++) {
        const size_t from = (7 * i + 5) % N;
        turned.weight[i] = sample.weight[from];
        turned.stratum[i] = sample.stratum[from];
        turned.value[i] = sample.value[from];
        turned.psu[i] = N / 2 - 1 - sample.psu[from];
    }
    for (size_t u = 0; u < N / 2; u++)
        turned.psu_stratum[u] = sample.psu_stratum[N / 2 - 1 - u];
    turned.design.weight = turned.weight;
    turned.design.stratum = turned.stratum;
    turned.design.psu = turned.psu;
    turned.design.psu_stratum = turned.psu_stratum;
    turned.scores = (struct wrd_scores){ turned.value, turned.deviation, VALUES };
    assert_close(standard_error(&turned), standard_error(&sample), 0);
}

static void test_weightless_units_count_nowhere(void **state)
{
    static struct sample sample, smaller;
    (void)state;
    sample_new(&sample, a2);
    sample.weight[23] = 0;
    sample_new(&smaller, a2);
    smaller.design.n = N - 1;
    memcpy(smaller.deviation, sample.deviation, sizeof sample.deviation);
    assert_close(standard_error(&sample), standard_error(&smaller), 1e-15);
}

/* How many units of each stratum have a member; R: length(unique()) of the subset. */
static void test_reach(void **state)
{
    static struct sample sample;
    static const uint8_t fives[VALUES] = { 0, 0, 0, 0, 1 };
    uint64_t units[3];
    (void)state;
    sample_new(&sample, a1);
    in_units(&sample, 2);
    wrd_design_reach(&sample.design, sample.value, fives, VALUES, units);
    assert_int_equal(units[0], 0); /* nobody said 5 */
    assert_int_equal(units[1], 2); /* rows 12 and 15 */
    assert_int_equal(units[2], 3); /* rows 18, 21 and 24 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_taylor),
        cmocka_unit_test(test_lone_unit),
        cmocka_unit_test(test_jackknife),
        cmocka_unit_test(test_bootstrap),
        cmocka_unit_test(test_no_order_is_seen),
        cmocka_unit_test(test_weightless_units_count_nowhere),
        cmocka_unit_test(test_reach),
    };
    return cmocka_run_group_tests_name("design", tests, NULL, NULL);
}
