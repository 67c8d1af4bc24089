/* reliability.c - see reliability.h. */
#include "stats/reliability.h"

#include <stdlib.h>

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>

#include "stats/dist.h"

/* Items that add up to the same for all have a sum without variance: what is left of it is rounding, and
 * a ratio to it says nothing. */
static const double least_left = 1e-9;

struct wrd_moments wrd_moments_new(struct wrd_arena *arena, size_t k)
{
    return (struct wrd_moments){
        .k = k,
        .sum = wrd_arena_take_array(arena, k, sizeof(wrd_i128)),
        .product = wrd_arena_take_array(arena, k * k, sizeof(wrd_i128)),
    };
}

void wrd_moments_add(struct wrd_moments *moments, const int64_t *points, uint64_t weight)
{
    const size_t k = moments->k;
    wrd_sums_add(&moments->all, weight);
    for (size_t j = 0; j < k; j++) {
        const wrd_i128 weighted = (wrd_i128)weight * points[j];
        moments->sum[j] += weighted;
        for (size_t l = j; l < k; l++)
            moments->product[j * k + l] += weighted * points[l];
    }
}

double wrd_moments_mean(const struct wrd_moments *moments, size_t j)
{
    return moments->all.w > 0 ? (double)moments->sum[j] / (double)moments->all.w : NAN;
}

double wrd_moments_effective(const struct wrd_moments *moments)
{
    const double w = (double)moments->all.w;
    return moments->all.w > 0 ? w * (w / (double)moments->all.w2) : NAN;
}

/* The whole number nearest to the mean: sums of what differs from it are still exact, and small, so
 * that the double that follows loses nothing where all answers lie close together. */
static wrd_i128 centre_of(const struct wrd_moments *moments, size_t j)
{
    const wrd_i128 w = moments->all.w;
    return (moments->sum[j] + w / 2) / w;
}

static double covariance(const struct wrd_moments *moments, size_t j, size_t l)
{
    const wrd_i128 w = moments->all.w;
    const wrd_i128 a = centre_of(moments, j), b = centre_of(moments, l);
    const wrd_i128 left = moments->sum[j] - a * w, right = moments->sum[l] - b * w;
    const wrd_i128 both = moments->product[j * moments->k + l] - a * moments->sum[l] - b * left;
    return ((double)both - (double)left * ((double)right / (double)w)) / (double)w;
}

const double *wrd_moments_covariance(struct wrd_arena *arena, const struct wrd_moments *moments,
                                     const double *unit)
{
    const size_t k = moments->k;
    const double n = wrd_moments_effective(moments);
    double *c = wrd_arena_take_array(arena, k * k, sizeof *c);
    for (size_t j = 0; j < k; j++)
        for (size_t l = j; l < k; l++)
            c[j * k + l] = c[l * k + j] =
                n > 1 ? covariance(moments, j, l) * unit[j] * unit[l] * (n / (n - 1)) : NAN;
    return c;
}

/* The variance of the sum of the items but `without` (k: of all), and the part of it that is their own
 * variances. */
struct spread {
    double all, own;
};
static struct spread spread_of(const double *c, size_t k, size_t without)
{
    struct spread spread = { 0, 0 };
    for (size_t j = 0; j < k; j++)
        for (size_t l = 0; l < k; l++)
            if (j != without && l != without) {
                spread.all += c[j * k + l];
                spread.own += j == l ? c[j * k + l] : 0;
            }
    return spread;
}

static double alpha_of(struct spread spread, double k)
{
    return k > 1 && spread.all > least_left * spread.own
               ? k / (k - 1) * (1 - spread.own / spread.all)
               : NAN;
}

double wrd_alpha(const double *c, size_t k)
{
    return alpha_of(spread_of(c, k, k), (double)k);
}

double wrd_alpha_without(const double *c, size_t k, size_t j)
{
    return alpha_of(spread_of(c, k, j), (double)k - 1);
}

/* With one effective respondent or less there are no degrees of freedom. */
struct wrd_bounds wrd_alpha_bounds(double alpha, double n, size_t k, double confidence)
{
    const double df1 = n - 1, df2 = df1 * ((double)k - 1), tail = (1 - confidence) / 2;
    return (struct wrd_bounds){ 1 - (1 - alpha) * wrd_f_quantile(1 - tail, df1, df2),
                                1 - (1 - alpha) * wrd_f_quantile(tail, df1, df2) };
}

double wrd_item_rest(const double *c, size_t k, size_t j)
{
    const double rest = spread_of(c, k, j).all, own = c[j * k + j];
    double shared = 0;
    for (size_t l = 0; l < k; l++)
        shared += l == j ? 0 : c[j * k + l];
    return k > 1 && own > 0 && rest > 0 ? shared / sqrt(own * rest) : NAN;
}

double wrd_spearman_brown(const double *c)
{
    const double r = c[1] / sqrt(c[0] * c[3]);
    return c[0] > 0 && c[3] > 0 && 1 + r > least_left ? 2 * r / (1 + r) : NAN;
}

/* Omega of loadings and the items' variances; NaN where an item keeps no variance of its own, or no more
 * than rounding leaves. */
static double omega_of(const double *loading, const double *c, size_t k)
{
    double common = 0, own = 0;
    for (size_t j = 0; j < k; j++) {
        const double rest = c[j * k + j] - loading[j] * loading[j];
        if (!(rest > 1e-9 * c[j * k + j]))
            return NAN;
        common += loading[j];
        own += rest;
    }
    return common * common / (common * common + own);
}

/* Three items have one solution, l1 = sqrt(s12 s13 / s23), if any. */
static double omega_of_three(const double *c)
{
    const double square = c[1] * c[2] / c[5];
    const double first = sqrt(square);
    const double loading[] = { first, c[1] / first, c[2] / first };
    return square > 0 ? omega_of(loading, c, 3) : NAN;
}

/* Correlations in the place of covariances; false: an item that is the same for all. */
static bool correlate(const double *c, size_t k, double *r)
{
    for (size_t j = 0; j < k; j++)
        for (size_t l = 0; l < k; l++) {
            if (!(c[j * k + j] > 0 && c[l * k + l] > 0))
                return false;
            r[j * k + l] = j == l ? 1 : c[j * k + l] / sqrt(c[j * k + j] * c[l * k + l]);
        }
    return true;
}

/* Where to begin: the longest axis of the correlations. */
static void first_axis(const double *r, size_t k, double *loading)
{
    double *copy = wrd_alloc(k * k, sizeof *copy), *values = wrd_alloc(k, sizeof *values);
    double *vectors = wrd_alloc(k * k, sizeof *vectors);
    for (size_t i = 0; i < k * k; i++)
        copy[i] = r[i];
    gsl_matrix_view a = gsl_matrix_view_array(copy, k, k);
    gsl_matrix_view vector = gsl_matrix_view_array(vectors, k, k);
    gsl_vector_view value = gsl_vector_view_array(values, k);
    gsl_set_error_handler_off();
    gsl_eigen_symmv_workspace *work = gsl_eigen_symmv_alloc(k);
    if (!work)
        wrd_memory_full();
    gsl_eigen_symmv(&a.matrix, &value.vector, &vector.matrix, work);
    gsl_eigen_symmv_free(work);
    gsl_eigen_symmv_sort(&value.vector, &vector.matrix, GSL_EIGEN_SORT_VAL_DESC);
    for (size_t j = 0; j < k; j++)
        loading[j] = sqrt(fmax(values[0], 0)) * vectors[j * k];
    free(copy);
    free(values);
    free(vectors);
}

/* The loading of j that leaves least of its correlations, given the others. */
static double best_loading(const double *r, size_t k, const double *loading, size_t j)
{
    double along = 0, length = 0;
    for (size_t l = 0; l < k; l++)
        if (l != j) {
            along += r[j * k + l] * loading[l];
            length += loading[l] * loading[l];
        }
    return length > 0 ? along / length : 0;
}

/* Unweighted least squares (minres): what the loadings leave of the correlations off the diagonal,
 * squared, is least.  Each loading in turn has an exact best, so every step goes down; false: it did
 * not settle. */
static bool least_residuals(const double *r, size_t k, double *loading)
{
    enum { MAX_SWEEPS = 100000 };
    const double settled = 1e-14;
    for (size_t sweep = 0; sweep < MAX_SWEEPS; sweep++) {
        double moved = 0;
        for (size_t j = 0; j < k; j++) {
            const double best = best_loading(r, k, loading, j);
            moved = fmax(moved, fabs(best - loading[j]));
            loading[j] = best;
        }
        if (moved <= settled)
            return true;
    }
    return false;
}

double wrd_omega(const double *c, size_t k)
{
    double omega = NAN;
    if (k <= 3)
        return k == 3 ? omega_of_three(c) : NAN;
    double *r = wrd_alloc(k * k, sizeof *r), *loading = wrd_alloc(k, sizeof *loading);
    if (correlate(c, k, r)) {
        first_axis(r, k, loading);
        if (least_residuals(r, k, loading))
            omega = omega_of(loading, r, k);
    }
    free(r);
    free(loading);
    return omega;
}
