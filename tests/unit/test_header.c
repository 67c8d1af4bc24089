/* Which column holds which variable (read/header.h). */
#include "support/given.h"

#include "read/header.h"

static const struct {
    const char *header, *code;
} codes[] = {
    { "affRec1. I am satisfied", "affRec1" },
    { "likertagree3[affRec1]. [I am satisfied]", "likertagree3[affRec1]" },
    { "G02Q01[SQ001][1]. Text", "G02Q01[SQ001][1]" },
    { "skill2-1. In your opinion", "skill2-1" },
    { "G01Q01.", "G01Q01" },
    { "G01Q01", "" },
    { "G02Q01[SQ001]", "" },
    { "Hoe oud bent u?", "" },
    { "3.5 uur", "" },
    { "a[b. c", "" },
    { ". text", "" },
    { "[x]. text", "" },
    { "", "" },
};

static void test_code(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        print_message("  '%s'\n", codes[i].header);
        assert_int_equal(wrd_header_code(codes[i].header, strlen(codes[i].header)),
                         strlen(codes[i].code));
    }
}

static void test_personal(void **state)
{
    (void)state;
    static const char *const personal[] = { "email",
                                            "E-mail",
                                            "ipaddr",
                                            "IP-adres",
                                            "phone",
                                            "Telefoonnummer",
                                            "token",
                                            "firstname",
                                            "lastname",
                                            "name",
                                            "Naam",
                                            "Geboortedatum",
                                            "voornaam",
                                            "Wat is uw telefoonnummer?",
                                            "What is your name?",
                                            "Uw e-mailadres" };
    static const char *const other[] = { "q1",
                                         "organisation_name_known",
                                         "tokens_given",
                                         "phones",
                                         "names. Hoeveel namen kent u?",
                                         "Wat vindt u van uw adres?",
                                         "",
                                         "id",
                                         "a_header_that_is_longer_than_any_of_the_words" };
    for (size_t i = 0; i < sizeof personal / sizeof *personal; i++)
        assert_int_equal(wrd_column_kind(personal[i], strlen(personal[i])), WRD_COLUMN_PERSONAL);
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        assert_int_equal(wrd_column_kind(other[i], strlen(other[i])), WRD_COLUMN_ANSWER);
}

#define YES_NO "yn;1;ja;yes;;\nyn;2;nee;no;;\n"
#define OPTIONS "opt;SQ001;Een;One;;\nopt;SQ002;Twee;Two;;\nopt;other;Anders;Other;;\n"

/* Studies of which the columns are found. */
static const struct {
    const char *name;
    struct given given;
    const char *preset;
    size_t unnamed;
    uint64_t valid; /* answers of q */
} found[] = {
    { "the exact name",
      { .variables = "q;vol;;single;yn;;outcome;;;\n", .answers = "x,q,y\n,1,\n" },
      "plain",
      2,
      1 },
    { "exact goes before folded",
      { .variables = "q;vol;A;single;yn;;outcome;;;\n", .answers = "a,A\n,1\n" },
      "plain",
      1,
      1 },
    { "folded: case, NBSP and a run of spaces",
      { .variables = "q;vol;Mijn  Vraag;single;yn;;outcome;;;\n",
        .answers = "mijn\xC2\xA0vraag;x\n1;\n" },
      "plain",
      1,
      1 },
    { "a nameless first column, as R writes it",
      { .variables = "q;vol;;single;yn;;outcome;;;\n", .answers = "\"\",\"q\"\n\"1\",2\n" },
      "plain",
      1,
      1 },
    { "LimeSurvey by itself: code. text",
      { .variables = "q;vol;G01Q01;single;yn;;outcome;;;\n",
        .answers = "id,G01Q01. Een vraag?\n5,1\n" },
      "limesurvey",
      1,
      1 },
    { "LimeSurvey with codes alone, when the study says so",
      { .source = ", export: limesurvey",
        .variables = "q;vol;G02Q01[SQ001];single;yn;;outcome;;;\n",
        .answers = "id,G02Q01[SQ001]\n5,1\n" },
      "limesurvey",
      1,
      1 },
    { "code[sub]. text [label]",
      { .variables = "q;vol;G02Q01[SQ001];single;yn;;outcome;;;\n",
        .answers = "\"G02Q01[SQ001]. Hoe [eens]\",x\n2,\n" },
      "limesurvey",
      1,
      1 },
    { "plain was asked for: the code alone does not count, the whole header does",
      { .source = ", export: plain",
        .variables = "q;vol;'G1. Een vraag';single;yn;;outcome;;;\n",
        .answers = "'G1. Een vraag',x\n1,\n" },
      "plain",
      1,
      1 },
    { "another header in this wave",
      { .variables = "q;vol;new;single;yn;;outcome;;;\n",
        .waves = "2026;vol;q;old;;;\n",
        .answers = "old,x\n1,\n" },
      "plain",
      1,
      1 },
    { "a wave row of another year says nothing",
      { .variables = "q;vol;new;single;yn;;outcome;;;\n",
        .waves = "2025;vol;q;old;;;\n",
        .answers = "new,old\n1,\n" },
      "plain",
      1,
      1 },
    { "a column an answer, by code",
      { .values = YES_NO OPTIONS,
        .variables = "q;vol;G03Q01[*];multiple;opt;;outcome;;;\n",
        .answers = "G03Q01[SQ001],G03Q01[SQ002],G03Q01[other],G03Q01[SQ001comment],z\nY,,,,\n" },
      "plain",
      2,
      1 },
    { "a column an answer, by code and text",
      { .values = YES_NO OPTIONS,
        .variables = "q;vol;G03Q01[*];multiple;opt;;outcome;;;\n",
        .answers = "G03Q01[SQ001]. Wat? [Een],G03Q01[SQ002]. Wat? [Twee],G03Q01[other]. Wat? "
                   "[Anders]\nY,,\n" },
      "limesurvey",
      0,
      1 },
    { "a column an answer, plain with a prefix; case does not count",
      { .values = YES_NO OPTIONS,
        .variables = "q;vol;act_*;multiple;opt;;outcome;;;\n",
        .answers = "act_sq001,act_sq002,act_other\n1,0,0\n" },
      "plain",
      0,
      1 },
    { "an answer that this wave did not offer",
      { .values = YES_NO OPTIONS,
        .variables = "q;vol;act_*;multiple;opt;;outcome;;;\n",
        .waves = "2026;vol;q;;SQ002;-;\n",
        .answers = "act_SQ001,act_other\n1,0\n" },
      "plain",
      0,
      1 },
    { "an answer with a column of its own in this wave",
      { .values = YES_NO OPTIONS,
        .variables = "q;vol;act_*;multiple;opt;;outcome;;;\n",
        .waves = "2026;vol;q;tweede;SQ002;SQ002;\n",
        .answers = "act_SQ001,tweede,act_other\n0,1,0\n" },
      "plain",
      0,
      1 },
    { "an answer that had another code in this wave",
      { .values = YES_NO OPTIONS,
        .variables = "q;vol;act_*;multiple;opt;;outcome;;;\n",
        .waves = "2026;vol;q;;SQ002;two|deux;\n",
        .answers = "act_SQ001,act_two,act_other\n0,1,0\n" },
      "plain",
      0,
      1 },
};

static void test_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
        struct given given = found[i].given;
        print_message("  %s\n", found[i].name);
        if (!given.values)
            given.values = YES_NO;
        struct wrd_frame *frame = given_read(&given);
        if (given.status != WRD_OK)
            fail_msg("%s", given.said);
        assert_string_equal(given.said, "");
        assert_string_equal(frame->preset, found[i].preset);
        assert_int_equal(frame->balance.unnamed_columns, found[i].unnamed);
        assert_int_equal(given_column(&given, frame, "q")->valid, found[i].valid);
        given_free(&given);
    }
}

/* Studies of which the columns are not found: what is said, and a text in it. */
static const struct {
    const char *name;
    struct given given;
    const char *code, *text;
} refused[] = {
    { "a missing column is named with its neighbour",
      { .variables = "q;vol;vraag1;single;yn;;outcome;;;\n", .answers = "id,vraag_1\n1,1\n" },
      "E0210",
      "vraag_1" },
    { "the place is the header of the file",
      { .variables = "q;vol;vraag1;single;yn;;outcome;;;\n", .answers = "id,vraag_1\n1,1\n" },
      "E0210",
      "\"file\":\"answers.csv\",\"line\":1" },
    { "the codebook's place is in the note",
      { .variables = "q;vol;vraag1;single;yn;;outcome;;;\n", .answers = "id,vraag_1\n1,1\n" },
      "E0210",
      "codebook/variables.csv:2" },
    { "without a neighbour: what to write when it was not asked",
      { .variables = "q;vol;;single;yn;;outcome;;;\n", .answers = "id,vraag\n1,1\n" },
      "E0211",
      "wave 2026, name q, column -" },
    { "one column for many: the delimiter",
      { .source = ", delimiter: \";\"",
        .variables = "q;vol;;single;yn;;outcome;;;\nr;vol;;single;yn;;outcome;;;\n",
        .answers = "q,r\n1,1\n" },
      "E0212",
      "';'" },
    { "another file: said once",
      { .variables = "q;vol;;single;yn;;outcome;;;\nr;vol;;single;yn;;outcome;;;\n",
        .answers = "x,y\n1,1\n" },
      "E0239",
      "none of the 2 columns" },
    { "a header twice",
      { .variables = "q;vol;;single;yn;;outcome;;;\n", .answers = "id,q,q\n1,1,2\n" },
      "E0238",
      "2 times" },
    { "a code twice in LimeSurvey",
      { .variables = "q;vol;G1;single;yn;;outcome;;;\n", .answers = "G1. a,G1. b\n1,1\n" },
      "E0238",
      "'G1'" },
    { "an answer of a multiple question without a column",
      { .values = OPTIONS,
        .variables = "q;vol;act_*;multiple;opt;;outcome;;;\n",
        .answers = "act_SQ001,act_other\n1,0\n" },
      "E0229",
      "act_SQ002" },
    { "no column of a multiple question at all",
      { .values = OPTIONS,
        .variables = "q;vol;act_*;multiple;opt;;outcome;;;\n",
        .answers = "id,x\n1,0\n" },
      "E0211",
      "act_*" },
    { "e-mail as an answer",
      { .variables = "q;vol;E-mail;text;;;open;;;\n", .answers = "E-mail,x\na@example.org,\n" },
      "E0214",
      "\"line\":2" },
    { "a token as an answer",
      { .variables = "token;vol;;text;;;open;;;\n", .answers = "token,x\nabc,\n" },
      "E0214",
      "remove 'token'" },
    { "a quote in the header that is not closed",
      { .variables = "q;vol;;single;yn;;outcome;;;\n", .answers = "\"q,r\n1,1\n" },
      "E0215",
      "\"line\":1" },
    { "a line sep= that study.yml contradicts",
      { .source = ", delimiter: \",\"",
        .variables = "q;vol;;single;yn;;outcome;;;\n",
        .answers = "sep=;\nq;r\n1;1\n" },
      "E0209",
      "read with ','" },
    { "a line sep= with a delimiter that is none",
      { .variables = "q;vol;;single;yn;;outcome;;;\n", .answers = "sep=|\nq|r\n1|1\n" },
      "E0209",
      "a comma, a semicolon or a tab" },
    { "a line sep= and nothing else",
      { .variables = "q;vol;;single;yn;;outcome;;;\n", .answers = "sep=;\n" },
      "E0207",
      "'answers.csv' is empty" },
    { "a quote that is not closed in a header below blank lines",
      { .variables = "q;vol;;single;yn;;outcome;;;\n", .answers = "\n\r\n\"q,r\n1,1\n" },
      "E0215",
      "\"line\":3" },
};

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct given given = refused[i].given;
        print_message("  %s\n", refused[i].name);
        if (!given.values)
            given.values = YES_NO;
        struct wrd_frame *frame = given_read(&given);
        assert_null(frame);
        assert_int_equal(given.status, WRD_EINPUT);
        if (!given_said_with(&given, refused[i].code, refused[i].text))
            fail_msg("not said: %s with %s, but: %s", refused[i].code, refused[i].text, given.said);
        given_free(&given);
    }
}

static void test_all_in_one_go(void **state)
{
    (void)state;
    struct given given = { .values = YES_NO,
                           .variables =
                               "a;vol;;single;yn;;outcome;;;\nb;vol;;single;yn;;outcome;;;\n"
                               "c;vol;;single;yn;;outcome;;;\nx;vol;;single;yn;;outcome;;;\n",
                           .answers = "x,y,y\n1,1,1\n" };
    assert_null(given_read(&given));
    assert_int_equal(wrd_diag_errors(given.diag), 3);
    given_free(&given);
}

static void test_unknown_option(void **state)
{
    (void)state;
    struct given given = { .values = OPTIONS,
                           .variables = "q;vol;act_*;multiple;opt;;outcome;;;\n",
                           .answers = "act_SQ001,act_SQ002,act_SQ009,act_other\n1,0,1,0\n" };
    assert_non_null(given_read(&given));
    assert_true(given_said_with(&given, "W0216", "'act_SQ009'"));
    assert_true(given_said_with(&given, "W0216", "\"column\":3"));
    assert_true(given_said_with(&given, "W0216", "SQ001 SQ002 other"));
    given_free(&given);
}

/* The remark beside an option: LimeSurvey and Qualtrics. */
static void test_remark_beside_option(void **state)
{
    (void)state;
    struct given given = { .values = OPTIONS,
                           .variables = "q;vol;act_*;multiple;opt;;outcome;;;\n",
                           .answers =
                               "act_SQ001,act_SQ002,act_SQ002comment,act_SQ002_TEXT,act_other\n"
                               "1,0,so,so,0\n" };
    assert_non_null(given_read(&given));
    assert_false(given_said_with(&given, "W0216", "act_"));
    given_free(&given);
}

/* A pattern is tried in more ways than one while nothing is found. */
static void test_unknown_options_are_said_once(void **state)
{
    (void)state;
    struct given given = { .values = OPTIONS,
                           .variables = "q;vol;act_*;multiple;opt;;outcome;;;\n",
                           .answers = "act_SQ008\n1\n" };
    assert_null(given_read(&given));
    assert_true(given_said_with(&given, "W0216", "\"count\":1,"));
    assert_true(given_said(&given, "E0211"));
    given_free(&given);
}

static void test_not_asked_in_this_wave(void **state)
{
    (void)state;
    struct given given = { .values = YES_NO,
                           .variables =
                               "q;vol;;single;yn;;outcome;;;\nr;vol;;single;yn;;outcome;;;\n",
                           .waves = "2026;vol;r;-;;;\n",
                           .answers = "q,x\n1,1\n2,1\n" };
    struct wrd_frame *frame = given_read(&given);
    assert_non_null(frame);
    const struct wrd_column *r = given_column(&given, frame, "r");
    assert_null(r->c8);
    assert_null(r->c16);
    assert_int_equal(r->missing[WRD_NOT_ASKED], 2);
    given_free(&given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_code),
        cmocka_unit_test(test_personal),
        cmocka_unit_test(test_found),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_all_in_one_go),
        cmocka_unit_test(test_unknown_option),
        cmocka_unit_test(test_remark_beside_option),
        cmocka_unit_test(test_unknown_options_are_said_once),
        cmocka_unit_test(test_not_asked_in_this_wave),
    };
    return cmocka_run_group_tests_name("header", tests, NULL, NULL);
}
