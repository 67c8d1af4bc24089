/* What the labels of an SPSS file say: the sides of agreement, why an answer is missing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/sav_meaning.h"

static void test_side(void **state)
{
    static const struct {
        const char *label;
        enum wrd_side side;
    } cases[] = {
        { "zeer mee oneens", WRD_SIDE_NEGATIVE },
        { "Mee eens", WRD_SIDE_POSITIVE },
        { "niet eens, niet oneens", WRD_SIDE_NEUTRAL },
        { "niet mee eens", WRD_SIDE_NEGATIVE },
        { "Helemaal NIET mee eens", WRD_SIDE_NEGATIVE },
        { "neither agree nor disagree", WRD_SIDE_NEUTRAL },
        { "Strongly disagree", WRD_SIDE_NEGATIVE },
        { "do not agree", WRD_SIDE_NEGATIVE },
        { "zeer tevreden", WRD_SIDE_POSITIVE },
        { "ontevreden", WRD_SIDE_NEGATIVE },
        { "neutraal", WRD_SIDE_NEUTRAL },
        { "niet ontevreden", WRD_SIDE_NONE },
        { "ineens", WRD_SIDE_NONE }, /* a word that only ends in one */
        { "", WRD_SIDE_NONE },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  '%s'\n", cases[i].label);
        assert_int_equal(wrd_label_side(cases[i].label), cases[i].side);
    }
}

static void test_reason(void **state)
{
    static const struct {
        const char *label;
        enum wrd_reason reason;
        bool only_dont_know;
    } cases[] = {
        { "Weet niet", WRD_DONT_KNOW, true },
        { "weet ik niet of geen mening", WRD_DONT_KNOW, false },
        { "Don\xE2\x80\x99t know", WRD_DONT_KNOW, true },
        { "(geen mening)", WRD_DONT_KNOW, true },
        { "N.v.t.", WRD_NOT_APPLICABLE, false },
        { "NVT", WRD_NOT_APPLICABLE, false },
        { "Niet van toepassing", WRD_NOT_APPLICABLE, false },
        { "Weigert", WRD_REFUSED, false },
        { "wil niet zeggen", WRD_REFUSED, false },
        { "Prefer not to say", WRD_REFUSED, false },
        { "niet gevraagd", WRD_NOT_ASKED, false },
        { "Systeemfout", WRD_TECHNICAL, false },
        { "overig", WRD_NO_REASON, false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  '%s'\n", cases[i].label);
        assert_int_equal(wrd_sav_label_reason(cases[i].label), cases[i].reason);
        assert_int_equal(wrd_label_is_dont_know(cases[i].label), cases[i].only_dont_know);
    }
}

static void test_box(void **state)
{
    (void)state;
    assert_true(wrd_label_is_unticked("Not selected"));
    assert_true(wrd_label_is_unticked("niet gekozen"));
    assert_false(wrd_label_is_unticked("nee")); /* the "no" of a question of its own */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_side),
        cmocka_unit_test(test_reason),
        cmocka_unit_test(test_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
