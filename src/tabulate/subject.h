/* tabulate/subject.h - what an outcome is computed from: a column of codes and what they are worth.
 *
 * Memory   What the outcome keeps is of `arena`, a derived column is of `scratch`. */
#ifndef TABULATE_SUBJECT_H
#define TABULATE_SUBJECT_H

#include "tabulate/estimate.h"
#include "waardering/diag.h"
#include "waardering/frame.h"
#include "waardering/table.h"

struct wrd_subject {
    struct wrd_column column;         /* of the frame; of a scale or a multiple question derived */
    const struct wrd_column *options; /* [n_categories] of a multiple question; else NULL */
    struct wrd_measure measure;
};

/* Sets n_categories and score of the outcome too.  Errors: those of wrd_scale_column. */
enum wrd_status wrd_subject_take(struct wrd_arena *arena, struct wrd_arena *scratch,
                                 const struct wrd_codebook *book, const struct wrd_frame *frame,
                                 struct wrd_outcome *outcome, struct wrd_diag *diag,
                                 struct wrd_subject *subject);

#endif
