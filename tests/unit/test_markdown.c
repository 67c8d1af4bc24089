/* The tables as text, and what `show` prints. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/sample_release.h"
#include "support/written.h"
#include "waardering/steps.h"
#include "write/markdown.h"

static char *markdown_of(struct sample *s, enum wrd_lang lang)
{
    struct written written;
    wrd_markdown_write(wrd_plan_new(s->arena, &s->release), lang, written_begin(&written));
    return written_end(&written);
}

static void check_parts(const char *text, const char *const *parts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!strstr(text, parts[i]))
            fail_msg("not there: %s", parts[i]);
}

static void test_dutch(void **state)
{
    static const char *const parts[] = {
        "### Mijn organisatie laat merken dat zij mijn inzet waardeert. (`v_a1`)\n",
        "*Gewogen %; n = 412; maart 2026*\n",
        "| Antwoord                        | 2026 | Ligt tussen |  2025 |\n"
        "|:--------------------------------|-----:|------------:|------:|\n",
        "| mee eens                        |  41% |   39 tot 48 | 41% b |\n",
        "| Gemiddelde                      |  3,7 | 3,5 tot 3,8 | 3,7 b |\n",
        "| zeer mee oneens / mee oneens    |  20% (12 tot 31) |                x |  20% (12 tot "
        "31) |\n",
        "|            1.301 |                x |            1.301 |\n",
        "x = niet getoond, zodat niemand te herkennen is.",
        "We hebben antwoorden samengevoegd",
        "Niet getoond: ‘In welk deel van de gemeente bent u vooral actief?’.",
        "Dit rapport noemt geen geldbedragen. Vrijwillige inzet is een waarde op zich.",
        "**CONCEPT.**",
    };
    struct sample s;
    char *text;
    (void)state;
    sample_release(&s);
    text = markdown_of(&s, WRD_NL);
    check_parts(text, parts, sizeof parts / sizeof *parts);
    free(text);
    wrd_arena_free(s.arena);
}

static void test_english(void **state)
{
    static const char *const parts[] = {
        "*Weighted %; n = 412; March 2026*\n",
        "3.5 to 3.8",
        "1,301",
        "This report names no amounts of money. Volunteering is a value in itself.",
    };
    struct sample s;
    char *text;
    (void)state;
    sample_release(&s);
    text = markdown_of(&s, WRD_EN);
    check_parts(text, parts, sizeof parts / sizeof *parts);
    free(text);
    wrd_arena_free(s.arena);
}

/* Cells of a line: bars that are not escaped, less the one at the end. */
static size_t cells_of(const char *line)
{
    size_t bars = 0;
    for (size_t i = 0; line[i] != '\n'; i++)
        bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
    return bars - 1;
}

static void test_labels_stay_text(void **state)
{
    struct sample s;
    char *text;
    const char *line;
    (void)state;
    sample_release(&s);
    ((struct wrd_row *)(uintptr_t)s.tables[0].rows[0])->label[WRD_NL] = "een | twee";
    text = markdown_of(&s, WRD_NL);
    assert_non_null(strstr(text,
                           "### &lt;script&gt;alert(\"x\")&lt;/script&gt; \\| \\`a\\` \\*b\\* "
                           "&amp; {1} 'c' (`o_evil`)\n"));
    assert_null(strstr(text, "<script"));
    print_message("  a bar in an answer makes no cell\n");
    line = strstr(text, "| een \\| twee");
    assert_non_null(line);
    assert_int_equal(cells_of(line), 4);
    free(text);
    wrd_arena_free(s.arena);
}

static const char *note_of(struct sample *s, const char *question, char **text)
{
    s->variables[SAMPLE_DISTRICT].label[WRD_NL] = question;
    *text = markdown_of(s, WRD_NL);
    return strstr(*text, "Niet getoond: ");
}

static void test_line_ends_in_labels(void **state)
{
    struct sample s;
    char *text;
    (void)state;
    sample_release(&s);
    assert_non_null(note_of(&s, "een\n# twee\x1b[31m", &text));
    assert_non_null(strstr(text, "‘een \\# twee \\[31m’"));
    free(text);
    wrd_arena_free(s.arena);
}

static void test_leading_markers(void **state)
{
    static const struct {
        const char *name, *want;
    } cases[] = {
        { "- Noord", "\n\\- Noord, meting 2026." },
        { "3. Noord", "\n3\\. Noord, meting 2026." },
        { "12 dorpen", "\n12 dorpen, meting 2026." },
        { "=====", "\n\\=====, meting 2026." },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample s;
        char *text;
        sample_release(&s);
        s.study.municipality_name = cases[i].name;
        text = markdown_of(&s, WRD_NL);
        print_message("  %s\n", cases[i].name);
        assert_non_null(strstr(text, cases[i].want));
        free(text);
        wrd_arena_free(s.arena);
    }
}

static void test_show(void **state)
{
    struct wrd_diag *diag = wrd_diag_new();
    struct written written;
    struct sample s;
    char *text;
    (void)state;
    sample_release(&s);
    assert_int_equal(wrd_write_shown(&s.release, "o_evil", WRD_NL, written_begin(&written), diag),
                     WRD_OK);
    text = written_end(&written);
    print_message("  a terminal needs no escapes\n");
    assert_non_null(strstr(text, SAMPLE_EVIL " (o_evil)\n"));
    assert_null(strstr(text, "v_a1"));
    free(text);
    print_message("  an unknown table is wrong use\n");
    assert_int_equal(wrd_write_shown(&s.release, "v_a2", WRD_NL, written_begin(&written), diag),
                     WRD_EUSAGE);
    assert_string_equal(written_end(&written), "");
    free(written.text);
    assert_int_equal(wrd_diag_status(diag), WRD_EUSAGE);
    wrd_arena_free(s.arena);
    wrd_diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dutch),
        cmocka_unit_test(test_english),
        cmocka_unit_test(test_labels_stay_text),
        cmocka_unit_test(test_line_ends_in_labels),
        cmocka_unit_test(test_leading_markers),
        cmocka_unit_test(test_show),
    };
    return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
