/* test_raking.c - raking by hand, as R's rake() does it, with unknown answers, with trimming. */
#include "support/close.h"

#include "support/cells.h"

#define GOLDEN_MARGINS     \
    { { 50, 70, 80 }, 3 }, \
    {                      \
        { 90, 110 }, 2     \
    }

static const struct {
    const char *name;
    struct {
        double counts[MOST_CATEGORIES];
        size_t n;
    } margins[MOST_MARGINS];
    struct cell cells[8];
    double low, high; /* high 0: no trimming */
    enum wrd_status status;
    double weight[8];
    const char *worst; /* margin and category of one that is not met */
    bool lets_go;      /* a limit cannot be held */
} cases[] = {
    { "golden data, R survey 4.1-1: rake(), epsilon 1e-12",
      { GOLDEN_MARGINS },
      { { "00", 2, 5 },
        { "01", 6, 5 },
        { "10", 3, 7.5 },
        { "11", 5, 7.5 },
        { "20", 3, 12.5 },
        { "21", 5, 12.5 } },
      0,
      0,
      WRD_OK,
      { 8.595876788613, 5.468041070462, 11.325727221321, 7.204563667208, 12.943688252938,
        8.233787048237 },
      "",
      false },
    { "one margin is post-stratification, by hand: 30 of weight 10 become 15",
      { { { 1, 1 }, 2 } },
      { { "0", 2, 5 }, { "1", 4, 5 } },
      0,
      0,
      WRD_OK,
      { 7.5, 3.75 },
      "",
      false },
    { "no answer keeps its weight: 2 and 1 become 1.5 and 1.5, and 1 stays 1",
      { { { 1, 1 }, 2 } },
      { { "0", 2, 1 }, { "1", 1, 1 }, { ".", 1, 1 } },
      0,
      0,
      WRD_OK,
      { 0.75, 1.5, 1 },
      "",
      false },
    { "one cell, one respondent",
      { { { 7 }, 1 } },
      { { "0", 1, 3 } },
      0,
      0,
      WRD_OK,
      { 3 },
      "",
      false },
    { "weight 0 counts nowhere",
      { { { 1, 1 }, 2 } },
      { { "0", 1, 1 }, { "1", 3, 1 }, { "0", 5, 0 } },
      0,
      0,
      WRD_OK,
      { 2, 2.0 / 3, 0 },
      "",
      false },
    /* 8 a + c = 15 with c = 2 * 30 / 19 */
    { "trimmed to twice the mean, by hand",
      { { { 1, 1 }, 2 } },
      { { "0", 8, 1 }, { "0", 1, 12 }, { "1", 10, 1 } },
      0.2,
      2,
      WRD_OK,
      { 1.480263157895, 3.157894736842, 1.5 },
      "",
      false },
    /* 8 a + b = 15 with b = 0.5 * 30 / 19 */
    { "lifted to half the mean, by hand",
      { { { 1, 1 }, 2 } },
      { { "0", 8, 3 }, { "0", 1, 0.3 }, { "1", 10, 0.57 } },
      0.5,
      5,
      WRD_OK,
      { 1.776315789474, 0.789473684211, 1.5 },
      "",
      false },
    { "a limit that one margin forbids: the margin is met, the limit is not",
      { { { 1, 1 }, 2 } },
      { { "0", 1, 1 }, { "1", 9, 1 } },
      0.2,
      2,
      WRD_OK,
      { 5, 5.0 / 9 },
      "",
      true },
    { "nobody in a category",
      { { { 1, 1 }, 2 } },
      { { "0", 4, 1 } },
      0,
      0,
      WRD_EDOMAIN,
      { 0 },
      "01",
      false },
    { "weight 0 alone in a category",
      { { { 1, 1 }, 2 } },
      { { "0", 4, 1 }, { "1", 4, 0 } },
      0,
      0,
      WRD_EDOMAIN,
      { 0 },
      "01",
      false },
    { "nobody has an answer",
      { { { 1, 1 }, 2 } },
      { { ".", 4, 1 } },
      0,
      0,
      WRD_EDOMAIN,
      { 0 },
      "00",
      false },
    /* B0 lies within A0: when B is met, A0 is 80 percent and should be 40 */
    { "a category that holds less than a part of it",
      { { { 4, 6 }, 2 }, { { 8, 2 }, 2 } },
      { { "00", 5, 1 }, { "01", 5, 1 }, { "11", 5, 1 } },
      0,
      0,
      WRD_EDOMAIN,
      { 0 },
      "00",
      false },
};

static void state_problem(struct cells *cells, size_t i)
{
    memset(cells, 0, sizeof *cells);
    for (size_t m = 0; cases[i].margins[m].n > 0; m++)
        cells_margin(cells, cases[i].margins[m].counts, cases[i].margins[m].n);
    for (size_t k = 0; cases[i].cells[k].answers; k++)
        cells_add(cells, cases[i].cells[k]);
    cells->raking.trims = cases[i].high > 0;
    cells->raking.low = cases[i].low;
    cells->raking.high = cases[i].high;
}

static void test_weights(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct cells cells;
        print_message("  %s\n", cases[i].name);
        state_problem(&cells, i);
        /* Golden data: total 200 before and after. */
        assert_int_equal(cells_rake(&cells), cases[i].status);
        if (cases[i].status != WRD_OK) {
            const char worst[] = { (char)('0' + cells.raked.margin),
                                   (char)('0' + cells.raked.category), '\0' };
            assert_string_equal(worst, cases[i].worst);
            continue;
        }
        assert_true(cells_worst(&cells) <= 1e-9);
        assert_int_equal(cells.raked.held, !cases[i].lets_go);
        for (size_t k = 0; k < cells.raking.n_cells; k++)
            assert_close(cells_weight(&cells, k), cases[i].weight[k],
                         1e-5 * (cases[i].high > 0) + 1e-11);
    }
}

static void test_what_is_told(void **state)
{
    struct cells cells;
    (void)state;
    print_message("  smallest and largest are times the mean\n");
    state_problem(&cells, 1);
    assert_int_equal(cells_rake(&cells), WRD_OK);
    assert_close(cells.raked.smallest, 0.75, 1e-12);
    assert_close(cells.raked.largest, 1.5, 1e-12);
    assert_close(cells.raked.trimmed, 0, 0);
    assert_int_equal(cells.raked.cycles, 1);
    print_message("  one respondent was trimmed\n");
    state_problem(&cells, 5);
    assert_int_equal(cells_rake(&cells), WRD_OK);
    assert_close(cells.raked.trimmed, 1, 1e-12);
    assert_close(cells.raked.largest, 2, 1e-6);
    print_message("  how far the worst is off\n");
    state_problem(&cells, sizeof cases / sizeof *cases - 1);
    assert_int_equal(cells_rake(&cells), WRD_EDOMAIN);
    assert_int_equal(cells.raked.cycles, 200);
    assert_close(cells.raked.share, 0.8, 1e-9);
    assert_close(cells.raked.off, 1, 1e-9);
}

/* METHOD 7.5: a replicate leaves out a respondent of the first cell and weighs the others up. */
static void test_replicate(void **state)
{
    struct cells cells;
    (void)state;
    state_problem(&cells, 0);
    for (size_t k = 0; k < cells.raking.n_cells; k++)
        cells.w[k] = (k == 0 ? 1 : cells.w[k] / cells.base[k]) * cells.base[k] * 24 / 23;
    assert_int_equal(cells_rake(&cells), WRD_OK);
    assert_true(cells_worst(&cells) <= 1e-9);
    double total = 0, before = 0;
    for (size_t k = 0; k < cells.raking.n_cells; k++) {
        before += cells.w[k];
        total += cells.w[k] * cells.factor[k];
    }
    assert_close(total, before, 1e-12);
}

static void test_cells_in_another_order(void **state)
{
    struct cells cells, turned = { 0 };
    const size_t n = 6;
    (void)state;
    state_problem(&cells, 0);
    for (size_t m = 0; cases[0].margins[m].n > 0; m++)
        cells_margin(&turned, cases[0].margins[m].counts, cases[0].margins[m].n);
    for (size_t k = n; k-- > 0;)
        cells_add(&turned, cases[0].cells[k]);
    assert_int_equal(cells_rake(&cells), WRD_OK);
    assert_int_equal(cells_rake(&turned), WRD_OK);
    for (size_t k = 0; k < n; k++)
        assert_close(cells.factor[k], turned.factor[n - 1 - k], 1e-14);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_weights),
        cmocka_unit_test(test_what_is_told),
        cmocka_unit_test(test_replicate),
        cmocka_unit_test(test_cells_in_another_order),
    };
    return cmocka_run_group_tests_name("raking", tests, NULL, NULL);
}
