/* change.c - see change.h. */
#include "stats/change.h"

#include <math.h>

#include "stats/dist.h"

/* A covariance that takes all of the variances leaves their rounding.  One that takes more cannot be
 * theirs (variances from replicates, it from Taylor): the waves then count as independent. */
static double variance_of(double v1, double v2, double covariance)
{
    const double rounding = 1e-12 * (v1 + v2), v = v1 + v2 - 2 * covariance;
    if (v < -rounding)
        return v1 + v2;
    return v > rounding ? v : 0;
}

/* A wave without variance adds none, whatever its df. */
static double share_of_df(const struct wrd_point *point)
{
    return point->variance > 0 ? point->variance * point->variance / point->df : 0;
}

static double smallest_df(const struct wrd_point *before, const struct wrd_point *now)
{
    if (!(before->variance > 0))
        return now->df;
    return now->variance > 0 ? fmin(before->df, now->df) : before->df;
}

static double largest_df(const struct wrd_point *before, const struct wrd_point *now)
{
    return (before->variance > 0 ? before->df : 0) + (now->variance > 0 ? now->df : 0);
}

/* fmin and fmax would hide a df that is not known. */
static double degrees(const struct wrd_point *before, const struct wrd_point *now, double variance)
{
    const double df = variance * variance / (share_of_df(before) + share_of_df(now));
    if (!(df > 0))
        return NAN;
    return fmin(fmax(df, smallest_df(before, now)), largest_df(before, now));
}

static double equivalence(const struct wrd_difference *d, double margin)
{
    if (isnan(margin))
        return NAN;
    return fmax(wrd_t_tail((d->value + margin) / d->se, d->df),
                wrd_t_tail((margin - d->value) / d->se, d->df));
}

struct wrd_difference wrd_difference_of(double value, double variance, double df, double margin,
                                        double confidence)
{
    struct wrd_difference d = { .value = value, .se = sqrt(variance), .lo = value, .hi = value };
    d.df = d.t = d.p = d.p_equivalent = NAN;
    if (d.se == 0)
        return d;
    d.df = df;
    d.t = d.value / d.se;
    d.p = 2 * wrd_t_tail(fabs(d.t), d.df);
    d.p_equivalent = equivalence(&d, margin);
    const double reach = wrd_t_quantile(0.5 + confidence / 2, d.df) * d.se;
    d.lo = d.value - reach;
    d.hi = d.value + reach;
    return d;
}

struct wrd_difference wrd_difference(const struct wrd_point *before, const struct wrd_point *now,
                                     double covariance, double margin, double confidence)
{
    const double variance = variance_of(before->variance, now->variance, covariance);
    return wrd_difference_of(now->value - before->value, variance, degrees(before, now, variance),
                             margin, confidence);
}

/* The mean of x, each weighing 1 / V. */
static double centre(const double *x, const struct wrd_point *points, size_t n)
{
    double sum = 0, weights = 0;
    for (size_t i = 0; i < n; i++) {
        sum += x[i] / points[i].variance;
        weights += 1 / points[i].variance;
    }
    return sum / weights;
}

/* Times from their centre: years of 2026 and the like lose no digits. */
struct wrd_line wrd_line_through(const double *t, const struct wrd_point *points, size_t n)
{
    struct wrd_line line = { NAN, NAN, NAN, NAN };
    for (size_t i = 0; i < n; i++)
        if (!(points[i].variance > 0))
            return line;
    const double middle = n > 0 ? centre(t, points, n) : 0;
    double across = 0, along = 0;
    for (size_t i = 0; i < n; i++) {
        const double from = (t[i] - middle) / points[i].variance;
        along += from * (t[i] - middle);
        across += from * (points[i].value - points[0].value);
    }
    if (!(along > 0))
        return line;
    line.slope = across / along;
    line.se = 1 / sqrt(along);
    line.z = line.slope / line.se;
    line.p = 2 * wrd_normal_tail(fabs(line.z));
    return line;
}
