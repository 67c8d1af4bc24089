/* test_patterns.c - how somebody answered one battery, and how fast.
 *
 * By hand, and R 4.2.2 for the longest string, the most frequent answer and the deviation:
 *     x <- na.omit(x); max(rle(x)$lengths); max(table(x)); sd(x)
 * (what longstring and irv of package careless compute, on the answers given). */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "stats/patterns.h"
#include "support/close.h"

#define X(...) { __VA_ARGS__ }, sizeof((double[]){ __VA_ARGS__ }) / sizeof(double)

static const struct {
    const char *name;
    double x[12];
    size_t k;
    struct wrd_pattern want;
} cases[] = {
    { "all equal", X(4, 4, 4, 4, 4, 4, 4, 4), { 8, 8, 8, 0 } },
    { "all equal, and no double has it", X(100.0 / 3, 100.0 / 3, 100.0 / 3), { 3, 3, 3, 0 } },
    { "by hand: one step in eight, sqrt(1/8)",
      X(4, 4, 4, 4, 4, 4, 4, 5),
      { 8, 7, 7, .353553390593273786 } },
    { "R: the string is in the middle",
      X(1, 2, 3, 3, 3, 3, 2, 5, 1),
      { 9, 4, 4, 1.23603308118261035 } },
    { "R: the most frequent answer has no string",
      X(5, 1, 5, 2, 5, 3, 5, 4),
      { 8, 1, 4, 1.58113883008418967 } },
    { "by hand: from end to end, sqrt(16/3)", X(1, 5, 1, 5), { 4, 1, 2, 2.30940107675850306 } },
    { "a question without an answer is passed over", X(3, 3, NAN, 3, 4), { 4, 3, 3, .5 } },
    { "one answer does not vary", X(NAN, 2, NAN), { 1, 1, 1, NAN } },
    { "no answer at all", X(NAN, NAN), { 0, 0, 0, NAN } },
};

static void test_battery(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct wrd_pattern got = wrd_pattern_of(cases[i].x, cases[i].k);
        print_message("  %s\n", cases[i].name);
        assert_int_equal(got.answered, cases[i].want.answered);
        assert_int_equal(got.longest, cases[i].want.longest);
        assert_int_equal(got.same, cases[i].want.same);
        if (isnan(cases[i].want.irv))
            assert_true(isnan(got.irv));
        else
            assert_close(got.irv, cases[i].want.irv, 1e-12);
    }
}

static void test_backwards_is_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double back[12];
        for (size_t j = 0; j < cases[i].k; j++)
            back[j] = cases[i].x[cases[i].k - 1 - j];
        const struct wrd_pattern got = wrd_pattern_of(back, cases[i].k);
        print_message("  %s\n", cases[i].name);
        assert_int_equal(got.longest, cases[i].want.longest);
        assert_int_equal(got.same, cases[i].want.same);
    }
}

static const struct {
    const char *name;
    int64_t seconds[6];
    size_t n;
    int64_t twice;
} medians[] = {
    { "odd: the middle one", { 300, 100, 200 }, 3, 400 },
    { "even: between the two", { 400, 100, 300, 201 }, 4, 501 },
    { "one", { 7 }, 1, 14 },
    { "one that took all day moves nothing", { 90, 100, 86400 }, 3, 200 },
};

static void test_median(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof medians / sizeof *medians; i++) {
        int64_t seconds[6];
        print_message("  %s\n", medians[i].name);
        for (size_t j = 0; j < medians[i].n; j++)
            seconds[j] = medians[i].seconds[j];
        assert_int_equal(wrd_median_twice(seconds, medians[i].n), medians[i].twice);
    }
}

static void test_speeder(void **state)
{
    (void)state;
    print_message("  a third of 300 is no less than a third\n");
    assert_false(wrd_is_speeder(100, 600));
    assert_true(wrd_is_speeder(99, 600));
    print_message("  a third of 300.5 is 100.17\n");
    assert_true(wrd_is_speeder(100, 601));
    assert_false(wrd_is_speeder(101, 601));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_battery),
        cmocka_unit_test(test_backwards_is_the_same),
        cmocka_unit_test(test_median),
        cmocka_unit_test(test_speeder),
    };
    return cmocka_run_group_tests_name("patterns", tests, NULL, NULL);
}
