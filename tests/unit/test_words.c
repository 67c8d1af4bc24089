/* The catalogue of words: both languages, the same placeholders, sentences that a council reads. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "model/words.h"
#include "support/plain.h"

static const char *const names[] = {
#define WORD(id, nl, en) #id,
#include "model/words.def"
#undef WORD
};

static unsigned placeholders(const char *text)
{
    unsigned set = 0;
    for (; (text = strchr(text, '{')) != NULL; text++)
        if (text[1] >= '1' && text[1] <= '9' && text[2] == '}')
            set |= 1u << (text[1] - '0');
    return set;
}

static void test_both_languages(void **state)
{
    (void)state;
    for (int i = 0; i < WRD_WORDS; i++) {
        const char *nl = wrd_word((enum wrd_word)i, WRD_NL),
                   *en = wrd_word((enum wrd_word)i, WRD_EN);
        if (*nl == '\0' || *en == '\0' || placeholders(nl) != placeholders(en))
            fail_msg("%s: a language is empty or fills in something else", names[i]);
    }
}

static void test_short_sentences(void **state)
{
    (void)state;
    for (int i = 0; i < WRD_WORDS; i++)
        for (int lang = 0; lang < WRD_LANGS; lang++) {
            const char *text = wrd_word((enum wrd_word)i, (enum wrd_lang)lang);
            if (longest_sentence(text) > LONGEST_SENTENCE)
                fail_msg("%s: more than %d words in '%s'", names[i], LONGEST_SENTENCE, text);
        }
}

static void test_no_cause(void **state)
{
    (void)state;
    for (int i = 0; i < WRD_WORDS; i++)
        for (int lang = 0; lang < WRD_LANGS; lang++)
            assert_null(cause_in(wrd_word((enum wrd_word)i, (enum wrd_lang)lang)));
}

static void test_the_measure_measures(void **state)
{
    (void)state;
    assert_int_equal(longest_sentence("Een twee drie. Vier vijf."), 3);
    assert_int_equal(longest_sentence("{1} van de 1.200 {2}"), 5);
    assert_int_equal(placeholders("{1} en {3}"), 1u << 1 | 1u << 3);
}

static void test_filling_in(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    (void)state;
    assert_string_equal(wrd_sentence(arena, WRD_WORD_RANGE, WRD_NL, "55", "69"), "55 tot 69");
    assert_string_equal(wrd_sentence(arena, WRD_WORD_RANGE, WRD_EN, "55", "69"), "55 to 69");
    print_message("  what is filled in is not looked at again\n");
    assert_string_equal(wrd_sentence(arena, WRD_WORD_RANGE, WRD_NL, "{2}", "69"), "{2} tot 69");
    print_message("  what is not given becomes nothing\n");
    assert_string_equal(wrd_sentence(arena, WRD_WORD_RANGE, WRD_NL, "55"), "55 tot ");
    wrd_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_measure_measures), cmocka_unit_test(test_both_languages),
        cmocka_unit_test(test_short_sentences),      cmocka_unit_test(test_no_cause),
        cmocka_unit_test(test_filling_in),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
