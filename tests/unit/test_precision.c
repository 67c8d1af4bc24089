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
        cmocka_unit_test(test_base_weights_have_an_order),
    };
    return cmocka_run_group_tests_name("precision", tests, NULL, NULL);
}
