/* tabulate/cut.h - one group of a tally: its sums by stratum and answer.
 *
 * Shapes   sums[h * n_slots + slot]; zeros the same, or NULL; respondents[h] counts those of
 *          positive weight. */
#ifndef TABULATE_CUT_H
#define TABULATE_CUT_H

#include "tabulate/tally.h"

struct wrd_cut {
    size_t n_strata, n_slots;
    const struct wrd_sums *sums;
    const uint64_t *zeros;
    const uint64_t *respondents;
    /* [respondents of the frame] the slot of each in the group, for a design that needs them; NULL */
    const uint32_t *slots;
};

/* The groups `parts` of the tally together.  One part is borrowed from the tally. */
struct wrd_cut wrd_cut_of(struct wrd_arena *arena, const struct wrd_tally *tally,
                          const struct wrd_grouping *grouping, const uint16_t *parts,
                          size_t n_parts);

static inline size_t wrd_cut_answers(const struct wrd_cut *cut)
{
    return cut->n_slots - WRD_REASON_SLOTS;
}
/* Sums of slots [first, end) in stratum h, and how many of them have weight 0. */
struct wrd_sums wrd_cut_sums(const struct wrd_cut *cut, size_t h, size_t first, size_t end);
uint64_t wrd_cut_zeros(const struct wrd_cut *cut, size_t h, size_t first, size_t end);
/* Respondents in slots [first, end), of all strata. */
uint64_t wrd_cut_count(const struct wrd_cut *cut, size_t first, size_t end);

#endif
