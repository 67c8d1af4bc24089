/* waardering/release.h - what may be seen.
 *
 * A release is a copy of the tables in which the numbers of unsafe cells are erased, not hidden.
 * Only disclose can make one (its body is in src/model/release_body.h, which only model and
 * disclose/seal.c include: tests/floors.sh checks it), and writers accept nothing else.
 *
 * Units    Values are as shown: percentages and indices whole, means and grades with one decimal;
 *          value is rounded once, half away from zero, and every format shows these same numbers.
 * Memory   Lives as long as the arena of the report. */
#ifndef WAARDERING_RELEASE_H
#define WAARDERING_RELEASE_H

#include "waardering/joint.h"
#include "waardering/quality.h"
#include "waardering/route.h"
#include "waardering/table.h"

struct wrd_release;

enum wrd_state { WRD_SHOWN, WRD_HIDDEN, WRD_NOT_DEFINED };

struct wrd_seen { /* one cell */
    enum wrd_state state;
    bool has_interval;
    bool has_n;
    char flag;            /* 0, 'c', 'b' (series break), 'z' (not defined) */
    double value, lo, hi; /* 0 unless shown */
    uint64_t n;           /* 0 unless has_n */
    /* 1: higher than all other groups together, -1: lower; 0: no clear difference, or it may not be told */
    int differs;
};

/* A figure of everybody against that of the wave before; shown only where both are, with their
 * bounds.  A series break is not defined, with flag 'b'; a row that has no change has no flag. */
struct wrd_seen_change {
    struct wrd_seen cell; /* in the unit and decimals of the figure; n of the wave that has fewer */
    enum wrd_verdict verdict; /* NONE unless shown; or BREAK */
    enum wrd_verdict line;    /* over three waves and more: RISEN, FALLEN, UNCLEAR, or NONE */
};

/* Why a table looks as it does. */
enum wrd_table_design {
    WRD_DESIGN_FULL,
    WRD_DESIGN_ANSWERS_MERGED,
    WRD_DESIGN_GROUPS_MERGED, /* answers too */
    WRD_DESIGN_LEFT_OUT       /* n_rows is 0 */
};

struct wrd_seen_table {
    const struct wrd_outcome *outcome; /* labels and axes only: its counts are NULL here */
    size_t source, wave;
    const struct wrd_variable *by; /* NULL: everybody */
    enum wrd_table_design design;
    const struct wrd_row *const *rows;
    size_t n_rows;
    const struct wrd_group *groups;
    size_t n_groups;
    const struct wrd_seen *cells; /* [n_groups][n_rows] */
    /* Of this wave's total. */
    const struct wrd_seen_change *changes; /* [n_rows]; NULL: there is no wave to compare with */
    size_t before;                         /* that wave */
    size_t line_first;                     /* where a line begins */
    bool linked;                           /* it is known who took part in both */
};

/* A figure of several outcomes together, see joint.h. */
struct wrd_seen_joint {
    enum wrd_statistic statistic;
    size_t source; /* or WRD_BOTH_SOURCES */
    const char *table, *variable, *code;
    struct wrd_seen seen;
    size_t n_of; /* outcomes it is made of */
};

/* Volunteers beside organisations, see gap.h. */
struct wrd_seen_gap {
    const char *name;
    const struct wrd_scale *scale; /* NULL: of two questions */
    const struct wrd_variable *question[WRD_GAP_SIDES];
    size_t source[WRD_GAP_SIDES];
    struct wrd_seen side[WRD_GAP_SIDES];          /* the index of each */
    const struct wrd_seen *index, *top2, *paired; /* NULL: there is none */
    enum wrd_gap_verdict verdict; /* UNTESTED unless the index of the gap is shown */
    bool linked, repeats;
};

/* Routes beside each other, see route.h: all of it is shown, or nothing. */
struct wrd_seen_routes {
    size_t source, n;
    const struct wrd_scale *const *scales;              /* [n] */
    const struct wrd_seen *const *route, *const *shape; /* [n] */
    const struct wrd_seen *level, *spread;              /* spread: highest less lowest */
    enum wrd_route_verdict verdict;                     /* UNTESTED unless shown */
    size_t named[2];
    bool faint;
    const struct wrd_variable *role; /* the question that names it; NULL: there is none */
    struct wrd_seen agreement;       /* percent */
    bool has_kappa, few;             /* few: it rests on fewer than thirty */
    double kappa;                    /* two decimals */
};
/* Tasks beside each other: their figures stand in their own tables. */
struct wrd_seen_task_set {
    size_t source, n;
    const struct wrd_scale *const *scales; /* [n] */
    bool tested; /* every answer to them is shown, and every pair was tested */
    int weakest; /* WRD_NO_TASK: none, or not tested */
};

struct wrd_seen_quality {
    struct wrd_quality_row row; /* count 0 where masked */
    bool masked;                /* shown as <5 */
};

/* METHOD 7.16: what weighting to known totals did to one source of this wave. */
struct wrd_seen_margin {
    const char *margin, *code;    /* as in population.csv: "age*gender", "2*m" */
    bool hidden;                  /* n and before are 0 */
    uint64_t n;                   /* respondents */
    double before, after, target; /* percent, whole */
};
struct wrd_seen_fitting {
    size_t source;
    const struct wrd_seen_margin *rows;
    size_t n_rows;
    bool hides;  /* some n is hidden, and so is what follows, which depends on it (R11) */
    double deff; /* METHOD 7.14, one decimal */
    double smallest, largest; /* weight, times the mean, one decimal */
    uint64_t n_effective;     /* whole */
};

/* How a source of this wave was sampled; NULL: it has no answers in it. */
const struct wrd_sampling *wrd_release_sampling(const struct wrd_release *release, size_t source);
size_t wrd_release_fittings(const struct wrd_release *release);
const struct wrd_seen_fitting *wrd_release_fitting(const struct wrd_release *release, size_t i);
/* METHOD 7.26, of the invited; whole percentages, n the invited they are of. */
struct wrd_seen_response_group {
    const char *code; /* "2", "2*m" */
    const char *label[WRD_LANGS];
    struct wrd_seen seen;
};
struct wrd_seen_response_by {
    const char *name; /* "age", "age*gender" */
    const char *label[WRD_LANGS];
    const struct wrd_seen_response_group *groups;
    size_t n_groups;
    bool uneven;        /* METHOD 7.27: less even than by chance; only where all groups are shown */
    size_t most, least; /* the groups that took part most and least; only where uneven */
};
struct wrd_seen_response {
    size_t source, wave;
    uint64_t invited, respondents;
    bool census; /* everybody there is was invited */
    struct wrd_seen rr1, rr2;
    struct wrd_seen_response_by *by; /* of this wave alone */
    size_t n_by;
};

size_t wrd_release_tables(const struct wrd_release *release);
const struct wrd_seen_table *wrd_release_table(const struct wrd_release *release, size_t i);
/* Those of this wave; i is the index that tabulate gave it. */
size_t wrd_release_joints(const struct wrd_release *release);
const struct wrd_seen_joint *wrd_release_joint(const struct wrd_release *release, size_t i);
/* Those of this wave, scales first. */
size_t wrd_release_gaps(const struct wrd_release *release);
const struct wrd_seen_gap *wrd_release_gap(const struct wrd_release *release, size_t i);
/* Those of this wave: at most one a source. */
size_t wrd_release_routes(const struct wrd_release *release);
const struct wrd_seen_routes *wrd_release_route(const struct wrd_release *release, size_t i);
size_t wrd_release_task_sets(const struct wrd_release *release);
const struct wrd_seen_task_set *wrd_release_task_set(const struct wrd_release *release, size_t i);
size_t wrd_release_quality_rows(const struct wrd_release *release);
const struct wrd_seen_quality *wrd_release_quality(const struct wrd_release *release, size_t i);
size_t wrd_release_responses(const struct wrd_release *release);
const struct wrd_seen_response *wrd_release_response(const struct wrd_release *release, size_t i);
const struct wrd_study *wrd_release_study(const struct wrd_release *release);
const struct wrd_codebook *wrd_release_codebook(const struct wrd_release *release);
size_t wrd_release_wave(const struct wrd_release *release); /* the wave it is about */
/* Cells shown and hidden of this wave's tables, for the report and the manifest. */
struct wrd_release_count {
    size_t tables, left_out, cells, hidden, indices, indices_hidden;
};
struct wrd_release_count wrd_release_counted(const struct wrd_release *release);

/* Decimals a statistic is shown with: 0; 1 for means and grades, 2 for reliabilities. */
int wrd_statistic_decimals(enum wrd_statistic statistic);

static inline const struct wrd_seen *wrd_seen_cell(const struct wrd_seen_table *t, size_t group,
                                                   size_t row)
{
    return &t->cells[group * t->n_rows + row];
}

#endif
