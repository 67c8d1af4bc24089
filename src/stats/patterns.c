/* patterns.c - see patterns.h. */
#include "stats/patterns.h"

#include <math.h>
#include <stdlib.h>

/* Two passes: sum x^2 - (sum x)^2/n is not 0 for equal answers such as 100/3. */
static double deviation(const double *x, size_t k, size_t answered)
{
    double sum = 0, squares = 0;
    if (answered < 2)
        return NAN;
    for (size_t j = 0; j < k; j++)
        sum += isnan(x[j]) ? 0 : x[j];
    const double mean = sum / (double)answered;
    for (size_t j = 0; j < k; j++)
        squares += isnan(x[j]) ? 0 : (x[j] - mean) * (x[j] - mean);
    return sqrt(squares / (double)(answered - 1));
}

static size_t times_given(const double *x, size_t k, double answer)
{
    size_t times = 0;
    for (size_t j = 0; j < k; j++)
        times += x[j] == answer;
    return times;
}

struct wrd_pattern wrd_pattern_of(const double *x, size_t k)
{
    struct wrd_pattern pattern = { 0 };
    double before = NAN;
    size_t string = 0;
    for (size_t j = 0; j < k; j++) {
        if (isnan(x[j]))
            continue;
        const size_t times = times_given(x, k, x[j]);
        string = x[j] == before ? string + 1 : 1;
        before = x[j];
        pattern.answered++;
        pattern.longest = string > pattern.longest ? string : pattern.longest;
        pattern.same = times > pattern.same ? times : pattern.same;
    }
    /* equal answers do not vary, whatever their mean is rounded to */
    pattern.irv = pattern.answered > 1 && pattern.same == pattern.answered
                      ? 0
                      : deviation(x, k, pattern.answered);
    return pattern;
}

static int by_size(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

int64_t wrd_median_twice(int64_t *values, size_t n)
{
    qsort(values, n, sizeof *values, by_size);
    return values[(n - 1) / 2] + values[n / 2];
}

bool wrd_is_speeder(int64_t seconds, int64_t median_twice)
{
    const int64_t third = 3;
    return 2 * third * seconds < median_twice;
}
