/* read/label_meaning.h - what the label of an answer says about it, in Dutch and English.
 *
 * Case, accents and punctuation do not count: "N.v.t." is "n v t". */
#ifndef READ_LABEL_MEANING_H
#define READ_LABEL_MEANING_H

#include <stdbool.h>

#include "waardering/codebook.h"

/* Why an answer with this label is none; WRD_NO_REASON: it is one, or the label does not say.
 * is_reason: it is known to be none, and a word in the label is enough; else the whole label tells. */
enum wrd_reason wrd_label_reason(const char *label, bool is_reason);
/* "don't know" and nothing else. */
bool wrd_label_is_dont_know(const char *label);
/* Of agreement and satisfaction; WRD_SIDE_NONE: the label is about something else. */
enum wrd_side wrd_label_side(const char *label);
/* "not selected", the label of a box that is not ticked. */
bool wrd_label_is_unticked(const char *label);

#endif
