/* read/header.h - which column of a file holds which variable.
 *
 * Presets  plain: a header is a name, compared exactly and then as labels are (wrd_text_fold).
 *          limesurvey: also `code. text` and `code[sub]. text [label]`, of which the part before
 *          ". " is the name.  auto: limesurvey where that finds more columns than plain.
 * Shapes   found[i] is variable i of the codebook.  Columns count from 0 here, from 1 in messages.
 * Errors   Every missing, repeated or personal column is said, all in one go: WRD_EINPUT. */
#ifndef READ_HEADER_H
#define READ_HEADER_H

#include "core/csv.h"
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
    const char *preset;      /* "plain", "limesurvey" */
    struct wrd_found *found; /* [book->n_variables] */
    const char **key;        /* [n_columns]: how a message names a column; NULL if it is not used */
    size_t n_columns, n_unnamed;
};

/* `place` is the first line of the file. */
enum wrd_status wrd_header_match(struct wrd_arena *arena, const struct wrd_survey *survey,
                                 const struct wrd_record *record, char delimiter,
                                 struct wrd_place place, struct wrd_diag *diag,
                                 struct wrd_header *header);

/* Whether a header, of `code. text` its code, says who somebody is: see model/personal.h. */
bool wrd_header_is_personal(const char *header, size_t len);
/* Length of the code before ". "; 0: the header is no `code. text`. */
size_t wrd_header_code(const char *header, size_t len);

#endif
