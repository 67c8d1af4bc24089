/* waardering/frame.h - the answers of one source in one wave, wide and columnar.
 *
 * Shapes   Every column has one code a respondent, in the order of the file.  A code below n_codes
 *          is an answer; WRD_FIRST_REASON + r (or WRD_FIRST_REASON16 + r) says why there is none.
 * Units    score[i] / score_unit is the value of code i, exactly; line counts from 1.
 * Memory   Lives as long as the arena of the run.  Open text and ids never enter it. */
#ifndef WAARDERING_FRAME_H
#define WAARDERING_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/codebook.h"
#include "waardering/patterns.h"

/* One of c8 and c16 is set; both NULL: not asked in this wave or source. */
struct wrd_column {
    uint8_t *c8;
    uint16_t *c16; /* for lists or numbers with more than 248 answers */
    size_t n_codes;
    /* [n_codes], NULL without scores.  A number's codes are its distinct values, in rising order:
     * so a mean, a median and their variances follow from counts, exactly. */
    const int64_t *score;
    int64_t score_unit; /* > 0 */
    /* type weight: units / 10^decimals; type date: seconds since the start of 1970, where a time
     * stands behind the date; a negative one is missing */
    int64_t *units;
    uint8_t decimals;
    /* type id only: a keyed hash that is worth nothing outside this run, the same for the same id in
     * every file; 0: no id */
    uint64_t *id;
    /* type multiple only: a column an answer of the list; codes 0 not ticked, 1 ticked */
    struct wrd_column *options;
    size_t n_options;
    /* how often each happened among the respondents used; text has only this */
    uint64_t valid, missing[WRD_REASON_SLOTS];
    uint64_t names_money; /* type text only: answers in the file that are about money */
};

struct wrd_set_aside { /* a row that was not used, or an answer that cost itself */
    uint32_t line, column;
    const char *reason; /* a fixed English word: "empty", "duplicate", "too few fields", ... */
};

/* METHOD 7.16: the weighting table.  Shares are 0-1 of the respondents with an answer on the margin. */
struct wrd_margin_row {
    const char *margin, *code; /* as in population.csv: "age*gender", "2*m" */
    uint64_t n;                /* respondents */
    uint64_t population;       /* how many there are */
    double before, after, target;
};
struct wrd_fitting {
    const struct wrd_margin_row *rows;
    size_t n_rows;
    double deff, n_effective; /* Kish, METHOD 7.14 */
    double smallest, largest; /* weight, times the mean */
    unsigned cycles;
    uint64_t trimmed; /* respondents whose weight was held at a limit */
};

struct wrd_frame {
    size_t source, wave;        /* index in the study */
    const char *file;           /* as in study.yml */
    size_t n;                   /* respondents used */
    uint32_t *line;             /* [n] */
    struct wrd_column *columns; /* [codebook->n_variables] */
    struct {                    /* rows = used + empty + set_aside + duplicate */
        uint64_t rows, used, empty, set_aside, duplicate;
        uint64_t unnamed_columns; /* in the file, not in the codebook */
    } balance;
    struct wrd_set_aside *asides;
    size_t n_asides;
    const char *encoding; /* "utf-8", "windows-1252", "utf-16": what it was read as */
    char delimiter;
    const char *preset; /* kind of export: "plain", "limesurvey", "qualtrics", ... */
    bool has_ids;
    const uint64_t *id; /* [n] of the respondents, see wrd_column; NULL: none */

    /* Set by weight. */
    int64_t *weight;    /* [n], in grid units, >= 0; NULL: everybody 1 (weight_one units) */
    int64_t weight_one; /* grid units of a weight of 1: 10^N for a grid of 1e-N */
    int grid_exponent;
    struct wrd_design design;
    const struct wrd_fitting *fitting; /* what fitting did; NULL: it was not fitted */

    const struct wrd_patterns *patterns; /* set by check; NULL: not judged */
};

static inline unsigned wrd_column_code(const struct wrd_column *column, size_t i)
{
    return column->c8 ? column->c8[i] : column->c16[i];
}

/* Slot of code or reason in a tally: answers first, then WRD_REASON_SLOTS reasons. */
static inline size_t wrd_column_slot(const struct wrd_column *column, size_t i)
{
    if (column->c8)
        return column->c8[i] < WRD_FIRST_REASON
                   ? column->c8[i]
                   : column->n_codes + (column->c8[i] - WRD_FIRST_REASON);
    return column->c16[i] < WRD_FIRST_REASON16
               ? column->c16[i]
               : column->n_codes + (column->c16[i] - WRD_FIRST_REASON16);
}

#endif
