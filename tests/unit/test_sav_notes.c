/* A codebook in the notes of an SPSS file (read/sav_notes.c, sav_known.c): what it adds, that the file
 * counts where they differ, and that notes which are wrong cost no more than themselves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "support/folder.h"

#include "core/folded.h"
#include "waardering/steps.h"
#include "write/sav.h"

enum { ROWS = 3, COLUMNS = 4, FILES = 5 };

#define STUDY                                                                                    \
    "format: 1\nstudy: { id: s, title: { nl: T, en: T }, municipality: { code: G, name: N } }\n" \
    "codebook: codebook\nsources:\n  - { id: vol, respondents: organisations }\n"                \
    "waves:\n  - wave: 2026\n    files: { vol: 2026/answers.csv }\n"
#define HOLDS "column;name;code\nq1;q1;\nact.a;act;a\nact.b;act;b\nw;;\n"
#define VARIABLES                                                            \
    "name;source;column;type;values;label::nl;label::en;role;scale;ask_if\n" \
    "q1;vol;A1;single;agree;Vraag;Question;outcome group;s;\n"               \
    "act;vol;A2[*];multiple;act;Wat;What;outcome;;q1=1\n"
#define VALUES                                                                               \
    "list;code;label::nl;label::en;missing;side\nagree;1;oneens;disagree;;negative\n"        \
    "agree;2;eens;agree;;positive\nagree;9;weet niet;don't know;dont_know;\nact;a;besturen;" \
    "governing;;\nact;b;koken;cooking;;\n"
#define SCALES "scale;label::nl;label::en\ns;Schaal;Scale\n"

/* The file: a question, two boxes and a weight that weighs nothing; 1 1 . / 2 0 . / 9 . . */
static const char *make_file(const struct wrd_folded_file *files, size_t n_files)
{
    static const double answers[COLUMNS][ROWS] = {
        { 1, 2, 9 }, { 1, 0, NAN }, { 1, 1, NAN }, { 1, 1, 1 }
    };
    static const struct wrd_sav_label agree[] = { { { true, 1, NULL }, "oneens", false },
                                                  { { true, 2, NULL }, "eens", false },
                                                  { { true, 9, NULL }, "weet niet", true } };
    static const struct wrd_sav_column columns[COLUMNS] = {
        { .name = "q1", .label = "Vraag", .labels = agree, .n_labels = 3, .numbers = answers[0] },
        { .name = "act.a", .label = "Wat: besturen", .numbers = answers[1] },
        { .name = "act.b", .label = "Wat: koken", .numbers = answers[2] },
        { .name = "w", .label = "", .numbers = answers[3] },
    };
    struct wrd_sav_sheet sheet = { .label = "L",
                                   .year = 2026,
                                   .month = 1,
                                   .day = 1,
                                   .columns = columns,
                                   .n_columns = COLUMNS,
                                   .n_rows = ROWS };
    const char *path = in_folder("x.sav");
    sheet.notes = wrd_fold(arena, files, n_files, &sheet.n_notes);
    FILE *to = fopen(path, "wb");
    assert_non_null(to);
    assert_null(wrd_sav_put(&sheet, to));
    fclose(to);
    return path;
}

/* The study of a file whose notes have these texts; NULL: the file is not there. */
static struct wrd_imported *import(const char *study, const char *holds, const char *variables,
                                   const char *values, const char *scales)
{
    const struct wrd_folded_file all[FILES] = { { "study.yml", study },
                                                { "columns.nl.csv", holds },
                                                { "variables.csv", variables },
                                                { "values.csv", values },
                                                { "scales.csv", scales } };
    struct wrd_folded_file files[FILES];
    struct wrd_imported *made = NULL;
    size_t n = 0;
    for (size_t i = 0; i < FILES; i++)
        if (all[i].text)
            files[n++] = all[i];
    wrd_sav_read(arena, make_file(files, n), NULL, diag, &made);
    assert_non_null(made);
    return made;
}

static void test_whole(void **state)
{
    (void)state;
    const struct wrd_imported *made = import(STUDY, HOLDS, VARIABLES, VALUES, SCALES);
    const struct wrd_codebook *book = made->book;
    assert_string_equal(codes(), "N0280");
    assert_true(made->is_whole);
    assert_int_equal(made->study->sources[0].respondents, WRD_ORGANISATIONS);
    assert_int_equal(book->n_variables, 2); /* the weight is made anew, so it is none of them */
    assert_string_equal(book->variables[0].column, "A1");
    assert_string_equal(book->variables[0].label[WRD_EN], "Question");
    assert_int_equal(book->variables[0].roles, WRD_ROLE_OUTCOME | WRD_ROLE_GROUP);
    assert_int_equal(book->variables[0].scale, 0);
    assert_string_equal(book->variables[1].ask_if_text, "q1=1");
    assert_int_equal(book->n_lists, 2);
    assert_int_equal(book->lists[0].values[1].side, WRD_SIDE_POSITIVE);
    assert_int_equal(made->n_columns, 3);
    assert_string_equal(made->columns[1].header, "A2[a]");
}

/* All of these are folded as they are, so that only what they say is wrong. */
static void test_wrong(void **state)
{
    static const struct {
        const char *name, *study, *holds, *variables, *values, *scales, *said;
    } cases[] = {
        { "no study", NULL, HOLDS, VARIABLES, VALUES, SCALES, "W0277" },
        { "no columns", STUDY, NULL, VARIABLES, VALUES, SCALES, "W0277" },
        { "no variables", STUDY, HOLDS, NULL, VALUES, SCALES, "W0277" },
        { "no values", STUDY, HOLDS, VARIABLES, NULL, SCALES, "W0277" },
        { "a study that is no YAML", "format: [1\n", HOLDS, VARIABLES, VALUES, SCALES, "W0277" },
        { "a study without a wave",
          "format: 1\nstudy: { id: s, title: { nl: T, en: T }, municipality: { code: G, name: N } "
          "}\ncodebook: codebook\nsources:\n  - { id: vol, respondents: volunteers }\n",
          HOLDS, VARIABLES, VALUES, SCALES, "W0277" },
        { "a key that is not known", STUDY "euro: 1\n", HOLDS, VARIABLES, VALUES, SCALES, "W0277" },
        { "a path out of the study", STUDY "output: { folder: ../../etc }\n", HOLDS, VARIABLES,
          VALUES, SCALES, "W0277" },
        { "an empty study", "", HOLDS, VARIABLES, VALUES, SCALES, "W0277" },
        { "a column of the codebook that is not known", STUDY, HOLDS,
          "name;source;type;price\nq1;vol;number;\n", VALUES, SCALES, "W0277" },
        { "a type that is not known", STUDY, HOLDS, "name;source;type\nq1;vol;money\n", VALUES,
          SCALES, "W0277" },
        { "a list that is not there", STUDY, HOLDS,
          "name;source;type;values\nq1;vol;single;nolist\n", VALUES, SCALES, "W0277" },
        { "a number with a list", STUDY, HOLDS, "name;source;type;values\nq1;vol;number;agree\n",
          VALUES, SCALES, "W0277" },
        { "a name that stands twice", STUDY, HOLDS,
          "name;source;type\nq1;vol;number\nq1;vol;number\n", VALUES, SCALES, "W0277" },
        { "a formula", STUDY, HOLDS, "name;source;type;label::nl\nq1;vol;number;=1+1\n", VALUES,
          SCALES, "W0277" },
        { "a quote that is not closed", STUDY, HOLDS, "name;source;type\n\"q1;vol;number\n", VALUES,
          SCALES, "W0277" },
        { "a guess of init", STUDY, HOLDS, "name;source;type;x_guess\nq1;vol;number;sure\n", VALUES,
          SCALES, "W0277" },
        { "columns without a header", STUDY, "q1;q1;\n", VARIABLES, VALUES, SCALES, "W0277" },
        { "columns that are none", STUDY, "", VARIABLES, VALUES, SCALES, "W0277" },
        { "a column that the file does not have", STUDY,
          "column;name;code\nq7;q1;\nact.a;act;a\nact.b;act;b\nw;;\n", VARIABLES, VALUES, SCALES,
          "N0280 W0279" },
        { "one column for two variables", STUDY,
          "column;name;code\nq1;q1;\nq1;act;a\nact.b;act;b\nw;;\n", VARIABLES, VALUES, SCALES,
          "N0280 W0278" },
        { "a box of no answer", STUDY, "column;name;code\nq1;q1;\nact.a;act;x\nact.b;act;b\nw;;\n",
          VARIABLES, VALUES, SCALES, "N0280" },
        { "other labels in the notes", STUDY, HOLDS, VARIABLES,
          "list;code;label::nl;label::en\nagree;1;nee;no\nagree;2;ja;yes\nact;a;x;x\nact;b;y;y\n",
          SCALES, "N0280 W0278" },
        { "a scale without items", STUDY, HOLDS, VARIABLES, VALUES,
          "scale;label::nl\ns;S\nnone;N\n", "N0280" },
        { "no scales", STUDY, HOLDS, VARIABLES, VALUES, NULL, "N0280" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  %s\n", cases[i].name);
        const struct wrd_imported *made = import(cases[i].study, cases[i].holds, cases[i].variables,
                                                 cases[i].values, cases[i].scales);
        const bool used = strncmp(cases[i].said, "N0280", 5) == 0;
        assert_string_equal(codes(), cases[i].said);
        assert_int_equal(made->is_whole, used);
        assert_int_equal(made->n_rows, ROWS);
    }
}

/* What the file says of labels counts, and what the notes add to a label that is the same stays. */
static void test_file_counts(void **state)
{
    (void)state;
    const struct wrd_imported *made = import(
        STUDY, HOLDS, VARIABLES,
        "list;code;label::nl;label::en;missing;side\nagree;1;nee;no;;negative\nagree;2;eens;agree;;"
        "positive\nagree;9;weet niet;don't know;dont_know;\nact;a;roeien;rowing;;\nact;b;koken;"
        "cooking;;\n",
        SCALES);
    const struct wrd_list *agree = made->book->variables[0].list;
    const struct wrd_list *act = made->book->variables[1].list;
    assert_string_equal(agree->values[0].label[WRD_NL], "oneens");
    assert_string_equal(agree->values[1].label[WRD_EN], "agree");
    assert_int_equal(agree->values[1].side, WRD_SIDE_POSITIVE);
    assert_int_equal(agree->values[2].reason, WRD_DONT_KNOW);
    assert_string_equal(act->values[0].label[WRD_NL], "besturen");
    assert_string_equal(act->values[0].label[WRD_EN], "rowing");
    assert_string_equal(act->values[1].label[WRD_EN], "cooking");
}

/* What only the notes say is judged as a codebook is. */
static void test_money(void **state)
{
    (void)state;
    const struct wrd_imported *made = import(STUDY, HOLDS, VARIABLES, VALUES,
                                             "scale;label::nl;label::en\ns;Schaal;Euros a month\n");
    wrd_check_money(made->study, made->book, diag);
    assert_int_equal(wrd_diag_status(diag), WRD_EMONEY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(test_whole),
        FOLDER_TEST(test_wrong),
        FOLDER_TEST(test_file_counts),
        FOLDER_TEST(test_money),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
