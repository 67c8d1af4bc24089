/* tests/support/cells.h - weighting cells by hand: a raking problem and what raking made of it.
 *
 * A cell is a text with a digit a margin, its category from 0, '.' no answer: "02". */
#ifndef SUPPORT_CELLS_H
#define SUPPORT_CELLS_H

#include <math.h>
#include <string.h>

#include "stats/raking.h"

enum { MOST_CELLS = 64, MOST_MARGINS = 4, MOST_CATEGORIES = 8 };

struct cell {
    const char *answers;
    double count, base;
};

struct cells {
    struct wrd_raking raking;
    struct wrd_raking_margin margins[MOST_MARGINS];
    uint32_t category[MOST_MARGINS][MOST_CELLS];
    double target[MOST_MARGINS][MOST_CATEGORIES];
    double base[MOST_CELLS], w[MOST_CELLS], factor[MOST_CELLS];
    struct wrd_raked raked;
};

/* Targets are counts of the population. */
static inline void cells_margin(struct cells *cells, const double *counts, size_t n)
{
    const size_t m = cells->raking.n_margins++;
    double total = 0;
    for (size_t c = 0; c < n; c++)
        total += counts[c];
    for (size_t c = 0; c < n; c++)
        cells->target[m][c] = counts[c] / total;
    cells->margins[m] = (struct wrd_raking_margin){ n, cells->category[m], cells->target[m] };
    cells->raking.margins = cells->margins;
    cells->raking.base = cells->base;
}

static inline void cells_add(struct cells *cells, struct cell cell)
{
    const size_t k = cells->raking.n_cells++;
    cells->base[k] = cell.base;
    cells->w[k] = cell.count * cell.base;
    for (size_t m = 0; m < cells->raking.n_margins; m++)
        cells->category[m][k] = cell.answers[m] == '.' ? (uint32_t)cells->margins[m].n_categories
                                                       : (uint32_t)(cell.answers[m] - '0');
}

static inline enum wrd_status cells_rake(struct cells *cells)
{
    return wrd_rake(&cells->raking, cells->w, cells->factor, &cells->raked);
}

static inline double cells_weight(const struct cells *cells, size_t k)
{
    return cells->base[k] * cells->factor[k];
}

/* A category's share of who has an answer, over its target, less 1: added up here, in another way
 * than raking does. */
static inline double cells_off(const struct cells *cells, size_t m, size_t c)
{
    long double in = 0, out = 0;
    for (size_t k = cells->raking.n_cells; k-- > 0;)
        if (cells->category[m][k] == c)
            in += (long double)cells->w[k] * cells->factor[k];
        else if (cells->category[m][k] < cells->margins[m].n_categories)
            out += (long double)cells->w[k] * cells->factor[k];
    return (double)(in / (in + out) / cells->target[m][c] - 1);
}

static inline double cells_worst(const struct cells *cells)
{
    double worst = 0;
    for (size_t m = 0; m < cells->raking.n_margins; m++)
        for (size_t c = 0; c < cells->margins[m].n_categories; c++)
            worst = fmax(worst, fabs(cells_off(cells, m, c)));
    return worst;
}

#endif
