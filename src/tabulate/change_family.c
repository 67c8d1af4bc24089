/* change_family.c - METHOD 7.12: what the changes of a wave are worth among each other.
 *
 * Those of the headline figures are one family (Holm), whatever source they are of: a council reads them
 * together, and none may be named that chance would name among so many.  All other changes of a source
 * are read together (Benjamini-Hochberg). */
#include "tabulate/trend.h"

#include <math.h>
#include <stdlib.h>

#include "stats/multiplicity.h"
#include "waardering/headline.h"

/* Changes that are read together. */
struct family {
    struct wrd_change **of;
    size_t n;
};

static struct wrd_change *tested(const struct wrd_outcome *outcome, size_t row)
{
    return &outcome->trend->changes[wrd_row_tested(outcome, row)];
}

static void mark_headlines(const struct wrd_tables *now)
{
    struct wrd_arena *scratch = wrd_arena_new();
    for (size_t i = 0; i < now->codebook->n_indicators; i++) {
        struct wrd_aim aim;
        if (!wrd_aim_of(scratch, now->study, now->codebook, &now->codebook->indicators[i], &aim))
            continue;
        for (size_t o = 0; o < now->n_outcomes; o++) {
            const struct wrd_outcome *outcome = &now->outcomes[o];
            for (size_t r = 0; outcome->trend && outcome->published && r < outcome->n_rows; r++)
                if (wrd_change_name(outcome->rows[r].statistic) &&
                    wrd_aim_hits(&aim, outcome, &outcome->rows[r]))
                    tested(outcome, r)->headline = true;
        }
    }
    wrd_arena_free(scratch);
}

/* The headline figures (source WRD_MAX_SOURCES), or what else a source has. */
static struct family family_of(struct wrd_arena *scratch, const struct wrd_tables *now,
                               size_t source)
{
    size_t room = 0;
    for (size_t o = 0; o < now->n_outcomes; o++)
        room += now->outcomes[o].n_rows;
    struct family family = { wrd_arena_take_array(scratch, room, sizeof *family.of), 0 };
    for (size_t o = 0; o < now->n_outcomes; o++) {
        const struct wrd_outcome *outcome = &now->outcomes[o];
        for (size_t r = 0; outcome->trend && r < outcome->n_rows; r++) {
            struct wrd_change *change = &outcome->trend->changes[r];
            if (tested(outcome, r) == change &&
                (change->headline ? source == WRD_MAX_SOURCES : source == outcome->source))
                family.of[family.n++] = change;
        }
    }
    return family;
}

static void adjust(const struct family *family,
                   void (*by)(const double *p, size_t n, double *adjusted))
{
    double *p = wrd_alloc(family->n, sizeof *p);
    for (size_t i = 0; i < family->n; i++)
        p[i] = family->of[i]->p;
    by(p, family->n, p);
    for (size_t i = 0; i < family->n; i++)
        family->of[i]->p_adjusted = p[i];
    free(p);
}

/* A row that shares the test of another shares what is said of it. */
static void share_tests(const struct wrd_tables *now)
{
    for (size_t o = 0; o < now->n_outcomes; o++) {
        const struct wrd_outcome *outcome = &now->outcomes[o];
        for (size_t r = 0; outcome->trend && r < outcome->n_rows; r++) {
            struct wrd_change *change = &outcome->trend->changes[r];
            change->p_adjusted = tested(outcome, r)->p_adjusted;
            change->headline = tested(outcome, r)->headline;
        }
    }
}

static void judge_headlines(const struct wrd_tables *now)
{
    const double alpha = 1 - wrd_study_confidence(now->study);
    for (size_t o = 0; o < now->n_outcomes; o++) {
        const struct wrd_outcome *outcome = &now->outcomes[o];
        for (size_t r = 0; outcome->trend && r < outcome->n_rows; r++) {
            struct wrd_change *change = &outcome->trend->changes[r];
            if (change->headline)
                change->verdict = wrd_verdict_among(change, change->p_adjusted, alpha);
        }
    }
}

void wrd_adjust_changes(const struct wrd_tables *now)
{
    struct wrd_arena *scratch = wrd_arena_new();
    mark_headlines(now);
    for (size_t source = 0; source <= WRD_MAX_SOURCES; source++) {
        const struct family family = family_of(scratch, now, source);
        adjust(&family, source == WRD_MAX_SOURCES ? wrd_holm : wrd_benjamini_hochberg);
    }
    share_tests(now);
    judge_headlines(now);
    wrd_arena_free(scratch);
}
