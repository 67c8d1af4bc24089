/* test_coding.c - the codes of an open question, from a file beside the answers (read/coding.h). */
#include "support/given.h"

static const char values[] = "theme;tijd;Tijd;Time;;\ntheme;geld-niet;Anders;Other;;\n"
                             "theme;leeg;Zegt niets;Says nothing;refused;\n"
                             "yn;1;Ja;Yes;;\nyn;2;Nee;No;;\n";
static const char variables[] = "q;vol;;single;yn;;outcome;;;\n"
                                "v_open;vol;;multiple;theme;;outcome open;;;\n";
/* Lines 2 to 6; in line 5 nothing is written. */
static const char answers[] =
    "q;v_open\n1;te druk\n1;meer tijd, en anders\n2;geheim woord\n1;\n2;x\n";

/* What the respondents hold, "tijd/anders": 1 ticked, 0 not, or the letter of a reason. */
static const struct {
    const char *name, *coding, *codes, *code, *text; /* code NULL: no message of 07xx */
} cases[] = {
    { "a line a code, in any order, a line twice",
      "line,code\n3,geld-niet\n2,tijd\n3,tijd\n4,leeg\n6,tijd\n", "10 11 RR EE 10", NULL, NULL },
    { "with semicolons, spaces and a column of notes",
      "nota;code;line\nja; tijd ;2\n;tijd;3\n;tijd;4\n;tijd;6\n", "10 10 10 EE 10", NULL, NULL },
    { "answers without a code are missing, and counted", "line,code\n2,tijd\n", "10 TT TT EE TT",
      "N0724", "3 open answers" },
    { "a line without a respondent", "line,code\n2,tijd\n3,tijd\n4,tijd\n6,tijd\n99,tijd\n",
      "10 10 10 EE 10", "W0721", "\"line\":6" },
    { "the header is no respondent", "line,code\n1,tijd\n2,tijd\n3,tijd\n4,tijd\n6,tijd\n",
      "10 10 10 EE 10", "W0721", "\"line\":2" },
    { "a line with a code and no answer", "line,code\n2,tijd\n3,tijd\n4,tijd\n5,tijd\n6,tijd\n",
      "10 10 10 EE 10", "W0723", "\"line\":5" },
    { "a code that is not in the list", "line,code\n2,geheim\n2,tijd\n3,tijd\n4,tijd\n6,tijd\n",
      "10 10 10 EE 10", "W0722", "a text of 6 characters" },
    { "a line that is no number", "line,code\ntwee,tijd\n2,tijd\n3,tijd\n4,tijd\n6,tijd\n",
      "10 10 10 EE 10", "W0727", "\"line\":2" },
    { "a row with a field too many", "line,code\n2,tijd,x\n2,tijd\n3,tijd\n4,tijd\n6,tijd\n",
      "10 10 10 EE 10", "W0728", "\"line\":2" },
};

static const char reasons[] = "aRINDET";

static void show(const struct wrd_column *column, size_t n, char *text)
{
    for (size_t i = 0; i < n; i++)
        for (size_t o = 0; o < column->n_options; o++) {
            const unsigned code = wrd_column_code(&column->options[o], i);
            *text++ =
                code < WRD_FIRST_REASON ? (char)('0' + code) : reasons[code - WRD_FIRST_REASON];
            if (o + 1 == column->n_options)
                *text++ = i + 1 < n ? ' ' : '\0';
        }
}

static void put_coding(const char *coding)
{
    mkdir(".build", 0755);
    mkdir(GIVEN_FOLDER, 0755);
    given_write_text("answers.v_open.csv", "", coding);
}

static void test_codes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char codes[100] = "";
        struct given given = { .variables = variables, .values = values, .answers = answers };
        print_message("  %s\n", cases[i].name);
        put_coding(cases[i].coding);
        const struct wrd_frame *frame = given_read(&given);
        assert_non_null(frame);
        show(given_column(&given, frame, "v_open"), frame->n, codes);
        assert_string_equal(codes, cases[i].codes);
        if (cases[i].code)
            assert_true(given_said_with(&given, cases[i].code, cases[i].text));
        else
            assert_string_equal(given.said, "");
        assert_null(strstr(given.said, "geheim"));
        given_free(&given);
    }
}

static void test_no_file(void **state)
{
    (void)state;
    struct given given = { .variables = variables, .values = values, .answers = answers };
    remove(GIVEN_FOLDER "/answers.v_open.csv");
    const struct wrd_frame *frame = given_read(&given);
    assert_non_null(frame);
    assert_true(given_said_with(&given, "W0720", "answers.v_open.csv"));
    assert_null(given_column(&given, frame, "v_open")->options);
    given_free(&given);
}

static void test_no_header(void **state)
{
    static const char *const files[] = { "regel,code\n2,tijd\n", "line\n2\n", "\"line\n" };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct given given = { .variables = variables, .values = values, .answers = answers };
        put_coding(files[i]);
        assert_null(given_read(&given));
        assert_int_equal(given.status, WRD_EINPUT);
        assert_true(given_said_with(&given, "E0725", "\"line\":1"));
        given_free(&given);
    }
}

/* An open answer alone makes a respondent, once it is coded. */
static void test_row_with_open_answer_alone(void **state)
{
    (void)state;
    struct given given = { .variables = variables,
                           .values = values,
                           .answers = "q;v_open\n;te druk\n;iets\n1;\n" };
    put_coding("line,code\n2,tijd\n");
    const struct wrd_frame *frame = given_read(&given);
    assert_int_equal(frame->n, 2);
    assert_int_equal(frame->balance.empty, 1);
    assert_int_equal(given_column(&given, frame, "v_open")->valid, 1);
    given_free(&given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_no_file),
        cmocka_unit_test(test_no_header),
        cmocka_unit_test(test_row_with_open_answer_alone),
    };
    const int failed = cmocka_run_group_tests_name("coding", tests, NULL, NULL);
    remove(GIVEN_FOLDER "/answers.v_open.csv");
    return failed;
}
