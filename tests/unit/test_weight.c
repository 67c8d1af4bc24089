/* test_weight.c - weights on their grid, and strata.
 *
 * Values by hand: a grid of 1e-N has a step of 10^-N; auto is 8 - floor(log10(mean)). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/hand.h"
#include "support/said.h"

enum { MOST = 4 };
#define W(...) { __VA_ARGS__ }, sizeof((int64_t[]){ __VA_ARGS__ }) / sizeof(int64_t)

static const struct {
    const char *name;
    int64_t units[MOST];
    size_t n;
    uint8_t decimals;
    int grid; /* -1: auto */
    enum wrd_status status;
    int exponent;
    int64_t weight[MOST];
    const char *said;
} cases[] = {
    { "a mean of 1 has steps of 1e-8",
      W(5, 10, 15),
      1,
      -1,
      WRD_OK,
      8,
      { 50000000, 100000000, 150000000 },
      "" },
    { "a mean just under 10 still has 1e-8",
      W(9999, 9999),
      3,
      -1,
      WRD_OK,
      8,
      { 999900000, 999900000 },
      "" },
    { "a mean of exactly 10 has 1e-7", W(10, 10), 0, -1, WRD_OK, 7, { 100000000, 100000000 }, "" },
    { "a mean of exactly 0.1 has 1e-9", W(1, 1), 1, -1, WRD_OK, 9, { 100000000, 100000000 }, "" },
    { "a mean of 1e12 has whole steps", W(1000000000000), 0, -1, WRD_OK, 0, { 1000000000000 }, "" },
    { "a mean of 1e-9 has the finest grid, and too few steps to be exact",
      W(1, 1),
      9,
      -1,
      WRD_OK,
      15,
      { 1000000, 1000000 },
      "" },
    { "a given grid is kept", W(442099990844727), 13, 12, WRD_OK, 12, { 44209999084473 }, "" },
    { "rounded once, half away from zero: 1.23456785 at 1e-7",
      W(123456785),
      8,
      7,
      WRD_OK,
      7,
      { 12345679 },
      "" },
    { "a weight of 0 is a weight", W(0, 2), 0, -1, WRD_OK, 8, { 0, 200000000 }, "" },
    { "less than a million steps is a warning, for each",
      W(1, 100, 5),
      2,
      6,
      WRD_OK,
      6,
      { 10000, 1000000, 50000 },
      "W0405 2: \n" },
    { "weights whose sum reaches 2^63 steps",
      W(5000000000, 5000000000),
      0,
      9,
      WRD_EINPUT,
      9,
      { 0 },
      "E0403 9:5 weights\n" },
    { "one weight that does not fit",
      W(5000000000),
      0,
      15,
      WRD_EINPUT,
      15,
      { 0 },
      "E0403 9:5 weights\n" },
    { "all weights 0", W(0, 0), 0, -1, WRD_EINPUT, 15, { 0 }, "E0404 9:5 weights\n" },
    { "weights that the grid makes 0", W(1, 2), 1, 0, WRD_EINPUT, 0, { 0 }, "E0404 9:5 weights\n" },
    { "a respondent without a weight",
      W(5, -1, 5, -1),
      0,
      -1,
      WRD_EINPUT,
      0,
      { 0 },
      "E0402 3: \n" },
};

static void test_grid(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  %s\n", cases[i].name);
        struct hand *hand = hand_new();
        hand_weights(hand, cases[i].decimals, cases[i].units, cases[i].n);
        hand->study.sources[0].weights.grid_exponent = cases[i].grid;
        assert_int_equal(hand_weigh(hand), cases[i].status);
        char *told = said(hand->diag);
        assert_string_equal(told, cases[i].said);
        free(told);
        assert_int_equal(hand->frame.grid_exponent, cases[i].exponent);
        for (size_t r = 0; r < cases[i].n && cases[i].status == WRD_OK; r++)
            assert_int_equal(hand->frame.weight[r], cases[i].weight[r]);
        if (cases[i].status == WRD_OK)
            assert_int_equal(hand->frame.weight_one, wrd_power_of_ten((unsigned)cases[i].exponent));
        hand_free(hand);
    }
}

static void test_missing_weights_are_one_message(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_weights(hand, 0, (int64_t[]){ -1, 5, -1, -1, -1, -1 }, 6);
    assert_int_equal(hand_weigh(hand), WRD_EINPUT);
    static const struct wrd_diag_style style = { .lang = WRD_EN };
    char *text = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&text, &size);
    wrd_diag_write(hand->diag, to, &style);
    fclose(to);
    assert_non_null(strstr(text, "2026/vol.csv:2"));
    assert_non_null(strstr(text, "and 4 more (lines 4, 5, 6"));
    free(text);
    hand_free(hand);
}

static void test_no_weights(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_single(hand, "a1", WRD_ROLE_OUTCOME, hand_agree(hand), "123");
    assert_int_equal(hand_weigh(hand), WRD_OK);
    assert_null(hand->frame.weight);
    assert_int_equal(hand->frame.weight_one, 1);
    assert_null(hand->frame.design.stratum);
    assert_int_equal(hand->frame.design.n_strata, 1);
    hand_free(hand);
}

static void test_weight_that_is_not_there(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_weights(hand, 0, (int64_t[]){ 1, 2 }, 2);
    hand_column(hand, &hand->book.variables[0])->units = NULL;
    assert_int_equal(hand_weigh(hand), WRD_EINPUT);
    char *told = said(hand->diag);
    assert_string_equal(told, "E0401 9:5 weights\n");
    free(told);
    hand_free(hand);
}

static const struct {
    const char *name;
    const char *sector, *size; /* NULL: not asked */
    int64_t weight[MOST + 4];  /* all 0: none */
    enum wrd_status status;
    const char *strata; /* names in order, and who is in which */
    const char *said;
} divided[] = {
    { "in the order of the lists, not of the file",
      "BBAA",
      "2222",
      { 0 },
      WRD_OK,
      "A*2 B*2 1100",
      "" },
    { "the first variable is slowest",
      "ABAB ABAB",
      "1122 1122",
      { 0 },
      WRD_OK,
      "A*1 A*2 B*1 B*2 02130213",
      "" },
    { "crosses that do not occur have no stratum",
      "AABB",
      "1122",
      { 0 },
      WRD_OK,
      "A*1 B*2 0011",
      "" },
    { "a respondent without a stratum", "A.AA", "1111", { 0 }, WRD_EINPUT, "", "E0407 3: \n" },
    { "a stratum of one joins the one before it",
      "AABA",
      "1111",
      { 0 },
      WRD_OK,
      "A*1+B*1 0000",
      "N0433 12:5 design\n" },
    { "the first joins the one behind it",
      "ABBB",
      "1111",
      { 0 },
      WRD_OK,
      "A*1+B*1 0000",
      "N0433 12:5 design\n" },
    { "two of one make one",
      "ABAB AA",
      "1122 11",
      { 0 },
      WRD_OK,
      "A*1 A*2+B*1+B*2 011100",
      "N0433 12:5 design\nN0433 12:5 design\n" },
    { "a stratum where one weighs something",
      "AABB",
      "1111",
      { 1, 1, 1, 0 },
      WRD_OK,
      "A*1+B*1 0000",
      "N0433 12:5 design\n" },
    { "a stratum where nobody weighs something",
      "AABB",
      "1111",
      { 1, 1, 0, 0 },
      WRD_OK,
      "A*1 B*1 0011",
      "" },
    { "a stratum that was not asked", "AABB", NULL, { 0 }, WRD_EINPUT, "", "E0406 12:5 design\n" },
};

static void describe_strata(const struct wrd_frame *frame, char *text, size_t room)
{
    size_t len = 0;
    for (size_t s = 0; s < frame->design.n_strata; s++)
        len += (size_t)snprintf(text + len, room - len, "%s ", frame->design.stratum_name[s]);
    for (size_t i = 0; i < frame->n; i++)
        len += (size_t)snprintf(text + len, room - len, "%c", (char)('0' + frame->design.stratum[i]));
}

static void test_strata(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof divided / sizeof *divided; i++) {
        print_message("  %s\n", divided[i].name);
        struct hand *hand = hand_new();
        hand_single(hand, "sector", 0, hand_names(hand, "AB"), divided[i].sector);
        hand_single(hand, "size", 0, hand_names(hand, "12"), divided[i].size);
        hand_strata(hand, (const char *const[]){ "sector", "size" }, 2);
        if (divided[i].weight[0] > 0)
            hand_weights(hand, 0, divided[i].weight, hand->frame.n);
        assert_int_equal(hand_weigh(hand), divided[i].status);
        char *told = said(hand->diag), text[100] = "";
        assert_string_equal(told, divided[i].said);
        free(told);
        if (divided[i].status == WRD_OK)
            describe_strata(&hand->frame, text, sizeof text);
        assert_string_equal(text, divided[i].strata);
        hand_free(hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grid),       cmocka_unit_test(test_missing_weights_are_one_message),
        cmocka_unit_test(test_no_weights), cmocka_unit_test(test_weight_that_is_not_there),
        cmocka_unit_test(test_strata),
    };
    return cmocka_run_group_tests_name("weight", tests, NULL, NULL);
}
