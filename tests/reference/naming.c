/* naming SURVEYS - how often the rules that name something do so, in surveys of the size of the example.
 *
 * Where nothing differs a rule may name something in at most 5 % of surveys; where something does, it
 * should find it.  A survey is drawn (the same on every machine), weighted and tabulated by the library,
 * strata, weights, clusters and missing answers with it, and the rule is asked what it names.
 *
 * A row of `scenarios` is a rule in one situation: another rule needs a survey to draw and a function that
 * says what it named.  Where two of several are alike and the rest is not, one test of 5 % is left:
 * there the bound is 5 % and three standard errors of 2,000 surveys (1.5 %). */
#include <stdio.h>
#include <stdlib.h>

#include "support/hand.h"
#include "tools/rng.h"
#include "waardering/route.h"

enum { MOST_SCALES = 4, STRATA = 3, MISSING_PERCENT = 3 };

struct survey {
    enum wrd_family family;
    size_t n, scales, items; /* respondents; items of each scale */
    size_t per_cluster;      /* 0: everybody is a unit */
};
static const struct survey routes = { WRD_FAMILY_ROUTE, 167, 3, 3, 0 };
static const struct survey tasks = { WRD_FAMILY_TASK, 430, 4, 2, 3 };

enum said { NOTHING, RIGHT, WRONG };

static enum said lead_of(const struct wrd_tables *tables, int truth)
{
    const struct wrd_routes *found = &tables->routes[0];
    if (found->verdict != WRD_ROUTE_LEAD)
        return NOTHING;
    return (int)found->named[0] == truth ? RIGHT : WRONG;
}

static enum said route_of(const struct wrd_tables *tables, int truth)
{
    if (tables->routes[0].verdict == WRD_ROUTE_MIXED)
        return WRONG;
    return lead_of(tables, truth);
}

static enum said weakest_of(const struct wrd_tables *tables, int truth)
{
    const int weakest = tables->tasks[0].weakest;
    if (weakest == WRD_NO_TASK)
        return NOTHING;
    return weakest == truth ? RIGHT : WRONG;
}

enum { NONE = -1 };
static const struct {
    const char *name;
    const struct survey *survey;
    int shift[MOST_SCALES]; /* of a latent answer, thousandths of its standard deviation */
    enum said (*say)(const struct wrd_tables *, int truth);
    int truth;                      /* what is to be named */
    double most_wrong, least_right; /* percent of the surveys */
} scenarios[] = {
    { "routes: no difference", &routes, { 0 }, route_of, NONE, 5, 0 },
    { "routes: two alike above a third, no lead", &routes, { 0, 0, -600 }, lead_of, NONE, 6.5, 0 },
    { "routes: one above two", &routes, { 600 }, route_of, 0, 5, 80 },
    { "tasks: no difference", &tasks, { 0 }, weakest_of, NONE, 5, 0 },
    { "tasks: the two lowest are alike", &tasks, { 0, 0, 400, 400 }, weakest_of, NONE, 6.5, 0 },
    { "tasks: one is lower", &tasks, { -400 }, weakest_of, 0, 5, 80 },
};
enum { SCENARIOS = sizeof scenarios / sizeof *scenarios };

/* --- a survey */

/* Where a draw is used. */
enum { DRAW_PERSON = 900, DRAW_CLUSTER, DRAW_MISSING = 1000 };

static char answer_of(uint64_t seed, const struct survey *survey, size_t i, size_t item, int shift)
{
    static const int thresholds[] = { -1300, -600, 100, 1000 };
    const size_t cluster = survey->per_cluster > 0 ? i / survey->per_cluster : i;
    const int latent = (6 * rng_normal(rng_draw(seed, i, DRAW_PERSON, 0)) +
                        3 * rng_normal(rng_draw(seed, cluster, DRAW_CLUSTER, 0)) +
                        7 * rng_normal(rng_draw(seed, i, item, 0))) /
                           10 +
                       shift;
    if (rng_below(rng_draw(seed, i, DRAW_MISSING + item, 0), 100) < MISSING_PERCENT)
        return '.';
    char answer = '1';
    for (size_t t = 0; t < sizeof thresholds / sizeof *thresholds; t++)
        answer = (char)(answer + (latent > thresholds[t]));
    return answer;
}

static void add_items(struct hand *hand, const struct survey *survey, uint64_t seed,
                      const int *shift)
{
    static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i" };
    static const char *const scales[MOST_SCALES] = { "x1", "x2", "x3", "x4" };
    const struct wrd_list *agree = hand_agree(hand);
    for (size_t s = 0; s < survey->scales; s++) {
        hand_scale(hand, scales[s], 0)->family = survey->family;
        for (size_t j = 0; j < survey->items; j++) {
            const size_t item = s * survey->items + j;
            char *text = wrd_arena_take_array(hand->arena, survey->n + 1, 1);
            for (size_t i = 0; i < survey->n; i++)
                text[i] = answer_of(seed, survey, i, item, shift[s]);
            hand_item(hand, names[item], (int)s, false, agree, text);
        }
    }
}

static void add_clusters(struct hand *hand, const struct survey *survey)
{
    struct wrd_column *column = hand_column(hand, hand_variable(hand, "org", WRD_TYPE_ID, 0));
    column->id = wrd_arena_take_array(hand->arena, survey->n, sizeof *column->id);
    for (size_t i = 0; i < survey->n; i++)
        column->id[i] = rng_mix(i / survey->per_cluster) | 1;
    hand->study.sources[0].design.cluster = "org";
}

static void add_design(struct hand *hand, const struct survey *survey)
{
    static const char *const strata[] = { "s" };
    static const int64_t weight[STRATA] = { 1, 2, 3 };
    char *text = wrd_arena_take_array(hand->arena, survey->n + 1, 1);
    int64_t *weights = wrd_arena_take_array(hand->arena, survey->n, sizeof *weights);
    for (size_t i = 0; i < survey->n; i++) {
        const size_t stratum = STRATA * i / survey->n;
        text[i] = (char)('1' + stratum);
        weights[i] = weight[stratum];
    }
    hand_single(hand, "s", 0, hand_names(hand, "123"), text);
    hand_strata(hand, strata, 1);
    hand_weights(hand, 0, weights, survey->n);
    if (survey->per_cluster > 0)
        add_clusters(hand, survey);
}

static enum said ask(size_t scenario, uint64_t seed)
{
    const struct survey *survey = scenarios[scenario].survey;
    struct hand *hand = hand_new();
    const struct wrd_frame *frame = &hand->frame;
    add_items(hand, survey, seed, scenarios[scenario].shift);
    add_design(hand, survey);
    struct wrd_tables *tables = hand_tables(hand);
    if (!tables)
        abort(); /* a fault of the test */
    wrd_routes(hand->arena, &frame, 1, hand->diag, tables);
    wrd_tasks(hand->arena, &frame, 1, hand->diag, tables);
    const enum said said = scenarios[scenario].say(tables, scenarios[scenario].truth);
    hand_free(hand);
    return said;
}

/* --- all of them */

static bool holds(size_t scenario, size_t surveys)
{
    size_t count[] = { [NOTHING] = 0, [RIGHT] = 0, [WRONG] = 0 };
    for (size_t i = 0; i < surveys; i++)
        count[ask(scenario, rng_mix(1000 * (scenario + 1)) + i)]++;
    const double wrong = 100.0 * (double)count[WRONG] / (double)surveys;
    const double right = 100.0 * (double)count[RIGHT] / (double)surveys;
    const bool ok =
        wrong <= scenarios[scenario].most_wrong && right >= scenarios[scenario].least_right;
    printf(
        "%s%s: wrong in %.2f %% (at most %.1f), right in %.2f %% (at least %.0f) of %zu surveys\n",
        ok ? "" : "  FAILED ", scenarios[scenario].name, wrong, scenarios[scenario].most_wrong,
        right, scenarios[scenario].least_right, surveys);
    return ok;
}

int main(int argc, char **argv)
{
    const long surveys = argc == 2 ? strtol(argv[1], NULL, 10) : 0;
    bool ok = true;
    if (surveys < 1) {
        fputs("use: naming SURVEYS\n", stderr);
        return 2;
    }
    for (size_t scenario = 0; scenario < SCENARIOS; scenario++)
        ok &= holds(scenario, (size_t)surveys);
    return ok ? 0 : 1;
}
