/* R0: how much detail each breakdown of an outcome keeps.  Merging before hiding: a table full of
 * hidden cells says less than a smaller one without. */
#include "disclose/guard.h"

/* Most cells of a table that may be hidden at a level. */
static double most_hidden(enum level level)
{
    return level == LEVEL_FULL ? 0.10 : 0.25;
}

static enum level next_level(const struct guard *guard, size_t v)
{
    const struct view *view = &guard->views[v];
    bool counts = guard->n_facets > 0;

    if (v == 0) /* everybody: the answers merge; what is left stays, hidden or not */
        return LEVEL_ANSWERS;
    if (view->level == LEVEL_FULL && counts)
        return LEVEL_ANSWERS;
    if (view->level < LEVEL_GROUPS && view->merged)
        return LEVEL_GROUPS;
    return LEVEL_OUT;
}

/* Hidden cells of the view's table; for outcomes without counts, hidden means.  A group without answers
 * has no cells. */
static double hidden_share(const struct guard *guard, size_t v)
{
    const struct view *view = &guard->views[v];
    size_t cells = 0, hidden = 0;

    for (size_t g = 0; g < view->table->n_groups; g++) {
        if (wrd_table_base(view->table, g) == 0)
            continue;
        for (size_t f = 0; f < guard->n_facets; f++) {
            const struct grid *grid = &guard->facets[f].grids[v];
            for (size_t s = 0; s < grid->n_sets; s++)
                hidden += grid->mark[wrd_grid_at(grid, g, s)] != MARK_SHOWN;
            cells += grid->n_sets;
        }
        if (guard->n_facets == 0) {
            hidden += view->mean_hidden[g];
            cells++;
        }
    }
    return cells ? (double)hidden / (double)cells : 0;
}

/* The view that hides most beyond what its level allows; n_views: none. */
static size_t worst_view(const struct guard *guard)
{
    size_t worst = guard->n_views;

    double most = 0;

    for (size_t v = 0; v < guard->n_views; v++) {
        const struct view *view = &guard->views[v];
        double limit = guard->n_facets ? most_hidden(view->level) : most_hidden(LEVEL_ANSWERS);
        double hidden = hidden_share(guard, v);
        if (view->level == LEVEL_OUT || (v == 0 && view->level != LEVEL_FULL) || hidden <= limit)
            continue;
        if (hidden > most) {
            most = hidden;
            worst = v;
        }
    }
    return worst;
}

/* Everybody's table cannot be left out twice: then all goes, and an empty report is safe. */
static void leave_out(struct guard *guard, size_t v)
{
    bool again = guard->views[v].level == LEVEL_OUT;

    guard->views[v].level = LEVEL_OUT;
    for (size_t other = 0; again && other < guard->n_views; other++)
        guard->views[other].level = LEVEL_OUT;
}

static bool make_safe(const struct guard *guard, struct facet *facet, size_t *failed)
{
    struct wrd_arena *scratch = wrd_arena_new();
    bool safe = wrd_secondary(scratch, guard, facet, failed);

    wrd_arena_free(scratch);
    return safe;
}

/* Everybody's don't-knows say more than those of the groups: rather than lose them, no group shows
 * its own; and if that is not safe either, nobody does. */
static void protect_dont_knows(const struct guard *guard)
{
    struct facet *facet = guard->dont_know;
    bool keep_total = facet->grids[0].mark[0] == MARK_SHOWN;
    size_t failed = 0;

    wrd_hide_total_dont_know(guard);
    if (make_safe(guard, facet, &failed) && (facet->grids[0].mark[0] == MARK_SHOWN) == keep_total)
        return;
    wrd_hide_dont_knows(guard, keep_total ? 1 : 0);
    if (keep_total && (!make_safe(guard, facet, &failed) || facet->grids[0].mark[0] != MARK_SHOWN))
        wrd_hide_dont_knows(guard, 0);
}

/* Marks everything at the present levels; a view that cannot be made safe is left out.  Don't-knows
 * that cannot be made safe are not shown at all. */
static bool mark(struct guard *guard, const struct guard *guards, size_t n_guards)
{
    size_t failed = 0;

    wrd_primary(guard, guards, n_guards);
    if (guard->rules.profile != WRD_PROFILE_BASE_ONLY) {
        for (size_t f = 0; f < guard->n_facets; f++)
            if (!make_safe(guard, &guard->facets[f], &failed)) {
                leave_out(guard, failed);
                return false;
            }
        if (guard->dont_know)
            protect_dont_knows(guard);
    }
    if (guard->n_facets == 0)
        wrd_guard_means(guard, guards, n_guards);
    return true;
}

/* No breakdown tells the answers apart that everybody's table merges: its groups would add up to
 * them. */
static void follow_total(struct guard *guard)
{
    for (size_t v = 1; v < guard->n_views; v++)
        if (guard->views[v].level < guard->views[0].level)
            guard->views[v].level = guard->views[0].level;
}

void wrd_design(struct wrd_arena *arena, struct guard *guard, const struct guard *guards,
                size_t n_guards)
{
    for (;;) {
        wrd_guard_lay_out(arena, guard);
        if (!mark(guard, guards, n_guards))
            continue;
        if (guard->rules.profile == WRD_PROFILE_BASE_ONLY)
            break;
        size_t worst = worst_view(guard);
        if (worst == guard->n_views)
            break;
        guard->views[worst].level = next_level(guard, worst);
        follow_total(guard);
    }
    if (guard->n_facets)
        wrd_guard_means(guard, guards, n_guards);
}

enum wrd_table_design wrd_view_design(const struct guard *guard, const struct view *view)
{
    if (view->level == LEVEL_OUT)
        return WRD_DESIGN_LEFT_OUT;
    if (view->table->merged)
        return WRD_DESIGN_GROUPS_MERGED;
    return wrd_view_falls_back(guard, view) ? WRD_DESIGN_ANSWERS_MERGED : WRD_DESIGN_FULL;
}
