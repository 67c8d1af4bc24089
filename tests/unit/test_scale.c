/* test_scale.c - scale scores and breadth as columns of exact fractions.
 *
 * By hand: u = 25 (x - 1), reversed 25 (5 - x), the mean of the items answered if they are at least
 * half of the items; the golden mini set's 24 scores from R: rowMeans(25 * (cbind(a1, a2, a3, a4) -
 * 1), na.rm = TRUE). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/close.h"
#include "support/golden.h"
#include "support/said.h"
#include "tabulate/derived.h"

enum { ITEMS = 4, RESPONDENTS = 6 };
static const double none = -1; /* no score */

static const struct {
    const char *name;
    const char *items[ITEMS]; /* with '-' before it: reversed */
    unsigned min_answered;
    double index[RESPONDENTS];
    size_t distinct;
} cases[] = {
    { "one item", { "135.?" }, 0, { 0, 50, 100, none, none }, 3 },
    { "a reversed item", { "-1235." }, 0, { 100, 75, 50, 0, none }, 4 },
    { "of two items one is enough", { "1.5.", "15.." }, 0, { 0, 100, 100, none }, 2 },
    { "of three items two are needed",
      { "115..", "13?5.", "3..1." },
      0,
      { 50.0 / 3, 25, none, 50, none },
      3 },
    { "of four items two are needed",
      { "1155..", "1?..5.", "1...5.", "2...5." },
      0,
      { 6.25, none, none, none, 100, none },
      2 },
    { "what the codebook asks for: all three", { "11", "1.", "55" }, 3, { 100.0 / 3, none }, 1 },
    { "equal means of two and of three items are one score",
      { "224", "22.", "2.2" },
      0,
      { 25, 25, 50 },
      2 },
    { "half reversed: a yes to all is the middle", { "5", "-5" }, 0, { 50 }, 1 },
    { "nobody valid", { "..", "?/" }, 0, { none, none }, 0 },
    { "everybody the same", { "4444", "4444" }, 0, { 75, 75, 75, 75 }, 1 },
};

static double index_of(const struct wrd_column *column, size_t i)
{
    unsigned code = wrd_column_code(column, i);
    if (code == WRD_FIRST_REASON16 + WRD_EMPTY)
        return none;
    assert_true(code < column->n_codes);
    return wrd_percent_of(column->score[code], column->score_unit);
}

static void check_order(const struct wrd_column *column)
{
    for (size_t v = 1; v < column->n_codes; v++)
        assert_true(column->score[v - 1] < column->score[v]);
}

static void test_scores(void **state)
{
    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        print_message("  %s\n", cases[c].name);
        struct hand *hand = hand_new();
        const struct wrd_list *agree = hand_agree(hand);
        size_t items[ITEMS], k = 0;
        for (; k < ITEMS && cases[c].items[k]; k++) {
            bool reverse = cases[c].items[k][0] == '-';
            items[k] = k;
            hand_item(hand, "item", 0, reverse, agree, cases[c].items[k] + reverse);
        }
        struct wrd_column column;
        assert_int_equal(wrd_scale_column(hand->arena, &hand->book, &hand->frame,
                                          hand_scale(hand, "value", cases[c].min_answered), items,
                                          k, hand->diag, &column),
                         WRD_OK);
        for (size_t i = 0; i < hand->frame.n; i++)
            assert_close(index_of(&column, i), cases[c].index[i], 0);
        assert_int_equal(column.n_codes, cases[c].distinct);
        check_order(&column);
        hand_free(hand);
    }
}

static void test_golden(void **state)
{
    (void)state;
    static const double want[24] = { 62.5,  68.75, 50,   125.0 / 3, 50,    43.75, 81.25, 43.75,
                                     62.5,  43.75, 75,   62.5,      68.75, 43.75, 81.25, 87.5,
                                     68.75, 93.75, 62.5, 81.25,     100,   56.25, 68.75, 87.5 };
    struct hand *hand = golden_new(GOLDEN_UNWEIGHTED);
    struct wrd_column column;
    assert_int_equal(wrd_scale_column(hand->arena, &hand->book, &hand->frame, &hand->book.scales[0],
                                      (const size_t[]){ 0, 1, 2, 3 }, 4, hand->diag, &column),
                     WRD_OK);
    for (size_t i = 0; i < 24; i++)
        assert_close(index_of(&column, i), want[i], 0);
    hand_free(hand);
}

static struct wrd_list *three_scores(struct hand *hand, const struct wrd_decimal *score)
{
    struct wrd_value values[3] = { { .code = "1" }, { .code = "2" }, { .code = "3" } };
    for (int a = 0; a < 3; a++) {
        values[a].reason = WRD_NO_REASON;
        values[a].has_score = true;
        values[a].score = score[a];
    }
    return hand_list(hand, values, 3);
}

/* Each item is placed between the ends of its own list: 2.5 of 0..10 and 3 of 1..5. */
static void test_different_lists(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    struct wrd_value values[] = {
        { .code = "a", .reason = WRD_NO_REASON, .has_score = true, .score = { 0, 0 } },
        { .code = "b", .reason = WRD_NO_REASON, .has_score = true, .score = { 25, 1 } },
        { .code = "c", .reason = WRD_NO_REASON, .has_score = true, .score = { 10, 0 } },
    };
    hand_item(hand, "tens", 0, false, hand_list(hand, values, 3), "bc");
    hand_item(hand, "fives", 0, false, hand_agree(hand), "31");
    struct wrd_column column;
    assert_int_equal(wrd_scale_column(hand->arena, &hand->book, &hand->frame,
                                      hand_scale(hand, "mixed", 0), (const size_t[]){ 0, 1 }, 2,
                                      hand->diag, &column),
                     WRD_OK);
    assert_close(index_of(&column, 0), 37.5, 0); /* (25 + 50) / 2 */
    assert_close(index_of(&column, 1), 50, 0);   /* (100 + 0) / 2 */
    hand_free(hand);
}

static const struct {
    const char *name;
    struct wrd_decimal score[2][3]; /* of two items */
    bool scored;
    const char *said;
} wrong[] = {
    { "no scores",
      { { { 1, 0 }, { 2, 0 }, { 3, 0 } }, { { 1, 0 }, { 2, 0 }, { 3, 0 } } },
      false,
      "E0501 : \n" },
    { "all answers score the same",
      { { { 1, 0 }, { 2, 0 }, { 3, 0 } }, { { 2, 0 }, { 2, 0 }, { 2, 0 } } },
      true,
      "E0501 : \n" },
    { "ranges without a common unit",
      { { { 0, 0 }, { 1, 17 }, { 100000000000000003, 17 } },
        { { 0, 0 }, { 1, 17 }, { 100000000000000019, 17 } } },
      true,
      "E0502 : \n" },
    { "scores that do not fit beside each other",
      { { { 1, 0 }, { 2, 0 }, { 3, 0 } }, { { 0, 0 }, { 1, 18 }, { 100, 0 } } },
      true,
      "E0502 : \n" },
};

static void test_scores_that_cannot_be(void **state)
{
    (void)state;
    for (size_t c = 0; c < sizeof wrong / sizeof *wrong; c++) {
        print_message("  %s\n", wrong[c].name);
        struct hand *hand = hand_new();
        for (int j = 0; j < 2; j++) {
            struct wrd_list *list = three_scores(hand, wrong[c].score[j]);
            list->all_scored &= wrong[c].scored;
            hand_item(hand, "item", 0, false, list, "12");
        }
        struct wrd_column column;
        enum wrd_status status =
            wrd_scale_column(hand->arena, &hand->book, &hand->frame, hand_scale(hand, "value", 0),
                             (const size_t[]){ 0, 1 }, 2, hand->diag, &column);
        assert_int_equal(status, WRD_EINPUT);
        char *told = said(hand->diag);
        assert_string_equal(told, wrong[c].said);
        free(told);
        hand_free(hand);
    }
}

static const struct {
    const char *name;
    const char *options[ITEMS]; /* a, b, c and "none of these"; NULL: not offered */
    const char *code;           /* of every respondent, as its digit or reason */
    int64_t offered;
} ticks[] = {
    { "who ticked nothing saw it all the same", { "110", "100", "100", "000" }, "310", 3 },
    { "none of these is no mention", { "01", "00", "00", "10" }, "01", 3 },
    { "an option of another wave is not offered", { "11", "01", NULL, "00" }, "12", 2 },
    { "nor one that nobody was shown", { "11", "01", "--", "00" }, "12", 2 },
    { "an option that is not offered gives no reason", { "--", "1.", "1.", "0." }, "2.", 2 },
    { "not asked and empty are told apart", { "1-.", "1-.", "1-.", "0-." }, "3-.", 3 },
};

static void test_breadth(void **state)
{
    (void)state;
    for (size_t c = 0; c < sizeof ticks / sizeof *ticks; c++) {
        print_message("  %s\n", ticks[c].name);
        struct hand *hand = hand_new();
        struct wrd_list *list = hand_names(hand, "abcn");
        list->values[3].exclusive = true;
        hand_multiple(hand, "which", list, ticks[c].options);
        struct wrd_column column =
            wrd_breadth_column(hand->arena, list, &hand->frame.columns[0], hand->frame.n);
        assert_int_equal(column.score_unit, ticks[c].offered);
        assert_int_equal(column.n_codes, ticks[c].offered + 1);
        for (size_t i = 0; i < hand->frame.n; i++) {
            int reason = hand_reason(ticks[c].code[i]);
            assert_int_equal(column.c16[i], reason == WRD_NO_REASON ? ticks[c].code[i] - '0'
                                                                    : WRD_FIRST_REASON16 + reason);
        }
        hand_free(hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scores),          cmocka_unit_test(test_golden),
        cmocka_unit_test(test_different_lists), cmocka_unit_test(test_scores_that_cannot_be),
        cmocka_unit_test(test_breadth),
    };
    return cmocka_run_group_tests_name("scale", tests, NULL, NULL);
}
