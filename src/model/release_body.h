/* model/release_body.h - the inside of a release.  Included by model/release.c, which reads it, and by
 * disclose/seal.c, which alone makes it; tests/floors.sh fails when anyone else does. */
#ifndef MODEL_RELEASE_BODY_H
#define MODEL_RELEASE_BODY_H

#include "waardering/release.h"

struct wrd_release {
    const struct wrd_study *study;
    const struct wrd_codebook *codebook;
    size_t wave;
    struct wrd_seen_table *tables;
    size_t n_tables;
    struct wrd_seen_quality *quality;
    size_t n_quality;
    struct wrd_seen_fitting *fittings;
    size_t n_fittings;
    struct wrd_seen_joint *joints; /* of this wave, as wrd_tables has them */
    size_t n_joints;
    struct wrd_seen_gap *gaps; /* of this wave */
    size_t n_gaps;
    struct wrd_seen_routes *routes; /* of this wave */
    size_t n_routes;
    struct wrd_seen_task_set *tasks; /* of this wave */
    size_t n_tasks;
    struct wrd_release_count count;
    struct wrd_sampling sampling[WRD_MAX_SOURCES]; /* by source */
    struct wrd_seen_response *responses;           /* this wave's first */
    size_t n_responses;
};

#endif
