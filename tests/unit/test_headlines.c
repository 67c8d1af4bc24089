/* test_headlines.c - the headline figures: what is found for each kind of indicators.csv, and how it is
 * told.  Expected by hand from the sample release. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/sample_release.h"
#include "support/written.h"
#include "waardering/steps.h"
#include "write/headlines.h"
#include "write/html.h"
#include "write/markdown.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
enum { A1_ROWS = 9, A1_TOP2 = 5, MOST = 4 };

struct made {
    struct sample s;
    struct wrd_indicator indicators[MOST];
    struct wrd_seen_change changes[A1_ROWS];
    struct wrd_seen gap_index, route;
    const struct wrd_seen *routes[1];
    struct wrd_seen_gap gap;
    struct wrd_seen_routes family;
};
static const struct wrd_scale route_scale = { .name = "k1", .label = { "Visie", "Vision" } };
static const struct wrd_scale *const route_scales[] = { &route_scale };

static struct wrd_indicator indicator(const char *kind, const char *source, const char *of,
                                      const char *better)
{
    return (struct wrd_indicator){ .name = of,
                                   .part = "",
                                   .kind = kind,
                                   .source = source,
                                   .of = of,
                                   .better = better,
                                   .label = { "Cijfer", "Figure" } };
}

/* The question of wave 2025 may be compared; a gap of it and one route. */
static void make(struct made *m)
{
    *m = (struct made){ .gap_index = sample_shown(-5, -9, -1, 150) };
    sample_release(&m->s);
    for (size_t r = 0; r < A1_ROWS; r++)
        m->changes[r].cell.state = WRD_NOT_DEFINED;
    m->s.tables[0].changes = m->changes;
    m->gap = (struct wrd_seen_gap){ .name = "word",
                                    .question = { &m->s.variables[SAMPLE_V_EVIL],
                                                  &m->s.variables[SAMPLE_V_A1] },
                                    .index = &m->gap_index };
    m->route = sample_shown(59, 56, 63, 0);
    m->route.has_n = false;
    m->routes[0] = &m->route;
    m->family =
        (struct wrd_seen_routes){ .source = 1, .n = 1, .scales = route_scales, .route = m->routes };
    m->s.release.gaps = &m->gap;
    m->s.release.n_gaps = 1;
    m->s.release.routes = &m->family;
    m->s.release.n_routes = 1;
    m->s.book.indicators = m->indicators;
    m->s.book.n_indicators = 1;
}

/* The cells of the first row: label, figure, base, place; more rows where it is about all answers. */
static const struct {
    const char *name;
    struct {
        const char *kind, *source, *of;
    } indicator;
    size_t rows;
    const char *cells[4];
} cases[] = {
    { "an index",
      { "index", "vol", "A" },
      1,
      { "Figure", "71 (68 to 74)", "409", "Volunteers: A" } },
    { "top-2",
      { "top2", "vol", "v_a1" },
      1,
      { "Figure", "62% (60 to 69)", "412", "Volunteers: v_a1" } },
    { "bottom-2",
      { "bottom2", "vol", "v_a1" },
      1,
      { "Figure", "13% (11 to 20)", "412", "Volunteers: v_a1" } },
    { "a share",
      { "share", "vol", "v_a1=4" },
      1,
      { "Figure", "41% (39 to 48)", "412", "Volunteers: v_a1" } },
    { "a mean",
      { "mean", "vol", "v_cijfer" },
      1,
      { "Figure", "7.8 (7.6 to 8.0)", "401", "Volunteers: v_cijfer" } },
    { "a share of a merged answer is hidden",
      { "share", "vol", "v_a1=9" },
      1,
      { "Figure", "x", "x", "Volunteers: v_a1" } },
    { "a hidden figure",
      { "top2", "org", "o_evil" },
      1,
      { "Figure", "x", "x", "Organisations: o_evil" } },
    { "not asked in this wave", { "mean", "org", "v_cijfer" }, 1, { "Figure", "z", "z", "z" } },
    { "a gap, by its word",
      { "gap", "both", "word" },
      1,
      { "Figure", "−5 (−9 to −1)", "150", "Volunteers beside organisations" } },
    { "a gap, by a question of it",
      { "gap", "both", "v_a1" },
      1,
      { "Figure", "−5 (−9 to −1)", "150", "Volunteers beside organisations" } },
    { "there is no such gap", { "gap", "", "A" }, 1, { "Figure", "z", "z", "z" } },
    { "a route, whose n would tell of few",
      { "route", "org", "k1" },
      1,
      { "Figure", "59 (56 to 63)", "x", "The routes" } },
    { "all routes",
      { "route", "org", "" },
      1,
      { "Figure: Vision", "59 (56 to 63)", "x", "The routes" } },
};

static void test_kinds(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct made m;
        print_message("  %s\n", cases[i].name);
        make(&m);
        m.s.tables[0].changes = NULL;
        m.indicators[0] = indicator(cases[i].indicator.kind, cases[i].indicator.source,
                                    cases[i].indicator.of, "");
        const struct wrd_plan *plan = wrd_plan_new(m.s.arena, &m.s.release);
        const struct wrd_grid *grid = wrd_grid_headlines(plan, WRD_EN);
        assert_int_equal(grid->n_rows, 1 + cases[i].rows);
        assert_int_equal(grid->n_columns, COUNT(cases[i].cells));
        for (size_t c = 0; c < COUNT(cases[i].cells); c++)
            assert_string_equal(*wrd_grid_cell(grid, 1, c), cases[i].cells[c]);
        wrd_arena_free(m.s.arena);
    }
}

/* Of a question with several answers: one of them, whatever the word, or each. */
static void test_mentions(void **state)
{
    static const char *const kinds[] = { "share", "mentions" };
    struct made m;
    (void)state;
    make(&m);
    for (size_t k = 0; k <= COUNT(kinds); k++) {
        const char *first = m.s.lists[1].answers[0]->code;
        const bool all = k == COUNT(kinds);
        m.indicators[0] =
            indicator(all ? "mentions" : kinds[k], "vol",
                      all ? "v_vorm" : wrd_arena_format(m.s.arena, "v_vorm=%s", first), "");
        const struct wrd_plan *plan = wrd_plan_new(m.s.arena, &m.s.release);
        const struct wrd_grid *grid = wrd_grid_headlines(plan, WRD_EN);
        assert_int_equal(grid->n_rows, all ? 3 : 2);
        assert_string_equal(*wrd_grid_cell(grid, 1, 1), "44% (39 to 49)");
        if (all)
            assert_string_equal(*wrd_grid_cell(grid, 2, 1), "71% (66 to 75)");
    }
    wrd_arena_free(m.s.arena);
}

static const struct {
    const char *name, *better;
    struct wrd_seen_change change;
    const char *text;
} changes[] = {
#define SHOWN(v, l, h, w)                                                   \
    {                                                                       \
        .cell = { WRD_SHOWN, true, true, 0, v, l, h, 400, 0 }, .verdict = w \
    }
    { "higher is better", "higher", SHOWN(7, 2, 12, WRD_VERDICT_RISEN),
      "+7 (2 tot 12): gestegen, dat is beter" },
    { "and lower worse", "higher", SHOWN(-7, -12, -2, WRD_VERDICT_FALLEN),
      "−7 (−12 tot −2): gedaald, dat is slechter" },
    { "lower is better", "lower", SHOWN(-7, -12, -2, WRD_VERDICT_FALLEN),
      "−7 (−12 tot −2): gedaald, dat is beter" },
    { "and higher worse", "lower", SHOWN(7, 2, 12, WRD_VERDICT_RISEN),
      "+7 (2 tot 12): gestegen, dat is slechter" },
    { "no judgement", "", SHOWN(7, 2, 12, WRD_VERDICT_RISEN), "+7 (2 tot 12): gestegen" },
    { "what is not named is not judged", "higher", SHOWN(3, -2, 8, WRD_VERDICT_UNCLEAR),
      "+3 (−2 tot 8): geen duidelijk verschil" },
    { "about the same", "higher", SHOWN(0, -2, 2, WRD_VERDICT_SAME),
      "0 (−2 tot 2): ongeveer gelijk" },
    { "hidden", "higher", { .cell = { .state = WRD_HIDDEN, .flag = 'c' } }, "x" },
    { "does not exist", "higher", { .cell = { .state = WRD_NOT_DEFINED, .flag = 'z' } }, "z" },
    { "a break",
      "higher",
      { .cell = { .state = WRD_NOT_DEFINED, .flag = 'b' }, .verdict = WRD_VERDICT_BREAK },
      "b" },
#undef SHOWN
};

static void test_changes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(changes); i++) {
        struct made m;
        print_message("  %s\n", changes[i].name);
        make(&m);
        m.indicators[0] = indicator("top2", "vol", "v_a1", changes[i].better);
        m.indicators[1] = indicator("gap", "both", "word", "");
        m.s.book.n_indicators = 2;
        m.changes[A1_TOP2] = changes[i].change;
        const struct wrd_plan *plan = wrd_plan_new(m.s.arena, &m.s.release);
        const struct wrd_grid *grid = wrd_grid_headlines(plan, WRD_NL);
        assert_string_equal(*wrd_grid_cell(grid, 0, 2), "Verandering sinds 2025");
        assert_string_equal(*wrd_grid_cell(grid, 1, 2), changes[i].text);
        print_message("    a gap has none\n");
        assert_string_equal(*wrd_grid_cell(grid, 2, 2), "z");
        wrd_arena_free(m.s.arena);
    }
}

/* In the order of the file; a part that stands apart comes to the others of its indicator. */
static void test_order(void **state)
{
    static const char *const labels[] = { "one", "three", "two" };
    struct made m;
    (void)state;
    make(&m);
    m.indicators[0] = indicator("top2", "vol", "v_a1", "");
    m.indicators[1] = indicator("mean", "vol", "v_cijfer", "");
    m.indicators[2] = indicator("index", "vol", "A", "");
    m.indicators[0].name = m.indicators[2].name = "a";
    m.indicators[0].label[WRD_EN] = "one";
    m.indicators[1].label[WRD_EN] = "two";
    m.indicators[2].label[WRD_EN] = "three";
    m.s.book.n_indicators = COUNT(labels);
    const struct wrd_plan *plan = wrd_plan_new(m.s.arena, &m.s.release);
    assert_int_equal(plan->headlines.n, COUNT(labels));
    for (size_t i = 0; i < COUNT(labels); i++)
        assert_string_equal(wrd_headline_label(plan, &plan->headlines.of[i], WRD_EN), labels[i]);
    wrd_arena_free(m.s.arena);
}

static size_t times(char *text, const char *part)
{
    const size_t n = times_in(text, part);
    free(text);
    return n;
}

static void test_pages(void **state)
{
    struct written written;
    struct made m;
    (void)state;
    make(&m);
    m.s.release.n_gaps = m.s.release.n_routes = 0;
    m.indicators[0] = indicator("top2", "vol", "v_a1", "");
    m.indicators[0].label[WRD_EN] = SAMPLE_EVIL;
    for (size_t n = 0; n <= 1; n++) {
        m.s.book.n_indicators = n;
        const struct wrd_plan *plan = wrd_plan_new(m.s.arena, &m.s.release);
        wrd_html_write(plan, WRD_EN, written_begin(&written));
        assert_int_equal(times(written_end(&written), "id=\"headlines\""), n);
        wrd_html_write(plan, WRD_EN, written_begin(&written));
        assert_int_equal(times(written_end(&written), "href=\"#headlines\""), n);
        wrd_markdown_write(plan, WRD_NL, written_begin(&written));
        assert_int_equal(times(written_end(&written), "## Kerncijfers\n"), n);
        wrd_html_write(plan, WRD_EN, written_begin(&written));
        assert_int_equal(times(written_end(&written), SAMPLE_EVIL), 0);
    }
    wrd_arena_free(m.s.arena);
}

static void test_shown(void **state)
{
    static const char *const names[] = { "indicators", "kerncijfers" };
    struct wrd_diag *diag = wrd_diag_new();
    struct written written;
    struct made m;
    (void)state;
    make(&m);
    m.indicators[0] = indicator("top2", "vol", "v_a1", "");
    for (size_t i = 0; i < COUNT(names); i++) {
        assert_int_equal(
            wrd_write_shown(&m.s.release, names[i], WRD_NL, written_begin(&written), diag), WRD_OK);
        assert_int_equal(times(written_end(&written), "| Cijfer     | 62% (60 tot 69) |"), 1);
    }
    print_message("  there are none\n");
    m.s.book.n_indicators = 0;
    assert_int_equal(wrd_write_shown(&m.s.release, names[0], WRD_NL, written_begin(&written), diag),
                     WRD_EUSAGE);
    free(written_end(&written));
    wrd_diag_free(diag);
    wrd_arena_free(m.s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),   cmocka_unit_test(test_mentions),
        cmocka_unit_test(test_changes), cmocka_unit_test(test_order),
        cmocka_unit_test(test_pages),   cmocka_unit_test(test_shown),
    };
    return cmocka_run_group_tests_name("headline figures", tests, NULL, NULL);
}
