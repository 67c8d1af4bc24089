/* read/coder.h - from a text in a cell to an answer of a list, in one wave.
 *
 * With codes a text is a code, or what was_code says of this wave; with labels it is a label of any
 * language, compared folded.  was_code goes before the list of today: the wave knows better what
 * its own export meant.
 *
 * A scale of which only the ends have words is exported as numbers, and its ends as `5 - very
 * important` or `1 (not at all)`.  So a text that is nothing else may be a number that is a code:
 * before a word, unless that word is the label of another answer; or alone, with labels, where a
 * label of the list begins with its own code.
 *
 * Units    A code is an index in list->answers; WRD_CODE_REASON + r a reason.
 * Errors   Labels that do not say which answer is meant, lists that are too long: said, NULL. */
#ifndef READ_CODER_H
#define READ_CODER_H

#include "read/wave.h"
#include "waardering/diag.h"

enum { WRD_CODE_REASON = WRD_FIRST_REASON16, WRD_CODE_UNKNOWN = 1 << 16, WRD_MAX_ANSWERS = 65000 };

struct wrd_coder;

struct wrd_coder *wrd_coder_new(const struct wrd_survey *survey,
                                const struct wrd_variable *variable, struct wrd_diag *diag);
/* `text` is trimmed and not empty.  WRD_CODE_UNKNOWN: not in the list. */
unsigned wrd_coder_find(struct wrd_coder *coder, const char *text, size_t len);
/* The most of `separators` that one text of the list has: so many may stand inside one answer. */
size_t wrd_coder_inside(const struct wrd_coder *coder, const char *separators);
void wrd_coder_free(struct wrd_coder *coder); /* NULL is allowed */

#endif
