/* multiplicity.c - see multiplicity.h. */
#include "stats/multiplicity.h"

#include <math.h>
#include <stdlib.h>

#include "waardering/arena.h"

struct ranked {
    double p;
    size_t at;
};

static int by_p(const void *left, const void *right)
{
    const double a = ((const struct ranked *)left)->p, b = ((const struct ranked *)right)->p;
    return (a > b) - (a < b);
}

/* The tests that were made, the smallest p first; their number is set.  Equal p may come in any
 * order: what is carried along below gives them the same. */
static struct ranked *ranked_of(const double *p, size_t n, size_t *n_made)
{
    struct ranked *ranked = wrd_alloc(n, sizeof *ranked);
    *n_made = 0;
    for (size_t i = 0; i < n; i++)
        if (!isnan(p[i]))
            ranked[(*n_made)++] = (struct ranked){ p[i], i };
    qsort(ranked, *n_made, sizeof *ranked, by_p);
    return ranked;
}

static void copy(const double *p, size_t n, double *adjusted)
{
    for (size_t i = 0; i < n; i++)
        adjusted[i] = p[i];
}

void wrd_holm(const double *p, size_t n, double *adjusted)
{
    size_t made;
    struct ranked *ranked = ranked_of(p, n, &made);
    double largest = 0;
    copy(p, n, adjusted);
    for (size_t i = 0; i < made; i++) {
        largest = fmax(largest, ranked[i].p * (double)(made - i));
        adjusted[ranked[i].at] = fmin(largest, 1);
    }
    free(ranked);
}

void wrd_benjamini_hochberg(const double *p, size_t n, double *adjusted)
{
    size_t made;
    struct ranked *ranked = ranked_of(p, n, &made);
    double smallest = 1;
    copy(p, n, adjusted);
    for (size_t i = made; i-- > 0;) {
        smallest = fmin(smallest, ranked[i].p * ((double)made / (double)(i + 1)));
        adjusted[ranked[i].at] = smallest;
    }
    free(ranked);
}
