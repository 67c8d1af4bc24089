/* The report: well-formed, self-contained, readable, and silent about what is hidden. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "support/sample_release.h"
#include "support/written.h"
#include "write/html.h"
#include "write/html_style.h"
#include "write/html_text.h"

static char *report_of(struct sample *s, enum wrd_lang lang)
{
    struct written written;
    wrd_html_write(wrd_plan_new(s->arena, &s->release), lang, written_begin(&written));
    return written_end(&written);
}

/* The tags of a page as a stack of names; void elements need no end. */
struct tags {
    char open[64][16];
    size_t depth;
};

static bool is_void(const char *name)
{
    return strcmp(name, "meta") == 0 || strcmp(name, "!DOCTYPE") == 0;
}

static const char *read_name(const char *at, char name[16])
{
    const size_t n = strcspn(at, " >\n");
    assert_true(n > 0 && n < 16);
    memcpy(name, at, n);
    name[n] = '\0';
    return at + n;
}

static void take_tag(struct tags *tags, const char *at)
{
    char name[16];
    read_name(at + (*at == '/'), name);
    if (is_void(name))
        return;
    if (*at != '/') {
        assert_true(tags->depth < 64);
        strcpy(tags->open[tags->depth++], name);
        return;
    }
    if (tags->depth == 0 || strcmp(tags->open[tags->depth - 1], name) != 0)
        fail_msg("</%s> closes <%s>", name, tags->depth ? tags->open[tags->depth - 1] : "nothing");
    tags->depth--;
}

static void check_balance(const char *html)
{
    struct tags tags = { .depth = 0 };
    for (const char *at = html; (at = strchr(at, '<')) != NULL; at++)
        take_tag(&tags, at + 1);
    assert_int_equal(tags.depth, 0);
}

/* h1 once, and no heading more than one deeper than the one before. */
static void check_headings(const char *html)
{
    int before = 0;
    assert_int_equal(times_in(html, "<h1"), 1);
    for (const char *at = html; (at = strstr(at, "<h")) != NULL; at += 2) {
        const int level = at[2] - '0';
        if (level < 1 || level > 6)
            continue;
        assert_true(level <= before + 1);
        before = level;
    }
}

static void test_well_formed(void **state)
{
    (void)state;
    for (int lang = 0; lang < WRD_LANGS; lang++)
        for (int empty = 0; empty < 2; empty++) {
            struct sample s;
            char *html;
            if (empty)
                sample_nearly_empty(&s);
            else
                sample_release(&s);
            html = report_of(&s, (enum wrd_lang)lang);
            check_balance(html);
            check_headings(html);
            print_message("  every table has a caption, every figure its headline\n");
            assert_int_equal(times_in(html, "<table>"), times_in(html, "<caption>"));
            assert_int_equal(times_in(html, "<figure>"), times_in(html, "<figcaption>"));
            assert_int_equal(times_in(html, "<th>"), 0);
            free(html);
            wrd_arena_free(s.arena);
        }
}

static void test_nothing_from_outside(void **state)
{
    static const char *const never[] = { "<script", "http:",   "https:",  "src=",
                                         "url(",    "@import", " style=", "onload" };
    struct sample s;
    char *html;
    (void)state;
    sample_release(&s);
    html = report_of(&s, WRD_NL);
    assert_int_equal(times_in(html, "<meta http-equiv=\"Content-Security-Policy\" "
                                    "content=\"default-src 'none'; style-src 'unsafe-inline'; "
                                    "img-src data:\">"),
                     1);
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        assert_null(strstr(html, never[i]));
    free(html);
    wrd_arena_free(s.arena);
}

static void test_labels_stay_text(void **state)
{
    struct sample s;
    char *html;
    (void)state;
    sample_release(&s);
    html = report_of(&s, WRD_EN);
    assert_non_null(strstr(html,
                           "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; | `a` *b* &amp; "
                           "{1} &#39;c&#39;"));
    assert_null(strstr(html, "alert(\"x\")"));
    free(html);
    wrd_arena_free(s.arena);
}

static void test_escaping(void **state)
{
    static const struct {
        const char *text, *html;
    } cases[] = {
        { "a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;" },
        { "&amp;", "&amp;amp;" },
        { "een\ntwee\x1b", "een twee " },
        { "café €", "café €" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct written written;
        wrd_html_text(written_begin(&written), cases[i].text);
        assert_string_equal(written_end(&written), cases[i].html);
        free(written.text);
    }
}

static void test_what_it_says(void **state)
{
    static const char *const parts[] = {
        "<html lang=\"nl\">",
        "<h1>Vrijwilligersonderzoek Voorbeeldstad: meting 2026</h1>",
        "420 vrijwilligers en 150 organisaties deden mee (maart 2026).",
        "<strong>CONCEPT</strong>",
        "Dit rapport noemt geen geldbedragen. Vrijwillige inzet is een waarde op zich.",
        /* an index with its interval and the figure of the year before */
        "Vrijwilligers komen naar schatting uit op 71 van de 100 punten (tussen 68 en 74; in 2025: "
        "69).",
        /* a series break: no figure of the year before */
        "Naar schatting 62 van de 100 vrijwilligers zeggen ‘mee eens’ of ‘zeer mee eens’ (tussen "
        "60 en 69).",
        "420 van de 1.200 uitgenodigde vrijwilligers deden mee: 35%.",
        "Gemiddeld 7,8",
        "<td>7,6 tot 8,0</td>",
        "<td>20% <span>(12 tot 31)</span></td><td>x</td>",
        "Niet getoond: ‘In welk deel van de gemeente bent u vooral actief?’.",
    };
    struct sample s;
    char *html;
    (void)state;
    sample_release(&s);
    html = report_of(&s, WRD_NL);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(html, parts[i]))
            fail_msg("not there: %s", parts[i]);
    free(html);
    wrd_arena_free(s.arena);
}

/* R7: numbers that were not erased stay out of tables, headlines, sentences and bars. */
static void test_hidden_stays_hidden(void **state)
{
    struct sample s;
    char *html;
    const char *body;
    (void)state;
    sample_release(&s);
    for (size_t t = 0; t < s.release.n_tables; t++)
        for (size_t i = 0; i < s.tables[t].n_groups * s.tables[t].n_rows; i++) {
            struct wrd_seen leaky = sample_shown(93, 92, 94, 9391);
            leaky.state = WRD_HIDDEN;
            sample_put(&s.tables[t], 0, i, leaky);
        }
    html = report_of(&s, WRD_EN);
    body = strstr(html, "</style>"); /* widths of bars are numbers too */
    assert_null(strstr(body, "93"));
    assert_null(strstr(body, "92 to"));
    assert_null(strstr(body, "9,391"));
    assert_null(strstr(body, "class=\"bar\""));
    free(html);
    wrd_arena_free(s.arena);
}

static void test_bars_repeat_numbers(void **state)
{
    struct sample s;
    char *html;
    (void)state;
    sample_release(&s);
    html = report_of(&s, WRD_NL);
    assert_int_equal(times_in(html, "class=\"bar\""),
                     times_in(html, "class=\"bar\" aria-hidden=\"true\""));
    assert_non_null(strstr(html, "<span class=\"w41\"></span></span><b>41%</b>"));
    free(html);
    sample_put(&s.tables[3], 0, 3, sample_hidden());
    html = report_of(&s, WRD_NL);
    print_message("  no bar in a row where the year before is hidden\n");
    assert_null(strstr(html, "<span class=\"w41\"></span></span><b>41%</b>"));
    assert_non_null(strstr(html, "<b>41%</b>"));
    free(html);
    wrd_arena_free(s.arena);
}

static void test_nearly_empty_explains_itself(void **state)
{
    struct sample s;
    char *html;
    (void)state;
    sample_nearly_empty(&s);
    html = report_of(&s, WRD_NL);
    assert_non_null(strstr(html, "Waarom u hier weinig cijfers ziet"));
    assert_non_null(strstr(html, "Van de 22 cijfers tonen we er 22 niet."));
    assert_non_null(strstr(html, "Wat kan de gemeente doen?"));
    assert_non_null(strstr(html, "We kunnen hier nu geen cijfer tonen."));
    free(html);
    wrd_arena_free(s.arena);
    sample_release(&s);
    s.release.count = (struct wrd_release_count){ 7, 0, 31, 3, 1, 0 };
    html = report_of(&s, WRD_NL);
    assert_null(strstr(html, "Waarom u hier weinig cijfers ziet"));
    free(html);
    wrd_arena_free(s.arena);
}

static void test_base_only_says_so(void **state)
{
    struct sample s;
    char *html;
    (void)state;
    sample_release(&s);
    s.study.disclosure.profile = WRD_PROFILE_BASE_ONLY;
    s.study.disclosure.reason = "alleen voor de onderzoeker";
    html = report_of(&s, WRD_NL);
    assert_non_null(strstr(html, "Let op: dit rapport toont ook kleine aantallen."));
    assert_non_null(strstr(html, "alleen voor de onderzoeker"));
    free(html);
    wrd_arena_free(s.arena);
}

/* WCAG 2.2, definition of relative luminance and contrast ratio. */
static double channel(unsigned value)
{
    const double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(unsigned rgb)
{
    return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8 & 255) +
           0.0722 * channel(rgb & 255);
}

static double contrast(unsigned a, unsigned b)
{
    const double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

/* The colour of a custom property: the first is light, the second dark. */
static unsigned colour(const char *css, const char *property, bool dark)
{
    char name[32] = "--";
    const char *at;
    strncat(name, property, 20);
    strcat(name, ":#");
    at = strstr(css, name);
    assert_non_null(at);
    if (dark)
        at = strstr(at + 1, name);
    assert_non_null(at);
    return (unsigned)strtoul(at + strlen(name), NULL, 16);
}

static void test_contrast(void **state)
{
    static const struct {
        const char *text, *ground;
    } pairs[] = {
        { "ink", "ground" },       { "ink", "panel" },     { "soft", "ground" },
        { "soft", "panel" },       { "accent", "ground" }, { "accent", "panel" },
        { "on-accent", "accent" }, { "on-warn", "warn" },
    };
    struct written written;
    const char *css;
    (void)state;
    print_message("  black on white is 21, by definition\n");
    assert_true(fabs(contrast(0x000000, 0xffffff) - 21) < 1e-9);
    wrd_html_style(written_begin(&written));
    css = written_end(&written);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        for (int dark = 0; dark < 2; dark++) {
            const double ratio =
                contrast(colour(css, pairs[i].text, dark), colour(css, pairs[i].ground, dark));
            if (ratio < 4.5)
                fail_msg("%s on %s: %.2f", pairs[i].text, pairs[i].ground, ratio);
        }
    print_message("  a bar stands out from its ground by 3\n");
    assert_true(contrast(colour(css, "bar", false), colour(css, "track", false)) >= 3);
    assert_true(contrast(colour(css, "bar", true), colour(css, "track", true)) >= 3);
    free(written.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_well_formed),
        cmocka_unit_test(test_nothing_from_outside),
        cmocka_unit_test(test_labels_stay_text),
        cmocka_unit_test(test_escaping),
        cmocka_unit_test(test_what_it_says),
        cmocka_unit_test(test_hidden_stays_hidden),
        cmocka_unit_test(test_bars_repeat_numbers),
        cmocka_unit_test(test_nearly_empty_explains_itself),
        cmocka_unit_test(test_base_only_says_so),
        cmocka_unit_test(test_contrast),
    };
    return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}
