/* crosstab.c - see crosstab.h. */
#include "stats/crosstab.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stats/design.h"
#include "stats/parts.h"

static const struct wrd_sums *stratum_of(const struct wrd_crosstab *table, size_t h)
{
    return table->sums + h * wrd_crosstab_cells(table);
}

static uint64_t positive(const struct wrd_crosstab *table, size_t h, size_t cell)
{
    const size_t at = h * wrd_crosstab_cells(table) + cell;
    return table->sums[at].n - (table->zeros ? table->zeros[at] : 0);
}

/* Of every stratum the units that gave a value, and those that were asked for one. */
static void count_units(const struct wrd_crosstab *table, uint64_t *valid, uint64_t *reached)
{
    const size_t n_cells = wrd_crosstab_cells(table), n_strata = table->design->n_strata;
    if (table->cell) {
        uint8_t *counts = wrd_alloc(n_cells + 1, sizeof *counts);
        memset(counts, 1, n_cells + 1);
        wrd_design_reach(table->design, table->cell, counts, n_cells, valid);
        wrd_design_reach(table->design, table->cell, counts, n_cells + 1, reached);
        free(counts);
        return;
    }
    for (size_t h = 0; h < n_strata; h++) {
        reached[h] = table->reached[h];
        for (size_t cell = 0; cell < n_cells; cell++)
            valid[h] += positive(table, h, cell);
    }
}

static double degrees(const uint64_t *units, size_t n_strata)
{
    double df = 0;
    for (size_t h = 0; h < n_strata; h++)
        if (units[h] > 0)
            df += (double)units[h] - 1;
    return df;
}

static double sample_degrees(const struct wrd_crosstab *table)
{
    const struct wrd_design *design = table->design;
    uint64_t *units = wrd_alloc(design->n_strata, sizeof *units);
    for (size_t h = 0; !table->cell && h < design->n_strata; h++)
        units[h] = table->stratum_n[h];
    for (size_t u = 0; table->cell && u < wrd_design_units(design); u++)
        if (wrd_unit_counts(design, u))
            units[wrd_unit_stratum(design, u)]++;
    const double df = degrees(units, design->n_strata);
    free(units);
    return df;
}

static bool is_lone(const struct wrd_crosstab *table)
{
    const struct wrd_domain sample = { .n_strata = table->design->n_strata,
                                       .stratum_n = table->stratum_n,
                                       .fraction = table->design->fraction,
                                       .lone = table->design->lone };
    return table->cell ? wrd_design_is_lone(table->design) : wrd_domain_is_lone(&sample);
}

static void find_all(struct wrd_arena *arena, struct wrd_crosstab *table)
{
    const size_t n_cells = wrd_crosstab_cells(table), n = table->design->n_strata * table->n_values;
    struct wrd_sums *all = wrd_arena_take_array(arena, n, sizeof *all);
    uint64_t *zeros = table->zeros ? wrd_arena_take_array(arena, n, sizeof *zeros) : NULL;
    for (size_t h = 0; h < table->design->n_strata; h++)
        for (size_t cell = 0; cell < n_cells; cell++) {
            const size_t to = h * table->n_values + cell % table->n_values;
            wrd_sums_merge(&all[to], &stratum_of(table, h)[cell]);
            if (zeros)
                zeros[to] += table->zeros[h * n_cells + cell];
        }
    table->all = all;
    table->all_zeros = zeros;
}

void wrd_crosstab_settle(struct wrd_arena *arena, struct wrd_crosstab *table)
{
    const struct wrd_design *design = table->design;
    uint64_t *valid = wrd_alloc(design->n_strata, sizeof *valid);
    uint64_t *reached = wrd_alloc(design->n_strata, sizeof *reached);
    double *fraction = wrd_arena_take_array(arena, design->n_strata, sizeof *fraction);
    count_units(table, valid, reached);
    for (size_t h = 0; design->fraction && h < design->n_strata; h++)
        /* Everybody was reached, not everybody answered this question. */
        fraction[h] = design->fraction[h] < 1 || reached[h] == 0
                          ? design->fraction[h]
                          : (double)valid[h] / (double)reached[h];
    table->fraction = fraction;
    table->df = degrees(valid, design->n_strata);
    table->sample_df = sample_degrees(table);
    table->lone = is_lone(table);
    find_all(arena, table);
    free(valid);
    free(reached);
}

static struct wrd_sums less(struct wrd_sums all, const struct wrd_sums *part)
{
    return (struct wrd_sums){ all.n - part->n, all.w - part->w, all.w2 - part->w2 };
}

static const uint32_t *fold_of(struct wrd_arena *arena, const struct wrd_crosstab *table,
                               size_t group)
{
    uint32_t *fold = wrd_arena_take_array(arena, wrd_crosstab_cells(table), sizeof *fold);
    for (size_t g = 0; g < table->n_groups; g++)
        for (size_t v = 0; v < table->n_values; v++)
            fold[g * table->n_values + v] = (uint32_t)((g == group ? table->n_values : 0) + v);
    return fold;
}

struct wrd_crosstab wrd_crosstab_against_rest(struct wrd_arena *arena,
                                              const struct wrd_crosstab *table, size_t group)
{
    enum { SIDES = 2 };
    const size_t n_values = table->n_values, n_strata = table->design->n_strata;
    const size_t n = n_strata * SIDES * n_values;
    struct wrd_sums *sums = wrd_arena_take_array(arena, n, sizeof *sums);
    uint64_t *zeros = table->zeros ? wrd_arena_take_array(arena, n, sizeof *zeros) : NULL;
    for (size_t h = 0; h < n_strata; h++)
        for (size_t v = 0; v < n_values; v++) {
            const size_t own = h * wrd_crosstab_cells(table) + group * n_values + v;
            const size_t rest = h * SIDES * n_values + v, one = rest + n_values;
            sums[one] = table->sums[own];
            sums[rest] = less(table->all[h * n_values + v], &table->sums[own]);
            if (zeros) {
                zeros[one] = table->zeros[own];
                zeros[rest] = table->all_zeros[h * n_values + v] - zeros[one];
            }
        }
    struct wrd_crosstab pair = *table;
    pair.n_groups = SIDES;
    pair.sums = sums;
    pair.zeros = zeros;
    pair.fold = table->cell ? fold_of(arena, table, group) : NULL;
    pair.n_folded = wrd_crosstab_cells(table);
    return pair;
}

static uint64_t grid_weight(const struct wrd_crosstab *table, size_t cell)
{
    uint64_t w = 0;
    for (size_t h = 0; h < table->design->n_strata; h++)
        w += stratum_of(table, h)[cell].w;
    return w;
}

double wrd_crosstab_weight(const struct wrd_crosstab *table, size_t cell)
{
    return (double)grid_weight(table, cell) / (double)table->design->one;
}

double wrd_crosstab_group_weight(const struct wrd_crosstab *table, size_t group)
{
    uint64_t w = 0;
    for (size_t v = 0; v < table->n_values; v++)
        w += grid_weight(table, group * table->n_values + v);
    return (double)w / (double)table->design->one;
}

uint64_t wrd_crosstab_count(const struct wrd_crosstab *table, size_t group)
{
    uint64_t n = 0;
    for (size_t h = 0; h < table->design->n_strata; h++)
        for (size_t v = 0; v < table->n_values; v++)
            n += positive(table, h, group * table->n_values + v);
    return n;
}

double wrd_crosstab_mean(const struct wrd_crosstab *table, size_t group, const double *y,
                         double *deviation)
{
    const size_t first = group * table->n_values;
    const double all = wrd_crosstab_group_weight(table, group);
    size_t v = 0;
    while (wrd_crosstab_weight(table, first + v) == 0)
        v++;
    /* From a value that occurs, so that a group of which all gave the same deviates by exactly 0. */
    const double near = y[v];
    double sum = 0;
    for (v = 0; v < table->n_values; v++)
        sum += wrd_crosstab_weight(table, first + v) * (y[v] - near);
    for (v = 0; v < table->n_values; v++)
        deviation[first + v] = ((y[v] - near) - sum / all) / all;
    return near + sum / all;
}

static void from_sums(const struct wrd_crosstab *table, const double *deviation, size_t k,
                      double *covariance)
{
    const size_t n_cells = wrd_crosstab_cells(table);
    const double one = (double)table->design->one;
    for (size_t h = 0; h < table->design->n_strata; h++)
        for (size_t a = 0; a < k; a++)
            for (size_t b = 0; b <= a; b++)
                covariance[a * k + b] +=
                    (1 - table->fraction[h]) / (one * one) *
                    wrd_stratum_product(stratum_of(table, h), n_cells,
                                        (struct wrd_deviation){ .y = deviation + a * n_cells },
                                        (struct wrd_deviation){ .y = deviation + b * n_cells },
                                        table->stratum_n[h], table->design->lone);
}

/* One figure, as totals of units from their stratum's mean. */
static void totals(const struct wrd_crosstab *table, const double *deviation, double *z)
{
    const size_t n = table->fold ? table->n_folded : wrd_crosstab_cells(table);
    double *unfolded = wrd_alloc(n, sizeof *unfolded);
    for (size_t cell = 0; cell < n; cell++)
        unfolded[cell] = deviation[table->fold ? table->fold[cell] : cell];
    const struct wrd_scores scores = { table->cell, unfolded, n };
    wrd_design_totals(table->design, &scores, z);
    wrd_design_centre(table->design, table->fraction, z);
    free(unfolded);
}

static void from_units(const struct wrd_crosstab *table, const double *deviation, size_t k,
                       double *covariance)
{
    const size_t units = wrd_design_units(table->design);
    double *z = wrd_alloc(k * units, sizeof *z);
    for (size_t a = 0; a < k; a++) {
        totals(table, deviation + a * wrd_crosstab_cells(table), z + a * units);
        for (size_t b = 0; b <= a; b++)
            covariance[a * k + b] =
                wrd_design_covariance(table->design, z + a * units, z + b * units);
    }
    free(z);
}

void wrd_crosstab_covariance(const struct wrd_crosstab *table, const double *deviation, size_t k,
                             double *covariance)
{
    for (size_t i = 0; i < k * k; i++)
        covariance[i] = table->lone ? NAN : 0;
    if (!table->lone)
        (table->cell ? from_units : from_sums)(table, deviation, k, covariance);
    for (size_t a = 0; a < k; a++)
        for (size_t b = 0; b < a; b++)
            covariance[b * k + a] = covariance[a * k + b];
}
