/* Primary suppression: what may not be seen whatever else is shown. */
#include "disclose/guard.h"

bool wrd_unsafe(const struct rules *rules, uint64_t count)
{
    return count > 0 && count < rules->cell;
}

static bool alike(const struct rules *rules, uint64_t count, uint64_t base)
{
    if (rules->sensitive)
        return count * 10 > base * 9;
    return count == base;
}

/* R3: everybody in a group gives the same answer.  An option that nobody ticked says nothing of
 * anybody that a low share does not say; one that everybody ticked does. */
static bool row_is_alike(const struct guard *guard, const struct wrd_table *table, size_t group)
{
    const uint64_t *counts = wrd_table_counts(table, group);
    uint64_t base = wrd_table_base(table, group);

    if (guard->outcome->kind == WRD_OUTCOME_SCALE || guard->outcome->kind == WRD_OUTCOME_MULTIPLE ||
        base == 0)
        return false;
    for (size_t c = 0; c < guard->outcome->n_categories; c++)
        if (alike(&guard->rules, counts[c], base))
            return true;
    return false;
}

/* The bases of the groups and of everybody are a table of their own: a hidden base must not follow
 * from the others, so a hidden row has a second one, and together they hold R1's base or more. */
static void hide_second_rows(const struct guard *guard, struct view *view)
{
    const struct wrd_table *table = view->table;

    for (;;) {
        size_t hidden = 0, best = table->n_groups;
        uint64_t sum = 0;
        for (size_t g = 0; g < table->n_groups; g++) {
            uint64_t base = wrd_table_base(table, g);
            if (view->row_hidden[g]) {
                hidden += base > 0;
                sum += base;
            } else if (base > 0 &&
                       (best == table->n_groups || base < wrd_table_base(table, best))) {
                best = g;
            }
        }
        if (hidden == 0 || (hidden >= 2 && sum >= guard->rules.base) || best == table->n_groups)
            return;
        view->row_hidden[best] = true;
    }
}

/* Who is asked a question follows from the answer that ask_if names; where that answer is hidden,
 * so is the base of the question.  (The other way round there is nothing to do.) */
static bool filter_hidden(const struct guard *guard, const struct guard *guards, size_t n_guards,
                          const struct wrd_table *table, size_t group)
{
    const struct wrd_variable *variable = guard->outcome->variable;

    for (size_t i = 0; variable && i < variable->n_ask_if; i++) {
        const struct guard *filter =
            wrd_guard_named(guards, n_guards, guard->outcome->source, variable->ask_if[i].variable);
        const struct view *view = filter && filter->n_facets ? wrd_view_like(filter, table) : NULL;
        if (!view)
            continue;
        const struct grid *grid = &filter->facets[0].grids[view - filter->views];
        for (size_t s = 0; s < grid->n_sets; s++)
            if (grid->mark[wrd_grid_at(grid, group, s)] != MARK_SHOWN)
                return true;
    }
    return false;
}

/* Another question may be told by the merged groups, which add up to what is shown of their parts: so
 * groups that can be merged are all of them large enough, or merged. */
static void hide_unmerged(struct view *view)
{
    if (view->table == view->full && view->merged)
        for (size_t g = 0; g < view->table->n_groups; g++)
            view->row_hidden[g] = true;
}

static void hide_rows(const struct guard *guard, const struct guard *guards, size_t n_guards,
                      size_t v)
{
    struct view *view = &guard->views[v];
    bool any_few = false;

    for (size_t g = 0; g < view->table->n_groups; g++) {
        uint64_t base = wrd_table_base(view->table, g);
        bool few = base > 0 && base < guard->rules.base; /* a group of nobody tells of nobody */
        if (view->level == LEVEL_OUT || few ||
            (guard->rules.profile != WRD_PROFILE_BASE_ONLY &&
             (row_is_alike(guard, view->table, g) ||
              filter_hidden(guard, guards, n_guards, view->table, g))))
            view->row_hidden[g] = true;
        any_few |= few;
    }
    if (guard->rules.profile == WRD_PROFILE_BASE_ONLY || v == 0)
        return;
    if (any_few)
        hide_unmerged(view);
    hide_second_rows(guard, view);
}

static bool cell_unsafe(const struct guard *guard, const struct facet *facet, size_t v,
                        size_t group, size_t set)
{
    const struct grid *grid = &facet->grids[v];
    const struct wrd_table *table = guard->views[v].table;
    uint64_t count = grid->count[wrd_grid_at(grid, group, set)];

    if (guard->rules.profile == WRD_PROFILE_BASE_ONLY)
        return false;
    if (facet == guard->dont_know)
        return wrd_dont_know_unsafe(guard, table, group);
    if (wrd_unsafe(&guard->rules, count))
        return true;
    /* an option that everybody ticked: R3 for multiple questions */
    return guard->outcome->kind == WRD_OUTCOME_MULTIPLE && set == 0 && count > 0 &&
           alike(&guard->rules, count, wrd_table_base(table, group));
}

static void mark_grid(const struct guard *guard, const struct facet *facet, size_t v)
{
    struct grid *grid = &facet->grids[v];
    bool pair = guard->outcome->kind == WRD_OUTCOME_MULTIPLE || facet == guard->dont_know;

    for (size_t g = 0; g < grid->n_groups; g++) {
        bool unsafe = false;
        for (size_t s = 0; s < grid->n_sets; s++) {
            bool bad = cell_unsafe(guard, facet, v, g, s) || guard->views[v].row_hidden[g];
            grid->mark[wrd_grid_at(grid, g, s)] = bad ? MARK_PRIMARY : MARK_SHOWN;
            unsafe |= bad;
        }
        /* ticked and not ticked are one figure, known and not known too: both go */
        for (size_t s = 0; pair && unsafe && s < grid->n_sets; s++)
            grid->mark[wrd_grid_at(grid, g, s)] = MARK_PRIMARY;
    }
}

void wrd_primary(struct guard *guard, const struct guard *guards, size_t n_guards)
{
    for (size_t v = 0; v < guard->n_views; v++) {
        hide_rows(guard, guards, n_guards, v);
        for (size_t f = 0; f < guard->n_facets; f++)
            mark_grid(guard, &guard->facets[f], v);
        if (guard->dont_know)
            mark_grid(guard, guard->dont_know, v);
    }
}
