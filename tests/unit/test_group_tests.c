/* test_group_tests.c - what is tested between the groups of a breakdown, and which p are read together.
 *
 * Values of R 4.2.2, survey 4.1-1, on the golden mini data set: svyglm of our own mid-ranks, svyttest, svychisq;
 * raked: calibrate(calfun = "raking").  See test_rank.c. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/close.h"
#include "support/golden.h"
#include "support/margins.h"
#include "support/said.h"

static const struct wrd_tables *tables_of(struct hand *hand)
{
    const struct wrd_frame *frame = &hand->frame;
    struct wrd_tables *tables = hand_tables(hand);
    assert_non_null(tables);
    wrd_test_groups(hand->arena, &frame, 1, hand->diag, tables);
    return tables;
}

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static const struct wrd_test *find(const struct wrd_tables *tables, enum wrd_test_kind kind,
                                   const char *variable, const char *by, const char *a,
                                   const char *b)
{
    for (size_t i = 0; i < tables->tests.n; i++) {
        const struct wrd_test *test = &tables->tests.of[i];
        if (test->kind == kind && same(test->variable, variable) &&
            same(test->group_variable, by) && same(test->group_a, a) && same(test->group_b, b))
            return test;
    }
    return NULL;
}

/* a1 and a2 as outcomes, by g and by stratum. */
static struct hand *golden(enum golden_design design)
{
    struct hand *hand = golden_new(design);
    for (size_t v = 0; v < hand->book.n_variables; v++)
        if (hand->book.variables[v].type == WRD_TYPE_SINGLE)
            hand->book.variables[v].roles =
                hand->book.variables[v].list->all_scored ? WRD_ROLE_OUTCOME : WRD_ROLE_GROUP;
    return hand;
}

static struct hand *raked(void)
{
    struct hand *hand = golden(GOLDEN_S);
    hand->study.sources[0].weights.grid_exponent = 12;
    margins_weigh(hand, WRD_WEIGHTS_RAKE, "str g");
    margins_population(hand, "str,A,50 str,B,70 str,C,80 g,1,90 g,2,110");
    return hand;
}

static const struct {
    const char *name;
    int design; /* below 0: raked */
    enum wrd_test_kind kind;
    const char *variable, *by, *a, *b;
    double statistic, df1, df2, p, effect;
} cases[] = {
    { "mid-ranks of two groups: the second against the first (printed)", GOLDEN_S, WRD_TEST_RANK,
      "a2", "g", "1", "2", .2889777167556868, 22, NAN, .7753039596794022, .5329670329670329 },
    { "mid-ranks of three groups (printed)", GOLDEN_S, WRD_TEST_RANK, "a2", "str", "", "",
      2.135476634293854, 2, 21, .1431447867612684, NAN },
    { "answers by groups (printed)", GOLDEN_S, WRD_TEST_RAO_SCOTT, "a1", "str", "", "",
      1.782423423812196, 5.507817519102885, 126.6798029393664, .1140674149687617,
      .468004606609609 },
    { "top-2 of two groups", GOLDEN_S, WRD_TEST_SHARE_DIFFERENCE, "a1", "g", "1", "2",
      2.167169352424835, 21, NAN, .04186670650706863, .4489795918367346 },
    { "a group against the rest, strata", GOLDEN_D0, WRD_TEST_RANK, "a1", "str", "A", "rest",
      -3.846170914080746, 19, NAN, .001088748575907991, .1383196721311474 },
    { "mid-ranks, raked", -1, WRD_TEST_RANK, "a2", "g", "1", "2", .671445321303523, 22, NAN,
      .508926490902191, .56688815783220317 },
    { "mid-ranks of three groups, raked", -1, WRD_TEST_RANK, "a1", "str", "", "", 6.858464222917892,
      2, 20, .005392869534830234, NAN },
    { "answers by groups, raked", -1, WRD_TEST_RAO_SCOTT, "a2", "g", "", "", .9617455568989911,
      1.988519377353044, 45.73594567912, .389381498944573, .2617163902597897 },
};

static void test_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hand *hand =
            cases[i].design < 0 ? raked() : golden((enum golden_design)cases[i].design);
        const struct wrd_tables *tables = tables_of(hand);
        print_message("  %s\n", cases[i].name);
        const struct wrd_test *test =
            find(tables, cases[i].kind, cases[i].variable, cases[i].by, cases[i].a, cases[i].b);
        assert_non_null(test);
        assert_close(test->statistic, cases[i].statistic, 1e-9);
        assert_close(test->df1, cases[i].df1, 1e-9);
        assert_close(test->df2, cases[i].df2, 1e-9);
        assert_close(test->p, cases[i].p, 1e-9);
        assert_close(test->effect, cases[i].effect, 1e-9);
        assert_true(isnan(test->p_adjusted)); /* under 30 answers */
        hand_free(hand);
    }
}

static void test_codes(void **state)
{
    struct hand *hand = golden(GOLDEN_S);
    const struct wrd_tables *tables = tables_of(hand);
    (void)state;
    assert_string_equal(find(tables, WRD_TEST_SHARE_DIFFERENCE, "a1", "str", "B", "rest")->code,
                        "4+5");
    print_message("  of two groups no test over all, and none against the rest\n");
    assert_null(find(tables, WRD_TEST_RANK, "a1", "g", "", ""));
    assert_null(find(tables, WRD_TEST_RANK, "a1", "g", "2", "rest"));
    print_message("  an index has a t, and no ranks\n");
    assert_non_null(find(tables, WRD_TEST_T, "value", "str", "C", "rest"));
    assert_null(find(tables, WRD_TEST_RANK, "value", "str", "C", "rest"));
    hand_free(hand);
}

/* Groups of 40, 35 and 8; answers that go round, each group with one of its own more often. */
enum { PEOPLE = 83 };

static struct hand *people(size_t turn)
{
    struct hand *hand = hand_new();
    char q[PEOPLE + 1] = "", g[PEOPLE + 1] = "";
    for (size_t i = 0; i < PEOPLE; i++) {
        const size_t at = (i * turn) % PEOPLE; /* turn > 1: the same rows in another order */
        g[at] = i < 40 ? '1' : i < 75 ? '2' : '3';
        q[at] = "12345445213"[i % 11];
        if (i % 3 == 0)
            q[at] = (char)(g[at] + 1);
    }
    hand_single(hand, "q", WRD_ROLE_OUTCOME, hand_agree(hand), q);
    hand_single(hand, "g", WRD_ROLE_GROUP, hand_names(hand, "123"), g);
    return hand;
}

/* Nobody of group 2 gives 4 or 5, one in ten of the 200 of groups 1 and 3 does.  R: fisher.test(matrix(c(0, 32, 20, 180),
 * 2)) has p = .0847, svyttest 4e-6. */
static void test_nobody(void **state)
{
    struct hand *hand = hand_new();
    char q[233] = "", g[233] = "";
    (void)state;
    print_message("  nothing is concluded from a share that has no variance\n");
    for (size_t i = 0; i < 232; i++) {
        g[i] = i < 32 ? '2' : i % 2 ? '1' : '3';
        q[i] = (char)('1' + i % 3);
        if (i >= 32 && i < 52)
            q[i] = '4';
    }
    hand_single(hand, "q", WRD_ROLE_OUTCOME, hand_agree(hand), q);
    hand_single(hand, "g", WRD_ROLE_GROUP, hand_names(hand, "123"), g);
    const struct wrd_tables *tables = tables_of(hand);
    const struct wrd_test *none = find(tables, WRD_TEST_SHARE_DIFFERENCE, "q", "g", "2", "rest"),
                          *other = find(tables, WRD_TEST_SHARE_DIFFERENCE, "q", "g", "1", "rest"),
                          *mean = find(tables, WRD_TEST_T, "q", "g", "2", "rest");
    assert_true(none->p < 1e-4 && isnan(none->p_adjusted));
    assert_false(isnan(other->p_adjusted));
    assert_false(isnan(mean->p_adjusted));
    hand_free(hand);
}

static void test_families(void **state)
{
    static const enum wrd_test_kind kinds[] = { WRD_TEST_RANK, WRD_TEST_T,
                                                WRD_TEST_SHARE_DIFFERENCE };
    struct hand *hand = people(1);
    const struct wrd_tables *tables = tables_of(hand);
    (void)state;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const struct wrd_test *one = find(tables, kinds[k], "q", "g", "1", "rest"),
                              *two = find(tables, kinds[k], "q", "g", "2", "rest"),
                              *small = find(tables, kinds[k], "q", "g", "3", "rest");
        print_message("  Holm over the two groups of 30, %s\n", wrd_test_name(kinds[k]));
        const double low = fmin(one->p, two->p), high = fmax(one->p, two->p);
        assert_close(fmin(one->p_adjusted, two->p_adjusted), fmin(1, 2 * low), 1e-15);
        assert_close(fmax(one->p_adjusted, two->p_adjusted), fmin(1, fmax(2 * low, high)), 1e-15);
        assert_true(small->p < 1 && isnan(small->p_adjusted));
    }
    print_message("  Benjamini and Hochberg over what looks at all groups\n");
    const struct wrd_test *rank = find(tables, WRD_TEST_RANK, "q", "g", "", ""),
                          *crossed = find(tables, WRD_TEST_RAO_SCOTT, "q", "g", "", "");
    const double low = fmin(rank->p, crossed->p), high = fmax(rank->p, crossed->p);
    assert_close(fmin(rank->p_adjusted, crossed->p_adjusted), fmin(2 * low, high), 1e-15);
    assert_close(fmax(rank->p_adjusted, crossed->p_adjusted), high, 1e-15);
    print_message("  a note says that the crosstab is thin\n");
    char *what = said(hand->diag);
    assert_non_null(strstr(what, "N0559"));
    free(what);
    hand_free(hand);
}

static void test_no_order_of_rows(void **state)
{
    struct hand *a = people(1), *b = people(29);
    const struct wrd_tables *first = tables_of(a), *other = tables_of(b);
    (void)state;
    assert_int_equal(first->tests.n, other->tests.n);
    for (size_t i = 0; i < first->tests.n; i++) {
        assert_close(other->tests.of[i].statistic, first->tests.of[i].statistic, 0);
        assert_close(other->tests.of[i].p_adjusted, first->tests.of[i].p_adjusted, 0);
        assert_close(other->tests.of[i].effect, first->tests.of[i].effect, 0);
    }
    hand_free(a);
    hand_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),           cmocka_unit_test(test_codes),
        cmocka_unit_test(test_nobody),           cmocka_unit_test(test_families),
        cmocka_unit_test(test_no_order_of_rows),
    };
    return cmocka_run_group_tests_name("group_tests", tests, NULL, NULL);
}
