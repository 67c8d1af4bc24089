/* crossed.c - see crossed.h. */
#include "tabulate/crossed.h"

/* group_of[n_groups + 1]: the group of an answer on the group variable; groups->n: none. */
static size_t *group_of_answers(struct wrd_arena *arena, const struct wrd_breakdown *breakdown)
{
    const size_t n = breakdown->grouping.n_groups + 1;
    size_t *group_of = wrd_arena_take_array(arena, n, sizeof *group_of);
    for (size_t a = 0; a < n; a++)
        group_of[a] = breakdown->full.n;
    for (size_t g = 0; g < breakdown->full.n; g++)
        for (size_t p = 0; p < breakdown->full.of[g].n_parts; p++)
            group_of[breakdown->full.of[g].parts[p]] = g;
    return group_of;
}

static void add_sums(struct wrd_arena *arena, const struct wrd_tally *tally,
                     const struct wrd_breakdown *breakdown, const size_t *group_of,
                     struct wrd_crosstab *table)
{
    const struct wrd_grouping *grouping = &breakdown->grouping;
    const size_t n_strata = grouping->n_strata, n_cells = wrd_crosstab_cells(table);
    struct wrd_sums *sums = wrd_arena_take_array(arena, n_strata * n_cells, sizeof *sums);
    uint64_t *zeros =
        tally->zeros ? wrd_arena_take_array(arena, n_strata * n_cells, sizeof *zeros) : NULL;
    uint64_t *reached = wrd_arena_take_array(arena, n_strata, sizeof *reached);
    for (size_t a = 0; a < grouping->n_groups; a++) {
        if (group_of[a] == breakdown->full.n)
            continue;
        for (size_t h = 0; h < n_strata; h++) {
            const size_t from = (a * n_strata + h) * tally->n_slots;
            const size_t to = h * n_cells + group_of[a] * table->n_values;
            for (size_t v = 0; v < table->n_values; v++) {
                wrd_sums_merge(&sums[to + v], &tally->sums[from + v]);
                if (zeros)
                    zeros[to + v] += tally->zeros[from + v];
            }
            reached[h] += grouping->respondents[a * n_strata + h];
        }
    }
    table->sums = sums;
    table->zeros = zeros;
    table->reached = reached;
}

static const uint32_t *cells_of(struct wrd_arena *arena, const struct wrd_column *column,
                                const struct wrd_breakdown *breakdown, const size_t *group_of,
                                const struct wrd_crosstab *table)
{
    const size_t n = table->design->n, n_cells = wrd_crosstab_cells(table);
    uint32_t *cell = wrd_arena_take_array(arena, n, sizeof *cell);
    for (size_t i = 0; i < n; i++) {
        const size_t group = group_of[breakdown->grouping.cell[i] / breakdown->grouping.n_strata];
        const size_t slot = wrd_column_slot(column, i);
        if (group == breakdown->full.n)
            cell[i] = (uint32_t)n_cells + 1;
        else
            cell[i] = (uint32_t)(slot < table->n_values ? group * table->n_values + slot : n_cells);
    }
    return cell;
}

struct wrd_crosstab wrd_crossed_new(struct wrd_arena *arena, const struct wrd_frame *frame,
                                    const uint64_t *stratum_n, const struct wrd_column *column,
                                    const struct wrd_breakdown *breakdown)
{
    const struct wrd_tally tally = wrd_tally_new(arena, frame, &breakdown->grouping, column);
    const size_t *group_of = group_of_answers(arena, breakdown);
    struct wrd_crosstab table = { .design = &frame->design,
                                  .n_groups = breakdown->full.n,
                                  .n_values = column->n_codes,
                                  .stratum_n = stratum_n };
    add_sums(arena, &tally, breakdown, group_of, &table);
    if (frame->design.psu || frame->design.calibration)
        table.cell = cells_of(arena, column, breakdown, group_of, &table);
    wrd_crosstab_settle(arena, &table);
    return table;
}
