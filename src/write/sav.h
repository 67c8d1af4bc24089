/* write/sav.h - an SPSS file as it will be: its variables and what every answer becomes.
 *
 * write/sav.c is the door to ReadStat for writing; write/export.c decides what goes through it.
 *
 * Shapes   The cell of respondent i is cells[slot of i in `from`] (wrd_column_slot), or numbers[i]; a
 *          number that is not finite is system-missing. */
#ifndef WRITE_SAV_H
#define WRITE_SAV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "waardering/arena.h"
#include "waardering/frame.h"

struct wrd_sav_cell {
    bool filled; /* else system-missing, or blank */
    double number;
    const char *text; /* of a column with a width */
};

struct wrd_sav_label {
    struct wrd_sav_cell value;
    const char *label;
    bool missing; /* declared as a missing value */
};

struct wrd_sav_column {
    const char *name, *label;
    const char *of;   /* variable of the codebook that it holds; "" none */
    const char *code; /* of the answer, where it is a box; else NULL */
    size_t width;     /* bytes of a text; 0: a number */
    int decimals;
    enum { WRD_SAV_NOMINAL, WRD_SAV_ORDINAL, WRD_SAV_SCALE } measure;
    const struct wrd_sav_label *labels;
    size_t n_labels;
    bool range; /* the missing values are all from the lowest to the highest of them */
    const struct wrd_column *from;
    const struct wrd_sav_cell *cells;
    const double *numbers; /* instead of `from` and `cells` */
    bool weighs;           /* the file is weighted by this column */
};

struct wrd_sav_sheet {
    const char *label;
    int year, month,
        day; /* the date of the file: that of the fieldwork, so that it does not change */
    const struct wrd_sav_column *columns;
    size_t n_columns, n_rows;
    const char *const *notes; /* lines of at most 80 bytes */
    size_t n_notes;
};

/* NULL, or why it could not be made. */
const char *wrd_sav_put(const struct wrd_sav_sheet *sheet, FILE *to);

#endif
