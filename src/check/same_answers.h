/* check/same_answers.h - respondents who answered every closed question alike.
 *
 * METHOD 7.29.  Two people rarely agree on a whole questionnaire; a form sent twice does.
 *
 * Shapes   same[n]: set to 1 for every respondent of whom there is another one alike, whatever their
 *          order in the file.
 * Memory   14 bytes a respondent, given back. */
#ifndef CHECK_SAME_ANSWERS_H
#define CHECK_SAME_ANSWERS_H

#include "waardering/codebook.h"
#include "waardering/frame.h"

enum { WRD_SAME_LEAST = 12 }; /* fewer valid answers may well be equal by chance */

/* false: this wave has too few closed questions for anybody to be judged. */
bool wrd_same_answers(const struct wrd_codebook *book, const struct wrd_frame *frame,
                      uint8_t *same);

#endif
