/* test_change_text.c - changes in results.csv, in the report, in the tables as text, and in "In het
 * kort"; expected words by hand from the reports' vocabulary. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "support/sample_release.h"
#include "support/written.h"
#include "write/brief.h"
#include "write/html.h"
#include "write/internal.h"
#include "write/markdown.h"
#include "write/results.h"
#include "write/wording.h"

enum { A1_ROWS = 9, A1_TOP2 = 5, A1_MEAN = 7 };

struct made {
    struct sample s;
    struct wrd_seen_change a1[A1_ROWS], scale[1];
    struct wrd_seen_table *a1_total, *scale_total;
};

static struct wrd_seen_table *total_of(struct sample *s, const char *name)
{
    for (size_t i = 0; i < s->release.n_tables; i++)
        if (!s->tables[i].by && s->tables[i].wave == 1 &&
            strcmp(s->tables[i].outcome->name, name) == 0)
            return &s->tables[i];
    return NULL;
}

static struct wrd_seen_change shown(double value, double lo, double hi, enum wrd_verdict verdict)
{
    return (struct wrd_seen_change){ .cell = sample_shown(value, lo, hi, 402), .verdict = verdict };
}

/* The question rose, the scale did not clearly; one answer hidden. */
static void make(struct made *m)
{
    sample_release(&m->s);
    for (size_t r = 0; r < A1_ROWS; r++)
        m->a1[r] = (struct wrd_seen_change){ .cell = { .state = WRD_NOT_DEFINED } };
    m->a1[0].cell = sample_hidden();
    m->a1[1] = shown(0, -3, 3, WRD_VERDICT_SAME);
    m->a1[2] = shown(-7, -12, -2, WRD_VERDICT_FALLEN);
    m->a1[3] = shown(4, -1, 9, WRD_VERDICT_UNCLEAR);
    m->a1[4] = shown(3, -2, 8, WRD_VERDICT_UNCLEAR);
    m->a1[A1_TOP2] = shown(7, 2, 12, WRD_VERDICT_RISEN);
    m->a1[A1_MEAN] = shown(0.2, 0.0, 0.3, WRD_VERDICT_RISEN);
    m->scale[0] = shown(2, -2, 6, WRD_VERDICT_UNCLEAR);
    m->a1_total = total_of(&m->s, "v_a1");
    m->a1_total->changes = m->a1;
    m->scale_total = total_of(&m->s, "A");
    m->scale_total->changes = m->scale;
}

static void test_results(void **state)
{
    static const char *const rows[] = {
        "2026,GM9999,vol,v_a1,v_a1,1,total,total,change_share,,,,,c\r\n",
        "2026,GM9999,vol,v_a1,v_a1,3,total,total,change_share,-7,-12,-2,402,\r\n",
        "2026,GM9999,vol,v_a1,v_a1,,total,total,change_top2,7,2,12,402,\r\n",
        "2026,GM9999,vol,v_a1,v_a1,,total,total,change_mean,0.2,0.0,0.3,402,\r\n",
        "2026,GM9999,vol,A,A,,total,total,change_index,2,-2,6,402,\r\n",
    };
    struct wrd_diag *diag = wrd_diag_new();
    struct written written;
    struct made m;
    (void)state;
    make(&m);
    assert_int_equal(
        wrd_results_write(wrd_plan_new(m.s.arena, &m.s.release), written_begin(&written), diag),
        WRD_OK);
    char *text = written_end(&written);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (times_in(text, rows[i]) != 1)
            fail_msg("not there once: %s", rows[i]);
    print_message("  no row for what has no change: bottom2, dont_know\n");
    assert_int_equal(times_in(text, ",change_"), 5 + 1 + 1 + 1);
    free(text);
    print_message("  a series break: no value, the flag b\n");
    m.scale[0] = (struct wrd_seen_change){ .cell = { .state = WRD_NOT_DEFINED, .flag = 'b' },
                                           .verdict = WRD_VERDICT_BREAK };
    assert_int_equal(
        wrd_results_write(wrd_plan_new(m.s.arena, &m.s.release), written_begin(&written), diag),
        WRD_OK);
    text = written_end(&written);
    assert_int_equal(times_in(text, "vol,A,A,,total,total,change_index,,,,,b\r\n"), 1);
    free(text);
    wrd_arena_free(m.s.arena);
    wrd_diag_free(diag);
}

static void test_sentences(void **state)
{
    static const struct {
        enum wrd_verdict verdict;
        const char *nl, *en;
    } cases[] = {
        { WRD_VERDICT_RISEN, "Dit is gestegen sinds 2025.", "This has risen since 2025." },
        { WRD_VERDICT_FALLEN, "Dit is gedaald sinds 2025.", "This has fallen since 2025." },
        { WRD_VERDICT_SAME, "Dit is ongeveer gelijk gebleven sinds 2025.",
          "This has stayed about the same since 2025." },
        { WRD_VERDICT_UNCLEAR, "We zien geen duidelijk verschil met 2025.",
          "We see no clear difference from 2025." },
    };
    struct made m;
    (void)state;
    make(&m);
    const struct wrd_plan *plan = wrd_plan_new(m.s.arena, &m.s.release);
    const struct wrd_topic *topic = wrd_plan_topic(plan, 0, "A");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  %s\n", cases[i].nl);
        m.scale[0].verdict = cases[i].verdict;
        assert_string_equal(wrd_topic_change(plan, topic, WRD_NL), cases[i].nl);
        assert_string_equal(wrd_topic_change(plan, topic, WRD_EN), cases[i].en);
    }
    print_message("  a question is about its top-2\n");
    assert_string_equal(wrd_topic_change(plan, wrd_plan_topic(plan, 0, "v_a1"), WRD_NL),
                        cases[0].nl);
    print_message("  one answer hidden, and it is the headline: nothing is said\n");
    m.a1[A1_TOP2] = (struct wrd_seen_change){ .cell = sample_hidden() };
    assert_null(wrd_topic_change(plan, wrd_plan_topic(plan, 0, "v_a1"), WRD_NL));
    print_message("  all hidden, and over a break: why\n");
    m.scale[0] = (struct wrd_seen_change){ .cell = sample_hidden() };
    assert_string_equal(wrd_topic_change(plan, topic, WRD_NL),
                        "De verandering sinds 2025 tonen we niet, zodat niemand te herkennen is.");
    assert_null(wrd_grid_changes(plan, topic, WRD_NL));
    m.scale[0] = (struct wrd_seen_change){ .cell = { .state = WRD_NOT_DEFINED, .flag = 'b' },
                                           .verdict = WRD_VERDICT_BREAK };
    assert_string_equal(wrd_topic_change(plan, topic, WRD_NL),
                        "We kunnen dit niet vergelijken met 2025. De vraag of de manier van vragen "
                        "is veranderd.");
    assert_null(wrd_grid_changes(plan, topic, WRD_NL));
    print_message("  no wave before\n");
    assert_null(wrd_topic_change(plan, wrd_plan_topic(plan, 0, "v_cijfer"), WRD_NL));
    wrd_arena_free(m.s.arena);
}

static void test_line(void **state)
{
    struct made m;
    (void)state;
    make(&m);
    const struct wrd_plan *plan = wrd_plan_new(m.s.arena, &m.s.release);
    const struct wrd_topic *topic = wrd_plan_topic(plan, 0, "A");
    assert_null(wrd_topic_line(plan, topic, WRD_NL));
    m.scale[0].line = WRD_VERDICT_RISEN;
    assert_string_equal(wrd_topic_line(plan, topic, WRD_NL),
                        "Van 2025 tot en met 2026 zien we een stijgende lijn.");
    m.scale[0].line = WRD_VERDICT_FALLEN;
    assert_string_equal(wrd_topic_line(plan, topic, WRD_EN),
                        "From 2025 to 2026 we see a falling line.");
    m.scale[0].line = WRD_VERDICT_UNCLEAR;
    assert_string_equal(wrd_topic_line(plan, topic, WRD_NL),
                        "Van 2025 tot en met 2026 zien we geen duidelijke lijn.");
    wrd_arena_free(m.s.arena);
}

static void assert_row(const struct wrd_grid *grid, size_t row, const char *change,
                       const char *bounds, const char *verdict)
{
    assert_string_equal(*wrd_grid_cell(grid, row, 1), change);
    assert_string_equal(*wrd_grid_cell(grid, row, 2), bounds);
    assert_string_equal(*wrd_grid_cell(grid, row, 3), verdict);
}

static void test_table(void **state)
{
    struct made m;
    (void)state;
    make(&m);
    const struct wrd_plan *plan = wrd_plan_new(m.s.arena, &m.s.release);
    const struct wrd_grid *grid = wrd_grid_changes(plan, wrd_plan_topic(plan, 0, "v_a1"), WRD_NL);
    assert_int_equal(grid->n_rows, 1 + 7);
    assert_row(grid, 1, "x", "x", "");
    assert_row(grid, 2, "0", "−3 tot 3", "ongeveer gelijk");
    assert_row(grid, 3, "−7", "−12 tot −2", "gedaald");
    assert_row(grid, 4, "+4", "−1 tot 9", "geen duidelijk verschil");
    assert_row(grid, 6, "+7", "2 tot 12", "gestegen");
    assert_row(grid, 7, "+0,2", "0,0 tot 0,3", "gestegen");
    print_message("  who takes part in both is known: no bounds; uncertain: a u\n");
    m.a1[1].cell.has_interval = false;
    m.a1[1].cell.flag = 'u';
    assert_row(wrd_grid_changes(plan, wrd_plan_topic(plan, 0, "v_a1"), WRD_NL), 2, "0 u", "",
               "ongeveer gelijk");
    wrd_arena_free(m.s.arena);
}

static void test_pages(void **state)
{
    struct written written;
    struct made m;
    (void)state;
    make(&m);
    const struct wrd_plan *plan = wrd_plan_new(m.s.arena, &m.s.release);
    wrd_html_write(plan, WRD_NL, written_begin(&written));
    char *html = written_end(&written);
    assert_int_equal(times_in(html, "<summary>Verandering sinds 2025</summary>"), 2);
    assert_int_equal(times_in(html, "<p>Dit is gestegen sinds 2025.</p>"), 1);
    assert_int_equal(times_in(html, "We hebben niet getoetst"), 0);
    assert_int_equal(times_in(html, "Dan rekenen we alsof het steeds andere mensen zijn."), 1);
    print_message("  the sign of a hidden change is explained\n");
    assert_true(times_in(html, "x = niet getoond") >= 2);
    free(html);
    wrd_markdown_write(plan, WRD_NL, written_begin(&written));
    char *text = written_end(&written);
    assert_int_equal(times_in(text, "**Verandering sinds 2025**"), 2);
    assert_int_equal(times_in(text, "\nWe zien geen duidelijk verschil met 2025.\n"), 1);
    free(text);
    m.scale_total->linked = m.a1_total->linked = true;
    wrd_html_write(plan, WRD_NL, written_begin(&written));
    html = written_end(&written);
    assert_int_equal(times_in(html, "We weten wie in beide jaren meedeed."), 1);
    assert_int_equal(times_in(html, "alsof het steeds andere mensen zijn"), 0);
    free(html);
    wrd_arena_free(m.s.arena);
}

static void test_in_short(void **state)
{
    struct wrd_brief_line lines[WRD_BRIEF_FIGURES];
    struct made m;
    (void)state;
    make(&m);
    const struct wrd_plan *plan = wrd_plan_new(m.s.arena, &m.s.release);
    assert_int_equal(wrd_brief(plan, WRD_NL, lines), 2);
    assert_string_equal(lines[0].sentence,
                        "Vrijwilligers komen naar schatting uit op 71 van de 100 punten (tussen 68 "
                        "en 74; in 2025: 69). We zien geen duidelijk verschil met 2025.");
    assert_non_null(strstr(lines[1].sentence, " Dit is gestegen sinds 2025."));
    wrd_arena_free(m.s.arena);
}

/* A change with its numbers, a line, top-2 by its answers, and nothing for what was not tested. */
static void test_internal(void **state)
{
    static const uint16_t top[] = { 3, 4 };
    static const struct wrd_row rows[] = {
        { .statistic = WRD_TOP2, .code = "", .parts = top, .n_parts = 2 },
        { .statistic = WRD_MEAN, .code = "" },
        { .statistic = WRD_SHARE, .code = "1" }
    };
    static struct wrd_change changes[] = {
        { WRD_VERDICT_RISEN, 0.25, 0.125, 23, 2, 0.0625, 0, 0.5, false, 24, 0.1875, true },
        { WRD_VERDICT_BREAK, NAN, NAN, NAN, NAN, NAN, NAN, NAN, false, 0, NAN, false },
        { WRD_VERDICT_SAME, 0, 0, NAN, NAN, NAN, 0, 0, true, 24, NAN, false },
    };
    static const struct wrd_slope slopes[] = { { WRD_VERDICT_NONE, NAN, NAN, NAN, NAN },
                                               { WRD_VERDICT_RISEN, 0.5, 0.25, 2, 0.03125 },
                                               { WRD_VERDICT_NONE, NAN, NAN, NAN, NAN } };
    static const size_t waves[] = { 0, 1 };
    const struct wrd_trend trend = { .changes = changes, .waves = waves, .slopes = slopes };
    struct written written;
    struct sample s;
    (void)state;
    sample_release(&s);
    struct wrd_outcome outcome = { .variable = &s.variables[SAMPLE_V_A1],
                                   .name = "v_a1",
                                   .rows = rows,
                                   .n_rows = 3,
                                   .trend = &trend };
    const struct wrd_tables tables = {
        .study = &s.study, .codebook = &s.book, .wave = 1, .outcomes = &outcome, .n_outcomes = 1
    };
    wrd_tests_write(&tables, written_begin(&written));
    char *text = written_end(&written);
    assert_string_equal(text,
                        "wave,source,test,variable,code,group_variable,group_a,group_b,statistic,"
                        "df1,df2,p,p_adjusted,effect\r\n"
                        "2026,vol,change,v_a1,4+5,total,2025,2026,2,23,,0.0625,0.1875,0.25\r\n"
                        "2026,vol,trend,v_a1,,total,2025,2026,2,,,0.03125,,0.5\r\n");
    free(text);
    wrd_arena_free(s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_results),  cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_line),     cmocka_unit_test(test_table),
        cmocka_unit_test(test_pages),    cmocka_unit_test(test_in_short),
        cmocka_unit_test(test_internal),
    };
    return cmocka_run_group_tests_name("change in words", tests, NULL, NULL);
}
