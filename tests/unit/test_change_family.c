/* test_change_family.c - changes that are read together: METHOD 7.12.
 *
 * R: p.adjust(c(.001, .012, .03, .04, .2), "holm") and "BH" (golden data of the design). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "support/close.h"
#include "support/hand.h"
#include "tabulate/trend.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
enum { FIVE = 5, VOL = 0, ORG = 1 };
static const double p[FIVE] = { .001, .012, .03, .04, .2 };
static const double holm[FIVE] = { .005, .048, .09, .09, .2 };
static const double bh[FIVE] = { .005, .03, .05, .05, .2 };

static const struct wrd_row index_row = { .statistic = WRD_INDEX, .code = "" };
static const char *const scales[FIVE] = { "s1", "s2", "s3", "s4", "s5" };
static const uint16_t top[] = { 3, 4 };
static const struct wrd_row rows[] = {
    { .statistic = WRD_SHARE, .code = "1" },
    { .statistic = WRD_SHARE, .code = "4+5", .parts = top, .n_parts = 2 },
    { .statistic = WRD_TOP2, .code = "", .parts = top, .n_parts = 2 },
    { .statistic = WRD_MEAN, .code = "" },
};

/* Five scales of volunteers and one of organisations, and a question of volunteers. */
struct made {
    struct hand *hand;
    struct wrd_outcome outcomes[FIVE + 2];
    struct wrd_trend trends[FIVE + 2];
    struct wrd_change changes[FIVE + 2][COUNT(rows)];
    struct wrd_source sources[2];
    struct wrd_indicator indicators[FIVE];
    struct wrd_variable question;
    struct wrd_tables tables;
};
enum { OF_ORG = FIVE, QUESTION };

static struct wrd_change change(double value)
{
    return (struct wrd_change){ .verdict = value < 1 ? WRD_VERDICT_RISEN : WRD_VERDICT_NONE,
                                .p = value < 1 ? value : NAN,
                                .p_adjusted = NAN };
}

static void make(struct made *m)
{
    *m = (struct made){ .hand = hand_new() };
    m->sources[VOL].id = "vol";
    m->sources[ORG].id = "org";
    m->hand->study.sources = m->sources;
    m->hand->study.n_sources = 2;
    m->question.list = hand_agree(m->hand);
    for (size_t o = 0; o <= QUESTION; o++) {
        m->trends[o].changes = m->changes[o];
        m->outcomes[o] = (struct wrd_outcome){ .name = o < FIVE ? scales[o] : "s1",
                                               .source = o == OF_ORG,
                                               .published = true,
                                               .rows = &index_row,
                                               .n_rows = 1,
                                               .trend = &m->trends[o] };
        m->changes[o][0] = change(o < FIVE ? p[o] : .04);
    }
    m->outcomes[QUESTION].name = "q";
    m->outcomes[QUESTION].variable = &m->question;
    m->outcomes[QUESTION].rows = rows;
    m->outcomes[QUESTION].n_rows = 0;
    for (size_t i = 0; i < FIVE; i++)
        m->indicators[i] = (struct wrd_indicator){
            .name = scales[i], .kind = "index", .source = "vol", .of = scales[i]
        };
    m->hand->book.indicators = m->indicators;
    m->tables = (struct wrd_tables){ .study = &m->hand->study,
                                     .codebook = &m->hand->book,
                                     .outcomes = m->outcomes,
                                     .n_outcomes = QUESTION + 1 };
}

static void test_holm(void **state)
{
    static const enum wrd_verdict verdicts[FIVE] = { WRD_VERDICT_RISEN, WRD_VERDICT_RISEN,
                                                     WRD_VERDICT_UNCLEAR, WRD_VERDICT_SAME,
                                                     WRD_VERDICT_UNCLEAR };
    struct made m;
    (void)state;
    make(&m);
    m.hand->book.n_indicators = FIVE;
    m.changes[3][0].equivalent = true;
    wrd_adjust_changes(&m.tables);
    for (size_t o = 0; o < FIVE; o++) {
        assert_close(m.changes[o][0].p_adjusted, holm[o], 1e-12);
        assert_true(m.changes[o][0].headline);
        assert_int_equal(m.changes[o][0].verdict, verdicts[o]);
    }
    print_message("  a scale of that name of another source is no headline\n");
    assert_false(m.changes[OF_ORG][0].headline);
    assert_close(m.changes[OF_ORG][0].p_adjusted, .04, 1e-12);
    assert_int_equal(m.changes[OF_ORG][0].verdict, WRD_VERDICT_RISEN);
    hand_free(m.hand);
}

static void test_benjamini_hochberg(void **state)
{
    struct made m;
    (void)state;
    make(&m);
    wrd_adjust_changes(&m.tables);
    print_message("  without headlines a source is read together, and each keeps its word\n");
    for (size_t o = 0; o < FIVE; o++) {
        assert_close(m.changes[o][0].p_adjusted, bh[o], 1e-12);
        assert_int_equal(m.changes[o][0].verdict, WRD_VERDICT_RISEN);
    }
    assert_close(m.changes[OF_ORG][0].p_adjusted, .04, 1e-12);
    hand_free(m.hand);
}

/* Top-2 and the share of the same answers merged are one test. */
static void test_one_test(void **state)
{
    struct made m;
    (void)state;
    make(&m);
    m.outcomes[QUESTION].n_rows = COUNT(rows);
    m.changes[QUESTION][0] = change(.5);
    m.changes[QUESTION][1] = m.changes[QUESTION][2] = change(.03);
    m.changes[QUESTION][3] = change(1);
    m.indicators[0] =
        (struct wrd_indicator){ .name = "q", .kind = "top2", .source = "vol", .of = "q" };
    m.indicators[1].of = "s2";
    m.hand->book.n_indicators = 2;
    wrd_adjust_changes(&m.tables);
    print_message("  of .03 and .012 Holm makes .03 and .024\n");
    assert_close(m.changes[1][0].p_adjusted, .024, 1e-12);
    for (size_t r = 1; r <= 2; r++) {
        assert_close(m.changes[QUESTION][r].p_adjusted, .03, 1e-12);
        assert_true(m.changes[QUESTION][r].headline);
    }
    assert_false(m.changes[QUESTION][0].headline);
    print_message("  what was not tested is in no family\n");
    assert_true(isnan(m.changes[QUESTION][3].p_adjusted));
    hand_free(m.hand);
}

/* A full count in both waves has no test: what differs has changed. */
static void test_no_test(void **state)
{
    struct made m;
    (void)state;
    make(&m);
    m.hand->book.n_indicators = FIVE;
    m.changes[0][0].p = NAN;
    wrd_adjust_changes(&m.tables);
    assert_int_equal(m.changes[0][0].verdict, WRD_VERDICT_RISEN);
    print_message("  the other four are four\n");
    assert_close(m.changes[1][0].p_adjusted, 4 * .012, 1e-12);
    hand_free(m.hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_holm),
        cmocka_unit_test(test_benjamini_hochberg),
        cmocka_unit_test(test_one_test),
        cmocka_unit_test(test_no_test),
    };
    return cmocka_run_group_tests_name("changes read together", tests, NULL, NULL);
}
