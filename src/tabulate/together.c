/* together.c - see together.h. */
#include "tabulate/together.h"

#include <stdbool.h>
#include <stdlib.h>

#include "tabulate/derived.h"
#include "waardering/arena.h"

enum { FIRST, SECOND, BOTH };

struct both {
    int64_t value[BOTH];
};

static int by_value(const struct both *left, const struct both *right, size_t which)
{
    return (left->value[which] > right->value[which]) - (left->value[which] < right->value[which]);
}

static int by_second(const void *left, const void *right)
{
    return by_value(left, right, SECOND);
}

static int by_both(const void *left, const void *right)
{
    const int first = by_value(left, right, FIRST);
    return first != 0 ? first : by_second(left, right);
}

static size_t list(const int64_t *a, const int64_t *b, size_t n, struct both *of)
{
    size_t known = 0;
    for (size_t i = 0; i < n; i++)
        if (a[i] != WRD_NO_SCORE && b[i] != WRD_NO_SCORE)
            of[known++] = (struct both){ { a[i], b[i] } };
    return known;
}

/* Sorted by it. */
static bool has_two_values(const struct both *of, size_t n, size_t which)
{
    size_t distinct = 0;
    for (size_t i = 0; i < n; i++)
        distinct += i == 0 || by_value(&of[i - 1], &of[i], which) != 0;
    return distinct <= 2;
}

static uint64_t shortest_run(const struct both *of, size_t n)
{
    uint64_t least = n, run = 0;
    for (size_t i = 0; i < n; i++) {
        run++;
        if (i + 1 < n && by_both(&of[i], &of[i + 1]) == 0)
            continue;
        least = run < least ? run : least;
        run = 0;
    }
    return least;
}

uint64_t wrd_least_together(const int64_t *a, const int64_t *b, size_t n)
{
    struct both *of = wrd_alloc(n, sizeof *of);
    const size_t known = list(a, b, n, of);
    bool two = false;
    if (known > 0) {
        qsort(of, known, sizeof *of, by_second);
        two = has_two_values(of, known, SECOND);
        qsort(of, known, sizeof *of, by_both);
        two |= has_two_values(of, known, FIRST);
    }
    const uint64_t least = two ? shortest_run(of, known) : 0;
    free(of);
    return least;
}
