/* read/codebook_table.h - one CSV file of the codebook as rows of named cells.
 *
 * What an analyst does in a spreadsheet is free: the order of the columns, the delimiter, the
 * encoding, empty rows, columns x_... of their own.  What cannot be meant is an error, all of them
 * in one go: an unknown or missing column, a row that is too long or too short, a formula.
 *
 * Shapes   Every row has a cell for every column of the header; cells are trimmed.
 * Memory   Everything lives in the arena of the codebook. */
#ifndef READ_CODEBOOK_TABLE_H
#define READ_CODEBOOK_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/folded.h"
#include "read/names.h"
#include "waardering/arena.h"
#include "waardering/codebook.h"
#include "waardering/diag.h"
#include "waardering/study.h"

/* What the parts of the reader share. */
struct wrd_book_reading {
    struct wrd_arena *arena;
    const struct wrd_study *study;
    struct wrd_diag *diag;
    struct wrd_codebook *book;
    const struct wrd_folded_file *texts; /* instead of files of the folder; NULL: files */
    size_t n_texts;
};

struct wrd_book_columns {
    const char *file;            /* "values.csv" */
    const char *const *required; /* up to NULL */
    const char *const *optional; /* up to NULL; "label::" stands for label::nl, label::en, ... */
};

struct wrd_book_row {
    struct wrd_place place; /* key and column empty */
    const char **cells;
};

struct wrd_book_table {
    struct wrd_book_reading *reading;
    struct wrd_book_header header;
    struct wrd_book_row *rows;
    size_t n_rows;
    bool is_lost; /* it has rows, and none could be read */
};

/* false: there is nothing to read (said in diag, unless the file may be absent). */
bool wrd_book_table_read(struct wrd_book_reading *reading, const struct wrd_book_columns *columns,
                         struct wrd_book_table *table);
/* Path of a file of the codebook: relative to the study, and as it is opened. */
const char *wrd_book_path(const struct wrd_book_reading *reading, const char *file);
const char *wrd_book_open_path(const struct wrd_book_reading *reading, const char *file);
/* A codebook file holds at most so many bytes. */
enum { WRD_BOOK_SIZE = 16 << 20 };

/* The text of a file; NULL: there is none. */
const char *wrd_book_text(const struct wrd_book_reading *reading, const char *file);

bool wrd_book_has(const struct wrd_book_table *table, const char *header);
/* The cell of `row` under `header`; "" where the file has no such column. */
const char *wrd_book_cell(const struct wrd_book_table *table, size_t row, const char *header);
struct wrd_place wrd_book_place(const struct wrd_book_table *table, size_t row, const char *header);
/* Says that an earlier row had the same `key`, which is everything that makes a row what it is; an
 * empty one is an error already.  `shown` is what the message calls the row. */
void wrd_book_refuse_twice(const struct wrd_book_table *table, size_t row, const char *header,
                           const char *key, const char *shown, struct wrd_names *seen);

#endif
