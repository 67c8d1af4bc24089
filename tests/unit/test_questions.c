/* Questions of more than one column and questions that not everybody gets (read/cell.h, ask_if.h).
 */
#include "support/given.h"

#define LISTS                                                                        \
    "agree;1;Helemaal oneens;Strongly disagree;;\nagree;2;Oneens;Disagree;;\n"       \
    "agree;3;Eens;Agree;;\nagree;8;Weet ik niet;Do not know;dont_know;\n"            \
    "agree;9;N.v.t.;Not applicable;not_applicable;\n"                                \
    "opt;a;Appel;Apple;;\nopt;b;Boek;Book;;\nopt;other;Anders;Other;;\nopt;dk;Weet " \
    "niet;DK;dont_know;\n"                                                           \
    "half;x;X;X;;1.5\nhalf;y;Y;Y;;-0.25\nword;abc;Woord;Word;;\nword;d-1;Twee;Two;;\n"

/* A column an answer: a, b, other and, where there is one, dk. */
static const struct {
    const char *name, *source, *columns, *cells;
    const char *codes; /* of a, b and other */
    uint64_t valid;
} ticks[] = {
    { "ticked in every way", "", "m_a;m_b;m_other", "Y;Yes;Ja", "111", 1 },
    { "and the others", "", "m_a;m_b;m_other", "1;x;TRUE", "111", 1 },
    { "the label itself", "", "m_a;m_b;m_other", "Appel; book ;", "110", 1 },
    { "not ticked in every way", "", "m_a;m_b;m_other", "N;No;Nee", "000", 1 },
    { "and the others", "", "m_a;m_b;m_other", "0;Not selected;0", "000", 1 },
    { "empty beside a filled one is not ticked", "", "m_a;m_b;m_other", "Y;;", "100", 1 },
    { "all empty: no answer", "", "m_a;m_b;m_other", ";;", "EEE", 0 },
    { "all empty in an export with labels: not seen", ", answers: labels", "m_a;m_b;m_other", ";;",
      "NNN", 0 },
    { "other filled is ticked", "", "m_a;m_b;m_other", ";;Fietsen", "001", 1 },
    { "a wrong tick costs that one", "", "m_a;m_b;m_other", "?;Y;", "I10", 1 },
    { "a reason has a column too", "", "m_a;m_b;m_other;m_dk", ";;;Y", "DDD", 0 },
    { "a reason beside a tick says nothing", "", "m_a;m_b;m_other;m_dk", "Y;;;Y", "100", 1 },
};

static void test_ticks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++) {
        char answers[300], codes[4] = "";
        snprintf(answers, sizeof answers, "z;%s\n%s;%s\n", ticks[i].columns,
                 *ticks[i].source ? "Eens" : "1", ticks[i].cells);
        print_message("  %s\n", ticks[i].name);
        struct given given = {
            .source = ticks[i].source,
            .values = LISTS,
            .answers = answers,
            .variables = "z;vol;;single;agree;;outcome;;;\nm;vol;m_*;multiple;opt;;;;;\n"
        };
        struct wrd_frame *frame = given_read(&given);
        if (!frame)
            fail_msg("%s", given.said);
        const struct wrd_column *m = given_column(&given, frame, "m");
        assert_int_equal(m->n_options, 3);
        assert_null(m->c8);
        for (size_t k = 0; k < 3; k++)
            given_codes(&m->options[k], 1, codes + k);
        assert_string_equal(codes, ticks[i].codes);
        assert_int_equal(m->valid, ticks[i].valid);
        given_free(&given);
    }
}

/* Several answers in one cell. */
static const struct {
    const char *name, *cell, *codes, *said;
} pieces[] = {
    { "one", "a", "100", NULL },
    { "two, with spaces", "a / other", "101", NULL },
    { "an empty piece is nothing", "a//b/", "110", NULL },
    { "none", "", "EEE", NULL },
    { "a reason", "dk", "DDD", NULL },
    { "a wrong one beside a right one", "a/zz", "100", "W0219" },
    { "only a wrong one", "zz", "III", "W0219" },
};

static void test_pieces(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        char answers[300], codes[4] = "";
        snprintf(answers, sizeof answers, "z;m\n1;%s\n", pieces[i].cell);
        print_message("  %s\n", pieces[i].name);
        struct given given = { .values = LISTS,
                               .answers = answers,
                               .variables =
                                   "z;vol;;single;agree;;outcome;;;\nm;vol;;multiple;opt;/;;;;\n" };
        struct wrd_frame *frame = given_read(&given);
        if (!frame)
            fail_msg("%s", given.said);
        const struct wrd_column *m = given_column(&given, frame, "m");
        for (size_t k = 0; k < 3; k++)
            given_codes(&m->options[k], 1, codes + k);
        assert_string_equal(codes, pieces[i].codes);
        assert_int_equal(given_said(&given, "W0219") != NULL, pieces[i].said != NULL);
        given_free(&given);
    }
}

/* Answers that hold the separator themselves: the longest that the list has is taken. */
static const struct {
    const char *name, *separator, *cell, *codes, *said;
} long_pieces[] = {
    { "a comma inside an answer", ",", "Koffie, thee en cake, Bos", "101", NULL },
    { "the short answer beside the long one", ",", "Koffie, Bos", "011", NULL },
    { "the long one and the short one", ",", "Koffie,  thee en cake, Koffie", "110", NULL },
    { "a wrong piece ends at the next separator", ",", "Koffie, taart, Bos", "011", "W0219" },
    { "only wrong", ",", "thee en cake, niets", "III", "W0219" },
    { "without a separator in the codebook", "", "Koffie, thee en cake", "100", NULL },
    { "forms: by comma or semicolon", "", "Bos;Koffie, thee en cake;", "101", NULL },
};

static void test_long_pieces(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof long_pieces / sizeof *long_pieces; i++) {
        char answers[300], variables[100], codes[4] = "";
        snprintf(answers, sizeof answers, "m\tx\n%s\t\n", long_pieces[i].cell);
        snprintf(variables, sizeof variables, "m;vol;;multiple;drink;'%s';outcome;;;\n",
                 long_pieces[i].separator);
        for (char *at = variables; (at = strchr(at, '\'')) != NULL;)
            *at = '"';
        print_message("  %s\n", long_pieces[i].name);
        struct given given = { .source = ", export: forms, delimiter: tab",
                               .values = "drink;all;Koffie, thee en cake;All;;\n"
                                         "drink;coffee;Koffie;Coffee;;\ndrink;wood;Bos;Wood;;\n",
                               .answers = answers,
                               .variables = variables };
        struct wrd_frame *frame = given_read(&given);
        if (!frame)
            fail_msg("%s", given.said);
        const struct wrd_column *m = given_column(&given, frame, "m");
        if (frame->n == 1)
            for (size_t k = 0; k < 3; k++)
                given_codes(&m->options[k], 1, codes + k);
        assert_string_equal(frame->n ? codes : "III", long_pieces[i].codes);
        assert_int_equal(given_said(&given, "W0219") != NULL, long_pieces[i].said != NULL);
        given_free(&given);
    }
}

/* q is asked if the condition holds for f (1-3, 8 don't know), n (a number), m (ticks). */
static const struct {
    const char *condition, *cells; /* f;n;m_a;m_b;m_other;q */
    char code;                     /* of q */
    bool warned;
} conditions[] = {
    { "f=1", "1;5;Y;;;2", '1', false },         { "f=1", "2;5;Y;;;2", 'N', true },
    { "f=1", "2;5;Y;;;", 'N', false },          { "f=1,2", "2;5;Y;;;2", '1', false },
    { "f=1", ";5;Y;;;2", 'N', true },           { "f=1", "8;5;Y;;;9", 'N', false },
    { "f=1", "1;5;Y;;;", 'E', false },          { "n>4", "1;5;Y;;;2", '1', false },
    { "n>5", "1;5;Y;;;2", 'N', true },          { "n>=5", "1;5,0;Y;;;2", '1', false },
    { "n<=4.9", "1;5;Y;;;2", 'N', true },       { "n<6", "1;5,5;Y;;;2", '1', false },
    { "n<6", "1;;Y;;;2", 'N', true },           { "m=a", "1;5;Y;;;2", '1', false },
    { "m=b", "1;5;Y;;;2", 'N', true },          { "m=a", "1;5;;;;2", 'N', true },
    { "f=1 and n>4", "1;5;Y;;;2", '1', false }, { "f=1 and n>5", "1;5;Y;;;2", 'N', true },
};

static void test_conditions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        char variables[400], answers[200], code[2];
        snprintf(variables, sizeof variables,
                 "z;vol;;single;agree;;outcome;;;\nf;vol;;single;agree;;;;;\nn;vol;;number;;;;;;\n"
                 "m;vol;m_*;multiple;opt;;;;;\nq;vol;;single;agree;;;%s;;\n",
                 conditions[i].condition);
        snprintf(answers, sizeof answers, "z;f;n;m_a;m_b;m_other;q\n1;%s\n", conditions[i].cells);
        print_message("  %s with %s\n", conditions[i].condition, conditions[i].cells);
        struct given given = { .values = LISTS, .variables = variables, .answers = answers };
        struct wrd_frame *frame = given_read(&given);
        if (!frame)
            fail_msg("%s", given.said);
        given_codes(given_column(&given, frame, "q"), 1, code);
        assert_int_equal(code[0], conditions[i].code);
        assert_int_equal(given_said(&given, "W0226") != NULL, conditions[i].warned);
        given_free(&given);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ticks),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_long_pieces),
        cmocka_unit_test(test_conditions),
    };
    return cmocka_run_group_tests_name("questions", tests, NULL, NULL);
}
