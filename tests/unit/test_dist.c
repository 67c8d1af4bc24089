/* test_dist.c - quantiles against R 4.2.2. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "stats/dist.h"
#include "support/close.h"

static const struct {
    const char *name;
    double p, df, t;
} t_cases[] = {
    { "Cauchy, by hand: tan(pi (p - 1/2))", 0.75, 1, 1.0 },
    { "the median is 0", 0.5, 7, 0.0 },
    { "R: qt(.975, 1)", 0.975, 1, 12.706204736174694 },
    { "R: qt(.975, 2)", 0.975, 2, 4.3026527297494619 },
    { "R: qt(.975, 21)", 0.975, 21, 2.07961384472768 },
    { "R: qt(.975, 1e6)", 0.975, 1e6, 1.9599663568141066 },
    { "R: qt(.025, 23), the other tail", 0.025, 23, -2.0686576104190482 },
    { "no degrees of freedom", 0.975, 0, NAN },
    { "fewer than none", 0.975, -3, NAN },
    { "p is no probability", 1, 5, NAN },
};

static void test_t(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof t_cases / sizeof *t_cases; i++) {
        print_message("  %s\n", t_cases[i].name);
        assert_close(wrd_t_quantile(t_cases[i].p, t_cases[i].df), t_cases[i].t, 1e-12);
    }
}

static const struct {
    const char *name;
    double t, df, tail; /* df infinite: the normal distribution */
} tail_cases[] = {
    { "the middle", 0, 3, 0.5 },
    { "Cauchy, by hand: 1/2 + 1/4", -1, 1, 0.75 },
    { "R: pt(2.5, 7, lower = FALSE)", 2.5, 7, 0.020496109292876437 },
    { "R: pt(2.5, 7.25, lower = FALSE), not whole", 2.5, 7.25, 0.019932760379457265 },
    { "R: pnorm(1.96, lower = FALSE)", 1.96, INFINITY, 0.024997895148220428 },
    { "no degrees of freedom", 2.5, 0, NAN },
    { "degrees of freedom that are not known", 2.5, NAN, NAN },
};

static void test_tails(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof tail_cases / sizeof *tail_cases; i++) {
        const double t = tail_cases[i].t, df = tail_cases[i].df;
        print_message("  %s\n", tail_cases[i].name);
        assert_close(isinf(df) ? wrd_normal_tail(t) : wrd_t_tail(t, df), tail_cases[i].tail, 1e-13);
    }
    print_message("  R: pnorm(10, lower = FALSE) keeps its digits\n");
    assert_close(1e23 * wrd_normal_tail(10), 0.76198530241605269, 1e-12);
}

/* R: pf(f, df1, df2, lower.tail = FALSE) */
static void test_f(void **state)
{
    static const struct {
        double f, df1, df2, tail;
    } f_cases[] = {
        { 3.88, 1, 23, 0.0610229177064900846 },
        { 0.5, 2.6, 55.9, 0.6575749160935959736 },
        { 25, 2, 7, 0.0006490544699565015 },
        { 7.5, 1.98, 41.6, 0.0017060947132780395 },
        { 0, 2, 7, 1 },
        { 1, 0, 7, NAN },
        { 1, 2, 0, NAN },
    };
    (void)state;
    for (size_t i = 0; i < sizeof f_cases / sizeof *f_cases; i++)
        assert_close(wrd_f_tail(f_cases[i].f, f_cases[i].df1, f_cases[i].df2), f_cases[i].tail,
                     1e-13);
}

static const struct {
    const char *name;
    double p, a, b, x;
} beta_cases[] = {
    { "uniform, by hand", 0.025, 1, 1, 0.025 },
    { "by hand: x^a = p", 0.025, 3, 1, 0.29240177382128663 },
    { "R: qbeta(.025, 3, 8)", 0.025, 3, 8, 0.066739511177734467 },
    { "R: qbeta(.975, 3, 8)", 0.975, 3, 8, 0.5560954623076414 },
    { "R: qbeta(.975, 1, 10), nobody of ten", 0.975, 1, 10, 0.30849710781876083 },
    { "as many as a large survey: GSL's own inverse gives NaN here; R: qbeta(.025, 7249.6, 1964.6)",
      0.025, 7249.6, 1964.6, 0.77836457850002605 },
    { "R: qbeta(.025, 355740, 389428)", 0.025, 355740, 389428, 0.47626167197315733 },
    { "R: qbeta(.975, 1734.47, 17526.7)", 0.975, 1734.47, 17526.7, 0.094132672083684588 },
    { "one and a half in a million; R: qbeta(.975, 1.5, 1e6)", 0.975, 1.5, 1e6,
      4.6741897096398494e-06 },
    { "a = 0: the limit is 0", 0.025, 0, 10, 0 },
    { "b = 0: the limit is 1", 0.975, 10, 0, 1 },
    { "both 0", 0.5, 0, 0, NAN },
    { "negative", 0.5, -1, 2, NAN },
    { "infinite", 0.5, INFINITY, 2, NAN },
    { "not a number", 0.5, NAN, 2, NAN },
    { "p is no probability", 0, 2, 2, NAN },
};

static void test_beta(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof beta_cases / sizeof *beta_cases; i++) {
        print_message("  %s\n", beta_cases[i].name);
        double x = beta_cases[i].x;
        double got = wrd_beta_quantile(beta_cases[i].p, beta_cases[i].a, beta_cases[i].b);
        assert_close(got, x, 1e-12);
        if (x > 0) /* relative, for a limit of a few in a million too */
            assert_close(got / x, 1, 1e-11);
    }
}

/* The limits for k of n are the mirror of those for n - k.  Many of them, as a search that now and
 * then stops a step too early is seen in few. */
static void test_beta_is_symmetric(void **state)
{
    (void)state;
    for (int n = 10; n < 400; n += 7)
        for (int k = 1; k < n; k++) {
            double low = wrd_beta_quantile(0.025, k, n + 1 - k);
            double high = wrd_beta_quantile(0.975, n + 1 - k, k);
            assert_true(low > 0 && high < 1);
            assert_close(low, 1 - high, 1e-12);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_t),
        cmocka_unit_test(test_tails),
        cmocka_unit_test(test_f),
        cmocka_unit_test(test_beta),
        cmocka_unit_test(test_beta_is_symmetric),
    };
    return cmocka_run_group_tests_name("dist", tests, NULL, NULL);
}
