/* test_seen_change.c - which changes may be seen: PROTECTION R8, R11, G13.  Expected by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "disclose/guard.h"

enum { N_ROWS = 4 };
static const uint16_t parts[] = { 0, 1 };
static const struct wrd_row rows[N_ROWS] = {
    { .statistic = WRD_SHARE, .code = "4", .parts = parts, .n_parts = 1 },
    { .statistic = WRD_TOP2, .code = "", .parts = parts, .n_parts = 2 },
    { .statistic = WRD_MEAN, .code = "" },
    { .statistic = WRD_BOTTOM2, .code = "", .parts = parts, .n_parts = 2 },
};
static const struct wrd_row *const stubs[N_ROWS] = { &rows[0], &rows[1], &rows[2], &rows[3] };
static const struct wrd_group everybody = { .code = "total" };
static struct wrd_variable question = { .name = "q" };

/* An outcome in three waves, 0 to 2, every cell shown with its interval. */
struct made {
    struct wrd_outcome outcome;
    struct wrd_trend trend;
    struct wrd_change changes[N_ROWS];
    struct wrd_slope slopes[N_ROWS];
    struct wrd_panel panels[2];
    size_t waves[3];
    struct wrd_seen cells[3][N_ROWS];
    struct wrd_seen_table tables[3];
    struct guard guard;
    struct wrd_arena *arena;
};

static struct wrd_change change(double value, double lo, double hi)
{
    return (struct wrd_change){ WRD_VERDICT_RISEN, value, 0.01, 50, 2, 0.04, lo, hi, false, 120, 0.04, false };
}

static void make(struct made *m)
{
    *m = (struct made){ .waves = { 0, 1, 2 }, .arena = wrd_arena_new() };
    m->changes[0] = change(0.0251, 0.004999, 0.0451);
    m->changes[1] = change(-0.0026, -0.05, 0.045);
    m->changes[2] = change(0.25, 0.049, 0.451);
    for (size_t r = 0; r < N_ROWS; r++)
        m->slopes[r].verdict = WRD_VERDICT_RISEN;
    m->trend = (struct wrd_trend){ .before = 1,
                                   .changes = m->changes,
                                   .waves = m->waves,
                                   .n_waves = 3,
                                   .panels = m->panels,
                                   .slopes = m->slopes };
    m->outcome = (struct wrd_outcome){ .variable = &question,
                                       .wave = 2,
                                       .name = "q",
                                       .rows = rows,
                                       .n_rows = N_ROWS,
                                       .trend = &m->trend };
    m->guard = (struct guard){ .outcome = &m->outcome };
    for (size_t w = 0; w < 3; w++) {
        for (size_t r = 0; r < N_ROWS; r++)
            m->cells[w][r] =
                (struct wrd_seen){ .state = WRD_SHOWN, .has_interval = true, .has_n = true };
        m->tables[w] = (struct wrd_seen_table){ .outcome = &m->outcome,
                                                .wave = w,
                                                .rows = stubs,
                                                .n_rows = N_ROWS,
                                                .groups = &everybody,
                                                .n_groups = 1,
                                                .cells = m->cells[w] };
    }
}

static const struct wrd_seen_change *seal(struct made *m)
{
    wrd_seal_changes(m->arena, &m->guard, m->tables, 3, &m->tables[2]);
    return m->tables[2].changes;
}

static void assert_gone(const struct wrd_seen_change *seen, enum wrd_state state, char flag)
{
    assert_int_equal(seen->cell.state, state);
    assert_int_equal(seen->cell.flag, flag);
    assert_true(seen->cell.value == 0 && seen->cell.lo == 0 && seen->cell.hi == 0);
    assert_false(seen->cell.has_n || seen->cell.has_interval || seen->cell.n > 0);
    assert_int_equal(seen->verdict, flag == 'b' ? WRD_VERDICT_BREAK : WRD_VERDICT_NONE);
}

static void test_as_shown(void **state)
{
    struct made m;
    (void)state;
    make(&m);
    const struct wrd_seen_change *seen = seal(&m);
    print_message("  whole points, from the unrounded difference: 2.51 is 3, 0.4999 is 0\n");
    assert_true(seen[0].cell.value == 3 && seen[0].cell.lo == 0 && seen[0].cell.hi == 5);
    assert_int_equal(seen[0].cell.n, 120);
    assert_int_equal(seen[0].verdict, WRD_VERDICT_RISEN);
    assert_int_equal(seen[0].line, WRD_VERDICT_RISEN);
    print_message("  -0.26 is 0 and not -0\n");
    assert_true(seen[1].cell.value == 0 && !signbit(seen[1].cell.value));
    print_message("  a mean has one decimal\n");
    assert_true(seen[2].cell.value == 0.3 && seen[2].cell.lo == 0 && seen[2].cell.hi == 0.5);
    print_message("  a row without a change\n");
    assert_gone(&seen[3], WRD_NOT_DEFINED, 0);
    assert_int_equal(m.tables[2].before, 1);
    wrd_arena_free(m.arena);
}

/* wave and row of a cell that is not as it was. */
static void test_g13_both_are_shown(void **state)
{
    static const struct {
        const char *name;
        size_t wave;
        struct wrd_seen cell;
        enum wrd_state state;
        char flag;
        bool has_line;
    } cases[] = {
        { "this wave is hidden", 2, { .state = WRD_HIDDEN, .flag = 'c' }, WRD_HIDDEN, 'c', false },
        { "the wave before is hidden",
          1,
          { .state = WRD_HIDDEN, .flag = 'c' },
          WRD_HIDDEN,
          'c',
          false },
        { "this wave has no interval, R11",
          2,
          { .state = WRD_SHOWN, .has_n = true },
          WRD_HIDDEN,
          'c',
          false },
        { "the wave before has no interval, R11",
          1,
          { .state = WRD_SHOWN, .has_n = true },
          WRD_HIDDEN,
          'c',
          false },
        { "nobody answered then",
          1,
          { .state = WRD_NOT_DEFINED, .flag = 'z' },
          WRD_NOT_DEFINED,
          'z',
          false },
        { "an older wave is hidden: no line, the change stands",
          0,
          { .state = WRD_HIDDEN, .flag = 'c' },
          WRD_SHOWN,
          0,
          false },
        { "uncertain then, uncertain now",
          1,
          { .state = WRD_SHOWN, .has_interval = true, .flag = 'u' },
          WRD_SHOWN,
          'u',
          true },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct made m;
        print_message("  %s\n", cases[i].name);
        make(&m);
        m.cells[cases[i].wave][0] = cases[i].cell;
        const struct wrd_seen_change *seen = seal(&m);
        if (cases[i].state == WRD_SHOWN)
            assert_int_equal(seen[0].cell.flag, cases[i].flag);
        else
            assert_gone(&seen[0], cases[i].state, cases[i].flag);
        assert_int_equal(seen[0].line, cases[i].has_line ? WRD_VERDICT_RISEN : WRD_VERDICT_NONE);
        print_message("    its neighbour stands\n");
        assert_int_equal(seen[2].cell.state, WRD_SHOWN);
        wrd_arena_free(m.arena);
    }
}

/* The wave before merged its answers: it has no row of this answer. */
static void test_another_coding(void **state)
{
    static const struct wrd_row merged = { .statistic = WRD_SHARE, .code = "4+5" };
    const struct wrd_row *others[N_ROWS] = { &merged, &rows[1], &rows[2], &rows[3] };
    struct made m;
    (void)state;
    make(&m);
    m.tables[1].rows = others;
    const struct wrd_seen_change *seen = seal(&m);
    assert_gone(&seen[0], WRD_HIDDEN, 'c');
    assert_int_equal(seen[1].cell.state, WRD_SHOWN);
    print_message("  its total was left out\n");
    m.tables[1].n_rows = 0;
    assert_gone(&seal(&m)[1], WRD_HIDDEN, 'c');
    wrd_arena_free(m.arena);
}

static void test_r8_panels(void **state)
{
    static const struct {
        const char *name;
        struct wrd_panel panel;
        bool shown;
    } cases[] = {
        { "nobody is known to be in both", { 0, 3, 3, 0, 0 }, true },
        { "ten left, ten joined", { 90, 10, 10, 0, 0 }, true },
        { "nobody left or joined", { 90, 0, 0, 0, 0 }, true },
        { "nine left", { 90, 9, 10, 0, 0 }, false },
        { "one joined", { 90, 10, 1, 0, 0 }, false },
        { "nobody left, but of three nobody knows", { 90, 0, 10, 3, 0 }, false },
        { "ten left, and of three nobody knows", { 90, 10, 10, 3, 3 }, true },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct made m;
        print_message("  %s\n", cases[i].name);
        make(&m);
        m.trend.panel = m.panels[1] = cases[i].panel;
        const struct wrd_seen_change *seen = seal(&m);
        for (size_t r = 0; r < 3; r++) {
            if (cases[i].shown)
                assert_int_equal(seen[r].cell.state, WRD_SHOWN);
            else
                assert_gone(&seen[r], WRD_HIDDEN, 'c');
            assert_int_equal(seen[r].line, cases[i].shown ? WRD_VERDICT_RISEN : WRD_VERDICT_NONE);
        }
        print_message("    in a set that is not public only R1, R7 and R9 hold\n");
        m.guard.rules.profile = WRD_PROFILE_BASE_ONLY;
        assert_int_equal(seal(&m)[0].cell.state, WRD_SHOWN);
        wrd_arena_free(m.arena);
    }
}

/* Their width would tell how many gave the answer twice. */
static void test_linked_waves_have_no_bounds(void **state)
{
    struct made m;
    (void)state;
    make(&m);
    m.trend.linked = true;
    const struct wrd_seen_change *seen = seal(&m);
    assert_true(seen[0].cell.value == 3);
    assert_false(seen[0].cell.has_interval);
    assert_true(seen[0].cell.lo == 0 && seen[0].cell.hi == 0);
    assert_true(m.tables[2].linked);
    wrd_arena_free(m.arena);
}

static void test_breaks(void **state)
{
    struct made m;
    (void)state;
    make(&m);
    m.trend.breaks = true;
    m.cells[1][0] = (struct wrd_seen){ .state = WRD_HIDDEN, .flag = 'c' };
    const struct wrd_seen_change *seen = seal(&m);
    assert_gone(&seen[0], WRD_NOT_DEFINED, 'b');
    assert_gone(&seen[1], WRD_NOT_DEFINED, 'b');
    assert_gone(&seen[3], WRD_NOT_DEFINED, 0);
    wrd_arena_free(m.arena);
}

static void test_nothing_to_compare(void **state)
{
    struct made m;
    (void)state;
    make(&m);
    m.outcome.trend = NULL;
    assert_null(seal(&m));
    wrd_arena_free(m.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_as_shown),
        cmocka_unit_test(test_g13_both_are_shown),
        cmocka_unit_test(test_another_coding),
        cmocka_unit_test(test_r8_panels),
        cmocka_unit_test(test_linked_waves_have_no_bounds),
        cmocka_unit_test(test_breaks),
        cmocka_unit_test(test_nothing_to_compare),
    };
    return cmocka_run_group_tests_name("seen changes", tests, NULL, NULL);
}
