/* test_precision.c - standard errors that the sums of a table cannot give, where they have an end:
 * lone clusters, weights rounded to 0, complete strata, too many replicates.  All by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "support/close.h"
#include "support/hand.h"
#include "support/margins.h"
#include "support/said.h"

/* Of everybody, by statistic and code. */
static struct wrd_figure figure_of(const struct wrd_tables *tables, enum wrd_statistic statistic,
                                   const char *code)
{
    const struct wrd_outcome *outcome = hand_outcome(tables, "v_a1");
    for (size_t r = 0; r < outcome->n_rows; r++)
        if (outcome->rows[r].statistic == statistic && strcmp(outcome->rows[r].code, code) == 0)
            return *wrd_table_figure(&outcome->tables[0], 0, r);
    fail();
    return (struct wrd_figure){ 0 };
}

/* One organisation says nothing of how organisations differ: an SE of 0 would make the figure exact,
 * and any change sure. */
static void test_one_cluster(void **state)
{
    static const enum wrd_variance variances[] = { WRD_TAYLOR, WRD_JACKKNIFE, WRD_BOOTSTRAP };
    (void)state;
    for (size_t v = 0; v < sizeof variances / sizeof *variances; v++) {
        struct hand *hand = hand_new();
        hand_single(hand, "org", 0, hand_names(hand, "1"), "11111111");
        hand_single(hand, "v_a1", WRD_ROLE_OUTCOME, hand_agree(hand), "12345124");
        hand->study.sources[0].design.cluster = "org";
        hand->study.sources[0].design.variance = variances[v];
        const struct wrd_figure mean = figure_of(hand_tables(hand), WRD_MEAN, "");
        assert_close(mean.value, 2.75, 1e-15);
        assert_true(isnan(mean.se) && isnan(mean.lo) && isnan(mean.hi));
        hand_free(hand);
    }
}

/* Those of answer 5 have a tenth of the base weight of the others: 9 people over 3 * 1 + 6 * 10 make it
 * 0.14, and a step of 1 makes that 0. */
static struct hand *with_nothing_left(enum wrd_variance variance)
{
    static const int64_t base[] = { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 1, 1, 1 };
    struct hand *hand = hand_new();
    hand_single(hand, "a", 0, hand_names(hand, "12"), "111111222222222");
    hand_single(hand, "v_a1", WRD_ROLE_OUTCOME, hand_agree(hand), "121212121212555");
    margins_weigh(hand, WRD_WEIGHTS_RAKE, "a");
    margins_population(hand, "a,1,18 a,2,9");
    margins_base(hand, 0, base, 15);
    hand->study.sources[0].weights.grid_exponent = 0;
    hand->study.sources[0].design.variance = variance;
    return hand;
}

static void test_rounded_to_nothing(void **state)
{
    (void)state;
    struct hand *hand = with_nothing_left(WRD_TAYLOR);
    const struct wrd_tables *tables = hand_tables(hand);
    print_message("  a share of 0 has an SE of exactly 0\n");
    assert_close(figure_of(tables, WRD_SHARE, "5").value, 0, 0);
    assert_close(figure_of(tables, WRD_SHARE, "5").se, 0, 0);
    assert_true(isnan(figure_of(tables, WRD_SHARE, "5").deff));
    hand_free(hand);
    print_message("  replicates: who weighs nothing takes nothing away\n");
    hand = with_nothing_left(WRD_BOOTSTRAP);
    tables = hand_tables(hand);
    assert_true(figure_of(tables, WRD_MEAN, "").se > 0);
    hand_free(hand);
}

/* Everybody there is was reached, 6 of 8 answered: what is left of chance is (8 - 6) / 8 of it, under
 * every kind of variance. */
static struct wrd_figure mean_of_complete(enum wrd_variance variance)
{
    struct hand *hand = hand_new();
    hand_single(hand, "sector", 0, hand_names(hand, "A"), "AAAAAAAA");
    hand_single(hand, "v_a1", WRD_ROLE_OUTCOME, hand_agree(hand), "1234.12.");
    hand_strata(hand, (const char *const[]){ "sector" }, 1);
    hand->book.populations = wrd_arena_take_array(hand->arena, 1, sizeof *hand->book.populations);
    hand->book.populations[0] = (struct wrd_population){
        .source = "vol", .variable = "sector", .code = "A", .count = 8, .unit = WRD_POP_PERSONS
    };
    hand->book.n_populations = 1;
    hand->study.sources[0].design.fpc = true;
    hand->study.sources[0].design.variance = variance;
    const struct wrd_figure mean = figure_of(hand_tables(hand), WRD_MEAN, "");
    hand_free(hand);
    return mean;
}

static void test_complete_stratum(void **state)
{
    (void)state;
    /* mean 13/6; squares 6.833333333; 8/7 * 2/8 * 6.833333333 / 36 */
    const double se = sqrt(8.0 / 7 * 2 / 8 * (41.0 / 6) / 36);
    assert_close(mean_of_complete(WRD_TAYLOR).se, se, 1e-12);
    assert_close(mean_of_complete(WRD_BOOTSTRAP).se, se, 1e-12);
}

/* 500 replicates of 40,001 units for every figure. */
static void test_too_many_replicates(void **state)
{
    enum { MANY = 40001 };
    static char answers[MANY + 1];
    (void)state;
    for (size_t i = 0; i < MANY; i++)
        answers[i] = (char)('1' + i % 5);
    struct hand *hand = hand_new();
    hand_single(hand, "v_a1", WRD_ROLE_OUTCOME, hand_agree(hand), answers);
    hand->study.sources[0].design.variance = WRD_BOOTSTRAP;
    assert_int_equal(hand_weigh(hand), WRD_EINPUT);
    char *told = said(hand->diag);
    assert_string_equal(told, "E0444 12:5 design\n");
    free(told);
    hand_free(hand);
    print_message("  a jackknife whose weights stay takes a step a unit\n");
    hand = hand_new();
    hand_single(hand, "v_a1", WRD_ROLE_OUTCOME, hand_agree(hand), answers);
    hand->study.sources[0].design.variance = WRD_JACKKNIFE;
    assert_int_equal(hand_weigh(hand), WRD_OK);
    hand_free(hand);
}

/* Weights that round to one: the order of the units is not that of the file. */
static void order_of(const char *answers, const int64_t *base, int64_t *units)
{
    struct hand *hand = hand_new();
    hand_single(hand, "v_a1", WRD_ROLE_OUTCOME, hand_agree(hand), answers);
    hand_weights(hand, 1, base, 4);
    hand->study.sources[0].weights.grid_exponent = 0;
    hand->study.sources[0].design.variance = WRD_BOOTSTRAP;
    assert_int_equal(hand_weigh(hand), WRD_OK);
    for (size_t i = 0; i < 4; i++)
        units[hand->frame.design.psu[i]] = base[i];
    hand_free(hand);
}

static void test_base_weights_have_an_order(void **state)
{
    static const int64_t base[] = { 10, 11, 12, 13 }, turned[] = { 13, 12, 11, 10 };
    int64_t one[4], two[4];
    (void)state;
    order_of("3333", base, one);
    order_of("3333", turned, two);
    assert_memory_equal(one, two, sizeof one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_cluster),
        cmocka_unit_test(test_rounded_to_nothing),
        cmocka_unit_test(test_complete_stratum),
        cmocka_unit_test(test_too_many_replicates),
        cmocka_unit_test(test_base_weights_have_an_order),
    };
    return cmocka_run_group_tests_name("precision", tests, NULL, NULL);
}
