/* waardering/response.h - who took part of those who were invited, counted and not yet protected.
 *
 * METHOD 7.26.  Made by tabulate, one a source.  Everybody who was invited counts as eligible.
 *
 * Units    Counts of persons or organisations, unweighted.
 * Memory   Lives as long as the arena of the report. */
#ifndef WAARDERING_RESPONSE_H
#define WAARDERING_RESPONSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/status.h"

struct wrd_response_group { /* of population.csv, unit invited: a stratum of the sampling frame */
    const char *code;       /* "2", "2*m" */
    const char *label[WRD_LANGS];
    uint64_t invited, respondents;
};

struct wrd_response_by {
    const char *name;                  /* "age", "age*gender" */
    const char *label[WRD_LANGS];      /* the question, or the questions */
    struct wrd_response_group *groups; /* in the order of the answers */
    size_t n_groups;
    uint64_t unknown; /* respondents of whom the group is not known */
};

struct wrd_response {
    size_t source;
    uint64_t invited;           /* 0: not known, or fewer than took part */
    uint64_t complete, partial; /* together the respondents */
    bool census;                /* everybody there is was invited */
    struct wrd_response_by *by;
    size_t n_by;
};

static inline uint64_t wrd_respondents(const struct wrd_response *response)
{
    return response->complete + response->partial;
}

/* Whether the group of nearly all is known: else the others could change what the groups say. */
static inline bool wrd_response_is_known(const struct wrd_response_by *by)
{
    uint64_t respondents = by->unknown;
    for (size_t g = 0; g < by->n_groups; g++)
        respondents += by->groups[g].respondents;
    return by->unknown * 10 <= respondents;
}

#endif
