#include "disclose/system.h"

/* A group without a valid answer is shown as that: its counts are known to be 0. */
static bool known_empty(const struct guard *guard, size_t v, size_t group)
{
    const struct view *view = &guard->views[v];

    return !view->row_hidden[group] && wrd_table_base(view->table, group) == 0;
}

/* Of a breakdown that is left out nothing is shown, so nothing follows: it has no unknowns. */
static bool left_out(const struct guard *guard, size_t v)
{
    return v > 0 && guard->views[v].level == LEVEL_OUT;
}

static void lay_cells(struct wrd_arena *scratch, const struct guard *guard,
                      const struct facet *facet, struct system *system, size_t *first)
{
    for (size_t v = 0; v < guard->n_views; v++) {
        first[v] = system->n_cells;
        system->n_cells += facet->grids[v].n_groups * facet->grids[v].n_sets;
    }
    system->cells = wrd_arena_take_array(scratch, system->n_cells, sizeof *system->cells);
    for (size_t v = 0; v < guard->n_views; v++) {
        const struct grid *grid = &facet->grids[v];
        for (size_t i = 0; i < grid->n_groups * grid->n_sets; i++)
            system->cells[first[v] + i] = (struct cell){
                .count = grid->count[i],
                .mark = &grid->mark[i],
                .view = (uint32_t)v,
                .group = (uint32_t)(i / grid->n_sets),
                .set = (uint32_t)(i % grid->n_sets),
                .fixed = left_out(guard, v) ||
                         (grid->count[i] == 0 && known_empty(guard, v, i / grid->n_sets)),
            };
    }
}

static struct equation *begin(struct wrd_arena *scratch, struct system *system, size_t room)
{
    struct equation *equation = &system->equations[system->n_equations++];

    equation->terms = wrd_arena_take_array(scratch, room, sizeof *equation->terms);
    return equation;
}

static void add_term(struct equation *equation, size_t cell, int sign)
{
    equation->terms[equation->n++] = (struct term){ (uint32_t)cell, (int8_t)sign };
}

static void add_rows(struct wrd_arena *scratch, const struct guard *guard,
                     const struct facet *facet, const size_t *first, struct system *system)
{
    for (size_t v = 0; v < guard->n_views; v++) {
        const struct grid *grid = &facet->grids[v];
        for (size_t g = 0; g < grid->n_groups; g++) {
            if (guard->views[v].row_hidden[g])
                continue;
            struct equation *row = begin(scratch, system, grid->n_sets);
            for (size_t s = 0; s < grid->n_sets; s++)
                add_term(row, first[v] + wrd_grid_at(grid, g, s), 1);
        }
    }
}

/* One column of view v: everybody's cells of a block of answers against the groups'. */
static void add_column(struct wrd_arena *scratch, const struct facet *facet, size_t v,
                       const size_t *first, const struct grid *coarse, size_t block,
                       struct system *system)
{
    const struct grid *total = &facet->grids[0], *grid = &facet->grids[v];
    struct equation *column = begin(scratch, system, total->n_sets + grid->n_groups * grid->n_sets);
    bool *in_total = wrd_arena_take_array(scratch, total->n_sets, sizeof *in_total);
    bool *in_view = wrd_arena_take_array(scratch, grid->n_sets, sizeof *in_view);

    for (size_t c = 0; c < facet->n_categories; c++)
        if (wrd_facet_set(facet, coarse, c) == block) {
            in_total[wrd_facet_set(facet, total, c)] = true;
            in_view[wrd_facet_set(facet, grid, c)] = true;
        }
    for (size_t s = 0; s < total->n_sets; s++)
        if (in_total[s])
            add_term(column, first[0] + s, 1);
    for (size_t g = 0; g < grid->n_groups; g++)
        for (size_t s = 0; s < grid->n_sets; s++)
            if (in_view[s])
                add_term(column, first[v] + wrd_grid_at(grid, g, s), -1);
}

static void add_columns(struct wrd_arena *scratch, const struct guard *guard,
                        const struct facet *facet, const size_t *first, struct system *system)
{
    const struct grid *total = &facet->grids[0];

    for (size_t v = 1; v < guard->n_views; v++) {
        if (left_out(guard, v))
            continue;
        const struct grid *grid = &facet->grids[v];
        const struct grid *coarse = grid->n_sets < total->n_sets ? grid : total;
        for (size_t b = 0; b < coarse->n_sets; b++)
            add_column(scratch, facet, v, first, coarse, b, system);
    }
}

static void link_cells(struct wrd_arena *scratch, struct system *system)
{
    for (size_t e = 0; e < system->n_equations; e++)
        for (size_t t = 0; t < system->equations[e].n; t++)
            system->cells[system->equations[e].terms[t].cell].n_equations++;
    for (size_t i = 0; i < system->n_cells; i++) {
        struct cell *cell = &system->cells[i];
        cell->equations = wrd_arena_take_array(scratch, cell->n_equations, sizeof(uint32_t));
        cell->n_equations = 0;
    }
    for (size_t e = 0; e < system->n_equations; e++)
        for (size_t t = 0; t < system->equations[e].n; t++) {
            struct cell *cell = &system->cells[system->equations[e].terms[t].cell];
            cell->equations[cell->n_equations++] = (uint32_t)e;
        }
}

/* Nobody in all gave the answer, and that is shown: so nobody in any group did. */
static void fix_zeros(struct system *system)
{
    for (size_t e = 0; e < system->n_equations; e++) {
        const struct equation *equation = &system->equations[e];
        uint64_t total = 0;
        bool column = false, hidden = false;
        for (size_t t = 0; t < equation->n; t++) {
            const struct cell *cell = &system->cells[equation->terms[t].cell];
            column |= cell->view > 0 && equation->terms[t].sign < 0;
            if (cell->view == 0) {
                total += cell->count;
                hidden |= *cell->mark != MARK_SHOWN;
            }
        }
        if (!column || total > 0 || hidden)
            continue;
        for (size_t t = 0; t < equation->n; t++)
            system->cells[equation->terms[t].cell].fixed = true;
    }
}

struct system wrd_system_new(struct wrd_arena *scratch, const struct guard *guard,
                             const struct facet *facet)
{
    struct system system = { 0 };
    size_t *first = wrd_arena_take_array(scratch, guard->n_views, sizeof *first);
    size_t room = 0;

    lay_cells(scratch, guard, facet, &system, first);
    for (size_t v = 0; v < guard->n_views; v++)
        room += facet->grids[v].n_groups + facet->n_categories;
    system.equations = wrd_arena_take_array(scratch, room, sizeof *system.equations);
    add_rows(scratch, guard, facet, first, &system);
    add_columns(scratch, guard, facet, first, &system);
    link_cells(scratch, &system);
    fix_zeros(&system);
    return system;
}
