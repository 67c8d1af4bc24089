/* test_calibration.c - variances after fitting: METHODS 7.17 and 7.18 beside R's survey 4.1-1,
 * calibrate(calfun = "raking") and postStratify().  R's rake() has its own iterated sweep, and other
 * standard errors: .1120279354 for the golden mean.
 *
 * The whole way of a standard error after weighting: cells, raking, basis, totals of units,
 * variance. */
#include "support/close.h"

#include <string.h>

#include "stats/calibration.h"
#include "stats/design.h"
#include "support/apistrat.h"

enum { MOST = APISTRAT_SCHOOLS, MARGINS = 2, CATEGORIES = 3, UNKNOWN = 9 };

/* Respondents, each with a category on every margin, a base weight, a value and a domain. */
struct sample {
    size_t n, n_margins, n_categories[MARGINS];
    double counts[MARGINS][CATEGORIES];
    unsigned category[MARGINS][MOST];
    double base[MOST], y[MOST];
    bool counted[MOST]; /* valid and in the domain */
    uint32_t stratum[MOST];
    size_t n_strata;
    double fraction[CATEGORIES];
    /* made by fit_sample */
    struct wrd_arena *arena;
    struct wrd_raking_margin on[MARGINS];
    struct wrd_raking raking;
    struct wrd_calibration calibration;
    struct wrd_design design;
};

static bool same_cell(const struct sample *s, size_t i, size_t j)
{
    for (size_t m = 0; m < s->n_margins; m++)
        if (s->category[m][i] != s->category[m][j])
            return false;
    return s->base[i] == s->base[j];
}

/* Cells in the order of who comes first: the order is no matter here. */
static void make_cells(struct sample *s)
{
    uint32_t *cell = wrd_arena_take_array(s->arena, s->n, sizeof *cell);
    uint64_t *count = wrd_arena_take_array(s->arena, s->n, sizeof *count);
    double *base = wrd_arena_take_array(s->arena, s->n, sizeof *base);
    uint32_t *category[MARGINS];
    size_t first[MOST];
    for (size_t m = 0; m < s->n_margins; m++)
        category[m] = wrd_arena_take_array(s->arena, s->n, sizeof *category[m]);
    for (size_t i = 0; i < s->n; i++) {
        size_t k = 0;
        while (k < s->calibration.n_cells && !same_cell(s, first[k], i))
            k++;
        if (k == s->calibration.n_cells)
            first[s->calibration.n_cells++] = i;
        cell[i] = (uint32_t)k;
        count[k]++;
        base[k] = s->base[i];
        for (size_t m = 0; m < s->n_margins; m++)
            category[m][k] =
                s->category[m][i] == UNKNOWN ? (uint32_t)s->n_categories[m] : s->category[m][i];
    }
    s->calibration.cell = cell;
    s->calibration.count = count;
    s->calibration.base = base;
    for (size_t m = 0; m < s->n_margins; m++)
        s->on[m] = (struct wrd_raking_margin){ s->n_categories[m], category[m], NULL };
}

static void make_targets(struct sample *s)
{
    for (size_t m = 0; m < s->n_margins; m++) {
        double *target = wrd_arena_take_array(s->arena, CATEGORIES, sizeof *target), total = 0;
        for (size_t c = 0; c < s->n_categories[m]; c++)
            total += s->counts[m][c];
        for (size_t c = 0; c < s->n_categories[m]; c++)
            target[c] = s->counts[m][c] / total;
        s->on[m].target = target;
    }
}

/* Weights whose total is that of the first margin; on a grid of 1e-12. */
static void fit_sample(struct sample *s)
{
    double w[MOST], factor[MOST], total = 0, population = 0;
    int64_t *weight;
    struct wrd_raked raked;
    s->arena = wrd_arena_new();
    make_cells(s);
    make_targets(s);
    s->raking = (struct wrd_raking){ .n_cells = s->calibration.n_cells,
                                     .margins = s->on,
                                     .n_margins = s->n_margins,
                                     .base = s->calibration.base };
    for (size_t c = 0; c < s->n_categories[0]; c++)
        population += s->counts[0][c];
    for (size_t k = 0; k < s->calibration.n_cells; k++)
        total += w[k] = (double)s->calibration.count[k] * s->calibration.base[k];
    assert_int_equal(wrd_rake(&s->raking, w, factor, &raked), WRD_OK);
    wrd_calibration_span(s->arena, &s->raking, &s->calibration);
    weight = wrd_arena_take_array(s->arena, s->n, sizeof *weight);
    for (size_t i = 0; i < s->n; i++)
        weight[i] =
            llround(s->base[i] * factor[s->calibration.cell[i]] * population / total * 1e12);
    s->design = (struct wrd_design){ .n = s->n,
                                     .weight = weight,
                                     .one = 1000000000000,
                                     .stratum = s->n_strata > 1 ? s->stratum : NULL,
                                     .n_strata = s->n_strata,
                                     .fraction = s->fraction,
                                     .calibration = &s->calibration };
}

static double weight_of(const struct sample *s, size_t i)
{
    return (double)s->design.weight[i] / (double)s->design.one;
}

static double estimate(const struct sample *s, double *total)
{
    double w = 0, sum = 0;
    for (size_t i = 0; i < s->n; i++)
        if (s->counted[i]) {
            w += weight_of(s, i);
            sum += weight_of(s, i) * s->y[i];
        }
    *total = sum;
    return sum / w;
}

/* Of a mean (about: itself, over: sum of weights), or of a total (about 0, over 1). */
static double standard_error(const struct sample *s, double about, double over)
{
    uint32_t value[MOST];
    double deviation[MOST], z[MOST];
    for (size_t i = 0; i < s->n; i++) {
        value[i] = s->counted[i] ? (uint32_t)i : UINT32_MAX;
        deviation[i] = (s->y[i] - about) / over;
    }
    wrd_design_totals(&s->design, &(struct wrd_scores){ value, deviation, s->n }, z);
    return sqrt(wrd_design_variance(&s->design, NULL, z));
}

static double weight_sum(const struct sample *s)
{
    double w = 0;
    for (size_t i = 0; i < s->n; i++)
        w += s->counted[i] ? weight_of(s, i) : 0;
    return w;
}

/* ---- the golden mini data set ---- */

static const char g[] = "222212212222111212222211", a1[] = "3323324243.5335435445435",
                  a2[] = "443333433334333544345344";

static void golden(struct sample *s, const char *y, size_t n_margins, bool strata)
{
    memset(s, 0, sizeof *s);
    s->n = 24;
    s->n_margins = n_margins;
    s->n_categories[0] = 3;
    s->n_categories[1] = 2;
    memcpy(s->counts, (const double[MARGINS][CATEGORIES]){ { 50, 70, 80 }, { 90, 110 } },
           sizeof s->counts);
    s->n_strata = strata ? 3 : 1;
    for (size_t i = 0; i < 24; i++) {
        s->category[0][i] = s->stratum[i] = (uint32_t)i / 8;
        s->category[1][i] = (unsigned)(g[i] - '1');
        s->base[i] = (const double[]){ 5, 7.5, 12.5 }[i / 8];
        s->counted[i] = y[i] != '.';
        s->y[i] = s->counted[i] ? y[i] - '0' : 0;
    }
}

static const struct {
    const char *name, *y;
    size_t n_margins;
    bool strata;
    char domain; /* of g; 0: everybody */
    double mean, se;
} means[] = {
    { "raking, everybody", a2, 2, false, 0, 3.5489201358, 0.1117867573 },
    { "raking, one answer missing", a1, 2, false, 0, 3.62724346279, 0.17798841511 },
    { "raking, a domain that is a category", a2, 2, false, '1', 3.4314562751, 0.13044328450 },
    { "raking, the other", a2, 2, false, '2', 3.64502693096, 0.18771377129 },
    { "raking within a stratified sample", a2, 2, true, 0, 3.5489201358, 0.11663410051 },
    { "post-stratification", a2, 1, false, 0, 3.575, 0.1309585273 },
};

static void test_means(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof means / sizeof *means; i++) {
        struct sample s;
        double total;
        print_message("  %s\n", means[i].name);
        golden(&s, means[i].y, means[i].n_margins, means[i].strata);
        for (size_t r = 0; r < s.n; r++)
            s.counted[r] &= !means[i].domain || g[r] == means[i].domain;
        fit_sample(&s);
        const double mean = estimate(&s, &total);
        assert_close(mean, means[i].mean, 1e-10);
        assert_close(standard_error(&s, mean, weight_sum(&s)), means[i].se, 1e-10);
        wrd_arena_free(s.arena);
    }
}

static void assert_orthonormal(const struct wrd_calibration *calibration)
{
    for (size_t a = 0; a < calibration->rank; a++)
        for (size_t b = a; b < calibration->rank; b++) {
            double product = 0;
            for (size_t k = 0; k < calibration->n_cells; k++)
                product += calibration->basis[k * calibration->rank + a] *
                           calibration->basis[k * calibration->rank + b];
            assert_close(product, a == b, 1e-13);
        }
}

/* R: base weights 1, 3, 1, 3, ... */
static void test_base_weights_that_differ_within_a_category(void **state)
{
    struct sample s;
    double total;
    (void)state;
    golden(&s, a2, 2, false);
    for (size_t i = 0; i < s.n; i++)
        s.base[i] = i % 2 ? 3 : 1;
    fit_sample(&s);
    assert_orthonormal(&s.calibration);
    const double mean = estimate(&s, &total);
    assert_close(mean, 3.557357683847, 1e-10);
    assert_close(standard_error(&s, mean, 200), 0.1249605207325, 1e-10);
    wrd_arena_free(s.arena);
}

/* ---- apistrat ---- */

static void apistrat(struct sample *s, const double *y, size_t n_margins)
{
    memset(s, 0, sizeof *s);
    s->n = APISTRAT_SCHOOLS;
    s->n_margins = n_margins;
    s->n_categories[0] = 3;
    s->n_categories[1] = 2;
    memcpy(s->counts, (const double[MARGINS][CATEGORIES]){ { 4421, 755, 1018 }, { 1072, 5122 } },
           sizeof s->counts);
    s->n_strata = 1;
    s->fraction[0] = 200.0 / 6194;
    for (size_t i = 0; i < s->n; i++) {
        s->category[0][i] = apistrat_type[i] == 'E' ? 0 : apistrat_type[i] == 'H' ? 1 : 2;
        s->category[1][i] = apistrat_target[i] == 'Y';
        s->base[i] = apistrat_weight(apistrat_type[i]);
        s->counted[i] = true;
        s->y[i] = y[i];
    }
}

static const struct {
    const char *name;
    const double *y;
    size_t n_margins;
    double mean, se, total, total_se;
} schools[] = {
    { "post-stratified by type: score", apistrat_api00, 1, 662.287363578, 9.35158362954, 4102207.93,
      57923.7090014 },
    { "post-stratified by type: enrolment", apistrat_enroll, 1, 595.282131095, 18.5283914801,
      3687177.52, 114764.856828 },
    { "raked to type and target: score", apistrat_api00, 2, 662.211650358, 9.2116441914872,
      4101738.96232, 57056.92412207 },
    { "raked to type and target: enrolment", apistrat_enroll, 2, 595.434367612, 18.4988033845413,
      3688120.47296, 114581.58816385 },
};

static void test_schools(void **state)
{
    static const size_t rows[] = { 0, 49, 99, 149, 199 };
    static const double raked[] = { 44.1771088541, 44.1771088541, 44.5425660267, 15.0402777323,
                                    15.0402777323 };
    (void)state;
    for (size_t i = 0; i < sizeof schools / sizeof *schools; i++) {
        struct sample s;
        double total;
        print_message("  %s\n", schools[i].name);
        apistrat(&s, schools[i].y, schools[i].n_margins);
        fit_sample(&s);
        const double mean = estimate(&s, &total);
        assert_close(mean, schools[i].mean, 1e-11);
        assert_close(total, schools[i].total, 1e-11);
        assert_close(standard_error(&s, mean, 6194), schools[i].se, 1e-10);
        assert_close(standard_error(&s, 0, 1), schools[i].total_se, 1e-10);
        for (size_t r = 0; r < 5 && schools[i].n_margins == 2; r++)
            assert_close(weight_of(&s, rows[r]), raked[r], 1e-10);
        wrd_arena_free(s.arena);
    }
}

/* ---- the basis ---- */

static const struct {
    const char *name, *first, *second; /* categories on two margins; second NULL: one margin */
    size_t n_first, n_second, rank;
} bases[] = {
    { "an intercept, two of three and one of two", "001122", "010101", 3, 2, 4 },
    { "one margin", "001122", NULL, 3, 0, 3 },
    { "a second margin that says the same", "001122", "001122", 3, 3, 3 },
    { "a second margin that says less", "001122", "000011", 3, 2, 3 },
    { "one cell", "000", NULL, 1, 0, 1 },
    { "one respondent", "0", NULL, 1, 0, 1 },
    { "answers missing on one margin", "001122", "0101..", 3, 2, 4 },
    { "a small category beside a large one", "000000000000000001", NULL, 2, 0, 2 },
};

static void test_basis(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        struct sample s = { .n = strlen(bases[i].first), .n_margins = bases[i].second ? 2 : 1 };
        print_message("  %s\n", bases[i].name);
        s.n_categories[0] = bases[i].n_first;
        s.n_categories[1] = bases[i].n_second;
        s.n_strata = 1;
        for (size_t r = 0; r < s.n; r++) {
            s.category[0][r] = (unsigned)(bases[i].first[r] - '0');
            s.counts[0][s.category[0][r]]++;
            s.base[r] = 1;
            if (!bases[i].second || bases[i].second[r] == '.') {
                s.category[1][r] = UNKNOWN;
                continue;
            }
            s.category[1][r] = (unsigned)(bases[i].second[r] - '0');
            s.counts[1][s.category[1][r]]++;
        }
        fit_sample(&s);
        assert_int_equal(s.calibration.rank, bases[i].rank);
        assert_orthonormal(&s.calibration);
        wrd_arena_free(s.arena);
    }
}

/* What the margins say is explained to the last digit, and weight 0 explains nothing. */
static void test_what_is_explained(void **state)
{
    struct sample s;
    double sum[MOST], fitted[MOST];
    (void)state;
    golden(&s, a2, 2, false);
    for (size_t i = 0; i < 3; i++)
        s.base[i] = 0;
    fit_sample(&s);
    for (size_t i = 0; i < s.n; i++)
        sum[s.calibration.cell[i]] = (double)s.calibration.count[s.calibration.cell[i]] *
                                     s.base[i] * (s.category[0][i] + 10.0 * s.category[1][i]);
    wrd_calibration_fit(&s.calibration, sum, fitted);
    for (size_t i = 0; i < s.n; i++)
        assert_close(fitted[s.calibration.cell[i]],
                     s.base[i] > 0 ? s.category[0][i] + 10.0 * s.category[1][i] : 0, 1e-12);
    wrd_arena_free(s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_means),
        cmocka_unit_test(test_base_weights_that_differ_within_a_category),
        cmocka_unit_test(test_schools),
        cmocka_unit_test(test_basis),
        cmocka_unit_test(test_what_is_explained),
    };
    return cmocka_run_group_tests_name("calibration", tests, NULL, NULL);
}
