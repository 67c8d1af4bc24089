/* tabulate/reliability.c - how well the items of each scale go together (METHODS 7.19-7.22): a step of
 * its own, of this wave alone. */
#include "waardering/reliability.h"

#include <math.h>

#include "core/number.h"
#include "core/text.h"
#include "stats/reliability.h"
#include "tabulate/derived.h"
#include "tabulate/together.h"
#include "waardering/joint.h"
#include "waardering/steps.h"

static const double weak = 0.3; /* METHOD 7.20: what an item shares with the others, at least */

/* What the answers to one item are worth. */
struct item {
    const struct wrd_column *column;
    const int64_t *points; /* [n_codes] */
    double unit;           /* of a point, as a part of the whole range */
    double lowest, highest;
};

static void find_bounds(const struct wrd_outcome *outcome, struct item *item)
{
    item->lowest = INFINITY;
    item->highest = -INFINITY;
    for (size_t a = 0; a < outcome->n_categories; a++) {
        item->lowest = fmin(item->lowest, outcome->score[a]);
        item->highest = fmax(item->highest, outcome->score[a]);
    }
}

/* NULL: scores too finely divided for exact sums. */
static struct item *items_of(struct wrd_arena *scratch, const struct wrd_codebook *book,
                             const struct wrd_frame *frame, const struct wrd_outcome *scale)
{
    struct item *items = wrd_arena_take_array(scratch, scale->n_items, sizeof *items);
    for (size_t j = 0; j < scale->n_items; j++) {
        const struct wrd_variable *variable = scale->items[j]->variable;
        int64_t range = 0;
        items[j].column = &frame->columns[variable - book->variables];
        items[j].points = wrd_item_points(scratch, variable, &range);
        if (!items[j].points || range > WRD_MOST_POINTS)
            return NULL;
        items[j].unit = 1 / (double)range;
        find_bounds(scale->items[j], &items[j]);
    }
    return items;
}

/* false: respondent i left an item open. */
static bool take_points(const struct item *items, size_t k, size_t i, int64_t *points)
{
    for (size_t j = 0; j < k; j++) {
        const unsigned code = wrd_column_code(items[j].column, i);
        if (code >= items[j].column->n_codes)
            return false;
        points[j] = items[j].points[code];
    }
    return true;
}

static struct wrd_moments moments_of(struct wrd_arena *scratch, const struct wrd_frame *frame,
                                     const struct item *items, size_t k)
{
    struct wrd_moments moments = wrd_moments_new(scratch, k);
    int64_t *points = wrd_arena_take_array(scratch, k, sizeof *points);
    for (size_t i = 0; i < frame->n; i++)
        if (take_points(items, k, i, points))
            wrd_moments_add(&moments, points, frame->weight ? (uint64_t)frame->weight[i] : 1);
    return moments;
}

/* Of two items; else 0. */
static uint64_t least_together(struct wrd_arena *scratch, const struct wrd_frame *frame,
                               const struct item *items, size_t k)
{
    int64_t *points[] = { wrd_arena_take_array(scratch, frame->n, sizeof(int64_t)),
                          wrd_arena_take_array(scratch, frame->n, sizeof(int64_t)) };
    int64_t own[] = { 0, 0 };
    if (k != 2)
        return 0;
    for (size_t i = 0; i < frame->n; i++) {
        const bool known = take_points(items, k, i, own);
        for (size_t j = 0; j < k; j++)
            points[j][i] = known ? own[j] : WRD_NO_SCORE;
    }
    return wrd_least_together(points[0], points[1], frame->n);
}

static void set_items(const struct item *items, const struct wrd_moments *moments, const double *c,
                      struct wrd_item_fit *fits)
{
    const size_t k = moments->k;
    for (size_t j = 0; j < k; j++) {
        const double width = items[j].highest - items[j].lowest;
        fits[j] = (struct wrd_item_fit){
            .mean = items[j].lowest + wrd_moments_mean(moments, j) * items[j].unit * width,
            .sd = sqrt(c[j * k + j]) * width,
            .item_rest = wrd_item_rest(c, k, j),
            .alpha_if_dropped = wrd_alpha_without(c, k, j),
        };
    }
}

/* A score is the mean of its items, so its moments follow from theirs. */
static void set_scale(const struct item *items, const struct wrd_moments *moments, const double *c,
                      struct wrd_reliability *reliability)
{
    const size_t k = moments->k;
    double parts = 0, variance = 0;
    for (size_t j = 0; j < k; j++)
        parts += wrd_moments_mean(moments, j) * items[j].unit;
    for (size_t i = 0; i < k * k; i++)
        variance += c[i];
    reliability->mean = 100 * parts / (double)k;
    reliability->sd = 100 * sqrt(variance) / (double)k;
}

/* METHOD 7.22: of two items alpha is too low where their spread differs, and Spearman-Brown is not. */
static void set_alpha(const double *c, size_t k, double confidence,
                      struct wrd_reliability *reliability)
{
    reliability->lo = reliability->hi = NAN;
    reliability->omega = wrd_omega(c, k);
    if (k == 2) {
        reliability->alpha = wrd_spearman_brown(c);
        return;
    }
    reliability->alpha = wrd_alpha(c, k);
    const struct wrd_bounds bounds =
        wrd_alpha_bounds(reliability->alpha, reliability->n_effective, k, confidence);
    reliability->lo = bounds.lo;
    reliability->hi = bounds.hi;
}

static struct wrd_reliability *reliability_of(struct wrd_arena *arena,
                                              const struct wrd_tables *tables,
                                              const struct wrd_frame *frame,
                                              const struct wrd_outcome *scale)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const struct item *items = items_of(scratch, tables->codebook, frame, scale);
    struct wrd_reliability *reliability = NULL;
    if (items) {
        const size_t k = scale->n_items;
        const struct wrd_moments moments = moments_of(scratch, frame, items, k);
        double *unit = wrd_arena_take_array(scratch, k, sizeof *unit);
        for (size_t j = 0; j < k; j++)
            unit[j] = items[j].unit;
        const double *c = wrd_moments_covariance(scratch, &moments, unit);
        struct wrd_item_fit *fits = wrd_arena_take_array(arena, k, sizeof *fits);
        reliability = wrd_arena_take(arena, sizeof *reliability);
        reliability->n = moments.all.n;
        reliability->least_together = least_together(scratch, frame, items, k);
        reliability->weight_sum =
            (double)moments.all.w / (frame->weight ? (double)frame->weight_one : 1);
        reliability->n_effective = wrd_moments_effective(&moments);
        reliability->items = fits;
        set_alpha(c, k, wrd_study_confidence(tables->study), reliability);
        set_scale(items, &moments, c, reliability);
        set_items(items, &moments, c, fits);
    }
    wrd_arena_free(scratch);
    return reliability;
}

static struct wrd_figure figure_of(const struct wrd_reliability *reliability, double value,
                                   struct wrd_bounds bounds)
{
    return (struct wrd_figure){
        .exists = !isnan(value),
        .value = value,
        .se = NAN,
        .df = NAN,
        .lo = bounds.lo,
        .hi = bounds.hi,
        .weight_sum = reliability->weight_sum,
        .n_effective = reliability->n_effective,
        .deff = NAN,
        .n = reliability->n,
    };
}

/* The scale and all its items. */
static const struct wrd_outcome **made_of(struct wrd_arena *arena, const struct wrd_outcome *scale)
{
    const struct wrd_outcome **of = wrd_arena_take_array(arena, scale->n_items + 1, sizeof *of);
    of[0] = scale;
    for (size_t j = 0; j < scale->n_items; j++)
        of[j + 1] = scale->items[j];
    return of;
}

static void add_joints(struct wrd_arena *arena, const struct wrd_outcome *scale,
                       struct wrd_tables *tables)
{
    const struct wrd_reliability *reliability = scale->reliability;
    struct wrd_joint joint = {
        .statistic = WRD_ALPHA,
        .source = scale->source,
        .table = scale->name,
        .variable = scale->name,
        .code = "",
        .figure = figure_of(reliability, reliability->alpha,
                            (struct wrd_bounds){ reliability->lo, reliability->hi }),
        .of = made_of(arena, scale),
        .n_of = scale->n_items + 1,
        .least_together = reliability->least_together,
    };
    wrd_joint_add(arena, &tables->joints, &joint);
    if (scale->n_items < 3) /* two items do not determine a factor */
        return;
    joint.statistic = WRD_OMEGA;
    joint.figure = figure_of(reliability, reliability->omega, (struct wrd_bounds){ NAN, NAN });
    wrd_joint_add(arena, &tables->joints, &joint);
}

/* METHOD 7.21: two items alone have no omega; more have none where one of them seems to hold all (Heywood), or
 * is the same for all. */
static void say_no_omega(const struct wrd_tables *tables, const struct wrd_outcome *scale,
                         struct wrd_diag *diag)
{
    if (scale->n_items > 2 && isnan(scale->reliability->omega))
        wrd_say(diag, WRD_N0561, scale->scale->place, scale->name,
                tables->study->sources[scale->source].id, tables->study->waves[scale->wave].name);
}

/* Of one source, for one message that names them all. */
struct weak_items {
    const char **of; /* "v_a1 0.21" */
    size_t n;
    const struct wrd_variable *first;
};

static void find_weak_items(struct wrd_arena *arena, const struct wrd_outcome *scale,
                            struct weak_items *items)
{
    const struct wrd_reliability *reliability = scale->reliability;
    for (size_t j = 0; j < scale->n_items; j++) {
        const struct wrd_variable *item = scale->items[j]->variable;
        char room[WRD_NUMBER_ROOM];
        if (!(reliability->items[j].item_rest < weak))
            continue;
        items->first = items->first ? items->first : item;
        items->of[items->n++] =
            wrd_arena_format(arena, "%s %s", item->name,
                             wrd_number_fixed(room, reliability->items[j].item_rest, 2, '.'));
    }
}

static void look_at(struct wrd_arena *arena, const struct wrd_frame *frame,
                    struct wrd_outcome *scale, struct wrd_diag *diag, struct wrd_tables *tables,
                    struct weak_items *weak_items)
{
    scale->reliability = reliability_of(arena, tables, frame, scale);
    if (!scale->reliability || scale->n_items < 2)
        return;
    add_joints(arena, scale, tables);
    if (scale->reliability->n < WRD_RELIABILITY_LEAST)
        return;
    find_weak_items(arena, scale, weak_items);
    say_no_omega(tables, scale, diag);
}

static void look_at_frame(struct wrd_arena *arena, const struct wrd_frame *frame,
                          struct wrd_diag *diag, struct wrd_tables *tables)
{
    const size_t room = tables->codebook->n_variables;
    struct weak_items items = { wrd_arena_take_array(arena, room, sizeof *items.of), 0, NULL };
    for (size_t o = 0; o < tables->n_outcomes; o++) {
        struct wrd_outcome *outcome = &tables->outcomes[o];
        if (outcome->kind == WRD_OUTCOME_SCALE && outcome->source == frame->source)
            look_at(arena, frame, outcome, diag, tables, &items);
    }
    if (items.n > 0)
        wrd_say(diag, WRD_W0560, items.first->place, wrd_count_text(arena, items.n),
                tables->study->sources[frame->source].id,
                wrd_text_join(arena, items.of, items.n, ", "),
                tables->study->waves[frame->wave].name);
}

void wrd_reliability(struct wrd_arena *arena, const struct wrd_frame *const *frames,
                     size_t n_frames, struct wrd_diag *diag, struct wrd_tables *tables)
{
    for (size_t f = 0; f < n_frames; f++)
        look_at_frame(arena, frames[f], diag, tables);
}
