/* stats/multiplicity.h - p-values of several tests that are read together.
 *
 * METHOD 7.12.  Of twenty tests one comes out below .05 by chance alone.  Holm keeps the chance of
 * even one false find in a family at the level; Benjamini-Hochberg keeps the share of false finds
 * among all finds there, which is enough where one only looks round.
 *
 * Shapes   p[n], adjusted[n], in any order; they may be the same array.
 * Units    Probabilities.
 * Errors   None.  A NaN stays NaN and counts as no test.
 * Memory   Scratch is freed before they return.
 * Source   Holm (1979), Scandinavian Journal of Statistics 6, 65-70.  Benjamini and Hochberg (1995),
 *          Journal of the Royal Statistical Society B 57, 289-300. */
#ifndef STATS_MULTIPLICITY_H
#define STATS_MULTIPLICITY_H

#include <stddef.h>

void wrd_holm(const double *p, size_t n, double *adjusted);
void wrd_benjamini_hochberg(const double *p, size_t n, double *adjusted);

#endif
