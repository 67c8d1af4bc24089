/* weight/units.h - what was drawn: the clusters of a design, in an order of their own.
 *
 * METHOD 7.2.  A cluster's id is within its stratum; a respondent without one is a cluster alone.
 * Ids are hashes under a key of this run and files may be shuffled, so units stand in the order of
 * what they hold: of their stratum, then of the answers of their respondents.  Units that hold the
 * same are interchangeable.
 *
 * Shapes   Sets psu, n_psu, psu_stratum and psu_id of the design; leaves them empty where respondents
 *          are the units and nothing asks for an order of them.
 * Errors   WRD_EINPUT, said in `diag`: a cluster that was not asked.  Strata and weights must be
 *          there before. */
#ifndef WEIGHT_UNITS_H
#define WEIGHT_UNITS_H

#include "waardering/arena.h"
#include "waardering/codebook.h"
#include "waardering/diag.h"
#include "waardering/frame.h"
#include "waardering/study.h"

enum wrd_status wrd_units(struct wrd_arena *arena, const struct wrd_study *study,
                          const struct wrd_codebook *book, struct wrd_frame *frame,
                          struct wrd_diag *diag);

#endif
