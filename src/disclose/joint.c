/* What may be seen of figures that several outcomes make together (R11): where every answer of every
 * one of them is shown for everybody, and none is a merged one with an unsafe part. */
#include "disclose/guard.h"

#include <math.h>
#include <string.h>

#include "core/number.h"
#include "waardering/reliability.h"

static bool is_reliability(const struct wrd_joint *joint)
{
    return joint->statistic == WRD_ALPHA || joint->statistic == WRD_OMEGA;
}

static uint64_t least_base(const struct guard *guard, const struct wrd_joint *joint)
{
    return is_reliability(joint) ? WRD_RELIABILITY_LEAST : guard->rules.base;
}

/* Who answered all items of a scale is nobody's group (R8), unless the items ask different people: then n
 * would count those who fit every ask_if. */
static bool asks_alike(const struct wrd_joint *joint)
{
    const struct wrd_variable *first = NULL;
    for (size_t i = 0; i < joint->n_of; i++) {
        const struct wrd_variable *item = joint->of[i]->variable;
        if (!item)
            continue;
        first = first ? first : item;
        if (item->n_ask_if != first->n_ask_if ||
            (item->n_ask_if > 0 && strcmp(item->ask_if_text, first->ask_if_text) != 0))
            return false;
    }
    return true;
}

static bool is_open(const struct guard *guard)
{
    return !guard->views[0].row_hidden[0] && guard->views[0].mean_interval[0];
}

static bool visible(const struct wrd_joint *joint, const struct guard *guards, size_t n_guards)
{
    if (is_reliability(joint) && !asks_alike(joint))
        return false;
    for (size_t i = 0; i < joint->n_of; i++) {
        const struct guard *guard = wrd_guard_of(guards, n_guards, joint->of[i]);
        if (!is_open(guard) || joint->figure.n < least_base(guard, joint))
            return false;
    }
    return true;
}

static struct wrd_seen seen_of(const struct wrd_joint *joint, bool is_visible)
{
    const struct wrd_figure *figure = &joint->figure;
    const int decimals = wrd_statistic_decimals(joint->statistic);
    const double times = joint->statistic == WRD_GAP_TOP2 ? 100 : 1;
    if (!is_visible)
        return (struct wrd_seen){ .state = WRD_HIDDEN, .flag = 'c' };
    if (!figure->exists)
        return (struct wrd_seen){ .state = WRD_NOT_DEFINED, .flag = 'z' };
    struct wrd_seen seen = { .state = WRD_SHOWN,
                             .has_n = true,
                             .n = figure->n,
                             .flag = figure->uncertain ? 'u' : 0,
                             .value = wrd_round(times * figure->value, decimals) };
    if (isfinite(figure->lo) && isfinite(figure->hi)) {
        seen.has_interval = true;
        seen.lo = wrd_round(times * figure->lo, decimals);
        seen.hi = wrd_round(times * figure->hi, decimals);
    }
    return seen;
}

struct wrd_seen_joint *wrd_seal_joints(struct wrd_arena *arena, const struct wrd_tables *tables,
                                       const struct guard *guards, size_t *n)
{
    const struct wrd_joints *joints = &tables->joints;
    struct wrd_seen_joint *seen = wrd_arena_take_array(arena, joints->n, sizeof *seen);
    for (*n = 0; *n < joints->n; ++*n) {
        const struct wrd_joint *joint = &joints->of[*n];
        seen[*n] = (struct wrd_seen_joint){
            joint->statistic, joint->source,
            joint->table,     joint->variable,
            joint->code,      seen_of(joint, visible(joint, guards, tables->n_outcomes)),
            joint->n_of
        };
    }
    return seen;
}
