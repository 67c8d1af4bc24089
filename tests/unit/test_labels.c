/* test_labels.c - labels and lists that look like a slip of the hand (check/labels.c). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/given.h"

static const struct {
    const char *name, *variables, *values, *code, *text; /* code NULL: nothing is said */
} cases[] = {
    { "nothing stands out", "q;vol;;single;a;;outcome;;;\n", "a;1;Ja;Yes;;\na;2;Nee;No;;\n", NULL,
      NULL },
    { "two lists, one label in two ways", "q;vol;;single;a;;outcome;;;\n",
      "a;1;Ja;Yes;;\nb;1;ja ;Yes;;\n", "W0710", "answer 1 of list 'a'" },
    { "the same label in two lists is no slip", "q;vol;;single;a;;outcome;;;\n",
      "a;1;Ja;Yes;;\nb;1;Ja;Yes;;\n", NULL, NULL },
    { "codes 1 3 2", "q;vol;;single;a;;outcome;;;\n", "a;1;A;A;;\na;3;B;B;;\na;2;C;C;;\n", "W0711",
      "3, then 2" },
    { "codes 3 2 1 are in order too", "q;vol;;single;a;;outcome;;;\n",
      "a;3;A;A;;\na;2;B;B;;\na;1;C;C;;\n", NULL, NULL },
    { "a reason stands where it likes", "q;vol;;single;a;;outcome;;;\n",
      "a;9;W;D;dont_know;\na;1;A;A;;\na;2;B;B;;\n", NULL, NULL },
    { "words have no order", "q;vol;;single;a;;outcome;;;\n", "a;x;A;A;;\na;c;B;B;;\na;y;C;C;;\n",
      NULL, NULL },
};

static void test_lists(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct given given = { .variables = cases[i].variables,
                               .values = cases[i].values,
                               .answers = "q\n1\n" };
        print_message("  %s\n", cases[i].name);
        given_read(&given);
        free(given.said);
        wrd_check_labels(given.study, given.book, given.diag);
        given_collect(&given);
        for (const char *code = "W0710\0W0711\0W0712\0W0713\0"; *code; code += 6)
            assert_int_equal(given_said(&given, code) != NULL,
                             cases[i].code && strcmp(cases[i].code, code) == 0);
        if (cases[i].code)
            assert_true(given_said_with(&given, cases[i].code, cases[i].text));
        given_free(&given);
    }
}

static void test_sides_and_scales(void **state)
{
    (void)state;
    struct given given = { .variables = "q;vol;;single;a;;outcome;;;\nr;vol;;single;b;;;;;\n",
                           .values = "a;1;Ja;Yes;;\na;2;Nee;No;;\nb;x;Een;One;;\nb;y;Twee;Two;;\n",
                           .answers = "q;r\n1;x\n" };
    given_read(&given);
    struct wrd_codebook *book = given.book;
    struct wrd_scale scale = { .name = "s" };
    book->scales = &scale;
    book->n_scales = 1;
    book->variables[0].scale = book->variables[1].scale = 0;
    book->lists[1].values[0].side = WRD_SIDE_NEGATIVE;
    free(given.said);
    wrd_check_labels(given.study, book, given.diag);
    given_collect(&given);
    print_message("  sides, and an answer without a score\n");
    assert_true(given_said_with(&given, "W0712", "list 'b' has sides, and answer x has no score"));
    print_message("  two items of a scale with lists of their own\n");
    assert_true(given_said_with(&given, "W0713", "'q' and 'r' of scale 's'"));
    given_free(&given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_sides_and_scales),
    };
    return cmocka_run_group_tests_name("labels", tests, NULL, NULL);
}
