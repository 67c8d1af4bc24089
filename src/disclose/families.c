/* What may be seen of scales that are set beside each other: routes and tasks.
 *
 * Their figures and what is said of them lean on every answer to every item, so all of these are shown,
 * or nothing is said (R11); and nothing is said from a figure that is not shown (R7).
 *
 * A route is a figure of who has all routes, while the table of its scale is of who has that one.  Who
 * left questions open is known to nobody else, so these are no two populations (R8); but where the
 * two numbers differ by fewer than ten, the smaller is not told. */
#include "disclose/guard.h"

#include <math.h>

#include "core/number.h"

enum { FEW = 30, KAPPA_DECIMALS = 2 };

static uint64_t base_of(const struct wrd_outcome *outcome)
{
    return wrd_table_base(&outcome->tables[0], 0);
}

static const struct wrd_scale *const *scales_of(struct wrd_arena *arena,
                                                const struct wrd_outcome *const *outcomes, size_t n)
{
    const struct wrd_scale **scales = wrd_arena_take_array(arena, n, sizeof *scales);
    for (size_t i = 0; i < n; i++)
        scales[i] = outcomes[i]->scale;
    return scales;
}

/* --- routes */

static void forget_n(struct wrd_seen *seen)
{
    seen->has_n = false;
    seen->n = 0;
}

static bool tells_of_few(const struct wrd_tables *tables, const struct wrd_routes *routes)
{
    if (tables->study->disclosure.profile == WRD_PROFILE_BASE_ONLY)
        return false;
    for (size_t r = 0; r < routes->n; r++)
        if (wrd_few_between(base_of(routes->outcomes[r]), routes->respondents))
            return true;
    return false;
}

static void seal_figures(struct wrd_arena *arena, const struct wrd_routes *routes,
                         struct wrd_seen_joint *joints, bool few, struct wrd_seen_routes *to)
{
    const struct wrd_seen **route = wrd_arena_take_array(arena, routes->n, sizeof *route);
    const struct wrd_seen **shape = wrd_arena_take_array(arena, routes->n, sizeof *shape);
    for (size_t r = 0; r < routes->n; r++) {
        route[r] = &joints[routes->route[r]].seen;
        shape[r] = &joints[routes->shape[r]].seen;
        if (few) {
            forget_n(&joints[routes->route[r]].seen);
            forget_n(&joints[routes->shape[r]].seen);
        }
    }
    to->route = route;
    to->shape = shape;
    to->level = &joints[routes->level].seen;
    to->spread = &joints[routes->spread].seen;
    if (few) {
        forget_n(&joints[routes->level].seen);
        forget_n(&joints[routes->spread].seen);
    }
}

/* The bounds of a share are of n alone, once the share is known. */
static void forget_n_and_bounds(struct wrd_seen *seen)
{
    forget_n(seen);
    seen->has_interval = false;
    seen->lo = seen->hi = 0;
}

/* --- who agrees: two answers, agreed or not, of a table that stands nowhere else */

static uint64_t sum_of(const struct wrd_routes *routes, bool agreed)
{
    uint64_t sum = 0;
    for (size_t role = 0; role < routes->n; role++)
        for (size_t route = 0; route < routes->n; route++)
            if (!agreed || role == route)
                sum += routes->agreement.counts[role * routes->n + route];
    return sum;
}

/* R2 and R3 for a question of two answers: neither is unsafe, and not all are alike. */
static bool two_answers_safe(const struct rules *rules, const struct wrd_routes *routes)
{
    const uint64_t all = sum_of(routes, false), agreed = sum_of(routes, true);
    if (rules->profile == WRD_PROFILE_BASE_ONLY)
        return true;
    return agreed > 0 && agreed < all && !wrd_unsafe(rules, agreed) &&
           !wrd_unsafe(rules, all - agreed);
}

static bool every_answer_shown(const struct guard *guard)
{
    for (size_t a = 0; a < guard->outcome->n_categories; a++) {
        const uint16_t answer = (uint16_t)a;
        if (!wrd_answers_visible(guard, 0, 0, &answer, 1) ||
            !wrd_answers_clean(guard, 0, 0, &answer, 1))
            return false;
    }
    return true;
}

/* Kappa is computed from the whole table (R11). */
static bool table_safe(const struct rules *rules, const struct wrd_routes *routes)
{
    bool safe = true;
    for (size_t i = 0; i < routes->n * routes->n; i++)
        safe &= !wrd_unsafe(rules, routes->agreement.counts[i]);
    return safe || rules->profile == WRD_PROFILE_BASE_ONLY;
}

static struct wrd_seen share_of(const struct wrd_figure *share)
{
    return (struct wrd_seen){ .state = WRD_SHOWN,
                              .has_interval = isfinite(share->lo) && isfinite(share->hi),
                              .has_n = true,
                              .flag = share->uncertain ? 'u' : 0,
                              .value = wrd_round(100 * share->value, 0),
                              .lo = isfinite(share->lo) ? wrd_round(100 * share->lo, 0) : 0,
                              .hi = isfinite(share->hi) ? wrd_round(100 * share->hi, 0) : 0,
                              .n = share->n };
}

/* Fewer than T numbers, one to nine below `base`, of which some part rounds to the share. */
static bool base_follows(const struct rules *rules, uint64_t base, double share)
{
    enum { FEWEST = 1, MOST = 9 };
    uint64_t fit = 0;
    for (uint64_t less = FEWEST; less <= MOST && base >= rules->base + less; less++) {
        const double n = (double)(base - less), agreed = round(share / 100 * n);
        fit += wrd_round(100 * agreed / n, 0) == share;
    }
    return fit < rules->cell;
}

/* Where the base is not told it may not follow from a share of few (n whole percents give n away). */
static bool share_tells_base(const struct rules *rules, const struct wrd_routes *routes)
{
    const uint64_t bases[] = { base_of(routes->agreement.role), routes->respondents };
    const uint64_t all = sum_of(routes, false);
    const double share = wrd_round(100 * (double)sum_of(routes, true) / (double)all, 0);
    bool tells = false;
    for (size_t b = 0; b < 2 && rules->profile != WRD_PROFILE_BASE_ONLY; b++)
        tells |= wrd_few_between(bases[b], all) && base_follows(rules, bases[b], share);
    return tells;
}

/* Beside the base: who answered the question, and who have all routes. */
static bool base_tells_of_few(const struct rules *rules, const struct wrd_routes *routes, bool few)
{
    const struct wrd_agreement *agreement = &routes->agreement;
    if (rules->profile == WRD_PROFILE_BASE_ONLY)
        return false;
    return few || wrd_few_between(base_of(agreement->role), agreement->share.n) ||
           wrd_few_between(routes->respondents, agreement->share.n);
}

static void seal_agreement(const struct wrd_tables *tables, const struct guard *guards,
                           const struct wrd_routes *routes, bool few, struct wrd_seen_routes *to)
{
    const struct wrd_agreement *agreement = &routes->agreement;
    to->agreement = (struct wrd_seen){ .state = WRD_HIDDEN, .flag = 'c' };
    if (!agreement->role)
        return;
    to->role = agreement->role->variable;
    const struct guard *guard = wrd_guard_of(guards, tables->n_outcomes, agreement->role);
    if (to->level->state != WRD_SHOWN || !agreement->share.exists ||
        agreement->share.n < guard->rules.base || !every_answer_shown(guard) ||
        !two_answers_safe(&guard->rules, routes) || share_tells_base(&guard->rules, routes))
        return;
    to->agreement = share_of(&agreement->share);
    to->few = agreement->share.n < FEW;
    to->has_kappa = isfinite(agreement->kappa) && table_safe(&guard->rules, routes);
    to->kappa = to->has_kappa ? wrd_round(agreement->kappa, KAPPA_DECIMALS) : 0;
    if (base_tells_of_few(&guard->rules, routes, few))
        forget_n_and_bounds(&to->agreement);
}

struct wrd_seen_routes *wrd_seal_routes(struct wrd_arena *arena, const struct wrd_tables *tables,
                                        const struct guard *guards, struct wrd_seen_joint *joints,
                                        size_t *n)
{
    struct wrd_seen_routes *seen = wrd_arena_take_array(arena, tables->n_routes, sizeof *seen);
    for (*n = 0; *n < tables->n_routes; ++*n) {
        const struct wrd_routes *routes = &tables->routes[*n];
        struct wrd_seen_routes *to = &seen[*n];
        const bool few = tells_of_few(tables, routes);
        to->source = routes->source;
        to->n = routes->n;
        to->scales = scales_of(arena, routes->outcomes, routes->n);
        seal_figures(arena, routes, joints, few, to);
        seal_agreement(tables, guards, routes, few, to);
        if (routes->agreement.role)
            joints[routes->agreement.joint].seen = to->agreement;
        if (to->level->state != WRD_SHOWN)
            continue;
        to->verdict = routes->verdict;
        to->named[0] = routes->named[0];
        to->named[1] = routes->named[1];
        to->faint = routes->faint;
    }
    return seen;
}

/* --- tasks */

static uint64_t least_base(const struct wrd_task_set *set)
{
    uint64_t least = UINT64_MAX;
    for (size_t t = 0; t < set->n; t++)
        least = base_of(set->outcomes[t]) < least ? base_of(set->outcomes[t]) : least;
    return least;
}

struct wrd_seen_task_set *wrd_seal_tasks(struct wrd_arena *arena, const struct wrd_tables *tables,
                                         const struct guard *guards, size_t *n)
{
    struct wrd_seen_task_set *seen = wrd_arena_take_array(arena, tables->n_tasks, sizeof *seen);
    for (*n = 0; *n < tables->n_tasks; ++*n) {
        const struct wrd_task_set *set = &tables->tasks[*n];
        const struct wrd_joint all = { .statistic = WRD_INDEX,
                                       .figure = { .exists = true, .n = least_base(set) },
                                       .of = set->outcomes,
                                       .n_of = set->n };
        const bool tested =
            set->tested && wrd_seen_alone(&all, guards, tables->n_outcomes).state == WRD_SHOWN;
        seen[*n] = (struct wrd_seen_task_set){ .source = set->source,
                                               .n = set->n,
                                               .scales = scales_of(arena, set->outcomes, set->n),
                                               .tested = tested,
                                               .weakest = tested ? set->weakest : WRD_NO_TASK };
    }
    return seen;
}
