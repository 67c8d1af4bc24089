/* The chapter on who took part: what it says of the response, and what it leaves out. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/sample_release.h"
#include "support/written.h"
#include "write/html.h"
#include "write/worst_case.h"

static char *chapter_of(struct sample *s, enum wrd_lang lang)
{
    struct written written;
    const struct wrd_plan *plan = wrd_plan_new(s->arena, &s->release);
    const struct wrd_page page = { plan, lang, written_begin(&written) };
    wrd_html_part(&page);
    return written_end(&written);
}

static const struct {
    const char *name;
    uint64_t invited, respondents;
    bool census;
    const char *says[4], *says_not[3];
} cases[] = {
    { "a third took part; 62 % of 420 of 1,200 is 21.7 to 86.7, away from it",
      1200,
      420,
      false,
      { "420 van de 1.200 uitgenodigde vrijwilligers deden mee: 35%. Dat is ongeveer 1 op de 3. We "
        "weten niet wat de anderen vinden.",
        "Voor alle uitgenodigde vrijwilligers samen kennen we alleen de uiterste grenzen:",
        "<li>Gewaardeerd door de organisatie: 62% van wie antwoordde; het echte cijfer ligt tussen "
        "21% "
        "en 87%.</li>" },
      { "kregen een uitnodiging", "Ervaren waardering: 71" } },
    { "two of five: no such fraction",
      1000,
      410,
      false,
      { "410 van de 1.000 uitgenodigde vrijwilligers deden mee: 41%. We weten niet",
        "uiterste grenzen" },
      { "ongeveer 1 op de" } },
    { "59 % is low",
      1000,
      599,
      false,
      { "deden mee: 60%. We weten", "uiterste grenzen" },
      { NULL } },
    { "60 % is not",
      1000,
      600,
      false,
      { "deden mee: 60%. We weten niet" },
      { "uiterste grenzen" } },
    { "everybody was invited: no sample, and bounds however many took part",
      1000,
      900,
      true,
      { "Alle 1.000 vrijwilligers kregen een uitnodiging. Er is dus geen steekproef. 900 van de "
        "1.000",
        "het echte cijfer ligt tussen 55% en 66%" },
      { "Alle 1.000 vrijwilligers deden mee" } },
    { "and all took part",
      420,
      420,
      true,
      { "Alle 420 vrijwilligers deden mee." },
      { "We weten niet", "uiterste grenzen", "geen marge" } },
    { "all of those who were invited",
      420,
      420,
      false,
      { "Alle 420 uitgenodigde vrijwilligers deden mee." },
      { "We weten niet", "uiterste grenzen", "geen marge" } },
};

static void test_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample s;
        print_message("  %s\n", cases[i].name);
        sample_release(&s);
        s.responses[0].invited = cases[i].invited;
        s.responses[0].respondents = cases[i].respondents;
        s.responses[0].census = cases[i].census;
        s.responses[0].rr2.value =
            (double)(int)(100.0 * (double)cases[i].respondents / (double)cases[i].invited + 0.5);
        char *html = chapter_of(&s, WRD_NL);
        for (size_t k = 0; k < 4 && cases[i].says[k]; k++)
            if (!strstr(html, cases[i].says[k]))
                fail_msg("not there: %s\n%s", cases[i].says[k], html);
        for (size_t k = 0; k < 3 && cases[i].says_not[k]; k++)
            if (strstr(html, cases[i].says_not[k]))
                fail_msg("there: %s", cases[i].says_not[k]);
        free(html);
        wrd_arena_free(s.arena);
    }
}

/* Only where the figures have none. */
static void test_no_margin(void **state)
{
    static const char sentence[] = "Bij deze cijfers hoort geen marge: iedereen is meegeteld.";
    struct sample s;
    char *html;
    (void)state;
    sample_release(&s);
    s.responses[0].invited = s.responses[0].respondents;
    s.responses[0].census = true;
    s.sources[0].design.fpc = true;
    html = chapter_of(&s, WRD_NL);
    print_message("  margins stand in the tables\n");
    assert_null(strstr(html, sentence));
    free(html);
    for (size_t t = 0; t < s.release.n_tables; t++)
        for (size_t i = 0; i < s.tables[t].n_groups * s.tables[t].n_rows; i++) {
            struct wrd_seen cell = s.tables[t].cells[i];
            cell.has_interval = false;
            sample_put(&s.tables[t], 0, i, cell);
        }
    html = chapter_of(&s, WRD_NL);
    print_message("  none does\n");
    assert_non_null(strstr(html, sentence));
    free(html);
    wrd_arena_free(s.arena);
}

static void give_groups(struct sample *s, struct wrd_seen_response_by *by,
                        struct wrd_seen_response_group groups[3])
{
    static const double value[] = { 64, 50, 28 };
    static const char *const nl[] = { "klein", "middel", SAMPLE_EVIL };
    for (size_t g = 0; g < 3; g++)
        groups[g] = (struct wrd_seen_response_group){
            "1", { nl[g], "" }, { .state = WRD_SHOWN, .value = value[g], .n = 100 }
        };
    *by = (struct wrd_seen_response_by){ "size", { "Hoe groot?", "How large?" }, groups, 3, true, 0,
                                         2 };
    s->responses[0].by = by;
    s->responses[0].n_by = 1;
}

static void test_groups(void **state)
{
    struct wrd_seen_response_group groups[3];
    struct wrd_seen_response_by by;
    struct sample s;
    char *html;
    (void)state;
    sample_release(&s);
    give_groups(&s, &by, groups);
    html = chapter_of(&s, WRD_NL);
    assert_non_null(strstr(html, "<caption>Hoe groot?</caption>"));
    assert_non_null(strstr(html, "<th scope=\"row\">klein</th><td>100</td><td>64%</td>"));
    assert_non_null(strstr(html,
                           "Niet elke groep deed even vaak mee. Het vaakst: ‘klein’ (64%). Het "
                           "minst vaak: ‘&lt;script&gt;"));
    print_message("  with weights the figures do not simply hold more of them\n");
    assert_null(strstr(html, "zitten er meer antwoorden"));
    free(html);
    s.sources[0].weights.method = WRD_WEIGHTS_NONE;
    html = chapter_of(&s, WRD_NL);
    assert_non_null(strstr(html, "zitten er meer antwoorden"));
    free(html);
    wrd_arena_free(s.arena);
}

static void test_silent_when_even_or_hidden(void **state)
{
    struct wrd_seen_response_group groups[3];
    struct wrd_seen_response_by by;
    struct sample s;
    char *html;
    (void)state;
    sample_release(&s);
    give_groups(&s, &by, groups);
    by.uneven = false;
    groups[1].seen = (struct wrd_seen){ .state = WRD_HIDDEN, .flag = 'c', .value = 93, .n = 9391 };
    html = chapter_of(&s, WRD_NL);
    assert_null(strstr(html, "Niet elke groep"));
    print_message("  x, its meaning, and no number\n");
    assert_non_null(strstr(html, "<th scope=\"row\">middel</th><td>x</td><td>x</td>"));
    assert_non_null(strstr(html, "x = "));
    assert_null(strstr(html, "93"));
    free(html);
    wrd_arena_free(s.arena);
}

/* METHOD 7.28 from the figure as shown, and from no hidden one. */
static void test_worst_cases(void **state)
{
    struct sample s;
    struct wrd_worst_lines lines;
    (void)state;
    sample_release(&s);
    lines = wrd_worst_cases(wrd_plan_new(s.arena, &s.release), 0, WRD_EN);
    print_message("  of the three indicators one is a shown share of the volunteers\n");
    assert_int_equal(lines.n, 1);
    assert_string_equal(lines.of[0].label, "Appreciated by the organisation");
    assert_true(lines.of[0].shown == 62 && lines.of[0].low == 21 && lines.of[0].high == 87);
    print_message("  where the response is not known there are none\n");
    assert_int_equal(wrd_worst_cases(wrd_plan_new(s.arena, &s.release), 1, WRD_EN).n, 0);
    s.release.n_responses = 0;
    assert_int_equal(wrd_worst_cases(wrd_plan_new(s.arena, &s.release), 0, WRD_EN).n, 0);
    wrd_arena_free(s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences),   cmocka_unit_test(test_no_margin),
        cmocka_unit_test(test_groups),      cmocka_unit_test(test_silent_when_even_or_hidden),
        cmocka_unit_test(test_worst_cases),
    };
    return cmocka_run_group_tests_name("html_response", tests, NULL, NULL);
}
