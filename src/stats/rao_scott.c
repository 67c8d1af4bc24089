/* rao_scott.c - see rao_scott.h. */
#include "stats/rao_scott.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_blas.h>

#include "stats/dist.h"
#include "stats/domain.h"
#include "stats/root.h"

/* The rows and columns that have weight, and the shares of their cells. */
struct shares {
    size_t *group, *value; /* indices in the table */
    size_t n_groups, n_values;
    double *cell; /* [n_groups * n_values] */
    double *row, *column;
    double weight; /* of all */
};

static void find_margins(const struct wrd_crosstab *table, double *row, double *column)
{
    for (size_t g = 0; g < table->n_groups; g++)
        for (size_t v = 0; v < table->n_values; v++) {
            const double w = wrd_crosstab_weight(table, g * table->n_values + v);
            row[g] += w;
            column[v] += w;
        }
}

static size_t keep(double *margin, size_t n, size_t *index)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (margin[i] > 0) {
            margin[kept] = margin[i];
            index[kept++] = i;
        }
    return kept;
}

static struct shares shares_of(const struct wrd_crosstab *table)
{
    struct shares shares = {
        .group = wrd_alloc(table->n_groups, sizeof *shares.group),
        .value = wrd_alloc(table->n_values, sizeof *shares.value),
        .cell = wrd_alloc(wrd_crosstab_cells(table), sizeof *shares.cell),
        .row = wrd_alloc(table->n_groups, sizeof *shares.row),
        .column = wrd_alloc(table->n_values, sizeof *shares.column),
    };
    find_margins(table, shares.row, shares.column);
    shares.n_groups = keep(shares.row, table->n_groups, shares.group);
    shares.n_values = keep(shares.column, table->n_values, shares.value);
    for (size_t r = 0; r < shares.n_groups; r++)
        shares.weight += shares.row[r];
    for (size_t r = 0; r < shares.n_groups; r++)
        for (size_t c = 0; c < shares.n_values; c++)
            shares.cell[r * shares.n_values + c] =
                wrd_crosstab_weight(table, shares.group[r] * table->n_values + shares.value[c]) /
                shares.weight;
    for (size_t r = 0; r < shares.n_groups; r++)
        shares.row[r] /= shares.weight;
    for (size_t c = 0; c < shares.n_values; c++)
        shares.column[c] /= shares.weight;
    return shares;
}

static void shares_free(struct shares *shares)
{
    free(shares->group);
    free(shares->value);
    free(shares->cell);
    free(shares->row);
    free(shares->column);
}

static size_t largest_at(const double *x, size_t n)
{
    size_t at = 0;
    for (size_t i = 1; i < n; i++)
        at = x[i] > x[at] ? i : at;
    return at;
}

/* What remains of independence: an interaction of one row and one column with those that most are
 * in.  Four cells each; any basis of the interactions gives the same traces. */
struct contrast {
    size_t cell[4];
    double q[4]; /* +-1 over the share of the cell; 0 where there is none */
};

static struct contrast *contrasts_of(const struct shares *shares, size_t *k)
{
    const size_t n_values = shares->n_values;
    const size_t row = largest_at(shares->row, shares->n_groups);
    const size_t column = largest_at(shares->column, n_values);
    struct contrast *all = wrd_alloc((shares->n_groups - 1) * (n_values - 1), sizeof *all);
    *k = 0;
    for (size_t r = 0; r < shares->n_groups; r++)
        for (size_t c = 0; c < n_values; c++) {
            if (r == row || c == column)
                continue;
            struct contrast *one = &all[(*k)++];
            const size_t cells[4] = { r * n_values + c, row * n_values + column,
                                      r * n_values + column, row * n_values + c };
            for (size_t i = 0; i < 4; i++) {
                const double share = shares->cell[cells[i]];
                one->cell[i] = cells[i];
                one->q[i] = share > 0 ? (i < 2 ? 1 : -1) / share : 0;
            }
        }
    return all;
}

/* Of two contrasts in a simple sample of one: sum over cells of share * q * q. */
static double simple(const struct shares *shares, const struct contrast *a,
                     const struct contrast *b)
{
    double sum = 0;
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < 4; j++)
            if (a->cell[i] == b->cell[j])
                sum += shares->cell[a->cell[i]] * a->q[i] * b->q[j];
    return sum;
}

/* What a cell gives to a contrast of shares: its q, less their mean, which is 0 but where a cell of the
 * contrast is empty. */
static void linearise(const struct wrd_crosstab *table, const struct shares *shares,
                      const struct contrast *contrast, double *deviation)
{
    const size_t n_cells = wrd_crosstab_cells(table);
    double mean = 0;
    for (size_t i = 0; i < 4; i++)
        mean += shares->cell[contrast->cell[i]] * contrast->q[i];
    for (size_t cell = 0; cell < n_cells; cell++)
        deviation[cell] = -mean / shares->weight;
    for (size_t i = 0; i < 4; i++) {
        const size_t r = contrast->cell[i] / shares->n_values;
        const size_t c = contrast->cell[i] % shares->n_values;
        deviation[shares->group[r] * table->n_values + shares->value[c]] +=
            contrast->q[i] / shares->weight;
    }
}

/* [k * k] under the design. */
static double *designed(const struct wrd_crosstab *table, const struct shares *shares,
                        const struct contrast *contrasts, size_t k)
{
    const size_t n_cells = wrd_crosstab_cells(table);
    double *deviation = wrd_alloc(k * n_cells, sizeof *deviation);
    double *covariance = wrd_alloc(k * k, sizeof *covariance);
    for (size_t a = 0; a < k; a++)
        linearise(table, shares, &contrasts[a], deviation + a * n_cells);
    wrd_crosstab_covariance(table, deviation, k, covariance);
    free(deviation);
    return covariance;
}

struct traces {
    double first, second; /* of D / n, and of its square */
};

/* With simple = L L', D has the traces of L^-1 designed L^-T, which is symmetric. */
static bool traces_of(double *simple_covariance, double *covariance, size_t k,
                      struct traces *traces)
{
    if (!wrd_root(simple_covariance, k))
        return false;
    gsl_matrix_view root = gsl_matrix_view_array(simple_covariance, k, k);
    gsl_matrix_view d = gsl_matrix_view_array(covariance, k, k);
    gsl_blas_dtrsm(CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, 1, &root.matrix, &d.matrix);
    gsl_blas_dtrsm(CblasRight, CblasLower, CblasTrans, CblasNonUnit, 1, &root.matrix, &d.matrix);
    *traces = (struct traces){ 0, 0 };
    for (size_t a = 0; a < k; a++) {
        traces->first += covariance[a * k + a];
        for (size_t b = 0; b < k; b++)
            traces->second += covariance[a * k + b] * covariance[a * k + b];
    }
    return traces->first > 0;
}

static bool find_traces(const struct wrd_crosstab *table, const struct shares *shares,
                        struct traces *traces)
{
    size_t k;
    struct contrast *contrasts = contrasts_of(shares, &k);
    double *under_simple = wrd_alloc(k * k, sizeof *under_simple);
    double *under_design = designed(table, shares, contrasts, k);
    for (size_t a = 0; a < k; a++)
        for (size_t b = 0; b < k; b++)
            under_simple[a * k + b] = simple(shares, &contrasts[a], &contrasts[b]);
    const bool found = traces_of(under_simple, under_design, k, traces);
    free(contrasts);
    free(under_simple);
    free(under_design);
    return found;
}

/* X2 of a sample of one, and the least expected share. */
static double pearson(const struct shares *shares, double *least)
{
    double sum = 0;
    *least = 1;
    for (size_t r = 0; r < shares->n_groups; r++)
        for (size_t c = 0; c < shares->n_values; c++) {
            const double expected = shares->row[r] * shares->column[c];
            const double off = shares->cell[r * shares->n_values + c] - expected;
            sum += off * off / expected;
            *least = fmin(*least, expected);
        }
    return sum;
}

static struct wrd_sums everybody(const struct wrd_crosstab *table)
{
    struct wrd_sums all = { 0 };
    for (size_t i = 0; i < table->design->n_strata * wrd_crosstab_cells(table); i++)
        wrd_sums_merge(&all, &table->sums[i]);
    return all;
}

bool wrd_rao_scott(const struct wrd_crosstab *table, struct wrd_rao_scott *test)
{
    struct shares shares = shares_of(table);
    struct traces traces;
    const bool made = shares.n_groups > 1 && shares.n_values > 1 &&
                      find_traces(table, &shares, &traces) && table->sample_df > 0;
    *test = (struct wrd_rao_scott){ NAN, NAN, NAN, NAN, NAN, NAN };
    if (made) {
        const struct wrd_sums all = everybody(table);
        const double least_side = fmin((double)shares.n_groups, (double)shares.n_values) - 1;
        const double of_one = pearson(&shares, &test->least_expected);
        test->f = of_one / traces.first;
        test->df1 = traces.first * traces.first / traces.second;
        test->df2 = test->df1 * table->sample_df;
        test->p = wrd_f_tail(test->f, test->df1, test->df2);
        test->cramers_v = sqrt(of_one / least_side);
        test->least_expected *= wrd_kish_n_effective(&all);
    }
    shares_free(&shares);
    return made;
}
