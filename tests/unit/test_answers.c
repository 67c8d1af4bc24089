/* Cells become answers (read/cell.h, coder.h, numbers.h, wrong.h).  Multiple questions and routing:
 * test_questions.c; rows: test_rows.c. */
#include "support/given.h"

#include "read/date.h"

#define LISTS                                                                        \
    "agree;1;Helemaal oneens;Strongly disagree;;\nagree;2;Oneens;Disagree;;\n"       \
    "agree;3;Eens;Agree;;\nagree;8;Weet ik niet;Do not know;dont_know;\n"            \
    "agree;9;N.v.t.;Not applicable;not_applicable;\n"                                \
    "opt;a;Appel;Apple;;\nopt;b;Boek;Book;;\nopt;other;Anders;Other;;\nopt;dk;Weet " \
    "niet;DK;dont_know;\n"                                                           \
    "ends;1;1 (helemaal niet);1 (not at all);;\nends;2;Twee;2;;\n"                   \
    "ends;3;Helemaal wel;Fully;;\n"                                                  \
    "half;x;X;X;;1.5\nhalf;y;Y;Y;;-0.25\nword;abc;Woord;Word;;\nword;d-1;Twee;Two;;\n"

/* One question q on every row (and z, so that no row is empty). */
static const struct {
    const char *name, *source, *q, *waves, *cells;
    const char *codes; /* of q, a letter a row */
    const char *said;  /* NULL: nothing */
} singles[] = {
    { "codes of a list, reasons, nothing", "", "single;agree", NULL, "1|2|3|8|9||", "012DaE",
      NULL },
    { "white space around, NBSP and U+FEFF", "", "single;agree", NULL,
      " 1|2 |\xC2\xA0"
      "3|\xEF\xBB\xBF"
      "1|  |",
      "0120E", NULL },
    { "longer codes", "", "single;word", NULL, "abc|d-1|ABC|", "01I", "W0219" },
    { "a wrong code costs that answer", "", "single;agree", NULL, "1|6|2|", "0I1", "W0213" },
    { "a code with zeros in front is another code", "", "single;agree", NULL, "01|1.0|", "II",
      "W0219" },
    { "a label is no code", "", "single;agree", NULL, "Eens|", "I", "W0219" },
    { "labels of both languages, folded", ", answers: labels", "single;agree", NULL,
      "Eens|AGREE|  helemaal\xC2\xA0 oneens |Weet ik niet||", "220DE", NULL },
    { "U+FEFF in a label", ", answers: labels", "single;agree", NULL,
      "Ee\xEF\xBB\xBFns|helemaal \xEF\xBB\xBF oneens|", "20", NULL },
    { "a code is no label", ", answers: labels", "single;agree", NULL, "1|", "I", "W0219" },
    { "the ends of a scale have words", "", "single;agree", NULL,
      "1 - helemaal niet|3 (zeer belangrijk)|2: gewoon|2. gewoon|1 \xE2\x80\x93 niet|", "02110",
      NULL },
    { "a number that counts is no end of a scale", "", "single;agree", NULL,
      "2 - 4 uur|2-4|2 uur|12 - zeer|3.5 uur|2-wekelijks|1 -|", "IIIIIII", "W0219" },
    { "nor is one with the label of another answer", "", "single;agree", NULL,
      "1 - Eens|3 - Eens|1 (agree)|", "I2I", "W0219" },
    { "with labels too, and alone where the list has numbers", ", answers: labels", "single;ends",
      NULL, "1 (helemaal niet)|2|3|3 - helemaal wel|4|", "0122I", "W0219" },
    { "was_code with codes", "", "single;agree", "2026;;q;;3;5|7;\n", "5|7|3|1|", "2220", NULL },
    { "was_code goes before the list", "", "single;agree", "2026;;q;;1;3;\n2026;;q;;3;1;\n",
      "1|3|2|", "201", NULL },
    { "was_code with labels, several", ", answers: labels", "single;agree",
      "2026;vol;q;;3;mee eens|Akkoord;\n", "Mee  Eens|akkoord|Eens|", "222", NULL },
    { "was_code of another year says nothing", "", "single;agree", "2025;;q;;3;5;\n", "5|", "I",
      "W0213" },
    { "numbers: codes in rising order", "", "number;", NULL, "10|2|-3|2,5|2|", "31021", NULL },
    { "12,500 and 12,5 are one number", "", "number;", NULL, "12,500|12,5|012,5|", "000", NULL },
    { "decimal point", ", decimal: \".\"", "number;", NULL, "2.5|3|2,5|", "01I", "W0220" },
    { "not numbers", "", "number;", NULL, "een|1e3|1.000|1 000|7,|", "IIIII", "W0220" },
    { "dates are counted only", "", "date;", NULL, "2026-03-31|31-03-2026|", NULL, NULL },
};

static struct wrd_frame *read_single(struct given *given, size_t i, size_t *n)
{
    static char variables[200], answers[2000];
    snprintf(variables, sizeof variables, "q;vol;;%s;;;;;\nz;vol;;single;agree;;outcome;;;\n",
             singles[i].q);
    size_t len = (size_t)snprintf(answers, sizeof answers, "q;z\n");
    *n = 0;
    for (const char *cell = singles[i].cells; *cell; cell = strchr(cell, '|') + 1, ++*n)
        len += (size_t)snprintf(answers + len, sizeof answers - len, "%.*s;%s\n",
                                (int)strcspn(cell, "|"), cell,
                                strstr(singles[i].source, "labels") ? "Eens" : "1");
    *given = (struct given){ .source = singles[i].source,
                             .variables = variables,
                             .values = LISTS,
                             .waves = singles[i].waves,
                             .answers = answers };
    return given_read(given);
}

static void test_singles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof singles / sizeof *singles; i++) {
        struct given given;
        size_t n;
        char codes[100];
        print_message("  %s\n", singles[i].name);
        struct wrd_frame *frame = read_single(&given, i, &n);
        if (!frame)
            fail_msg("%s", given.said);
        assert_int_equal(frame->n, n);
        const struct wrd_column *q = given_column(&given, frame, "q");
        if (singles[i].codes) {
            given_codes(q, n, codes);
            assert_string_equal(codes, singles[i].codes);
        }
        if (singles[i].said && !given_said(&given, singles[i].said))
            fail_msg("not said: %s, but: %s", singles[i].said, given.said);
        if (!singles[i].said)
            assert_string_equal(given.said, "");
        given_free(&given);
    }
}

/* The message at the end of FORMATS.md; the row to add has the columns of this values.csv. */
static void test_wrong_answer(void **state)
{
    (void)state;
    struct given given = {
        .values = "agree5;1;Een;One;;\nagree5;2;Twee;Two;;\nagree5;9;N.v.t.;N/A;refused;\n",
        .variables = "v_w1;vol;G02Q01[SQ001];single;agree5;;outcome;;;\n",
        .answers = "id,G02Q01[SQ001]. Waarde? [a],x\n1,1,\n2,6,\n3,2,\n4,6,\n5,6,\n6,6,\n"
    };
    assert_non_null(given_read(&given));
    char *text;
    size_t len;
    FILE *to = open_memstream(&text, &len);
    wrd_answers_read(given.arena, given.study, given.book, 0, 0, NULL, given.diag,
                     &(struct wrd_frame *){ NULL });
    wrd_diag_write(given.diag, to, &(struct wrd_diag_style){ .lang = WRD_EN });
    fclose(to);
    assert_string_equal(
        text, "warning[W0213]: answer 6 is not in list 'agree5'\n"
              "  --> answers.csv:3, column 2 'G02Q01[SQ001]' (v_w1), and 3 more (lines 5, 6, 7)\n"
              "   = list 'agree5' (codebook/values.csv:2) has: 1 2 9\n"
              "   = help: if 6 is 'no answer', add to values.csv:  agree5;6;Geen antwoord;No "
              "answer;refused;\n");
    free(text);
    given_free(&given);
}

/* What a respondent wrote is not shown unless five wrote it; it never reaches a message. */
static void test_words_are_not_shown(void **state)
{
    (void)state;
    char answers[2000] = "q;z\n";
    for (int i = 0; i < 4; i++)
        strcat(answers, "Kanariepiet;1\n");
    for (int i = 0; i < 5; i++)
        strcat(answers, "geen idee;1\n");
    strcat(answers, "1234;1\n");
    struct given given = { .values = LISTS,
                           .answers = answers,
                           .variables =
                               "q;vol;;single;agree;;;;;\nz;vol;;single;agree;;outcome;;;\n" };
    assert_non_null(given_read(&given));
    assert_null(strstr(given.said, "anarie"));
    assert_null(strstr(given.said, "1234"));
    assert_non_null(strstr(given.said, "answer geen idee is not in list"));
    assert_non_null(strstr(given.said, "a text of 11 characters"));
    assert_non_null(strstr(given.said, "a text of 4 characters"));
    given_free(&given);
}

static void test_many_wrong_answers(void **state)
{
    (void)state;
    enum { ROWS = 1500 };
    char *answers = calloc(ROWS + 1, 250);
    size_t len = (size_t)sprintf(answers, "q;z\n");
    for (int i = 0; i < ROWS; i++) /* each another text; every third is long */
        len += (size_t)sprintf(answers + len, "x%d%0*d;1\n", i, i % 3 ? 1 : 220, 0);
    struct given given = { .values = LISTS,
                           .answers = answers,
                           .variables =
                               "q;vol;;single;agree;;;;;\nz;vol;;single;agree;;outcome;;;\n" };
    struct wrd_frame *frame = given_read(&given);
    assert_non_null(frame);
    assert_int_equal(given_column(&given, frame, "q")->missing[WRD_INVALID], ROWS);
    assert_non_null(given_said(&given, "W0225"));
    given_free(&given);
    free(answers);
}

/* A number's codes are its distinct values, exactly. */
static void test_number_scores(void **state)
{
    (void)state;
    struct given given = { .units = true,
                           .variables = "q;vol;;number;;;outcome;;0;10;points\n",
                           .answers = "q;x\n2,25;\n10;\n0,5;\n11;\n-0,1;\n2,25;\n" };
    struct wrd_frame *frame = given_read(&given);
    assert_int_equal(frame->n, 4); /* two are out of range, which leaves nothing of their rows */
    const struct wrd_column *q = given_column(&given, frame, "q");
    assert_non_null(q->c8);
    assert_int_equal(q->n_codes, 3);
    assert_int_equal(q->score_unit, 100);
    const int64_t want[] = { 50, 225, 1000 };
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(q->score[i], want[i]);
    assert_int_equal(q->valid, 4);
    assert_true(given_said_with(&given, "W0221", "answer 11 is outside 0 to 10"));
    assert_int_equal(frame->balance.empty, 2);
    given_free(&given);
}

static void test_number_width(void **state)
{
    (void)state;
    static const struct {
        int distinct;
        bool wide, refused;
    } cases[] = {
        { 248, false, false }, { 249, true, false }, { 65528, true, false }, { 65529, true, true }
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *answers = calloc((size_t)cases[i].distinct + 2, 16);
        size_t len = (size_t)sprintf(answers, "q;x\n");
        for (int k = cases[i].distinct; k > 0; k--)
            len += (size_t)sprintf(answers + len, "%d;\n", k);
        print_message("  %d numbers\n", cases[i].distinct);
        struct given given = { .variables = "q;vol;;number;;;outcome;;;\n", .answers = answers };
        struct wrd_frame *frame = given_read(&given);
        assert_int_equal(given.status, cases[i].refused ? WRD_EINPUT : WRD_OK);
        assert_int_equal(given_said(&given, "E0227") != NULL, cases[i].refused);
        if (frame) {
            const struct wrd_column *q = given_column(&given, frame, "q");
            assert_int_equal(q->c16 != NULL, cases[i].wide);
            assert_int_equal(wrd_column_code(q, 0), cases[i].distinct - 1);
            assert_int_equal(q->score[0], 1);
        }
        given_free(&given);
        free(answers);
    }
}

static void test_numbers_too_long(void **state)
{
    (void)state;
    struct given given = { .variables = "q;vol;;number;;;outcome;;;\n",
                           .answers = "q;x\n123456789012345678;\n0,000000000001;\n" };
    assert_null(given_read(&given));
    assert_true(given_said_with(&given, "E0228", "'q'"));
    given_free(&given);
}

static void test_list_scores(void **state)
{
    (void)state;
    struct given given = { .values = LISTS,
                           .variables = "h;vol;;single;half;;outcome;;;\nw;vol;;single;word;;;;;\n"
                                        "a;vol;;single;agree;;;;;\n",
                           .answers = "h;w;a\nx;abc;1\n" };
    struct wrd_frame *frame = given_read(&given);
    const struct wrd_column *h = given_column(&given, frame, "h");
    assert_int_equal(h->score_unit, 100);
    assert_int_equal(h->score[0], 150);
    assert_int_equal(h->score[1], -25);
    assert_null(given_column(&given, frame, "w")->score);
    const struct wrd_column *a = given_column(&given, frame, "a");
    assert_int_equal(a->n_codes, 3);
    assert_int_equal(a->score_unit, 1);
    assert_int_equal(a->score[2], 3);
    given_free(&given);
}

/* R writes fifteen digits: 44.2099990844727 in the file apistrat.csv of the survey package. */
static void test_weights(void **state)
{
    (void)state;
    struct given given = { .source = ", decimal: \".\"",
                           .values = LISTS,
                           .variables = "z;vol;;single;agree;;outcome;;;\nw;vol;;weight;;;;;;\n",
                           .answers = "z;w\n1;44.2099990844727\n1;0\n1;-1\n1;\n1;zwaar\n1;15.1\n" };
    struct wrd_frame *frame = given_read(&given);
    const struct wrd_column *w = given_column(&given, frame, "w");
    const int64_t want[] = { 442099990844727, 0, -1, -1, -1, 151000000000000 };
    assert_int_equal(w->decimals, 13);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(w->units[i], want[i]);
    assert_int_equal(w->valid, 3);
    assert_int_equal(w->missing[WRD_INVALID], 2);
    assert_int_equal(w->missing[WRD_EMPTY], 1);
    assert_true(given_said_with(&given, "W0222", "\"line\":4"));
    given_free(&given);
}

/* 18 decimals do not fit beside 1000: the common number gives way, rounded once, in any order. */
static void test_weights_of_many_digits(void **state)
{
    (void)state;
    struct given given = { .source = ", decimal: \".\"",
                           .values = LISTS,
                           .variables = "z;vol;;single;agree;;outcome;;;\nw;vol;;weight;;;;;;\n",
                           .answers = "z;w\n1;0.123456789012345678\n1;1000.5\n" };
    struct wrd_frame *frame = given_read(&given);
    const struct wrd_column *w = given_column(&given, frame, "w");
    assert_int_equal(w->decimals, 15);
    assert_int_equal(w->units[0], 123456789012346);
    assert_int_equal(w->units[1], INT64_C(1000500000000000000));
    given_free(&given);
}

static void test_counted_only(void **state)
{
    (void)state;
    struct given given = { .values = LISTS,
                           .variables = "z;vol;;single;agree;;outcome;;;\nd;vol;;date;;;;;;\n"
                                        "o;vol;;text;;;open;;;\nid;vol;;id;;;;;;\n",
                           .answers =
                               "z;d;o;id\n1;2026-03-31;Hallo;1\n2;;;2\n3;31-02-2026;\" \";\n" };
    struct wrd_frame *frame = given_read(&given);
    const struct wrd_column *d = given_column(&given, frame, "d");
    const struct wrd_column *o = given_column(&given, frame, "o");
    const struct wrd_column *id = given_column(&given, frame, "id");
    assert_true(!d->c8 && !o->c8 && !id->c8);
    assert_int_equal(d->valid, 1);
    assert_int_equal(d->missing[WRD_EMPTY], 1);
    assert_int_equal(d->missing[WRD_INVALID], 1);
    assert_int_equal(o->valid, 1);
    assert_int_equal(o->missing[WRD_EMPTY], 2);
    assert_int_equal(id->valid, 2);
    assert_true(given_said_with(&given, "W0223", "a text of 10 characters"));
    given_free(&given);
}

static void test_dates(void **state)
{
    (void)state;
    static const char *const dates[] = { "2026-03-31",
                                         "31-03-2026",
                                         "2024-02-29",
                                         "1980-01-01 00:00",
                                         "2026-03-31T14:05:09.123+02:00",
                                         "2000-02-29 23:59:59" };
    static const char *const others[] = { "",
                                          "44289",
                                          "2026-3-31",
                                          "31/03/2026",
                                          "2026-02-29",
                                          "1900-02-29",
                                          "2026-13-01",
                                          "00-01-2026",
                                          "2026-03-31 25:00",
                                          "2026-03-31x",
                                          "2026-03-31 14",
                                          "31-03-26" };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        assert_true(wrd_is_date(dates[i], strlen(dates[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(wrd_is_date(others[i], strlen(others[i])));
}

/* `date -u -d '2026-03-31 14:05:09' +%s`, and so on. */
static const struct {
    const char *date;
    int64_t seconds;
} moments[] = {
    { "1970-01-01 00:00", 0 },
    { "2026-03-31 14:05:09", 1774965909 },
    { "31-03-2026 14:05", 1774965900 },
    { "2024-02-29T23:59:59Z", 1709251199 },
    { "2024-03-01 00:00:00", 1709251200 },
    { "2000-02-29 12:00:00.250", 951825600 },
    { "2026-03-31", -1 },
    { "2026-02-30 10:00", -1 },
};

static void test_when_a_date_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        print_message("  %s\n", moments[i].date);
        assert_int_equal(wrd_date_seconds(moments[i].date, strlen(moments[i].date)),
                         moments[i].seconds);
    }
}

static void test_same_labels(void **state)
{
    (void)state;
    struct given given = { .source = ", answers: labels",
                           .values = "l;1;Vaak;Often;;\nl;2;Altijd;often;;\n",
                           .variables = "q;vol;;single;l;;outcome;;;\n",
                           .answers = "q\nVaak\n" };
    assert_null(given_read(&given));
    assert_true(given_said_with(&given, "E0217", "1 and 2"));
    given_free(&given);
}

static void test_long_lists(void **state)
{
    (void)state;
    static const struct {
        int answers;
        bool wide, refused;
    } cases[] = { { 248, false, false }, { 249, true, false }, { 65001, true, true } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *values = calloc((size_t)cases[i].answers + 1, 40), answers[40];
        size_t len = 0;
        for (int k = 1; k <= cases[i].answers; k++)
            len += (size_t)sprintf(values + len, "l;%d;n%d;e%d;;\n", k, k, k);
        snprintf(answers, sizeof answers, "q;x\n%d;\n", cases[i].answers);
        print_message("  %d answers\n", cases[i].answers);
        struct given given = { .values = values,
                               .answers = answers,
                               .variables = "q;vol;;single;l;;outcome;;;\n" };
        struct wrd_frame *frame = given_read(&given);
        assert_int_equal(given_said(&given, "E0218") != NULL, cases[i].refused);
        if (frame) {
            const struct wrd_column *q = given_column(&given, frame, "q");
            assert_int_equal(q->c16 != NULL, cases[i].wide);
            assert_int_equal(wrd_column_code(q, 0), cases[i].answers - 1);
        }
        given_free(&given);
        free(values);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_singles),
        cmocka_unit_test(test_wrong_answer),
        cmocka_unit_test(test_words_are_not_shown),
        cmocka_unit_test(test_many_wrong_answers),
        cmocka_unit_test(test_number_scores),
        cmocka_unit_test(test_number_width),
        cmocka_unit_test(test_numbers_too_long),
        cmocka_unit_test(test_list_scores),
        cmocka_unit_test(test_weights),
        cmocka_unit_test(test_weights_of_many_digits),
        cmocka_unit_test(test_counted_only),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_when_a_date_is),
        cmocka_unit_test(test_same_labels),
        cmocka_unit_test(test_long_lists),
    };
    return cmocka_run_group_tests_name("answers", tests, NULL, NULL);
}
