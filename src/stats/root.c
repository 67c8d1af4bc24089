/* root.c - see root.h. */
#include "stats/root.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>

#include "waardering/arena.h"

bool wrd_root(double *v, size_t k)
{
    const double independent = 1e-10;
    double *variance = wrd_alloc(k, sizeof *variance);
    for (size_t i = 0; i < k; i++)
        variance[i] = v[i * k + i];
    gsl_set_error_handler_off();
    gsl_matrix_view matrix = gsl_matrix_view_array(v, k, k);
    bool found = gsl_linalg_cholesky_decomp1(&matrix.matrix) == GSL_SUCCESS;
    for (size_t i = 0; i < k; i++)
        found = found && v[i * k + i] * v[i * k + i] > independent * variance[i];
    free(variance);
    return found;
}
