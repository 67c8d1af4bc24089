/* contrast.c - see contrast.h. */
#include "stats/contrast.h"

#include <math.h>
#include <stdlib.h>

#include "stats/dist.h"

/* The widest difference there is. */
static double range_of(const struct wrd_crosstab *pair, const double *y)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t v = 0; v < pair->n_values; v++)
        if (wrd_crosstab_weight(pair, v) > 0 || wrd_crosstab_weight(pair, pair->n_values + v) > 0) {
            low = fmin(low, y[v]);
            high = fmax(high, y[v]);
        }
    return high - low;
}

bool wrd_contrast(const struct wrd_crosstab *pair, const double *y, struct wrd_contrast *contrast)
{
    *contrast = (struct wrd_contrast){ NAN, NAN, NAN, NAN, NAN };
    if (wrd_crosstab_group_weight(pair, 0) == 0 || wrd_crosstab_group_weight(pair, 1) == 0)
        return false;
    double *deviation = wrd_alloc(wrd_crosstab_cells(pair), sizeof *deviation), variance;
    const double before = wrd_crosstab_mean(pair, 0, y, deviation);
    for (size_t v = 0; v < pair->n_values; v++)
        deviation[v] = -deviation[v];
    const double difference = wrd_crosstab_mean(pair, 1, y, deviation) - before;
    wrd_crosstab_covariance(pair, deviation, 1, &variance);
    free(deviation);
    const double df = pair->df - 1, se = sqrt(variance), t = difference / se;
    /* Where clusters or margins explain all, rounding is left, and t would be some 1e15. */
    if (!(se > 1e-12 * range_of(pair, y) && df > 0))
        return false;
    *contrast = (struct wrd_contrast){ difference, se, t, df, 2 * wrd_t_tail(fabs(t), df) };
    return true;
}
