/* tabulate/breakdown.h - the banner of a table: by what, and into which groups.
 *
 * Memory   Lives as long as the arena that is given, but the grouping as long as `scratch`. */
#ifndef TABULATE_BREAKDOWN_H
#define TABULATE_BREAKDOWN_H

#include "tabulate/tally.h"
#include "waardering/study.h"
#include "waardering/table.h"

struct wrd_groups {
    struct wrd_group *of;
    size_t n;
};
struct wrd_breakdown {
    const struct wrd_variable *by; /* NULL: everybody */
    struct wrd_grouping grouping;
    struct wrd_groups full;
    struct wrd_groups merged; /* n 0: the fallback words of the list merge nothing */
};
struct wrd_breakdowns {
    struct wrd_breakdown *of; /* [0] everybody */
    size_t n;
};

/* Those of analysis.by, or every variable with role group, that were asked in this wave. */
struct wrd_breakdowns wrd_breakdowns_new(struct wrd_arena *arena, struct wrd_arena *scratch,
                                         const struct wrd_study *study,
                                         const struct wrd_codebook *book,
                                         const struct wrd_frame *frame);

#endif
