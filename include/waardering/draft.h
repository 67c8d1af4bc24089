/* waardering/draft.h - what the columns of an export seem to be: the draft of a codebook.
 *
 * read profiles an export and guesses (read/guess.h); write makes a study of it in which every guess
 * is marked (write/starter.h).  No value of a text, an id or a personal column is in it: only the
 * labels of closed answers, which a codebook has anyway. */
#ifndef WAARDERING_DRAFT_H
#define WAARDERING_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "waardering/codebook.h"

enum wrd_sure { WRD_SURE_NOT, WRD_SURE_RATHER, WRD_SURE_QUITE };

/* Why a column is not in the codebook. */
enum wrd_skipped {
    WRD_SKIPPED_NOT,
    WRD_SKIPPED_PERSONAL, /* says who somebody is: not even looked at */
    WRD_SKIPPED_SYSTEM,   /* of the survey tool */
    WRD_SKIPPED_MONEY,
    WRD_SKIPPED_NAME,  /* without a header, or with one that stands twice */
    WRD_SKIPPED_EMPTY, /* nobody filled it in */
    WRD_SKIPPED_DATE,  /* dates in a form that is not read */
    WRD_SKIPPED_REASONS
};

struct wrd_draft_value {
    const char *code, *label;
    enum wrd_reason reason;
    enum wrd_side side;
    bool scored; /* the code is a number, which is the score */
    bool exclusive;
};

struct wrd_draft_list {
    const char *name;
    struct wrd_draft_value *values;
    size_t n;
    bool ordered;
};

struct wrd_draft_variable {
    const char *name, *column, *label;
    enum wrd_type type;
    int list, scale; /* index, -1: none */
    char separator;
    unsigned roles;
    enum wrd_unit unit;
    enum wrd_sure sure;
};

struct wrd_draft_scale {
    const char *name, *label;
};

struct wrd_draft_column {
    const char *header; /* as a message names it */
    enum wrd_skipped skipped;
    int variable; /* index, -1: none */
};

struct wrd_draft {
    struct wrd_draft_column *columns;
    size_t n_columns;
    struct wrd_draft_variable *variables;
    size_t n_variables;
    struct wrd_draft_list *lists;
    size_t n_lists;
    struct wrd_draft_scale *scales;
    size_t n_scales;
    const char *export_preset; /* "limesurvey" */
    bool labels;               /* the cells hold labels, not codes */
    char decimal;
    enum wrd_lang lang; /* of the labels */
    const char *wave;
};

#endif
