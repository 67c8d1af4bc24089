/* Text in lines of at most 80 characters.  Expected values by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "core/wrap.h"
#include "support/written.h"

#define TEN "123456789 "
#define SEVENTY TEN TEN TEN TEN TEN TEN TEN

static const struct {
    const char *name;
    const char *label;
    size_t indent;
    const char *text, *want;
} cases[] = {
    { "nothing", "", 2, "", "\n" },
    { "below a name", "", 2, "a b", "  a b\n" },
    { "beside a label", "  why", 8, "a b", "  why   a b\n" },
    { "a label that is as long as the indent", "why:", 4, "a", "why:a\n" },
    { "80 characters are a line", "", 0, SEVENTY "1234567890", SEVENTY "1234567890\n" },
    { "81 are two", "", 0, SEVENTY "1234567890x", SEVENTY "\b\n1234567890x\n" },
    { "what follows stands under the start", "ab", 4, SEVENTY "1234567",
      "ab  " SEVENTY "\b\n    1234567\n" },
    { "characters count, not bytes", "", 0,
      SEVENTY "\xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB"
              "67890",
      SEVENTY "\xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB"
              "67890\n" },
    { "two spaces stay two inside a line", "", 0, "choose  weights: grid",
      "choose  weights: grid\n" },
    { "and go where the line breaks", "", 2, SEVENTY "  123456789",
      "  " SEVENTY "\b\n  123456789\n" },
};

/* In a wanted text \b takes back the space before it, which is the one that the line broke at. */
static char *without_taken_back(struct written *into, const char *text)
{
    FILE *to = written_begin(into);
    for (; *text; text++)
        if (*text != '\b' && text[1] != '\b')
            fputc(*text, to);
    return written_end(into);
}

static void test_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct written got, wanted;
        wrd_wrap(written_begin(&got), cases[i].label, cases[i].indent, cases[i].text);
        char *text = written_end(&got), *want = without_taken_back(&wanted, cases[i].want);
        print_message("  %s\n", cases[i].name);
        assert_string_equal(text, want);
        free(text);
        free(want);
    }
}

static void test_a_word_that_fits_nowhere_stays_whole(void **state)
{
    char word[100] = "";
    struct written got;
    (void)state;
    memset(word, 'x', sizeof word - 1);
    wrd_wrap(written_begin(&got), "", 2, word);
    char *text = written_end(&got);
    assert_int_equal(strspn(text + 2, "x"), sizeof word - 1);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_a_word_that_fits_nowhere_stays_whole),
    };
    return cmocka_run_group_tests_name("wrap", tests, NULL, NULL);
}
