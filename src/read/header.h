/* read/header.h - which column of a file holds which variable.
 *
 * A codebook may call a column by either of its names in read/export.h, exactly or as labels are
 * compared (wrd_text_fold), and those of a multiple question by a pattern, `G03Q01[*]` or `Q5_*`.
 * What the star stands for is a code or a label of the list.
 *
 * Shapes   found[i] is variable i of the codebook.  Columns count from 0 here, from 1 in messages.
 * Errors   Every missing, repeated or personal column is said, all in one go: WRD_EINPUT. */
#ifndef READ_HEADER_H
#define READ_HEADER_H

#include "read/export.h"
#include "read/wave.h"
#include "waardering/arena.h"
#include "waardering/diag.h"
#include "waardering/status.h"

#define WRD_NO_COLUMN ((size_t)-1)

/* A column of a multiple question.  value NULL: an open "other" that the list does not have; that
 * it is filled still says that the question was seen. */
struct wrd_found_option {
    size_t column;
    const struct wrd_value *value;
};

struct wrd_found {
    bool asked;    /* of this source and asked in this wave */
    size_t column; /* WRD_NO_COLUMN for a multiple with a column an answer */
    const struct wrd_found_option *options;
    size_t n_options;
    struct wrd_codes *coding; /* of an open question; else NULL */
};

struct wrd_header {
    struct wrd_found *found; /* [book->n_variables] */
    const char **key;        /* [n_columns]: how a message names a column; NULL if it is not used */
    size_t n_columns, n_unnamed;
};

/* `place` is the first line of the file. */
enum wrd_status wrd_header_match(struct wrd_arena *arena, const struct wrd_survey *survey,
                                 const struct wrd_export_head *head, char delimiter,
                                 struct wrd_place place, struct wrd_diag *diag,
                                 struct wrd_header *header);

#endif
