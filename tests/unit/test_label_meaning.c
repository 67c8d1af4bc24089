/* What the labels of answers say: the sides of agreement, why an answer is missing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/label_meaning.h"

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
        assert_int_equal(wrd_label_reason(cases[i].label, true), cases[i].reason);
        assert_int_equal(wrd_label_is_dont_know(cases[i].label), cases[i].only_dont_know);
    }
}

/* Of a label that may be an answer, all the words count. */
static void test_reason_of_any_label(void **state)
{
    static const struct {
        enum wrd_reason reason;
        const char *labels[16];
    } cases[] = {
        { WRD_DONT_KNOW,
          { "don't know", "do not know", "i don't know", "don't know or no opinion", "no opinion",
            "unsure", "weet ik niet", "weet niet", "weet ik niet of geen mening", "geen mening",
            "weet niet/geen mening", "weet ik niet / geen mening", "Weet het niet", "not sure" } },
        { WRD_NOT_APPLICABLE,
          { "not applicable", "does not apply", "n/a", "niet van toepassing", "n.v.t.", "nvt",
            "unfamiliar (n/a)" } },
        { WRD_REFUSED,
          { "prefer not to say", "rather not say", "prefer not to answer", "zeg ik liever niet",
            "wil ik niet zeggen", "liever niet zeggen", "Geweigerd" } },
        { WRD_NOT_ASKED, { "niet gevraagd" } },
        { WRD_NO_REASON,
          { "liever niet", "ik wil niet meer", "technisch", "systeembeheer",
            "geen mening over sport", "ik weet niet wie", "refuse collection", "overig", "" } },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (const char *const *label = cases[i].labels; *label; label++) {
            print_message("  '%s'\n", *label);
            assert_int_equal(wrd_label_reason(*label, false), cases[i].reason);
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
        cmocka_unit_test(test_reason_of_any_label),
        cmocka_unit_test(test_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
