/* raking.c - see raking.h. */
#include "stats/raking.h"

#include <math.h>
#include <stdlib.h>

#include "waardering/arena.h"

enum { MOST_CYCLES = 200, MOST_ROUNDS = 100 };
static const double met = 1e-10; /* of its target: near enough to stop */
static const double over = 1e-6; /* of a limit: near enough to be held */

struct solving {
    const struct wrd_raking *raking;
    const double *w;
    double *factor;
    double *sum; /* [categories of the largest margin] */
    bool *cut;   /* [n_cells] trimmed at some time */
    unsigned cycles;
};

static double *room_for_sums(const struct wrd_raking *raking)
{
    size_t most = 1;
    for (size_t m = 0; m < raking->n_margins; m++)
        if (raking->margins[m].n_categories > most)
            most = raking->margins[m].n_categories;
    return wrd_alloc(most, sizeof(double));
}

/* The weight of every category, and of all with an answer on the margin. */
static double add_up(const struct solving *s, const struct wrd_raking_margin *margin)
{
    double known = 0;
    for (size_t c = 0; c < margin->n_categories; c++)
        s->sum[c] = 0;
    for (size_t k = 0; k < s->raking->n_cells; k++)
        if (margin->category[k] < margin->n_categories)
            s->sum[margin->category[k]] += s->w[k] * s->factor[k];
    for (size_t c = 0; c < margin->n_categories; c++)
        known += s->sum[c];
    return known;
}

/* One margin, met exactly.  Who has no answer on it keeps their factor, and the totals are the shares
 * of what the others weigh at this moment. */
static void meet(const struct solving *s, const struct wrd_raking_margin *margin)
{
    const double known = add_up(s, margin);
    for (size_t c = 0; c < margin->n_categories; c++)
        s->sum[c] = margin->target[c] * known / s->sum[c];
    for (size_t k = 0; k < s->raking->n_cells; k++)
        if (margin->category[k] < margin->n_categories)
            s->factor[k] *= s->sum[margin->category[k]];
}

/* How far the margins are off, told from the weights alone. */
static double find_worst(const struct solving *s, struct wrd_raked *raked)
{
    double worst = -1;
    for (size_t m = 0; m < s->raking->n_margins; m++) {
        const struct wrd_raking_margin *margin = &s->raking->margins[m];
        const double known = add_up(s, margin);
        for (size_t c = 0; c < margin->n_categories; c++) {
            const double share = s->sum[c] / known, off = share / margin->target[c] - 1;
            if (!(fabs(off) > worst) && !isnan(off))
                continue;
            worst = isnan(off) ? INFINITY : fabs(off);
            raked->margin = m;
            raked->category = c;
            raked->off = off;
            raked->share = share;
        }
    }
    return worst;
}

static double cycle(struct solving *s, struct wrd_raked *raked)
{
    double worst = INFINITY;
    for (unsigned c = 0; c < MOST_CYCLES && worst > met; c++) {
        for (size_t m = 0; m < s->raking->n_margins; m++)
            meet(s, &s->raking->margins[m]);
        worst = find_worst(s, raked);
        s->cycles++;
    }
    return worst;
}

static bool counts(const struct solving *s, size_t k)
{
    return s->w[k] > 0 && s->raking->base[k] > 0;
}

/* A cell's weight over the weight of each: in a replicate that is no whole number. */
static double respondents(const struct solving *s, size_t k)
{
    return counts(s, k) ? s->w[k] / s->raking->base[k] : 0;
}

static double mean_weight(const struct solving *s)
{
    double weight = 0, n = 0;
    for (size_t k = 0; k < s->raking->n_cells; k++) {
        weight += s->w[k] * s->factor[k];
        n += respondents(s, k);
    }
    return weight / n;
}

/* The smallest and largest weight, and whether they keep to the limits. */
static void measure(const struct solving *s, struct wrd_raked *raked)
{
    const struct wrd_raking *raking = s->raking;
    const double mean = mean_weight(s);
    raked->smallest = INFINITY;
    raked->largest = 0;
    for (size_t k = 0; k < raking->n_cells; k++)
        if (counts(s, k)) {
            raked->smallest = fmin(raked->smallest, raking->base[k] * s->factor[k] / mean);
            raked->largest = fmax(raked->largest, raking->base[k] * s->factor[k] / mean);
        }
    raked->held = !raking->trims || (raked->smallest >= raking->low * (1 - over) &&
                                     raked->largest <= raking->high * (1 + over));
}

static void trim(const struct solving *s)
{
    const struct wrd_raking *raking = s->raking;
    const double mean = mean_weight(s);
    for (size_t k = 0; k < raking->n_cells; k++)
        if (counts(s, k)) {
            const double least = raking->low * mean / raking->base[k];
            const double most = raking->high * mean / raking->base[k];
            s->cut[k] |= s->factor[k] < least || s->factor[k] > most;
            s->factor[k] = fmin(fmax(s->factor[k], least), most);
        }
}

/* Raking keeps the sum that it finds, and trimming changes it. */
static void keep_total(const struct solving *s)
{
    double before = 0, after = 0;
    for (size_t k = 0; k < s->raking->n_cells; k++) {
        before += s->w[k];
        after += s->w[k] * s->factor[k];
    }
    for (size_t k = 0; k < s->raking->n_cells; k++)
        s->factor[k] *= before / after;
}

static bool everybody_is_there(const struct solving *s, struct wrd_raked *raked)
{
    for (size_t m = 0; m < s->raking->n_margins; m++) {
        (void)add_up(s, &s->raking->margins[m]);
        for (size_t c = 0; c < s->raking->margins[m].n_categories; c++)
            if (!(s->sum[c] > 0)) {
                *raked = (struct wrd_raked){ .margin = m, .category = c, .off = -1 };
                return false;
            }
    }
    return true;
}

/* Trimming moves the margins and raking the weights, so they take turns; raking has the last word. */
static enum wrd_status solve(struct solving *s, struct wrd_raked *raked)
{
    if (!everybody_is_there(s, raked))
        return WRD_EDOMAIN;
    double worst = cycle(s, raked);
    measure(s, raked);
    for (unsigned round = 0; round < MOST_ROUNDS && !raked->held && worst <= WRD_RAKING_TOLERANCE;
         round++) {
        trim(s);
        worst = cycle(s, raked);
        measure(s, raked);
    }
    keep_total(s);
    return worst <= WRD_RAKING_TOLERANCE ? WRD_OK : WRD_EDOMAIN;
}

enum wrd_status wrd_rake(const struct wrd_raking *raking, const double *w, double *factor,
                         struct wrd_raked *raked)
{
    struct solving s = {
        raking, w, factor, room_for_sums(raking), wrd_alloc(raking->n_cells, sizeof(bool)), 0
    };
    *raked = (struct wrd_raked){ .held = true };
    for (size_t k = 0; k < raking->n_cells; k++)
        factor[k] = 1;
    const enum wrd_status status = solve(&s, raked);
    raked->cycles = s.cycles;
    for (size_t k = 0; k < raking->n_cells; k++)
        raked->trimmed += s.cut[k] ? respondents(&s, k) : 0;
    free(s.sum);
    free(s.cut);
    return status;
}
