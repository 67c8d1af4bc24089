/* tabulate/gap_pairs.h - which questions of volunteers and organisations mirror each other.
 *
 * Two questions with the same word in `pair` are a pair, where both were asked and have an index.  Of
 * sources of the same respondents the first that asked the question counts.  Two sources are linked
 * where a volunteer says in which organisation, and any of these answered: source.link names the
 * variable, which both have.
 *
 * Errors   None; a link that finds nobody is said in `diag` (N0470).
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_GAP_PAIRS_H
#define TABULATE_GAP_PAIRS_H

#include "tabulate/estimate.h"
#include "tabulate/stack.h"
#include "waardering/diag.h"

/* Two sources of the wave. */
struct wrd_couple {
    const struct wrd_frame *frame[WRD_GAP_SIDES];
    struct wrd_sample sample[WRD_GAP_SIDES];
    const struct wrd_column *link[WRD_GAP_SIDES];
    const char *link_name;         /* the variable by which organisations are known */
    const struct wrd_stack *stack; /* NULL: not linked */
};
struct wrd_pair {
    size_t item[WRD_GAP_SIDES]; /* indices of variables */
    const struct wrd_outcome *outcome[WRD_GAP_SIDES];
    const struct wrd_couple *couple;
};
struct wrd_pairs { /* in the order of the volunteers' questions */
    struct wrd_pair *of;
    size_t n;
};

struct wrd_pairs wrd_pairs_find(struct wrd_arena *arena, const struct wrd_frame *const *frames,
                                size_t n_frames, const struct wrd_tables *tables,
                                struct wrd_diag *diag);

#endif
