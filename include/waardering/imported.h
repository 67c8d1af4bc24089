/* waardering/imported.h - a study made from a file of another program: what is known of it, and the
 * answers as they will stand in its CSV file.
 *
 * Shapes   Cell (row, column) of the answers is columns[c].texts[columns[c].index[row]].
 * Memory   Lives as long as the arena it was made in. */
#ifndef WAARDERING_IMPORTED_H
#define WAARDERING_IMPORTED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/codebook.h"
#include "waardering/study.h"

struct wrd_imported_column {
    const char *header;
    const char *const *texts; /* the different answers; texts[0] is "" */
    const uint32_t *index;    /* [n_rows] */
};

struct wrd_imported {
    const char *from;        /* name of the file it was made from */
    struct wrd_study *study; /* one source, one wave */
    struct wrd_codebook *book;
    bool is_whole; /* nothing has to be filled in: the file had the study in its notes */
    struct wrd_imported_column *columns;
    size_t n_columns, n_rows;
};

#endif
