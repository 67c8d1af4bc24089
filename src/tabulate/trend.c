/* trend.c - every outcome of this wave beside those of earlier ones: METHODS 7.23 and 7.24. */
#include "tabulate/trend.h"

#include <math.h>
#include <string.h>

#include "core/number.h"
#include "stats/dist.h"
#include "waardering/steps.h"

enum { LEAST_WAVES = 3 }; /* of a line */

/* Two waves of one source. */
struct pair {
    struct wrd_links links;
    struct wrd_panel panel;
};

struct bench {
    struct wrd_arena *arena; /* of the tables */
    struct wrd_diag *diag;
    const struct wrd_study *study;
    const struct wrd_codebook *book;
    const struct wrd_frame *const *const *frames; /* [n_waves][n_frames[wave]] */
    const size_t *n_frames;
    const struct wrd_tables *const *tables; /* [n_waves] */
    size_t now;
    double confidence;
    struct wrd_arena *links; /* of the pairs */
    struct pair **pairs;     /* [n_sources][n_waves][n_waves], before behind now; NULL: not yet */
};

static const struct wrd_frame *frame_of(const struct bench *bench, size_t wave, size_t source)
{
    for (size_t f = 0; f < bench->n_frames[wave]; f++)
        if (bench->frames[wave][f]->source == source)
            return bench->frames[wave][f];
    return NULL;
}

static const struct pair *pair_of(const struct bench *bench, size_t source, size_t before,
                                  size_t now)
{
    const size_t n_waves = bench->now + 1;
    struct pair **at = &bench->pairs[(source * n_waves + now) * n_waves + before];
    if (!*at) {
        const struct wrd_frame *then = frame_of(bench, before, source),
                               *here = frame_of(bench, now, source);
        *at = wrd_arena_take(bench->links, sizeof **at);
        (*at)->links = wrd_links_new(bench->links, then, here);
        (*at)->panel = wrd_panel_of(then, here);
    }
    return *at;
}

/* The outcome of another wave, or NULL. */
static const struct wrd_outcome *outcome_in(const struct bench *bench, size_t wave,
                                            const struct wrd_outcome *outcome)
{
    const struct wrd_tables *tables = bench->tables[wave];
    for (size_t o = 0; o < tables->n_outcomes; o++) {
        const struct wrd_outcome *other = &tables->outcomes[o];
        if (other->source == outcome->source && other->variable == outcome->variable &&
            other->scale == outcome->scale)
            return other;
    }
    return NULL;
}

/* The figure of everybody of the same statistic and answer; NULL: there is none. */
static const struct wrd_figure *figure_in(const struct wrd_outcome *outcome,
                                          const struct wrd_row *row, size_t *at)
{
    for (*at = 0; *at < outcome->n_rows; ++*at) {
        const struct wrd_row *other = &outcome->rows[*at];
        if (other->statistic != row->statistic || strcmp(other->code, row->code) != 0)
            continue;
        const struct wrd_figure *figure = wrd_table_figure(&outcome->tables[0], 0, *at);
        return figure->exists ? figure : NULL;
    }
    return NULL;
}

/* --- one figure beside another */

/* A share of exactly 0 or 1 has an SE of 0, which says nothing (METHOD 7.7): 0 of 12 would fall
 * short of any share at all.  What it says stands in its interval, so that reach stands in. */
struct wrd_point wrd_point_of(const struct wrd_figure *figure, double confidence)
{
    struct wrd_point point = { figure->value, figure->se * figure->se, figure->df };
    if (figure->se == 0 && figure->hi > figure->lo) {
        const double reach = fmax(figure->hi - figure->value, figure->value - figure->lo) /
                             wrd_t_quantile(0.5 + confidence / 2, figure->df);
        point.variance = reach * reach;
    }
    return point;
}

/* What two figures may differ and still be about the same: 5 points, or 5 % of the range of the
 * scores.  NaN: a number without a range. */
static double margin_of(const struct wrd_row *row, const struct wrd_measure *measure)
{
    const double part = 0.05;
    if (row->statistic == WRD_INDEX)
        return 100 * part;
    if (row->statistic != WRD_MEAN)
        return part;
    const double range = measure->highest - measure->lowest;
    return isfinite(range) ? range * part : NAN;
}

/* p first: what is clearly a change is no "about the same", small as it may be. */
static enum wrd_verdict verdict_of(double value, double se, double p, bool equivalent, double alpha)
{
    if (se == 0 && value == 0)
        return WRD_VERDICT_SAME;
    if (se == 0 || p < alpha)
        return value > 0 ? WRD_VERDICT_RISEN : WRD_VERDICT_FALLEN;
    if (isnan(p))
        return WRD_VERDICT_NONE;
    return equivalent ? WRD_VERDICT_SAME : WRD_VERDICT_UNCLEAR;
}

static struct wrd_change no_change(enum wrd_verdict verdict)
{
    return (struct wrd_change){ verdict, NAN, NAN, NAN, NAN, NAN, NAN, NAN, false, 0, NAN, false };
}

/* This wave and the one before. */
struct couple {
    struct wrd_end before, now;
    const struct wrd_links *links;
};

static double covariance(struct wrd_arena *scratch, const struct couple *couple, size_t row_before,
                         size_t row)
{
    if (!couple->links->before)
        return 0;
    return wrd_linked_products(couple->links, wrd_end_totals(scratch, &couple->before, row_before),
                               wrd_end_totals(scratch, &couple->now, row));
}

static struct wrd_change change_of(const struct bench *bench, const struct couple *couple,
                                   size_t row)
{
    const double alpha = 1 - bench->confidence;
    const struct wrd_row *stub = &couple->now.outcome->rows[row];
    size_t row_now, row_before;
    const struct wrd_figure *now = figure_in(couple->now.outcome, stub, &row_now),
                            *before = figure_in(couple->before.outcome, stub, &row_before);
    if (!now || !before)
        return no_change(WRD_VERDICT_NONE);
    struct wrd_arena *scratch = wrd_arena_new();
    const struct wrd_point point_before = wrd_point_of(before, bench->confidence),
                           point_now = wrd_point_of(now, bench->confidence);
    const struct wrd_difference d =
        wrd_difference(&point_before, &point_now, covariance(scratch, couple, row_before, row),
                       margin_of(stub, &couple->now.subject.measure), bench->confidence);
    const bool equivalent = d.se == 0 ? d.value == 0 : d.p_equivalent < alpha;
    wrd_arena_free(scratch);
    return (struct wrd_change){ verdict_of(d.value, d.se, d.p, equivalent, alpha),
                                d.value,
                                d.se,
                                d.df,
                                d.t,
                                d.p,
                                d.lo,
                                d.hi,
                                equivalent,
                                before->n < now->n ? before->n : now->n,
                                NAN,
                                false };
}

static void fill_changes(const struct bench *bench, const struct wrd_outcome *outcome,
                         const struct wrd_outcome *before, const struct wrd_trend *trend,
                         struct wrd_change *changes)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const size_t source = outcome->source;
    const struct couple couple = {
        wrd_end_of(scratch, bench->book, frame_of(bench, trend->before, source), before,
                   trend->linked && !trend->breaks, bench->diag),
        wrd_end_of(scratch, bench->book, frame_of(bench, bench->now, source), outcome,
                   trend->linked && !trend->breaks, bench->diag),
        &pair_of(bench, source, trend->before, bench->now)->links,
    };
    for (size_t r = 0; r < outcome->n_rows; r++) {
        const bool has_change = wrd_change_name(outcome->rows[r].statistic) != NULL;
        if (has_change && !trend->breaks)
            changes[r] = change_of(bench, &couple, r);
        else
            changes[r] = no_change(has_change ? WRD_VERDICT_BREAK : WRD_VERDICT_NONE);
    }
    wrd_arena_free(scratch);
}

/* --- the line through three waves and more */

static bool is_year(const char *name, int64_t *year)
{
    const size_t digits = 4;
    return strlen(name) == digits && strspn(name, "0123456789") == digits &&
           wrd_integer_read(name, digits, year);
}

/* Years where the waves are named so; else every wave is one after the other. */
static double *times_of(const struct bench *bench, const struct wrd_trend *trend)
{
    double *times = wrd_arena_take_array(bench->arena, trend->n_waves, sizeof *times);
    bool years = true;
    int64_t year;
    for (size_t i = 0; i < trend->n_waves; i++)
        years &= is_year(bench->study->waves[trend->waves[i]].name, &year);
    for (size_t i = 0; i < trend->n_waves; i++) {
        times[i] = (double)trend->waves[i];
        if (years && is_year(bench->study->waves[trend->waves[i]].name, &year))
            times[i] = (double)year;
    }
    return times;
}

static struct wrd_slope slope_of(const struct bench *bench, const struct wrd_outcome *outcome,
                                 const struct wrd_trend *trend, const double *times, size_t row)
{
    struct wrd_slope slope = { WRD_VERDICT_NONE, NAN, NAN, NAN, NAN };
    struct wrd_arena *scratch = wrd_arena_new();
    struct wrd_point *points = wrd_arena_take_array(scratch, trend->n_waves, sizeof *points);
    bool all = wrd_change_name(outcome->rows[row].statistic) != NULL;
    for (size_t i = 0; i < trend->n_waves && all; i++) {
        size_t at;
        const struct wrd_figure *figure =
            figure_in(outcome_in(bench, trend->waves[i], outcome), &outcome->rows[row], &at);
        all = figure != NULL;
        if (figure)
            points[i] = wrd_point_of(figure, bench->confidence);
    }
    if (all) {
        const struct wrd_line line = wrd_line_through(times, points, trend->n_waves);
        slope = (struct wrd_slope){ verdict_of(line.slope, line.se, line.p, false,
                                               1 - bench->confidence),
                                    line.slope, line.se, line.z, line.p };
    }
    wrd_arena_free(scratch);
    return slope;
}

static void fill_slopes(const struct bench *bench, const struct wrd_outcome *outcome,
                        struct wrd_trend *trend)
{
    size_t *waves = wrd_arena_take_array(bench->arena, bench->now + 1, sizeof *waves);
    for (size_t w = 0; w <= bench->now; w++)
        if (outcome_in(bench, w, outcome) &&
            !wrd_series_breaks(bench->study, bench->book, outcome, w, bench->now))
            waves[trend->n_waves++] = w;
    trend->waves = waves;
    if (trend->n_waves < LEAST_WAVES)
        return;
    const double *times = times_of(bench, trend);
    struct wrd_panel *panels = wrd_arena_take_array(bench->arena, trend->n_waves, sizeof *panels);
    struct wrd_slope *slopes = wrd_arena_take_array(bench->arena, outcome->n_rows, sizeof *slopes);
    for (size_t i = 1; i < trend->n_waves; i++)
        panels[i - 1] = pair_of(bench, outcome->source, waves[i - 1], waves[i])->panel;
    for (size_t r = 0; r < outcome->n_rows; r++)
        slopes[r] = slope_of(bench, outcome, trend, times, r);
    trend->panels = panels;
    trend->slopes = slopes;
}

static bool has_changes(const struct wrd_outcome *outcome)
{
    for (size_t r = 0; r < outcome->n_rows; r++)
        if (wrd_change_name(outcome->rows[r].statistic))
            return true;
    return false;
}

static void compare(const struct bench *bench, struct wrd_outcome *outcome)
{
    const struct wrd_outcome *before = NULL;
    size_t wave = bench->now;
    while (wave > 0 && !before)
        before = outcome_in(bench, --wave, outcome);
    if (!before || !has_changes(outcome))
        return;
    const struct pair *pair = pair_of(bench, outcome->source, wave, bench->now);
    struct wrd_trend *trend = wrd_arena_take(bench->arena, sizeof *trend);
    struct wrd_change *changes =
        wrd_arena_take_array(bench->arena, outcome->n_rows, sizeof *changes);
    *trend = (struct wrd_trend){
        .before = wave, .linked = pair->links.n_linked > 0, .panel = pair->panel, .changes = changes
    };
    trend->breaks = wrd_series_breaks(bench->study, bench->book, outcome, wave, bench->now);
    fill_changes(bench, outcome, before, trend, changes);
    fill_slopes(bench, outcome, trend);
    outcome->trend = trend;
}

void wrd_trend(struct wrd_arena *arena, const struct wrd_frame *const *const *frames,
               const size_t *n_frames, const struct wrd_tables *const *tables, size_t n_waves,
               struct wrd_diag *diag, struct wrd_tables *now)
{
    const struct wrd_study *study = now->study;
    struct bench bench = {
        .arena = arena,
        .diag = diag,
        .study = study,
        .book = now->codebook,
        .frames = frames,
        .n_frames = n_frames,
        .tables = tables,
        .now = n_waves - 1,
        .confidence = wrd_study_confidence(study),
        .links = wrd_arena_new(),
    };
    bench.pairs = wrd_arena_take_array(bench.links, study->n_sources * n_waves * n_waves,
                                       sizeof *bench.pairs);
    for (size_t o = 0; o < now->n_outcomes; o++)
        compare(&bench, &now->outcomes[o]);
    wrd_adjust_changes(now);
    wrd_arena_free(bench.links);
}
