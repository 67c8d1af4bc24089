/* Every CSV file of ../shared/data/csv as tests/csv/outcomes.csv says it is: what was right was
 * written down first, from RFC 4180, from the JSON of csv-spectrum, from what other readers make of
 * the files (csv_peers.csv) and from docs/FORMATS.md.  A reason stands in each line there. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "core/csv.h"
#include "core/file.h"
#include "core/text.h"
#include "read/encoding.h"
#include "support/arena.h"

#define OUTCOMES "tests/csv/outcomes.csv"

enum { FILE_NAME, ENCODING, DELIMITER, HEADER, ROWS, SET_ASIDE, CELLS, SAID, COLUMNS = 9 };

static const char *shared_folder(void)
{
    const char *folder = getenv("WRD_SHARED");
    return wrd_path_join(arena, folder ? folder : "../shared", "data/csv");
}

/* A file of records, open. */
struct sheet {
    struct wrd_diag *diag;
    struct wrd_text_file *file;
    struct wrd_csv *csv;
    char delimiter;
};

static bool sheet_open(struct sheet *sheet, const char *path)
{
    size_t len;
    sheet->diag = wrd_diag_new();
    sheet->csv = NULL;
    sheet->file =
        wrd_text_open(path, path, (struct wrd_place){ 0 }, WRD_ENCODING_AUTO, sheet->diag);
    if (!sheet->file)
        return false;
    const char *head = wrd_text_head(sheet->file, &len);
    sheet->delimiter = wrd_csv_detect(head, len);
    sheet->csv = wrd_csv_open(wrd_text_lines(sheet->file), sheet->delimiter);
    return true;
}

static void sheet_close(struct sheet *sheet)
{
    wrd_csv_close(sheet->csv);
    wrd_text_close(sheet->file);
    wrd_diag_free(sheet->diag);
}

/* "E0205:4", the first message and its line. */
static const char *said_by(struct wrd_diag *diag)
{
    char *bytes = NULL;
    size_t len;
    FILE *to = open_memstream(&bytes, &len);
    wrd_diag_write(diag, to, &(struct wrd_diag_style){ .lang = WRD_EN, .json = true });
    fclose(to);
    const char *code = strstr(bytes, "\"code\":\""), *line = strstr(bytes, "\"line\":");
    assert_non_null(code);
    assert_non_null(line);
    const char *said = wrd_arena_format(arena, "%.5s:%.*s", code + 8,
                                        (int)strspn(line + 7, "0123456789"), line + 7);
    free(bytes);
    return said;
}

/* What has been read of a file, in the words of the table. */
struct outcome {
    const char *header, *set_aside;
    size_t width, rows, blank; /* blank: lines that may be the end of the file */
    uint32_t first_blank;
    const char *cells; /* those of `wanted` that are there */
    const char *wanted;
};

static const char *joined(const struct wrd_record *record)
{
    const char **texts = wrd_arena_take_array(arena, record->n, sizeof *texts);
    for (size_t i = 0; i < record->n; i++)
        texts[i] = record->fields[i].text;
    return wrd_text_visible(arena, wrd_text_join(arena, texts, record->n, "|"));
}

static void add_word(const char **words, const char *word)
{
    *words = **words ? wrd_arena_format(arena, "%s %s", *words, word) : word;
}

/* "2.3=text" of `wanted` whose line is that of the record, as it is in the record. */
static void look_at_cells(struct outcome *outcome, const struct wrd_record *record)
{
    for (const char *at = outcome->wanted; *at;) {
        unsigned line, column;
        assert_int_equal(sscanf(at, "%u.%u=", &line, &column), 2);
        if (line == record->line && column >= 1 && column <= record->n) {
            const char *text = record->fields[column - 1].text;
            outcome->cells = wrd_arena_format(arena, "%s%s%u.%u=%s", outcome->cells,
                                              *outcome->cells ? " // " : "", line, column,
                                              wrd_text_visible(arena, text));
        }
        const char *next = strstr(at, " // ");
        at = next ? next + 4 : at + strlen(at);
    }
}

static void take_row(struct outcome *outcome, uint32_t line, size_t n, bool broken)
{
    outcome->rows++;
    if (broken)
        add_word(&outcome->set_aside, wrd_arena_format(arena, "%u:broken", line));
    else if (n != outcome->width)
        add_word(&outcome->set_aside, wrd_arena_format(arena, "%u:%zu", line, n));
}

/* As the answers are counted: blank lines before the header and at the end are nothing, those in
 * between are rows. */
static void take_record(struct outcome *outcome, enum wrd_record_state state,
                        const struct wrd_record *record)
{
    bool broken = state != WRD_RECORD;
    if (!broken && record->n == 1 && record->fields[0].len == 0) {
        if (outcome->blank++ == 0)
            outcome->first_blank = record->line;
        return;
    }
    for (uint32_t i = 0; i < outcome->blank && outcome->header; i++)
        take_row(outcome, outcome->first_blank + i, 1, false);
    outcome->blank = 0;
    if (outcome->header) {
        take_row(outcome, record->line, record->n, broken);
        look_at_cells(outcome, record);
    } else {
        outcome->header = broken ? "broken" : joined(record);
        outcome->width = record->n;
    }
}

static void assert_shown(const char *file, const char *what, const char *ours, const char *right)
{
    if (strcmp(ours, right) != 0)
        fail_msg("%s: %s is\n  %s\nand not\n  %s", file, what, ours, right);
}

static void judge_read(struct sheet *sheet, const char *const right[COLUMNS])
{
    const char delimiter[] = { sheet->delimiter, '\0' };
    struct outcome outcome = { .set_aside = "", .cells = "", .wanted = right[CELLS] };
    struct wrd_record record;
    enum wrd_record_state state;
    while ((state = wrd_csv_next(sheet->csv, &record)) != WRD_RECORD_END)
        take_record(&outcome, state, &record);
    assert_true(wrd_text_finish(sheet->file, sheet->diag));
    const char *file = right[FILE_NAME];
    assert_shown(file, "encoding", wrd_text_encoding(sheet->file), right[ENCODING]);
    assert_shown(file, "delimiter", sheet->delimiter == '\t' ? "tab" : delimiter, right[DELIMITER]);
    assert_shown(file, "header", outcome.header, right[HEADER]);
    assert_shown(file, "rows", wrd_arena_format(arena, "%zu", outcome.rows), right[ROWS]);
    assert_shown(file, "set_aside", outcome.set_aside, right[SET_ASIDE]);
    assert_shown(file, "cells", outcome.cells, right[CELLS]);
}

static void judge(const char *folder, const char *const right[COLUMNS])
{
    struct sheet sheet;
    bool open = sheet_open(&sheet, wrd_path_join(arena, folder, right[FILE_NAME]));
    assert_shown(right[FILE_NAME], "message", open ? "" : said_by(sheet.diag), right[SAID]);
    if (open)
        judge_read(&sheet, right);
    sheet_close(&sheet);
}

/* Files below `folder` that are no JSON. */
static size_t count_files(const char *folder)
{
    size_t n = 0, len;
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (const struct dirent *entry; (entry = readdir(entries));) {
        if (entry->d_name[0] == '.')
            continue;
        len = strlen(entry->d_name);
        if (entry->d_type == DT_DIR)
            n += count_files(wrd_path_join(arena, folder, entry->d_name));
        else
            n += len < 5 || strcmp(entry->d_name + len - 5, ".json") != 0;
    }
    closedir(entries);
    return n;
}

static void test_every_file(void **state)
{
    (void)state;
    const char *folder = shared_folder();
    if (!wrd_file_exists(wrd_path_join(arena, folder, "csv_peers.csv"))) {
        print_message("  skipped: there is no %s\n", folder);
        skip();
    }
    struct sheet table;
    struct wrd_record record;
    size_t n = 0;
    assert_true(sheet_open(&table, OUTCOMES));
    assert_int_equal(wrd_csv_next(table.csv, &record), WRD_RECORD);
    assert_string_equal(joined(&record),
                        "file|encoding|delimiter|header|rows|set_aside|cells|said|reason");
    while (wrd_csv_next(table.csv, &record) == WRD_RECORD) {
        const char *right[COLUMNS];
        assert_int_equal(record.n, COLUMNS);
        for (size_t i = 0; i < COLUMNS; i++)
            right[i] = wrd_arena_text(arena, record.fields[i].text, record.fields[i].len);
        judge(folder, right);
        n++;
    }
    sheet_close(&table);
    print_message("  %zu files judged\n", n);
    assert_int_equal(n, count_files(folder));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_every_file) };
    return cmocka_run_group_tests_name("outcomes", tests, arena_open, arena_close);
}
