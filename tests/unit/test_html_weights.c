/* test_html_weights.c - the weighting table in the report: its words and figures, and what is hidden. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/sample_release.h"
#include "support/written.h"
#include "write/html.h"

static struct wrd_seen_margin rows[] = {
    { "age", "1", false, 1112, 12, 31, 31 },
    { "age", "2", false, 309, 88, 69, 69 },
    { "age*district", "2*a", false, 77, 5, 6, 6 },
};

static char *report_of(struct sample *s, enum wrd_lang lang, struct wrd_seen_fitting *fitting)
{
    struct written written;
    sample_release(s);
    s->release.fittings = fitting;
    s->release.n_fittings = fitting ? 1 : 0;
    wrd_html_write(wrd_plan_new(s->arena, &s->release), lang, written_begin(&written));
    return written_end(&written);
}

static void assert_holds(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("not there: %s", part);
}

static void test_table(void **state)
{
    static const struct {
        enum wrd_lang lang;
        const char *parts[5];
    } said[] = {
        { WRD_NL,
          { "<td>1.112</td><td>12%</td><td>31%</td><td>31%</td>", "Deel na het wegen",
            "Het lichtste antwoord telt 0,3 keer zo zwaar als gemiddeld, het zwaarste 2,5 keer.",
            "zo zeker als 1.055 antwoorden die even zwaar tellen. Ontwerpeffect van de gewichten: "
            "1,3.",
            "Vrijwilligers: niet elke groep deed even vaak mee." } },
        { WRD_EN,
          { "<td>1,112</td><td>12%</td><td>31%</td><td>31%</td>", "Part after weighting",
            "The lightest answer counts 0.3 times as much as the average, the heaviest 2.5 times.",
            "as certain as 1,055 answers that count equally. Design effect of the weights: 1.3.",
            "Volunteers: not every group took part as often." } },
    };
    struct wrd_seen_fitting fitting = { .source = 0,
                                        .rows = rows,
                                        .n_rows = 3,
                                        .deff = 1.3,
                                        .smallest = 0.3,
                                        .largest = 2.5,
                                        .n_effective = 1055 };
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct sample s;
        char *text = report_of(&s, said[i].lang, &fitting);
        for (size_t p = 0; p < 5; p++)
            assert_holds(text, said[i].parts[p]);
        free(text);
        wrd_arena_free(s.arena);
    }
}

static void test_hidden(void **state)
{
    struct wrd_seen_margin hidden[] = { rows[0], rows[1] };
    struct wrd_seen_fitting fitting = { .source = 0, .rows = hidden, .n_rows = 2, .hides = true };
    struct sample s;
    (void)state;
    for (size_t r = 0; r < 2; r++) {
        hidden[r].hidden = true;
        hidden[r].n = 0;
        hidden[r].before = 0;
    }
    char *text = report_of(&s, WRD_EN, &fitting);
    assert_holds(text, "<td>x</td><td>x</td><td>31%</td><td>31%</td>");
    assert_holds(text, "We do not show here how heavily answers count at most.");
    assert_null(strstr(text, "The lightest answer"));
    free(text);
    wrd_arena_free(s.arena);
}

static void test_effective_number_is_hidden_too(void **state)
{
    struct wrd_seen_fitting fitting = { .source = 1, .rows = rows, .n_rows = 2, .hides = true };
    struct sample s;
    (void)state;
    /* of the organisations the sample release has no n-effective */
    char *text = report_of(&s, WRD_EN, &fitting);
    assert_holds(text, "Effective number</th><td>391</td><td>x</td>");
    free(text);
    wrd_arena_free(s.arena);
}

static void test_nothing_without_fitting(void **state)
{
    struct sample s;
    char *text = report_of(&s, WRD_EN, NULL);
    (void)state;
    assert_null(strstr(text, "What weighting did"));
    assert_holds(text, "Effective number</th><td>391</td><td></td>");
    free(text);
    wrd_arena_free(s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_hidden),
        cmocka_unit_test(test_effective_number_is_hidden_too),
        cmocka_unit_test(test_nothing_without_fitting),
    };
    return cmocka_run_group_tests_name("weights in the report", tests, NULL, NULL);
}
