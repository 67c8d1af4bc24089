/* test_quality.c - the rows of quality.csv before masking.  Values by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/hand.h"

static struct wrd_quality quality_of(struct hand *hand)
{
    struct wrd_quality quality;
    const struct wrd_frame *frame = &hand->frame;
    assert_int_equal(wrd_check_quality(hand->arena, &hand->study, &hand->book, &frame, 1, &quality),
                     WRD_OK);
    return quality;
}

static const struct wrd_quality_row *row_of(const struct wrd_quality *quality, const char *check,
                                            const char *variable)
{
    for (size_t r = 0; r < quality->n_rows; r++)
        if (strcmp(quality->rows[r].check, check) == 0 &&
            strcmp(quality->rows[r].variable, variable) == 0)
            return &quality->rows[r];
    return NULL;
}

static struct hand *eight(void)
{
    struct hand *hand = hand_new();
    hand_single(hand, "q", WRD_ROLE_OUTCOME, hand_agree(hand), "15?.!/-3");
    hand_single(hand, "later", WRD_ROLE_OUTCOME, hand_agree(hand), NULL);
    hand->frame.columns[0].missing[WRD_REFUSED] = 2;
    hand->frame.columns[0].missing[WRD_TECHNICAL] = 1;
    hand->frame.balance.rows = 15;
    hand->frame.balance.used = 8;
    hand->frame.balance.empty = 4;
    hand->frame.balance.set_aside = 2;
    hand->frame.balance.duplicate = 1;
    hand->frame.balance.unnamed_columns = 3;
    hand->study.waves[0].invited[0] = 40;
    return hand;
}

static void test_rows_of_a_file(void **state)
{
    (void)state;
    static const struct {
        const char *check, *variable;
        uint64_t count;
        bool exact;
    } want[] = {
        { "rows", "", 15, true },       { "used", "", 8, true },
        { "empty", "", 4, true },       { "set-aside", "", 2, true },
        { "duplicate", "", 1, true },   { "invited", "", 40, true },
        { "n-effective", "", 8, true }, { "unnamed-columns", "", 3, false },
        { "valid", "q", 3, false },     { "dont_know", "q", 1, false },
        { "refused", "q", 2, false },   { "not_applicable", "q", 1, false },
        { "not_asked", "q", 1, false }, { "empty", "q", 1, false },
        { "invalid", "q", 1, false },   { "technical", "q", 1, false },
    };
    struct hand *hand = eight();
    assert_int_equal(hand_weigh(hand), WRD_OK);
    struct wrd_quality quality = quality_of(hand);
    assert_int_equal(quality.n_rows, sizeof want / sizeof *want);
    for (size_t i = 0; i < quality.n_rows; i++) {
        const struct wrd_quality_row *row = &quality.rows[i];
        print_message("  %s %s\n", want[i].check, want[i].variable);
        assert_string_equal(row->check, want[i].check);
        assert_string_equal(row->variable, want[i].variable);
        assert_int_equal(row->count, want[i].count);
        assert_int_equal(row->exact, want[i].exact);
        assert_string_equal(row->wave, "2026");
        assert_string_equal(row->source, "vol");
        assert_string_equal(row->file, "2026/vol.csv");
        assert_string_equal(row->code, "");
    }
    hand_free(hand);
}

static void test_what_is_not_known_has_no_row(void **state)
{
    (void)state;
    struct hand *hand = eight();
    hand->study.waves[0].invited[0] = -1;
    struct wrd_quality quality = quality_of(hand); /* before weighting */
    assert_null(row_of(&quality, "invited", ""));
    assert_null(row_of(&quality, "n-effective", ""));
    assert_null(row_of(&quality, "valid", "later"));
    hand_free(hand);
}

static const struct {
    const char *name;
    int64_t weight[4];
    size_t n;
    uint64_t n_effective;
} kish[] = {
    { "equal weights keep everybody", { 7, 7, 7, 7 }, 4, 4 },
    { "(1 + 2 + 3)^2 / 14 = 2.57", { 1, 2, 3 }, 3, 3 },
    { "(1 + 3)^2 / 10 = 1.6", { 1, 3 }, 2, 2 },
    { "(1 + 5)^2 / 26 = 1.38", { 1, 5 }, 2, 1 },
    { "a weight of 0 is nobody", { 0, 1, 1 }, 3, 2 },
    { "near 2^63 steps: nothing overflows", { 4600000000, 4600000000 }, 2, 2 },
};

static void test_n_effective(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof kish / sizeof *kish; i++) {
        print_message("  %s\n", kish[i].name);
        struct hand *hand = hand_new();
        hand_weights(hand, 0, kish[i].weight, kish[i].n);
        hand->study.sources[0].weights.grid_exponent = 9;
        assert_int_equal(hand_weigh(hand), WRD_OK);
        struct wrd_quality quality = quality_of(hand);
        assert_int_equal(row_of(&quality, "n-effective", "")->count, kish[i].n_effective);
        hand_free(hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_of_a_file),
        cmocka_unit_test(test_what_is_not_known_has_no_row),
        cmocka_unit_test(test_n_effective),
    };
    return cmocka_run_group_tests_name("quality", tests, NULL, NULL);
}
