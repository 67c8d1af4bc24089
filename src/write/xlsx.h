/* write/xlsx.h - sheets as an Excel workbook; the only door to libxlsxwriter is xlsx.c.
 *
 * What a cell holds is a text or a number and never a formula, whatever a label begins with.  Same
 * sheets, same bytes. */
#ifndef WRITE_XLSX_H
#define WRITE_XLSX_H

#include <stdio.h>
#include <time.h>

#include "waardering/status.h"
#include "write/sheet.h"

enum { WRD_SHEET_NAME = 31 }; /* characters that the name of a sheet may have */

struct wrd_xlsx {
    const char *title;
    time_t made;          /* UTC */
    const char *contents; /* the sheet that the note of every other leads to */
    const struct wrd_sheet *const *sheets;
    size_t n_sheets;
};

/* NULL: written; or what the library says is wrong. */
const char *wrd_xlsx_write(const struct wrd_xlsx *book, struct wrd_arena *arena, FILE *to);

#endif
