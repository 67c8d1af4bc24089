/* tests/unit/test_money_output.c - no financial figure in what is published, gate G3 of
 * PROTECTION.md: a file with the string in it is refused, whatever writer or gate let it through.
 *
 * The strings are those of PROTECTION.md (adversarial set) in the places of each format, made up
 * for this test. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/book.h"

#define FOLDER ".build/unit/money-output"

/* A file of the set with the string in it; at: how the message tells its place, NULL: let through */
struct staged_case {
    const char *name, *bytes, *at;
};

static const struct staged_case cases[] = {
    /* CSV: cells, headers, rows */
    { "results.csv", "study,value\r\na,12\r\n", NULL },
    { "results.csv", "study,value\r\na,\"\xE2\x82\xAC 12,50\"\r\n", "results.csv:2" },
    { "results.csv", "study,Waarde (EUR)\r\na,12\r\n", "results.csv:1" },
    { "results.csv", "study,unit,value\r\na,EUR,12.50\r\n", "results.csv:2" },
    { "results.csv", "study,unit,value\r\na,eur,12.50\r\n", "results.csv:2" },
    { "results.csv", "code,value\r\nuurloon,3\r\n", "results.csv:2" },
    { "quality.csv", "\xEF\xBB\xBFnote\r\n\"twaalf\neuro\"\r\n", "quality.csv:2" },
    { "quality.csv", "note\r\nx;\"\r\n", "E0781" },
    /* Markdown */
    { "tables.nl.md", "# Waarde op zich\n\n| eens | 58 % |\n", NULL },
    { "tables.nl.md", "# SROI\n", "tables.nl.md:1" },
    { "tables.nl.md", "a\n\n| per uur | **twaalf** euro |\n", "tables.nl.md:3" },
    { "tables.nl.md", "a<b>\xE2\x82\xAC</b>12\n", "tables.nl.md:1" },
    { "tables.nl.md", "[x](?q=%E2%82%AC5)\n", "tables.nl.md:1" },
    /* JSON */
    { "manifest.json", "{\n  \"n\": 12\n}\n", NULL },
    { "manifest.json", "{\n  \"n\": \"\\u20ac 12\"\n}\n", "manifest.json:2" },
    { "manifest.json", "{\n  \"hourly rate\": 12\n}\n", "manifest.json:2" },
    /* HTML: text, markup, attributes, style, comments, drawings */
    { "report.nl.html", "<p>Dit rapport noemt geen geldbedragen.</p>", NULL },
    { "report.en.html", "<p>This report names no amounts of money.</p>", NULL },
    { "report.nl.html", "<p>van onschatbare waarde</p><p>n = 12</p>", NULL },
    { "report.nl.html", "<p>12 euro</p>", "report.nl.html:1" },
    { "report.nl.html", "<p>\n&euro;5</p>", "report.nl.html:" },
    { "report.nl.html", "<p>&#128;5</p>", "report.nl.html:1" },
    { "report.nl.html", "<p><span>eu</span><span>ro</span></p>", "report.nl.html:1" },
    { "report.nl.html", "<p>markt<b>waarde</b></p>", "report.nl.html:1" },
    { "report.nl.html", "<table><tr><td>uur<td>loon</table>", NULL },
    { "report.nl.html", "<table><tr><td>economische<td>waarde</table>",
      NULL }, /* a bar ends a phrase */
    { "report.nl.html", "<table><tr><th>USD<td>12</table>", "report.nl.html:1" },
    { "report.nl.html", "<table><tr><th>eur<td>12</table>", "report.nl.html:1" },
    { "report.nl.html", "<p title=\"12 euro\">x</p>", "'attribute'" },
    { "report.nl.html", "<img alt=\"het uurtarief\">", "'attribute'" },
    { "report.nl.html", "<svg><text>5 dollar</text></svg>", "report.nl.html:1" },
    { "report.nl.html", "<svg><title>een tientje</title></svg>", "report.nl.html:1" },
    { "report.nl.html", "<style>p::before{content:\"\xE2\x82\xAC\"}</style>", "'style'" },
    { "report.nl.html", "<style>p::before{content:\"\\20AC\"}</style>", "'style'" },
    { "report.nl.html", "<p>x</p><!-- 12 euro -->", "'comment'" },
    { "report.nl.html", "<title>MKBA</title>", "report.nl.html:1" },
    { "report.nl.html", "<meta content=\"loonkosten\">", "'attribute'" },
    { "report.nl.html", "<p>e\xE2\x80\x8Buro</p>", "report.nl.html:1" },
    { "report.nl.html", "<p>\xD0\xB5ur\xD0\xBE 5</p>", "report.nl.html:1" }, /* Cyrillic e, o */
    { "report.nl.html", "<p>C= 5</p>", "report.nl.html:1" },
    /* names, and kinds nobody can read back */
    { "uurloon.csv", "a\r\n1\r\n", "'name of the file'" },
    { "tables.ods", "a", "E0781" },
};

static void judge(struct book_run *run, const char *name, const char *bytes, const char *at)
{
    const struct wrd_staged file = { name, bytes, strlen(bytes) };
    print_message("  %s: %s\n", name, bytes);
    assert_int_equal(wrd_audit_money(&run->study, run->book, &file, 1, run->diag),
                     at ? WRD_EMONEY : WRD_OK);
    const char *said = book_said(run);
    if (at)
        assert_said(said, at);
    else
        assert_string_equal(said, "");
    free(run->said);
    run->said = NULL;
}

static void test_files(void **state)
{
    struct book_run run;
    (void)state;
    book_write(FOLDER, &(struct book_files){ 0 });
    book_read(&run, FOLDER);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        judge(&run, cases[i].name, cases[i].bytes, cases[i].at);
    book_free(&run);
}

/* The wording of a question about an arrangement, and no other. */
static void test_arrangement(void **state)
{
    static const struct staged_case about[] = {
        { "report.nl.html", "<h3>Is er een onkostenvergoeding geregeld?</h3>", NULL },
        { "report.nl.html", "<h3>Is er een <b>onkostenvergoeding</b> geregeld?</h3>", NULL },
        { "report.nl.html", "<p>Is er een onkostenvergoeding geregeld? ja, 12 %</p>", NULL },
        { "results.csv", "variable,value\r\nkosten,12\r\n", NULL },
        { "report.nl.html", "<p>een onkostenvergoeding</p>", "report.nl.html:1" },
        { "report.nl.html", "<p>Is er een onkostenvergoeding geregeld? 12 euro</p>",
          "report.nl.html:1" },
    };
    struct book_run run;
    (void)state;
    book_write(FOLDER,
               &(struct book_files){ .variables = VARIABLES
                                     "kosten;vol;single;sector;Is er een onkostenvergoeding "
                                     "geregeld?;Q;outcome;;;;;arrangement: it is one;;;;\n" });
    book_read(&run, FOLDER);
    assert_int_equal(run.status, WRD_OK);
    for (size_t i = 0; i < sizeof about / sizeof *about; i++)
        judge(&run, about[i].name, about[i].bytes, about[i].at);
    book_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_arrangement),
    };
    return cmocka_run_group_tests_name("money-output", tests, NULL, NULL);
}
