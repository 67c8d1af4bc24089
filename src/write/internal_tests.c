/* write/internal_tests.c - tests.csv: what was tested, unprotected and unrounded; see internal.h.
 *
 * A change has the two waves as its groups, a line the first and the last.  Top-2 is known by its
 * answers, "4+5". */
#include "write/internal.h"

#include <math.h>
#include <string.h>

#include "core/csv.h"
#include "core/number.h"
#include "waardering/arena.h"
#include "waardering/joint.h"

static void put_test(const struct wrd_tables *tables, const struct wrd_test *test, FILE *to)
{
    char statistic[WRD_NUMBER_ROOM], df1[WRD_NUMBER_ROOM], df2[WRD_NUMBER_ROOM], p[WRD_NUMBER_ROOM],
        p_adjusted[WRD_NUMBER_ROOM], effect[WRD_NUMBER_ROOM];
    const char *const row[] = {
        tables->study->waves[tables->wave].name,
        wrd_source_name(tables->study, test->source),
        wrd_test_name(test->kind),
        test->variable,
        test->code,
        test->group_variable,
        test->group_a,
        test->group_b,
        wrd_number_exact(statistic, test->statistic),
        wrd_number_exact(df1, test->df1),
        wrd_number_exact(df2, test->df2),
        wrd_number_exact(p, test->p),
        wrd_number_exact(p_adjusted, test->p_adjusted),
        wrd_number_exact(effect, test->effect),
    };
    wrd_csv_put_all(to, ',', row, sizeof row / sizeof *row);
    wrd_csv_end_record(to);
}

static void put_row(struct wrd_arena *arena, const struct wrd_tables *tables,
                    const struct wrd_outcome *outcome, size_t row, FILE *to)
{
    const struct wrd_trend *trend = outcome->trend;
    const struct wrd_wave *waves = tables->study->waves;
    const struct wrd_change *change = &trend->changes[row];
    const char *code = wrd_row_code(arena, outcome, &outcome->rows[row]);
    if (wrd_row_tested(outcome, row) != row)
        return; /* once is enough */
    struct wrd_test test = { .source = outcome->source,
                             .variable = outcome->name,
                             .code = code,
                             .group_variable = "total",
                             .group_b = waves[tables->wave].name,
                             .df2 = NAN,
                             .p_adjusted = NAN };
    if (!isnan(change->p)) {
        test.kind = WRD_TEST_CHANGE;
        test.group_a = waves[trend->before].name;
        test.statistic = change->t;
        test.df1 = change->df;
        test.p = change->p;
        test.p_adjusted = change->p_adjusted;
        test.effect = change->value;
        put_test(tables, &test, to);
    }
    if (trend->slopes && !isnan(trend->slopes[row].p)) {
        test.kind = WRD_TEST_TREND;
        test.group_a = waves[trend->waves[0]].name;
        test.statistic = trend->slopes[row].z;
        test.df1 = NAN;
        test.p_adjusted = NAN;
        test.p = trend->slopes[row].p;
        test.effect = trend->slopes[row].value;
        put_test(tables, &test, to);
    }
}

void wrd_tests_write(const struct wrd_tables *tables, FILE *to)
{
    static const char *const columns[] = {
        "wave",    "source",    "test", "variable", "code", "group_variable", "group_a",
        "group_b", "statistic", "df1",  "df2",      "p",    "p_adjusted",     "effect"
    };
    struct wrd_arena *arena = wrd_arena_new();
    wrd_csv_put_all(to, ',', columns, sizeof columns / sizeof *columns);
    wrd_csv_end_record(to);
    for (size_t i = 0; i < tables->n_outcomes; i++)
        for (size_t row = 0; tables->outcomes[i].trend && row < tables->outcomes[i].n_rows; row++)
            put_row(arena, tables, &tables->outcomes[i], row, to);
    for (size_t i = 0; i < tables->tests.n; i++)
        put_test(tables, &tables->tests.of[i], to);
    wrd_arena_free(arena);
}
