/* rank.c - see rank.h. */
#include "stats/rank.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_blas.h>

#include "stats/dist.h"
#include "stats/root.h"

struct worth {
    double y, weight;
    size_t value;
};

static int by_y(const void *left, const void *right)
{
    const double a = ((const struct worth *)left)->y, b = ((const struct worth *)right)->y;
    return (a > b) - (a < b);
}

static struct worth *worths(const struct wrd_crosstab *table, const double *y, double *all)
{
    struct worth *worth = wrd_alloc(table->n_values, sizeof *worth);
    for (size_t v = 0; v < table->n_values; v++) {
        worth[v] = (struct worth){ y[v], 0, v };
        for (size_t g = 0; g < table->n_groups; g++)
            worth[v].weight += wrd_crosstab_weight(table, g * table->n_values + v);
        *all += worth[v].weight;
    }
    qsort(worth, table->n_values, sizeof *worth, by_y);
    return worth;
}

void wrd_mid_ranks(const struct wrd_crosstab *table, const double *y, double *rank)
{
    const size_t n = table->n_values;
    double all = 0, below = 0;
    struct worth *worth = worths(table, y, &all);
    for (size_t first = 0, end; first < n; first = end) {
        double equal = 0;
        for (end = first; end < n && !(worth[end].y > worth[first].y); end++)
            equal += worth[end].weight;
        for (size_t v = first; v < end; v++)
            rank[worth[v].value] = all > 0 ? (below + equal / 2) / all : 0;
        below += equal;
    }
    free(worth);
}

bool wrd_rank_pair(const struct wrd_crosstab *pair, const double *y, struct wrd_contrast *contrast)
{
    double *rank = wrd_alloc(pair->n_values, sizeof *rank);
    wrd_mid_ranks(pair, y, rank);
    const bool made = wrd_contrast(pair, rank, contrast);
    free(rank);
    return made;
}

/* b' V^-1 b; NaN where V has no inverse. */
static double quadratic_form(double *v, double *b, size_t k)
{
    if (!wrd_root(v, k))
        return NAN;
    gsl_matrix_view matrix = gsl_matrix_view_array(v, k, k);
    gsl_vector_view difference = gsl_vector_view_array(b, k);
    gsl_blas_dtrsv(CblasLower, CblasNoTrans, CblasNonUnit, &matrix.matrix, &difference.vector);
    double sum = 0;
    for (size_t i = 0; i < k; i++)
        sum += b[i] * b[i];
    return sum;
}

/* Each group with weight but the first against the first: b[k] and deviation[k * cells]. */
static size_t against_first(const struct wrd_crosstab *table, const double *rank, double *b,
                            double *deviation)
{
    const size_t n_cells = wrd_crosstab_cells(table);
    double *first = NULL, mean = 0;
    size_t k = 0;
    for (size_t g = 0; g < table->n_groups; g++) {
        if (wrd_crosstab_group_weight(table, g) == 0)
            continue;
        if (!first) {
            first = wrd_alloc(n_cells, sizeof *first);
            mean = wrd_crosstab_mean(table, g, rank, first);
            continue;
        }
        double *own = deviation + k * n_cells;
        for (size_t cell = 0; cell < n_cells; cell++)
            own[cell] = -first[cell];
        b[k++] = wrd_crosstab_mean(table, g, rank, own) - mean;
    }
    free(first);
    return k;
}

bool wrd_rank_all(const struct wrd_crosstab *table, const double *y, struct wrd_wald *wald)
{
    const size_t n_cells = wrd_crosstab_cells(table);
    double *rank = wrd_alloc(table->n_values, sizeof *rank);
    double *b = wrd_alloc(table->n_groups, sizeof *b);
    double *deviation = wrd_alloc(table->n_groups * n_cells, sizeof *deviation);
    double *covariance = wrd_alloc(table->n_groups * table->n_groups, sizeof *covariance);
    *wald = (struct wrd_wald){ NAN, NAN, NAN, NAN };
    wrd_mid_ranks(table, y, rank);
    const size_t k = against_first(table, rank, b, deviation);
    const double df2 = table->df - (double)k;
    double form = NAN;
    if (k > 0 && df2 > 0) {
        wrd_crosstab_covariance(table, deviation, k, covariance);
        form = quadratic_form(covariance, b, k);
    }
    if (!isnan(form)) {
        const double f = form / (double)k;
        *wald = (struct wrd_wald){ f, (double)k, df2, wrd_f_tail(f, (double)k, df2) };
    }
    free(rank);
    free(b);
    free(deviation);
    free(covariance);
    return !isnan(form);
}
