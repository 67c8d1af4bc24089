/* test_fit.c - weights fitted to known totals, from answers to the weighting table.
 *
 * Golden data: R survey 4.1-1, rake() and postStratify(); the other values by hand. */
#include "support/close.h"

#include <math.h>

#include "support/golden.h"
#include "support/margins.h"
#include "support/said.h"
#include "waardering/steps.h"

#define GOLDEN_TOTALS "str,A,50 str,B,70 str,C,80 g,1,90 g,2,110"

static double weight_of(const struct hand *hand, size_t i)
{
    return (double)hand->frame.weight[i] / (double)hand->frame.weight_one;
}

static struct hand *golden_raked(enum golden_design design)
{
    struct hand *hand = golden_new(design);
    margins_weigh(hand, WRD_WEIGHTS_RAKE, "str g");
    margins_population(hand, GOLDEN_TOTALS);
    return hand;
}

static void test_golden(void **state)
{
    static const struct {
        size_t respondent;
        double weight;
    } raked[] = { { 4, 8.595876789 }, { 0, 5.468041070 },   { 12, 11.325727221 },
                  { 8, 7.204563667 }, { 16, 12.943688253 }, { 17, 8.233787048 } };
    struct hand *hand = golden_raked(GOLDEN_S);
    (void)state;
    print_message("  the six weights, on a given grid\n");
    hand->study.sources[0].weights.grid_exponent = 12;
    assert_int_equal(hand_weigh(hand), WRD_OK);
    assert_int_equal(hand->frame.grid_exponent, 12);
    for (size_t i = 0; i < sizeof raked / sizeof *raked; i++)
        assert_close(weight_of(hand, raked[i].respondent), raked[i].weight, 0.5e-9 / 5);
    print_message("  auto has steps of 1e-8 for a mean of 200 / 24\n");
    hand->study.sources[0].weights.grid_exponent = -1;
    assert_int_equal(hand_weigh(hand), WRD_OK);
    assert_int_equal(hand->frame.grid_exponent, 8);
    assert_int_equal(hand->frame.weight[4], 859587679);
    hand_free(hand);
}

/* The design survives what follows: strata, and a figure without any. */
static void test_design(void **state)
{
    struct hand *hand = golden_raked(GOLDEN_D0);
    (void)state;
    assert_int_equal(hand_weigh(hand), WRD_OK);
    const struct wrd_calibration *calibration = hand->frame.design.calibration;
    assert_non_null(calibration);
    assert_int_equal(calibration->n_cells, 6);
    assert_int_equal(calibration->rank, 4);
    assert_non_null(calibration->raking);
    assert_int_equal(hand->frame.design.n_strata, 3);
    assert_ptr_equal(hand->frame.design.weight, hand->frame.weight);
    print_message("  cells stand in the order of their answers: A1, A2, B1, ...\n");
    for (size_t i = 0; i < 24; i++)
        assert_int_equal(calibration->cell[i], i / 8 * 2 + ("222212212222111212222211"[i] == '2'));
    print_message("  base weights add up to the population\n");
    double total = 0;
    for (size_t k = 0; k < 6; k++)
        total += (double)calibration->count[k] * calibration->base[k];
    assert_close(total, 200, 1e-14);
    hand_free(hand);
}

static void test_table(void **state)
{
    /* A: 8 of 24; the share after is that of whole steps of 1e-8 */
    static const struct {
        const char *margin, *code;
        uint64_t n;
        double before, target;
    } rows[] = { { "str", "A", 8, 1.0 / 3, 0.25 },
                 { "str", "B", 8, 1.0 / 3, 0.35 },
                 { "str", "C", 8, 1.0 / 3, 0.40 },
                 { "g", "1", 8, 8.0 / 24, 0.45 },
                 { "g", "2", 16, 16.0 / 24, 0.55 } };
    struct hand *hand = golden_raked(GOLDEN_S);
    (void)state;
    assert_int_equal(hand_weigh(hand), WRD_OK);
    const struct wrd_fitting *fitting = hand->frame.fitting;
    assert_int_equal(fitting->n_rows, 5);
    for (size_t r = 0; r < 5; r++) {
        assert_string_equal(fitting->rows[r].margin, rows[r].margin);
        assert_string_equal(fitting->rows[r].code, rows[r].code);
        assert_int_equal(fitting->rows[r].n, rows[r].n);
        assert_close(fitting->rows[r].before, rows[r].before, 1e-15);
        assert_close(fitting->rows[r].target, rows[r].target, 1e-15);
        assert_close(fitting->rows[r].after, rows[r].target, 1e-8);
    }
    /* R: sum(w)^2 / sum(w^2), range(w) / mean(w) of the six weights */
    assert_close(fitting->n_effective, 22.061498610837, 1e-8);
    assert_close(fitting->deff, 24 / 22.061498610837, 1e-8);
    assert_close(fitting->smallest, 5.468041070 * 24 / 200, 1e-9);
    assert_close(fitting->largest, 12.943688253 * 24 / 200, 1e-9);
    assert_int_equal(fitting->trimmed, 0);
    hand_free(hand);
}

/* Post-stratification by hand: weights are population over respondents. */
static void test_poststratify(void **state)
{
    static const double population[] = { 50, 70, 80 };
    struct hand *hand = golden_new(GOLDEN_UNWEIGHTED);
    (void)state;
    margins_weigh(hand, WRD_WEIGHTS_POSTSTRATIFY, "str");
    margins_population(hand, GOLDEN_TOTALS);
    assert_int_equal(hand_weigh(hand), WRD_OK);
    for (size_t i = 0; i < 24; i++)
        assert_close(weight_of(hand, i), population[i / 8] / 8, 1e-8);
    assert_int_equal(hand->frame.fitting->cycles, 1);
    print_message("  within a category the base weights keep their proportion: 1 to 3\n");
    int64_t units[24];
    for (int i = 0; i < 24; i++)
        units[i] = i % 2 ? 3 : 1;
    margins_base(hand, 0, units, 24);
    assert_int_equal(hand_weigh(hand), WRD_OK);
    assert_close(weight_of(hand, 0), 50.0 / 16, 1e-8);
    assert_close(weight_of(hand, 1), 150.0 / 16, 1e-8);
    hand_free(hand);
}

static const struct {
    const char *name, *margins, *population, *a, *b;
    int64_t base[12]; /* all 0: none */
    int grid;
    enum wrd_status status;
    const char *said;
} told[] = {
    { "contradiction",
      "a b",
      "a,1,40 a,2,60 b,1,80 b,2,20",
      "11111 11111 22222",
      "11111 22222 22222",
      { 0 },
      -1,
      WRD_EINPUT,
      "E0428 10:7 weights.margins\n" },
    { "a base weight that is missing",
      "a",
      "a,1,1 a,2,1",
      "11111 22222",
      "1111111111",
      { 1, 1, 1, -1, 1, 1, 1, 1, 1, 1 },
      -1,
      WRD_EINPUT,
      "E0402 5: \n" },
    { "base weight 0 counts nowhere: four are left",
      "a",
      "a,1,1 a,2,1",
      "11111 22222",
      "1111111111",
      { 1, 1, 1, 0, 1, 1, 1, 1, 1, 1 },
      -1,
      WRD_OK,
      "W0425 10:7 weights.margins\n" },
    { "half of the precision is lost",
      "a",
      "a,1,90 a,2,10",
      "11111 2222222 2222222 2222222 2222222",
      "111111111111111111111111111111111",
      { 0 },
      -1,
      WRD_OK,
      "W0429 10:7 weights.margins\n" },
    { "a grid on which a weight is less than a million steps",
      "a",
      "a,1,50 a,2,50",
      "11111 22222",
      "1111111111",
      { 0 },
      4,
      WRD_OK,
      "W0405 9:5 weights\n" },
    { "a grid that is too fine",
      "a",
      "a,1,50000 a,2,50000",
      "11111 22222",
      "1111111111",
      { 0 },
      15,
      WRD_EINPUT,
      "E0403 9:5 weights\n" },
    { "nobody answered at all", "a", "a,1,1", "", "", { 0 }, -1, WRD_OK, "" },
};

static void test_what_is_said(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        struct hand *hand = hand_new();
        print_message("  %s\n", told[i].name);
        hand_single(hand, "a", 0, hand_names(hand, "12"), told[i].a);
        hand_single(hand, "b", 0, hand_names(hand, "12"), told[i].b);
        margins_weigh(hand, WRD_WEIGHTS_RAKE, told[i].margins);
        margins_population(hand, told[i].population);
        if (told[i].base[0] != 0)
            margins_base(hand, 0, told[i].base, hand->frame.n);
        hand->study.sources[0].weights.grid_exponent = told[i].grid;
        assert_int_equal(hand_weigh(hand), told[i].status);
        char *text = said(hand->diag);
        assert_string_equal(text, told[i].said);
        free(text);
        hand_free(hand);
    }
}

static char *message(struct hand *hand)
{
    char *text = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&text, &size);
    wrd_diag_write(hand->diag, to, &(const struct wrd_diag_style){ .lang = WRD_EN });
    fclose(to);
    return text;
}

static void test_the_worst_is_named(void **state)
{
    struct hand *hand = hand_new();
    (void)state;
    hand_single(hand, "a", 0, hand_names(hand, "12"), told[0].a);
    hand_single(hand, "b", 0, hand_names(hand, "12"), told[0].b);
    margins_weigh(hand, WRD_WEIGHTS_RAKE, told[0].margins);
    margins_population(hand, told[0].population);
    assert_int_equal(hand_weigh(hand), WRD_EINPUT);
    char *text = message(hand);
    assert_non_null(
        strstr(text, "margin 'a' cannot be met: category '1' stays at 80.0000 % and should be "
                     "40.0000 %"));
    assert_non_null(strstr(text, "merge the category with a neighbour (2)"));
    free(text);
    hand_free(hand);
}

/* 8 a + c = 15 with c at twice the mean, 30 / 19, as in test_raking.c; a population of 30. */
static void test_trimming(void **state)
{
    struct hand *hand = hand_new();
    const int64_t base[] = { 1, 1, 1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
    (void)state;
    hand_single(hand, "a", 0, hand_names(hand, "12"), "111111111 2222222222");
    margins_weigh(hand, WRD_WEIGHTS_RAKE, "a");
    margins_population(hand, "a,1,15 a,2,15");
    margins_base(hand, 0, base, 19);
    margins_trim(hand, (struct wrd_decimal){ 2, 1 }, (struct wrd_decimal){ 2, 0 });
    assert_int_equal(hand_weigh(hand), WRD_OK);
    assert_close(weight_of(hand, 0), 1.480263158, 1e-6);
    assert_close(weight_of(hand, 8), 3.157894737, 1e-6);
    assert_close(weight_of(hand, 9), 1.5, 1e-8);
    assert_int_equal(hand->frame.fitting->trimmed, 1);
    print_message("  a limit that cannot be held is said, with what the weights are\n");
    margins_trim(hand, (struct wrd_decimal){ 99, 2 }, (struct wrd_decimal){ 101, 2 });
    margins_population(hand, "a,1,25 a,2,5");
    assert_int_equal(hand_weigh(hand), WRD_OK);
    char *text = message(hand);
    assert_non_null(
        strstr(text, "warning[W0430]: the weights cannot all stay between 0.99 and 1.01"));
    assert_non_null(strstr(text, "the weights lie between 0.3167 and 1.7"));
    free(text);
    hand_free(hand);
}

/* ---- nothing depends on the order of the file, or on the unit of the base weights ---- */

static const char drawn_a[] = "1122312231212312132122331221",
                  drawn_b[] = "121.2121121212211212.1121221";

/* Answers from respondent `first` on, then those before it. */
static struct hand *turned(size_t first, int64_t times)
{
    struct hand *hand = hand_new();
    const size_t n = strlen(drawn_a);
    char a[sizeof drawn_a] = "", b[sizeof drawn_b] = "";
    int64_t base[sizeof drawn_a];
    for (size_t i = 0; i < n; i++) {
        const size_t from = (i + first) % n;
        a[i] = drawn_a[from];
        b[i] = drawn_b[from];
        base[i] = (int64_t)(11 + 7 * (from % 5)) * times;
    }
    hand_single(hand, "a", 0, hand_names(hand, "123"), a);
    hand_single(hand, "b", 0, hand_names(hand, "12"), b);
    margins_weigh(hand, WRD_WEIGHTS_RAKE, "a b");
    margins_population(hand, "a,1,310 a,2,490 a,3,200 b,1,470 b,2,530");
    margins_base(hand, 1, base, n);
    margins_trim(hand, (struct wrd_decimal){ 4, 1 }, (struct wrd_decimal){ 16, 1 });
    assert_int_equal(hand_weigh(hand), WRD_OK);
    return hand;
}

static void assert_same_weights(const struct hand *hand, const struct hand *other, size_t first)
{
    const size_t n = hand->frame.n;
    for (size_t i = 0; i < n; i++)
        assert_int_equal(other->frame.weight[i], hand->frame.weight[(i + first) % n]);
    const struct wrd_calibration *a = hand->frame.design.calibration,
                                 *b = other->frame.design.calibration;
    assert_int_equal(a->n_cells, b->n_cells);
    assert_int_equal(a->rank, b->rank);
    assert_memory_equal(a->basis, b->basis, a->n_cells * a->rank * sizeof *a->basis);
    assert_memory_equal(a->base, b->base, a->n_cells * sizeof *a->base);
}

static void test_order_and_unit(void **state)
{
    struct hand *hand = turned(0, 1);
    (void)state;
    assert_true(hand->frame.fitting->trimmed > 0);
    for (size_t first = 1; first < 5; first++) {
        struct hand *other = turned(first * 5, 1);
        assert_same_weights(hand, other, first * 5);
        hand_free(other);
    }
    print_message("  base weights times 1000: the same bits\n");
    struct hand *other = turned(0, 1000);
    assert_same_weights(hand, other, 0);
    hand_free(other);
    hand_free(hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden),       cmocka_unit_test(test_design),
        cmocka_unit_test(test_table),        cmocka_unit_test(test_poststratify),
        cmocka_unit_test(test_what_is_said), cmocka_unit_test(test_the_worst_is_named),
        cmocka_unit_test(test_trimming),     cmocka_unit_test(test_order_and_unit),
    };
    return cmocka_run_group_tests_name("fit", tests, NULL, NULL);
}
