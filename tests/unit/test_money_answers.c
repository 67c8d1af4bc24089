/* tests/unit/test_money_answers.c - no financial figure in a file of answers, gate G2 of
 * PROTECTION.md: headers, numbers, and answers of lists.  Files are made up for this test. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/given.h"

/* says NULL: nothing; refused: the run stops with exit 5. */
static const struct {
    const char *name, *variables, *answers, *says;
    bool refused;
} cases[] = {
    /* headers */
    { "a column that is read", "q;vol;Q1;number;;;outcome;;;;points\n",
      "\"Q1. Wat is uw uurloon?\"\n1\n2\n", "E0782", true },
    { "a column in euros", "q;vol;Q1;number;;;outcome;;;;points\n",
      "\"Q1. Hoeveel (in \xE2\x82\xAC)\"\n1\n2\n", "E0782", true },
    { "a column that is not read", "q;vol;;number;;;outcome;;;;points\n", "q;salaris\n1;2\n2;3\n",
      "N0783", false },
    { "no money", "q;vol;;number;;;outcome;;;;points\n", "q;naam van de wijk\n1;2\n2;3\n", NULL,
      false },
    /* numbers */
    { "two decimals", "q;vol;;number;;;outcome;;;;times\n", "q;x\n12,50;\n3;\n4;\n5;\n6;\n",
      "E0785", true },
    { "two decimals of one in six", "q;vol;;number;;;outcome;;;;times\n",
      "q;x\n12,50;\n3;\n4;\n5;\n6;\n7;\n", NULL, false },
    { "points have decimals", "q;vol;;number;;;outcome;;;;points\n", "q;x\n2,25;\n1,75;\n", NULL,
      false },
    { "one decimal", "q;vol;;number;;;outcome;;;;times\n", "q;x\n2,5;\n1,5;\n", NULL, false },
    { "a sign", "q;vol;;number;;;outcome;;;;points\n", "q\n\xE2\x82\xAC 12\n3\n4\n5\n6\n", "E0785",
      true },
    { "a code", "q;vol;;number;;;outcome;;;;points\n", "q\n12 EUR\n3\n4\n5\n6\n", "E0785", true },
    { "another text", "q;vol;;number;;;outcome;;;;points\n", "q\ntwaalf\n3\n4\n5\n6\n", "W0220",
      false },
    { "more hours than a year has", "q;vol;;number;;;outcome;;;;hours\n", "q\n20000\n3\n4\n5\n6\n",
      "E0785", true },
    { "hours", "q;vol;;number;;;outcome;;;;hours\n", "q\n200\n3\n4\n5\n6\n", NULL, false },
    { "more days than a year has", "q;vol;;number;;;outcome;;;;days\n", "q\n1250\n3\n4\n5\n6\n",
      "E0785", true },
    { "a grade of a thousand", "q;vol;;number;;;outcome;;;;grade\n", "q\n1000\n3\n4\n5\n6\n",
      "E0785", true },
    { "many persons", "q;vol;;number;;;outcome;;;;persons\n", "q\n20000\n3\n4\n5\n6\n", NULL,
      false },
    { "a weight has decimals", "q;vol;;number;;;outcome;;;;points\nw;vol;;weight;;;;;;;\n",
      "q;w\n1;1,25\n2;0,75\n", NULL, false },
};

static void test_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct given given = { .units = true,
                               .variables = cases[i].variables,
                               .answers = cases[i].answers };
        const struct wrd_frame *frame = given_read(&given);
        print_message("  %s\n", cases[i].name);
        if (cases[i].says ? !given_said(&given, cases[i].says) : *given.said)
            fail_msg("wanted %s, but: %s", cases[i].says ? cases[i].says : "nothing", given.said);
        assert_int_equal(frame == NULL, cases[i].refused);
        assert_int_equal(wrd_diag_status(given.diag) == WRD_EMONEY, cases[i].refused);
        given_free(&given);
    }
}

#define LIST "agree;1;ja;yes;;\nagree;2;nee;no;;\n"

/* 20 answers, `wrong` of them amounts. */
static void list_case(int wrong, const char *amount, bool refused)
{
    char answers[2000];
    size_t len = (size_t)sprintf(answers, "q\n");
    for (int i = 0; i < 20; i++)
        len += (size_t)sprintf(answers + len, "%s\n", i < wrong ? amount : i % 2 ? "1" : "2");
    struct given given = { .values = LIST,
                           .variables = "q;vol;;single;agree;;outcome;;;\n",
                           .answers = answers };
    const struct wrd_frame *frame = given_read(&given);
    print_message("  %d of 20: %s\n", wrong, amount);
    assert_int_equal(given_said(&given, "E0784") != NULL, refused);
    assert_int_equal(frame == NULL, refused);
    given_free(&given);
}

static void test_lists(void **state)
{
    (void)state;
    list_case(1, "12 euro", true); /* one in twenty */
    list_case(2, "tot \xE2\x82\xAC 170", true);
    list_case(0, "", false);
    list_case(3, "misschien", false);
}

static void test_open_answers_are_counted(void **state)
{
    (void)state;
    struct given given = {
        .units = true,
        .variables = "q;vol;;number;;;outcome;;;;points\no;vol;;text;;;open;;;;\n",
        .answers = "q;o\n1;meer vergoeding graag\n2;van onschatbare waarde\n3;\n4;12 euro per uur\n"
    };
    const struct wrd_frame *frame = given_read(&given);
    assert_non_null(frame);
    assert_string_equal(given.said, "");
    assert_int_equal(given_column(&given, frame, "o")->names_money, 2);
    given_free(&given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_open_answers_are_counted),
    };
    return cmocka_run_group_tests_name("money-answers", tests, NULL, NULL);
}
