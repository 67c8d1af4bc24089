/* design.c - see design.h. */
#include "stats/design.h"

#include <stdlib.h>

#include "stats/calibration.h"
#include "stats/fixed.h"
#include "waardering/arena.h"

enum { DEVIATION_BITS = 60, TOTAL_BITS = 62 };

static double largest_of(const double *x, size_t n)
{
    double largest = 0;
    for (size_t i = 0; i < n; i++)
        largest = fabs(x[i]) > largest ? fabs(x[i]) : largest; /* fmax is a call */
    return largest;
}

static int64_t *fixed_all(const double *x, size_t n, int scale)
{
    int64_t *fixed = wrd_alloc(n, sizeof *fixed);
    for (size_t i = 0; i < n; i++)
        fixed[i] = wrd_fixed_of(x[i], scale);
    return fixed;
}

/* What the margins explain of the deviations, a cell each.  A cell's respondents have one base
 * weight, so its sum is that weight times a sum of whole numbers.  Whose weight was rounded to 0
 * counts nowhere: in no value, so in no deviation from it. */
static double *fit(const struct wrd_design *design, const struct wrd_scores *scores)
{
    const struct wrd_calibration *calibration = design->calibration;
    const size_t n_cells = calibration->n_cells;
    const int scale =
        wrd_fixed_scale(largest_of(scores->deviation, scores->n_values), DEVIATION_BITS);
    int64_t *deviation = fixed_all(scores->deviation, scores->n_values, scale);
    wrd_i128 *exact = wrd_alloc(n_cells, sizeof *exact);
    double *sum = wrd_alloc(n_cells, sizeof *sum), *fitted = wrd_alloc(n_cells, sizeof *fitted);
    for (size_t i = 0; i < design->n; i++)
        if (scores->value[i] < scores->n_values && (!design->weight || design->weight[i] > 0))
            exact[calibration->cell[i]] += deviation[scores->value[i]];
    for (size_t k = 0; k < n_cells; k++)
        sum[k] = calibration->base[k] * wrd_fixed_double(exact[k], scale);
    wrd_calibration_fit(calibration, sum, fitted);
    free(deviation);
    free(exact);
    free(sum);
    return fitted;
}

/* fitted NULL: nothing is taken off. */
static void add_up(const struct wrd_design *design, const struct wrd_scores *scores,
                   const double *fitted, double *z)
{
    const size_t units = wrd_design_units(design);
    const size_t n_cells = fitted ? design->calibration->n_cells : 0;
    const double largest = fmax(largest_of(scores->deviation, scores->n_values),
                                fitted ? largest_of(fitted, n_cells) : 0);
    const int scale = wrd_fixed_scale(largest, DEVIATION_BITS);
    int64_t *deviation = fixed_all(scores->deviation, scores->n_values, scale);
    int64_t *explained = fixed_all(fitted, n_cells, scale);
    wrd_i128 *exact = wrd_alloc(units, sizeof *exact);
    for (size_t i = 0; i < design->n; i++) {
        wrd_i128 adds = scores->value[i] < scores->n_values ? deviation[scores->value[i]] : 0;
        if (fitted)
            adds -= explained[design->calibration->cell[i]];
        exact[design->psu ? design->psu[i] : i] +=
            adds * (design->weight ? design->weight[i] : design->one);
    }
    for (size_t u = 0; u < units; u++)
        z[u] = wrd_fixed_double(exact[u], scale) / (double)design->one;
    free(deviation);
    free(explained);
    free(exact);
}

void wrd_design_plain_totals(const struct wrd_design *design, const struct wrd_scores *scores,
                             double *z)
{
    add_up(design, scores, NULL, z);
}

void wrd_design_totals(const struct wrd_design *design, const struct wrd_scores *scores, double *z)
{
    double *fitted = design->calibration ? fit(design, scores) : NULL;
    add_up(design, scores, fitted, z);
    free(fitted);
}

/* METHOD 7.2, and 7.4 for a stratum of one: nothing to compare with. */
static double factor(const struct wrd_design *design, const double *fraction, size_t h, uint64_t n)
{
    const double f = fraction ? fraction[h] : design->fraction ? design->fraction[h] : 0;
    const double left = f < 1 ? 1 - f : 0;
    if (n > 1)
        return left * (double)n / (double)(n - 1);
    return design->lone == WRD_LONE_ADJUST ? left : 0;
}

void wrd_design_centre(const struct wrd_design *design, const double *fraction, double *z)
{
    const size_t units = wrd_design_units(design);
    const int scale = wrd_fixed_scale(largest_of(z, units), TOTAL_BITS);
    wrd_i128 *sum = wrd_alloc(design->n_strata, sizeof *sum);
    uint64_t *n = wrd_alloc(design->n_strata, sizeof *n);
    for (size_t u = 0; u < units; u++)
        if (wrd_unit_counts(design, u)) {
            sum[wrd_unit_stratum(design, u)] += wrd_fixed_of(z[u], scale);
            n[wrd_unit_stratum(design, u)]++;
        }
    for (size_t u = 0; u < units; u++) {
        if (!wrd_unit_counts(design, u)) {
            z[u] = 0;
            continue;
        }
        const size_t h = wrd_unit_stratum(design, u);
        /* A lone unit that is adjusted is held against the mean of all, which is 0: the deviations
         * of a figure add up to nothing. */
        const double mean = n[h] > 1 ? wrd_fixed_double(sum[h], scale) / (double)n[h] : 0;
        z[u] = (z[u] - mean) * sqrt(factor(design, fraction, h, n[h]));
    }
    free(sum);
    free(n);
}

double wrd_design_covariance(const struct wrd_design *design, const double *a, const double *b)
{
    const size_t units = wrd_design_units(design);
    const int scale = wrd_fixed_scale(largest_of(a, units) * largest_of(b, units), TOTAL_BITS);
    wrd_i128 sum = 0;
    for (size_t u = 0; u < units; u++)
        sum += wrd_fixed_of(a[u] * b[u], scale);
    return wrd_fixed_double(sum, scale);
}

double wrd_design_variance(const struct wrd_design *design, const double *fraction, const double *z)
{
    const size_t units = wrd_design_units(design);
    double *centred = wrd_alloc(units, sizeof *centred);
    for (size_t u = 0; u < units; u++)
        centred[u] = z[u];
    wrd_design_centre(design, fraction, centred);
    const double variance = wrd_design_covariance(design, centred, centred);
    free(centred);
    return variance;
}

bool wrd_design_is_lone(const struct wrd_design *design)
{
    if (design->lone == WRD_LONE_ADJUST || design->lone == WRD_LONE_CERTAINTY)
        return false;
    uint64_t *n = wrd_alloc(design->n_strata, sizeof *n);
    bool any = false;
    for (size_t u = 0; u < wrd_design_units(design); u++)
        if (wrd_unit_counts(design, u))
            n[wrd_unit_stratum(design, u)]++;
    for (size_t h = 0; h < design->n_strata; h++)
        any |= n[h] == 1 && !(design->fraction && design->fraction[h] >= 1);
    free(n);
    return any;
}

void wrd_design_reach(const struct wrd_design *design, const uint32_t *value, const uint8_t *counts,
                      size_t n_values, uint64_t *units)
{
    uint8_t *seen = wrd_alloc(wrd_design_units(design), sizeof *seen);
    for (size_t h = 0; h < design->n_strata; h++)
        units[h] = 0;
    for (size_t i = 0; i < design->n; i++) {
        const size_t u = design->psu ? design->psu[i] : i;
        if (value[i] >= n_values || !counts[value[i]] || seen[u] ||
            (design->weight && design->weight[i] == 0))
            continue;
        seen[u] = 1;
        units[wrd_unit_stratum(design, u)]++;
    }
    free(seen);
}
