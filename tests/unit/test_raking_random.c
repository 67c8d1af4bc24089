/* test_raking_random.c - 200 problems that contradict themselves and 200 that do not, from a seed.
 *
 * A contradiction is made, not found: category 1 of the first margin occurs only inside category 0 of
 * the second, and is to weigh more.  A solution is made too: weights are drawn, and the targets are
 * what these add up to. */
#include "support/close.h"

#include "support/cells.h"

enum { PROBLEMS = 200 };

/* Marsaglia (2003), xorshift64. */
static uint64_t seed;
static double draw(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (double)(seed >> 11) * 0x1p-53;
}
static size_t draw_below(size_t n)
{
    return (size_t)(draw() * (double)n);
}

struct drawn {
    struct cells cells;
    size_t n_margins, n[MOST_MARGINS]; /* categories */
    char answers[MOST_CELLS][MOST_MARGINS + 1];
    double count[MOST_CELLS], base[MOST_CELLS];
    size_t n_cells;
};

static void draw_cell(struct drawn *drawn, double unknown)
{
    char *answers = drawn->answers[drawn->n_cells];
    for (size_t m = 0; m < drawn->n_margins; m++)
        answers[m] = draw() < unknown ? '.' : (char)('0' + draw_below(drawn->n[m]));
    answers[drawn->n_margins] = '\0';
    drawn->count[drawn->n_cells] = 1 + (double)draw_below(30);
    drawn->base[drawn->n_cells++] = 0.5 + draw();
}

/* Every category occurs. */
static void draw_cells(struct drawn *drawn, double unknown)
{
    memset(drawn, 0, sizeof *drawn);
    drawn->n_margins = 2 + draw_below(3);
    for (size_t m = 0; m < drawn->n_margins; m++)
        drawn->n[m] = 2 + draw_below(5);
    const size_t n = 30 + draw_below(MOST_CELLS - 30);
    while (drawn->n_cells < n)
        draw_cell(drawn, unknown);
    for (size_t m = 0; m < drawn->n_margins; m++)
        for (size_t c = 0; c < drawn->n[m]; c++)
            drawn->answers[c + 6 * (m % 3)][m] = (char)('0' + c);
}

static void state_problem(struct drawn *drawn, double counts[MOST_MARGINS][MOST_CATEGORIES])
{
    for (size_t m = 0; m < drawn->n_margins; m++)
        cells_margin(&drawn->cells, counts[m], drawn->n[m]);
    for (size_t k = 0; k < drawn->n_cells; k++)
        cells_add(&drawn->cells,
                  (struct cell){ drawn->answers[k], drawn->count[k], drawn->base[k] });
}

static void draw_contradiction(struct drawn *drawn)
{
    double counts[MOST_MARGINS][MOST_CATEGORIES];
    draw_cells(drawn, 0);
    for (size_t k = 0; k < drawn->n_cells; k++)
        if (drawn->answers[k][0] == '1')
            drawn->answers[k][1] = '0';
    for (size_t c = 0; c < drawn->n[1]; c++) { /* the others still occur */
        drawn->answers[18 + c][0] = '0';
        drawn->answers[18 + c][1] = (char)('0' + c);
    }
    for (size_t m = 0; m < drawn->n_margins; m++)
        for (size_t c = 0; c < drawn->n[m]; c++)
            counts[m][c] = 0.2 + draw();
    /* Shares of the first two margins: category 1 a tenth or more above what it lies in. */
    double rest = 0;
    for (size_t c = 1; c < drawn->n[1]; c++)
        rest += counts[1][c];
    counts[1][0] = rest * (0.1 + 0.3 * draw());
    const double within = counts[1][0] / (counts[1][0] + rest);
    rest = 0;
    for (size_t c = 0; c < drawn->n[0]; c++)
        rest += c == 1 ? 0 : counts[0][c];
    const double wanted = within * (1.1 + draw());
    counts[0][1] = rest * wanted / (1 - wanted);
    state_problem(drawn, counts);
}

static void test_contradictions(void **state)
{
    double largest_margin = 0;
    (void)state;
    seed = 20260316;
    for (int i = 0; i < PROBLEMS; i++) {
        struct drawn drawn;
        draw_contradiction(&drawn);
        struct cells *cells = &drawn.cells;
        if (cells_rake(cells) != WRD_EDOMAIN)
            fail_msg("problem %d was not refused", i);
        const double named = cells_off(cells, cells->raked.margin, cells->raked.category);
        assert_close(fabs(named), cells_worst(cells), 1e-9);
        assert_close(cells->raked.off, named, 1e-9);
        largest_margin = fmax(largest_margin, fabs(named));
    }
    assert_true(largest_margin > 0.1); /* they were no trifles */
}

static void draw_solution(struct drawn *drawn, double unknown)
{
    double counts[MOST_MARGINS][MOST_CATEGORIES] = { { 0 } };
    draw_cells(drawn, unknown);
    for (size_t k = 0; k < drawn->n_cells; k++) {
        const double weight = drawn->count[k] * drawn->base[k] * exp(3 * draw() - 1.5);
        for (size_t m = 0; m < drawn->n_margins; m++)
            if (drawn->answers[k][m] != '.')
                counts[m][drawn->answers[k][m] - '0'] += weight;
    }
    state_problem(drawn, counts);
}

/* A limit is in doubt only as far as it is held: to a millionth. */
static void assert_limits(const struct cells *cells, const struct drawn *drawn)
{
    double weight = 0, n = 0, smallest = INFINITY, largest = 0;
    for (size_t k = 0; k < drawn->n_cells; k++) {
        weight += drawn->count[k] * cells_weight(cells, k);
        n += drawn->count[k];
        smallest = fmin(smallest, cells_weight(cells, k));
        largest = fmax(largest, cells_weight(cells, k));
    }
    smallest *= n / weight;
    largest *= n / weight;
    assert_close(cells->raked.smallest, smallest, 1e-9);
    assert_close(cells->raked.largest, largest, 1e-9);
    assert_int_equal(cells->raked.held, smallest >= cells->raking.low * (1 - 1e-6) &&
                                            largest <= cells->raking.high * (1 + 1e-6));
}

static void rake_solutions(double unknown)
{
    int held = 0, trimmed = 0;
    for (int i = 0; i < PROBLEMS; i++) {
        struct drawn drawn;
        draw_solution(&drawn, unknown);
        drawn.cells.raking.trims = true;
        drawn.cells.raking.low = 0.3;
        drawn.cells.raking.high = 3;
        if (cells_rake(&drawn.cells) != WRD_OK)
            fail_msg("problem %d was refused", i);
        assert_true(cells_worst(&drawn.cells) <= WRD_RAKING_TOLERANCE);
        assert_limits(&drawn.cells, &drawn);
        held += drawn.cells.raked.held;
        trimmed += drawn.cells.raked.trimmed > 0;
    }
    print_message("  %d were trimmed, of %d the limits were held\n", trimmed, held);
    assert_true(held > PROBLEMS / 2 && trimmed > PROBLEMS / 10);
}

static void test_solutions(void **state)
{
    (void)state;
    seed = 20260302;
    rake_solutions(0);
}

static void test_solutions_with_unknown_answers(void **state)
{
    (void)state;
    seed = 20260329;
    rake_solutions(0.08);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contradictions),
        cmocka_unit_test(test_solutions),
        cmocka_unit_test(test_solutions_with_unknown_answers),
    };
    return cmocka_run_group_tests_name("raking, drawn", tests, NULL, NULL);
}
