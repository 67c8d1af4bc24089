/* test_multiplicity.c - p-values that are read together, against R 4.2.2: p.adjust(p, "holm") and
 * p.adjust(p, "BH"); the first case is that of STATISTICS.md. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "stats/multiplicity.h"
#include "support/close.h"

static const struct {
    const char *name;
    size_t n;
    double p[8], holm[8], bh[8];
} cases[] = {
    { "five tests",
      5,
      { .001, .012, .03, .04, .2 },
      { .005, .048, .09, .09, .2 },
      { .005, .03, .05, .05, .2 } },
    { "in any order, two alike, one that was not made",
      8,
      { .2, .0004, .03, NAN, .03, .9, .011, .6 },
      { .6, .0028, .15, NAN, .15, 1, .066, 1 },
      { .28, .0028, .0525, NAN, .0525, .9, .0385, .7 } },
    { "one test is read as it is", 1, { .03 }, { .03 }, { .03 } },
    { "none was made", 2, { NAN, NAN }, { NAN, NAN }, { NAN, NAN } },
    { "no chance is larger than 1", 2, { .7, .8 }, { 1, 1 }, { .8, .8 } },
    { "none at all", 0, { 0 }, { 0 }, { 0 } },
};

static void test_adjusted(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double holm[8], bh[8];
        print_message("  %s\n", cases[i].name);
        wrd_holm(cases[i].p, cases[i].n, holm);
        wrd_benjamini_hochberg(cases[i].p, cases[i].n, bh);
        for (size_t k = 0; k < cases[i].n; k++) {
            assert_close(holm[k], cases[i].holm[k], 1e-15);
            assert_close(bh[k], cases[i].bh[k], 1e-15);
        }
    }
}

static void test_in_place(void **state)
{
    (void)state;
    double p[] = { .04, .01 };
    wrd_holm(p, 2, p);
    assert_close(p[0], .04, 0);
    assert_close(p[1], .02, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_adjusted),
        cmocka_unit_test(test_in_place),
    };
    return cmocka_run_group_tests_name("multiplicity", tests, NULL, NULL);
}
