/* test_digits.c - numbers that lie close together far from 0, through the tables.
 *
 * NIST StRD, univariate: NumAcc3 and NumAcc4, 1001 numbers whose certified mean is the first of them and
 * whose certified standard deviation is .1.  As doubles, 10000000.1 and its neighbours have 8 digits of
 * their differences; read as decimals they have all. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/close.h"
#include "support/hand.h"

enum { N = 1001 };

static const struct {
    const char *name;
    int64_t tenths; /* of the lowest */
    double mean;
} sets[] = {
    { "NumAcc3", 10000001, 1000000.2 },
    { "NumAcc4", 100000001, 10000000.2 },
};

static double of_everybody(const struct wrd_outcome *outcome, enum wrd_statistic statistic)
{
    return wrd_table_figure(&outcome->tables[0], 0, hand_row(outcome, statistic, ""))->value;
}

static void test_numacc(void **state)
{
    char answers[N + 1] = "1"; /* the middle one, then the lowest and the highest in turn */
    (void)state;
    for (size_t i = 1; i < N; i++)
        answers[i] = i % 2 ? '0' : '2';
    for (size_t s = 0; s < sizeof sets / sizeof *sets; s++) {
        struct hand *hand = hand_new();
        print_message("  %s\n", sets[s].name);
        hand_number(hand, "y", 10, answers);
        int64_t *score = wrd_arena_take_array(hand->arena, 3, sizeof *score);
        for (int64_t v = 0; v < 3; v++)
            score[v] = sets[s].tenths + v;
        hand->frame.columns[0].score = score;
        assert_int_equal(hand_weigh(hand), WRD_OK);
        const struct wrd_outcome *outcome = hand_outcome(hand_tables(hand), "y");
        assert_close(of_everybody(outcome, WRD_MEAN) / sets[s].mean, 1, 1e-15);
        assert_close(of_everybody(outcome, WRD_SD) / .1, 1, 1e-15);
        hand_free(hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_numacc) };
    return cmocka_run_group_tests_name("digits", tests, NULL, NULL);
}
