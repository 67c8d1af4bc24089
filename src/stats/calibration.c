/* calibration.c - see calibration.h. */
#include "stats/calibration.h"

#include <math.h>

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
            along += calibration->basis[k * rank + j] * sum[k] / calibration->root[k];
        for (size_t k = 0; k < calibration->n_cells; k++)
            fitted[k] += calibration->basis[k * rank + j] * along;
    }
    for (size_t k = 0; k < calibration->n_cells; k++)
        fitted[k] /= calibration->root[k];
}
