/* test_differs.c - which groups may be marked as higher or lower than the others: PROTECTION R5, R11.
 * Expected by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "disclose/guard.h"

enum { SHARE, TOP2, MEAN, N_ROWS, N_GROUPS = 3, N_TESTS = 6 };

/* A breakdown by "g" of an outcome "q", every cell shown with its bounds, and its tests. */
struct made {
    struct wrd_row rows[N_ROWS];
    const struct wrd_row *stub[N_ROWS];
    struct wrd_group groups[N_GROUPS];
    struct wrd_variable by;
    struct wrd_outcome outcome;
    struct wrd_seen cells[N_GROUPS * N_ROWS];
    struct wrd_seen_table table;
    struct wrd_test of[N_TESTS];
    struct wrd_tests tests;
};

static struct wrd_test test(enum wrd_test_kind kind, const char *a, const char *b, double t,
                            double p_adjusted)
{
    return (struct wrd_test){ .kind = kind,
                              .variable = "q",
                              .code = "",
                              .group_variable = "g",
                              .group_a = a,
                              .group_b = b,
                              .statistic = t,
                              .p = 0.001,
                              .p_adjusted = p_adjusted };
}

static void make(struct made *m)
{
    static const char *const codes[N_GROUPS] = { "1", "2", "3" };
    *m = (struct made){
        .rows = { { .statistic = WRD_SHARE },
                  { .statistic = WRD_TOP2 },
                  { .statistic = WRD_MEAN } },
        .by = { .name = "g" },
        .outcome = { .name = "q" },
        .of = { test(WRD_TEST_RANK, "1", "rest", 9, 0.001),
                test(WRD_TEST_T, "1", "rest", 3, 0.0499), test(WRD_TEST_T, "2", "rest", -3, 0.01),
                test(WRD_TEST_T, "3", "rest", 2, 0.05),
                test(WRD_TEST_SHARE_DIFFERENCE, "2", "rest", 4, 0.001),
                test(WRD_TEST_SHARE_DIFFERENCE, "3", "rest", -4, NAN) },
    };
    for (size_t r = 0; r < N_ROWS; r++)
        m->stub[r] = &m->rows[r];
    for (size_t g = 0; g < N_GROUPS; g++)
        m->groups[g].code = codes[g];
    for (size_t i = 0; i < N_GROUPS * N_ROWS; i++)
        m->cells[i] = (struct wrd_seen){ .state = WRD_SHOWN, .has_interval = true };
    m->table = (struct wrd_seen_table){ .outcome = &m->outcome,
                                        .by = &m->by,
                                        .rows = m->stub,
                                        .n_rows = N_ROWS,
                                        .groups = m->groups,
                                        .n_groups = N_GROUPS,
                                        .cells = m->cells };
    m->tests = (struct wrd_tests){ m->of, N_TESTS, N_TESTS };
}

/* "000 0+0 +-0": the rows, of each the groups. */
static void assert_marks(struct made *m, const char *want)
{
    char got[] = "000 000 000";
    wrd_mark_differences(&m->tests, &m->table, m->cells);
    for (size_t r = 0; r < N_ROWS; r++)
        for (size_t g = 0; g < N_GROUPS; g++)
            got[r * (N_GROUPS + 1) + g] = "-0+"[m->cells[g * N_ROWS + r].differs + 1];
    assert_string_equal(got, want);
}

static void test_marks(void **state)
{
    struct made m;
    (void)state;
    print_message("  below .05 after Holm, of the row that was tested; a p that has no family "
                  "marks nothing\n");
    make(&m);
    assert_marks(&m, "000 0+0 +-0");
    print_message("  two groups: the statistic is the second's\n");
    make(&m);
    m.of[0] = test(WRD_TEST_T, "1", "3", 5, 0.01);
    m.tests.n = 1;
    assert_marks(&m, "000 000 -0+");
    print_message("  of another source, outcome or breakdown\n");
    make(&m);
    m.of[1].source = 1;
    m.of[2].variable = "q2";
    m.of[4].group_variable = "h";
    assert_marks(&m, "000 000 000");
}

static void test_nothing_of_what_is_hidden(void **state)
{
    struct made m;
    (void)state;
    print_message("  one cell is hidden\n");
    make(&m);
    m.cells[2 * N_ROWS + SHARE].state = WRD_HIDDEN;
    assert_marks(&m, "000 000 000");
    print_message("  a group is empty\n");
    make(&m);
    m.cells[MEAN].state = WRD_NOT_DEFINED;
    assert_marks(&m, "000 000 000");
    print_message("  answers are merged\n");
    make(&m);
    m.table.design = WRD_DESIGN_ANSWERS_MERGED;
    assert_marks(&m, "000 000 000");
    print_message("  bounds are not shown: of that row alone\n");
    make(&m);
    m.cells[2 * N_ROWS + MEAN].has_interval = false;
    assert_marks(&m, "000 0+0 000");
    print_message("  everybody's table has no groups\n");
    make(&m);
    m.table.by = NULL;
    assert_marks(&m, "000 000 000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_nothing_of_what_is_hidden),
    };
    return cmocka_run_group_tests_name("differs", tests, NULL, NULL);
}
