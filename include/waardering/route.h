/* waardering/route.h - scales that one source was asked and that are set beside each other: the routes of
 * a municipality and its tasks.
 *
 * A route is no better than another: there is no order, only which one organisations see most, and that
 * is said only where it is clear.  Of the tasks the weakest is named, only where that is clear.
 * Nothing here knows how many there are or what they are called: scales.csv says which family a scale is of.
 *
 * Units    Points of 0-100; agreement is a share 0-1.
 * Memory   Lives as long as the arena of the report. */
#ifndef WAARDERING_ROUTE_H
#define WAARDERING_ROUTE_H

#include "waardering/table.h"

enum wrd_route_verdict {
    WRD_ROUTE_UNTESTED, /* a figure does not exist, or too few answered */
    WRD_ROUTE_LEAD,     /* named[0] */
    WRD_ROUTE_MIXED,    /* named[0] and named[1] */
    WRD_ROUTE_NO_CLEAR
};

/* Whether who names the role of a route also sees that route most.  Base: who names the role of a route
 * and sees one route more than every other. */
struct wrd_agreement {
    const struct wrd_outcome *role; /* the question that names the role; NULL: there is none */
    struct wrd_figure share;
    size_t joint;           /* of the share, in the list of joint figures */
    double kappa;           /* Cohen's, weighted; NaN: not defined */
    const uint64_t *counts; /* [n][n] respondents: role named, route seen most */
};

struct wrd_routes {
    size_t source;
    size_t n;                                  /* 2 or more */
    const struct wrd_outcome *const *outcomes; /* [n], in the order of the codebook */
    const size_t *route, *shape; /* [n]: of R_r and D_r, in the list of joint figures */
    size_t level, spread;        /* spread: highest less lowest R_r, paired */
    uint64_t respondents;        /* who have all routes */
    enum wrd_route_verdict verdict;
    size_t named[2];        /* below n */
    bool faint;             /* all routes together are little visible */
    size_t highest, lowest; /* by R_r */
    struct wrd_agreement agreement;
};

enum { WRD_NO_TASK = -1 };
struct wrd_task_set {
    size_t source;
    size_t n;
    const struct wrd_outcome *const *outcomes; /* [n] */
    bool tested;                               /* every pair could be compared */
    int weakest;                               /* lower than every other, or WRD_NO_TASK */
};

#endif
