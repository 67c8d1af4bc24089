/* read/wave.h - what waves.csv says about a variable in one wave of one source. */
#ifndef READ_WAVE_H
#define READ_WAVE_H

#include <stdbool.h>
#include <stddef.h>

#include "waardering/codebook.h"
#include "waardering/study.h"

/* One file of answers: a source in a wave. */
struct wrd_survey {
    const struct wrd_study *study;
    const struct wrd_codebook *book;
    size_t wave, source; /* index in the study */
    bool labels;         /* answers are labels, as the study or the kind of export has it */
};

/* The rows of `variable` that hold here, one a call; *from starts at 0.  NULL: no more. */
const struct wrd_wave_row *wrd_wave_row_next(const struct wrd_survey *survey,
                                             const struct wrd_variable *variable, size_t *from);
/* The header that is sought; NULL: not asked in this wave. */
const char *wrd_wave_column(const struct wrd_survey *survey, const struct wrd_variable *variable);
/* The header of the column of one answer of a multiple question, where the row names one: its
 * column, or "-" (was_code `-`) when that answer was not offered in this wave.  NULL: it does not.
 */
const char *wrd_wave_option_column(const struct wrd_wave_row *row,
                                   const struct wrd_variable *variable);

/* The texts of was_code, which `|` parts; *from starts at row->was_code.  false: no more. */
bool wrd_was_code_next(const char **from, const char **text, size_t *len);

#endif
