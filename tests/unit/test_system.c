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
      "x...............",
      "x..............." },
    { "four corners of a rectangle hold together",
      { 6, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 },
      "xx..xx..........",
      "................" },
    { "two in a row, alone in their columns, follow from the columns",
      { 6, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 },
      "xx..............",
      "xx.............." },
    { "G1: every row and column has two, yet the bridge between two rectangles follows",
      { 6, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 },
      "xx..xxx...xx..xx",
      "......x........." },
    { "G4: hidden cells that sum to nothing",
      { 0, 0, 20, 20, 0, 0, 20, 20, 9, 9, 9, 9, 9, 9, 9, 9 },
      "xx..xx..........",
      "xx..xx.........." },
};

struct setting {
    struct wrd_arena *arena;
    struct guard guard;
    bool exposed[CELLS];
};

/* Case i with its cells hidden; wrd_arena_free(arena) ends it. */
static struct setting set_up(size_t i)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
    const unsigned *cells = cases[i].count;
    const struct wrd_outcome *outcome =
        counts_item(arena, study, "item", SIDE, false, 1, &(size_t){ SIDE }, &cells);
    struct setting setting = { arena, wrd_guard_new(arena, &study->tables, outcome), { false } };

    print_message("  %s\n", cases[i].name);
    wrd_guard_lay_out(arena, &setting.guard);
    for (size_t c = 0; c < SIDE * SIDE; c++)
        if (cases[i].pattern[c] == 'x')
            setting.guard.facets[0].grids[1].mark[c] = MARK_COMPLEMENT;
    return setting;
}

static size_t attack(struct setting *setting)
{
    struct system system =
        wrd_system_new(setting->arena, &setting->guard, &setting->guard.facets[0]);

    assert_int_equal(system.n_cells, CELLS);
    return wrd_system_attack(setting->arena, &system, 5, setting->exposed);
}

static void test_patterns(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct setting setting = set_up(i);
        attack(&setting);
        for (size_t c = 0; c < SIDE * SIDE; c++)
            assert_int_equal(setting.exposed[SIDE + c], cases[i].exposed[c] == 'x');
        wrd_arena_free(setting.arena);
    }
}

/* After complementary suppression the attacker finds nothing in any of them. */
static void test_mended(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct setting setting = set_up(i);
        size_t failed;
        assert_true(
            wrd_secondary(setting.arena, &setting.guard, &setting.guard.facets[0], &failed));
        assert_int_equal(attack(&setting), 0);
        wrd_arena_free(setting.arena);
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
