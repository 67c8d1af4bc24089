/* read/header_parts.h - what header.c and header_options.c share: one matching of a codebook with the
 * columns of an export. */
#ifndef READ_HEADER_PARTS_H
#define READ_HEADER_PARTS_H

#include "read/header.h"

/* The two names of a column in the forms in which they are compared, in the order in which they are
 * tried. */
enum { WRD_FORM_NAME, WRD_FORM_OTHER, WRD_FORM_NAME_FOLDED, WRD_FORM_OTHER_FOLDED, WRD_FORMS };
struct wrd_header_forms {
    const char *form[WRD_FORMS];
};

struct wrd_matching {
    struct wrd_arena *arena, *scratch;
    const struct wrd_survey *survey;
    const struct wrd_export_head *head;
    struct wrd_place place;
    struct wrd_diag *diag;
    struct wrd_header_forms *forms; /* [head->n_columns] */
    struct wrd_header *header;
};

/* header.c */
const char *wrd_matching_fold(struct wrd_matching *m, const char *text);
struct wrd_place wrd_matching_at(const struct wrd_matching *m, const struct wrd_variable *variable);
void wrd_matching_use(struct wrd_matching *m, size_t column);
/* WRD_NO_COLUMN after saying why. */
size_t wrd_matching_seek(struct wrd_matching *m, const struct wrd_variable *variable,
                         const char *sought);
void wrd_matching_say_missing(struct wrd_matching *m, const struct wrd_variable *variable,
                              const char *sought);
/* The part of `text` that the star of `pattern` stands for; false: no match. */
bool wrd_star_of(const char *pattern, const char *text, const char **part, size_t *len);

/* header_options.c */

/* The pattern, with a star, of the columns of a question that has one an answer; NULL: it has not. */
const char *wrd_matching_pattern(struct wrd_matching *m, const struct wrd_variable *variable,
                                 const char *sought);
bool wrd_matching_has_option(struct wrd_matching *m, const struct wrd_variable *variable,
                             const char *pattern);
void wrd_matching_options(struct wrd_matching *m, const struct wrd_variable *variable,
                          const char *pattern, struct wrd_found *found);

#endif
