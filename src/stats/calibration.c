/* calibration.c - see calibration.h. */
#include "stats/calibration.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>

static const double independent = 1e-10; /* of a column of length 1: more than rounding leaves */

/* Neighbouring cells with the same answers differ in base weight alone, and then their rows of root * x
 * have one direction: one row stands for them, however many base weights there are. */
struct kinds {
    size_t n;
    uint32_t *of;  /* [n_cells] */
    size_t *first; /* [n] a cell of it */
    double *size;  /* [n] root of the sum of root^2 */
};

static bool same_answers(const struct wrd_raking *raking, size_t k, size_t other)
{
    for (size_t m = 0; m < raking->n_margins; m++)
        if (raking->margins[m].category[k] != raking->margins[m].category[other])
            return false;
    return true;
}

static struct kinds kinds_of(const struct wrd_raking *raking, const double *root)
{
    const size_t n = raking->n_cells;
    struct kinds kinds = { 0, wrd_alloc(n, sizeof *kinds.of), wrd_alloc(n, sizeof *kinds.first),
                           wrd_alloc(n, sizeof *kinds.size) };
    for (size_t k = 0; k < n; k++) {
        if (k == 0 || !same_answers(raking, k - 1, k))
            kinds.first[kinds.n++] = k;
        kinds.of[k] = (uint32_t)kinds.n - 1;
        kinds.size[kinds.n - 1] = hypot(kinds.size[kinds.n - 1], root[k]);
    }
    return kinds;
}

static void kinds_clear(struct kinds *kinds)
{
    free(kinds->of);
    free(kinds->first);
    free(kinds->size);
}

/* [n_rows][n_columns] */
struct columns {
    double *x;
    size_t n_rows, n_columns;
};

static double value_of(const struct wrd_raking_margin *margin, size_t k, size_t c)
{
    if (margin->category[k] >= margin->n_categories)
        return 0;
    return (margin->category[k] == c) - margin->target[c];
}

static struct columns columns_of(const struct wrd_raking *raking, const struct kinds *kinds)
{
    struct columns columns = { NULL, kinds->n, 1 };
    for (size_t m = 0; m < raking->n_margins; m++)
        columns.n_columns += raking->margins[m].n_categories;
    columns.x = wrd_alloc(columns.n_rows * columns.n_columns, sizeof *columns.x);
    double *x = columns.x;
    for (size_t r = 0; r < kinds->n; r++) {
        *x++ = kinds->size[r];
        for (size_t m = 0; m < raking->n_margins; m++)
            for (size_t c = 0; c < raking->margins[m].n_categories; c++)
                *x++ = kinds->size[r] * value_of(&raking->margins[m], kinds->first[r], c);
    }
    return columns;
}

/* Every column gets length 1, so that a small category is not taken for rounding. */
static void make_even(const struct columns *columns)
{
    for (size_t j = 0; j < columns->n_columns; j++) {
        double length = 0;
        for (size_t r = 0; r < columns->n_rows; r++)
            length = hypot(length, columns->x[r * columns->n_columns + j]);
        for (size_t r = 0; r < columns->n_rows && length > 0; r++)
            columns->x[r * columns->n_columns + j] /= length;
    }
}

/* The matrix after QR with pivoting: R above the diagonal, reflections that make up Q below. */
struct factored {
    gsl_matrix_view qr;
    gsl_vector_view tau, unit;
    double *work;
    size_t most; /* columns that there can be */
};

static struct factored factor_columns(const struct columns *columns)
{
    const size_t n = columns->n_rows, p = columns->n_columns, most = n < p ? n : p;
    double *work = wrd_alloc(most + n + p, sizeof *work);
    struct factored factored = {
        .qr = gsl_matrix_view_array(columns->x, n, p),
        .tau = gsl_vector_view_array(work, most),
        .unit = gsl_vector_view_array(work + most, n),
        .work = work,
        .most = most,
    };
    gsl_vector_view norm = gsl_vector_view_array(work + most + n, p);
    gsl_permutation order = { p, wrd_alloc(p, sizeof(size_t)) };
    int sign;
    gsl_set_error_handler_off();
    gsl_linalg_QRPT_decomp(&factored.qr.matrix, &factored.tau.vector, &order, &sign, &norm.vector);
    free(order.data);
    return factored;
}

/* The diagonal of R falls; where nothing is left of it the rest depends on what came before. */
static size_t rank_of(const struct factored *factored)
{
    const gsl_matrix *r = &factored->qr.matrix;
    size_t rank = 0;
    while (rank < factored->most &&
           fabs(gsl_matrix_get(r, rank, rank)) > independent * fabs(gsl_matrix_get(r, 0, 0)))
        rank++;
    return rank;
}

/* The first columns of Q: no more of it is formed than is wanted.  A cell has its part of its kind's
 * row. */
static const double *first_columns(struct wrd_arena *arena, struct factored *factored,
                                   const struct kinds *kinds,
                                   const struct wrd_calibration *calibration)
{
    const size_t n = calibration->n_cells, rank = calibration->rank;
    double *basis = wrd_arena_take_array(arena, n * rank, sizeof *basis);
    for (size_t j = 0; j < rank; j++) {
        gsl_vector_set_basis(&factored->unit.vector, j);
        gsl_linalg_QR_Qvec(&factored->qr.matrix, &factored->tau.vector, &factored->unit.vector);
        for (size_t k = 0; k < n; k++)
            if (calibration->root[k] > 0)
                basis[k * rank + j] = gsl_vector_get(&factored->unit.vector, kinds->of[k]) *
                                      (calibration->root[k] / kinds->size[kinds->of[k]]);
    }
    return basis;
}

void wrd_calibration_span(struct wrd_arena *arena, const struct wrd_raking *raking,
                          struct wrd_calibration *calibration)
{
    double *root = wrd_arena_take_array(arena, raking->n_cells, sizeof *root);
    for (size_t k = 0; k < raking->n_cells; k++)
        root[k] = sqrt((double)calibration->count[k] * calibration->base[k]);
    calibration->root = root;
    calibration->raking = raking;
    struct kinds kinds = kinds_of(raking, root);
    const struct columns columns = columns_of(raking, &kinds);
    make_even(&columns);
    struct factored factored = factor_columns(&columns);
    calibration->rank = rank_of(&factored);
    calibration->basis = first_columns(arena, &factored, &kinds, calibration);
    free(factored.work);
    free(columns.x);
    kinds_clear(&kinds);
}

/* With q the orthonormal basis of root * x, the fit of root * e is q q' (root * e), and a cell's
 * sum of base * e is root times its part of root * e. */
void wrd_calibration_fit(const struct wrd_calibration *calibration, const double *sum,
                         double *fitted)
{
    const size_t rank = calibration->rank;
    for (size_t k = 0; k < calibration->n_cells; k++)
        fitted[k] = 0;
    for (size_t j = 0; j < rank; j++) {
        double along = 0;
        for (size_t k = 0; k < calibration->n_cells; k++)
            if (calibration->root[k] > 0)
                along += calibration->basis[k * rank + j] * sum[k] / calibration->root[k];
        for (size_t k = 0; k < calibration->n_cells; k++)
            fitted[k] += calibration->basis[k * rank + j] * along;
    }
    for (size_t k = 0; k < calibration->n_cells; k++)
        fitted[k] = calibration->root[k] > 0 ? fitted[k] / calibration->root[k] : 0;
}
