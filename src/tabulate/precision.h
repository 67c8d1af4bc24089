/* tabulate/precision.h - the precision of a figure under a design that sums alone do not carry:
 * clusters, fitted weights, replicates.
 *
 * METHODS 7.2-7.5, 7.17, 7.18, from what every respondent adds (influence.h, stats/design.h).
 *
 * Units    The variance of the figure as it is: shares 0-1, indices 0-100.
 * Memory   Lives as long as `scratch`. */
#ifndef TABULATE_PRECISION_H
#define TABULATE_PRECISION_H

#include "stats/interval.h"
#include "tabulate/cut.h"
#include "tabulate/estimate.h"
#include "waardering/table.h"

/* Strata and a finite population need no more than the sums of a domain. */
static inline bool wrd_precision_from_sums(const struct wrd_design *design)
{
    return !design->psu && !design->calibration && design->variance == WRD_TAYLOR;
}

/* The respondents of a group: slot[i] < answers has an answer, below n_slots a reason why not. */
struct wrd_members {
    const uint32_t *slot;
    size_t answers, n_slots;
};
/* option: of a multiple question, whose two answers are then ticked and not; else NULL.  n: how many
 * respondents there are. */
struct wrd_members wrd_members_of(struct wrd_arena *scratch, size_t n, const struct wrd_cut *cut,
                                  const struct wrd_cut *option);

/* `value`: the figure, its value and weight_sum. */
struct wrd_precision wrd_precision_of(struct wrd_arena *scratch, const struct wrd_design *design,
                                      const struct wrd_members *members, const struct wrd_row *row,
                                      const struct wrd_measure *measure,
                                      const struct wrd_figure *value);

#endif
