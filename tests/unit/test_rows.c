/* Rows: which are used, empty, set aside or double (read/answers.c, duplicates.c). */
#include "support/given.h"

#define LISTS "yn;1;ja;yes;;\nyn;2;nee;no;;\nyn;9;weet niet;dk;dont_know;\n"
#define OUTCOME "q;vol;;single;yn;;outcome;;;\n"
#define WITH_ID "id;vol;;id;;;;;;\n" OUTCOME

/* rows = used + empty + set aside + duplicate, in every one of them. */
static const struct {
    const char *name;
    struct given given;
    unsigned rows, used, empty, aside, duplicate;
    const char *lines; /* of the rows used */
    const char *said;
} cases[] = {
    { "one respondent",
      { .variables = OUTCOME, .answers = "q,x\n1,\n" },
      1,
      1,
      0,
      0,
      0,
      "2",
      NULL },
    { "no line end at the end",
      { .variables = OUTCOME, .answers = "q,x\n1," },
      1,
      1,
      0,
      0,
      0,
      "2",
      NULL },
    { "too few fields",
      { .variables = OUTCOME, .answers = "q,x\n1,\n2\n1,\n" },
      3,
      2,
      0,
      1,
      0,
      "2 4",
      "W0230" },
    { "too many fields",
      { .variables = OUTCOME, .answers = "q,x\n1,,3\n2,\n" },
      2,
      1,
      0,
      1,
      0,
      "3",
      "W0231" },
    { "a broken quote",
      { .variables = OUTCOME, .answers = "q,x\n1,\"a\"b\n2,\n" },
      2,
      1,
      0,
      1,
      0,
      "3",
      "W0232" },
    { "a quote that is never closed costs its own row",
      { .variables = OUTCOME, .answers = "q,x\n1,\"a\n2,\n1,\n" },
      3,
      2,
      0,
      1,
      0,
      "3 4",
      "W0232" },
    { "a line break between quotes",
      { .variables = OUTCOME, .answers = "q,x\n1,\"a\r\nb\"\n2,\n" },
      2,
      2,
      0,
      0,
      0,
      "2 4",
      NULL },
    { "a doubled quote",
      { .variables = OUTCOME, .answers = "q,x\n1,\"a \"\"b\"\" c\"\n" },
      1,
      1,
      0,
      0,
      0,
      "2",
      NULL },
    { "nothing answered",
      { .variables = OUTCOME, .answers = "q,x\n,\n9,\n7,\n1,\n" },
      4,
      1,
      3,
      0,
      0,
      "5",
      "N0237" },
    { "blank lines at the end are nothing",
      { .variables = OUTCOME, .answers = "q,x\n1,\n\n\n" },
      1,
      1,
      0,
      0,
      0,
      "2",
      NULL },
    { "a blank line in the middle is a row",
      { .variables = OUTCOME, .answers = "q,x\n1,\n\n\n2,\n\n" },
      4,
      2,
      0,
      2,
      0,
      "2 5",
      "W0230" },
    { "a file of one column",
      { .variables = OUTCOME, .answers = "q\n1\n\n2\n\n" },
      3,
      2,
      1,
      0,
      0,
      "2 4",
      "N0237" },
    { "CR alone between the lines",
      { .variables = OUTCOME, .answers = "q,x\r1,\r2,\r" },
      2,
      2,
      0,
      0,
      0,
      "2 3",
      NULL },
    { "without an outcome no row is empty",
      { .variables = "q;vol;;single;yn;;group;;;\n", .answers = "q,x\n,\n1,\n" },
      2,
      2,
      0,
      0,
      0,
      "2 3",
      NULL },
    { "a multiple question that was seen is an answer",
      { .variables = "q;vol;m_*;multiple;yn;;outcome;;;\n", .answers = "m_1,m_2\n0,0\n,\n" },
      2,
      1,
      1,
      0,
      0,
      "2",
      "N0237" },
    { "the first of two is used",
      { .variables = WITH_ID, .answers = "id,q\n7,1\n8,1\n7,2\n7,1\n" },
      4,
      2,
      0,
      0,
      2,
      "2 3",
      "W0235" },
    { "the last of two is used",
      { .source = ", duplicates: last",
        .variables = WITH_ID,
        .answers = "id,q\n7,1\n8,1\n7,2\n7,1\n" },
      4,
      2,
      0,
      0,
      2,
      "3 5",
      "W0236" },
    { "an empty id is nobody's double",
      { .variables = WITH_ID, .answers = "id,q\n,1\n ,1\n,2\n" },
      3,
      3,
      0,
      0,
      0,
      "2 3 4",
      NULL },
    { "white space around an id is not part of it",
      { .variables = WITH_ID, .answers = "id,q\n7,1\n 7 ,1\n" },
      2,
      1,
      0,
      0,
      1,
      "2",
      "W0235" },
    { "an empty row does not replace an answered one",
      { .source = ", duplicates: last", .variables = WITH_ID, .answers = "id,q\n7,1\n7,\n" },
      2,
      1,
      1,
      0,
      0,
      "2",
      NULL },
    { "a PSU is no respondent",
      { .variables = "g;vol;;id;;;psu;;;\n" OUTCOME, .answers = "g,q\n7,1\n7,1\n" },
      2,
      2,
      0,
      0,
      0,
      "2 3",
      NULL },
    { "nor is the organisation of a link",
      { .source = ", link: g",
        .variables = "g;vol;;id;;;;;;\n" OUTCOME,
        .answers = "g,q\n7,1\n7,1\n" },
      2,
      2,
      0,
      0,
      0,
      "2 3",
      NULL },
    { "in the survey of organisations it is the respondent",
      { .respondents = "organisations",
        .source = ", link: g",
        .variables = "g;vol;;id;;;psu;;;\n" OUTCOME,
        .answers = "g,q\n7,1\n7,1\n" },
      2,
      1,
      0,
      0,
      1,
      "2",
      "W0235" },
    { "where organisations are clusters several may answer",
      { .respondents = "organisations",
        .source = ", design: { cluster: g }",
        .variables = "g;vol;;id;;;psu;;;\n" OUTCOME,
        .answers = "g,q\n7,1\n7,1\n" },
      2,
      2,
      0,
      0,
      0,
      "2 3",
      NULL },
    { "an id of their own goes before that of the organisation",
      { .respondents = "organisations",
        .variables = "g;vol;;id;;;psu;;;\n" WITH_ID,
        .answers = "g,id,q\n7,1,1\n7,2,1\n8,2,1\n" },
      3,
      2,
      0,
      0,
      1,
      "2 3",
      "W0235" },
};

static void lines_of(const struct wrd_frame *frame, char *text)
{
    *text = '\0';
    for (size_t i = 0; i < frame->n; i++)
        text += sprintf(text, "%s%u", i ? " " : "", frame->line[i]);
}

static void test_balance(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct given given = cases[i].given;
        char lines[100];
        given.values = LISTS;
        print_message("  %s\n", cases[i].name);
        struct wrd_frame *frame = given_read(&given);
        if (!frame)
            fail_msg("%s", given.said);
        assert_int_equal(frame->balance.rows, cases[i].rows);
        assert_int_equal(frame->balance.used, cases[i].used);
        assert_int_equal(frame->balance.empty, cases[i].empty);
        assert_int_equal(frame->balance.set_aside, cases[i].aside);
        assert_int_equal(frame->balance.duplicate, cases[i].duplicate);
        assert_int_equal(frame->n, frame->balance.used);
        lines_of(frame, lines);
        assert_string_equal(lines, cases[i].lines);
        if (cases[i].said && !given_said(&given, cases[i].said))
            fail_msg("not said: %s, but: %s", cases[i].said, given.said);
        given_free(&given);
    }
}

static void test_asides(void **state)
{
    (void)state;
    static const struct wrd_set_aside want[] = {
        { 2, 0, "duplicate" },    { 3, 0, "empty" }, { 4, 0, "too few fields" },
        { 5, 0, "broken quote" }, { 6, 0, "empty" }, { 6, 2, "not in list" },
    };
    struct given given = { .source = ", duplicates: last",
                           .values = LISTS,
                           .variables = WITH_ID,
                           .answers = "id,q\n7,1\n8,\n9\n10,\"x\"y\n11,5\n7,2\n" };
    struct wrd_frame *frame = given_read(&given);
    assert_int_equal(frame->n_asides, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(frame->asides[i].line, want[i].line);
        assert_int_equal(frame->asides[i].column, want[i].column);
        assert_string_equal(frame->asides[i].reason, want[i].reason);
    }
    given_free(&given);
}

static void test_duplicates_are_an_error(void **state)
{
    (void)state;
    struct given given = { .source = ", duplicates: error",
                           .values = LISTS,
                           .variables = WITH_ID,
                           .answers = "id,q\ngeheim77,1\n8,1\ngeheim77,2\n8,2\n" };
    assert_null(given_read(&given));
    assert_int_equal(given.status, WRD_EINPUT);
    assert_true(given_said_with(&given, "E0234", "\"line\":4"));
    assert_true(given_said_with(&given, "E0234", "in line 2"));
    assert_int_equal(wrd_diag_errors(given.diag), 2);
    assert_null(strstr(given.said, "geheim"));
    given_free(&given);
}

/* Enough ids for the table to double a few times. */
static void test_many_ids(void **state)
{
    (void)state;
    enum { IDS = 5000 };
    char *answers = calloc(2 * IDS + 1, 20);
    size_t len = (size_t)sprintf(answers, "id,q\n");
    for (int i = 0; i < 2 * IDS; i++)
        len += (size_t)sprintf(answers + len, "r%d,%d\n", i % IDS, 1 + i / IDS);
    struct given given = {
        .source = ", duplicates: last", .values = LISTS, .variables = WITH_ID, .answers = answers
    };
    struct wrd_frame *frame = given_read(&given);
    assert_int_equal(frame->n, IDS);
    assert_int_equal(frame->balance.duplicate, IDS);
    assert_int_equal(frame->line[0], IDS + 2);
    const struct wrd_column *q = given_column(&given, frame, "q");
    for (size_t i = 0; i < frame->n; i++)
        assert_int_equal(wrd_column_code(q, i), 1);
    assert_int_equal(q->valid, IDS);
    given_free(&given);
    free(answers);
}

static void test_long_cells(void **state)
{
    (void)state;
    enum { LIMIT = 1 << 20 };
    char *answers = calloc(3, LIMIT);
    strcpy(answers, "q,x\n1,");
    size_t len = strlen(answers);
    memset(answers + len, 'a', LIMIT);
    strcpy(answers + len + LIMIT, "\n2,");
    len = strlen(answers);
    memset(answers + len, 'a', LIMIT + 1);
    strcpy(answers + len + LIMIT + 1, "\n1,\n");
    struct given given = { .values = LISTS, .variables = OUTCOME, .answers = answers };
    struct wrd_frame *frame = given_read(&given);
    assert_int_equal(frame->n, 2);
    assert_int_equal(frame->balance.set_aside, 1);
    assert_true(given_said_with(&given, "W0233", "\"line\":3"));
    given_free(&given);
    free(answers);
}

static const struct {
    const char *name, *answers;
    size_t len;
    const char *said;
} refused[] = {
    { "a header and nothing", "q,x\n", 4, "E0208" },
    { "a header and blank lines", "q,x\n\n\n", 6, "E0208" },
    { "an empty file", "\n", 1, "E0207" },
    { "NULs", "q,x\n1,\0\n", 8, "E0204" },
    { "no file", NULL, 0, "E0201" },
};

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct given given = { .values = LISTS,
                               .variables = OUTCOME,
                               .answers = refused[i].answers,
                               .answers_len = refused[i].len };
        print_message("  %s\n", refused[i].name);
        assert_null(given_read(&given));
        assert_int_equal(given.status, WRD_EINPUT);
        if (!given_said(&given, refused[i].said))
            fail_msg("not said: %s, but: %s", refused[i].said, given.said);
        given_free(&given);
    }
}

/* A wave without a file of this source is no error. */
static void test_no_file_named(void **state)
{
    (void)state;
    struct given given = { .values = LISTS, .variables = OUTCOME, .answers = "q,x\n1,\n" };
    assert_non_null(given_read(&given));
    given.study->waves[0].files[0] = NULL;
    struct wrd_frame *frame;
    assert_int_equal(
        wrd_answers_read(given.arena, given.study, given.book, 0, 0, NULL, given.diag, &frame),
        WRD_OK);
    assert_null(frame);
    given_free(&given);
}

static void add_progress(void *self, const char *file, uint64_t done, uint64_t of)
{
    uint64_t *told = self;
    assert_string_equal(file, "answers.csv");
    assert_true(done > *told && done <= of);
    *told = done;
}

static void test_progress(void **state)
{
    (void)state;
    char *answers = calloc(4, 1 << 20);
    strcpy(answers, "q,x\n");
    for (size_t len = 4; len < (3u << 20); len += 9)
        memcpy(answers + len, "1,opvul.\n", 9);
    struct given given = { .values = LISTS, .variables = OUTCOME, .answers = answers };
    assert_non_null(given_read(&given));
    uint64_t told = 0;
    struct wrd_progress progress = { add_progress, &told };
    struct wrd_frame *frame;
    wrd_answers_read(given.arena, given.study, given.book, 0, 0, &progress, given.diag, &frame);
    assert_true(told > 1u << 20);
    given_free(&given);
    free(answers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_balance),
        cmocka_unit_test(test_asides),
        cmocka_unit_test(test_duplicates_are_an_error),
        cmocka_unit_test(test_many_ids),
        cmocka_unit_test(test_long_cells),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_no_file_named),
        cmocka_unit_test(test_progress),
    };
    return cmocka_run_group_tests_name("rows", tests, NULL, NULL);
}
