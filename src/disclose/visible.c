/* What of a group's answers can be seen once cells are marked. */
#include "disclose/guard.h"

static const struct grid *grid_of(const struct guard *guard, size_t view, uint16_t part,
                                  const struct facet **facet)
{
    bool multiple = guard->outcome->kind == WRD_OUTCOME_MULTIPLE;

    *facet = &guard->facets[multiple ? part : 0];
    return &(*facet)->grids[view];
}

/* Every set lies inside or outside the parts, and those on one side are all shown. */
static bool side_shown(const struct facet *facet, const struct grid *grid, size_t group,
                       const uint16_t *parts, size_t n_parts, bool inside)
{
    for (size_t s = 0; s < grid->n_sets; s++) {
        size_t in = 0, of = 0;
        for (size_t c = 0; c < facet->n_categories; c++) {
            if (wrd_facet_set(facet, grid, c) != s)
                continue;
            of++;
            for (size_t p = 0; p < n_parts; p++)
                in += parts[p] == c;
        }
        if (in > 0 && in < of)
            return false;
        if ((in > 0) == inside && grid->mark[wrd_grid_at(grid, group, s)] != MARK_SHOWN)
            return false;
    }
    return true;
}

bool wrd_answers_visible(const struct guard *guard, size_t view, size_t group,
                         const uint16_t *parts, size_t n_parts)
{
    const struct facet *facet;
    const struct grid *grid = grid_of(guard, view, parts[0], &facet);

    if (guard->views[view].row_hidden[group])
        return false;
    if (guard->outcome->kind == WRD_OUTCOME_MULTIPLE)
        return grid->mark[wrd_grid_at(grid, group, 0)] == MARK_SHOWN;
    return side_shown(facet, grid, group, parts, n_parts, true) ||
           side_shown(facet, grid, group, parts, n_parts, false);
}

bool wrd_answer_merged(const struct facet *facet, const struct grid *grid, size_t category)
{
    size_t n = 0;

    for (size_t c = 0; c < facet->n_categories; c++)
        n += wrd_facet_set(facet, grid, c) == wrd_facet_set(facet, grid, category);
    return n > 1;
}

bool wrd_answers_clean(const struct guard *guard, size_t view, size_t group, const uint16_t *parts,
                       size_t n_parts)
{
    const struct facet *facet;
    const struct grid *grid = grid_of(guard, view, parts[0], &facet);
    const uint64_t *counts = wrd_table_counts(guard->views[view].table, group);

    if (guard->rules.profile == WRD_PROFILE_BASE_ONLY)
        return true;
    if (guard->outcome->kind == WRD_OUTCOME_MULTIPLE)
        return wrd_answers_visible(guard, view, group, parts, n_parts);
    if (!side_shown(facet, grid, group, parts, n_parts, true))
        return false;
    for (size_t p = 0; p < n_parts; p++)
        if (wrd_answer_merged(facet, grid, parts[p]) && wrd_unsafe(&guard->rules, counts[parts[p]]))
            return false;
    return true;
}
