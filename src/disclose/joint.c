/* What may be seen of figures that several outcomes make together (R11): where every answer of every
 * one of them is shown for everybody, and none is a merged one with an unsafe part. */
#include "disclose/guard.h"

#include <math.h>
#include <string.h>

#include "core/number.h"
#include "waardering/reliability.h"

/* Few enough to be known by who they are: somebody, and fewer than ten (R8). */
enum { LEAST_APART = 10 };

static bool is_reliability(const struct wrd_joint *joint)
{
    return joint->statistic == WRD_ALPHA || joint->statistic == WRD_OMEGA;
}

static uint64_t least_base(const struct guard *guard, const struct wrd_joint *joint)
{
    return is_reliability(joint) ? WRD_RELIABILITY_LEAST : guard->rules.base;
}

bool wrd_asked_alike(const struct wrd_variable *a, const struct wrd_variable *b)
{
    return a->n_ask_if == b->n_ask_if &&
           (a->n_ask_if == 0 || strcmp(a->ask_if_text, b->ask_if_text) == 0);
}

bool wrd_differ_by_few(uint64_t a, uint64_t b)
{
    return wrd_few_between(a, b) || wrd_few_between(b, a);
}

/* Items that are asked of different people (ask_if), fewer than ten of them. */
static bool asked_apart(const struct wrd_outcome *a, const struct wrd_outcome *b)
{
    return a->source == b->source && !wrd_asked_alike(a->variable, b->variable) &&
           wrd_differ_by_few(wrd_table_base(&a->tables[0], 0), wrd_table_base(&b->tables[0], 0));
}

/* The items of a scale; of an item itself. */
static const struct wrd_outcome *item_of(const struct wrd_outcome *outcome, size_t i)
{
    if (outcome->kind == WRD_OUTCOME_SCALE)
        return i < outcome->n_items ? outcome->items[i] : NULL;
    return i == 0 ? outcome : NULL;
}

/* R8: the figures of the items and that of all of them give the answers of these few. */
static bool any_asked_apart(const struct wrd_joint *joint)
{
    const struct wrd_outcome *a, *b;
    for (size_t i = 0; i < joint->n_of; i++)
        for (size_t k = 0; (a = item_of(joint->of[i], k)) != NULL; k++)
            for (size_t j = i; j < joint->n_of; j++)
                for (size_t l = 0; (b = item_of(joint->of[j], l)) != NULL; l++)
                    if (asked_apart(a, b))
                        return true;
    return false;
}

/* Who answered all items of a scale is nobody's group (R8), unless the items ask different people: then n
 * would count those who fit every ask_if. */
static bool asks_alike(const struct wrd_joint *joint)
{
    const struct wrd_variable *first = NULL;
    for (size_t i = 0; i < joint->n_of; i++) {
        const struct wrd_variable *item = joint->of[i]->variable;
        first = first ? first : item;
        if (item && !wrd_asked_alike(item, first))
            return false;
    }
    return true;
}

static bool is_open(const struct guard *guard)
{
    return !guard->views[0].row_hidden[0] && guard->views[0].mean_interval[0];
}

bool wrd_few_between(uint64_t larger, uint64_t smaller)
{
    return larger > smaller && larger - smaller < LEAST_APART;
}

/* Where everybody is linked, the paired mean and the mean of each side are of the same answers, and differ only in
 * how many volunteers an organisation has.  Who knows that can take one from the other: what is left are
 * the few of another size. */
static bool differ_in_size(const struct wrd_linked *linked)
{
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        if (linked->left_out[side] > 0)
            return false;
    return wrd_few_between(linked->of_other_size, 0);
}

/* R8: organisations with volunteers among the answers are a third population beside the organisations and
 * the volunteers: it differs from each of them by nobody, or by enough.  Its size is the n of the
 * figure. */
static bool few_apart(const struct wrd_joint *joint, const struct guard *guard)
{
    if (joint->statistic != WRD_GAP_LINKED || guard->rules.profile == WRD_PROFILE_BASE_ONLY)
        return false;
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        if (wrd_few_between(joint->linked.left_out[side], 0))
            return true;
    return joint->linked.organisations < LEAST_APART || differ_in_size(&joint->linked);
}

/* The cells of two items are in no table, but follow from how the items hang together (R11). */
static bool together_unsafe(const struct wrd_joint *joint, const struct guard *guards,
                            size_t n_guards)
{
    const struct rules *rules = &wrd_guard_of(guards, n_guards, joint->of[0])->rules;
    return rules->profile != WRD_PROFILE_BASE_ONLY && wrd_unsafe(rules, joint->least_together);
}

static bool visible(const struct wrd_joint *joint, const struct guard *guards, size_t n_guards)
{
    if (is_reliability(joint) && !asks_alike(joint))
        return false;
    if (guards[0].rules.profile != WRD_PROFILE_BASE_ONLY && any_asked_apart(joint))
        return false;
    if (together_unsafe(joint, guards, n_guards))
        return false;
    for (size_t i = 0; i < joint->n_of; i++) {
        const struct guard *guard = wrd_guard_of(guards, n_guards, joint->of[i]);
        if (!is_open(guard) || joint->figure.n < least_base(guard, joint) ||
            few_apart(joint, guard))
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

static struct wrd_seen_joint sealed(const struct wrd_joint *joint, const struct guard *guards,
                                    size_t n_guards)
{
    return (struct wrd_seen_joint){
        joint->statistic, joint->source, joint->table,
        joint->variable,  joint->code,   seen_of(joint, visible(joint, guards, n_guards)),
        joint->n_of
    };
}

struct wrd_seen_joint *wrd_seal_joints(struct wrd_arena *arena, const struct wrd_tables *tables,
                                       const struct guard *guards, size_t *n)
{
    const struct wrd_joints *joints = &tables->joints;
    struct wrd_seen_joint *seen = wrd_arena_take_array(arena, joints->n, sizeof *seen);
    for (*n = 0; *n < joints->n; ++*n) {
        const struct wrd_joint *joint = &joints->of[*n];
        seen[*n] = sealed(joint, guards, tables->n_outcomes);
    }
    return seen;
}

static const struct wrd_seen *seen_at(const struct wrd_seen_joint *joints, int index)
{
    return index == WRD_NO_JOINT ? NULL : &joints[index].seen;
}

/* A gap is shown only where every answer of both sides is (G11), so that it and one side tell no more of
 * the other than is told there; and what is said of it only where the gap is shown. */
struct wrd_seen_gap *wrd_seal_gaps(struct wrd_arena *arena, const struct wrd_tables *tables,
                                   const struct guard *guards, const struct wrd_seen_joint *joints,
                                   size_t *n)
{
    const struct wrd_gaps *gaps = &tables->gaps;
    struct wrd_seen_gap *seen = wrd_arena_take_array(arena, gaps->n, sizeof *seen);
    for (*n = 0; *n < gaps->n; ++*n) {
        const struct wrd_gap *gap = &gaps->of[*n];
        struct wrd_seen_gap *to = &seen[*n];
        to->name = gap->name;
        to->scale = gap->scale;
        to->index = seen_at(joints, gap->index);
        to->top2 = seen_at(joints, gap->top2);
        to->paired = seen_at(joints, gap->paired);
        to->linked = gap->linked;
        to->repeats = gap->repeats;
        to->verdict = to->index->state == WRD_SHOWN ? gap->verdict : WRD_GAP_UNTESTED;
        for (size_t side = 0; side < WRD_GAP_SIDES; side++) {
            to->question[side] = gap->question[side];
            to->source[side] = gap->source[side];
            to->side[side] = sealed(gap->side[side], guards, tables->n_outcomes).seen;
        }
    }
    return seen;
}

struct wrd_seen wrd_seen_alone(const struct wrd_joint *joint, const struct guard *guards,
                               size_t n_guards)
{
    return seen_of(joint, visible(joint, guards, n_guards));
}
