/* naming SURVEYS - how often the rules that name something do so, in surveys of the size of the example.
 *
 * Where nothing differs a rule may name something in at most 5 % of surveys; where something does, it
 * should find it.  A survey is drawn (the same on every machine), weighted and tabulated by the library,
 * strata, weights, clusters and missing answers with it, and the rule is asked what it names.
 *
 * A row of `scenarios` is a rule in one situation: another rule needs a survey to draw and a function that
 * says what it named.  Where two of several are alike and the rest is not, one test of 5 % is left:
 * there the bound is 5 % and three standard errors of 2,000 surveys (1.5 %).
 *
 * Changes and gaps of 10 points (METHODS 7.12, 7.10) are there to see how often they are found; how often that
 * must be is nowhere laid down. */
#include <stdio.h>
#include <stdlib.h>

#include "reference/naming_draw.h"
#include "waardering/route.h"

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

/* Of the changes of headline figures: those of the first scale and its items are the truth. */
static enum said change_of(const struct wrd_tables *tables, int truth)
{
    enum said said = NOTHING;
    for (size_t o = 0; o < tables->n_outcomes; o++) {
        const struct wrd_outcome *outcome = &tables->outcomes[o];
        const bool meant =
            (outcome->scale ? outcome->name[1] - '1' : outcome->variable->scale) == truth;
        for (size_t r = 0; r < outcome->n_rows; r++) {
            const struct wrd_change *change = &outcome->trend->changes[r];
            if (!change->headline ||
                (change->verdict != WRD_VERDICT_RISEN && change->verdict != WRD_VERDICT_FALLEN))
                continue;
            if (!meant || change->verdict == WRD_VERDICT_FALLEN)
                return WRONG;
            if (outcome->scale)
                said = RIGHT;
        }
    }
    return said;
}

/* The scale and its pairs are the truth; what they differ by is the same. */
static enum said gap_of(const struct wrd_tables *tables, int truth)
{
    enum said said = NOTHING;
    for (size_t g = 0; g < tables->gaps.n; g++) {
        const struct wrd_gap *gap = &tables->gaps.of[g];
        const bool meant = (gap->scale ? gap->name[1] - '1' : gap->question[0]->scale) == truth;
        if (gap->verdict != WRD_GAP_ORGANISATIONS_HIGHER &&
            gap->verdict != WRD_GAP_VOLUNTEERS_HIGHER)
            continue;
        if (!meant || gap->verdict == WRD_GAP_VOLUNTEERS_HIGHER)
            return WRONG;
        if (gap->scale)
            said = RIGHT;
    }
    return said;
}

enum { NONE = -1, TEN_POINTS = 357 /* from 56 of 100 */ };
static const struct {
    const char *name;
    struct wrd_tables *(*draw)(struct hand *, const struct survey *, uint64_t seed,
                               const int *shift);
    const struct survey *survey;
    int shift[MOST_SCALES]; /* of a latent answer, thousandths of its standard deviation */
    enum said (*say)(const struct wrd_tables *, int truth);
    int truth;                      /* what is to be named */
    double most_wrong, least_right; /* percent of the surveys */
} scenarios[] = {
    { "routes: no difference", draw_wave, &routes, { 0 }, route_of, NONE, 5, 0 },
    { "routes: two alike above a third, no lead",
      draw_wave,
      &routes,
      { 0, 0, -600 },
      lead_of,
      NONE,
      6.5,
      0 },
    { "routes: one above two", draw_wave, &routes, { 450 }, route_of, 0, 5, 80 },
    { "tasks: no difference", draw_wave, &tasks, { 0 }, weakest_of, NONE, 5, 0 },
    { "tasks: the two lowest are alike",
      draw_wave,
      &tasks,
      { 0, 0, 400, 400 },
      weakest_of,
      NONE,
      6.5,
      0 },
    { "tasks: one is lower", draw_wave, &tasks, { -200 }, weakest_of, 0, 5, 80 },
    { "changes of volunteers: no difference",
      draw_waves,
      &volunteers,
      { 0 },
      change_of,
      NONE,
      5,
      0 },
    { "changes of volunteers: one index rose 10 points",
      draw_waves,
      &volunteers,
      { TEN_POINTS },
      change_of,
      0,
      5,
      0 },
    { "changes of organisations: no difference",
      draw_waves,
      &organisations,
      { 0 },
      change_of,
      NONE,
      5,
      0 },
    { "changes of organisations: one index rose 10 points",
      draw_waves,
      &organisations,
      { TEN_POINTS },
      change_of,
      0,
      5,
      0 },
    { "gaps, linked: no difference", draw_sides, &linked, { 0 }, gap_of, NONE, 5, 0 },
    { "gaps, linked: one of 10 points", draw_sides, &linked, { TEN_POINTS }, gap_of, 0, 5, 0 },
    { "gaps, separate: no difference", draw_sides, &separate, { 0 }, gap_of, NONE, 5, 0 },
    { "gaps, separate: one of 10 points", draw_sides, &separate, { TEN_POINTS }, gap_of, 0, 5, 0 },
};
enum { SCENARIOS = sizeof scenarios / sizeof *scenarios };

static enum said ask(size_t scenario, uint64_t seed)
{
    struct hand *hand = hand_new();
    const struct wrd_tables *drawn =
        scenarios[scenario].draw(hand, scenarios[scenario].survey, seed, scenarios[scenario].shift);
    const enum said said = scenarios[scenario].say(drawn, scenarios[scenario].truth);
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
