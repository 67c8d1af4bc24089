/* waardering/test.h - the tests that were made: rows of tests.csv (FORMATS.md, section 3).
 *
 * Units    statistic and effect as their method says; numbers are NaN where there are none.
 * Memory   Lives as long as the arena of the report. */
#ifndef WAARDERING_TEST_H
#define WAARDERING_TEST_H

#include <stddef.h>

#include "waardering/arena.h"

enum wrd_test_kind {
    WRD_TEST_RANK,
    WRD_TEST_T,
    WRD_TEST_RAO_SCOTT,
    WRD_TEST_CHANGE,
    WRD_TEST_TREND,
    WRD_TEST_GAP,
    WRD_TEST_ROUTE,
    WRD_TEST_SHARE_DIFFERENCE,
    WRD_TEST_KINDS
};
const char *wrd_test_name(enum wrd_test_kind kind);

/* A text is "" where the test has none. */
struct wrd_test {
    enum wrd_test_kind kind;
    size_t source; /* or WRD_BOTH_SOURCES */
    const char *variable, *code, *group_variable;
    const char *group_a, *group_b; /* codes, or waves; "rest": everybody else */
    double statistic, df1, df2;    /* df1 alone for a t */
    double p, p_adjusted, effect;
};
struct wrd_tests {
    struct wrd_test *of;
    size_t n, room;
};

/* Returns its index. */
size_t wrd_test_add(struct wrd_arena *arena, struct wrd_tests *tests, const struct wrd_test *test);

#endif
