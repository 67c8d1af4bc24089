/* fit.c - see fit.h. */
#include "weight/fit.h"

#include <math.h>

#include "core/number.h"
#include "core/text.h"
#include "stats/calibration.h"
#include "weight/grid.h"

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        const int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

const int64_t *wrd_fit_units(struct wrd_arena *arena, const struct wrd_frame *frame,
                             const struct wrd_column *column)
{
    int64_t *units = wrd_arena_take_array(arena, frame->n, sizeof *units), divisor = 0;
    for (size_t i = 0; i < frame->n; i++)
        divisor = common_divisor(divisor, column ? column->units[i] : 1);
    for (size_t i = 0; i < frame->n && divisor > 0; i++)
        units[i] = (column ? column->units[i] : 1) / divisor;
    return units;
}

static struct wrd_place place_of(const struct wrd_fit *fit)
{
    struct wrd_place place = fit->source->weights.place;
    place.variable = fit->source->weights.variable;
    return place;
}

/* What stands for the weights in a message where no variable does. */
static const char *name_of(const struct wrd_fit *fit)
{
    const bool rakes = fit->source->weights.method == WRD_WEIGHTS_RAKE;
    return fit->source->weights.variable ? fit->source->weights.variable
           : rakes                       ? "rake"
                                         : "poststratify";
}

/* Post-stratification is raking to one margin. */
static bool read_margins(const struct wrd_fit *fit, struct wrd_margin **margins, size_t *n)
{
    const char **names = fit->source->weights.margins;
    *n = fit->source->weights.n_margins;
    const char *cross = wrd_text_join(fit->arena, names, *n, "*");
    if (fit->source->weights.method == WRD_WEIGHTS_POSTSTRATIFY) {
        names = &cross;
        *n = 1;
    }
    *margins = wrd_arena_take_array(fit->arena, *n, sizeof **margins);
    bool all = true;
    for (size_t m = 0; m < *n; m++)
        all &= wrd_margin_read(fit, names[m], &(*margins)[m]);
    return all;
}

static const char *percent(const struct wrd_fit *fit, double share)
{
    char room[WRD_NUMBER_ROOM];
    return wrd_arena_format(fit->arena, "%s", wrd_number_fixed(room, 100 * share, 4, '.'));
}

static void say_contradiction(const struct wrd_fit *fit, const struct wrd_margin *margins,
                              const struct wrd_raked *raked)
{
    const struct wrd_margin *worst = &margins[raked->margin];
    struct wrd_place place = fit->source->weights.margins_place;
    place.variable = worst->name;
    wrd_say(fit->diag, WRD_E0428, place, worst->name, worst->code[raked->category],
            percent(fit, raked->share), percent(fit, worst->target[raked->category]),
            wrd_count_text(fit->arena, raked->cycles), fit->frame->file,
            wrd_margin_neighbours(fit->arena, worst, raked->category));
}

static double *solve(const struct wrd_fit *fit, const struct wrd_calibration *calibration,
                     const struct wrd_margin *margins, struct wrd_raked *raked)
{
    double *w = wrd_arena_take_array(fit->arena, calibration->n_cells, sizeof *w);
    double *factor = wrd_arena_take_array(fit->arena, calibration->n_cells, sizeof *factor);
    for (size_t k = 0; k < calibration->n_cells; k++)
        w[k] = (double)calibration->count[k] * calibration->base[k];
    if (wrd_rake(calibration->raking, w, factor, raked) != WRD_OK) {
        say_contradiction(fit, margins, raked);
        return NULL;
    }
    return factor;
}

/* A weight in whole steps; false: it does not fit. */
static bool round_weight(double weight, int64_t one, int64_t *steps)
{
    const double exact = weight * (double)one;
    if (!(exact < 0x1p62))
        return false;
    *steps = llround(exact);
    return true;
}

static bool round_weights(const struct wrd_fit *fit, const struct wrd_calibration *calibration,
                          const double *factor)
{
    struct wrd_frame *frame = fit->frame;
    int64_t sum = 0;
    frame->weight = wrd_arena_take_array(fit->arena, frame->n, sizeof *frame->weight);
    for (size_t i = 0; i < frame->n; i++) {
        const size_t k = calibration->cell[i];
        if (!round_weight(calibration->base[k] * factor[k], frame->weight_one, &frame->weight[i]) ||
            __builtin_add_overflow(sum, frame->weight[i], &sum))
            return false;
    }
    return true;
}

/* Rounded once, like weights that are given. */
static enum wrd_status put_on_grid(const struct wrd_fit *fit, const struct wrd_margin *margin,
                                   const struct wrd_calibration *calibration, const double *factor)
{
    struct wrd_frame *frame = fit->frame;
    const int finest = wrd_auto_exponent((unsigned __int128)wrd_margin_total(margin), frame->n);
    const int given = fit->source->weights.grid_exponent;
    frame->grid_exponent = given < 0 ? finest : given;
    frame->weight_one = wrd_power_of_ten((unsigned)frame->grid_exponent);
    const char *step = wrd_step_text(fit->arena, frame->grid_exponent);
    if (!round_weights(fit, calibration, factor)) {
        wrd_say(fit->diag, WRD_E0403, place_of(fit), name_of(fit), step,
                wrd_step_text(fit->arena, finest));
        return WRD_EINPUT;
    }
    bool small = false;
    for (size_t i = 0; i < frame->n; i++)
        small |= fit->units[i] > 0 && frame->weight[i] < WRD_SAFE_STEPS;
    if (small)
        wrd_say(fit->diag, WRD_W0405, place_of(fit), name_of(fit), step);
    return WRD_OK;
}

static bool anybody_counts(const struct wrd_fit *fit)
{
    for (size_t i = 0; i < fit->frame->n; i++)
        if (fit->units[i] > 0)
            return true;
    wrd_say(fit->diag, WRD_E0404, place_of(fit), name_of(fit),
            wrd_step_text(fit->arena, wrd_auto_exponent(0, 1)));
    return false;
}

enum wrd_status wrd_fit_weights(const struct wrd_fit *fit,
                                const struct wrd_calibration **calibration)
{
    struct wrd_margin *margins;
    size_t n;
    if (!anybody_counts(fit) || !read_margins(fit, &margins, &n))
        return WRD_EINPUT;
    struct wrd_calibration *made = wrd_arena_take(fit->arena, sizeof *made);
    const struct wrd_raking *raking = wrd_fit_cells(fit, margins, n, made);
    made->raking = raking;
    struct wrd_raked raked;
    const double *factor = solve(fit, made, margins, &raked);
    if (!factor || put_on_grid(fit, &margins[0], made, factor) != WRD_OK)
        return WRD_EINPUT;
    wrd_calibration_span(fit->arena, raking, made);
    wrd_fit_effect(fit, margins, n, &raked);
    *calibration = made;
    return WRD_OK;
}
