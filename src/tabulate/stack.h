/* tabulate/stack.h - volunteers and organisations as one sample, in which an organisation and those who
 * volunteer in it are one unit.
 *
 * METHOD 7.10.  The answers of both sources are put under each other.  The unit is the organisation
 * that a respondent names, within its stratum; who names none is a unit alone.  Both sources have the
 * same strata, or the stack has none: an organisation cannot lie in two.  Nothing is taken off for a
 * finite population, and replicates are not made.  What each source's weights were fitted to is taken
 * from its own answers (METHODS 7.17 and 7.18).
 *
 * Shapes   The sides are those of gap.h.  A side's scores are of its own respondents.
 * Units    Of the figures themselves.
 * Errors   None: NaN where there is no variance.
 * Memory   Lives as long as the arena that is given; keeps the designs of the frames. */
#ifndef TABULATE_STACK_H
#define TABULATE_STACK_H

#include "stats/design.h"
#include "waardering/frame.h"
#include "waardering/gap.h"

/* One source, and the column that says to which organisation a respondent belongs. */
struct wrd_stacked {
    const struct wrd_frame *frame;
    const struct wrd_column *link;
};
struct wrd_stack {
    struct wrd_design design[WRD_GAP_SIDES]; /* each source's own, on the units of the stack */
};

/* same_strata: the strata of both are made by the same variables. */
struct wrd_stack wrd_stack_new(struct wrd_arena *arena,
                               const struct wrd_stacked sources[WRD_GAP_SIDES], bool same_strata);
/* Whether any organisation is on both sides. */
bool wrd_stack_is_linked(const struct wrd_stacked sources[WRD_GAP_SIDES]);

/* Of the figure of the organisations less that of the volunteers. */
double wrd_stack_variance(const struct wrd_stack *stack,
                          const struct wrd_scores scores[WRD_GAP_SIDES]);
/* METHOD 7.3, as of R's svyttest: units with a respondent whose value is below answers[side], less
 * strata that have any, less one. */
double wrd_stack_degrees(const struct wrd_stack *stack,
                         const struct wrd_scores scores[WRD_GAP_SIDES],
                         const size_t answers[WRD_GAP_SIDES]);

#endif
