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
        cmocka_unit_test(test_too_many_replicates),
        cmocka_unit_test(test_base_weights_have_an_order),
    };
    return cmocka_run_group_tests_name("precision", tests, NULL, NULL);
}
