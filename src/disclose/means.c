/* R11 and R12: which means, indices and breadths may be shown, and which of them with an interval.
 */
#include "disclose/worlds.h"

#include <string.h>

static bool shows_mean(const struct wrd_outcome *outcome)
{
    for (size_t r = 0; r < outcome->n_rows; r++)
        if (outcome->rows[r].statistic == WRD_MEAN)
            return true;
    return false;
}

/* --- an item and a number: the mean of one variable */

static bool mean_holds(struct wrd_arena *arena, const struct item *item, uint64_t base)
{
    struct window window = wrd_window_open();

    wrd_window_mean(&window, item, base);
    return wrd_item_holds(arena, item, window);
}

static void guard_item(struct wrd_arena *arena, struct guard *guard, size_t v, size_t g)
{
    struct view *view = &guard->views[v];
    struct item item;

    if (!wrd_item_init(arena, guard, wrd_table_counts(view->table, g), &guard->facets[0].grids[v],
                       g, false, &item)) {
        view->mean_hidden[g] = true;
        return;
    }
    view->mean_interval[g] = wrd_item_seen(&item);
    view->mean_hidden[g] =
        !view->mean_interval[g] && !mean_holds(arena, &item, wrd_table_base(view->table, g));
}

/* A number's distinct values are its cells: where none is unsafe there is nothing to hide. */
static void guard_number(struct wrd_arena *arena, struct guard *guard, size_t v, size_t g)
{
    struct view *view = &guard->views[v];
    const uint64_t *counts = wrd_table_counts(view->table, g);
    struct item item;
    bool unsafe = false;

    for (size_t c = 0; c < guard->outcome->n_categories; c++)
        unsafe |= wrd_unsafe(&guard->rules, counts[c]);
    view->mean_interval[g] = !unsafe;
    view->mean_hidden[g] = unsafe && !(wrd_item_init(arena, guard, counts, NULL, g, false, &item) &&
                                       mean_holds(arena, &item, wrd_table_base(view->table, g)));
}

/* --- a scale: its index against each of its items */

static const struct wrd_table *same_table(const struct wrd_outcome *outcome,
                                          const struct wrd_table *table)
{
    for (size_t t = 0; t < outcome->n_tables; t++)
        if (outcome->tables[t].by == table->by && outcome->tables[t].merged == table->merged)
            return &outcome->tables[t];
    return NULL;
}

static double mean_index(const struct wrd_outcome *scale, const struct wrd_table *table, size_t g)
{
    const uint64_t *counts = wrd_table_counts(table, g);
    double sum = 0;

    for (size_t c = 0; c < scale->n_categories; c++)
        sum += (double)counts[c] * scale->score[c];
    return sum / (double)wrd_table_base(table, g);
}

enum judgement { BAD, HOLDS, SEEN };

static bool same_parts(const struct wrd_group *a, const struct wrd_group *b)
{
    return a->n_parts == b->n_parts &&
           memcmp(a->parts, b->parts, a->n_parts * sizeof *a->parts) == 0;
}

static bool holds_part(const struct wrd_group *group, uint16_t part)
{
    for (size_t p = 0; p < group->n_parts; p++)
        if (group->parts[p] == part)
            return true;
    return false;
}

/* The view in which an item shows a breakdown, be its groups merged or not; NULL: it shows none. */
static const struct view *view_by(const struct guard *member, const struct wrd_variable *by)
{
    for (size_t v = 0; v < member->n_views && member->outcome->published; v++)
        if (member->views[v].full->by == by && member->views[v].level != LEVEL_OUT)
            return &member->views[v];
    return NULL;
}

/* A group of the scale that the item shows in pieces: nothing of it may be unseen in any of them. */
static enum judgement judge_union(struct wrd_arena *arena, const struct guard *member,
                                  const struct view *view, const struct wrd_group *group)
{
    const struct wrd_table *table = view->table;
    struct item item;

    for (size_t g = 0; g < table->n_groups; g++) {
        if (!holds_part(group, table->groups[g].parts[0]) || wrd_table_base(table, g) == 0)
            continue;
        if (view->row_hidden[g] ||
            !wrd_item_init(arena, member, wrd_table_counts(table, g),
                           &member->facets[0].grids[view - member->views], g, false, &item) ||
            !wrd_item_seen(&item))
            return BAD;
    }
    return SEEN;
}

/* Where an item shows the group of a scale's table. */
struct sight {
    const struct view *view; /* NULL: it shows nothing by this variable */
    size_t group;
    bool in_pieces; /* the view has the group's parts, each a group of its own */
    bool coarser;   /* the view has the group only as a part of a larger one */
};

static struct sight find_sight(const struct guard *member, const struct wrd_table *table, size_t g)
{
    const struct view *view = view_by(member, table->by);

    if (!view || !table->by)
        return (struct sight){ .view = view, .group = g };
    for (size_t other = 0; other < view->table->n_groups; other++)
        if (same_parts(&view->table->groups[other], &table->groups[g]))
            return (struct sight){ .view = view, .group = other };
    return (struct sight){ .view = view, .in_pieces = table->merged, .coarser = !table->merged };
}

/* The index and the item's own mean, if that is shown, may not give its hidden answers away. */
static enum judgement judge_item(struct wrd_arena *arena, const struct guard *guard, size_t v,
                                 size_t g, size_t i, const struct guard *member)
{
    const struct wrd_outcome *scale = guard->outcome;
    const struct wrd_table *table = guard->views[v].table;
    const struct wrd_table *own = same_table(member->outcome, table);
    const struct sight sight = find_sight(member, table, g);
    const struct grid *grid =
        sight.view ? &member->facets[0].grids[sight.view - member->views] : NULL;
    struct window window = wrd_window_open();
    struct item item;

    if (sight.coarser) /* a scale is not told in more detail than its items */
        return BAD;
    if (sight.in_pieces)
        return judge_union(arena, member, sight.view, &table->groups[g]);
    /* hidden as a whole: few, or all alike (R3) */
    if (!own || (sight.view && sight.view->row_hidden[sight.group]) ||
        !wrd_item_init(arena, member, wrd_table_counts(own, g), grid, sight.group,
                       scale->reversed[i], &item) ||
        wrd_item_range(&item) == 0)
        return BAD;
    if (wrd_item_seen(&item))
        return SEEN;
    /* index = (sum + extra) * per_unit for this item's sum, all else as it is */
    double per_unit = 100 / ((double)wrd_item_range(&item) * (double)scale->n_items *
                             (double)wrd_table_base(table, g));
    wrd_window_narrow(&window, &item, mean_index(scale, table, g) / per_unit - (double)item.sum,
                      per_unit, 0);
    if (sight.view && shows_mean(member->outcome) && !sight.view->mean_hidden[sight.group])
        wrd_window_mean(&window, &item, wrd_table_base(own, g));
    return wrd_item_holds(arena, &item, window) ? HOLDS : BAD;
}

/* R8: items that are asked of different people (ask_if), fewer than ten of them: the index, of who has a score,
 * and the tables of the items give the answers of these few. */
static bool asks_few_more(const struct wrd_outcome *scale, const struct wrd_table *table, size_t g)
{
    for (size_t i = 0; i < scale->n_items; i++)
        for (size_t j = i + 1; j < scale->n_items; j++) {
            const struct wrd_outcome *a = scale->items[i], *b = scale->items[j];
            const struct wrd_table *of_a = same_table(a, table), *of_b = same_table(b, table);
            if ((a->published || b->published) && !wrd_asked_alike(a->variable, b->variable) &&
                of_a && of_b && wrd_differ_by_few(wrd_table_base(of_a, g), wrd_table_base(of_b, g)))
                return true;
        }
    return false;
}

static void guard_index(struct wrd_arena *arena, struct guard *guard, const struct guard *guards,
                        size_t n_guards, size_t v, size_t g)
{
    struct view *view = &guard->views[v];

    view->mean_hidden[g] = asks_few_more(guard->outcome, view->table, g);
    view->mean_interval[g] = !view->mean_hidden[g];
    for (size_t i = 0; i < guard->outcome->n_items; i++) {
        const struct guard *member = wrd_guard_of(guards, n_guards, guard->outcome->items[i]);
        enum judgement judgement = judge_item(arena, guard, v, g, i, member);
        view->mean_interval[g] &= judgement == SEEN;
        view->mean_hidden[g] |= judgement == BAD;
    }
}

/* --- each kind of outcome */

/* The breadth is the sum of the mentions: it is shown where all of them are. */
static void guard_breadth(struct guard *guard, size_t v, size_t g)
{
    struct view *view = &guard->views[v];

    for (size_t f = 0; f < guard->n_facets; f++)
        if (guard->facets[f].grids[v].mark[wrd_grid_at(&guard->facets[f].grids[v], g, 0)] !=
            MARK_SHOWN)
            view->mean_hidden[g] = true;
    view->mean_interval[g] = !view->mean_hidden[g];
}

static void guard_group(struct wrd_arena *arena, struct guard *guard, const struct guard *guards,
                        size_t n_guards, size_t v, size_t g)
{
    struct view *view = &guard->views[v];

    if (view->row_hidden[g])
        view->mean_hidden[g] = true;
    else if (wrd_table_base(view->table, g) == 0)
        return;
    else if (guard->rules.profile == WRD_PROFILE_BASE_ONLY)
        view->mean_interval[g] = true;
    else if (guard->outcome->kind == WRD_OUTCOME_ITEM)
        guard_item(arena, guard, v, g);
    else if (guard->outcome->kind == WRD_OUTCOME_NUMBER)
        guard_number(arena, guard, v, g);
    else if (guard->outcome->kind == WRD_OUTCOME_SCALE)
        guard_index(arena, guard, guards, n_guards, v, g);
    else
        guard_breadth(guard, v, g);
}

/* A single hidden mean of a breakdown follows from the others and everybody's: the smallest other
 * group goes with it. */
static void hide_second_mean(struct guard *guard, size_t v)
{
    struct view *view = &guard->views[v];
    size_t hidden = 0, best = SIZE_MAX;

    for (size_t g = 0; g < view->table->n_groups; g++) {
        uint64_t base = wrd_table_base(view->table, g);
        if (base == 0)
            continue;
        if (view->mean_hidden[g])
            hidden++;
        else if (best == SIZE_MAX || base < wrd_table_base(view->table, best))
            best = g;
    }
    if (hidden == 1 && best != SIZE_MAX && !guard->views[0].mean_hidden[0])
        view->mean_hidden[best] = true;
}

void wrd_guard_means(struct guard *guard, const struct guard *guards, size_t n_guards)
{
    for (size_t v = 0; v < guard->n_views; v++) {
        for (size_t g = 0; g < guard->views[v].table->n_groups; g++) {
            struct wrd_arena *scratch = wrd_arena_new();
            guard_group(scratch, guard, guards, n_guards, v, g);
            wrd_arena_free(scratch);
        }
        if (v > 0 && guard->rules.profile != WRD_PROFILE_BASE_ONLY)
            hide_second_mean(guard, v);
    }
}
