/* test_flags.c - who is flagged (check/patterns.c), and what is told of it.  By hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/hand.h"

enum { SIX = 6 };

static const char *const six[SIX] = { "a[1]", "a[2]", "a[3]", "a[4]", "a[5]", "a[6]" };

/* Six questions on one screen; a text of `rows` is a respondent. */
static struct hand *screen(const char *const *columns, const char *const *rows, size_t n)
{
    struct hand *hand = hand_new();
    const struct wrd_list *agree = hand_agree(hand);
    for (size_t k = 0; k < SIX; k++) {
        char *answers = wrd_arena_take(hand->arena, n + 1);
        for (size_t i = 0; i < n; i++)
            answers[i] = rows[i][k];
        hand_single(hand, columns[k], WRD_ROLE_OUTCOME, agree, answers);
    }
    return hand;
}

/* The flags of every respondent as letters: "-" none, then s l c p (speeder) a, joined by spaces. */
static const char *flags_of(struct hand *hand)
{
    static const char letters[] = "slcpa";
    const char *all = "";
    wrd_check_patterns(hand->arena, &hand->book, &hand->frame);
    for (size_t i = 0; i < hand->frame.n; i++) {
        const char *own = "";
        for (int f = 0; f < WRD_FLAGS; f++)
            if (hand->frame.patterns->flags[i] >> f & 1)
                own = wrd_arena_format(hand->arena, "%s%c", own, letters[f]);
        all = wrd_arena_format(hand->arena, "%s%s%s", all, i ? " " : "", *own ? own : "-");
    }
    return all;
}

static const struct {
    const char *name, *rows[4], *flags;
    size_t n;
} screens[] = {
    { "all equal", { "444444", "123451" }, "s -", 2 },
    { "five are too few", { "44444.", "4444?4" }, "- -", 2 },
    { "one step in six: sqrt(1/6) of 25 is 10.2", { "444445" }, "-", 1 },
    { "the middle one counts as any other", { "333333" }, "s", 1 },
};

static void test_screens(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        struct hand *hand = screen(six, screens[i].rows, screens[i].n);
        print_message("  %s\n", screens[i].name);
        assert_string_equal(flags_of(hand), screens[i].flags);
        hand_free(hand);
    }
}

/* sqrt(1/7) of a step of 25 is 9.4, below 10; two of seven: sqrt(10/42) of 25 is 12.2. */
static void test_low_variation(void **state)
{
    static const char *const rows[] = { "444444", "444444" };
    (void)state;
    struct hand *hand = screen(six, rows, 2);
    hand_single(hand, "a[7]", 0, hand->book.variables[0].list, "54");
    hand->frame.columns[0].c8[1] = 4;
    assert_string_equal(flags_of(hand), "l l");
    hand_free(hand);
    hand = screen(six, rows, 2);
    hand_single(hand, "a[7]", 0, hand->book.variables[0].list, "54");
    hand->frame.columns[0].c8[0] = 4;
    assert_string_equal(flags_of(hand), "- s");
    hand_free(hand);
}

static const struct {
    const char *name, *columns[SIX];
    bool judged;
} splits[] = {
    { "plain columns are one battery", { "a", "b", "c", "d", "e", "f" }, true },
    { "another screen begins another battery",
      { "a[1]", "a[2]", "a[3]", "b[1]", "b[2]", "b[3]" },
      false },
    { "a longer code is another screen",
      { "a[1]", "a[2]", "a[3]", "ab[1]", "ab[2]", "ab[3]" },
      false },
    { "a plain column is on no screen", { "a[1]", "a[2]", "a[3]", "a[4]", "a[5]", "a" }, false },
};

static void test_what_a_battery_is(void **state)
{
    static const char *const rows[] = { "444444" };
    (void)state;
    for (size_t i = 0; i < sizeof splits / sizeof *splits; i++) {
        struct hand *hand = screen(splits[i].columns, rows, 1);
        print_message("  %s\n", splits[i].name);
        assert_string_equal(flags_of(hand), splits[i].judged ? "s" : "-");
        assert_int_equal(hand->frame.patterns->judged[WRD_STRAIGHT_LINING], splits[i].judged);
        hand_free(hand);
    }
}

static void test_a_text_between_parts_a_battery(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    const struct wrd_list *agree = hand_agree(hand);
    for (size_t k = 0; k < SIX; k++) {
        if (k == 3)
            hand_variable(hand, "why", WRD_TYPE_TEXT, WRD_ROLE_OPEN);
        hand_single(hand, six[k], 0, agree, "4");
    }
    assert_string_equal(flags_of(hand), "-");
    hand_free(hand);
}

static void test_contradiction(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    const struct wrd_list *agree = hand_agree(hand);
    hand_scale(hand, "t", 0);
    hand_item(hand, "t1", 0, false, agree, "5 1 5 4 3 5 .");
    hand_item(hand, "t2", 0, true, agree, "5 1 1 4 3 ? 5");
    print_message("  the same end of both, as asked; the middle is no end, a missing one none\n");
    assert_string_equal(flags_of(hand), "c c - - - - -");
    assert_true(hand->frame.patterns->judged[WRD_CONTRADICTION]);
    hand->book.variables[1].reverse = false;
    print_message("  no item turned round: nothing to contradict\n");
    assert_string_equal(flags_of(hand), "- - - - - - -");
    assert_false(hand->frame.patterns->judged[WRD_CONTRADICTION]);
    hand_free(hand);
}

/* 20 who took 300 seconds, and one each of 99, 100, 0 and a day. */
static struct hand *timed(size_t n_dates, size_t n_slow)
{
    static const int64_t others[4] = { 99, 100, 0, 86400 };
    struct hand *hand = hand_new();
    const size_t n = n_slow + 4;
    char *answers = wrd_arena_take(hand->arena, n + 1);
    memset(answers, '3', n);
    hand_single(hand, "q", WRD_ROLE_OUTCOME, hand_agree(hand), answers);
    for (size_t d = 0; d < n_dates; d++) {
        struct wrd_column *column =
            hand_column(hand, hand_variable(hand, d ? "end" : "begin", WRD_TYPE_DATE, 0));
        column->units = wrd_arena_take_array(hand->arena, n, sizeof *column->units);
        for (size_t i = 0; i < n; i++)
            column->units[i] = 1000 + (d == 0 ? 0 : i < n_slow ? 300 : others[i - n_slow]);
    }
    return hand;
}

static void test_speed(void **state)
{
    (void)state;
    struct hand *hand = timed(2, 20);
    flags_of(hand);
    print_message("  99 of 300 is below a third, 100 is not; 0 is no time, a day is no median\n");
    assert_int_equal(hand->frame.patterns->count[WRD_SPEEDER], 1);
    assert_int_equal(hand->frame.patterns->flags[20], 1 << WRD_SPEEDER);
    hand_free(hand);
    static const struct {
        size_t dates, slow;
    } not_judged[] = { { 1, 20 }, { 3, 20 }, { 2, 16 } };
    for (size_t i = 0; i < sizeof not_judged / sizeof *not_judged; i++) {
        hand = timed(not_judged[i].dates, not_judged[i].slow);
        flags_of(hand);
        assert_false(hand->frame.patterns->judged[WRD_SPEEDER]);
        hand_free(hand);
    }
}

/* Twelve questions: 1 and 3 are alike; 2 is not in one; 4 and 5 are alike but answered eleven. */
static struct hand *twelve(const char *last)
{
    static const char *const names[11] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k" };
    struct hand *hand = hand_new();
    const struct wrd_list *agree = hand_agree(hand);
    for (size_t k = 0; k < 11; k++)
        hand_single(hand, names[k], WRD_ROLE_OUTCOME, agree, k % 2 ? "12123" : "54545");
    hand_single(hand, "l", WRD_ROLE_OUTCOME, agree, last);
    return hand;
}

static void test_same_answers(void **state)
{
    (void)state;
    struct hand *hand = twelve("33322");
    assert_string_equal(flags_of(hand), "a - a - -");
    hand_free(hand);
    print_message("  one answer that differs is enough\n");
    hand = twelve("34522");
    assert_string_equal(flags_of(hand), "- - - - -");
    hand_free(hand);
    print_message("  eleven answers are too few\n");
    hand = twelve("3.3..");
    hand->frame.columns[0].c8[0] = hand->frame.columns[0].c8[2] = WRD_FIRST_REASON + WRD_EMPTY;
    assert_string_equal(flags_of(hand), "- - - - -");
    hand_free(hand);
    print_message("  a background that differs is another respondent\n");
    hand = twelve("33322");
    hand_single(hand, "group", WRD_ROLE_GROUP, hand_names(hand, "xy"), "xxyxx");
    assert_string_equal(flags_of(hand), "- - - - -");
    hand_free(hand);
}

static void test_lines_and_counts(void **state)
{
    static const char *const rows[] = { "444444", "123451", "111111" };
    static const struct wrd_set_aside before[] = { { 3, 0, "empty" }, { 4, 2, "not in list" } };
    static const struct wrd_set_aside want[] = { { 2, 0, "straight-lining" },
                                                 { 3, 0, "empty" },
                                                 { 4, 0, "straight-lining" },
                                                 { 4, 2, "not in list" } };
    (void)state;
    struct hand *hand = screen(six, rows, 3);
    struct wrd_set_aside *asides = wrd_arena_take(hand->arena, sizeof before);
    memcpy(asides, before, sizeof before);
    hand->frame.asides = asides;
    hand->frame.n_asides = 2;
    flags_of(hand);
    assert_int_equal(hand->frame.n_asides, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(hand->frame.asides[i].line, want[i].line);
        assert_int_equal(hand->frame.asides[i].column, want[i].column);
        assert_string_equal(hand->frame.asides[i].reason, want[i].reason);
    }
    struct wrd_quality quality;
    const struct wrd_frame *frame = &hand->frame;
    wrd_check_quality(hand->arena, &hand->study, &hand->book, &frame, 1, &quality);
    size_t told = 0;
    for (size_t r = 0; r < quality.n_rows; r++)
        if (strcmp(quality.rows[r].check, "straight-lining") == 0) {
            assert_int_equal(quality.rows[r].count, 2);
            assert_false(quality.rows[r].exact);
            told++;
        }
    assert_int_equal(told, 1);
    assert_int_equal(hand->frame.patterns->flagged, 2);
    hand_free(hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_screens),
        cmocka_unit_test(test_low_variation),
        cmocka_unit_test(test_what_a_battery_is),
        cmocka_unit_test(test_a_text_between_parts_a_battery),
        cmocka_unit_test(test_contradiction),
        cmocka_unit_test(test_speed),
        cmocka_unit_test(test_same_answers),
        cmocka_unit_test(test_lines_and_counts),
    };
    return cmocka_run_group_tests_name("flags", tests, NULL, NULL);
}
