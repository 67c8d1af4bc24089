/* model/test.c - see waardering/test.h. */
#include "waardering/test.h"

#include <string.h>

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
    if (tests->n == tests->room) {
        const size_t room = tests->room > 0 ? 2 * tests->room : 64;
        struct wrd_test *more = wrd_arena_take_array(arena, room, sizeof *more);
        if (tests->n > 0)
            memcpy(more, tests->of, tests->n * sizeof *more);
        tests->of = more;
        tests->room = room;
    }
    tests->of[tests->n] = *test;
    return tests->n++;
}
