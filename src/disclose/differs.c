/* Which groups of a breakdown may be marked as higher or lower than the others.
 *
 * A test is made of every cell of its table, so of a table that hides one, or merged some, nothing is
 * told (R5, R11): not even that nothing differs.  Its family is the groups of that table (METHOD 7.12),
 * so no other table has a part in it, and both sides have 30 answers or there is no p_adjusted. */
#include "disclose/guard.h"

#include <string.h>

#define CLEAR 0.05

static bool all_shown(const struct wrd_seen_table *table)
{
    for (size_t i = 0; i < table->n_groups * table->n_rows; i++)
        if (table->cells[i].state != WRD_SHOWN)
            return false;
    return table->design == WRD_DESIGN_FULL;
}

/* The bounds of a figure lean on the same counts as its test. */
static bool has_bounds(const struct wrd_seen_table *table, size_t row)
{
    for (size_t g = 0; g < table->n_groups; g++)
        if (!wrd_seen_cell(table, g, row)->has_interval)
            return false;
    return true;
}

static bool is_tested(enum wrd_statistic statistic, enum wrd_test_kind kind)
{
    if (kind == WRD_TEST_SHARE_DIFFERENCE)
        return statistic == WRD_TOP2;
    return kind == WRD_TEST_T &&
           (statistic == WRD_MEAN || statistic == WRD_INDEX || statistic == WRD_BREADTH);
}

static void mark(const struct wrd_seen_table *table, size_t row, const char *group, int direction,
                 struct wrd_seen *cells)
{
    for (size_t g = 0; g < table->n_groups; g++)
        if (strcmp(table->groups[g].code, group) == 0)
            cells[g * table->n_rows + row].differs = direction;
}

/* Of a group and the rest the statistic is the group's; of two groups the second's. */
static void mark_test(const struct wrd_seen_table *table, size_t row, const struct wrd_test *test,
                      struct wrd_seen *cells)
{
    const int direction = test->statistic > 0 ? 1 : -1;
    const bool rest = strcmp(test->group_b, "rest") == 0;
    mark(table, row, test->group_a, rest ? direction : -direction, cells);
    if (!rest)
        mark(table, row, test->group_b, direction, cells);
}

static bool is_of(const struct wrd_test *test, const struct wrd_seen_table *table)
{
    return test->source == table->source && test->p_adjusted < CLEAR &&
           strcmp(test->variable, table->outcome->name) == 0 &&
           strcmp(test->group_variable, table->by->name) == 0;
}

void wrd_mark_differences(const struct wrd_tests *tests, const struct wrd_seen_table *table,
                          struct wrd_seen *cells)
{
    if (!table->by || !all_shown(table))
        return;
    for (size_t i = 0; i < tests->n; i++)
        for (size_t r = 0; r < table->n_rows && is_of(&tests->of[i], table); r++)
            if (is_tested(table->rows[r]->statistic, tests->of[i].kind) && has_bounds(table, r))
                mark_test(table, r, &tests->of[i], cells);
}
