/* write/codebook_files.h - a codebook as the CSV files that an analyst edits (FORMATS.md, section 3).
 *
 * UTF-8 with a BOM and `;`, so that a spreadsheet opens them as they are.  Reading what was written
 * gives the same codebook. */
#ifndef WRITE_CODEBOOK_FILES_H
#define WRITE_CODEBOOK_FILES_H

#include <stdio.h>

#include "waardering/codebook.h"

void wrd_variables_csv_write(const struct wrd_study *study, const struct wrd_codebook *book,
                             FILE *to);
void wrd_values_csv_write(const struct wrd_codebook *book, FILE *to);

#endif
