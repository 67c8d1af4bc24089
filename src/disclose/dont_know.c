/* R10: don't know against every other reason why an answer is missing.
 *
 * The share of don't-knows is shown when its count is 0 or safe.  But whoever knows how many
 * respondents a group has (from a question that all of it answered, or from quality.csv) knows how
 * many gave no answer to this one, so the don't-knows form a facet with the answers missing
 * otherwise: their sum is taken to be known.  Missing answers are no secret in themselves, so a sum
 * of few needs no companion; a count of don't-knows must only not follow from it. */
#include "disclose/guard.h"

/* Of those who were asked. */
uint64_t wrd_missing_otherwise(const struct guard *guard, const uint64_t *counts)
{
    const uint64_t *missing = counts + guard->outcome->n_categories;
    uint64_t sum = 0;

    for (int r = 0; r < WRD_REASONS; r++)
        if (r != WRD_NOT_ASKED && r != WRD_DONT_KNOW)
            sum += missing[r];
    return sum;
}

/* A hidden count is read as 1 or more, so that of a single missing answer would be 1: where one
 * answer is missing the count is hidden too when it is 0, unless nobody at all said don't know.  A
 * group without a valid answer has no base to show a share of. */
bool wrd_dont_know_unsafe(const struct guard *guard, const struct wrd_table *table, size_t group)
{
    const uint64_t *counts = wrd_table_counts(table, group);
    const uint64_t *all = wrd_table_counts(guard->views[0].table, 0);
    uint64_t dont_know = counts[guard->outcome->n_categories + WRD_DONT_KNOW];
    uint64_t everybody = all[guard->outcome->n_categories + WRD_DONT_KNOW];

    if (wrd_unsafe(&guard->rules, dont_know) || (dont_know && !wrd_table_base(table, group)))
        return true;
    if (everybody == 0 && wrd_missing_otherwise(guard, all) != 1)
        return false;
    return dont_know + wrd_missing_otherwise(guard, counts) == 1;
}

/* If hardly anybody left the question open in another way, the don't-knows of a group are those who
 * are missing from its base.  So where one group hides them, everybody's table hides them too. */
void wrd_hide_total_dont_know(const struct guard *guard)
{
    struct facet *facet = guard->dont_know;
    bool hidden = false;

    if (wrd_missing_otherwise(guard, wrd_table_counts(guard->views[0].table, 0)) >=
        guard->rules.cell)
        return;
    for (size_t v = 1; v < guard->n_views; v++)
        for (size_t g = 0; guard->views[v].level != LEVEL_OUT && g < facet->grids[v].n_groups; g++)
            hidden |= facet->grids[v].mark[wrd_grid_at(&facet->grids[v], g, 0)] != MARK_SHOWN;
    if (hidden)
        facet->grids[0].mark[0] = facet->grids[0].mark[1] = MARK_PRIMARY;
}

void wrd_hide_dont_knows(const struct guard *guard, size_t first_view)
{
    struct grid *total = &guard->dont_know->grids[0];

    total->mark[0] = total->mark[1] = MARK_SHOWN;
    for (size_t v = first_view; v < guard->n_views; v++) {
        struct grid *grid = &guard->dont_know->grids[v];
        for (size_t i = 0; i < grid->n_groups * grid->n_sets; i++)
            grid->mark[i] = MARK_PRIMARY;
    }
}
