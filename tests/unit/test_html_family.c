/* test_html_family.c - tasks and routes in the report: what is said, drawn and kept back. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/plain.h"
#include "support/sample_release.h"
#include "support/written.h"
#include "write/brief.h"
#include "write/family.h"
#include "write/html.h"
#include "write/markdown.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { ROUTES = 3, ORG = 1 };

static const struct wrd_scale scales[ROUTES] = {
    { .name = "x1",
      .label = { "Route een", "Route one" },
      .officer_role = { "regisseur", "director" } },
    { .name = "x2", .label = { SAMPLE_EVIL, SAMPLE_EVIL }, .officer_role = { "", "" } },
    { .name = "x3",
      .label = { "Route drie", "Route three" },
      .officer_role = { "helper", "helper" } },
};
static const struct wrd_scale *const all[ROUTES] = { &scales[0], &scales[1], &scales[2] };
static const struct wrd_variable role_question = { .name = "role" };

struct family {
    struct sample sample;
    struct wrd_seen route[ROUTES], shape[ROUTES], level, spread;
    const struct wrd_seen *routes[ROUTES], *shapes[ROUTES];
    struct wrd_seen_routes of;
    struct wrd_seen_task_set tasks;
};

static void family_new(struct family *family)
{
    *family = (struct family){ .level = sample_shown(58, 54, 61, 136),
                               .spread = sample_shown(5, 2, 8, 136) };
    sample_release(&family->sample);
    for (size_t r = 0; r < ROUTES; r++) {
        family->route[r] = sample_shown(59 - (double)r, 56, 63, 136);
        family->shape[r] = sample_shown(1 - (double)r, -2, 3, 136);
        family->routes[r] = &family->route[r];
        family->shapes[r] = &family->shape[r];
    }
    family->of = (struct wrd_seen_routes){
        .source = ORG,
        .n = ROUTES,
        .scales = all,
        .route = family->routes,
        .shape = family->shapes,
        .level = &family->level,
        .spread = &family->spread,
        .verdict = WRD_ROUTE_NO_CLEAR,
        .role = &role_question,
        .agreement = sample_shown(29, 19, 41, 80),
        .has_kappa = true,
        .kappa = -0.1,
    };
    family->tasks = (struct wrd_seen_task_set){
        .source = ORG, .n = ROUTES, .scales = all, .tested = true, .weakest = WRD_NO_TASK
    };
    family->sample.release.routes = &family->of;
    family->sample.release.n_routes = 1;
    family->sample.release.tasks = &family->tasks;
    family->sample.release.n_tasks = 1;
}

static char *chapters(struct family *family, enum wrd_lang lang, bool html)
{
    struct written written;
    const struct wrd_plan *plan = wrd_plan_new(family->sample.arena, &family->sample.release);
    const struct wrd_page page = { plan, lang, written_begin(&written) };
    if (html) {
        wrd_html_tasks(&page);
        wrd_html_routes(&page);
    } else {
        wrd_markdown_write(plan, lang, page.to);
    }
    return written_end(&written);
}

static void hide(struct family *family)
{
    for (size_t r = 0; r < ROUTES; r++)
        family->route[r] = family->shape[r] = sample_hidden();
    family->level = family->spread = family->of.agreement = sample_hidden();
    family->of.verdict = WRD_ROUTE_UNTESTED;
    family->of.has_kappa = false;
    family->of.kappa = 0;
    family->tasks.tested = false;
}

static bool holds(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

/* --- routes */

enum change { NOTHING, HIDE, FEW, NO_ROLE, FAINT, NO_N };

static const struct {
    const char *name;
    enum wrd_route_verdict verdict;
    enum change change;
    const char *says[3], *not [3];
} cases[] = {
    { "no clear route",
      WRD_ROUTE_NO_CLEAR,
      NOTHING,
      { "We zien geen duidelijke route bij wat organisaties zeggen.",
        "Het hoogste en het laagste cijfer verschillen naar schatting 5 van de 100 punten (tussen "
        "2 en 8).",
        "Naar schatting 29% koos de rol van de route die zij het meest zien (tussen 19 en 41)." },
      { "weinig zichtbaar", "vooral één route", "<script>" } },
    { "a lead",
      WRD_ROUTE_LEAD,
      NOTHING,
      { "Organisaties zien vooral één route: ‘Route een’." },
      { "mengsel", "geen duidelijke" } },
    { "a mix",
      WRD_ROUTE_MIXED,
      NOTHING,
      { "een mengsel van twee routes: ‘Route een’ en ‘Route drie’." },
      { "vooral één" } },
    { "little visible",
      WRD_ROUTE_NO_CLEAR,
      FAINT,
      { "De routes zijn nog weinig zichtbaar." },
      { NULL } },
    { "roles, where the codebook has them",
      WRD_ROUTE_NO_CLEAR,
      NOTHING,
      { "Route een: de rol van de gemeente is regisseur.",
        "Route drie: de rol van de gemeente is helper.", "Kappa is −0,10." },
      { "gemeente is .", "minder dan 30" } },
    { "few agree or not",
      WRD_ROUTE_NO_CLEAR,
      FEW,
      { "Dit rust op minder dan 30 organisaties." },
      { NULL } },
    { "nobody asked for a role",
      WRD_ROUTE_NO_CLEAR,
      NO_ROLE,
      { "Drie routes" },
      { "Kappa", "29%", "gekozen rol" } },
    { "n is not told", WRD_ROUTE_NO_CLEAR, NO_N, { "n = x;", "x = niet getoond" }, { "136" } },
    { "hidden: nothing drawn, nothing named",
      WRD_ROUTE_UNTESTED,
      HIDE,
      { "Welke route organisaties vooral zien, kunnen we hier niet zeggen.",
        "Of de gekozen rol past bij de route, kunnen we hier niet tonen.", "<td>x</td>" },
      { "<svg", "van de 100 punten", "Kappa" } },
};

static void change(struct family *family, enum change change)
{
    if (change == HIDE)
        hide(family);
    family->of.few = change == FEW;
    family->of.faint = change == FAINT;
    if (change == NO_ROLE)
        family->of.role = NULL;
    for (size_t r = 0; r < ROUTES && change == NO_N; r++)
        family->route[r].has_n = family->shape[r].has_n = family->level.has_n = false;
}

static void test_routes(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(cases); c++) {
        struct family family;
        print_message("  %s\n", cases[c].name);
        family_new(&family);
        family.of.verdict = cases[c].verdict;
        family.of.named[1] = 2;
        change(&family, cases[c].change);
        char *page = chapters(&family, WRD_NL, true);
        for (size_t i = 0; i < COUNT(cases[c].says); i++)
            if (cases[c].says[i] && !holds(page, cases[c].says[i]))
                fail_msg("not there: %s", cases[c].says[i]);
        for (size_t i = 0; i < COUNT(cases[c].not ); i++)
            if (cases[c].not [i] && holds(page, cases[c].not [i]))
                fail_msg("there: %s", cases[c].not [i]);
        free(page);
        wrd_arena_free(family.sample.arena);
    }
}

static void test_dots(void **state)
{
    struct family family;
    size_t n = 0;
    (void)state;
    family_new(&family);
    char *page = chapters(&family, WRD_EN, true);
    for (const char *at = page; (at = strstr(at, "<svg role=\"img\"")) != NULL; at++)
        n++;
    assert_int_equal(n, ROUTES);
    assert_true(holds(page, "aria-label=\"On a line from 0 to 100 ‘Route one’ stands at 59 "
                            "(between 56 and 63).\""));
    assert_true(holds(page, "<circle cx=\"59%\""));
    assert_true(holds(page, "<p class=\"note\">59 (between 56 and 63)</p>"));
    assert_false(holds(page, "<script>"));
    free(page);
    wrd_arena_free(family.sample.arena);
}

/* --- tasks */

static const struct {
    const char *name;
    bool tested;
    int weakest;
    const char *says;
} tasks[] = {
    { "one is the weakest", true, 2,
      "According to organisations one task is the weakest: ‘Route three’." },
    { "none is", true, WRD_NO_TASK, "According to organisations no task is clearly the weakest." },
    { "hidden", false, WRD_NO_TASK,
      "Which task is the weakest according to organisations, we cannot say here." },
};

static void test_tasks(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(tasks); c++) {
        struct family family;
        print_message("  %s\n", tasks[c].name);
        for (int html = 0; html <= 1; html++) {
            family_new(&family);
            family.tasks.tested = tasks[c].tested;
            family.tasks.weakest = tasks[c].weakest;
            char *text = chapters(&family, WRD_EN, html);
            assert_true(holds(text, tasks[c].says));
            free(text);
            wrd_arena_free(family.sample.arena);
        }
    }
}

static void test_markdown(void **state)
{
    struct family family;
    (void)state;
    family_new(&family);
    char *text = chapters(&family, WRD_EN, false);
    assert_true(holds(text, "## Three routes\n"));
    assert_true(holds(text, "## The tasks\n"));
    assert_true(holds(text, "*Index from 0 to 100; n = 136; "));
    assert_true(holds(text, "We see no clear route in what organisations say."));
    assert_true(holds(text, "+1 (−2 to 3) |"));
    free(text);
    wrd_arena_free(family.sample.arena);
}

static void test_no_families(void **state)
{
    struct family family;
    (void)state;
    family_new(&family);
    family.sample.release.n_routes = family.sample.release.n_tasks = 0;
    char *text = chapters(&family, WRD_EN, true);
    assert_string_equal(text, "");
    free(text);
    wrd_arena_free(family.sample.arena);
}

/* --- in short: the index of each route, and once what may be said of all */

static void test_brief(void **state)
{
    (void)state;
    for (int hidden = 0; hidden <= 1; hidden++) {
        struct wrd_brief_line lines[WRD_BRIEF_FIGURES];
        struct wrd_indicator indicators[ROUTES];
        struct family family;
        family_new(&family);
        if (hidden)
            hide(&family);
        for (size_t r = 0; r < ROUTES; r++)
            indicators[r] = (struct wrd_indicator){ .name = "route",
                                                    .label = { scales[r].name, scales[r].name },
                                                    .kind = "route",
                                                    .source = "org",
                                                    .of = r == 1 ? "y" : scales[r].name };
        family.sample.book.indicators = indicators;
        family.sample.book.n_indicators = ROUTES;
        const struct wrd_plan *plan = wrd_plan_new(family.sample.arena, &family.sample.release);
        assert_int_equal(wrd_brief(plan, WRD_EN, lines), hidden ? 0 : 2);
        if (!hidden) {
            assert_string_equal(lines[0].label, "x1");
            assert_string_equal(lines[0].sentence,
                                "Organisations score an estimated 59 out of 100 points (between "
                                "56 and 63). We see no clear route in what organisations say.");
            assert_string_equal(lines[1].sentence,
                                "Organisations score an estimated 57 out of 100 points (between "
                                "56 and 63).");
            assert_true(longest_sentence(lines[0].sentence) <= LONGEST_SENTENCE);
        }
        wrd_arena_free(family.sample.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_routes),      cmocka_unit_test(test_dots),
        cmocka_unit_test(test_tasks),       cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_no_families), cmocka_unit_test(test_brief),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
