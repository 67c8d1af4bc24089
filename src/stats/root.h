/* stats/root.h - the root of a matrix of covariances.
 *
 * Where one contrast follows from others, rounding leaves a little of it that looks like a variance, and
 * dividing by it makes a test out of nothing.  So what is left of a variance has to be more than 1e-10
 * of it.
 *
 * Shapes   v[k * k], symmetric; its lower triangle becomes L with v = L L'.
 * Errors   Returns false: the contrasts depend on each other, or a number is not finite.
 * Memory   Scratch is freed before a return. */
#ifndef STATS_ROOT_H
#define STATS_ROOT_H

#include <stdbool.h>
#include <stddef.h>

bool wrd_root(double *v, size_t k);

#endif
