/* test_tabulate.c - all tables of a wave: which there are, what they count, and their figures.
 *
 * By hand where nothing else is said; the golden mini set from R 4.2.2, survey 4.1-1, with
 * idx = rowMeans(25 * (cbind(a1, a2, a3, a4) - 1), na.rm = TRUE):
 *   U = svydesign(~1, weights = ~1, data = d);  S = svydesign(~1, weights = ~w, data = d)
 *   D0 = svydesign(~1, strata = ~str, weights = ~w, data = d)
 *   x = svymean(~idx, D0, deff = "replace"); SE(x); degf(D0); confint(x, df = degf(D0))
 *   y = subset(D0, g == 1); svymean(~a1, y, na.rm = TRUE); degf(y) */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "support/close.h"
#include "support/golden.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { EVERYBODY = 0, BY_G = 1 };

static const struct {
    const char *name;
    enum golden_design design;
    const char *outcome;
    enum wrd_statistic statistic;
    size_t table, group;
    double value, se, df, lo, hi, deff;
    uint64_t n;
} golden[] = {
    { "index, unweighted", GOLDEN_UNWEIGHTED, "value", WRD_INDEX, EVERYBODY, 0, 66.0590277777778,
      3.53241716017874, 23, 58.7516661361992, 73.3663894193564, 1, 24 },
    { "index, S", GOLDEN_S, "value", WRD_INDEX, EVERYBODY, 0, 69.4010416666667, 3.71764446825182,
      23, 61.7105081445853, 77.0915751887481, 1.11154625973749, 24 },
    { "index, D0", GOLDEN_D0, "value", WRD_INDEX, EVERYBODY, 0, 69.4010416666667, 3.39848382448814,
      21, 62.3335076541781, 76.4685756791553, 0.928885636707641, 24 },
    { "mean a1, S", GOLDEN_S, "a1", WRD_MEAN, EVERYBODY, 0, 3.76623376623377, 0.205049652310512, 23,
      3.34205624246785, 4.19041128999969, 1.05063460848425, 23 },
    { "mean a1, D0", GOLDEN_D0, "a1", WRD_MEAN, EVERYBODY, 0, 3.76623376623377, 0.18609047274184,
      21, 3.37923744274792, 4.15323008971961, 0.865330290946055, 23 },
    { "mean a1 of group 1, D0", GOLDEN_D0, "a1", WRD_MEAN, BY_G, 0, 3.5, 0.382636054043823, 5, NAN,
      NAN, NAN, 8 },
    { "mean a1 of group 2, D0", GOLDEN_D0, "a1", WRD_MEAN, BY_G, 1, 3.91836734693878,
      0.191930589972979, 13, NAN, NAN, NAN, 15 },
    { "index of group 1, S", GOLDEN_S, "value", WRD_INDEX, BY_G, 0, 67.6339285714286,
      5.19386660806397, 7, NAN, NAN, NAN, 8 },
    { "index of group 2, D0", GOLDEN_D0, "value", WRD_INDEX, BY_G, 1, 70.3525641025641,
      4.83185406316152, 13, NAN, NAN, NAN, 16 },
    { "top-2 of a1, D0: svymean(~I(a1 >= 4), subset(D0, !is.na(a1)))", GOLDEN_D0, "a1", WRD_TOP2,
      EVERYBODY, 0, 0.571428571428571, 0.104292907774065, 20, NAN, NAN, NAN, 23 },
};

/* NaN: not computed in R. */
static void check(double got, double want)
{
    if (!isnan(want))
        assert_close(got, want, 1e-9);
}

static void test_golden(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(golden); i++) {
        print_message("  %s\n", golden[i].name);
        struct hand *hand = golden_new(golden[i].design);
        const struct wrd_tables *tables = hand_tables(hand);
        assert_non_null(tables);
        const struct wrd_figure *figure =
            hand_figure(hand_outcome(tables, golden[i].outcome), golden[i].table, golden[i].group,
                        golden[i].statistic, "");
        assert_true(figure->exists);
        assert_close(figure->value, golden[i].value, 1e-12);
        check(figure->se, golden[i].se);
        check(figure->df, golden[i].df);
        check(figure->lo, golden[i].lo);
        check(figure->hi, golden[i].hi);
        check(figure->deff, golden[i].deff);
        assert_int_equal(figure->n, golden[i].n);
        hand_free(hand);
    }
}

/* sqrt(svyvar(~a1, subset(S, !is.na(a1)))); Kish of the valid cases: STATISTICS, "n_eff for a1
 * valid". */
static void test_figures_without_interval(void **state)
{
    (void)state;
    struct hand *hand = golden_new(GOLDEN_S);
    const struct wrd_tables *tables = hand_tables(hand);
    const struct wrd_figure *sd = hand_figure(hand_outcome(tables, "a1"), EVERYBODY, 0, WRD_SD, "");
    assert_close(sd->value, 0.959394233816336, 1e-12);
    assert_true(isnan(sd->se) && isnan(sd->df) && isnan(sd->lo) && isnan(sd->hi));
    assert_close(sd->weight_sum, 192.5, 1e-12); /* 8 * 5 + 7 * 7.5 + 8 * 12.5 */
    assert_close(sd->n_effective, 20.09830508, 1e-9);
    hand_free(hand);
}

static const char *describe(const struct wrd_outcome *outcome, char *text, size_t room)
{
    static const char *const coding[] = { "", "/f", "/m" };
    size_t len = 0;
    text[0] = '\0';
    for (size_t r = 0; r < outcome->n_rows; r++) {
        const struct wrd_row *row = &outcome->rows[r];
        len += (size_t)snprintf(text + len, room - len, "%s%s%s%s%s", r ? " " : "",
                                wrd_statistic_name(row->statistic), row->code[0] ? ":" : "",
                                row->code, coding[row->coding]);
        for (size_t p = 0; row->statistic != WRD_SHARE && p < row->n_parts; p++)
            len += (size_t)snprintf(text + len, room - len, "%c%u", p ? ',' : '=', row->parts[p]);
    }
    return text;
}

#define V(c, ...)                                                              \
    {                                                                          \
        .code = (c), .reason = WRD_NO_REASON, .label = { "", "" }, __VA_ARGS__ \
    }
#define SCORE(s) .has_score = true, .score = { (s), 0 }

static const struct {
    const char *name;
    struct wrd_value values[6];
    size_t n;
    const char *rows; /* /f: in the full coding alone, /m: merged */
} lists[] = {
    { "sides merge, and both codings read in display order",
      { V("1", SCORE(1), .side = WRD_SIDE_NEGATIVE),
        V("2", SCORE(2), .side = WRD_SIDE_NEGATIVE),
        V("3", SCORE(3), .side = WRD_SIDE_NEUTRAL),
        V("4", SCORE(4), .side = WRD_SIDE_POSITIVE),
        V("5", SCORE(5), .side = WRD_SIDE_POSITIVE),
        { .code = "8", .reason = WRD_DONT_KNOW } },
      6,
      "share:1+2/m share:1/f share:2/f share:3 share:4+5/m share:4/f share:5/f top2=3,4 "
      "bottom2=0,1 mean sd dont_know" },
    { "words merge, and then sides do not",
      { V("a", .side = WRD_SIDE_NEGATIVE, .fallback = "x"), V("b", .side = WRD_SIDE_NEGATIVE),
        V("c", .side = WRD_SIDE_POSITIVE, .fallback = "x"), V("d", .side = WRD_SIDE_POSITIVE) },
      4,
      "share:a+c/m share:a/f share:b share:c/f share:d top2=2,3 bottom2=0,1" },
    { "names have shares alone",
      { V("a"), V("b", .fallback = "x"), V("c") },
      3,
      "share:a share:b share:c" },
    { "codes that are numbers are no order",
      { V("1", SCORE(1)), V("2", SCORE(2)) },
      2,
      "share:1 share:2" },
    { "shown from high to low: the scores say what is high",
      { V("5", SCORE(5), .score_given = true), V("3", SCORE(3)), V("2", SCORE(2)),
        V("1", SCORE(1)) },
      4,
      "share:5 share:3 share:2 share:1 top2=0,1 bottom2=2,3 mean sd" },
    { "answers that share a score are one level",
      { V("a", SCORE(1), .score_given = true), V("b", SCORE(1)), V("c", SCORE(2)),
        V("d", SCORE(3)) },
      4,
      "share:a share:b share:c share:d top2=2,3 bottom2=0,1,2 mean sd" },
    { "of two levels the top two are everybody: none",
      { V("a", SCORE(0), .score_given = true), V("b", SCORE(1)) },
      2,
      "share:a share:b mean sd" },
    { "no scores, shown with the positive side first: it falls",
      { V("a", .side = WRD_SIDE_POSITIVE), V("b", .side = WRD_SIDE_NEUTRAL),
        V("c", .side = WRD_SIDE_NEGATIVE) },
      3,
      "share:a share:b share:c top2=0,1 bottom2=1,2" },
};

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lists); i++) {
        print_message("  %s\n", lists[i].name);
        struct hand *hand = hand_new();
        char text[400];
        hand_single(hand, "q", WRD_ROLE_OUTCOME, hand_list(hand, lists[i].values, lists[i].n), "");
        const struct wrd_tables *tables = hand_tables(hand);
        assert_string_equal(describe(&tables->outcomes[0], text, sizeof text), lists[i].rows);
        hand_free(hand);
    }
}

static void test_merged_labels(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_single(hand, "q", WRD_ROLE_OUTCOME, hand_agree(hand), "1");
    const struct wrd_outcome *outcome = hand_outcome(hand_tables(hand), "q");
    const struct wrd_row *row = &outcome->rows[hand_row(outcome, WRD_SHARE, "4+5")];
    assert_string_equal(row->label[WRD_NL], "often / always");
    assert_int_equal(row->side, WRD_SIDE_POSITIVE);
    hand_free(hand);
}

/* Ten answers: 1 1 2 3 4 4 4 5, don't know, empty. */
static void test_an_item_by_hand(void **state)
{
    (void)state;
    const struct {
        enum wrd_statistic statistic;
        const char *code;
        double value;
        uint64_t n;
    } want[] = {
        { WRD_SHARE, "1", 2.0 / 8, 8 },    { WRD_SHARE, "1+2", 3.0 / 8, 8 },
        { WRD_SHARE, "4", 3.0 / 8, 8 },    { WRD_TOP2, "", 4.0 / 8, 8 },
        { WRD_BOTTOM2, "", 3.0 / 8, 8 },   { WRD_MEAN, "", 24.0 / 8, 8 },
        { WRD_SD, "", sqrt(16.0 / 7), 8 }, { WRD_STAT_DONT_KNOW, "", 1.0 / 9, 9 },
    };
    static const uint64_t counts[] = { 2, 1, 1, 3, 1 };
    struct hand *hand = hand_new();
    hand_single(hand, "q", WRD_ROLE_OUTCOME, hand_agree(hand), "11234445?.");
    const struct wrd_outcome *outcome = hand_outcome(hand_tables(hand), "q");
    for (size_t i = 0; i < COUNT(want); i++) {
        const struct wrd_figure *figure =
            hand_figure(outcome, EVERYBODY, 0, want[i].statistic, want[i].code);
        assert_close(figure->value, want[i].value, 1e-15);
        assert_int_equal(figure->n, want[i].n);
    }
    const uint64_t *got = wrd_table_counts(&outcome->tables[0], 0);
    assert_memory_equal(got, counts, sizeof counts);
    assert_int_equal(got[5 + WRD_DONT_KNOW], 1);
    assert_int_equal(got[5 + WRD_EMPTY], 1);
    assert_int_equal(wrd_table_base(&outcome->tables[0], 0), 8);
    hand_free(hand);
}

static void test_number_by_hand(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_number(hand, "grade", 1, "6788 9")->unit = WRD_UNIT_GRADE;
    hand_number(hand, "half", 2, "1239 9");
    const struct wrd_tables *tables = hand_tables(hand);
    const struct wrd_outcome *grade = hand_outcome(tables, "grade");
    assert_close(hand_figure(grade, 0, 0, WRD_MEAN, "")->value, 7.6, 1e-15);
    assert_close(hand_figure(grade, 0, 0, WRD_MEDIAN, "")->value, 8, 0);
    assert_true(isnan(hand_figure(grade, 0, 0, WRD_MEDIAN, "")->se));
    /* 0.5 1 1.5 4.5 4.5: mean 2.4, s 1.949, so the lower bound is -0.02 and is not cut at 0 */
    const struct wrd_figure *mean = hand_figure(hand_outcome(tables, "half"), 0, 0, WRD_MEAN, "");
    assert_close(mean->value, 2.4, 1e-15);
    assert_true(mean->lo < 0);
    hand_free(hand);
}

/* 10 10 10 1 1 1: mean 5.5, s 4.93, half width 5.17; grades run from 1 to 10. */
static void test_bounds_are_clipped_to_the_grade(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_number(hand, "grade", 1, "999 111")->unit = WRD_UNIT_GRADE;
    hand_number(hand, "plain", 1, "999 111");
    struct wrd_variable *short_grade = hand_number(hand, "short", 1, "555 111");
    short_grade->unit = WRD_UNIT_GRADE;
    short_grade->has_max = true;
    short_grade->max = (struct wrd_decimal){ 5, 0 };
    const struct wrd_tables *tables = hand_tables(hand);
    assert_true(hand_figure(hand_outcome(tables, "plain"), 0, 0, WRD_MEAN, "")->lo < 1);
    assert_close(hand_figure(hand_outcome(tables, "grade"), 0, 0, WRD_MEAN, "")->lo, 1, 0);
    assert_close(hand_figure(hand_outcome(tables, "short"), 0, 0, WRD_MEAN, "")->hi, 5, 0);
    hand_free(hand);
}

/* Options a b c and none; five respondents, the last did not see the question. */
static void test_multiple_by_hand(void **state)
{
    (void)state;
    static const char *const options[] = { "1100-", "1000-", NULL, "0001-" };
    struct hand *hand = hand_new();
    struct wrd_list *list = hand_names(hand, "abcn");
    list->values[3].exclusive = true;
    hand_multiple(hand, "which", list, options);
    const struct wrd_outcome *outcome = hand_outcome(hand_tables(hand), "which");
    const struct wrd_table *table = &outcome->tables[0];
    assert_close(hand_figure(outcome, 0, 0, WRD_MENTIONS, "a")->value, 0.5, 0);
    assert_close(hand_figure(outcome, 0, 0, WRD_MENTIONS, "b")->value, 0.25, 0);
    assert_int_equal(hand_figure(outcome, 0, 0, WRD_MENTIONS, "b")->n, 4);
    assert_false(hand_figure(outcome, 0, 0, WRD_MENTIONS, "c")->exists);
    assert_close(hand_figure(outcome, 0, 0, WRD_MENTIONS, "n")->value, 0.25, 0);
    assert_close(hand_figure(outcome, 0, 0, WRD_BREADTH, "")->value, 37.5, 1e-15); /* 3/4 of 2 */
    assert_int_equal(outcome->n_categories, 4);
    assert_int_equal(wrd_table_counts(table, 0)[0], 2);
    assert_int_equal(wrd_table_counts(table, 0)[2], 0);
    assert_int_equal(wrd_table_counts(table, 0)[4 + WRD_NOT_ASKED], 1);
    assert_int_equal(wrd_table_base(table, 0), 4);
    hand_free(hand);
}

/* An option that was read wrongly costs no respondent: the base is the same for every option. */
static void test_one_base_for_all_options(void **state)
{
    (void)state;
    static const char *const options[] = { "1!0", "110" };
    struct hand *hand = hand_new();
    hand_multiple(hand, "which", hand_names(hand, "ab"), options);
    const struct wrd_outcome *outcome = hand_outcome(hand_tables(hand), "which");
    assert_close(hand_figure(outcome, 0, 0, WRD_MENTIONS, "a")->value, 1.0 / 3, 1e-15);
    assert_int_equal(hand_figure(outcome, 0, 0, WRD_MENTIONS, "a")->n, 3);
    hand_free(hand);
}

static struct wrd_list *ages(struct hand *hand)
{
    struct wrd_list *list = hand_names(hand, "1234");
    list->values[0].fallback = list->values[1].fallback = "young";
    list->values[0].label[WRD_EN] = "15 to 24";
    list->values[1].label[WRD_EN] = "25 to 34";
    return list;
}

static void test_groups(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_single(hand, "q", WRD_ROLE_OUTCOME, hand_agree(hand), "1122 3445 51");
    hand_single(hand, "age", WRD_ROLE_GROUP, ages(hand), "1112 2233 3.");
    const struct wrd_outcome *outcome = hand_outcome(hand_tables(hand), "q");
    assert_int_equal(outcome->n_tables, 3);
    const struct wrd_table *full = &outcome->tables[1], *merged = &outcome->tables[2];
    assert_int_equal(full->n_groups, 4);
    assert_string_equal(full->groups[3].code, "4");
    assert_int_equal(wrd_table_base(full, 3), 0);
    assert_false(wrd_table_figure(full, 3, 0)->exists);
    assert_true(merged->merged);
    assert_int_equal(merged->n_groups, 3);
    assert_string_equal(merged->groups[0].code, "1+2");
    assert_string_equal(merged->groups[0].label[WRD_EN], "15 to 24 / 25 to 34");
    assert_int_equal(merged->groups[0].n_parts, 2);
    assert_int_equal(wrd_table_base(merged, 0), 6);
    size_t mean = hand_row(outcome, WRD_MEAN, "");
    assert_close(wrd_table_figure(full, 0, mean)->value, 4.0 / 3, 1e-15);
    assert_close(wrd_table_figure(merged, 0, mean)->value, 13.0 / 6, 1e-15);
    assert_close(wrd_table_figure(merged, 0, mean)->df, 5, 0);
    assert_int_equal(full->rest[0], 1);
    assert_int_equal(full->rest_base, 1);
    assert_int_equal(outcome->tables[0].rest_base, 0);
    assert_string_equal(outcome->tables[0].groups[0].code, "total");
    assert_null(outcome->tables[0].by);
    hand_free(hand);
}

static void test_breakdowns_of_the_study(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_single(hand, "q", WRD_ROLE_OUTCOME, hand_agree(hand), "1234");
    hand_single(hand, "age", WRD_ROLE_GROUP, hand_names(hand, "12"), "1212");
    hand_single(hand, "sector", WRD_ROLE_OUTCOME, hand_names(hand, "ab"), "aabb");
    hand_single(hand, "district", WRD_ROLE_GROUP, hand_names(hand, "ab"), NULL);
    const char *by[] = { "sector", "district" };
    hand->study.analysis.by_given = true;
    hand->study.analysis.by[0] = by;
    hand->study.analysis.n_by[0] = 2;
    const struct wrd_tables *tables = hand_tables(hand);
    const struct wrd_outcome *q = hand_outcome(tables, "q"),
                             *sector = hand_outcome(tables, "sector");
    assert_int_equal(q->n_tables, 2); /* not by role, and not by what was not asked */
    assert_string_equal(q->tables[1].by->name, "sector");
    assert_int_equal(sector->n_tables, 1); /* not by itself */
    hand_free(hand);
}

static void test_outcomes(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    const struct wrd_list *agree = hand_agree(hand);
    hand_scale(hand, "value", 0);
    hand_scale(hand, "later", 0);
    hand_item(hand, "a1", 0, false, agree, "15");
    hand_item(hand, "a2", 0, true, agree, "15")->roles = WRD_ROLE_OUTCOME | WRD_ROLE_SENSITIVE;
    hand_item(hand, "a3", 0, false, agree, NULL);
    hand_item(hand, "b1", 1, false, agree, NULL);
    hand_single(hand, "age", WRD_ROLE_GROUP, hand_names(hand, "12"), "12");
    hand_number(hand, "grade", 1, "78");
    const struct wrd_tables *tables = hand_tables(hand);
    assert_int_equal(tables->n_outcomes, 4);
    assert_string_equal(tables->outcomes[0].name, "a1");
    assert_false(tables->outcomes[0].published);
    assert_int_equal(tables->outcomes[0].n_tables, 2); /* protection needs its counts */
    assert_string_equal(tables->outcomes[1].name, "a2");
    assert_true(tables->outcomes[1].published);
    assert_string_equal(tables->outcomes[2].name, "grade");
    const struct wrd_outcome *value = &tables->outcomes[3];
    assert_string_equal(value->name, "value");
    assert_true(value->published);
    assert_true(value->sensitive);
    assert_int_equal(value->n_items, 2);
    assert_ptr_equal(value->items[1], &tables->outcomes[1]);
    assert_false(value->reversed[0]);
    assert_true(value->reversed[1]);
    /* 1 and, turned round, 1: 50; 5 and 5: 50 */
    assert_int_equal(value->n_categories, 1);
    assert_close(value->score[0], 50, 0);
    assert_close(tables->outcomes[1].score[4], 5, 0); /* as asked */
    hand_free(hand);
}

static const struct {
    const char *name, *answers;
    bool exists;
    double mean, se, share_of_4;
} edges[] = {
    { "nobody", "", false, NAN, NAN, NAN },         { "nobody valid", "?.!", false, NAN, NAN, NAN },
    { "one of two answered", "4.", true, 4, 0, 1 }, { "all equal", "4444", true, 4, 0, 1 },
    { "two answered", "42", true, 3, 1, 0.5 },
};

static void test_edges(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(edges); i++) {
        print_message("  %s\n", edges[i].name);
        struct hand *hand = hand_new();
        hand_scale(hand, "s", 0);
        hand_item(hand, "q", 0, false, hand_agree(hand), edges[i].answers)->roles =
            WRD_ROLE_OUTCOME;
        const struct wrd_tables *tables = hand_tables(hand);
        const struct wrd_outcome *outcome = hand_outcome(tables, "q");
        const struct wrd_figure *mean = hand_figure(outcome, 0, 0, WRD_MEAN, "");
        const struct wrd_figure *share = hand_figure(outcome, 0, 0, WRD_SHARE, "4");
        assert_int_equal(mean->exists, edges[i].exists);
        assert_int_equal(share->exists, edges[i].exists);
        assert_close(mean->value, edges[i].mean, 0);
        assert_close(mean->se, edges[i].se, 1e-15);
        assert_close(share->value, edges[i].share_of_4, 0);
        assert_int_equal(hand_figure(hand_outcome(tables, "s"), 0, 0, WRD_INDEX, "")->exists,
                         edges[i].exists);
        hand_free(hand);
    }
}

/* Weights of 0 count as respondents and carry nothing. */
static void test_a_group_without_weight(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_single(hand, "q", WRD_ROLE_OUTCOME, hand_agree(hand), "12345?");
    hand_single(hand, "g", WRD_ROLE_GROUP, hand_names(hand, "12"), "112222");
    hand_weights(hand, 0, (int64_t[]){ 0, 0, 1, 2, 0, 0 }, 6);
    const struct wrd_outcome *outcome = hand_outcome(hand_tables(hand), "q");
    const struct wrd_figure *nothing = hand_figure(outcome, BY_G, 0, WRD_MEAN, "");
    const struct wrd_figure *some = hand_figure(outcome, BY_G, 1, WRD_MEAN, "");
    assert_false(nothing->exists);
    assert_int_equal(nothing->n, 2);
    assert_close(some->value, (3 + 2 * 4) / 3.0, 1e-15);
    assert_int_equal(some->n, 3);
    assert_close(some->df, 1, 0);
    assert_close(hand_figure(outcome, BY_G, 1, WRD_SHARE, "3")->df, 1, 0);
    assert_close(hand_figure(outcome, BY_G, 1, WRD_STAT_DONT_KNOW, "")->df, 1, 0);
    assert_close(some->weight_sum, 3, 1e-15);
    hand_free(hand);
}

static void reverse_bytes(uint8_t *bytes, size_t n)
{
    for (size_t i = 0; i < n / 2; i++) {
        uint8_t other = bytes[i];
        bytes[i] = bytes[n - 1 - i];
        bytes[n - 1 - i] = other;
    }
}

static void turn_round(struct wrd_frame *frame, size_t n_variables)
{
    for (size_t v = 0; v < n_variables; v++) {
        if (frame->columns[v].c8)
            reverse_bytes(frame->columns[v].c8, frame->n);
        int64_t *units = frame->columns[v].units;
        for (size_t i = 0; units && i < frame->n / 2; i++) {
            int64_t other = units[i];
            units[i] = units[frame->n - 1 - i];
            units[frame->n - 1 - i] = other;
        }
    }
}

/* Not by ==: NaN, and -0 beside 0. */
static bool same_bits(const struct wrd_figure *a, const struct wrd_figure *b)
{
    const size_t numbers = offsetof(struct wrd_figure, n) - offsetof(struct wrd_figure, value);
    return a->exists == b->exists && a->n == b->n && memcmp(&a->value, &b->value, numbers) == 0;
}

static void test_the_order_of_respondents_cannot_be_seen(void **state)
{
    (void)state;
    struct hand *one = golden_new(GOLDEN_D0), *two = golden_new(GOLDEN_D0);
    turn_round(&two->frame, two->book.n_variables);
    const struct wrd_tables *a = hand_tables(one), *b = hand_tables(two);
    assert_int_equal(one->frame.columns[0].c8[0], two->frame.columns[0].c8[23]);
    assert_int_not_equal(one->frame.columns[0].c8[0], two->frame.columns[0].c8[0]);
    for (size_t o = 0; o < a->n_outcomes; o++)
        for (size_t t = 0; t < a->outcomes[o].n_tables; t++) {
            const struct wrd_table *x = &a->outcomes[o].tables[t], *y = &b->outcomes[o].tables[t];
            for (size_t f = 0; f < x->n_groups * a->outcomes[o].n_rows; f++)
                assert_true(same_bits(&x->figures[f], &y->figures[f]));
        }
    hand_free(one);
    hand_free(two);
}

static void test_a_scale_that_cannot_be_scored_is_said(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_scale(hand, "value", 0);
    hand_item(hand, "a1", 0, false, hand_names(hand, "ab"), "ab");
    assert_null(hand_tables(hand));
    assert_int_equal(wrd_diag_errors(hand->diag), 1);
    hand_free(hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden),
        cmocka_unit_test(test_figures_without_interval),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_merged_labels),
        cmocka_unit_test(test_an_item_by_hand),
        cmocka_unit_test(test_number_by_hand),
        cmocka_unit_test(test_bounds_are_clipped_to_the_grade),
        cmocka_unit_test(test_multiple_by_hand),
        cmocka_unit_test(test_one_base_for_all_options),
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_breakdowns_of_the_study),
        cmocka_unit_test(test_outcomes),
        cmocka_unit_test(test_edges),
        cmocka_unit_test(test_a_group_without_weight),
        cmocka_unit_test(test_the_order_of_respondents_cannot_be_seen),
        cmocka_unit_test(test_a_scale_that_cannot_be_scored_is_said),
    };
    return cmocka_run_group_tests_name("tabulate", tests, NULL, NULL);
}
