/* Exports of others, read as a whole (read/answers.c): the CSV files that other programs test with,
 * and the real surveys of research software engineers. */
#include "support/given.h"

#define CSV "../shared/data/csv/"

/* Files of ../shared/data/csv; what is right was read from their bytes, by hand. */
static const struct {
    const char *file, *variables;
    unsigned used, aside;
    const char *encoding;
    char delimiter;
    const char *said; /* NULL: nothing */
} files[] = {
    { "made/cp1252.csv", "q;vol;id;id;;;;;;\n", 1, 0, "windows-1252", ';', "N0783" },
    { "made/cr_only.csv", "q;vol;a;number;;;outcome;;;\n", 0, 0, "utf-8", ',', "W0220" },
    { "made/dates_nl.csv", "q;vol;datum;date;;;;;;\n", 4, 0, "utf-8", ';', "W0223" },
    { "made/dup_header.csv", "q;vol;A;number;;;outcome;;;\n", 1, 0, "utf-8", ',', NULL },
    { "made/dup_header.csv", "q;vol;a;number;;;outcome;;;\n", 0, 0, NULL, 0, "E0238" },
    { "made/excel_sep.csv", "q;vol;score;number;;;outcome;;;\n", 2, 0, "utf-8", ';', NULL },
    { "made/excel_utf16le_tab.txt", "q;vol;score;number;;;outcome;;;\n", 1, 0, "utf-16", '\t',
      NULL },
    { "duckdb/encodings_utf16.csv", "q;vol;age;number;;;outcome;;;\n", 20, 0, "utf-16", ',', NULL },
    { "duckdb/empty_first_line.csv", "q;vol;a 1;text;;;;;;\n", 2, 0, "utf-8", ',', NULL },
    { "duckdb/inconsistent_cells.csv", "q;vol;two;number;;;outcome;;;\n", 1, 4, "utf-8", ',',
      "W0231" },
    { "datatable/russellCRCRLF.csv", "q;vol;Date;text;;;;;;\n", 19, 0, "windows-1252", ',', NULL },
    { "made/limesurvey_shape.csv", "q;vol;id;number;;;outcome;;;\n", 1, 0, "utf-8", ';', NULL },
    { "made/unterminated.csv", "q;vol;id;number;;;outcome;;;\n", 2, 1, "utf-8", ',', "W0232" },
    { "csv-spectrum/csvs_newlines.csv", "q;vol;b;number;;;outcome;;;\n", 3, 0, "utf-8", ',', NULL },
    { "csv-spectrum/csvs_quotes_and_newlines.csv", "q;vol;a;number;;;outcome;;;\n", 2, 0, "utf-8",
      ',', NULL },
    { "csv-spectrum/csvs_comma_in_quotes.csv", "q;vol;zip;number;;;outcome;;;\n", 1, 0, "utf-8",
      ',', NULL },
    { "csv-spectrum/csvs_location_coordinates.csv", "q;vol;Cities;text;;;;;;\n", 0, 1, "utf-8", ',',
      "W0232" },
    { "duckdb/one_r_two.csv", "q;vol;one;text;;;;;;\n", 1, 0, "utf-8", ',', NULL },
    { "duckdb/mixed_new_line.csv", "q;vol;2;number;;;outcome;;;\n", 2, 0, "utf-8", ',', NULL },
    { "duckdb/double_quoted_header.csv", "q;vol;\"foo \"\"bar\";number;;;outcome;;;\n", 2, 0,
      "utf-8", ',', NULL },
    { "datatable/doublequote_newline.csv", "q;vol;A;number;;;outcome;;;\n", 36, 0, "utf-8", ',',
      NULL },
    { "datatable/unescaped.csv", "q;vol;No;number;;;outcome;;;\n", 0, 2, "utf-8", ',', "W0232" },
    { "univocity/european.csv", "q;vol;Year;number;;;outcome;;;\n", 2, 3, "utf-8", ';', "W0232" },
};

static char *content_of(const char *name, size_t *len)
{
    char path[200];
    snprintf(path, sizeof path, CSV "%s", name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *content = calloc(1, 1 << 16);
    *len = fread(content, 1, 1 << 16, file);
    fclose(file);
    return content;
}

static void test_files(void **state)
{
    (void)state;
    struct stat about;
    if (stat(CSV, &about) != 0) {
        print_message("skipped: there is no " CSV "\n");
        skip();
    }
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        size_t len;
        char *answers = content_of(files[i].file, &len);
        struct given given = { .variables = files[i].variables,
                               .answers = answers,
                               .answers_len = len };
        print_message("  %s\n", files[i].file);
        struct wrd_frame *frame = given_read(&given);
        if (files[i].said ? !given_said(&given, files[i].said) : *given.said)
            fail_msg("wanted %s, but: %s", files[i].said ? files[i].said : "nothing", given.said);
        assert_int_equal(frame != NULL, files[i].encoding != NULL);
        if (frame) {
            assert_int_equal(frame->n, files[i].used);
            assert_int_equal(frame->balance.set_aside, files[i].aside);
            assert_string_equal(frame->encoding, files[i].encoding);
            assert_int_equal(frame->delimiter, files[i].delimiter);
        }
        given_free(&given);
        free(answers);
    }
}

/* The files of ../shared/data/rse; rows and counts are those of ref_rse.csv, made with R. */
#define RSE "../shared/data/rse"

static struct wrd_frame *read_rse(struct given *given, size_t wave)
{
    struct wrd_frame *frame = NULL;
    given->arena = wrd_arena_new();
    given->diag = wrd_diag_new();
    assert_int_equal(wrd_study_read(given->arena, RSE, given->diag, &given->study), WRD_OK);
    assert_int_equal(wrd_codebook_read(given->arena, given->study, given->diag, &given->book),
                     WRD_OK);
    given->status = wrd_answers_read(given->arena, given->study, given->book, wave, 0, NULL,
                                     given->diag, &frame);
    given_collect(given);
    return frame;
}

/* A line of ref_rse.csv: "rse_2016_uk","item","affRec1","","4","count","86" */
static bool read_count(const char *line, const char *survey, char item[40], int *level, int *count)
{
    char of[40];
    if (sscanf(line, "\"%39[^\"]\",\"item\",\"%39[^\"]\",\"\",\"%d\",\"count\",\"%d\"", of, item,
               level, count) != 4)
        return false;
    return strcmp(of, survey) == 0 &&
           (strncmp(item, "affRec", 6) == 0 || strncmp(item, "affSat", 6) == 0);
}

static const struct wrd_column *column_of_item(const struct given *given,
                                               const struct wrd_frame *frame, const char *item)
{
    for (size_t i = 0; i < given->book->n_variables; i++)
        if (strcmp(given->book->variables[i].column, item) == 0)
            return &frame->columns[i];
    fail_msg("no variable reads %s", item);
    return NULL;
}

static int count_of(const struct wrd_column *column, size_t n, unsigned code)
{
    int count = 0;
    for (size_t i = 0; i < n; i++)
        count += wrd_column_code(column, i) == code;
    return count;
}

/* Every count of every item that the reference holds; returns how many. */
static int assert_counts(const struct given *given, const struct wrd_frame *frame,
                         const char *survey)
{
    FILE *file = fopen(RSE "/ref_rse.csv", "r");
    char line[400], item[40];
    int level, count, compared = 0;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (!read_count(line, survey, item, &level, &count))
            continue;
        const struct wrd_column *column = column_of_item(given, frame, item);
        assert_int_equal(count_of(column, frame->n, (unsigned)level - 1), count);
        compared++;
    }
    fclose(file);
    return compared;
}

static void test_rse(void **state)
{
    (void)state;
    static const struct {
        const char *survey;
        uint64_t rows;
        size_t columns;
    } want[] = { { "rse_2016_uk", 273, 67 }, { "rse_2017_uk", 253, 245 } };
    struct stat about;
    if (stat(RSE, &about) != 0) {
        print_message("skipped: there is no " RSE "\n");
        skip();
    }
    for (size_t wave = 0; wave < 2; wave++) {
        struct given given = { 0 };
        struct wrd_frame *frame = read_rse(&given, wave);
        if (!frame)
            fail_msg("%s", given.said);
        assert_int_equal(frame->balance.rows, want[wave].rows);
        assert_int_equal(frame->balance.set_aside, 0);
        assert_string_equal(frame->preset, "limesurvey");
        assert_int_equal(frame->balance.unnamed_columns,
                         want[wave].columns - given.book->n_variables);
        assert_int_equal(assert_counts(&given, frame, want[wave].survey), 45); /* 9 items of 5 */
        print_message("%s", given.said);
        given_free(&given);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_files), cmocka_unit_test(test_rse) };
    return cmocka_run_group_tests_name("exports", tests, NULL, NULL);
}
