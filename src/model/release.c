/* model/release.c - what may be read of a release. */
#include "model/release_body.h"

size_t wrd_release_tables(const struct wrd_release *release)
{
    return release->n_tables;
}

const struct wrd_seen_table *wrd_release_table(const struct wrd_release *release, size_t i)
{
    return &release->tables[i];
}

size_t wrd_release_fittings(const struct wrd_release *release)
{
    return release->n_fittings;
}

const struct wrd_seen_fitting *wrd_release_fitting(const struct wrd_release *release, size_t i)
{
    return &release->fittings[i];
}

size_t wrd_release_joints(const struct wrd_release *release)
{
    return release->n_joints;
}

const struct wrd_seen_joint *wrd_release_joint(const struct wrd_release *release, size_t i)
{
    return &release->joints[i];
}

size_t wrd_release_gaps(const struct wrd_release *release)
{
    return release->n_gaps;
}

const struct wrd_seen_gap *wrd_release_gap(const struct wrd_release *release, size_t i)
{
    return &release->gaps[i];
}

size_t wrd_release_routes(const struct wrd_release *release)
{
    return release->n_routes;
}

const struct wrd_seen_routes *wrd_release_route(const struct wrd_release *release, size_t i)
{
    return &release->routes[i];
}

size_t wrd_release_task_sets(const struct wrd_release *release)
{
    return release->n_tasks;
}

const struct wrd_seen_task_set *wrd_release_task_set(const struct wrd_release *release, size_t i)
{
    return &release->tasks[i];
}

size_t wrd_release_quality_rows(const struct wrd_release *release)
{
    return release->n_quality;
}

const struct wrd_seen_quality *wrd_release_quality(const struct wrd_release *release, size_t i)
{
    return &release->quality[i];
}

size_t wrd_release_responses(const struct wrd_release *release)
{
    return release->n_responses;
}

const struct wrd_seen_response *wrd_release_response(const struct wrd_release *release, size_t i)
{
    return &release->responses[i];
}

const struct wrd_study *wrd_release_study(const struct wrd_release *release)
{
    return release->study;
}

const struct wrd_codebook *wrd_release_codebook(const struct wrd_release *release)
{
    return release->codebook;
}

size_t wrd_release_wave(const struct wrd_release *release)
{
    return release->wave;
}

struct wrd_release_count wrd_release_counted(const struct wrd_release *release)
{
    return release->count;
}

/* PROTECTION.md R6: a decimal more would give away the counts behind a figure. */
int wrd_statistic_decimals(enum wrd_statistic statistic)
{
    switch (statistic) {
    case WRD_MEAN:
    case WRD_MEDIAN:
    case WRD_SD:
        return 1;
    case WRD_ALPHA:
    case WRD_OMEGA:
        return 2;
    default:
        return 0;
    }
}

const struct wrd_sampling *wrd_release_sampling(const struct wrd_release *release, size_t source)
{
    const struct wrd_sampling *sampling = &release->sampling[source];
    return sampling->used ? sampling : NULL;
}
