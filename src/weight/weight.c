/* weight.c - what every respondent counts for, as whole steps of a grid.
 *
 * METHOD 7.1.  A weight is rounded to its grid once, here; every sum after that is a sum of
 * integers and the same in any order. */
#include "core/number.h"
#include "stats/replicate.h"
#include "waardering/steps.h"
#include "weight/fit.h"
#include "weight/grid.h"
#include "weight/settle.h"
#include "weight/strata.h"
#include "weight/units.h"

static struct wrd_place place_of(const struct wrd_frame *frame, size_t i, const char *variable)
{
    return (struct wrd_place){ .file = frame->file, .line = frame->line[i], .variable = variable };
}

static bool everybody_weighs(const struct wrd_frame *frame, const struct wrd_column *column,
                             const char *name, struct wrd_diag *diag)
{
    bool all = true;
    for (size_t i = 0; i < frame->n; i++)
        if (column->units[i] < 0) {
            wrd_say(diag, WRD_E0402, place_of(frame, i, name), name);
            all = false;
        }
    return all;
}

static int auto_exponent(const struct wrd_frame *frame, const struct wrd_column *column)
{
    unsigned __int128 sum = 0, bar = (unsigned __int128)frame->n;
    bar *= (unsigned __int128)wrd_power_of_ten(column->decimals);
    for (size_t i = 0; i < frame->n; i++)
        sum += (unsigned __int128)column->units[i];
    return wrd_auto_exponent(sum, bar);
}

static void warn_of_small(const struct wrd_frame *frame, const struct wrd_column *column,
                          const char *name, const char *step, struct wrd_diag *diag)
{
    for (size_t i = 0; i < frame->n; i++)
        if (column->units[i] > 0 && frame->weight[i] < WRD_SAFE_STEPS)
            wrd_say(diag, WRD_W0405, place_of(frame, i, name), name, step);
}

/* false: a weight, or the sum of all, does not fit. */
static bool round_weights(struct wrd_arena *arena, struct wrd_frame *frame,
                          const struct wrd_column *column, int64_t *sum)
{
    frame->weight = wrd_arena_take_array(arena, frame->n, sizeof *frame->weight);
    *sum = 0;
    for (size_t i = 0; i < frame->n; i++) {
        struct wrd_decimal weight = { column->units[i], column->decimals };
        if (!wrd_decimal_round(weight, (uint8_t)frame->grid_exponent, &frame->weight[i]) ||
            __builtin_add_overflow(*sum, frame->weight[i], sum))
            return false;
    }
    return true;
}

static enum wrd_status put_on_grid(struct wrd_arena *arena, const struct wrd_source *source,
                                   const struct wrd_column *column, struct wrd_frame *frame,
                                   struct wrd_diag *diag)
{
    const char *name = source->weights.variable;
    int finest = auto_exponent(frame, column), given = source->weights.grid_exponent;
    frame->grid_exponent = given < 0 ? finest : given;
    frame->weight_one = wrd_power_of_ten((unsigned)frame->grid_exponent);

    const char *step = wrd_step_text(arena, frame->grid_exponent);
    struct wrd_place place = source->weights.place;
    place.variable = name;
    int64_t sum;
    if (!round_weights(arena, frame, column, &sum)) {
        wrd_say(diag, WRD_E0403, place, name, step, wrd_step_text(arena, finest));
        return WRD_EINPUT;
    }
    if (sum == 0) {
        wrd_say(diag, WRD_E0404, place, name, step);
        return WRD_EINPUT;
    }
    warn_of_small(frame, column, name, step, diag);
    return WRD_OK;
}

/* The column of weights or base weights; NULL: it cannot be used, which was said. */
static const struct wrd_column *find_weights(const struct wrd_study *study,
                                             const struct wrd_codebook *book,
                                             const struct wrd_frame *frame, struct wrd_diag *diag)
{
    const struct wrd_source *source = &study->sources[frame->source];
    const char *name = source->weights.variable;
    int at = wrd_codebook_variable_of(book, name, frame->source);
    if (at < 0 || !frame->columns[at].units) {
        struct wrd_place place = source->weights.place;
        place.variable = name;
        wrd_say(diag, WRD_E0401, place, name, source->id);
        return NULL;
    }
    const struct wrd_column *column = &frame->columns[at];
    return everybody_weighs(frame, column, name, diag) ? column : NULL;
}

static enum wrd_status set_weights(struct wrd_arena *arena, const struct wrd_study *study,
                                   const struct wrd_codebook *book, struct wrd_frame *frame,
                                   struct wrd_diag *diag,
                                   const struct wrd_calibration **calibration)
{
    const struct wrd_source *source = &study->sources[frame->source];
    const struct wrd_column *column = NULL;
    if (source->weights.variable) {
        column = find_weights(study, book, frame, diag);
        if (!column)
            return WRD_EINPUT;
    }
    if (source->weights.method == WRD_WEIGHTS_NONE || frame->n == 0)
        return WRD_OK;
    if (source->weights.method == WRD_WEIGHTS_GIVEN)
        return put_on_grid(arena, source, column, frame, diag);
    const struct wrd_fit fit = { arena, source, book,
                                 frame, diag,   wrd_fit_units(arena, frame, column) };
    return wrd_fit_weights(&fit, calibration);
}

static enum wrd_status replicate(struct wrd_arena *arena, const struct wrd_source *source,
                                 struct wrd_frame *frame, struct wrd_diag *diag)
{
    struct wrd_design *design = &frame->design;
    design->replicates = wrd_replicates_new(arena, design);
    if (design->replicates)
        return WRD_OK;
    wrd_say(diag, WRD_E0444, source->design.place,
            design->variance == WRD_BOOTSTRAP ? "bootstrap" : "jackknife",
            wrd_count_text(arena, frame->n), wrd_count_text(arena, design->n_psu), frame->file);
    return WRD_EINPUT;
}

static enum wrd_status design(struct wrd_arena *arena, const struct wrd_study *study,
                              const struct wrd_codebook *book, struct wrd_frame *frame,
                              struct wrd_diag *diag)
{
    enum wrd_status status = wrd_strata(arena, study, book, frame, diag);
    if (status == WRD_OK)
        status = wrd_units(arena, study, book, frame, diag);
    if (status == WRD_OK)
        status = wrd_strata_settle(arena, study, book, frame, diag);
    if (status == WRD_OK && frame->design.variance != WRD_TAYLOR && frame->n > 0)
        status = replicate(arena, &study->sources[frame->source], frame, diag);
    return status;
}

enum wrd_status wrd_weight(struct wrd_arena *arena, const struct wrd_study *study,
                           const struct wrd_codebook *book, struct wrd_frame *frame,
                           struct wrd_diag *diag)
{
    const struct wrd_source *source = &study->sources[frame->source];
    const struct wrd_calibration *calibration = NULL;
    frame->weight = NULL;
    frame->weight_one = 1;
    frame->grid_exponent = 0;
    frame->fitting = NULL;
    frame->design = (struct wrd_design){ .n = frame->n };
    /* A unit counts by its weight, so the design leans on the weights. */
    if (set_weights(arena, study, book, frame, diag, &calibration) != WRD_OK)
        return WRD_EINPUT;
    frame->design.weight = frame->weight;
    frame->design.one = frame->weight_one;
    frame->design.calibration = calibration;
    frame->design.lone = source->design.lone;
    frame->design.variance = source->design.variance;
    return design(arena, study, book, frame, diag);
}
