/* weight/strata.h - which stratum every respondent is in.
 *
 * Shapes   Sets stratum, n_strata and stratum_name of the design: a dense index over the crosses of
 *          design.strata that occur, in the order of the lists, the first variable slowest.
 * Errors   WRD_EINPUT, said in `diag`: a stratum that was not asked, a respondent without one. */
#ifndef WEIGHT_STRATA_H
#define WEIGHT_STRATA_H

#include "waardering/arena.h"
#include "waardering/codebook.h"
#include "waardering/diag.h"
#include "waardering/frame.h"
#include "waardering/study.h"

enum wrd_status wrd_strata(struct wrd_arena *arena, const struct wrd_study *study,
                           const struct wrd_codebook *book, struct wrd_frame *frame,
                           struct wrd_diag *diag);

#endif
