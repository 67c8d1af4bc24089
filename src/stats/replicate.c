/* replicate.c - see replicate.h. */
#include "stats/replicate.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_rng.h>

#include "stats/raking.h"

/* Strips times replicates: what every figure costs.  A study has thousands of figures. */
enum { SEED = 20260101, MOST_WORK = 20000000 };

/* A *strip* is what one unit has of one weighting cell: its respondents get the same weight in every
 * replicate.  Without fitted weights, a unit. */
struct wrd_replicates {
    size_t n;
    size_t n_strips;
    const uint32_t *strip;            /* [respondents] */
    const uint32_t *unit, *cell;      /* [n_strips]; cell NULL: weights are not fitted */
    const uint64_t *units_of_stratum; /* [n_strata] */
    /* bootstrap: a unit drawn m times counts always + each * m times */
    const uint16_t *drawn;       /* [n][units] */
    const double *always, *each; /* [units] */
    const double *refit; /* fitted: [n][n_cells], times the weight of the whole sample; NaN in the
                            first: the replicate could not be fitted */
};

/* ---- what is the same for all figures ---- */

static uint64_t *count_units(struct wrd_arena *arena, const struct wrd_design *design)
{
    uint64_t *n = wrd_arena_take_array(arena, design->n_strata, sizeof *n);
    for (size_t u = 0; u < design->n_psu; u++)
        if (wrd_unit_counts(design, u))
            n[wrd_unit_stratum(design, u)]++;
    return n;
}

struct pair {
    uint32_t unit, cell;
    size_t i;
};

static int by_pair(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->unit != y->unit)
        return x->unit < y->unit ? -1 : 1;
    return (x->cell > y->cell) - (x->cell < y->cell);
}

static void find_strips(struct wrd_arena *arena, const struct wrd_design *design,
                        struct wrd_replicates *replicates)
{
    struct pair *pairs = wrd_alloc(design->n, sizeof *pairs);
    uint32_t *strip = wrd_arena_take_array(arena, design->n, sizeof *strip);
    uint32_t *unit = wrd_arena_take_array(arena, design->n, sizeof *unit);
    uint32_t *cell = wrd_arena_take_array(arena, design->n, sizeof *cell);
    size_t n = 0;
    for (size_t i = 0; i < design->n; i++)
        pairs[i] = (struct pair){ design->psu[i], design->calibration->cell[i], i };
    qsort(pairs, design->n, sizeof *pairs, by_pair);
    for (size_t k = 0; k < design->n; k++) {
        if (k == 0 || by_pair(&pairs[k - 1], &pairs[k]) != 0) {
            unit[n] = pairs[k].unit;
            cell[n++] = pairs[k].cell;
        }
        strip[pairs[k].i] = (uint32_t)n - 1;
    }
    replicates->n_strips = n;
    replicates->strip = strip;
    replicates->unit = unit;
    replicates->cell = cell;
    free(pairs);
}

static void units_are_strips(struct wrd_arena *arena, const struct wrd_design *design,
                             struct wrd_replicates *replicates)
{
    uint32_t *unit = wrd_arena_take_array(arena, design->n_psu, sizeof *unit);
    for (size_t u = 0; u < design->n_psu; u++)
        unit[u] = (uint32_t)u;
    replicates->n_strips = design->n_psu;
    replicates->strip = design->psu;
    replicates->unit = unit;
}

/* Units stand by stratum, so those of one are a run; ones that count nowhere are in no run. */
static uint16_t *draw(struct wrd_arena *arena, const struct wrd_design *design)
{
    const size_t units = design->n_psu;
    uint16_t *drawn = wrd_arena_take_array(arena, (size_t)WRD_BOOTSTRAPS * units, sizeof *drawn);
    size_t *of = wrd_alloc(units, sizeof *of);
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(rng, SEED);
    for (size_t h = 0; h < design->n_strata; h++) {
        size_t n = 0;
        for (size_t u = 0; u < units; u++)
            if (wrd_unit_counts(design, u) && wrd_unit_stratum(design, u) == h)
                of[n++] = u;
        for (size_t r = 0; r < WRD_BOOTSTRAPS; r++)
            for (size_t k = 0; k + 1 < n; k++)
                drawn[r * units + of[gsl_rng_uniform_int(rng, n)]]++;
    }
    gsl_rng_free(rng);
    free(of);
    return drawn;
}

static void find_counts(struct wrd_arena *arena, const struct wrd_design *design,
                        struct wrd_replicates *replicates)
{
    double *always = wrd_arena_take_array(arena, design->n_psu, sizeof *always);
    double *each = wrd_arena_take_array(arena, design->n_psu, sizeof *each);
    for (size_t u = 0; u < design->n_psu; u++) {
        if (!wrd_unit_counts(design, u))
            continue;
        const size_t h = wrd_unit_stratum(design, u);
        const double n = (double)replicates->units_of_stratum[h];
        const double f = design->fraction ? fmin(design->fraction[h], 1) : 0;
        const double l = n < 2 ? 0 : sqrt(1 - f);
        always[u] = 1 - l;
        each[u] = n < 2 ? 0 : l * n / (n - 1);
    }
    replicates->always = always;
    replicates->each = each;
}

/* How often unit u counts in replicate r. */
static double times(const struct wrd_design *design, const struct wrd_replicates *replicates,
                    size_t r, size_t u)
{
    if (replicates->drawn)
        return replicates->always[u] +
               replicates->each[u] * (double)replicates->drawn[r * design->n_psu + u];
    if (!wrd_unit_counts(design, u))
        return 0;
    const size_t h = wrd_unit_stratum(design, u);
    const double n = (double)replicates->units_of_stratum[h];
    if (n < 2 || !wrd_unit_counts(design, r) || wrd_unit_stratum(design, r) != h)
        return 1;
    return r == u ? 0 : n / (n - 1);
}

/* Respondents of each strip. */
static uint64_t *count_strips(const struct wrd_design *design,
                              const struct wrd_replicates *replicates)
{
    uint64_t *count = wrd_alloc(replicates->n_strips, sizeof *count);
    for (size_t i = 0; i < design->n; i++)
        count[replicates->strip[i]]++;
    return count;
}

/* What fitting did to the weights of the sample itself, a cell each. */
static double *fitted_factors(const struct wrd_design *design)
{
    const struct wrd_calibration *calibration = design->calibration;
    double *factor = wrd_alloc(calibration->n_cells, sizeof *factor);
    for (size_t i = 0; i < design->n; i++) {
        const size_t k = calibration->cell[i];
        /* A weight of 0 stays 0 in every replicate, also one that was rounded to it. */
        factor[k] = calibration->base[k] > 0 && design->weight[i] > 0
                        ? (double)design->weight[i] / (double)design->one / calibration->base[k]
                        : 1;
    }
    return factor;
}

static void refit(const struct wrd_design *design, const struct wrd_replicates *replicates,
                  const uint64_t *count, const double *fitted, size_t r, double *again)
{
    const struct wrd_calibration *calibration = design->calibration;
    const size_t n_cells = calibration->n_cells;
    double *w = wrd_alloc(n_cells, sizeof *w);
    struct wrd_raked raked;
    for (size_t s = 0; s < replicates->n_strips; s++)
        w[replicates->cell[s]] += times(design, replicates, r, replicates->unit[s]) *
                                  (double)count[s] * calibration->base[replicates->cell[s]];
    const enum wrd_status status = wrd_rake(calibration->raking, w, again, &raked);
    for (size_t k = 0; k < n_cells; k++)
        again[k] /= fitted[k];
    if (status != WRD_OK)
        again[0] = NAN;
    free(w);
}

static double *refit_all(struct wrd_arena *arena, const struct wrd_design *design,
                         const struct wrd_replicates *replicates)
{
    const size_t n_cells = design->calibration->n_cells;
    double *all = wrd_arena_take_array(arena, replicates->n * n_cells, sizeof *all);
    uint64_t *count = count_strips(design, replicates);
    double *fitted = fitted_factors(design);
    for (size_t r = 0; r < replicates->n; r++)
        refit(design, replicates, count, fitted, r, &all[r * n_cells]);
    free(count);
    free(fitted);
    return all;
}

const struct wrd_replicates *wrd_replicates_new(struct wrd_arena *arena,
                                                const struct wrd_design *design)
{
    struct wrd_replicates *replicates = wrd_arena_take(arena, sizeof *replicates);
    replicates->units_of_stratum = count_units(arena, design);
    replicates->n = design->variance == WRD_BOOTSTRAP ? WRD_BOOTSTRAPS : design->n_psu;
    if (design->calibration)
        find_strips(arena, design, replicates);
    else
        units_are_strips(arena, design, replicates);
    if ((design->calibration || design->variance == WRD_BOOTSTRAP) &&
        replicates->n > MOST_WORK / replicates->n_strips)
        return NULL;
    if (design->variance == WRD_BOOTSTRAP) {
        replicates->drawn = draw(arena, design);
        find_counts(arena, design, replicates);
    }
    if (design->calibration)
        replicates->refit = refit_all(arena, design, replicates);
    return replicates;
}

/* ---- a figure ---- */

/* Its numerator, from the value of the whole sample, and its base. */
struct parts {
    double above, base;
};
struct totals {
    struct parts *of_strip, *of_stratum, all;
};

static double *strip_totals(const struct wrd_design *design, const struct wrd_scores *scores)
{
    struct wrd_design by_strip = *design;
    by_strip.psu = design->replicates->strip;
    by_strip.n_psu = design->replicates->n_strips;
    double *z = wrd_alloc(by_strip.n_psu, sizeof *z);
    wrd_design_plain_totals(&by_strip, scores, z);
    return z;
}

static void add(struct parts *into, struct parts part, double times)
{
    into->above += times * part.above;
    into->base += times * part.base;
}

static struct totals totals_of(const struct wrd_design *design, const struct wrd_scores *scores,
                               const uint8_t *base)
{
    const struct wrd_replicates *replicates = design->replicates;
    const size_t n_strips = replicates->n_strips;
    double *one = wrd_alloc(scores->n_values, sizeof *one);
    for (size_t v = 0; v < scores->n_values; v++)
        one[v] = base[v];
    const struct wrd_scores counted = { scores->value, one, scores->n_values };
    double *above = strip_totals(design, scores), *below = strip_totals(design, &counted);
    struct totals totals = { wrd_alloc(n_strips, sizeof(struct parts)),
                             wrd_alloc(design->n_strata, sizeof(struct parts)),
                             { 0, 0 } };
    for (size_t s = 0; s < n_strips; s++) {
        const size_t unit = replicates->unit[s];
        totals.of_strip[s] = (struct parts){ above[s], below[s] };
        if (!wrd_unit_counts(design, unit))
            continue;
        add(&totals.of_stratum[wrd_unit_stratum(design, unit)], totals.of_strip[s], 1);
        add(&totals.all, totals.of_strip[s], 1);
    }
    free(one);
    free(above);
    free(below);
    return totals;
}

/* A jackknife whose weights stay: the stratum without unit r, blown up to what it was. */
static struct parts without(const struct wrd_design *design, const struct totals *totals, size_t r)
{
    const size_t h = wrd_unit_stratum(design, r);
    const double n = (double)design->replicates->units_of_stratum[h];
    struct parts parts = totals->all;
    add(&parts, totals->of_stratum[h], n / (n - 1) - 1);
    add(&parts, totals->of_strip[r], -n / (n - 1));
    return parts;
}

static struct parts replicate(const struct wrd_design *design, const struct totals *totals,
                              size_t r)
{
    const struct wrd_replicates *replicates = design->replicates;
    const double *refitted =
        replicates->refit ? &replicates->refit[r * design->calibration->n_cells] : NULL;
    struct parts parts = { 0, 0 };
    if (!refitted && !replicates->drawn)
        return without(design, totals, r);
    if (refitted && isnan(refitted[0]))
        return parts;
    for (size_t s = 0; s < replicates->n_strips; s++) {
        const double count = times(design, replicates, r, replicates->unit[s]);
        add(&parts, totals->of_strip[s], refitted ? count * refitted[replicates->cell[s]] : count);
    }
    return parts;
}

/* The weight of a replicate's square in the variance; 0: it has no part in it. */
static double scale_of(const struct wrd_design *design, const double *fraction, size_t r)
{
    const struct wrd_replicates *replicates = design->replicates;
    if (replicates->drawn)
        return 1;
    if (!wrd_unit_counts(design, r))
        return 0;
    const size_t h = wrd_unit_stratum(design, r);
    const double n = (double)replicates->units_of_stratum[h];
    const double f = fraction ? fraction[h] : design->fraction ? design->fraction[h] : 0;
    return n < 2 || f >= 1 ? 0 : (1 - f) * (n - 1) / n;
}

/* How far the figure of each replicate lies from that of the whole sample, NaN where it has no part;
 * the deviations are divided by the base of the whole already. */
static size_t figures_of(const struct wrd_design *design, const struct totals *totals,
                         const double *fraction, double *figure, double *mean)
{
    size_t used = 0;
    double sum = 0;
    bool missed = false;
    for (size_t r = 0; r < design->replicates->n; r++) {
        struct parts parts = { 0, 0 };
        if (scale_of(design, fraction, r) > 0)
            parts = replicate(design, totals, r);
        figure[r] = parts.base > 0 ? parts.above * totals->all.base / parts.base : NAN;
        if (isnan(figure[r])) {
            missed |= scale_of(design, fraction, r) > 0;
            continue;
        }
        sum += figure[r];
        used++;
    }
    *mean = sum / (double)used;
    /* Of a bootstrap the others stand for a draw that is missed; of a jackknife none does for a unit. */
    return missed && !design->replicates->drawn ? 0 : used;
}

double wrd_replicate_variance(const struct wrd_design *design, const struct wrd_scores *scores,
                              const uint8_t *base, const double *fraction)
{
    const size_t n = design->replicates->n;
    struct totals totals = totals_of(design, scores, base);
    double *figure = wrd_alloc(n, sizeof *figure), mean, squares = 0;
    const size_t used = figures_of(design, &totals, fraction, figure, &mean);
    for (size_t r = 0; r < n; r++)
        if (!isnan(figure[r]))
            squares += scale_of(design, fraction, r) * (figure[r] - mean) * (figure[r] - mean);
    free(totals.of_strip);
    free(totals.of_stratum);
    free(figure);
    if (used < 2)
        return NAN;
    return design->replicates->drawn ? squares / (double)(used - 1) : squares;
}
