/* write/plan.h - a release in reading order: one topic a question or scale, with everything that is
 * shown about it.
 *
 * Memory   Lives in the arena it is given; the release must outlive it. */
#ifndef WRITE_PLAN_H
#define WRITE_PLAN_H

#include "waardering/arena.h"
#include "waardering/headline.h"

struct wrd_topic {
    const struct wrd_outcome *outcome;
    size_t source;
    const struct wrd_seen_table *total;    /* NULL: none */
    const struct wrd_seen_table **earlier; /* totals of other waves, the latest first */
    size_t n_earlier;
    const struct wrd_seen_table **by; /* breakdowns, those left out too */
    size_t n_by;
    /* rows of the total, then those that only an earlier wave has (merged answers) */
    const struct wrd_row **rows;
    size_t n_rows;
};

struct wrd_plan {
    const struct wrd_release *release;
    const struct wrd_study *study;
    const struct wrd_codebook *codebook;
    const struct wrd_wave *wave;
    size_t wave_index;
    struct wrd_topic *topics; /* in the order of the release */
    size_t n_topics;
    struct wrd_headlines headlines;
    struct wrd_arena *arena; /* for what a writer makes on its way */
};

struct wrd_plan *wrd_plan_new(struct wrd_arena *arena, const struct wrd_release *release);

/* The topic of this source and name, or NULL. */
const struct wrd_topic *wrd_plan_topic(const struct wrd_plan *plan, size_t source,
                                       const char *name);
/* The cell of the same statistic and answer as `row`, or NULL if the table has no such row. */
const struct wrd_seen *wrd_seen_of(const struct wrd_seen_table *table, size_t group,
                                   const struct wrd_row *row);
/* The first row of a statistic, or NULL. */
const struct wrd_row *wrd_seen_row(const struct wrd_seen_table *table,
                                   enum wrd_statistic statistic);
/* The base of a group: n of its first shown figure that is not of another base; false: hidden. */
bool wrd_seen_n(const struct wrd_seen_table *table, size_t group, uint64_t *n);
/* Whether any cell of the table, or any change of its rows, has this state, or this flag. */
bool wrd_seen_has_state(const struct wrd_seen_table *table, enum wrd_state state);
bool wrd_seen_has_flag(const struct wrd_seen_table *table, char flag);
/* Whether a group is marked as higher or lower than the others. */
bool wrd_seen_differs(const struct wrd_seen_table *table);
/* An exact count about a source in this wave ("used", ...); false: not known. */
bool wrd_plan_count(const struct wrd_plan *plan, size_t source, const char *check, uint64_t *count);
/* The response of a source in this wave; NULL: not known. */
const struct wrd_seen_response *wrd_plan_response(const struct wrd_plan *plan, size_t source);

#endif
