/* read/codebook_cells.h - what one cell of the codebook means.
 *
 * Each of these says in diag what is wrong, with the line and the column, and then gives a value
 * with which reading can go on, so that all errors are told in one go.  An empty cell is never
 * wrong here, except for wrd_cell_needed. */
#ifndef READ_CODEBOOK_CELLS_H
#define READ_CODEBOOK_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "read/codebook_table.h"

/* The text, which must be there. */
const char *wrd_cell_needed(const struct wrd_book_table *table, size_t row, const char *header);
/* [a-z][a-z0-9_]{0,63} and [A-Za-z0-9_.-]{1,32}; as written also when it is wrong. */
const char *wrd_cell_name(const struct wrd_book_table *table, size_t row, const char *header);
const char *wrd_cell_code(const struct wrd_book_table *table, size_t row, const char *header);
/* Index in `words`, or -1. */
int wrd_cell_word(const struct wrd_book_table *table, size_t row, const char *header,
                  const char *const *words, size_t n);
/* Bit i is set if words[i] is one of the words, with spaces between, in the cell. */
uint32_t wrd_cell_words(const struct wrd_book_table *table, size_t row, const char *header,
                        const char *const *words, size_t n);
bool wrd_cell_yes(const struct wrd_book_table *table, size_t row, const char *header);
/* A decimal point or a decimal comma.  false: empty or wrong. */
bool wrd_cell_number(const struct wrd_book_table *table, size_t row, const char *header,
                     struct wrd_decimal *number);
bool wrd_cell_whole(const struct wrd_book_table *table, size_t row, const char *header,
                    int64_t *number);
/* The columns prefix + "nl", prefix + "en"; a text that a spreadsheet made a date of is a warning.
 */
void wrd_cell_texts(const struct wrd_book_table *table, size_t row, const char *prefix,
                    const char *texts[WRD_LANGS]);

/* 3-5-2024, 3/5, 3-mei, May-3, mei-24: what a spreadsheet makes of "3-5". */
bool wrd_looks_like_date(const char *text);

#endif
