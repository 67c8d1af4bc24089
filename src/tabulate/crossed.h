/* tabulate/crossed.h - an outcome by the groups of a breakdown, as the tests want it
 * (stats/crosstab.h): in the full coding of groups and answers, whatever is published.
 *
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_CROSSED_H
#define TABULATE_CROSSED_H

#include "stats/crosstab.h"
#include "tabulate/breakdown.h"

/* Settled.  stratum_n[n_strata]: respondents of positive weight, of the whole sample. */
struct wrd_crosstab wrd_crossed_new(struct wrd_arena *arena, const struct wrd_frame *frame,
                                    const uint64_t *stratum_n, const struct wrd_column *column,
                                    const struct wrd_breakdown *breakdown);

#endif
