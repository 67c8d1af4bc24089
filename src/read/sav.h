/* read/sav.h - an SPSS file as it is: its dictionary, and the different answers of every variable.
 *
 * read/sav.c is the door to ReadStat for reading.  Traps that it hides: the labels of values come
 * before their variables and belong to them by a name alone; a truncated file may end between two
 * rows, which only the number of rows in its head tells; texts of respondents are not wanted, so a
 * text variable without value labels is never read.
 *
 * Shapes   answers[index[row]] is the answer of a row; answers[0] is "none" (system-missing, blank).
 * Memory   Lives as long as the arena. */
#ifndef READ_SAV_H
#define READ_SAV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/arena.h"
#include "waardering/diag.h"

enum wrd_measure {
    WRD_MEASURE_UNKNOWN,
    WRD_MEASURE_NOMINAL,
    WRD_MEASURE_ORDINAL,
    WRD_MEASURE_SCALE
};

struct wrd_sav_value {
    double number;
    const char *text;  /* of a text variable; NULL: it is a number */
    const char *label; /* NULL: none */
    uint64_t n;        /* rows that have it */
};

struct wrd_sav_range {
    double low, high; /* both are part of it */
    const char *text; /* of a text variable: this text alone */
};
enum { WRD_SAV_RANGES = 3 };

struct wrd_sav_variable {
    const char *name, *label, *format; /* "F8.2", "DATE11" */
    bool is_text;
    enum wrd_measure measure;
    struct wrd_sav_value *labels; /* in the order of the file */
    size_t n_labels;
    struct wrd_sav_range ranges[WRD_SAV_RANGES]; /* what the file declares as missing */
    size_t n_ranges;
    struct wrd_sav_value *answers; /* NULL: not read */
    size_t n_answers;
    uint32_t *index; /* [n_rows] */
};

struct wrd_sav {
    const char *label; /* of the file; "" none */
    int year;          /* in which it was made */
    struct wrd_sav_variable *variables;
    size_t n_variables, n_rows;
    const char **notes; /* its document lines, without the spaces behind them */
    size_t n_notes;
    int weight; /* index of the variable that the file is weighted by, or -1 */
};

/* NULL after saying why: not there, not an SPSS file, broken off, in an unknown character set. */
const struct wrd_sav *wrd_sav_open(struct wrd_arena *arena, const char *path,
                                   struct wrd_diag *diag);
bool wrd_sav_is_missing(const struct wrd_sav_variable *variable, const struct wrd_sav_value *value);
bool wrd_sav_same(const struct wrd_sav_value *a, const struct wrd_sav_value *b);

#endif
