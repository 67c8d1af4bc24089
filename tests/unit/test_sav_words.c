/* Names, codes, labels, numbers and dates of an SPSS file as our files want them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "core/text.h"
#include "read/sav_parts.h"

static int open_arena(void **state)
{
    *state = wrd_arena_new();
    return 0;
}

static int close_arena(void **state)
{
    wrd_arena_free(*state);
    return 0;
}

static void test_names(void **state)
{
    static const char *const cases[][2] = {
        { "V1", "v1" },
        { "$X_Dummy", "x_dummy" },
        { "@1_vraag", "v_1_vraag" },
        { "Q5.10", "q5_10" },
        { "Q5_10", "q5_10_2" }, /* the name is taken */
        { "Leeftijd_", "leeftijd" },
        { "beïnvloed", "beinvloed" },
        { "___", "v" },
        { "9", "v_9" },
    };
    struct wrd_variable variables[sizeof cases / sizeof *cases] = { 0 };
    struct wrd_codebook book = { .variables = variables };
    struct wrd_imported made = { .book = &book };
    struct wrd_sav_making m = { .arena = *state, .made = &made };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  %s\n", cases[i][0]);
        variables[i].name = wrd_sav_name(&m, cases[i][0]);
        assert_string_equal(variables[i].name, cases[i][1]);
        assert_true(wrd_is_name(variables[i].name, 64));
        book.n_variables++;
    }
    char longest[200];
    memset(longest, 'A', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    for (int i = 0; i < 2; i++) {
        variables[0].name = wrd_sav_name(&m, longest);
        assert_true(wrd_is_name(variables[0].name, 64));
    }
}

static void test_numbers(void **state)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {
        { 1, "1" },
        { -9, "-9" },
        { 0.1, "0.1" },
        { 3.25, "3.25" },
        { 1234.5678, "1234.5678" },
        { 999999999999999, "999999999999999" },
        { 1.0 / 3, "0.333333333333333" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(wrd_sav_number(*state, cases[i].number), cases[i].text);
    assert_null(wrd_sav_number(*state, 1e15));
    assert_null(wrd_sav_number(*state, INFINITY));
    assert_null(wrd_sav_number(*state, NAN));
}

/* Seconds since 1582-10-14, from PSPP 1.6: COMPUTE x = DATE.DMY(d, m, y). */
static void test_dates(void **state)
{
    static const struct {
        const char *name, *format, *text;
        double seconds;
    } cases[] = {
        { "the first day there is", "DATE11", "1582-10-15", 86400 },
        { "the day of Unix", "EDATE10", "1970-01-01", 12219379200.0 },
        { "a leap day", "ADATE10", "2024-02-29", 13928544000.0 },
        { "the last of a year", "SDATE10", "2000-12-31", 13197600000.0 },
        { "with a time", "DATETIME20", "2024-02-29 14:05:09", 13928594709.0 },
        { "a time that the format does not show", "DATE11", "2024-02-29", 13928594709.0 },
        { "before the calendar", "DATE11", NULL, 0 },
        { "behind the year 9999", "DATE11", NULL, 265621680000.0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  %s\n", cases[i].name);
        const char *got = wrd_sav_date(*state, cases[i].format, cases[i].seconds);
        if (cases[i].text)
            assert_string_equal(got, cases[i].text);
        else
            assert_null(got);
    }
    assert_true(wrd_sav_is_date("EDATE10"));
    assert_false(wrd_sav_is_date("DTIME10"));
    assert_false(wrd_sav_is_date("F8.2"));
}

static void test_labels(void **state)
{
    static const char *const cases[][2] = {
        { "  zeer\n mee eens ", "zeer mee eens" },
        { "=1+1", "1+1" }, /* a spreadsheet would compute it */
        { "@naam", "naam" },
        { "+", "v1" },
        { "", "v1" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(wrd_sav_label(*state, cases[i][0], "v1"), cases[i][1]);
    assert_string_equal(wrd_sav_code_of_text(*state, "Ja, soms"), "Ja__soms");
    assert_true(wrd_is_code(wrd_sav_code_of_text(*state, "")));
}

#define ARENA_TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_names),
        ARENA_TEST(test_numbers),
        ARENA_TEST(test_dates),
        ARENA_TEST(test_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
