/* Numbers without locale.  Expected values by hand, unless said otherwise. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/number.h"
#include "support/close.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
    const char *text;
    char mark;
    bool good;
    int64_t units;
    int decimals;
} decimals[] = {
    { "0", '.', true, 0, 0 },
    { "-0", '.', true, 0, 0 },
    { "12", '.', true, 12, 0 },
    { "007", '.', true, 7, 0 },
    { "3,5", ',', true, 35, 1 },
    { "3.5", '.', true, 35, 1 },
    { "-3.5", '.', true, -35, 1 },
    { "\xE2\x88\x92"
      "3.5",
      '.', true, -35, 1 }, /* U+2212 */
    { "12.50", '.', true, 125, 1 },
    { "0.05", '.', true, 5, 2 },
    { "100.00", '.', true, 100, 0 },
    { "999999999999999999", '.', true, 999999999999999999, 0 },
    { "-999999999999999999", '.', true, -999999999999999999, 0 },
    { "000999999999999999999.000", '.', true, 999999999999999999, 0 },
    { "0.999999999999999999", '.', true, 999999999999999999, 18 },
    { "0.000000000000000001", '.', true, 1, 18 },
    { "0.10000000000000000000000", '.', true, 1, 1 },
    { "1000000000000000000", '.', false, 0, 0 }, /* 19 digits */
    { "9223372036854775807", '.', false, 0, 0 }, /* the limit of 64 bits has 19 */
    { "0.0000000000000000001", '.', false, 0, 0 },
    { "1.0000000000000000001", '.', false, 0, 0 },
    { "3,5", '.', false, 0, 0 },
    { "3.5", ',', false, 0, 0 },
    { "1O", '.', false, 0, 0 },
    { "1e3", '.', false, 0, 0 },
    { "+5", '.', false, 0, 0 },
    { "1.", '.', false, 0, 0 },
    { ".5", '.', false, 0, 0 },
    { "-.5", '.', false, 0, 0 },
    { "1.234,5", ',', false, 0, 0 },
    { "1.2.3", '.', false, 0, 0 },
    { "--1", '.', false, 0, 0 },
    { "-", '.', false, 0, 0 },
    { "", '.', false, 0, 0 },
    { " 1", '.', false, 0, 0 },
    { "1 ", '.', false, 0, 0 },
    { "1 000", '.', false, 0, 0 },
    { "0x10", '.', false, 0, 0 },
    { "nan", '.', false, 0, 0 },
    { "inf", '.', false, 0, 0 },
    { "\xD9\xA1", '.', false, 0, 0 }, /* Arabic-Indic digit one */
};

static void test_decimal_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(decimals); i++) {
        struct wrd_decimal got = { 77, 7 };
        bool good =
            wrd_decimal_read(decimals[i].text, strlen(decimals[i].text), decimals[i].mark, &got);
        if (good != decimals[i].good)
            fail_msg("'%s' with mark '%c'", decimals[i].text, decimals[i].mark);
        assert_int_equal(got.units, good ? decimals[i].units : 77);
        assert_int_equal(got.decimals, good ? decimals[i].decimals : 7);
    }
}

static void test_a_nul_is_no_number(void **state)
{
    (void)state;
    struct wrd_decimal decimal;
    int64_t integer;
    assert_false(wrd_decimal_read("1\0", 2, '.', &decimal));
    assert_false(wrd_integer_read("1\0", 2, &integer));
    assert_false(wrd_integer_read("1\0005", 3, &integer));
}

static const struct {
    const char *text;
    bool good;
    int64_t number;
} integers[] = {
    { "0", true, 0 },    { "-12", true, -12 }, { "999999999999999999", true, 999999999999999999 },
    { "1.0", false, 0 }, { "1,0", false, 0 },  { "1000000000000000000", false, 0 },
    { "", false, 0 },    { "+1", false, 0 },   { "12a", false, 0 },
};

static void test_integer_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(integers); i++) {
        int64_t got = 0;
        print_message("  '%s'\n", integers[i].text);
        assert_int_equal(wrd_integer_read(integers[i].text, strlen(integers[i].text), &got),
                         integers[i].good);
        assert_int_equal(got, integers[i].number);
    }
}

static const struct {
    const char *name;
    struct wrd_decimal number;
    uint8_t decimals;
    bool exact;
    int64_t scaled;
    bool fits;
    int64_t rounded;
} scales[] = {
    { "12.5 in tenths", { 125, 1 }, 1, true, 125, true, 125 },
    { "12.5 in hundredths", { 125, 1 }, 2, true, 1250, true, 1250 },
    { "12.5 whole: half away from zero", { 125, 1 }, 0, false, 0, true, 13 },
    { "-12.5 whole: half away from zero", { -125, 1 }, 0, false, 0, true, -13 },
    { "12.4 whole", { 124, 1 }, 0, false, 0, true, 12 },
    { "-12.4 whole", { -124, 1 }, 0, false, 0, true, -12 },
    { "12.49999 to tenths", { 1249999, 5 }, 1, false, 0, true, 125 },
    { "0.05 to tenths", { 5, 2 }, 1, false, 0, true, 1 },
    { "-0.04 to tenths", { -4, 2 }, 1, false, 0, true, 0 },
    { "12.0 written with a zero", { 120, 1 }, 0, true, 12, true, 12 },
    { "largest", { INT64_MAX, 0 }, 0, true, INT64_MAX, true, INT64_MAX },
    { "smallest", { INT64_MIN, 0 }, 0, true, INT64_MIN, true, INT64_MIN },
    { "largest in tenths does not fit", { INT64_MAX, 0 }, 1, false, 0, false, 0 },
    { "smallest in tenths does not fit", { INT64_MIN, 0 }, 1, false, 0, false, 0 },
    { "nine and a bit at 18", { 9, 0 }, 18, true, 9000000000000000000, true, 9000000000000000000 },
    { "ten does not fit at 18", { 10, 0 }, 18, false, 0, false, 0 },
    { "zero fits everywhere", { 0, 0 }, 18, true, 0, true, 0 },
    { "largest of 18 decimals, whole", { INT64_MAX, 18 }, 0, false, 0, true, 9 },
    { "smallest of 18 decimals, whole", { INT64_MIN, 18 }, 0, false, 0, true, -9 },
};

static void test_scale_and_round(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(scales); i++) {
        int64_t got = 0;
        print_message("  %s\n", scales[i].name);
        assert_int_equal(wrd_decimal_scale(scales[i].number, scales[i].decimals, &got),
                         scales[i].exact);
        assert_int_equal(got, scales[i].scaled);
        got = 0;
        assert_int_equal(wrd_decimal_round(scales[i].number, scales[i].decimals, &got),
                         scales[i].fits);
        assert_int_equal(got, scales[i].rounded);
    }
}

static const struct {
    struct wrd_decimal a, b;
    int order;
} comparisons[] = {
    { { 125, 1 }, { 1250, 2 }, 0 },
    { { 125, 1 }, { 1249, 2 }, 1 },
    { { -125, 1 }, { 1, 0 }, -1 },
    { { INT64_MAX, 0 }, { INT64_MAX, 18 }, 1 },
    { { INT64_MIN, 0 }, { INT64_MAX, 18 }, -1 },
    { { INT64_MIN, 18 }, { INT64_MIN, 0 }, 1 },
    { { 0, 0 }, { 0, 18 }, 0 },
};

static void test_compare(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(comparisons); i++) {
        assert_int_equal(wrd_decimal_compare(comparisons[i].a, comparisons[i].b),
                         comparisons[i].order);
        assert_int_equal(wrd_decimal_compare(comparisons[i].b, comparisons[i].a),
                         -comparisons[i].order);
    }
}

/* The compiler reads these constants as the nearest double, so the two must be the same bits. */
static void test_double_is_the_nearest(void **state)
{
    (void)state;
    static const struct {
        struct wrd_decimal number;
        double nearest;
    } cases[] = {
        { { 0, 5 }, 0 },
        { { 1, 1 }, 0.1 },
        { { -125, 1 }, -12.5 },
        { { 123456789012345678, 17 }, 1.23456789012345678 },
        { { 999999999999999999, 18 }, 0.999999999999999999 },
        { { 9007199254740993, 0 }, 9007199254740993.0 },
        { { 9007199254740993, 9 }, 9007199.254740993 },
        { { 9007199254740993001, 3 }, 9007199254740993.001 }, /* a hair above a tie */
        { { INT64_MAX, 18 }, 9.223372036854775807 },
        { { INT64_MIN, 18 }, -9.223372036854775808 },
        { { 1, 18 }, 1e-18 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        double got = wrd_decimal_double(cases[i].number);
        if (got != cases[i].nearest)
            fail_msg("got %.17g, nearest is %.17g", got, cases[i].nearest);
    }
}

static const struct {
    const char *name;
    double value;
    int decimals;
    double rounded;
    const char *shown; /* with a comma */
} roundings[] = {
    { "half goes up", 2.5, 0, 3, "3" },
    { "half goes down below zero", -2.5, 0, -3, "-3" },
    { "just under a half", 2.4999, 0, 2, "2" },
    { "0.5", 0.5, 0, 1, "1" },
    { "-0.4 is 0, not -0", -0.4, 0, 0, "0" },
    { "-0.0", -0.0, 1, 0, "0,0" },
    { "29 of 200, one way", 29.0 / 200 * 100, 0, 15, "15" },
    { "29 of 200, the other way", 100.0 * 29 / 200, 0, 15, "15" },
    { "14.499999", 14.499999, 0, 14, "14" },
    { "1.005 is meant as it was written", 1.005, 2, 1.01, "1,01" },
    { "a mean of 7.25", 7.25, 1, 7.3, "7,3" },
    { "-0.05", -0.05, 1, -0.1, "-0,1" },
    { "a whole number with a decimal", 3, 1, 3, "3,0" },
    { "a hundred", 100, 0, 100, "100" },
    { "below one, with zeros", 0.007, 3, 0.007, "0,007" },
    { "large", 123456789.25, 1, 123456789.3, "123456789,3" },
    /* The texts are the decimals written here, rounded by hand; none is near a half by accident. */
    { "twelve digits are not near a half", 999999999999.4, 0, 999999999999, "999999999999" },
    { "thirteen digits as they are", 1234567890123.4, 1, 1234567890123.4, "1234567890123,4" },
    { "also below zero", -1234567890123.4, 1, -1234567890123.4, "-1234567890123,4" },
    { "under a half behind twelve digits", 123456789012.24, 1, 123456789012.2, "123456789012,2" },
    { "a half behind twelve digits", 123456789012.25, 1, 123456789012.3, "123456789012,3" },
    { "fifteen digits", 99999999999999.9, 1, 99999999999999.9, "99999999999999,9" },
    { "fifteen digits, two decimals", 1234567890123.45, 2, 1234567890123.45, "1234567890123,45" },
    { "twelve digits that round up to thirteen", 999999999999.96, 1, 1e12, "1000000000000,0" },
    { "2^51 and a half", 2251799813685248.5, 0, 2251799813685249, "2251799813685249" },
    { "2^52 and one", 4503599627370497, 0, 4503599627370497, "4503599627370497" },
    { "the last below 2^53", 9007199254740991, 0, 9007199254740991, "9007199254740991" },
};

static void test_round_and_fixed(void **state)
{
    (void)state;
    char room[WRD_NUMBER_ROOM];
    for (size_t i = 0; i < COUNT(roundings); i++) {
        print_message("  %s\n", roundings[i].name);
        double got = wrd_round(roundings[i].value, roundings[i].decimals);
        assert_close(got, roundings[i].rounded, 1e-15);
        assert_false(signbit(got) && got == 0);
        assert_string_equal(wrd_number_fixed(room, roundings[i].value, roundings[i].decimals, ','),
                            roundings[i].shown);
    }
    assert_close(wrd_round(NAN, 0), NAN, 0);
    assert_close(wrd_round(1e300, 3), 1e300, 0);
    assert_close(wrd_round(-INFINITY, 3), -INFINITY, 0);
    assert_string_equal(wrd_number_fixed(room, NAN, 1, '.'), "");
    assert_string_equal(wrd_number_fixed(room, 1e300, 1, '.'), "1.0000000000000001e+300");
}

/* A number of 15 digits is written with the digits it was made of, wherever the mark stands. */
static void test_fifteen_digits_stay(void **state)
{
    (void)state;
    enum { DIGITS = 15 };
    uint64_t units = 1;
    for (int i = 0; i < 20000; i++) {
        units = units * 6364136223846793005 + 1442695040888963407;
        const struct wrd_decimal number = { (int64_t)(100000000000000 + units % 900000000000000),
                                            (uint8_t)(i % DIGITS) };
        char digits[DIGITS + 1], wanted[DIGITS + 2], room[WRD_NUMBER_ROOM];
        const int before = DIGITS - number.decimals;
        snprintf(digits, sizeof digits, "%lld", (long long)number.units);
        snprintf(wanted, sizeof wanted, "%.*s%s%s", before, digits, number.decimals ? "." : "",
                 digits + before);
        assert_string_equal(
            wrd_number_fixed(room, wrd_decimal_double(number), number.decimals, '.'), wanted);
    }
}

static void test_integers_written(void **state)
{
    (void)state;
    char room[WRD_NUMBER_ROOM];
    assert_string_equal(wrd_number_integer(room, 0), "0");
    assert_string_equal(wrd_number_integer(room, -120), "-120");
    assert_string_equal(wrd_number_integer(room, INT64_MAX), "9223372036854775807");
    assert_string_equal(wrd_number_integer(room, INT64_MIN), "-9223372036854775808");
    assert_string_equal(wrd_number_unsigned(room, UINT64_MAX), "18446744073709551615");
    struct wrd_arena *arena = wrd_arena_new();
    assert_string_equal(wrd_count_text(arena, 1234567), "1234567");
    wrd_arena_free(arena);
}

static void test_decimals_written(void **state)
{
    (void)state;
    char room[WRD_NUMBER_ROOM];
    static const struct {
        struct wrd_decimal number;
        const char *text;
    } cases[] = {
        { { 125, 1 }, "12.5" }, { { 1250, 2 }, "12.5" },
        { { 100, 2 }, "1" },    { { 0, 18 }, "0" },
        { { -5, 2 }, "-0.05" }, { { INT64_MIN, 18 }, "-9.223372036854775808" },
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(wrd_number_decimal(room, cases[i].number, '.'), cases[i].text);
}

/* %.17g of C's printf, as Python prints '%.17g' % x. */
static void test_exact(void **state)
{
    (void)state;
    char room[WRD_NUMBER_ROOM];
    assert_string_equal(wrd_number_exact(room, 0.1), "0.10000000000000001");
    assert_string_equal(wrd_number_exact(room, -1234.5), "-1234.5");
    assert_string_equal(wrd_number_exact(room, 1e-320), "9.9998886718268301e-321");
    assert_string_equal(wrd_number_exact(room, -1.7976931348623157e308),
                        "-1.7976931348623157e+308");
    assert_string_equal(wrd_number_exact(room, -0.0), "0");
    assert_string_equal(wrd_number_exact(room, NAN), "");
}

static void test_no_locale_is_seen(void **state)
{
    (void)state;
    static const char *const with_a_comma[] = { "nl_NL.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8" };
    bool set = false;
    for (size_t i = 0; i < COUNT(with_a_comma) && !set; i++)
        set = setlocale(LC_ALL, with_a_comma[i]) != NULL;
    if (!set) {
        print_message("  skipped: no locale with a decimal comma on this machine\n");
        skip();
    }
    char room[WRD_NUMBER_ROOM];
    struct wrd_decimal number;
    assert_string_equal(wrd_number_exact(room, 0.5), "0.5");
    assert_string_equal(wrd_number_fixed(room, 0.5, 1, '.'), "0.5");
    assert_true(wrd_decimal_read("0.5", 3, '.', &number));
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decimal_read),      cmocka_unit_test(test_a_nul_is_no_number),
        cmocka_unit_test(test_integer_read),      cmocka_unit_test(test_scale_and_round),
        cmocka_unit_test(test_compare),           cmocka_unit_test(test_double_is_the_nearest),
        cmocka_unit_test(test_round_and_fixed),   cmocka_unit_test(test_integers_written),
        cmocka_unit_test(test_decimals_written),  cmocka_unit_test(test_exact),
        cmocka_unit_test(test_no_locale_is_seen), cmocka_unit_test(test_fifteen_digits_stay),
    };
    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
