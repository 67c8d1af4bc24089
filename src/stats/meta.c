/* meta.c - see meta.h. */
#include "stats/meta.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "stats/dist.h"
#include "waardering/arena.h"

struct place {
    double y, v;
};

static int by_figure(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    if (a->y != b->y)
        return a->y < b->y ? -1 : 1;
    return (a->v > b->v) - (a->v < b->v);
}

/* The places but `without` (k: all), lowest figure first; returns how many. */
static size_t places_of(const double *y, const double *v, size_t k, size_t without,
                        struct place *places)
{
    size_t n = 0;
    for (size_t i = 0; i < k; i++)
        if (i != without)
            places[n++] = (struct place){ y[i], v[i] };
    qsort(places, n, sizeof *places, by_figure);
    return n;
}

/* What the places say together, each with the weight 1 / (v + tau2). */
struct pooled {
    double mean;
    double w, w2; /* sums of the weights and of their squares */
    double q, q2; /* sums of w (y - mean)^2 and w^2 (y - mean)^2 */
};

static struct pooled pool(const struct place *places, size_t n, double tau2)
{
    struct pooled pooled = { 0 };
    double above = 0; /* the lowest: of equal figures the mean is that figure, exactly */
    for (size_t i = 0; i < n; i++) {
        const double w = 1 / (places[i].v + tau2);
        pooled.w += w;
        pooled.w2 += w * w;
        above += w * (places[i].y - places[0].y);
    }
    pooled.mean = places[0].y + above / pooled.w;
    for (size_t i = 0; i < n; i++) {
        const double w = 1 / (places[i].v + tau2), off = places[i].y - pooled.mean;
        pooled.q += w * off * off;
        pooled.q2 += w * w * off * off;
    }
    return pooled;
}

/* The tau2 at which Q is what it should be, n - 1.  Q falls with tau2 and is convex, so Newton's
 * steps from 0 come from below and never pass it. */
static double paule_mandel(const struct place *places, size_t n)
{
    enum { MAX_STEPS = 1000 };
    double tau2 = 0;
    for (size_t step = 0; step < MAX_STEPS; step++) {
        const struct pooled pooled = pool(places, n, tau2);
        const double excess = pooled.q - ((double)n - 1);
        if (!(excess > 0 && pooled.q2 > 0))
            break;
        const double next = tau2 + excess / pooled.q2;
        if (!(next > tau2))
            break;
        tau2 = next;
    }
    return tau2;
}

static bool can_be_pooled(const double *y, const double *v, size_t k)
{
    bool can = k >= WRD_META_LEAST;
    for (size_t i = 0; i < k; i++)
        can &= isfinite(y[i]) && isfinite(v[i]) && v[i] > 0;
    return can;
}

/* I^2 sets tau2 beside what the variance of a place typically is. */
static void set_spread(const struct place *places, size_t n, struct wrd_meta *meta)
{
    const struct pooled one = pool(places, n, 0);
    const double df = (double)n - 1, c = one.w - one.w2 / one.w, typical = df / c;
    meta->fixed = one.mean;
    meta->fixed_se = sqrt(1 / one.w);
    meta->q = one.q;
    meta->tau2_first = fmax(0, (one.q - df) / c);
    meta->tau2 = paule_mandel(places, n);
    meta->i2 = meta->tau2 / (meta->tau2 + typical);
}

/* The spread of the figures themselves gives the standard error, so tau2 need not be certain. */
static void set_mean(const struct place *places, size_t n, double confidence, struct wrd_meta *meta)
{
    const struct pooled many = pool(places, n, meta->tau2);
    const double df = (double)n - 1;
    meta->mean = many.mean;
    meta->se = sqrt(many.q / df / many.w);
    const double half = wrd_t_quantile(0.5 + confidence / 2, df) * meta->se;
    meta->lo = meta->mean - half;
    meta->hi = meta->mean + half;
    meta->p = meta->se > 0 ? 2 * wrd_t_tail(fabs(meta->mean / meta->se), df) : NAN;
}

struct wrd_meta wrd_meta_of(const double *y, const double *v, size_t k, double confidence)
{
    struct wrd_meta meta = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
    if (!can_be_pooled(y, v, k))
        return meta;
    struct place *places = wrd_alloc(k, sizeof *places);
    places_of(y, v, k, k, places);
    set_spread(places, k, &meta);
    set_mean(places, k, confidence, &meta);
    free(places);
    return meta;
}

void wrd_meta_others(const double *y, const double *v, size_t k, double *z, double *p)
{
    const bool can = can_be_pooled(y, v, k);
    struct place *places = wrd_alloc(k, sizeof *places);
    for (size_t i = 0; i < k; i++) {
        z[i] = p[i] = NAN;
        if (!can)
            continue;
        const size_t n = places_of(y, v, k, i, places);
        const double tau2 = paule_mandel(places, n);
        const struct pooled others = pool(places, n, tau2);
        z[i] = (y[i] - others.mean) / sqrt(v[i] + tau2 + 1 / others.w);
        p[i] = 2 * wrd_normal_tail(fabs(z[i]));
    }
    free(places);
}

void wrd_meta_shrink(const double *y, const double *v, size_t k, const struct wrd_meta *meta,
                     double *shrunken)
{
    for (size_t i = 0; i < k; i++) {
        const double own = meta->tau2 / (meta->tau2 + v[i]);
        shrunken[i] = meta->mean + own * (y[i] - meta->mean);
    }
}
