/* write/codebook_files.h - a codebook as the CSV files that an analyst edits (FORMATS.md, section 3).
 *
 * UTF-8 with a BOM and `;`, so that a spreadsheet opens them as they are.  Reading what was written
 * gives the same codebook. */
#ifndef WRITE_CODEBOOK_FILES_H
#define WRITE_CODEBOOK_FILES_H

#include <stdio.h>

#include "waardering/arena.h"
#include "waardering/codebook.h"

/* What comes before the header, and a row: the header, or one of the rows below it. */
void wrd_codebook_file_begin(FILE *to);
void wrd_codebook_file_row(FILE *to, const char *const *cells, size_t n);
#define WRD_CODEBOOK_FILE_ROW(to, ...)                                \
    wrd_codebook_file_row((to), (const char *const[]){ __VA_ARGS__ }, \
                          sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *))
/* Roles (bits) as they stand in a cell, "outcome group". */
const char *wrd_roles_text(struct wrd_arena *arena, unsigned roles);

void wrd_variables_csv_write(const struct wrd_study *study, const struct wrd_codebook *book,
                             FILE *to);
void wrd_values_csv_write(const struct wrd_codebook *book, FILE *to);
void wrd_scales_csv_write(const struct wrd_codebook *book, FILE *to);
void wrd_indicators_csv_write(const struct wrd_codebook *book, FILE *to);
void wrd_population_csv_write(const struct wrd_codebook *book, FILE *to);
void wrd_waves_csv_write(const struct wrd_codebook *book, FILE *to);

#endif
