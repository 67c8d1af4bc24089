/* test_tally.c - answers counted per group, stratum and answer.  Values by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/hand.h"
#include "tabulate/cut.h"
#include "tabulate/tally.h"

enum { GROUPS = 3, STRATA = 2, ANSWERS = 2, SLOTS = ANSWERS + WRD_REASON_SLOTS };

/* Seven respondents: group, stratum, answer, weight.  The last has no group. */
static const char *const group = "xxxyyy.", *const stratum = "PPQPQQQ", *const answer = "112?21.";
static const int64_t weight[] = { 5, 7, 1, 2, 0, 4, 3 };

static struct hand *seven(bool weighted)
{
    struct hand *hand = hand_new();
    hand_single(hand, "group", 0, hand_names(hand, "xyz"), group);
    hand_single(hand, "stratum", 0, hand_names(hand, "PQ"), stratum);
    hand_single(hand, "answer", 0, hand_names(hand, "12"), answer);
    hand_strata(hand, (const char *const[]){ "stratum" }, 1);
    if (weighted)
        hand_weights(hand, 0, weight, 7);
    hand->study.sources[0].weights.grid_exponent = 0;
    assert_int_equal(hand_weigh(hand), WRD_OK);
    return hand;
}

static struct wrd_tally tally_of(struct hand *hand, const struct wrd_frame *frame,
                                 struct wrd_grouping *grouping)
{
    *grouping = wrd_grouping_new(hand->arena, frame, &frame->columns[0]);
    return wrd_tally_new(hand->arena, frame, grouping, &frame->columns[2]);
}

static const struct {
    const char *name;
    size_t group, stratum, slot;
    uint64_t n, w, w2, zeros;
} cells[] = {
    { "x in P said 1 twice: 5 + 7, 25 + 49", 0, 0, 0, 2, 12, 74, 0 },
    { "x in Q said 2", 0, 1, 1, 1, 1, 1, 0 },
    { "nobody of x in P said 2", 0, 0, 1, 0, 0, 0, 0 },
    { "y in P did not know", 1, 0, ANSWERS + WRD_DONT_KNOW, 1, 2, 4, 0 },
    { "y in Q said 2 and weighs nothing, but counts", 1, 1, 1, 1, 0, 0, 1 },
    { "y in Q said 1", 1, 1, 0, 1, 4, 16, 0 },
    { "in no group, no answer", GROUPS, 1, ANSWERS + WRD_EMPTY, 1, 3, 9, 0 },
};

static void test_cells(void **state)
{
    (void)state;
    for (int weighted = 0; weighted < 2; weighted++) {
        struct hand *hand = seven(weighted);
        struct wrd_grouping grouping;
        struct wrd_tally tally = tally_of(hand, &hand->frame, &grouping);
        assert_int_equal(tally.n_slots, SLOTS);
        for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
            size_t at = (cells[i].group * STRATA + cells[i].stratum) * SLOTS + cells[i].slot;
            print_message("  %s, %s\n", cells[i].name, weighted ? "weighted" : "unweighted");
            assert_int_equal(tally.sums[at].n, cells[i].n);
            assert_int_equal(tally.sums[at].w, weighted ? cells[i].w : cells[i].n);
            assert_true(tally.sums[at].w2 == (weighted ? cells[i].w2 : cells[i].n));
            if (weighted)
                assert_int_equal(tally.zeros[at], cells[i].zeros);
            else
                assert_null(tally.zeros);
        }
        hand_free(hand);
    }
}

static void test_respondents_have_a_positive_weight(void **state)
{
    (void)state;
    static const uint64_t want[(GROUPS + 1) * STRATA] = { 2, 1, 1, 1, 0, 0, 0, 1 };
    struct hand *hand = seven(true);
    struct wrd_grouping grouping;
    tally_of(hand, &hand->frame, &grouping);
    assert_memory_equal(grouping.respondents, want, sizeof want);
    hand_free(hand);
}

static void test_groups_merge(void **state)
{
    (void)state;
    struct hand *hand = seven(true);
    struct wrd_grouping grouping;
    struct wrd_tally tally = tally_of(hand, &hand->frame, &grouping);
    struct wrd_cut both = wrd_cut_of(hand->arena, &tally, &grouping, (const uint16_t[]){ 0, 1 }, 2);
    assert_int_equal(both.respondents[0], 3);
    assert_int_equal(both.respondents[1], 2);
    assert_int_equal(wrd_cut_count(&both, 0, ANSWERS), 5);
    assert_int_equal(wrd_cut_sums(&both, 1, 0, ANSWERS).w, 5);
    assert_int_equal(wrd_cut_zeros(&both, 1, 0, ANSWERS), 1);
    hand_free(hand);
}

/* The same answers in two bytes a code. */
static void test_wide_codes(void **state)
{
    (void)state;
    for (int weighted = 0; weighted < 2; weighted++) {
        struct hand *hand = seven(weighted);
        struct wrd_grouping grouping;
        struct wrd_tally narrow = tally_of(hand, &hand->frame, &grouping);
        struct wrd_column wide = hand->frame.columns[2];
        wide.c8 = NULL;
        wide.c16 = wrd_arena_take_array(hand->arena, 7, sizeof *wide.c16);
        for (size_t i = 0; i < 7; i++) {
            unsigned code = wrd_column_code(&hand->frame.columns[2], i);
            wide.c16[i] =
                (uint16_t)(code < WRD_FIRST_REASON ? code
                                                   : code - WRD_FIRST_REASON + WRD_FIRST_REASON16);
        }
        struct wrd_tally tally = wrd_tally_new(hand->arena, &hand->frame, &grouping, &wide);
        assert_memory_equal(tally.sums, narrow.sums,
                            (GROUPS + 1) * STRATA * SLOTS * sizeof *tally.sums);
        hand_free(hand);
    }
}

static struct wrd_frame half(const struct hand *hand, size_t from, size_t n)
{
    struct wrd_frame part = hand->frame;
    part.columns = wrd_arena_take_array(hand->arena, HAND_ROOM, sizeof *part.columns);
    memcpy(part.columns, hand->frame.columns, HAND_ROOM * sizeof *part.columns);
    for (size_t v = 0; v < 3; v++)
        part.columns[v].c8 += from;
    part.n = n;
    part.weight = hand->frame.weight ? hand->frame.weight + from : NULL;
    part.design.stratum += from;
    return part;
}

static void test_two_halves_make_the_whole(void **state)
{
    (void)state;
    for (size_t at = 0; at <= 7; at++) {
        struct hand *hand = seven(true);
        struct wrd_frame first = half(hand, 0, at), second = half(hand, at, 7 - at);
        struct wrd_grouping grouping;
        struct wrd_tally whole = tally_of(hand, &hand->frame, &grouping);
        struct wrd_tally one = tally_of(hand, &first, &grouping);
        struct wrd_tally two = tally_of(hand, &second, &grouping);
        for (size_t i = 0; i < (GROUPS + 1) * STRATA * SLOTS; i++)
            wrd_sums_merge(&two.sums[i], &one.sums[i]);
        assert_memory_equal(two.sums, whole.sums,
                            (GROUPS + 1) * STRATA * SLOTS * sizeof *whole.sums);
        hand_free(hand);
    }
}

static void test_nobody(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_single(hand, "answer", 0, hand_names(hand, "12"), "");
    assert_int_equal(hand_weigh(hand), WRD_OK);
    struct wrd_grouping grouping = wrd_grouping_new(hand->arena, &hand->frame, NULL);
    struct wrd_tally tally =
        wrd_tally_new(hand->arena, &hand->frame, &grouping, &hand->frame.columns[0]);
    struct wrd_cut cut = wrd_cut_of(hand->arena, &tally, &grouping, (const uint16_t[]){ 0 }, 1);
    assert_int_equal(wrd_cut_count(&cut, 0, SLOTS), 0);
    hand_free(hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_respondents_have_a_positive_weight),
        cmocka_unit_test(test_groups_merge),
        cmocka_unit_test(test_wide_codes),
        cmocka_unit_test(test_two_halves_make_the_whole),
        cmocka_unit_test(test_nobody),
    };
    return cmocka_run_group_tests_name("tally", tests, NULL, NULL);
}
