/* test_rao_scott.c - answers by groups, against R 4.2.2 and survey 4.1-1 on the golden mini data set:
 * svychisq(~y + g, design, statistic = "F"); Cramer's V from chisq.test(svytable(~y + g, design)). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "stats/rao_scott.h"
#include "support/close.h"
#include "support/golden_table.h"

static const char top2_of_a1[] = "1111112121.2112212222212"; /* 2: a1 >= 4 */

static const struct {
    const char *name, *design, *group, *value;
    double f, df1, df2, p, v; /* v NaN: not looked at */
} cases[] = {
    { "top-2 of a1 by g (printed)", "S", golden_g, top2_of_a1, 3.8800641999835, 1, 23,
      .06102093670478, NAN },
    { "a2 by g, finite strata (printed)", "D", golden_g, golden_a2, .8041772084834098,
      1.979052971859527, 41.56011240905006, .4531248803458913, .2636405603243566 },
    { "a1 by stratum (printed)", "S", golden_str, golden_a1, 1.782423423812196, 5.507817519102885,
      126.6798029393664, .1140674149687617, .468004606609609 },
    { "a1 by g, strata", "D0", golden_g, golden_a1, 2.508938163245606, 2.66310847532699,
      55.92527798186679, .0748046427909466, .5572213445500427 },
    { "a4 by stratum, finite strata", "D", golden_str, golden_a4, .7749579808414133,
      4.651653830230598, 97.68473043484255, .5616457418691386, .2738095238095238 },
    { "a3 by g, organisations", "C", golden_g, golden_a3, .3030359623761764, 2.697054581512755,
      24.2734912336148, .8025301781740667, .2686341112261913 },
    { "a1 by stratum, organisations", "C", golden_str, golden_a1, 2.337322513909275,
      3.296816051183226, 29.67134446064903, .08873979990015242, .468004606609609 },
};

static void test_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int units = 0; units < 2; units++) {
            struct golden_table *t =
                golden_table_new(cases[i].group, cases[i].value, cases[i].design, units);
            struct wrd_rao_scott got;
            print_message("  %s, from %s\n", cases[i].name, units ? "units" : "sums");
            assert_true(wrd_rao_scott(&t->table, &got));
            assert_close(got.f, cases[i].f, 1e-11);
            assert_close(got.df1, cases[i].df1, 1e-11);
            assert_close(got.df2, cases[i].df2, 1e-11);
            assert_close(got.p, cases[i].p, 1e-11);
            if (!isnan(cases[i].v))
                assert_close(got.cramers_v, cases[i].v, 1e-13);
            wrd_arena_free(t->arena);
        }
}

/* By hand: 24 equal weights, 12 and 12 by 6 and 18. */
static void test_least_expected(void **state)
{
    struct golden_table *t =
        golden_table_new("111111111111222222222222", "122222222222112222221112", "S", false);
    struct wrd_rao_scott got;
    (void)state;
    for (size_t i = 0; i < GOLDEN_CELLS; i++) {
        t->sums[i].w = 10 * t->sums[i].n;
        t->sums[i].w2 = 100 * t->sums[i].n;
    }
    assert_true(wrd_rao_scott(&t->table, &got));
    assert_close(got.least_expected, 3, 1e-13);
    wrd_arena_free(t->arena);
}

static void test_no_table(void **state)
{
    static const struct {
        const char *name, *group, *value;
    } none[] = {
        { "one group", "222222222222222222222222", golden_a2 },
        { "one answer", golden_g, "333333333333333333333333" },
        { "nobody", golden_g, "........................" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct golden_table *t = golden_table_new(none[i].group, none[i].value, "D0", false);
        struct wrd_rao_scott got;
        print_message("  %s\n", none[i].name);
        assert_false(wrd_rao_scott(&t->table, &got));
        assert_true(isnan(got.f) && isnan(got.cramers_v));
        wrd_arena_free(t->arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_least_expected),
        cmocka_unit_test(test_no_table),
    };
    return cmocka_run_group_tests_name("rao_scott", tests, NULL, NULL);
}
