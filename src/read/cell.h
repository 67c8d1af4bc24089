/* read/cell.h - one cell, or the cells of one question, become one answer of a row.
 *
 * A wrong answer costs that answer: its code says "invalid", and it is remembered with its line and
 * column for what is said at the end of the file. */
#ifndef READ_CELL_H
#define READ_CELL_H

#include "core/csv.h"
#include "read/columns.h"

struct wrd_cells {
    char decimal;           /* mark of the source */
    bool labels;            /* answers are labels */
    const char *separators; /* of a multiple question whose variable names none */
    struct wrd_asides *asides;
};

/* Reads the answer of `of` in `record` into row `row`. */
void wrd_cell_read(const struct wrd_cells *cells, struct wrd_answers_of *of,
                   const struct wrd_record *record, size_t row);
/* The text of a field without white space around it. */
const char *wrd_cell_text(const struct wrd_field *field, size_t *len);

#endif
