#include "disclose/guard.h"

#include <string.h>

static struct rules rules_of(const struct wrd_tables *tables, const struct wrd_outcome *outcome)
{
    const struct wrd_study *study = tables->study;
    enum wrd_respondents who = study->sources[outcome->source].respondents;

    return (struct rules){
        .profile = study->disclosure.profile,
        .base = study->disclosure.min_base[who],
        .cell = study->disclosure.min_cell[who],
        .sensitive = outcome->sensitive || study->disclosure.profile == WRD_PROFILE_STRICT,
    };
}

/* A view a breakdown: its full table, and the merged one where there is one. */
static void find_views(struct wrd_arena *arena, struct guard *guard)
{
    const struct wrd_outcome *outcome = guard->outcome;

    guard->views = wrd_arena_take_array(arena, outcome->n_tables, sizeof *guard->views);
    for (size_t t = 0; t < outcome->n_tables; t++) {
        const struct wrd_table *table = &outcome->tables[t];
        if (table->merged)
            guard->views[guard->n_views - 1].merged = table;
        else
            guard->views[guard->n_views++].full = table;
    }
}

/* The fallback rows of an item name the answers that may be merged. */
static void find_fallback(struct wrd_arena *arena, const struct wrd_outcome *outcome,
                          struct facet *facet)
{
    uint16_t *set = wrd_arena_take_array(arena, outcome->n_categories + 1, sizeof *set);
    bool merges = false;
    size_t n = 0;

    for (size_t r = 0; r < outcome->n_rows; r++) {
        const struct wrd_row *row = &outcome->rows[r];
        if (row->statistic != WRD_SHARE || row->coding == WRD_CODING_FULL)
            continue;
        for (size_t p = 0; p < row->n_parts; p++)
            set[row->parts[p]] = (uint16_t)n;
        merges |= row->n_parts > 1;
        n++;
    }
    if (!merges)
        return;
    facet->fallback = set;
    facet->n_fallback = n;
}

static void find_facets(struct wrd_arena *arena, struct guard *guard)
{
    const struct wrd_outcome *outcome = guard->outcome;
    bool multiple = outcome->kind == WRD_OUTCOME_MULTIPLE;

    if (outcome->kind == WRD_OUTCOME_ITEM || multiple) {
        guard->n_facets = multiple ? outcome->n_categories : 1;
        guard->facets = wrd_arena_take_array(arena, guard->n_facets, sizeof *guard->facets);
    }
    for (size_t f = 0; f < guard->n_facets; f++) {
        struct facet *facet = &guard->facets[f];
        facet->n_categories = multiple ? 2 : outcome->n_categories;
        facet->least = guard->rules.cell;
        if (!multiple)
            find_fallback(arena, outcome, facet);
    }
    for (size_t r = 0; r < outcome->n_rows; r++)
        if (outcome->rows[r].statistic == WRD_STAT_DONT_KNOW && !guard->dont_know) {
            guard->dont_know = wrd_arena_take(arena, sizeof *guard->dont_know);
            guard->dont_know->n_categories = 2;
            guard->dont_know->least = 1;
        }
}

struct guard wrd_guard_new(struct wrd_arena *arena, const struct wrd_tables *tables,
                           const struct wrd_outcome *outcome)
{
    struct guard guard = { .outcome = outcome, .rules = rules_of(tables, outcome) };

    find_views(arena, &guard);
    find_facets(arena, &guard);
    return guard;
}

bool wrd_view_falls_back(const struct guard *guard, const struct view *view)
{
    return view->level != LEVEL_FULL && guard->n_facets && guard->facets[0].fallback;
}

size_t wrd_facet_set(const struct facet *facet, const struct grid *grid, size_t category)
{
    return grid->n_sets == facet->n_categories ? category : facet->fallback[category];
}

/* How many of the group gave the facet's category. */
static uint64_t category_count(const struct guard *guard, const struct facet *facet,
                               const uint64_t *counts, uint64_t base, size_t category)
{
    const struct wrd_outcome *outcome = guard->outcome;

    if (facet == guard->dont_know)
        return category == 0 ? counts[outcome->n_categories + WRD_DONT_KNOW]
                             : wrd_missing_otherwise(guard, counts);
    if (outcome->kind == WRD_OUTCOME_MULTIPLE) {
        uint64_t ticked = counts[facet - guard->facets];
        return category == 0 ? ticked : base - ticked;
    }
    return counts[category];
}

static void fill_grid(struct wrd_arena *arena, const struct guard *guard, struct facet *facet,
                      size_t v)
{
    const struct view *view = &guard->views[v];
    struct grid *grid = &facet->grids[v];
    const struct wrd_table *table = view->table;

    grid->n_groups = table->n_groups;
    grid->n_sets = wrd_view_falls_back(guard, view) && facet->fallback ? facet->n_fallback
                                                                       : facet->n_categories;
    grid->count = wrd_arena_take_array(arena, grid->n_groups * grid->n_sets, sizeof *grid->count);
    grid->mark = wrd_arena_take_array(arena, grid->n_groups * grid->n_sets, sizeof *grid->mark);
    for (size_t c = 0; c < facet->n_categories; c++) {
        size_t set = wrd_facet_set(facet, grid, c);
        for (size_t g = 0; g < grid->n_groups; g++)
            grid->count[wrd_grid_at(grid, g, set)] += category_count(
                guard, facet, wrd_table_counts(table, g), wrd_table_base(table, g), c);
    }
}

void wrd_guard_lay_out(struct wrd_arena *arena, struct guard *guard)
{
    for (size_t v = 0; v < guard->n_views; v++) {
        struct view *view = &guard->views[v];
        view->table = view->level >= LEVEL_GROUPS && view->merged ? view->merged : view->full;
        size_t n = view->table->n_groups;
        view->row_hidden = wrd_arena_take_array(arena, n, sizeof(bool));
        view->mean_hidden = wrd_arena_take_array(arena, n, sizeof(bool));
        view->mean_interval = wrd_arena_take_array(arena, n, sizeof(bool));
    }
    for (size_t f = 0; f <= guard->n_facets; f++) {
        struct facet *facet = f < guard->n_facets ? &guard->facets[f] : guard->dont_know;
        if (!facet)
            continue;
        facet->grids = wrd_arena_take_array(arena, guard->n_views, sizeof *facet->grids);
        for (size_t v = 0; v < guard->n_views; v++)
            fill_grid(arena, guard, facet, v);
    }
}

const struct guard *wrd_guard_of(const struct guard *guards, size_t n_guards,
                                 const struct wrd_outcome *outcome)
{
    for (size_t i = 0; i < n_guards; i++)
        if (guards[i].outcome == outcome)
            return &guards[i];
    return NULL;
}

const struct guard *wrd_guard_named(const struct guard *guards, size_t n_guards, size_t source,
                                    const char *variable)
{
    for (size_t i = 0; i < n_guards; i++) {
        const struct wrd_outcome *outcome = guards[i].outcome;
        if (outcome->variable && outcome->published && outcome->source == source &&
            strcmp(outcome->variable->name, variable) == 0)
            return &guards[i];
    }
    return NULL;
}

const struct view *wrd_view_like(const struct guard *guard, const struct wrd_table *table)
{
    for (size_t v = 0; v < guard->n_views; v++) {
        const struct view *view = &guard->views[v];
        if (view->table && view->table->by == table->by && view->table->merged == table->merged &&
            view->level != LEVEL_OUT)
            return view;
    }
    return NULL;
}
