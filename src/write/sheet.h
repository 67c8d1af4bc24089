/* write/sheet.h - a table of a workbook as it will stand on its sheet.
 *
 * One table a sheet: title, a note and what it is based on above it, then headers and rows, nothing
 * merged and no column without content.  A figure is a number as the release holds it, rounded (R6),
 * or its sign in brackets: no figure is formatted here.
 *
 * Shapes   Column 0 holds what a row is about.
 * Memory   In the arena; texts that are given must live as long. */
#ifndef WRITE_SHEET_H
#define WRITE_SHEET_H

#include "waardering/arena.h"
#include "waardering/release.h"

enum wrd_cell_kind { WRD_CELL_NONE, WRD_CELL_TEXT, WRD_CELL_NUMBER };

struct wrd_sheet_cell {
    enum wrd_cell_kind kind;
    int decimals;
    const char *text;
    const char *link; /* the sheet that the text leads to; NULL: none */
    double number;
};

struct wrd_sheet {
    struct wrd_arena *arena;
    const char *name;  /* of the sheet, as Excel allows it */
    const char *title; /* A1 */
    const char *note;  /* A2 */
    const char *base;  /* A3 */
    const char **heads;
    size_t n_columns;
    struct wrd_sheet_cell *cells; /* [n_rows][n_columns] */
    size_t n_rows, room;
};

/* No rows yet.  The heads must differ. */
struct wrd_sheet *wrd_sheet_new(struct wrd_arena *arena, const char *name, const char *title,
                                const char *const *heads, size_t n_columns);
/* Begins the next row; what is put stands in the row that was begun last. */
void wrd_sheet_row(struct wrd_sheet *sheet);
void wrd_sheet_text(struct wrd_sheet *sheet, size_t column, const char *text); /* NULL: nothing */
void wrd_sheet_link(struct wrd_sheet *sheet, size_t column, const char *text, const char *to);
void wrd_sheet_number(struct wrd_sheet *sheet, size_t column, double number, int decimals);
/* A row of two texts. */
void wrd_sheet_pair(struct wrd_sheet *sheet, const char *first, const char *second);

/* A figure takes five columns: value, lower and upper bound, n, sign. */
enum { WRD_FIGURE_COLUMNS = 5 };
void wrd_sheet_figure(struct wrd_sheet *sheet, size_t column, const struct wrd_seen *seen,
                      int decimals);
/* "[c]", "[u]", "[b]", "[z]"; NULL: none. */
const char *wrd_sheet_sign(const struct wrd_seen *seen);

/* Takes the columns out in which no row has anything. */
void wrd_sheet_tidy(struct wrd_sheet *sheet);

#endif
