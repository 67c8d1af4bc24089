/* stats/patterns.h - how somebody answered, whatever the answers are about.
 *
 * METHOD 7.29.  A battery is a row of questions with the same answers, as on one screen.  Who is
 * tired of it gives the same answer all the way down, or goes through it faster than one can read.
 *
 * Shapes   x[k], the answers of one respondent to one battery, in the order asked; NaN: none.
 * Units    x as given; irv has the same unit; seconds are whole.
 * Memory   Allocates nothing; wrd_median_twice sorts what it is given.
 * Source   Curran (2016), "Methods for the detection of carelessly invalid responses in survey
 *          data", Journal of Experimental Social Psychology 66, 4-19; Dunn et al. (2018),
 *          "Intra-individual response variability as an indicator of insufficient effort
 *          responding", Journal of Business and Psychology 33, 105-121. */
#ifndef STATS_PATTERNS_H
#define STATS_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct wrd_pattern {
    size_t answered;
    size_t longest; /* longstring: the most equal answers one behind the other */
    size_t same;    /* how often the most frequent answer was given */
    double irv;     /* standard deviation of the answers, n - 1; NaN below two */
};

/* A question without an answer is passed over: it neither breaks a string nor adds to it. */
struct wrd_pattern wrd_pattern_of(const double *x, size_t k);

/* Twice the median of n values, n > 0: a whole number. */
int64_t wrd_median_twice(int64_t *values, size_t n);
/* Less than a third of the median. */
bool wrd_is_speeder(int64_t seconds, int64_t median_twice);

#endif
