/* test_html_gap.c - volunteers beside organisations in the report: what is said, drawn and kept back. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/plain.h"
#include "support/sample_release.h"
#include "support/written.h"
#include "write/brief.h"
#include "write/html.h"
#include "write/markdown.h"

enum { HIGHER, LOWER, UNCLEAR, EQUAL, HIDDEN, ONE_SIDE, REPEATS, GAPS };

static const struct wrd_seen hidden = { .state = WRD_HIDDEN, .flag = 'c' };
static struct wrd_variable question[GAPS] = {
    { .name = "q0", .label = { "Vraag nul", "Question zero" } },
    { .name = "q1", .label = { "Vraag een", "Question one" } },
    { .name = "q2", .label = { "Vraag twee", "Question two" } },
    { .name = "q3", .label = { SAMPLE_EVIL, SAMPLE_EVIL } },
    { .name = "q4", .label = { "Vraag vier", "Question four" } },
    { .name = "q5", .label = { "Vraag vijf", "Question five" } },
    { .name = "q6", .label = { "Vraag zes", "Question six" } },
};

struct gaps {
    struct sample sample;
    struct wrd_seen_gap of[GAPS];
    struct wrd_seen index[GAPS], paired;
};

static void add(struct gaps *gaps, size_t at, double o, double v, double gap, double lo, double hi,
                enum wrd_gap_verdict verdict)
{
    gaps->index[at] = sample_shown(gap, lo, hi, 152);
    gaps->of[at] = (struct wrd_seen_gap){
        .name = question[at].name,
        .question = { &question[at], &question[at] },
        .side = { sample_shown(o, o - 3, o + 3, 152), sample_shown(v, v - 2, v + 2, 420) },
        .index = &gaps->index[at],
        .verdict = verdict,
    };
}

static void gaps_new(struct gaps *gaps)
{
    *gaps = (struct gaps){ .paired = sample_shown(8, 1, 15, 69) };
    sample_release(&gaps->sample);
    add(gaps, HIGHER, 75, 68, 7, 2, 12, WRD_GAP_ORGANISATIONS_HIGHER);
    add(gaps, LOWER, 60, 69, -9, -14, -4, WRD_GAP_VOLUNTEERS_HIGHER);
    add(gaps, UNCLEAR, 61, 62, -1, -6, 4, WRD_GAP_UNCLEAR);
    add(gaps, EQUAL, 44, 43, 1, -2, 3, WRD_GAP_EQUAL);
    add(gaps, HIDDEN, 99, 98, 1, -2, 3, WRD_GAP_UNTESTED);
    add(gaps, ONE_SIDE, 57, 98, 1, -2, 3, WRD_GAP_UNTESTED);
    add(gaps, REPEATS, 33, 32, 1, -2, 3, WRD_GAP_EQUAL);
    gaps->of[HIDDEN].side[0] = gaps->of[HIDDEN].side[1] = gaps->of[ONE_SIDE].side[1] = hidden;
    gaps->index[HIDDEN] = gaps->index[ONE_SIDE] = hidden;
    gaps->of[REPEATS].repeats = true;
    gaps->of[REPEATS].scale = &gaps->sample.scales[0];
    gaps->sample.release.gaps = gaps->of;
    gaps->sample.release.n_gaps = GAPS;
}

static char *chapter(struct gaps *gaps, enum wrd_lang lang, bool html)
{
    struct written written;
    const struct wrd_plan *plan = wrd_plan_new(gaps->sample.arena, &gaps->sample.release);
    FILE *to = written_begin(&written);
    if (html)
        wrd_html_gaps(&(const struct wrd_page){ plan, lang, to });
    else
        wrd_markdown_write(plan, lang, to);
    return written_end(&written);
}

static void assert_holds(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("not there: %s", part);
}

static size_t count(const char *text, const char *part)
{
    size_t n = 0;
    for (; (text = strstr(text, part)) != NULL; text++)
        n++;
    return n;
}

static void test_what_is_said(void **state)
{
    static const char *const said[WRD_LANGS][6] = {
        [WRD_NL] = { "‘Vraag nul’: organisaties zijn duidelijk positiever. Zij komen 7 punten "
                     "hoger "
                     "uit (tussen 2 en 12).",
                     "‘Vraag een’: vrijwilligers zijn duidelijk positiever. Zij komen 9 punten "
                     "hoger "
                     "uit (tussen 4 en 14).",
                     "■ Organisaties 61, ○ vrijwilligers 62: geen duidelijk verschil",
                     "<td>75</td><td>68</td><td>+7</td><td>2 tot 12</td><td>organisaties "
                     "positiever</td>",
                     "<td>−9</td><td>−14 tot −4</td><td>vrijwilligers positiever</td>",
                     "De marges gaan uit van twee losse groepen." },
        [WRD_EN] = { "‘Question zero’: organisations are clearly more positive. They score 7 "
                     "points "
                     "higher (between 2 and 12).",
                     "‘Question one’: volunteers are clearly more positive. They score 9 points "
                     "higher (between 4 and 14).",
                     "■ Organisations 61, ○ volunteers 62: no clear difference",
                     "<td>75</td><td>68</td><td>+7</td><td>2 to 12</td><td>organisations more "
                     "positive</td>",
                     "<td>−9</td><td>−14 to −4</td><td>volunteers more positive</td>",
                     "The margins treat them as two separate groups." },
    };
    (void)state;
    for (int lang = 0; lang < WRD_LANGS; lang++) {
        struct gaps gaps;
        gaps_new(&gaps);
        char *page = chapter(&gaps, (enum wrd_lang)lang, true);
        for (size_t i = 0; i < sizeof said[lang] / sizeof *said[lang]; i++)
            assert_holds(page, said[lang][i]);
        print_message("  only the two that differ have a sentence\n");
        assert_int_equal(count(page, lang == WRD_NL ? "duidelijk positiever" : "clearly more"), 2);
        free(page);
        wrd_arena_free(gaps.sample.arena);
    }
}

static void test_what_is_hidden(void **state)
{
    struct gaps gaps;
    (void)state;
    gaps_new(&gaps);
    char *page = chapter(&gaps, WRD_EN, true);
    print_message("  a dumbbell for each of the four that are shown on both sides\n");
    assert_int_equal(count(page, "<svg role=\"img\""), 4);
    assert_holds(page, "aria-label=\"On a line from 0 to 100 organisations stand at 75 and "
                       "volunteers at 68.\"");
    assert_holds(page, "<rect x=\"75%\"");
    assert_holds(page, "<circle cx=\"68%\"");
    print_message("  the others have their signs in the table, and no number anywhere\n");
    assert_holds(page, "Question four</th><td>x</td><td>x</td><td>x</td><td>x</td><td></td>");
    assert_holds(page, "Question five</th><td>57</td><td>x</td><td>x</td><td>x</td><td></td>");
    assert_holds(page, "x = not shown, so that nobody can be recognised.");
    assert_int_equal(count(page, "98"), 0);
    print_message("  a scale that repeats its pair has no row\n");
    assert_int_equal(count(page, ">33<"), 0);
    print_message("  a label is text\n");
    assert_int_equal(count(page, "<script>"), 0);
    free(page);
    wrd_arena_free(gaps.sample.arena);
}

static void test_within_organisations(void **state)
{
    struct gaps gaps;
    (void)state;
    gaps_new(&gaps);
    gaps.of[HIGHER].paired = &gaps.paired;
    gaps.of[HIGHER].linked = true;
    char *page = chapter(&gaps, WRD_NL, true);
    assert_holds(page, "Binnen organisaties</th>");
    assert_holds(page, "<td>+8 (1 tot 15)</td>");
    assert_holds(page, "Vrijwilligers zeggen bij welke organisatie zij horen.");
    assert_holds(page, "z = niet van toepassing");
    free(page);
    wrd_arena_free(gaps.sample.arena);
}

static void test_nothing_clear(void **state)
{
    struct gaps gaps;
    (void)state;
    gaps_new(&gaps);
    gaps.of[HIGHER].verdict = gaps.of[LOWER].verdict = WRD_GAP_UNCLEAR;
    char *page = chapter(&gaps, WRD_NL, true);
    assert_holds(page, "Bij wat we hier tonen, zien we nergens een duidelijk verschil.");
    free(page);
    print_message("  without gaps there is no chapter\n");
    gaps.sample.release.n_gaps = 0;
    page = chapter(&gaps, WRD_NL, true);
    assert_string_equal(page, "");
    free(page);
    wrd_arena_free(gaps.sample.arena);
}

static void test_markdown(void **state)
{
    struct gaps gaps;
    (void)state;
    gaps_new(&gaps);
    char *text = chapter(&gaps, WRD_EN, false);
    assert_holds(text, "## Volunteers beside organisations\n");
    assert_holds(text, "‘Question zero’: organisations are clearly more positive.");
    assert_holds(text, "|             x |");
    free(text);
    wrd_arena_free(gaps.sample.arena);
}

static const struct {
    const char *name, *of, *sentence;
} headlines[] = {
    { "organisations higher", "q0",
      "Organisations score an estimated 7 points higher than volunteers (between 2 and 12)." },
    { "volunteers higher", "q1",
      "Volunteers score an estimated 9 points higher than organisations (between 4 and 14)." },
    { "unclear", "q2",
      "Organisations score an estimated 61 out of 100 points, volunteers 62. We see no clear "
      "difference." },
    { "equal", "q3",
      "Organisations (44 out of 100 points) and volunteers (43) score about the same, by "
      "estimate." },
    { "not shown", "q5", NULL },
    { "there is none", "q9", NULL },
};

/* Behind four figures that fill the brief: one of its places is the gap's. */
static void test_brief(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof headlines / sizeof *headlines; i++) {
        struct wrd_brief_line lines[WRD_BRIEF_FIGURES];
        struct wrd_indicator indicators[5];
        struct gaps gaps;
        print_message("  %s\n", headlines[i].name);
        gaps_new(&gaps);
        for (size_t k = 0; k < 4; k++)
            indicators[k] = gaps.sample.indicators[0];
        indicators[4] = (struct wrd_indicator){ .name = "gap",
                                                .label = { "Kloof", "Gap" },
                                                .kind = "gap",
                                                .source = "both",
                                                .of = headlines[i].of };
        gaps.sample.book.indicators = indicators;
        gaps.sample.book.n_indicators = 5;
        const struct wrd_plan *plan = wrd_plan_new(gaps.sample.arena, &gaps.sample.release);
        assert_int_equal(wrd_brief(plan, WRD_EN, lines), WRD_BRIEF_FIGURES);
        if (headlines[i].sentence) {
            assert_string_equal(lines[WRD_BRIEF_FIGURES - 1].label, "Gap");
            assert_string_equal(lines[WRD_BRIEF_FIGURES - 1].sentence, headlines[i].sentence);
            assert_true(longest_sentence(headlines[i].sentence) <= LONGEST_SENTENCE);
        } else {
            assert_string_not_equal(lines[WRD_BRIEF_FIGURES - 1].label, "Gap");
        }
        wrd_arena_free(gaps.sample.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_said),
        cmocka_unit_test(test_what_is_hidden),
        cmocka_unit_test(test_within_organisations),
        cmocka_unit_test(test_nothing_clear),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_brief),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
