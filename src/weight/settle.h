/* weight/settle.h - strata with one unit, and what part of each stratum was drawn.
 *
 * METHODS 7.2 and 7.4.  How much answers differ cannot be seen from one unit; the policy of the design
 * says what then: merge it with the stratum beside it (said in `diag`), adjust, certainty, or stop.
 * A stratum of which the only unit there is was drawn has no chance in it and stays as it is.
 *
 * Shapes   Sets fraction of the design (NULL where the population is taken to be endless) and, where
 *          strata are merged, stratum, n_strata, stratum_name and psu_stratum anew.
 * Errors   WRD_EINPUT, said in `diag`: a lone unit under policy error; a stratum without a count in
 *          population.csv, or with a lower one than it has units. */
#ifndef WEIGHT_SETTLE_H
#define WEIGHT_SETTLE_H

#include "waardering/arena.h"
#include "waardering/codebook.h"
#include "waardering/diag.h"
#include "waardering/frame.h"
#include "waardering/study.h"

enum wrd_status wrd_strata_settle(struct wrd_arena *arena, const struct wrd_study *study,
                                  const struct wrd_codebook *book, struct wrd_frame *frame,
                                  struct wrd_diag *diag);

#endif
