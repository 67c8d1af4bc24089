/* test_seen_gap.c - which gaps may be seen: PROTECTION R8, R11, G11.  Expected by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/close.h"
#include "support/counts.h"

enum { OPEN, SMALL_CELL, FEW, ALIKE };
/* Answers 1 to 5 of one side: nothing to hide; two who say 1; nine answers; all the same. */
static const unsigned answers[][5] = {
    [OPEN] = { 10, 12, 30, 50, 50 },
    [SMALL_CELL] = { 2, 12, 30, 50, 50 },
    [FEW] = { 0, 0, 0, 4, 5 },
    [ALIKE] = { 0, 0, 0, 60, 0 },
};

static const struct {
    const char *name;
    int side[WRD_GAP_SIDES];
    struct wrd_linked linked;
    uint64_t n, n_paired;
    bool own_side, index, paired;
} cases[] = {
    { "every answer of both sides is shown",
      { OPEN, OPEN },
      { 69, { 83, 200 }, 0, 0 },
      152,
      69,
      true,
      true,
      true },
    { "G11: the volunteers' answers are hidden, and the gap would tell them",
      { OPEN, SMALL_CELL },
      { 69, { 83, 200 }, 0, 0 },
      152,
      69,
      true,
      false,
      false },
    { "G11: the organisations' answers are hidden",
      { SMALL_CELL, OPEN },
      { 69, { 83, 200 }, 0, 0 },
      144,
      69,
      false,
      false,
      false },
    { "nine answers on one side",
      { FEW, OPEN },
      { 9, { 0, 100 }, 0, 0 },
      9,
      9,
      false,
      false,
      false },
    { "R3: all the same", { ALIKE, OPEN }, { 20, { 40, 100 }, 0, 0 }, 60, 20, false, false, false },
    { "nine organisations are linked",
      { OPEN, OPEN },
      { 9, { 143, 100 }, 0, 0 },
      152,
      9,
      true,
      true,
      false },
    { "ten are", { OPEN, OPEN }, { 10, { 142, 100 }, 0, 0 }, 152, 10, true, true, true },
    { "R8: one organisation is not",
      { OPEN, OPEN },
      { 151, { 1, 100 }, 0, 0 },
      152,
      151,
      true,
      true,
      false },
    { "R8: nine volunteers are not",
      { OPEN, OPEN },
      { 100, { 52, 9 }, 0, 0 },
      152,
      100,
      true,
      true,
      false },
    { "ten volunteers are not",
      { OPEN, OPEN },
      { 100, { 52, 10 }, 0, 0 },
      152,
      100,
      true,
      true,
      true },
    { "all are linked", { OPEN, OPEN }, { 152, { 0, 0 }, 0, 0 }, 152, 152, true, true, true },
    { "all are linked, and nine volunteers are of organisations of another size: they follow",
      { OPEN, OPEN },
      { 152, { 0, 0 }, 9, 0 },
      152,
      152,
      true,
      true,
      false },
    { "ten are", { OPEN, OPEN }, { 152, { 0, 0 }, 10, 0 }, 152, 152, true, true, true },
    { "nine are, but others have no organisation",
      { OPEN, OPEN },
      { 152, { 0, 12 }, 9, 0 },
      152,
      152,
      true,
      true,
      true },
};

static int add(struct wrd_arena *arena, struct counts_study *study, enum wrd_statistic statistic,
               const struct wrd_outcome *const *of, size_t n_of, struct wrd_linked linked,
               uint64_t n)
{
    const struct wrd_joint joint = {
        .statistic = statistic,
        .source = WRD_BOTH_SOURCES,
        .table = "q",
        .variable = "q",
        .code = "",
        .figure = { .exists = true, .value = 7.128, .lo = 2.306, .hi = 11.95, .n = n },
        .of = of,
        .n_of = n_of,
        .linked = linked,
    };
    return (int)wrd_joint_add(arena, &study->tables.joints, &joint);
}

static void assert_hidden(const struct wrd_seen *seen)
{
    assert_int_equal(seen->state, WRD_HIDDEN);
    assert_true(seen->value == 0 && seen->lo == 0 && seen->hi == 0 && seen->n == 0);
}

static void test_seen(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  %s\n", cases[i].name);
        static const size_t one[] = { 1 };
        struct wrd_arena *arena = wrd_arena_new();
        struct counts_study *study = counts_study(arena, WRD_ORGANISATIONS);
        const struct wrd_outcome *of[WRD_GAP_SIDES];
        for (size_t side = 0; side < WRD_GAP_SIDES; side++) {
            const unsigned *cells[] = { answers[cases[i].side[side]] };
            of[side] = counts_item(arena, study, side == 0 ? "o" : "v", 5, false, 0, one, cells);
        }
        struct wrd_gap gap = { .name = "q",
                               .top2 = WRD_NO_JOINT,
                               .verdict = WRD_GAP_ORGANISATIONS_HIGHER,
                               .linked = true };
        struct wrd_joint sides[WRD_GAP_SIDES];
        for (size_t side = 0; side < WRD_GAP_SIDES; side++) {
            sides[side] = (struct wrd_joint){
                .statistic = WRD_INDEX,
                .figure = { .exists = true, .value = 60, .n = of[side]->tables[0].base[0] },
                .of = &of[side],
                .n_of = 1
            };
            gap.side[side] = &sides[side];
        }
        gap.index = add(arena, study, WRD_GAP_INDEX, of, 2, cases[i].linked, cases[i].n);
        gap.paired = add(arena, study, WRD_GAP_LINKED, of, 2, cases[i].linked, cases[i].n_paired);
        study->tables.gaps = (struct wrd_gaps){ &gap, 1 };
        const struct wrd_release *release = counts_disclose(arena, study);
        assert_int_equal(wrd_release_gaps(release), 1);
        const struct wrd_seen_gap *seen = wrd_release_gap(release, 0);
        assert_int_equal(seen->side[0].state, cases[i].own_side ? WRD_SHOWN : WRD_HIDDEN);
        assert_null(seen->top2);
        assert_int_equal(seen->verdict,
                         cases[i].index ? WRD_GAP_ORGANISATIONS_HIGHER : WRD_GAP_UNTESTED);
        if (cases[i].index) {
            assert_close(seen->index->value, 7, 0);
            assert_close(seen->index->lo, 2, 0);
            assert_close(seen->index->hi, 12, 0);
            assert_int_equal(seen->index->n, cases[i].n);
        } else {
            assert_hidden(seen->index);
        }
        if (!cases[i].paired)
            assert_hidden(seen->paired);
        else
            assert_int_equal(seen->paired->n, cases[i].n_paired);
        wrd_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_seen) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
