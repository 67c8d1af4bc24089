/* test_change.c - a change between two waves and the line through more, against R 4.2.2.
 *
 * Two samples as R's t.test sees them (Welch), the same as pairs, and a function f that does by
 * hand in R what no function of R does: given variances, and two one-sided tests.
 *
 *   x <- c(3,4,2,5,4,3,5,4,4,2); y <- c(4,5,3,5,5,4,4,5,3,4,5,4); t.test(y, x)
 *   a <- c(3,4,2,5,4,3,5,4,4,2); b <- c(4,4,3,5,5,3,5,4,5,3);     t.test(b, a, paired = TRUE)
 *   f <- function(m1, v1, df1, m2, v2, df2, cov, margin) { V <- v1 + v2 - 2 * cov
 *     df <- V^2 / (v1^2/df1 + v2^2/df2); df <- min(max(df, min(df1, df2)), df1 + df2)
 *     t <- (m2 - m1) / sqrt(V); 2 * pt(-abs(t), df) }
 *   metafor (3.8): rma(yi = y, vi = v, mods = ~t, method = "FE") */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "stats/change.h"
#include "support/close.h"

static const struct {
    const char *name;
    struct wrd_point before, now;
    double covariance, margin;
    struct wrd_difference want; /* value, se, df, t, p, lo, hi, p_equivalent */
} cases[] = {
    { "R: t.test(y, x) and its two one-sided tests at 0.2",
      { 3.6, 0.11555555555555555, 9 },
      { 4.25, 0.047348484848484855, 11 },
      0,
      0.2,
      { 0.65, 0.40361372672896095, 15.726214289289549, 1.6104506783449784, 0.12718562301760894,
        -0.20683511233619925, 1.5068351123361992, 0.85918477776284852 } },
    { "R: t.test(b, a, paired = TRUE): everybody answered twice",
      { 3.6, 0.11555555555555555, 9 },
      { 4.1, 0.076666666666666675, 9 },
      0.082222222222222224,
      0.2,
      { 0.5, 0.16666666666666669, 9, 3, 0.014956363910414219, 0.12297380620029913,
        0.87702619379970082, 0.94730466420679549 } },
    { "f: an index that rose",
      { 62, 4, 411 },
      { 71, 4.5, 399 },
      0,
      5,
      { 9, 2.9154759474226504, 805.63042480493664, 3.0869745325651587, 0.0020913041933679796,
        3.2771744989196145, 14.722825501080386, 0.91477556472520605 } },
    { "f: about the same within 5 points",
      { 69, 1.4, 401 },
      { 70, 1.5, 408 },
      0,
      5,
      { 1, 1.7029386365926400, 808.46055948247387, 0.58722021951470349, 0.55721976763481118,
        -2.3427027019396607, 4.3427027019396611, 0.0095349016558642866 } },
    { "f: one degree of freedom a wave",
      { 0.5, 0.01, 1 },
      { 0.6, 0.01, 1 },
      0,
      0.05,
      { 0.1, 0.14142135623730951, 2, 0.70710678118654735, 0.55278640450004213, -0.50848698445933083,
        0.70848698445933078, 0.62126781251816643 } },
    { "f: a wave without variance adds no df, whatever it says",
      { 60, 2, 99 },
      { 64, 0, NAN },
      0,
      5,
      { 4, 1.4142135623730951, 99, 2.8284271247461898, 0.0056625072939760152, 1.1938934763758899,
        6.8061065236241101, 0.24058062811010806 } },
    { "f: who answers high now answered low then; df at most df1 + df2",
      { 60, 4, 99 },
      { 64, 4, 99 },
      -1,
      5,
      { 4, 3.1622776601683795, 198, 1.2649110640673518, 0.20738992403465767, -2.2360668156233645,
        10.236066815623364, 0.37608137475124681 } },
    { "no margin: a number that has no scale",
      { 60, 2, 99 },
      { 64, 0, 49 },
      0,
      NAN,
      { 4, 1.4142135623730951, 99, 2.8284271247461898, 0.0056625072939760152, 1.1938934763758899,
        6.8061065236241101, NAN } },
    { "both waves counted in full: the difference is what it is",
      { 60, 0, NAN },
      { 64, 0, NAN },
      0,
      5,
      { 4, 0, NAN, NAN, NAN, 4, 4, NAN } },
    { "the same people with the same answers: no difference, no variance",
      { 3.6, 0.11555555555555555, 9 },
      { 3.6, 0.11555555555555555, 9 },
      0.11555555555555553,
      0.2,
      { 0, 0, NAN, NAN, NAN, 0, 0, NAN } },
    { "degrees of freedom that nobody knows",
      { 60, 2, NAN },
      { 64, 2, 49 },
      0,
      5,
      { 4, 2, NAN, 2, NAN, NAN, NAN, NAN } },
};

static void test_difference(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct wrd_difference *want = &cases[i].want,
                                    got =
                                        wrd_difference(&cases[i].before, &cases[i].now,
                                                       cases[i].covariance, cases[i].margin, 0.95);
        print_message("  %s\n", cases[i].name);
        assert_close(got.value, want->value, 1e-12);
        assert_close(got.se, want->se, 1e-12);
        assert_close(got.df, want->df, 1e-12);
        assert_close(got.t, want->t, 1e-12);
        assert_close(got.p, want->p, 1e-12);
        assert_close(got.lo, want->lo, 1e-12);
        assert_close(got.hi, want->hi, 1e-12);
        assert_close(got.p_equivalent, want->p_equivalent, 1e-12);
    }
}

/* From now back to then: the sign turns, nothing else does. */
static void test_either_way_round(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_difference there = wrd_difference(&cases[i].before, &cases[i].now,
                                                     cases[i].covariance, cases[i].margin, 0.95),
                              back = wrd_difference(&cases[i].now, &cases[i].before,
                                                    cases[i].covariance, cases[i].margin, 0.95);
        assert_close(back.value, -there.value, 0);
        assert_close(back.p, there.p, 0);
        assert_close(back.df, there.df, 0);
        assert_close(back.hi, -there.lo, 1e-15);
        assert_close(back.p_equivalent, there.p_equivalent, 1e-15);
    }
}

enum { MOST = 5 };
static const struct {
    const char *name;
    size_t n;
    double t[MOST];
    struct wrd_point points[MOST];
    struct wrd_line want; /* slope, se, z, p */
} lines[] = {
    { "metafor: an index over three years",
      3,
      { 2024, 2025, 2026 },
      { { 62, 4, 0 }, { 66, 4.5, 0 }, { 71, 3.5, 0 } },
      { 4.5098039215358767, 1.3684111295977390, 3.2956498408936414, 0.00098194322390020749 } },
    { "metafor: a share over years that are not evenly spaced",
      5,
      { 2016, 2017, 2019, 2022, 2026 },
      { { 0.41, 0.0006, 0 },
        { 0.44, 0.0007, 0 },
        { 0.39, 0.0005, 0 },
        { 0.47, 0.0009, 0 },
        { 0.45, 0.0004, 0 } },
      { 0.0041951518452997411, 0.0027330750141723531, 1.5349567148891972, 0.12479446077797788 } },
    { "two waves, by hand: the difference, 4 / sqrt(4 + 5)",
      2,
      { 1, 2 },
      { { 60, 4, 0 }, { 64, 5, 0 } },
      { 4, 3, 4.0 / 3, 0.18242243945173575 } },
    { "a flat line",
      3,
      { 1, 2, 3 },
      { { 50, 1, 0 }, { 50, 1, 0 }, { 50, 1, 0 } },
      { 0, 0.70710678118654757, 0, 1 } },
    { "a wave without variance would weigh all",
      3,
      { 1, 2, 3 },
      { { 50, 1, 0 }, { 51, 0, 0 }, { 52, 1, 0 } },
      { NAN, NAN, NAN, NAN } },
    { "a variance that is not known",
      3,
      { 1, 2, 3 },
      { { 50, 1, 0 }, { 51, NAN, 0 }, { 52, 1, 0 } },
      { NAN, NAN, NAN, NAN } },
    { "no time goes by", 2, { 3, 3 }, { { 50, 1, 0 }, { 51, 1, 0 } }, { NAN, NAN, NAN, NAN } },
    { "nothing at all", 0, { 0 }, { { 0, 0, 0 } }, { NAN, NAN, NAN, NAN } },
};

static void test_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct wrd_line got = wrd_line_through(lines[i].t, lines[i].points, lines[i].n);
        print_message("  %s\n", lines[i].name);
        assert_close(got.slope, lines[i].want.slope, 1e-11);
        assert_close(got.se, lines[i].want.se, 1e-11);
        assert_close(got.z, lines[i].want.z, 1e-11);
        assert_close(got.p, lines[i].want.p, 1e-11);
    }
}

/* By hand: 4 + 1 - 2 * 3 is below 0, so the covariance is none of these variances: SE sqrt(5). */
static void test_a_covariance_that_cannot_be(void **state)
{
    const struct wrd_point before = { .value = 60, .variance = 4, .df = 40 };
    const struct wrd_point now = { .value = 70, .variance = 1, .df = 40 };
    (void)state;
    assert_close(wrd_difference(&before, &now, 3, 5, .95).se, sqrt(5), 1e-15);
    assert_close(wrd_difference(&before, &now, 2, 5, .95).se, 1, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_covariance_that_cannot_be),
        cmocka_unit_test(test_difference),
        cmocka_unit_test(test_either_way_round),
        cmocka_unit_test(test_line),
    };
    return cmocka_run_group_tests_name("change", tests, NULL, NULL);
}
