/* waardering/table.h - what tabulate makes: figures with their axes, not yet protected.
 *
 * An *outcome* is a question or a scale in one wave of one source.  It has one table for everybody
 * (tables[0]) and one for every breakdown.  A table's stub is its rows (statistics), its banner its
 * groups.  Answers and groups that the codebook lets merge (fallback) stand beside the full ones, so
 * that disclose can choose a coding (R0) without computing anything again.
 *
 * Units    Figures are unrounded: shares 0-1, indices 0-100, means in the units of the score.
 *          counts are respondents, unweighted: the base of all protection.
 * Memory   Lives as long as the arena of the report. */
#ifndef WAARDERING_TABLE_H
#define WAARDERING_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/codebook.h"
#include "waardering/gap.h"
#include "waardering/response.h"
#include "waardering/study.h"
#include "waardering/test.h"

enum wrd_statistic {
    WRD_SHARE,
    WRD_TOP2,
    WRD_BOTTOM2,
    WRD_MEAN,
    WRD_MEDIAN,
    WRD_INDEX,
    WRD_MENTIONS,
    WRD_BREADTH,
    WRD_STAT_DONT_KNOW,
    WRD_SD, /* internal only */
    /* of joint figures, see joint.h */
    WRD_GAP_INDEX,
    WRD_GAP_TOP2,
    WRD_GAP_LINKED,
    WRD_ROUTE,
    WRD_ROUTE_SHAPE,
    WRD_ROUTE_LEVEL,
    WRD_ALPHA,
    WRD_OMEGA,
    WRD_STATISTICS
};
const char *
wrd_statistic_name(enum wrd_statistic statistic); /* "dont_know", ... as in results.csv */

/* One figure of all the scores (a mean, a median, an index), not a share of the respondents. */
bool wrd_is_of_scores(enum wrd_statistic statistic);

/* "change_share", ...; NULL: its change is not published. */
const char *wrd_change_name(enum wrd_statistic statistic);

enum wrd_outcome_kind {
    WRD_OUTCOME_ITEM,
    WRD_OUTCOME_NUMBER,
    WRD_OUTCOME_SCALE,
    WRD_OUTCOME_MULTIPLE
};

/* In which coding of the answers a row is shown. */
enum wrd_coding { WRD_CODING_BOTH, WRD_CODING_FULL, WRD_CODING_FALLBACK };

struct wrd_row {
    enum wrd_statistic statistic;
    const char *code;             /* "4", "1+2"; "" where the statistic has none */
    const char *label[WRD_LANGS]; /* of the answer, merged labels joined by " / "; "" for others */
    const uint16_t *parts;        /* the answers (indices below n_categories) it counts */
    size_t n_parts;
    enum wrd_coding coding;
    enum wrd_side side;
};

struct wrd_group {
    const char *code; /* "total" for everybody; "1+2" merged */
    const char *label[WRD_LANGS];
    const uint16_t *parts; /* answers of the group variable; none for everybody */
    size_t n_parts;
};

struct wrd_figure {
    bool exists;                  /* false: no valid answers, or not defined for these numbers */
    double value, se, df, lo, hi; /* se, df, bounds NaN where there are none */
    double weight_sum, n_effective, deff;
    uint64_t n;     /* valid answers of the group */
    bool uncertain; /* METHOD 7.8 */
};

/* METHODS 7.23 and 7.24: what may be said of two figures of one thing, or of a line through more.
 * A break: the question or the way of asking differs, so nothing was tested. */
enum wrd_verdict {
    WRD_VERDICT_NONE,
    WRD_VERDICT_RISEN,
    WRD_VERDICT_FALLEN,
    WRD_VERDICT_SAME,
    WRD_VERDICT_UNCLEAR,
    WRD_VERDICT_BREAK
};

struct wrd_change { /* of a row's figure for everybody; numbers are NaN where there are none */
    enum wrd_verdict verdict; /* NONE: the row has no change, or a figure does not exist */
    double value, se, df, t, p, lo, hi;
    bool
        equivalent; /* shown to lie within the margin: 5 points, or 5 % of the range of the scale */
    uint64_t n;     /* valid answers, of the wave that has fewer */
    double p_adjusted; /* METHOD 7.12: among the headline figures, or else among its source */
    bool headline;     /* a row of indicators.csv is about it */
};
struct wrd_slope {            /* a year, or a wave where waves have other names */
    enum wrd_verdict verdict; /* RISEN: the line rises; UNCLEAR: no clear line */
    double value, se, z, p;
};

/* Who took part in two waves.  Without any id in both everybody may be new, and all are 0. */
struct wrd_panel {
    uint64_t stayers, leavers, joiners;
    uint64_t unknown_before, unknown_now; /* no id: may be any of these */
};

/* Everybody's figures beside those of earlier waves of the same source and outcome. */
struct wrd_trend {
    size_t before; /* the latest of them */
    bool breaks;   /* it may not be set beside this wave */
    bool linked;   /* units of both waves are known to be the same: they have a covariance */
    struct wrd_panel panel;
    struct wrd_change *changes; /* [n_rows] */
    /* The waves of the line, in the order of time: this one and those that may stand beside it.
     * Fewer than three are no line. */
    const size_t *waves;
    size_t n_waves;
    const struct wrd_panel *panels; /* [n_waves - 1], between each and the next */
    const struct wrd_slope *slopes; /* [n_rows]; NULL: no line */
};

/* counts of one group: answers [n_categories], then reasons [WRD_REASON_SLOTS]. */
struct wrd_table {
    const struct wrd_outcome *outcome;
    const struct wrd_variable *by; /* NULL: everybody */
    bool merged;                   /* the groups are merged by their fallback words */
    const struct wrd_group *groups;
    size_t n_groups;
    struct wrd_figure *figures; /* [n_groups][outcome->n_rows] */
    uint64_t *counts;           /* [n_groups][outcome->n_categories + WRD_REASON_SLOTS] */
    uint64_t *base;             /* [n_groups]: valid answers; of a multiple question who saw it */
    /* The same for respondents who are in none of the groups (no answer on `by`). */
    uint64_t *rest; /* [outcome->n_categories + WRD_REASON_SLOTS] */
    uint64_t rest_base;
};

struct wrd_reliability;
/* A multiple question counts ticks: counts[g][option] is how many ticked it, and `base[g]` how many
 * saw the question; its reasons stand behind the options.  A scale's categories are its distinct
 * scores; they are never published. */
struct wrd_outcome {
    enum wrd_outcome_kind kind;
    size_t source, wave;                 /* index in the study */
    const struct wrd_variable *variable; /* NULL for a scale */
    const struct wrd_scale *scale;       /* NULL for others */
    const char *name;                    /* of the variable or scale */
    bool published; /* false: only kept because a published scale has it as an item */
    bool sensitive; /* R3, R10 */
    size_t n_categories;
    const double *score; /* [n_categories]: value, item as asked; NULL without */
    const struct wrd_row *rows;
    size_t n_rows;
    struct wrd_table
        *tables; /* [0] everybody; then by breakdown: full, and merged where it exists */
    size_t n_tables;
    const struct wrd_trend *trend; /* NULL: no earlier wave has it, or it was not compared */
    /* scale: its items' outcomes, and which of them count backwards */
    const struct wrd_outcome **items;
    const bool *reversed;
    size_t n_items;
    const struct wrd_reliability *reliability; /* see reliability.h; NULL: not looked at */
};

static inline struct wrd_figure *wrd_table_figure(const struct wrd_table *t, size_t group,
                                                  size_t row)
{
    return &t->figures[group * t->outcome->n_rows + row];
}
static inline uint64_t *wrd_table_counts(const struct wrd_table *t, size_t group)
{
    return &t->counts[group * (t->outcome->n_categories + WRD_REASON_SLOTS)];
}
/* Valid answers: of a multiple question everybody who saw it. */
static inline uint64_t wrd_table_base(const struct wrd_table *t, size_t group)
{
    return t->base[group];
}

/* METHODS 7.2-7.5: the design that the standard errors of a source rest on, in numbers of its own. */
struct wrd_sampling {
    bool used;      /* the source has answers in this wave */
    bool finite;    /* the part of the population that was drawn is taken off */
    double degrees; /* units less strata, of the whole sample; in a release NaN where hidden */
    size_t merged;  /* strata of one unit that went to a neighbour */
};

struct wrd_routes;
struct wrd_task_set;
struct wrd_joint;
struct wrd_joints { /* see joint.h */
    struct wrd_joint *of;
    size_t n, room;
};

/* All outcomes of one wave, in the order of sources, then of the codebook, scales after items. */
struct wrd_fitting;
struct wrd_tables {
    const struct wrd_study *study;
    const struct wrd_codebook *codebook;
    size_t wave;
    const struct wrd_fitting *fitting[WRD_MAX_SOURCES]; /* by source, see frame.h; NULL: none */
    struct wrd_sampling sampling[WRD_MAX_SOURCES];      /* by source */
    struct wrd_outcome *outcomes;
    size_t n_outcomes;
    struct wrd_response *responses; /* one a source of the wave */
    size_t n_responses;
    struct wrd_joints joints;
    struct wrd_gaps gaps;      /* of this wave alone */
    struct wrd_routes *routes; /* see route.h: one a source that has them, of this wave alone */
    size_t n_routes;
    struct wrd_task_set *tasks;
    size_t n_tasks;
    struct wrd_tests tests;
};

/* By what a test knows a row: its code, or of top-2 its answers, "4+5". */
const char *wrd_row_code(struct wrd_arena *arena, const struct wrd_outcome *outcome,
                         const struct wrd_row *row);

/* The row whose test is that of this one: top-2 is the share of its answers together, where they are
 * merged; else the row itself. */
size_t wrd_row_tested(const struct wrd_outcome *outcome, size_t row);

/* Whether the question, or the way of asking, differs between two waves of an outcome: then its
 * figures may not be compared. */
bool wrd_series_breaks(const struct wrd_study *study, const struct wrd_codebook *book,
                       const struct wrd_outcome *outcome, size_t then, size_t now);

#endif
