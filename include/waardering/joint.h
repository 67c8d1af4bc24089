/* waardering/joint.h - figures of everybody that several outcomes make together: a gap (two
 * sources), a route (three scales), a reliability (the items of a scale).  They stand in no table.
 *
 * Units    Unrounded: gaps and routes in points of 0-100, alpha and omega as they are.
 * Memory   Lives as long as the arena of the report. */
#ifndef WAARDERING_JOINT_H
#define WAARDERING_JOINT_H

#include "waardering/table.h"

enum { WRD_BOTH_SOURCES = WRD_MAX_SOURCES }; /* `both` in the files */

struct wrd_joint {
    enum wrd_statistic statistic;
    size_t source;               /* or WRD_BOTH_SOURCES */
    const char *table;           /* as in results.csv */
    const char *variable, *code; /* code "": none */
    struct wrd_figure figure;    /* n: of a gap the smaller base */
    /* Everything it is computed from: it is published only where all of this is (R11). */
    const struct wrd_outcome *const *of;
    size_t n_of;
    struct wrd_linked linked; /* of a paired mean */
    /* Of two items or routes, one of which has two scores: who has both of two, where fewest have; else 0. */
    uint64_t least_together;
};
/* Returns its index, by which a release knows it too. */
size_t wrd_joint_add(struct wrd_arena *arena, struct wrd_joints *joints,
                     const struct wrd_joint *joint);
/* "vol", or "both". */
const char *wrd_source_name(const struct wrd_study *study, size_t source);

#endif
