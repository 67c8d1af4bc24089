/* test_interval.c - how sure an estimate is.
 *
 * Bounds: R 4.2.2 from the formulas of METHODS 7.6-7.8 with its qt, qnorm and qbeta, for a share of
 * .3 with standard error .05, 40 degrees of freedom and 90 cases (n* is 81.19 after the step of the
 * degrees of freedom).  R's survey has the logit form as svyciprop(method = "xlogit"); golden values
 * of it and of Wilson's are compared in tests/reference. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "stats/interval.h"
#include "support/close.h"

#define KG WRD_INTERVAL_KORN_GRAUBARD
#define LOGIT WRD_INTERVAL_LOGIT
#define WILSON WRD_INTERVAL_WILSON

static const struct {
    const char *name;
    enum wrd_interval kind;
    double confidence, p, variance, df, n, kish, lo, hi;
} shares[] = {
    { "Korn-Graubard", KG, .95, .3, .0025, 40, 90, 90, .2032538905316, .4118510581878 },
    { "logit", LOGIT, .95, .3, .0025, 40, 90, 90, .2094065502543, .4094862890272 },
    { "Wilson", WILSON, .95, .3, .0025, 40, 90, 90, .2125166125965, .4049760787694 },
    { "logit, 90 %", LOGIT, .90, .3, .0025, 40, 90, 90, .2230093239525, .3902215707662 },
    { "Wilson, 90 %", WILSON, .90, .3, .0025, 40, 90, 90, .2250511843302, .3874303403628 },
    { "nobody: what the weights leave", KG, .95, 0, 0, 40, 25, 20, 0, .1684334709831 },
    { "nobody, more by weights than there are", KG, .95, 0, 0, 40, 20, 25, 0, .1684334709831 },
    { "everybody", KG, .95, 1, 0, 40, 25, 20, .8315665290169, 1 },
    { "nobody has no logit", LOGIT, .95, 0, 0, 40, 25, 20, 0, .1684334709831 },
    { "nobody, Wilson", WILSON, .95, 0, 0, 40, 25, 20, 0, .1611251580528 },
    { "everybody, Wilson", WILSON, .95, 1, 0, 40, 25, 20, .8388748419472, 1 },
};

static void test_shares(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        const struct wrd_precision precision = { shares[i].variance, shares[i].df, false };
        struct wrd_estimate got = { .value = shares[i].p,
                                    .n = (uint64_t)shares[i].n,
                                    .n_effective = shares[i].kish };
        print_message("  %s\n", shares[i].name);
        wrd_share_interval(shares[i].kind, shares[i].confidence, &precision, 1 - shares[i].p,
                           shares[i].n, &got);
        assert_close(got.lo, shares[i].lo, 1e-11);
        assert_close(got.hi, shares[i].hi, 1e-11);
        assert_close(got.se, sqrt(shares[i].variance), 0);
        assert_close(got.df, shares[i].df, 0);
    }
}

/* The strata explain all of a share that is neither 0 nor 1: then n* is n, and logit has nothing to
 * stand on. */
static void test_no_variance(void **state)
{
    const struct wrd_precision precision = { 0, 40, false };
    struct wrd_estimate kg = { .value = .5, .n = 50, .n_effective = 50 }, logit = kg, wilson = kg;
    (void)state;
    wrd_share_interval(KG, .95, &precision, .5, 50, &kg);
    wrd_share_interval(LOGIT, .95, &precision, .5, 50, &logit);
    wrd_share_interval(WILSON, .95, &precision, .5, 50, &wilson);
    assert_close(kg.hi - kg.lo, .2894540057402, 1e-11); /* R: qbeta with n* 50 */
    assert_close(logit.lo, kg.lo, 0);
    assert_close(wilson.hi, kg.hi, 0);
}

/* METHOD 7.8, a rule a line; widths of Korn and Graubard's interval from R. */
static const struct {
    const char *name;
    double p, variance, n, df;
    bool uncertain;
} rules[] = {
    { "100 cases, 20 points wide", .5, .0025, 100, 99, false },
    { "50 cases, 29 points wide", .5, .005, 50, 49, false },
    { "29 cases", .5, .0084, 29, 28, true },
    { "100 cases that are worth 38, 33 points wide", .5, .0065, 100, 99, true },
    { "5 of 100, 1.32 times as wide as it is large", .05, .0002375, 200, 199, true },
    { "2 of 100, but only a point wide", .02, .02 * .98 / 3000, 3000, 2999, false },
    { "7 degrees of freedom", .5, .0025, 100, 7, true },
};

static void test_rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const struct wrd_precision precision = { rules[i].variance, rules[i].df, false };
        for (int kind = KG; kind <= WILSON; kind++) {
            struct wrd_estimate got = { .value = rules[i].p,
                                        .n = (uint64_t)rules[i].n,
                                        .n_effective = rules[i].n };
            print_message("  %s\n", rules[i].name);
            wrd_share_interval((enum wrd_interval)kind, .95, &precision, 1 - rules[i].p, rules[i].n,
                               &got);
            assert_int_equal(got.uncertain, rules[i].uncertain);
        }
    }
}

/* R: 50 +- qt(.975, 9) * 4 = 40.951371 .. 59.048629 */
static void test_means(void **state)
{
    const struct wrd_precision precision = { 16, 9, false }, few = { 16, 7, false };
    struct wrd_estimate got = { .value = 50, .n = 40 };
    (void)state;
    wrd_mean_interval(.95, &precision, 0, 100, &got);
    assert_close(got.lo, 40.95137136, 1e-9);
    assert_close(got.hi, 59.04862864, 1e-9);
    assert_false(got.uncertain);
    print_message("  cut off at the ends of the scale\n");
    wrd_mean_interval(.95, &precision, 45, 55, &got);
    assert_close(got.lo, 45, 0);
    assert_close(got.hi, 55, 0);
    print_message("  7 degrees of freedom, 29 cases\n");
    wrd_mean_interval(.95, &few, 0, 100, &got);
    assert_true(got.uncertain);
    got.n = 29;
    wrd_mean_interval(.95, &precision, 0, 100, &got);
    assert_true(got.uncertain);
}

static void test_a_whole_population_has_no_margin(void **state)
{
    const struct wrd_precision whole = { 0, 9, true };
    struct wrd_estimate mean = { .value = 50, .n = 12 }, share = { .value = .5, .n = 12 };
    (void)state;
    wrd_mean_interval(.95, &whole, 0, 100, &mean);
    wrd_share_interval(KG, .95, &whole, .5, 12, &share);
    assert_true(isnan(mean.lo) && isnan(mean.hi) && isnan(share.lo) && isnan(share.hi));
    assert_close(mean.se, 0, 0);
    assert_false(mean.uncertain || share.uncertain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_no_variance),
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_means),
        cmocka_unit_test(test_a_whole_population_has_no_margin),
    };
    return cmocka_run_group_tests_name("interval", tests, NULL, NULL);
}
