/* test_contrast.c - the difference of two groups, against R 4.2.2 and survey 4.1-1 on the golden mini data
 * set: svyttest(y ~ g, design), and svycontrast of svyby for the standard error. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "stats/contrast.h"
#include "support/close.h"
#include "support/golden_table.h"

static const struct {
    const char *name, *design, *value;
    double difference, se, t, df, p; /* se NaN: not printed */
} cases[] = {
    { "a1, finite strata (printed)", "D", golden_a1, .4183673469387756, NAN, .9902794063118071, 19,
      .334482159686317 },
    { "a1, weights alone (printed)", "S", golden_a1, .4183673469387756, NAN, .9635420776839988, 21,
      .3462407111267086 },
    { "a1, strata", "D0", golden_a1, .4183673469387756, NAN, .9339390674661264, 19,
      .3620535794590108 },
    { "a1, organisations", "C", golden_a1, .4183673469387756, NAN, .9301650194996518, 8,
      .3794983334523118 },
    { "a2, finite strata: the printed contrast", "D", golden_a2, .1373626373626373, .2597096961,
      .5289083904635976, 20, .6026901842486343 },
    { "a2, organisations", "C", golden_a2, .1373626373626373, NAN, .4703923312815176, 8,
      .6506323503885542 },
    { "a3, organisations", "C", golden_a3, -.4871428571428577, NAN, -.8428037594967424, 8,
      .4238180050500765 },
    { "a4, finite strata", "D", golden_a4, .3001519756838903, NAN, .857814889303988, 19,
      .4016863332432233 },
};

static void test_means(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int units = 0; units < 2; units++) {
            struct golden_table *t =
                golden_table_new(golden_g, cases[i].value, cases[i].design, units);
            struct wrd_contrast got;
            print_message("  %s, from %s\n", cases[i].name, units ? "units" : "sums");
            assert_true(wrd_contrast(&t->table, golden_scores, &got));
            assert_close(got.difference, cases[i].difference, 1e-12);
            assert_close(got.t, cases[i].t, 1e-11);
            assert_close(got.df, cases[i].df, 0);
            assert_close(got.p, cases[i].p, 1e-11);
            if (!isnan(cases[i].se))
                assert_close(got.se, cases[i].se, 1e-10);
            wrd_arena_free(t->arena);
        }
}

static void test_shares(void **state)
{
    static const struct {
        const char *design, *value;
        double difference, t, df, p;
    } shares[] = {
        { "S", golden_a1, .4489795918367346, 2.167169352424835, 21, .04186670650706863 },
        { "D", golden_a1, .4489795918367346, 2.269096957390414, 19, .03510154005887701 },
        { "C", golden_a3, -.15, -.7552651654483153, 8, .4717381307028045 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        struct golden_table *t =
            golden_table_new(golden_g, shares[i].value, shares[i].design, false);
        struct wrd_contrast got;
        print_message("  top-2, %s\n", shares[i].design);
        assert_true(wrd_contrast(&t->table, golden_top2, &got));
        assert_close(got.difference, shares[i].difference, 1e-12);
        assert_close(got.t, shares[i].t, 1e-11);
        assert_close(got.df, shares[i].df, 0);
        assert_close(got.p, shares[i].p, 1e-11);
        wrd_arena_free(t->arena);
    }
}

/* svyttest(y ~ (str == x), design) */
static void test_against_the_rest(void **state)
{
    static const struct {
        const char *design, *value;
        size_t group;
        double difference, t, df, p;
    } groups[] = {
        { "S", golden_a1, 0, -1.282786885245901, -3.967783418801067, 21, .0007016888185782337 },
        { "D0", golden_a1, 2, .7466216216216218, 2.019068943884668, 19, .0578162063685569 },
        { "D", golden_a3, 1, -.9675925925925922, -1.968094621871013, 19, .06382510381024543 },
        { "C", golden_a3, 2, 1.190789473684212, 2.923836681548889, 8, .01917826063185316 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        for (int units = 0; units < 2; units++) {
            struct golden_table *t =
                golden_table_new(golden_str, groups[i].value, groups[i].design, units);
            const struct wrd_crosstab pair =
                wrd_crosstab_against_rest(t->arena, &t->table, groups[i].group);
            struct wrd_contrast got;
            print_message("  %s, group %zu, from %s\n", groups[i].design, groups[i].group,
                          units ? "units" : "sums");
            assert_true(wrd_contrast(&pair, golden_scores, &got));
            assert_close(got.difference, groups[i].difference, 1e-12);
            assert_close(got.t, groups[i].t, 1e-11);
            assert_close(got.df, groups[i].df, 0);
            assert_close(got.p, groups[i].p, 1e-11);
            wrd_arena_free(t->arena);
        }
}

static void test_nothing_to_test(void **state)
{
    static const struct {
        const char *name, *group, *value;
    } none[] = {
        { "a group of which nobody answered", "222222222222222222222222", golden_a2 },
        { "all in a group gave the same", golden_g, golden_g },
        { "nobody answered", golden_g, "........................" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct golden_table *t = golden_table_new(none[i].group, none[i].value, "D0", false);
        struct wrd_contrast got;
        print_message("  %s\n", none[i].name);
        assert_false(wrd_contrast(&t->table, golden_scores, &got));
        assert_true(isnan(got.p) && isnan(got.t));
        wrd_arena_free(t->arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_means),
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_against_the_rest),
        cmocka_unit_test(test_nothing_to_test),
    };
    return cmocka_run_group_tests_name("contrast", tests, NULL, NULL);
}
