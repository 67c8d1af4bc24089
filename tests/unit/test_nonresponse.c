/* METHODS 7.27 and 7.28: golden values, values of R 4.2.2 (the formula typed in again, and a seeded
 * simulation of random response), and cases by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "stats/nonresponse.h"
#include "support/close.h"

enum { MOST_GROUPS = 13 };

static const struct {
    const char *name;
    struct wrd_invited groups[MOST_GROUPS];
    size_t n;
    enum wrd_status status;
    size_t n_groups;
    double rate, raw, r;
} cases[] = {
    { "golden: 8 of 40, 8 of 60, 8 of 100",
      { { 40, 8 }, { 60, 8 }, { 100, 8 } },
      3,
      WRD_OK,
      3,
      0.12,
      0.9076239569,
      0.9406187666 },
    { "R: 40 of 112, 70 of 121, 50 of 67",
      { { 112, 40 }, { 121, 70 }, { 67, 50 } },
      3,
      WRD_OK,
      3,
      160.0 / 300,
      0.69974052206362,
      0.70923499222862 },
    { "a group of 5 goes to the one before, which is smaller; R on 8 of 25, 20 of 30",
      { { 20, 4 }, { 5, 4 }, { 30, 20 } },
      3,
      WRD_OK,
      2,
      28.0 / 55,
      0.654768812239168,
      0.677266954108074 },
    { "and to the one behind, which is smaller",
      { { 30, 20 }, { 5, 4 }, { 20, 4 } },
      3,
      WRD_OK,
      2,
      28.0 / 55,
      0.654768812239168,
      0.677266954108074 },
    { "of equal ones to the one before",
      { { 20, 4 }, { 5, 4 }, { 20, 4 }, { 10, 10 } },
      4,
      WRD_OK,
      3,
      22.0 / 55,
      0.424121224877697,
      0.433998889772900 },
    { "the first has one neighbour",
      { { 5, 4 }, { 20, 4 }, { 30, 20 } },
      3,
      WRD_OK,
      2,
      28.0 / 55,
      0.654768812239168,
      0.677266954108074 },
    { "small ones become one that is large enough",
      { { 4, 1 }, { 4, 1 }, { 4, 1 } },
      3,
      WRD_OK,
      1,
      0.25,
      1,
      1 },
    { "all together too small", { { 4, 1 }, { 3, 1 } }, 2, WRD_OK, 1, 2.0 / 7, 1, 1 },
    { "a group of nobody is no group",
      { { 0, 0 }, { 40, 8 }, { 60, 8 }, { 100, 8 } },
      4,
      WRD_OK,
      3,
      0.12,
      0.9076239569,
      0.9406187666 },
    { "the same rate everywhere",
      { { 40, 10 }, { 60, 15 }, { 100, 25 } },
      3,
      WRD_OK,
      3,
      0.25,
      1,
      1 },
    { "one group", { { 40, 8 } }, 1, WRD_OK, 1, 0.2, 1, 1 },
    { "everybody took part", { { 40, 40 }, { 60, 60 } }, 2, WRD_OK, 2, 1, 1, 1 },
    { "nobody took part", { { 40, 0 }, { 60, 0 } }, 2, WRD_OK, 2, 0, 1, 1 },
    { "one group all, the other none, by hand: S = 1/2",
      { { 50, 50 }, { 50, 0 } },
      2,
      WRD_OK,
      2,
      0.5,
      0,
      -0.00498756211208895 },
    { "nobody was invited", { { 0, 0 } }, 1, WRD_EDOMAIN, 0, 0, 0, 0 },
    { "more than were invited", { { 40, 41 }, { 60, 8 } }, 2, WRD_EDOMAIN, 0, 0, 0, 0 },
};

static void test_r(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_r_indicator got = { 0 };
        print_message("  %s\n", cases[i].name);
        assert_int_equal(wrd_r_indicator_of(cases[i].groups, cases[i].n, &got), cases[i].status);
        assert_int_equal(got.n_groups, cases[i].n_groups);
        assert_close(got.rate, cases[i].rate, 1e-14);
        assert_close(got.raw, cases[i].raw, 1e-9);
        assert_close(got.r, cases[i].r, 1e-9);
    }
}

/* Which groups took part does not matter for the range: it depends on their sizes and on the rate. */
static const struct {
    const char *name;
    struct wrd_invited groups[MOST_GROUPS];
    size_t n;
    double closed; /* R: the formula with qchisq(.95, n - 1) */
    double
        simulated; /* R, set.seed(27): the 5 % quantile of r in 40,000 samples without replacement */
} ranges[] = {
    { "70 of 150 in 13 groups, where raw R is .72 on average",
      { { 10, 4 },
        { 10, 6 },
        { 11, 5 },
        { 11, 5 },
        { 11, 5 },
        { 11, 5 },
        { 12, 6 },
        { 12, 6 },
        { 12, 6 },
        { 12, 6 },
        { 12, 5 },
        { 13, 6 },
        { 13, 5 } },
      13,
      0.74523568147354,
      0.74881 },
    { "24 of 200 in three groups",
      { { 40, 8 }, { 60, 8 }, { 100, 8 } },
      3,
      0.90774040594556,
      0.91056 },
    { "420 of 1,200 in three groups",
      { { 300, 120 }, { 400, 140 }, { 500, 160 } },
      3,
      0.94493374308543,
      0.94539 },
};

static void test_range(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        struct wrd_r_indicator got;
        print_message("  %s\n", ranges[i].name);
        assert_int_equal(wrd_r_indicator_of(ranges[i].groups, ranges[i].n, &got), WRD_OK);
        assert_close(got.low, ranges[i].closed, 1e-12);
        assert_close(got.low, ranges[i].simulated, 0.005);
    }
    print_message("  without chance there is no range\n");
    struct wrd_r_indicator full;
    const struct wrd_invited all[] = { { 40, 40 }, { 60, 60 } };
    assert_int_equal(wrd_r_indicator_of(all, 2, &full), WRD_OK);
    assert_true(full.low == 1);
}

/* By hand, R: sqrt(N_h/N) (rho_h - rho). */
static void test_partials(void **state)
{
    const struct wrd_invited all = { 200, 24 }, nobody = { 0, 0 };
    const struct wrd_invited groups[] = { { 40, 8 }, { 60, 8 }, { 100, 8 } };
    double sum = 0;
    (void)state;
    assert_close(wrd_r_partial(&groups[0], &all), 0.0357770876399966, 1e-14);
    assert_close(wrd_r_partial(&groups[2], &all), -0.0282842712474619, 1e-14);
    assert_true(wrd_r_partial(&nobody, &all) == 0);
    print_message("  their squares are the square that R comes from\n");
    for (size_t g = 0; g < 3; g++)
        sum += wrd_r_partial(&groups[g], &all) * wrd_r_partial(&groups[g], &all);
    assert_close(1 - 2 * sqrt(sum), 0.9076239569, 1e-10);
}

static void test_largest_bias(void **state)
{
    struct wrd_r_indicator indicator;
    const struct wrd_invited groups[] = { { 40, 8 }, { 60, 8 }, { 100, 8 } };
    (void)state;
    wrd_r_indicator_of(groups, 3, &indicator);
    print_message("  R: (1 - R) / (2 * .12) * .5, twelve points at most\n");
    assert_close(wrd_largest_bias(&indicator, 0.5), 0.12371090288916763, 1e-12);
    assert_true(isnan(wrd_largest_bias(&(struct wrd_r_indicator){ .rate = 0, .r = 1 }, 0.5)));
}

static const struct {
    const char *name;
    double mean, lowest, highest;
    struct wrd_invited all;
    double low, high;
} worst[] = {
    { "by hand: 62 % of 420 of 1,200", 62, 0, 100, { 1200, 420 }, 21.7, 86.7 },
    { "a bound that is whole is whole", 60, 0, 100, { 1200, 420 }, 21, 86 },
    { "a grade from 1 to 10: (300 * 8 + 100 * 1) / 400", 8, 1, 10, { 400, 300 }, 6.25, 8.5 },
    { "everybody took part: the figure itself", 62, 0, 100, { 300, 300 }, 62, 62 },
    { "nobody took part: anything", 62, 0, 100, { 300, 0 }, 0, 100 },
};

static void test_worst_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof worst / sizeof *worst; i++) {
        const struct wrd_worst_case got =
            wrd_worst_case_of(worst[i].mean, worst[i].lowest, worst[i].highest, &worst[i].all);
        print_message("  %s\n", worst[i].name);
        assert_true(got.low == worst[i].low);
        assert_true(got.high == worst[i].high);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_r),          cmocka_unit_test(test_range),
        cmocka_unit_test(test_partials),   cmocka_unit_test(test_largest_bias),
        cmocka_unit_test(test_worst_case),
    };
    return cmocka_run_group_tests_name("nonresponse", tests, NULL, NULL);
}
