/* The same answers as five tools export them (tests/presets, made for this test) give the same frame. */
#include "support/given.h"

#define SECTOR "In welke sector werkt u?"
#define AGREE "Ik voel mij gewaardeerd."
#define GRADE "Welk cijfer geeft u?"
#define FORMS "Hoe merkt u waardering?"

/* Columns of sector, agree, grade and forms. */
static const struct {
    const char *name, *file, *source, *preset;
    const char *columns[4];
} exports[] = {
    { "LimeSurvey by its codes",
      "limesurvey.csv",
      ", answers: labels",
      "limesurvey",
      { "G1Q1", "G1Q2[SQ1]", "G1Q3", "G2Q1[*]" } },
    { "Qualtrics by its names",
      "qualtrics.csv",
      ", answers: labels",
      "qualtrics",
      { "Q1", "Q2_1", "Q3", "Q4_*" } },
    { "Qualtrics by the texts of its questions",
      "qualtrics.csv",
      ", export: qualtrics, answers: labels",
      "qualtrics",
      { SECTOR, AGREE " - Stelling", GRADE, FORMS " - *" } },
    { "SurveyMonkey by its questions",
      "surveymonkey.csv",
      "",
      "surveymonkey",
      { SECTOR, AGREE, GRADE, FORMS } },
    { "SurveyMonkey with a star for the option",
      "surveymonkey.csv",
      ", export: surveymonkey",
      "surveymonkey",
      { SECTOR, AGREE, GRADE, FORMS " [*]" } },
    { "Google Forms", "google.csv", "", "forms", { SECTOR, AGREE, GRADE, FORMS } },
    { "Microsoft Forms",
      "microsoft.csv",
      ", export: forms",
      "forms",
      { SECTOR, AGREE, GRADE, FORMS } },
};

static const char lists[] = "sector;1;Sport;Sports;;\nsector;2;Zorg en welzijn;Care;;\n"
                            "agree;1;1 - helemaal niet;1 - not at all;;\nagree;2;2;2;;\n"
                            "agree;3;3;3;;\nagree;4;4;4;;\nagree;5;5 - helemaal wel;5 - fully;;\n"
                            "vorm;dank;Een bedankje;A word of thanks;;\n"
                            "vorm;koffie;Koffie, thee en gebak;Coffee, tea and cake;;\n"
                            "vorm;other;Anders;Other;;\n";

/* By hand: a letter a respondent, of the multiple question for each answer. */
static const struct {
    const char *variable;
    const char *codes[3];
} wanted[] = {
    { "sector", { "0101010" } },
    { "agree", { "4021E3I" } },
    { "grade", { "2013E41" } },
    { "forms", { "101N1N0", "110N1N0", "000N1N1" } },
};

static char *content_of(const char *name)
{
    static char content[4096];
    char path[100];
    snprintf(path, sizeof path, "tests/presets/%s", name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t len = fread(content, 1, sizeof content - 1, file);
    content[len] = '\0';
    fclose(file);
    return content;
}

static void assert_codes(const struct wrd_column *column, size_t n, const char *codes)
{
    static const char reasons[] = "aRINDET";
    char text[20] = "";
    for (size_t i = 0; i < n; i++) {
        unsigned code = column->c8[i];
        text[i] = code < WRD_FIRST_REASON ? (char)('0' + code) : reasons[code - WRD_FIRST_REASON];
    }
    assert_string_equal(text, codes);
}

static void assert_frame(const struct given *given, const struct wrd_frame *frame)
{
    assert_int_equal(frame->n, 7);
    for (size_t v = 0; v < sizeof wanted / sizeof *wanted; v++) {
        const struct wrd_column *column = given_column(given, frame, wanted[v].variable);
        if (!column->options)
            assert_codes(column, frame->n, wanted[v].codes[0]);
        for (size_t k = 0; k < column->n_options; k++)
            assert_codes(&column->options[k], frame->n, wanted[v].codes[k]);
    }
}

static void test_same_frame(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof exports / sizeof *exports; i++) {
        char variables[600];
        const char *const *column = exports[i].columns;
        print_message("  %s\n", exports[i].name);
        snprintf(variables, sizeof variables,
                 "sector;vol;%s;single;sector;;outcome;;;\nagree;vol;%s;single;agree;;outcome;;;\n"
                 "grade;vol;%s;number;;;outcome;;1;10\nforms;vol;%s;multiple;vorm;;outcome;;;\n",
                 column[0], column[1], column[2], column[3]);
        struct given given = { .source = exports[i].source,
                               .values = lists,
                               .variables = variables,
                               .answers = content_of(exports[i].file) };
        struct wrd_frame *frame = given_read(&given);
        if (!frame)
            fail_msg("%s", given.said);
        assert_string_equal(frame->preset, exports[i].preset);
        assert_frame(&given, frame);
        assert_true(given_said_with(&given, "W0219", "answer 7"));
        assert_null(strstr(given.said, "anary")); /* of the e-mail addresses, names and texts */
        assert_null(strstr(given.said, "E0"));
        given_free(&given);
    }
}

/* A codebook that asks for what a tool keeps, or for who somebody is. */
static const struct {
    const char *file, *variable, *message;
} refused[] = {
    { "limesurvey.csv", "x;vol;ipaddr;text;;;open;;;\n", "E0214" },
    { "limesurvey.csv", "x;vol;startlanguage;text;;;;;;\n", "E0247" },
    { "limesurvey.csv", "x;vol;submitdate;number;;;outcome;;;\n", "E0247" },
    { "limesurvey.csv", "x;vol;id;number;;;outcome;;;\n", "E0247" },
    { "qualtrics.csv", "x;vol;RecipientEmail;text;;;open;;;\n", "E0214" },
    { "qualtrics.csv", "x;vol;Location Latitude;number;;;outcome;;;\n", "E0214" },
    { "qualtrics.csv", "x;vol;Status;single;sector;;group;;;\n", "E0247" },
    { "surveymonkey.csv", "x;vol;Email Address;text;;;open;;;\n", "E0214" },
    { "surveymonkey.csv", "x;vol;Collector ID;single;sector;;group;;;\n", "E0247" },
    { "google.csv", "x;vol;E-mailadres;text;;;open;;;\n", "E0214" },
    { "google.csv", "x;vol;Tijdstempel;text;;;open;;;\n", "E0247" },
    { "microsoft.csv", "x;vol;Naam;text;;;open;;;\n", "E0214" },
    { "microsoft.csv", "x;vol;Begintijd;text;;;open;;;\n", "E0247" },
    { "qualtrics.csv", "x;vol;StartDate;date;;;;;;\n", NULL },
    { "qualtrics.csv", "x;vol;Duration (in seconds);number;;;;;;\n", NULL },
    { "surveymonkey.csv", "x;vol;Respondent ID;id;;;;;;\n", NULL },
    { "google.csv", "x;vol;E-mailadres;id;;;;;;\n", NULL },
};

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        print_message("  %s in %s", refused[i].variable, refused[i].file);
        struct given given = { .values = lists,
                               .variables = refused[i].variable,
                               .answers = content_of(refused[i].file) };
        struct wrd_frame *frame = given_read(&given);
        assert_int_equal(frame == NULL, refused[i].message != NULL);
        if (refused[i].message && !given_said(&given, refused[i].message))
            fail_msg("not said: %s, but: %s", refused[i].message, given.said);
        given_free(&given);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_frame),
        cmocka_unit_test(test_refused),
    };
    return cmocka_run_group_tests_name("presets", tests, NULL, NULL);
}
