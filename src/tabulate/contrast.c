/* contrast.c - see contrast.h. */
#include "tabulate/contrast.h"

#include <math.h>

#include "stats/multiplicity.h"
#include "tabulate/derived.h"
#include "tabulate/influence.h"
#include "tabulate/precision.h"

struct wrd_relatives wrd_relatives_find(struct wrd_arena *arena, const struct wrd_tables *tables,
                                        size_t source, enum wrd_family family)
{
    struct wrd_relatives relatives = { .n = 0 };
    relatives.of = wrd_arena_take_array(arena, tables->codebook->n_scales, sizeof *relatives.of);
    for (size_t o = 0; o < tables->n_outcomes; o++) {
        const struct wrd_outcome *outcome = &tables->outcomes[o];
        if (outcome->source == source && outcome->scale && outcome->scale->family == family)
            relatives.of[relatives.n++] = outcome;
    }
    return relatives;
}

/* --- pairs */

struct wrd_contrasts wrd_contrasts_new(struct wrd_arena *arena, size_t of_n)
{
    struct wrd_contrasts contrasts = { .of_n = of_n };
    contrasts.of = wrd_arena_take_array(arena, wrd_pairs_of(of_n), sizeof *contrasts.of);
    for (size_t a = 0; a < of_n; a++)
        for (size_t b = a + 1; b < of_n; b++)
            contrasts.of[contrasts.n++] = (struct wrd_contrast){ .a = a, .b = b };
    return contrasts;
}

void wrd_contrasts_judge(struct wrd_contrasts *contrasts)
{
    struct wrd_arena *scratch = wrd_arena_new();
    double *p = wrd_arena_take_array(scratch, contrasts->n, sizeof *p);
    for (size_t i = 0; i < contrasts->n; i++)
        p[i] = contrasts->of[i].exists ? contrasts->of[i].d.p : NAN;
    wrd_holm(p, contrasts->n, p);
    for (size_t i = 0; i < contrasts->n; i++)
        contrasts->of[i].p_adjusted = p[i];
    wrd_arena_free(scratch);
}

static const struct wrd_contrast *pair_of(const struct wrd_contrasts *contrasts, size_t a, size_t b)
{
    size_t i = 0;
    while (contrasts->of[i].a != (a < b ? a : b) || contrasts->of[i].b != (a < b ? b : a))
        i++;
    return &contrasts->of[i];
}

struct wrd_difference wrd_contrast_of(const struct wrd_contrasts *contrasts, size_t a, size_t b)
{
    struct wrd_difference d = pair_of(contrasts, a, b)->d;
    if (a < b)
        return d;
    const double lo = d.lo;
    d.value = -d.value;
    d.t = -d.t;
    d.lo = -d.hi;
    d.hi = -lo;
    return d;
}

bool wrd_contrasts_exist(const struct wrd_contrasts *contrasts)
{
    bool exist = true;
    for (size_t i = 0; i < contrasts->n; i++)
        exist &=
            contrasts->of[i].exists && (contrasts->of[i].d.se == 0 || !isnan(contrasts->of[i].d.p));
    return exist;
}

bool wrd_lies_above(const struct wrd_contrasts *contrasts, size_t a, size_t b, double least,
                    double alpha)
{
    const struct wrd_contrast *pair = pair_of(contrasts, a, b);
    const struct wrd_difference d = wrd_contrast_of(contrasts, a, b);
    if (!pair->exists || !(d.value > 0) || d.value < least)
        return false;
    return d.se == 0 || pair->p_adjusted < alpha;
}

void wrd_contrasts_tell(struct wrd_arena *arena, const struct wrd_contrasts *contrasts,
                        const struct wrd_relatives *relatives, enum wrd_test_kind kind,
                        const char *family, struct wrd_tables *tables)
{
    for (size_t i = 0; i < contrasts->n; i++) {
        const struct wrd_contrast *pair = &contrasts->of[i];
        const struct wrd_test test = { .kind = kind,
                                       .source = relatives->of[0]->source,
                                       .variable = family,
                                       .code = "",
                                       .group_variable = family,
                                       .group_a = relatives->of[pair->a]->name,
                                       .group_b = relatives->of[pair->b]->name,
                                       .statistic = pair->d.t,
                                       .df1 = pair->d.df,
                                       .df2 = NAN,
                                       .p = pair->d.p,
                                       .p_adjusted = pair->p_adjusted,
                                       .effect = pair->d.value };
        if (pair->exists && !isnan(pair->d.p))
            wrd_test_add(arena, &tables->tests, &test);
    }
}

/* --- figures of everybody */

struct wrd_everybody wrd_everybody_new(struct wrd_arena *arena, const struct wrd_tables *tables,
                                       const struct wrd_frame *frame)
{
    return (struct wrd_everybody){
        .frame = frame,
        .sample = { .design = &frame->design,
                    .stratum_n = wrd_grouping_new(arena, frame, NULL).respondents,
                    .interval = tables->study->analysis.interval,
                    .confidence = wrd_study_confidence(tables->study) },
    };
}

double *wrd_points(struct wrd_arena *arena, const struct wrd_column *column)
{
    double *y = wrd_arena_take_array(arena, column->n_codes, sizeof *y);
    for (size_t v = 0; v < column->n_codes; v++)
        y[v] = wrd_percent_of(column->score[v], column->score_unit);
    return y;
}

static struct wrd_figure figure_of(struct wrd_arena *scratch, const struct wrd_everybody *everybody,
                                   const struct wrd_column *column,
                                   const struct wrd_measure *measure, const struct wrd_row *row)
{
    static const uint16_t all_of_it[1];
    const struct wrd_frame *frame = everybody->frame;
    const struct wrd_grouping grouping = wrd_grouping_new(scratch, frame, NULL);
    const struct wrd_tally tally = wrd_tally_new(scratch, frame, &grouping, column);
    struct wrd_cut cut = wrd_cut_of(scratch, &tally, &grouping, all_of_it, 1);
    if (!wrd_precision_from_sums(&frame->design))
        cut.slots = wrd_slots_of(scratch, frame, column, &grouping, NULL, 0);
    return wrd_figure_of(scratch, &everybody->sample, measure, row, &cut, NULL);
}

struct wrd_figure wrd_mean_of_everybody(const struct wrd_everybody *everybody,
                                        const struct wrd_column *column, double lowest,
                                        double highest)
{
    static const struct wrd_row row = { .statistic = WRD_INDEX };
    struct wrd_arena *scratch = wrd_arena_new();
    const struct wrd_measure measure = { .y = wrd_points(scratch, column),
                                         .lowest = lowest,
                                         .highest = highest };
    const struct wrd_figure figure = figure_of(scratch, everybody, column, &measure, &row);
    wrd_arena_free(scratch);
    return figure;
}

struct wrd_figure wrd_share_of_everybody(const struct wrd_everybody *everybody,
                                         const struct wrd_column *column)
{
    static const uint16_t yes[] = { 1 };
    static const struct wrd_row row = { .statistic = WRD_SHARE, .parts = yes, .n_parts = 1 };
    static const struct wrd_measure unused;
    struct wrd_arena *scratch = wrd_arena_new();
    const struct wrd_figure figure = figure_of(scratch, everybody, column, &unused, &row);
    wrd_arena_free(scratch);
    return figure;
}
