/* tabulate/response.h - METHOD 7.26: who took part, in total and by the groups of the sampling frame.
 *
 * Errors   None.  Why a source has no response by some group is said in `diag`: more respondents
 *          than invited (W0551), another total than the wave has (N0552), a question that was not
 *          asked (N0553), too many of whom the group is not known (N0554).
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_RESPONSE_H
#define TABULATE_RESPONSE_H

#include "waardering/arena.h"
#include "waardering/diag.h"
#include "waardering/frame.h"
#include "waardering/table.h"

/* Sets responses and n_responses of `tables`: study, codebook and wave must be there. */
void wrd_responses_count(struct wrd_arena *arena, const struct wrd_frame *const *frames,
                         size_t n_frames, struct wrd_diag *diag, struct wrd_tables *tables);

/* How many respondents gave an answer to at least 80 % of the questions that they were asked: the
 * outcomes and the items of scales.  "Don't know" and "does not apply" are answers. */
uint64_t wrd_complete_count(const struct wrd_codebook *book, const struct wrd_frame *frame);

#endif
