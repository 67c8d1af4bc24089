/* routes.c - the routes of a municipality as organisations see them.
 *
 * A route is the index of its items, used of who has all routes.  Level and shape part "we see much of
 * this" from "more of this than of that": who says yes to everything has a high level and no shape.
 * Scores are whole parts of a point, so that none of this loses a digit and equal is equal. */
#include "tabulate/routes.h"

#include <math.h>

#include "core/number.h"
#include "tabulate/derived.h"
#include "tabulate/outcomes.h"
#include "tabulate/together.h"
#include "waardering/joint.h"
#include "waardering/steps.h"

static const double least_lead = 5;   /* points that a route lies above another to be named */
static const double least_level = 40; /* points below which the routes are little visible */
enum { LEAST_RESPONDENTS = 10 };

struct bench {
    struct wrd_arena *arena;
    struct wrd_arena *scratch;
    struct wrd_tables *tables;
    const struct wrd_everybody *everybody;
    const struct wrd_relatives *routes;
    double alpha;
    uint64_t least_together; /* as in joint.h, of any two routes */
    struct wrd_diag *diag;
};

/* score[r * n + i] of who has all routes, in parts of 1 / unit; WRD_NO_SCORE else. */
struct scores {
    int64_t *of, unit;
};

/* --- scores in one unit */

/* false: what is wrong was said.  As many parts as there are routes must fit too: the level has them. */
static bool take_columns(const struct bench *bench, struct wrd_column *columns, int64_t *unit)
{
    const struct wrd_codebook *book = bench->tables->codebook;
    size_t *items = wrd_arena_take_array(bench->scratch, book->n_variables, sizeof *items);
    int64_t largest;
    bool fits = true;
    *unit = 1;
    for (size_t r = 0; r < bench->routes->n; r++) {
        const struct wrd_scale *scale = bench->routes->of[r]->scale;
        const size_t k =
            wrd_items_asked(book, bench->everybody->frame, (size_t)(scale - book->scales), items);
        if (wrd_scale_column(bench->scratch, book, bench->everybody->frame, scale, items, k,
                             bench->diag, &columns[r]) != WRD_OK)
            return false;
        fits = fits && wrd_grow_to_multiple(unit, columns[r].score_unit);
    }
    if (fits && !__builtin_mul_overflow(*unit, (int64_t)bench->routes->n, &largest))
        return true;
    wrd_say(bench->diag, WRD_E0502, bench->routes->of[0]->scale->place,
            bench->routes->of[0]->scale->name, wrd_count_text(bench->scratch, bench->routes->n));
    return false;
}

static bool has_all(const struct wrd_column *columns, size_t n_routes, size_t i)
{
    for (size_t r = 0; r < n_routes; r++)
        if (wrd_column_code(&columns[r], i) >= columns[r].n_codes)
            return false;
    return true;
}

static bool take_scores(const struct bench *bench, struct scores *scores)
{
    const size_t k = bench->routes->n, n = bench->everybody->frame->n;
    struct wrd_column *columns = wrd_arena_take_array(bench->scratch, k, sizeof *columns);
    if (!take_columns(bench, columns, &scores->unit))
        return false;
    scores->of = wrd_arena_take_array(bench->scratch, k * n, sizeof *scores->of);
    for (size_t i = 0; i < n; i++) {
        const bool all = has_all(columns, k, i);
        for (size_t r = 0; r < k; r++)
            scores->of[r * n + i] = all ? columns[r].score[wrd_column_code(&columns[r], i)] *
                                              (scores->unit / columns[r].score_unit)
                                        : WRD_NO_SCORE;
    }
    return true;
}

/* --- figures: the mean of what a respondent has */

/* times[r]: how often the score of a route counts; the sum is in parts of 1 / (unit * per). */
static struct wrd_figure mean_of(const struct bench *bench, const struct scores *scores,
                                 const int64_t *times, int64_t per, double lowest, double highest)
{
    const size_t k = bench->routes->n, n = bench->everybody->frame->n;
    struct wrd_arena *scratch = wrd_arena_new();
    int64_t *sum = wrd_arena_take_array(scratch, n, sizeof *sum);
    for (size_t i = 0; i < n; i++)
        for (size_t r = 0; r < k; r++)
            sum[i] = scores->of[i] == WRD_NO_SCORE ? WRD_NO_SCORE
                                                   : sum[i] + times[r] * scores->of[r * n + i];
    struct wrd_column column;
    struct wrd_figure figure = { false, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 0, false };
    if (wrd_score_column(scratch, sum, scores->unit * per, n, &column))
        figure = wrd_mean_of_everybody(bench->everybody, &column, lowest, highest);
    wrd_arena_free(scratch);
    return figure;
}

static int64_t *none(const struct bench *bench)
{
    return wrd_arena_take_array(bench->scratch, bench->routes->n, sizeof(int64_t));
}

static struct wrd_figure route_of(const struct bench *bench, const struct scores *scores, size_t r)
{
    int64_t *times = none(bench);
    times[r] = 1;
    return mean_of(bench, scores, times, 1, 0, 100);
}

/* R_r less the mean of all routes. */
static struct wrd_figure shape_of(const struct bench *bench, const struct scores *scores, size_t r)
{
    const size_t k = bench->routes->n;
    const double furthest = 100.0 * (double)(k - 1) / (double)k;
    int64_t *times = none(bench);
    for (size_t other = 0; other < k; other++)
        times[other] = other == r ? (int64_t)k - 1 : -1;
    return mean_of(bench, scores, times, (int64_t)k, -furthest, furthest);
}

static struct wrd_figure level_of(const struct bench *bench, const struct scores *scores)
{
    int64_t *times = none(bench);
    for (size_t r = 0; r < bench->routes->n; r++)
        times[r] = 1;
    return mean_of(bench, scores, times, (int64_t)bench->routes->n, 0, 100);
}

static struct wrd_figure difference_of(const struct bench *bench, const struct scores *scores,
                                       size_t a, size_t b)
{
    int64_t *times = none(bench);
    times[a] = 1;
    times[b] = -1;
    return mean_of(bench, scores, times, 1, -100, 100);
}

static struct wrd_contrasts pairs_of(const struct bench *bench, const struct scores *scores)
{
    struct wrd_contrasts contrasts = wrd_contrasts_new(bench->scratch, bench->routes->n);
    for (size_t i = 0; i < contrasts.n; i++) {
        struct wrd_contrast *pair = &contrasts.of[i];
        const struct wrd_figure f = difference_of(bench, scores, pair->a, pair->b);
        pair->exists = f.exists;
        pair->d = wrd_difference_of(f.value, f.se * f.se, f.df, NAN, 1 - bench->alpha);
    }
    wrd_contrasts_judge(&contrasts);
    return contrasts;
}

/* --- what may be said */

/* Above all others, but for `beside`. */
static bool leads(const struct bench *bench, const struct wrd_contrasts *contrasts, size_t a,
                  size_t beside)
{
    for (size_t b = 0; b < bench->routes->n; b++)
        if (b != a && b != beside && !wrd_lies_above(contrasts, a, b, least_lead, bench->alpha))
            return false;
    return true;
}

/* At most one route lies above all others.  A mix of two needs a third that both lie above. */
static void name_routes(const struct bench *bench, const struct wrd_contrasts *contrasts,
                        struct wrd_routes *routes)
{
    const size_t k = routes->n;
    if (routes->respondents < LEAST_RESPONDENTS || !wrd_contrasts_exist(contrasts))
        return;
    routes->verdict = WRD_ROUTE_NO_CLEAR;
    for (size_t a = 0; a < k; a++)
        if (leads(bench, contrasts, a, a)) {
            routes->verdict = WRD_ROUTE_LEAD;
            routes->named[0] = a;
            return;
        }
    for (size_t a = 0; a < k && k > 2; a++)
        for (size_t b = a + 1; b < k; b++)
            if (leads(bench, contrasts, a, b) && leads(bench, contrasts, b, a)) {
                routes->verdict = WRD_ROUTE_MIXED;
                routes->named[0] = a;
                routes->named[1] = b;
            }
}

/* --- joint figures */

/* Figures of all routes together stand under the word of the family. */
static const char *family_word(void)
{
    return wrd_statistic_name(WRD_ROUTE);
}

/* Of every two routes: their ranges give how they hang together. */
static uint64_t least_together(const struct bench *bench, const struct scores *scores)
{
    const size_t k = bench->routes->n, n = bench->everybody->frame->n;
    uint64_t least = 0;
    for (size_t a = 0; a < k; a++)
        for (size_t b = a + 1; b < k; b++) {
            const uint64_t own = wrd_least_together(&scores->of[a * n], &scores->of[b * n], n);
            least = own > 0 && (least == 0 || own < least) ? own : least;
        }
    return least;
}

static size_t add_joint(const struct bench *bench, enum wrd_statistic statistic, const char *name,
                        const char *code, const struct wrd_figure *figure)
{
    const struct wrd_joint joint = { .statistic = statistic,
                                     .source = bench->everybody->frame->source,
                                     .table = name,
                                     .variable = name,
                                     .code = code,
                                     .figure = *figure,
                                     .of = bench->routes->of,
                                     .n_of = bench->routes->n,
                                     .least_together = bench->least_together };
    return wrd_joint_add(bench->arena, &bench->tables->joints, &joint);
}

static struct wrd_figure *add_figures(const struct bench *bench, const struct scores *scores,
                                      struct wrd_routes *routes)
{
    const size_t k = routes->n;
    size_t *route = wrd_arena_take_array(bench->arena, k, sizeof *route);
    size_t *shape = wrd_arena_take_array(bench->arena, k, sizeof *shape);
    struct wrd_figure *figures = wrd_arena_take_array(bench->scratch, k, sizeof *figures);
    for (size_t r = 0; r < k; r++) {
        const char *name = routes->outcomes[r]->name;
        const struct wrd_figure of_shape = shape_of(bench, scores, r);
        figures[r] = route_of(bench, scores, r);
        route[r] = add_joint(bench, WRD_ROUTE, name, "", &figures[r]);
        shape[r] = add_joint(bench, WRD_ROUTE_SHAPE, name, "", &of_shape);
    }
    const struct wrd_figure level = level_of(bench, scores);
    routes->route = route;
    routes->shape = shape;
    routes->level = add_joint(bench, WRD_ROUTE_LEVEL, family_word(), "", &level);
    routes->faint = level.exists && level.value < least_level;
    routes->respondents = level.n;
    return figures;
}

static void add_spread(const struct bench *bench, const struct scores *scores,
                       const struct wrd_figure *figures, struct wrd_routes *routes)
{
    for (size_t r = 1; r < routes->n; r++) {
        if (figures[r].value > figures[routes->highest].value)
            routes->highest = r;
        if (figures[r].value < figures[routes->lowest].value)
            routes->lowest = r;
    }
    if (routes->highest == routes->lowest) /* all alike */
        routes->lowest = routes->n - 1;
    const struct wrd_figure spread = difference_of(bench, scores, routes->highest, routes->lowest);
    routes->spread = add_joint(bench, WRD_ROUTE, family_word(), "spread", &spread);
}

/* --- who sees which route most */

static int *seen_most(const struct bench *bench, const struct scores *scores)
{
    const size_t k = bench->routes->n, n = bench->everybody->frame->n;
    int *seen = wrd_arena_take_array(bench->scratch, n, sizeof *seen);
    for (size_t i = 0; i < n; i++) {
        size_t most = 0, ties = 0;
        for (size_t r = 1; r < k; r++)
            most = scores->of[r * n + i] > scores->of[most * n + i] ? r : most;
        for (size_t r = 0; r < k; r++)
            ties += scores->of[r * n + i] == scores->of[most * n + i];
        seen[i] = ties == 1 ? (int)most : WRD_NO_ROUTE;
    }
    return seen;
}

/* Under the name of the question; kappa has no test, but stands among them. */
static void add_agreement(const struct bench *bench, struct wrd_agreement *agreement)
{
    const struct wrd_test kappa = { .kind = WRD_TEST_ROUTE,
                                    .source = bench->everybody->frame->source,
                                    .variable = family_word(),
                                    .code = "",
                                    .group_variable = agreement->role->name,
                                    .group_a = "",
                                    .group_b = "",
                                    .statistic = NAN,
                                    .df1 = NAN,
                                    .df2 = NAN,
                                    .p = NAN,
                                    .p_adjusted = NAN,
                                    .effect = agreement->kappa };
    agreement->joint =
        add_joint(bench, WRD_SHARE, family_word(), agreement->role->name, &agreement->share);
    if (!isnan(agreement->kappa))
        wrd_test_add(bench->arena, &bench->tables->tests, &kappa);
}

static void add_routes(struct bench *bench)
{
    struct wrd_tables *tables = bench->tables;
    struct scores scores;
    struct wrd_routes *routes = &tables->routes[tables->n_routes];
    *routes = (struct wrd_routes){ .source = bench->everybody->frame->source,
                                   .n = bench->routes->n,
                                   .outcomes = bench->routes->of };
    if (!take_scores(bench, &scores))
        return;
    bench->least_together = least_together(bench, &scores);
    const struct wrd_figure *figures = add_figures(bench, &scores, routes);
    const struct wrd_contrasts contrasts = pairs_of(bench, &scores);
    wrd_contrasts_tell(bench->arena, &contrasts, bench->routes, WRD_TEST_ROUTE, family_word(),
                       tables);
    name_routes(bench, &contrasts, routes);
    add_spread(bench, &scores, figures, routes);
    routes->agreement = wrd_agreement_of(bench->arena, tables, bench->everybody, bench->routes,
                                         seen_most(bench, &scores), bench->diag);
    if (routes->agreement.role)
        add_agreement(bench, &routes->agreement);
    tables->n_routes++;
}

void wrd_routes(struct wrd_arena *arena, const struct wrd_frame *const *frames, size_t n_frames,
                struct wrd_diag *diag, struct wrd_tables *tables)
{
    tables->routes = wrd_arena_take_array(arena, n_frames, sizeof *tables->routes);
    for (size_t f = 0; f < n_frames; f++) {
        struct wrd_arena *scratch = wrd_arena_new();
        const struct wrd_relatives routes =
            wrd_relatives_find(arena, tables, frames[f]->source, WRD_FAMILY_ROUTE);
        const struct wrd_everybody everybody = wrd_everybody_new(scratch, tables, frames[f]);
        struct bench bench = { .arena = arena,
                               .scratch = scratch,
                               .tables = tables,
                               .everybody = &everybody,
                               .routes = &routes,
                               .alpha = 1 - wrd_study_confidence(tables->study),
                               .diag = diag };
        if (routes.n > 1)
            add_routes(&bench);
        wrd_arena_free(scratch);
    }
}
