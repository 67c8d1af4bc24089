/* test_root.c - roots of covariances, by hand, and those that have none. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "stats/root.h"
#include "support/close.h"

static const struct {
    const char *name;
    double v[4];
    bool found;
    double root[3]; /* the lower triangle, row by row */
} cases[] = {
    { "by hand: 4, 2, 10", { 4, 2, 2, 10 }, true, { 2, 1, 3 } },
    { "tiny, and just as good", { 4e-20, 2e-20, 2e-20, 1e-19 }, true, { 2e-10, 1e-10, 3e-10 } },
    { "one contrast is the other", { 1, 1, 1, 1 }, false, { 0 } },
    { "but for rounding it is the other", { 1, 1, 1, 1 + 4e-16 }, false, { 0 } },
    { "nothing varies", { 0, 0, 0, 0 }, false, { 0 } },
    { "there is no variance", { NAN, NAN, NAN, NAN }, false, { 0 } },
};

static void test_roots(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double v[4] = { cases[i].v[0], cases[i].v[1], cases[i].v[2], cases[i].v[3] };
        print_message("  %s\n", cases[i].name);
        assert_int_equal(wrd_root(v, 2), cases[i].found);
        if (!cases[i].found)
            continue;
        assert_close(v[0] / cases[i].root[0], 1, 1e-14);
        assert_close(v[2] / cases[i].root[1], 1, 1e-14);
        assert_close(v[3] / cases[i].root[2], 1, 1e-14);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roots),
    };
    return cmocka_run_group_tests_name("root", tests, NULL, NULL);
}
