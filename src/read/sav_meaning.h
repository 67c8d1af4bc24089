/* read/sav_meaning.h - what the label of an answer says about it, in Dutch and English.
 *
 * Case, accents and punctuation do not count: "N.v.t." is "n v t". */
#ifndef READ_SAV_MEANING_H
#define READ_SAV_MEANING_H

#include <stdbool.h>

#include "waardering/codebook.h"

/* Why an answer with this label is none; WRD_NO_REASON: the label does not say. */
enum wrd_reason wrd_sav_label_reason(const char *label);
/* "don't know" and nothing else. */
bool wrd_label_is_dont_know(const char *label);
/* Of agreement and satisfaction; WRD_SIDE_NONE: the label is about something else. */
enum wrd_side wrd_label_side(const char *label);
/* "not selected", the label of a box that is not ticked. */
bool wrd_label_is_unticked(const char *label);

#endif
