/* The attacker's arithmetic on patterns of hidden cells made by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "disclose/system.h"
#include "support/counts.h"

enum { SIDE = 4, CELLS = SIDE + SIDE * SIDE };

/* Four groups by four answers; '.' shown, 'x' hidden. */
static const struct {
    const char *name;
    unsigned count[SIDE * SIDE];
    const char *pattern;
    const char *exposed; /* as pattern: 'x' where the attacker must find the count */
} cases[] = {
    { "one hidden cell follows from its row",
      { 5, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 },
      "x...............", "x..............." },
    { "four corners of a rectangle hold together",
      { 6, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 },
      "xx..xx..........", "................" },
    { "two in a row, alone in their columns, follow from the columns",
      { 6, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 },
      "xx..............", "xx.............." },
    { "G1: every row and column has two, yet the bridge between two rectangles follows",
      { 6, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 },
      "xx..xxx...xx..xx", "......x........." },
    { "G4: hidden cells that sum to nothing",
      { 0, 0, 20, 20, 0, 0, 20, 20, 9, 9, 9, 9, 9, 9, 9, 9 },
      "xx..xx..........", "xx..xx.........." },
};

static void hide(struct guard *guard, const char *pattern)
{
    for (size_t i = 0; i < SIDE * SIDE; i++)
        if (pattern[i] == 'x')
            guard->facets[0].grids[1].mark[i] = MARK_COMPLEMENT;
}

static void test_patterns(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
        const unsigned *cells = cases[i].count;
        const struct wrd_outcome *outcome =
            counts_item(arena, study, "item", SIDE, false, 1, &(size_t){ SIDE }, &cells);
        struct guard guard = wrd_guard_new(arena, &study->tables, outcome);
        bool exposed[CELLS];
        print_message("  %s\n", cases[i].name);
        wrd_guard_lay_out(arena, &guard);
        hide(&guard, cases[i].pattern);
        struct system system = wrd_system_new(arena, &guard, &guard.facets[0]);
        assert_int_equal(system.n_cells, CELLS);
        wrd_system_attack(arena, &system, 5, exposed);
        for (size_t c = 0; c < SIDE * SIDE; c++)
            assert_int_equal(exposed[SIDE + c], cases[i].exposed[c] == 'x');
        wrd_arena_free(arena);
    }
}

/* After complementary suppression the attacker finds nothing in any of them. */
static void test_mended(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
        const unsigned *cells = cases[i].count;
        const struct wrd_outcome *outcome =
            counts_item(arena, study, "item", SIDE, false, 1, &(size_t){ SIDE }, &cells);
        struct guard guard = wrd_guard_new(arena, &study->tables, outcome);
        bool exposed[CELLS];
        size_t failed;
        wrd_guard_lay_out(arena, &guard);
        hide(&guard, cases[i].pattern);
        assert_true(wrd_secondary(arena, &guard, &guard.facets[0], &failed));
        struct system system = wrd_system_new(arena, &guard, &guard.facets[0]);
        assert_int_equal(wrd_system_attack(arena, &system, 5, exposed), 0);
        wrd_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_patterns),
        cmocka_unit_test(test_mended),
    };

    return cmocka_run_group_tests_name("system", tests, NULL, NULL);
}
