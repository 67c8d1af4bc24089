/* model/test.c - see waardering/test.h. */
#include "waardering/test.h"

const char *wrd_test_name(enum wrd_test_kind kind)
{
    static const char *const names[WRD_TEST_KINDS] = {
        [WRD_TEST_RANK] = "rank",           [WRD_TEST_T] = "t",
        [WRD_TEST_RAO_SCOTT] = "rao-scott", [WRD_TEST_CHANGE] = "change",
        [WRD_TEST_TREND] = "trend",         [WRD_TEST_GAP] = "gap",
        [WRD_TEST_ROUTE] = "route",         [WRD_TEST_SHARE_DIFFERENCE] = "share-difference",
    };
    return names[kind];
}

size_t wrd_test_add(struct wrd_arena *arena, struct wrd_tests *tests, const struct wrd_test *test)
{
    tests->of = wrd_arena_more(arena, tests->of, tests->n, &tests->room, sizeof *tests->of);
    tests->of[tests->n] = *test;
    return tests->n++;
}
