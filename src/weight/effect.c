/* effect.c - what fitting did to the sample and what it cost; see fit.h. */
#include <math.h>

#include "core/number.h"
#include "stats/domain.h"
#include "weight/fit.h"

static const double least_left = 0.5; /* of the sample, in the sense of Kish */

/* A margin after rounding, from the weights themselves. */
static void fill_rows(const struct wrd_fit *fit, const struct wrd_margin *margin,
                      struct wrd_margin_row *rows)
{
    uint64_t *sum = wrd_arena_take_array(fit->arena, margin->n_categories + 1, sizeof *sum),
             all = 0;
    for (size_t i = 0; i < fit->frame->n; i++)
        sum[margin->category[i]] += (uint64_t)fit->frame->weight[i];
    for (size_t c = 0; c < margin->n_categories; c++)
        all += sum[c];
    for (size_t c = 0; c < margin->n_categories; c++)
        rows[c] = (struct wrd_margin_row){ .margin = margin->name,
                                           .code = margin->code[c],
                                           .n = margin->n[c],
                                           .population = (uint64_t)margin->count[c],
                                           .before = (double)margin->n[c] / (double)margin->n_known,
                                           .after = (double)sum[c] / (double)all,
                                           .target = margin->target[c] };
}

static struct wrd_sums all_weights(const struct wrd_fit *fit)
{
    struct wrd_sums all = { 0 };
    for (size_t i = 0; i < fit->frame->n; i++)
        if (fit->units[i] > 0)
            wrd_sums_add(&all, (uint64_t)fit->frame->weight[i]);
    return all;
}

static const char *rounded(const struct wrd_fit *fit, double value, int decimals)
{
    char room[WRD_NUMBER_ROOM];
    return wrd_arena_format(fit->arena, "%s", wrd_number_fixed(room, value, decimals, '.'));
}

static const char *as_written(const struct wrd_fit *fit, struct wrd_decimal number)
{
    char room[WRD_NUMBER_ROOM];
    return wrd_arena_format(fit->arena, "%s", wrd_number_decimal(room, number, '.'));
}

static void warn(const struct wrd_fit *fit, const struct wrd_fitting *fitting,
                 const struct wrd_raked *raked, uint64_t n)
{
    const struct wrd_place place = fit->source->weights.margins_place;
    if (fitting->n_effective < least_left * (double)n)
        wrd_say(fit->diag, WRD_W0429, place, wrd_count_text(fit->arena, n),
                rounded(fit, fitting->n_effective, 1), fit->frame->file);
    if (!raked->held)
        wrd_say(fit->diag, WRD_W0430, place, as_written(fit, fit->source->weights.low),
                as_written(fit, fit->source->weights.high), rounded(fit, fitting->smallest, 4),
                rounded(fit, fitting->largest, 4), fit->frame->file);
}

void wrd_fit_effect(const struct wrd_fit *fit, const struct wrd_margin *margins, size_t n_margins,
                    const struct wrd_raked *raked)
{
    struct wrd_fitting *fitting = wrd_arena_take(fit->arena, sizeof *fitting);
    const struct wrd_sums all = all_weights(fit);
    size_t n_rows = 0;
    for (size_t m = 0; m < n_margins; m++)
        n_rows += margins[m].n_categories;
    struct wrd_margin_row *rows = wrd_arena_take_array(fit->arena, n_rows, sizeof *rows);
    for (size_t m = 0; m < n_margins; m++) {
        fill_rows(fit, &margins[m], &rows[fitting->n_rows]);
        fitting->n_rows += margins[m].n_categories;
    }
    fitting->rows = rows;
    fitting->n_effective = wrd_kish_n_effective(&all);
    fitting->deff = (double)all.n / fitting->n_effective;
    fitting->smallest = raked->smallest;
    fitting->largest = raked->largest;
    fitting->cycles = raked->cycles;
    fitting->trimmed = (uint64_t)llround(raked->trimmed);
    fit->frame->fitting = fitting;
    warn(fit, fitting, raked, all.n);
}
