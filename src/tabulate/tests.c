/* tests.c - what differs between the groups of a breakdown: METHODS 7.9-7.12.
 *
 * A *headline* test holds a group against all others, or where there are only two, the two against each
 * other; those of one figure in one table are a family (Holm).  An *omnibus* test looks at all groups
 * at once; those of a source are read together (Benjamini-Hochberg).  A test is made of any base; but
 * only where both sides have 30 answers is it read with its family, and has a p_adjusted. */
#include <math.h>
#include <stdlib.h>

#include "core/number.h"
#include "stats/multiplicity.h"
#include "stats/rank.h"
#include "stats/rao_scott.h"
#include "tabulate/crossed.h"
#include "tabulate/subject.h"
#include "waardering/steps.h"

/* More contrasts than this are not tested at once: they want more degrees of freedom than a survey
 * has, and a matrix of them takes longer than all the figures of its table. */
enum { MIN_BASE = 30, MAX_CONTRASTS = 64, MIN_EXPECTED = 5 };

/* An outcome by a breakdown. */
struct scene {
    struct wrd_arena *arena, *scratch; /* of the report; of this scene */
    struct wrd_tables *tables;
    struct wrd_diag *diag;
    const struct wrd_outcome *outcome;
    const struct wrd_measure *measure;
    const struct wrd_breakdown *breakdown;
    struct wrd_crosstab table;
    const size_t *group; /* [n_groups] those with weight */
    size_t n_groups;
};

static struct wrd_test begin(const struct scene *scene, enum wrd_test_kind kind, const char *code)
{
    return (struct wrd_test){ .kind = kind,
                              .source = scene->outcome->source,
                              .variable = scene->outcome->name,
                              .code = code,
                              .group_variable = scene->breakdown->by->name,
                              .group_a = "",
                              .group_b = "",
                              .df2 = NAN,
                              .p_adjusted = NAN,
                              .effect = NAN };
}

/* A p_adjusted that is still p waits for its family; NaN: it is in none. */
static void add(const struct scene *scene, struct wrd_test test, bool in_family)
{
    test.p_adjusted = in_family ? test.p : NAN;
    wrd_test_add(scene->arena, &scene->tables->tests, &test);
}

/* A side of which all have the same has no variance of its own, and beside it every difference would look clear:
 * nobody of 32 against 10 percent. */
static bool varies(const struct wrd_crosstab *pair, size_t side, const double *y)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t v = 0; v < pair->n_values; v++)
        if (wrd_crosstab_weight(pair, side * pair->n_values + v) > 0) {
            low = fmin(low, y[v]);
            high = fmax(high, y[v]);
        }
    return high > low;
}

static bool is_read(const struct wrd_crosstab *pair, const double *y)
{
    bool read = true;
    for (size_t side = 0; side < 2; side++)
        read &= wrd_crosstab_count(pair, side) >= MIN_BASE && varies(pair, side, y);
    return read;
}

/* One group against the others: the second of two, so that the difference is second less first. */
static void test_group(const struct scene *scene, struct wrd_test test, size_t group,
                       const double *y)
{
    const struct wrd_crosstab pair =
        wrd_crosstab_against_rest(scene->scratch, &scene->table, group);
    struct wrd_contrast contrast;
    if (test.kind == WRD_TEST_RANK ? !wrd_rank_pair(&pair, y, &contrast)
                                   : !wrd_contrast(&pair, y, &contrast))
        return;
    test.statistic = contrast.t;
    test.df1 = contrast.df;
    test.p = contrast.p;
    test.effect = test.kind == WRD_TEST_RANK ? wrd_superiority(&contrast) : contrast.difference;
    add(scene, test, is_read(&pair, y));
}

static void adjust(struct wrd_test *const *tests, size_t n,
                   void (*by)(const double *p, size_t n, double *adjusted))
{
    double *p = wrd_alloc(n, sizeof *p);
    for (size_t i = 0; i < n; i++)
        p[i] = tests[i]->p_adjusted;
    by(p, n, p);
    for (size_t i = 0; i < n; i++)
        tests[i]->p_adjusted = p[i];
    free(p);
}

/* One family: of one figure, worth y[n_values], every group. */
static void test_groups(const struct scene *scene, enum wrd_test_kind kind, const char *code,
                        const double *y)
{
    const struct wrd_group *groups = scene->breakdown->full.of;
    struct wrd_tests *tests = &scene->tables->tests;
    const size_t first = tests->n;
    struct wrd_test test = begin(scene, kind, code);
    for (size_t g = scene->n_groups == 2; g < scene->n_groups; g++) {
        test.group_a = groups[scene->group[scene->n_groups == 2 ? 0 : g]].code;
        test.group_b = scene->n_groups == 2 ? groups[scene->group[g]].code : "rest";
        test_group(scene, test, scene->group[g], y);
    }
    struct wrd_test **family =
        wrd_arena_take_array(scene->scratch, tests->n - first, sizeof *family);
    for (size_t i = first; i < tests->n; i++)
        family[i - first] = &tests->of[i];
    adjust(family, tests->n - first, wrd_holm);
}

/* Two groups of 30 at least. */
static bool is_large(const struct scene *scene)
{
    size_t large = 0;
    for (size_t g = 0; g < scene->n_groups; g++)
        large += wrd_crosstab_count(&scene->table, scene->group[g]) >= MIN_BASE;
    return large > 1;
}

static void test_order(const struct scene *scene)
{
    struct wrd_test test = begin(scene, WRD_TEST_RANK, "");
    struct wrd_wald wald;
    if (scene->n_groups < 3 || scene->n_groups - 1 > MAX_CONTRASTS ||
        !wrd_rank_all(&scene->table, scene->measure->y, &wald))
        return;
    test.statistic = wald.f;
    test.df1 = wald.df1;
    test.df2 = wald.df2;
    test.p = wald.p;
    add(scene, test, is_large(scene));
}

static void test_answers(const struct scene *scene)
{
    struct wrd_test test = begin(scene, WRD_TEST_RAO_SCOTT, "");
    struct wrd_rao_scott found;
    if ((scene->n_groups - 1) * (scene->table.n_values - 1) > MAX_CONTRASTS ||
        !wrd_rao_scott(&scene->table, &found))
        return;
    test.statistic = found.f;
    test.df1 = found.df1;
    test.df2 = found.df2;
    test.p = found.p;
    test.effect = found.cramers_v;
    add(scene, test, is_large(scene));
    if (found.least_expected < MIN_EXPECTED)
        wrd_say(scene->diag, WRD_N0559, (struct wrd_place){ 0 }, scene->outcome->name,
                scene->breakdown->by->name, wrd_count_text(scene->scratch, MIN_EXPECTED));
}

static const struct wrd_row *row_of(const struct wrd_outcome *outcome, enum wrd_statistic statistic)
{
    for (size_t r = 0; r < outcome->n_rows; r++)
        if (outcome->rows[r].statistic == statistic)
            return &outcome->rows[r];
    return NULL;
}

/* A difference of means does not change when all numbers move; those that lie close together far from
 * 0 keep their digits so (see wrd_measure). */
static const double *moved(struct wrd_arena *scratch, const struct wrd_measure *measure, size_t n)
{
    if (!measure->whole)
        return measure->y;
    double *y = wrd_arena_take_array(scratch, n, sizeof *y);
    for (size_t v = 0; v < n; v++)
        y[v] = (measure->whole[v] - measure->whole[0]) / measure->unit;
    return y;
}

static void test_means(const struct scene *scene)
{
    static const enum wrd_statistic means[] = { WRD_MEAN, WRD_INDEX, WRD_BREADTH };
    for (size_t m = 0; m < sizeof means / sizeof *means; m++)
        if (row_of(scene->outcome, means[m]))
            test_groups(scene, WRD_TEST_T, "",
                        moved(scene->scratch, scene->measure, scene->table.n_values));
}

static void test_top2(const struct scene *scene)
{
    const struct wrd_row *row = row_of(scene->outcome, WRD_TOP2);
    if (!row)
        return;
    double *in = wrd_arena_take_array(scene->scratch, scene->table.n_values, sizeof *in);
    for (size_t p = 0; p < row->n_parts; p++)
        in[row->parts[p]] = 1;
    test_groups(scene, WRD_TEST_SHARE_DIFFERENCE, wrd_row_code(scene->arena, scene->outcome, row),
                in);
}

static void test_scene(struct scene *scene)
{
    size_t *group = wrd_arena_take_array(scene->scratch, scene->table.n_groups, sizeof *group);
    for (size_t g = 0; g < scene->table.n_groups; g++)
        if (wrd_crosstab_group_weight(&scene->table, g) > 0)
            group[scene->n_groups++] = g;
    scene->group = group;
    if (scene->n_groups < 2)
        return;
    const bool is_item = scene->outcome->kind == WRD_OUTCOME_ITEM;
    if (is_item && scene->measure->y) {
        test_order(scene);
        test_groups(scene, WRD_TEST_RANK, "", scene->measure->y);
    }
    test_means(scene);
    test_top2(scene);
    if (is_item)
        test_answers(scene);
}

static void test_outcome(struct wrd_arena *arena, const struct wrd_frame *frame,
                         const struct wrd_breakdowns *breakdowns, const struct wrd_outcome *outcome,
                         struct wrd_diag *diag, struct wrd_tables *tables)
{
    struct wrd_arena *derived = wrd_arena_new();
    struct wrd_outcome copy = *outcome; /* taking a subject writes into it what stands there */
    struct wrd_subject subject;
    wrd_subject_take(derived, derived, tables->codebook, frame, &copy, diag, &subject);
    for (size_t b = 1; b < breakdowns->n; b++) {
        if (breakdowns->of[b].by == outcome->variable)
            continue;
        struct scene scene = { .arena = arena,
                               .scratch = wrd_arena_new(),
                               .tables = tables,
                               .diag = diag,
                               .outcome = outcome,
                               .measure = &subject.measure,
                               .breakdown = &breakdowns->of[b] };
        scene.table = wrd_crossed_new(scene.scratch, frame, breakdowns->of[0].grouping.respondents,
                                      &subject.column, scene.breakdown);
        test_scene(&scene);
        wrd_arena_free(scene.scratch);
    }
    wrd_arena_free(derived);
}

static bool is_omnibus(const struct wrd_test *test)
{
    return test->kind == WRD_TEST_RAO_SCOTT || (test->kind == WRD_TEST_RANK && !*test->group_a);
}

static void read_together(struct wrd_tests *tests, size_t first)
{
    struct wrd_test **family = wrd_alloc(tests->n, sizeof *family);
    size_t n = 0;
    for (size_t i = first; i < tests->n; i++)
        if (is_omnibus(&tests->of[i]))
            family[n++] = &tests->of[i];
    adjust(family, n, wrd_benjamini_hochberg);
    free(family);
}

void wrd_test_groups(struct wrd_arena *arena, const struct wrd_frame *const *frames,
                     size_t n_frames, struct wrd_diag *diag, struct wrd_tables *tables)
{
    for (size_t f = 0; f < n_frames; f++) {
        struct wrd_arena *scratch = wrd_arena_new();
        const struct wrd_breakdowns breakdowns =
            wrd_breakdowns_new(arena, scratch, tables->study, tables->codebook, frames[f]);
        const size_t first = tables->tests.n;
        for (size_t o = 0; o < tables->n_outcomes && breakdowns.n > 1; o++)
            if (tables->outcomes[o].source == frames[f]->source && tables->outcomes[o].published)
                test_outcome(arena, frames[f], &breakdowns, &tables->outcomes[o], diag, tables);
        read_together(&tables->tests, first);
        wrd_arena_free(scratch);
    }
}
