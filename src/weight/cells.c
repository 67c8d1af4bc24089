/* cells.c - weighting cells; see fit.h. */
#include <stdlib.h>

#include "core/number.h"
#include "weight/fit.h"

struct alike {
    const struct wrd_margin *margins;
    size_t n_margins;
    const int64_t *units;
};

/* Answers first, then base weight: an order that the file has no part in. */
static int compare(const void *a, const void *b, void *with)
{
    const struct alike *alike = with;
    const uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
    for (size_t m = 0; m < alike->n_margins; m++) {
        const uint32_t *category = alike->margins[m].category;
        if (category[i] != category[j])
            return category[i] < category[j] ? -1 : 1;
    }
    return (alike->units[i] > alike->units[j]) - (alike->units[i] < alike->units[j]);
}

static uint32_t *in_order(const struct wrd_fit *fit, struct alike *alike)
{
    uint32_t *order = wrd_alloc(fit->frame->n, sizeof *order);
    for (size_t i = 0; i < fit->frame->n; i++)
        order[i] = (uint32_t)i;
    qsort_r(order, fit->frame->n, sizeof *order, compare, alike);
    return order;
}

/* One respondent of every cell. */
static uint32_t *number_cells(const struct wrd_fit *fit, struct alike *alike,
                              struct wrd_calibration *calibration)
{
    const size_t n = fit->frame->n;
    uint32_t *order = in_order(fit, alike);
    uint32_t *cell = wrd_arena_take_array(fit->arena, n, sizeof *cell);
    uint32_t *first = wrd_arena_take_array(fit->arena, n, sizeof *first);
    uint64_t *count = wrd_arena_take_array(fit->arena, n, sizeof *count);
    for (size_t at = 0; at < n; at++) {
        if (at == 0 || compare(&order[at - 1], &order[at], alike) != 0)
            first[calibration->n_cells++] = order[at];
        cell[order[at]] = (uint32_t)calibration->n_cells - 1;
        count[calibration->n_cells - 1]++;
    }
    calibration->cell = cell;
    calibration->count = count;
    free(order);
    return first;
}

/* The base weights scaled to the population. */
static const double *base_weights(const struct wrd_fit *fit, const uint32_t *first, int64_t total,
                                  size_t n_cells)
{
    unsigned __int128 sum = 0;
    for (size_t i = 0; i < fit->frame->n; i++)
        sum += (unsigned __int128)fit->units[i];
    double *base = wrd_arena_take_array(fit->arena, n_cells, sizeof *base);
    for (size_t k = 0; k < n_cells; k++)
        base[k] = (double)fit->units[first[k]] * ((double)total / (double)sum);
    return base;
}

static struct wrd_raking_margin on_cells(const struct wrd_fit *fit, const struct wrd_margin *margin,
                                         const uint32_t *first, size_t n_cells)
{
    uint32_t *category = wrd_arena_take_array(fit->arena, n_cells, sizeof *category);
    for (size_t k = 0; k < n_cells; k++)
        category[k] = margin->category[first[k]];
    return (struct wrd_raking_margin){ margin->n_categories, category, margin->target };
}

struct wrd_raking *wrd_fit_cells(const struct wrd_fit *fit, const struct wrd_margin *margins,
                                 size_t n_margins, struct wrd_calibration *calibration)
{
    struct alike alike = { margins, n_margins, fit->units };
    const uint32_t *first = number_cells(fit, &alike, calibration);
    const size_t n_cells = calibration->n_cells;
    struct wrd_raking_margin *on = wrd_arena_take_array(fit->arena, n_margins, sizeof *on);
    for (size_t m = 0; m < n_margins; m++)
        on[m] = on_cells(fit, &margins[m], first, n_cells);
    calibration->base = base_weights(fit, first, wrd_margin_total(&margins[0]), n_cells);

    struct wrd_raking *raking = wrd_arena_take(fit->arena, sizeof *raking);
    *raking = (struct wrd_raking){ .n_cells = n_cells,
                                   .margins = on,
                                   .n_margins = n_margins,
                                   .base = calibration->base,
                                   .trims = fit->source->weights.trims,
                                   .low = wrd_decimal_double(fit->source->weights.low),
                                   .high = wrd_decimal_double(fit->source->weights.high) };
    return raking;
}
