/* UTF-8 text.  Folding: expected values are those of Python's unicodedata (NFC) and str.casefold.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "core/text.h"
#include "support/arena.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define NBSP "\xC2\xA0"
#define BOM "\xEF\xBB\xBF"

/* The cases are those of Unicode 15, table 3-7. */
static const struct {
    const char *name;
    const char *text;
    size_t valid;
} utf8[] = {
    { "nothing", "", 0 },
    { "ASCII", "abc", 3 },
    { "two, three and four bytes", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x8E", 9 },
    { "a byte of Windows-1252", "caf\xE9", 3 },
    { "overlong slash", "\xC0\xAF", 0 },
    { "overlong in three bytes", "a\xE0\x80\xAF", 1 },
    { "surrogate", "ab\xED\xA0\x80", 2 },
    { "above U+10FFFF", "\xF4\x90\x80\x80", 0 },
    { "cut off at the end", "abc\xE2\x82", 3 },
    { "a lone continuation byte", "\x80", 0 },
    { "U+FFFF is well-formed", "\xEF\xBF\xBF", 3 },
};

static void test_valid(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(utf8); i++) {
        print_message("  %s\n", utf8[i].name);
        assert_int_equal(wrd_utf8_valid(utf8[i].text, strlen(utf8[i].text)), utf8[i].valid);
    }
    assert_int_equal(wrd_utf8_count("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x8Ex", 10), 4);
}

static void test_mend(void **state)
{
    (void)state;
    assert_string_equal(wrd_utf8_mend(arena, "caf\xE9 x\xFF", 7), "caf\xEF\xBF\xBD x\xEF\xBF\xBD");
    assert_string_equal(wrd_utf8_mend(arena, "caf\xC3\xA9", 5), "caf\xC3\xA9");
}

static const struct {
    const char *text;
    const char *folded;
} folds[] = {
    { "Ja", "ja" },
    { "  Zeer \t eens\r\n", "zeer eens" },
    { NBSP "Geen" NBSP NBSP "mening" NBSP, "geen mening" },
    { BOM "id", "id" },
    { "zeer" BOM " tevr" BOM "eden", "zeer tevreden" },
    { "e" BOM "\xCC\x81", "\xC3\xA9" },
    { "a\xE2\x80\x89"
      "b",
      "a b" },                        /* thin space */
    { "CAF\xC3\x89", "caf\xC3\xA9" }, /* É */
    { "\xE2\x80\x9CIt\xE2\x80\x99s\xE2\x80\x9D", "\"it's\"" },
    { "5 \xE2\x80\x93 6 \xE2\x80\x94 \xE2\x88\x92"
      "1 \xE2\x82\xAC",
      "5 - 6 - -1 \xE2\x82\xAC" },     /* en dash, em dash, minus; no other sign */
    { "cafe\xCC\x81", "caf\xC3\xA9" }, /* e and a combining accent */
    { "Stra\xC3\x9F"
      "e",
      "strasse" }, /* ß */
    { "\xCE\xA3\xCE\xAF\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x82",
      "\xCF\x83\xCE\xAF\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x83" }, /* final sigma */
    { "caf\xE9  X", "caf\xE9 X" },                                  /* not UTF-8: spaces only */
    { "", "" },
    { " \t", "" },
};

static void test_fold(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(folds); i++) {
        char *once = wrd_text_fold(arena, folds[i].text, strlen(folds[i].text));
        assert_string_equal(once, folds[i].folded);
        assert_string_equal(wrd_text_fold(arena, once, strlen(once)), once);
    }
}

static void test_trim(void **state)
{
    (void)state;
    static const struct {
        const char *text, *trimmed;
    } cases[] = {
        { " a b ", "a b" }, { BOM NBSP "a" NBSP BOM, "a" },
        { "\r\n", "" },     { "", "" },
        { "\xA0", "\xA0" }, { "\xC3\xA9 ", "\xC3\xA9" },
        { NBSP, "" },       { "a\xE2\x80\x83", "a" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *text = cases[i].text;
        size_t len = strlen(text);
        wrd_text_trim(&text, &len);
        assert_int_equal(len, strlen(cases[i].trimmed));
        assert_memory_equal(text, cases[i].trimmed, len);
    }
}

static void test_visible(void **state)
{
    (void)state;
    static const struct {
        const char *text, *visible;
    } cases[] = {
        { "gewoon \xC3\xA9", "gewoon \xC3\xA9" },
        { "\033[2Jweg", "\\x1b[2Jweg" },
        { "a\nb\tc\rd\177", "a\\nb\\tc\\rd\\x7f" },
        { "\xC2\x9B"
          "2J",
          "\\x9b2J" }, /* CSI in one character */
        { "\xE2\x80\xAE"
          "txt",
          "\\u202etxt" }, /* right to left */
        { "caf\xE9", "caf\\xe9" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(wrd_text_visible(arena, cases[i].text), cases[i].visible);
}

static void test_names(void **state)
{
    (void)state;
    assert_true(wrd_is_name("v_a1", 64));
    assert_true(wrd_is_name("a", 1));
    assert_false(wrd_is_name("ab", 1));
    assert_false(wrd_is_name("", 64));
    assert_false(wrd_is_name("1a", 64));
    assert_false(wrd_is_name("_a", 64));
    assert_false(wrd_is_name("vA", 64));
    assert_false(wrd_is_name("v\xC3\xA9", 64));
    assert_true(wrd_is_study_id("2026-voorbeeldstad"));
    assert_false(wrd_is_study_id("voorbeeld_stad"));
    assert_false(wrd_is_study_id(""));
    assert_true(wrd_is_code("AO01"));
    assert_true(wrd_is_code("-oth_er.1-"));
    assert_true(wrd_is_code("12345678901234567890123456789012"));
    assert_false(wrd_is_code("123456789012345678901234567890123"));
    assert_false(wrd_is_code("a b"));
    assert_false(wrd_is_code("a+b"));
    assert_false(wrd_is_code(""));
    assert_true(wrd_text_is("yes", 3, "yes"));
    assert_false(wrd_text_is("yes", 2, "yes"));
    assert_false(wrd_text_is("yes", 3, "ye"));
}

static void test_answer_shown(void **state)
{
    (void)state;
    assert_string_equal(wrd_answer_shown(arena, "612", 3, 1), "612");
    assert_string_equal(wrd_answer_shown(arena, "eens", 4, 5), "eens");
    assert_ptr_equal(strstr(wrd_answer_shown(arena, "6123", 4, 4), "6123"), NULL);
    assert_string_equal(wrd_answer_shown(arena, "-61", 3, 1),
                        "a text of 3 characters\036een tekst van 3 tekens");
    assert_string_equal(wrd_answer_shown(arena, "\xC3\xA9", 2, 1),
                        "a text of 1 character\036een tekst van 1 teken");
    assert_string_equal(wrd_answer_shown(arena, "", 0, 1),
                        "a text of 0 characters\036een tekst van 0 tekens");
}

static void test_nearest(void **state)
{
    (void)state;
    static const char *const words[] = { "sources", "waves", "study", "analysis", "by" };
    assert_string_equal(wrd_text_nearest("source", words, 5), "sources");
    assert_string_equal(wrd_text_nearest("wvaes", words, 5), "waves"); /* two edits */
    assert_string_equal(wrd_text_nearest("anlysis", words, 5), "analysis");
    assert_null(wrd_text_nearest("colour", words, 5));
    assert_null(wrd_text_nearest("bx", words, 5)); /* one edit is half of it */
    assert_null(wrd_text_nearest("", words, 5));
    assert_null(wrd_text_nearest("waves", words, 0));
}

static void test_hidden(void **state)
{
    static const struct {
        const char *text, *hidden; /* NULL: nothing */
    } cases[] = {
        { "", NULL },
        { "caf\xC3\xA9\tnu\r\n", NULL },
        { "a\xE2\x80\xAE"
          "b\x07",
          "\\u202e" },
        { "a\x1b[2J", "\\x1b" },
        { "a\x7f", "\\x7f" },
        { "a\xC2\x9B", "\\x9b" },
        { "a\xE2\x81\xA6", "\\u2066" },
        { "a\xE2\x80\xA8", "\\u2028" },
        { "\xE2\x80\x8F\xD9\x85", NULL }, /* a mark of direction, with Arabic */
        { "a\xE2\x80\x8B"
          "b\xC2\xAD\xEF\xBB\xBF",
          NULL },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *hidden = wrd_text_hidden(arena, cases[i].text, strlen(cases[i].text));
        if (!cases[i].hidden)
            assert_null(hidden);
        else
            assert_string_equal(hidden, cases[i].hidden);
    }
}

static void test_join(void **state)
{
    (void)state;
    static const char *const words[] = { "a", "", "c" };
    assert_string_equal(wrd_text_join(arena, words, 3, ", "), "a, , c");
    assert_string_equal(wrd_text_join(arena, words, 1, ", "), "a");
    assert_string_equal(wrd_text_join(arena, words, 0, ", "), "");
    print_message("  parts of a cross\n");
    assert_string_equal(wrd_text_part(arena, "age", 0), "age");
    assert_null(wrd_text_part(arena, "age", 1));
    assert_string_equal(wrd_text_part(arena, "age * gender", 0), "age");
    assert_string_equal(wrd_text_part(arena, "age * gender", 1), "gender");
    assert_null(wrd_text_part(arena, "age*gender", 2));
    assert_string_equal(wrd_text_part(arena, "age*", 1), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_valid),        cmocka_unit_test(test_mend),
        cmocka_unit_test(test_fold),         cmocka_unit_test(test_trim),
        cmocka_unit_test(test_visible),      cmocka_unit_test(test_names),
        cmocka_unit_test(test_answer_shown), cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_join),         cmocka_unit_test(test_hidden),
    };
    return cmocka_run_group_tests_name("text", tests, arena_open, arena_close);
}
