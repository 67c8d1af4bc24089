/* influence.c - see influence.h. */
#include "tabulate/influence.h"

static bool is_part(const struct wrd_grouping *grouping, uint32_t cell, const uint16_t *parts,
                    size_t n_parts)
{
    const size_t group = cell / grouping->n_strata;
    for (size_t p = 0; p < n_parts; p++)
        if (parts[p] == group)
            return true;
    return n_parts == 0;
}

uint32_t *wrd_slots_of(struct wrd_arena *arena, const struct wrd_frame *frame,
                       const struct wrd_column *column, const struct wrd_grouping *grouping,
                       const uint16_t *parts, size_t n_parts)
{
    uint32_t *slots = wrd_arena_take_array(arena, frame->n, sizeof *slots);
    for (size_t i = 0; i < frame->n; i++)
        slots[i] = is_part(grouping, grouping->cell[i], parts, n_parts)
                       ? (uint32_t)wrd_column_slot(column, i)
                       : WRD_NO_SLOT;
    return slots;
}

/* Whether the row counts answers of this slot. */
static bool is_in(const struct wrd_row *row, size_t slot, size_t answers)
{
    if (row->statistic == WRD_STAT_DONT_KNOW)
        return slot == answers + WRD_DONT_KNOW;
    if (row->statistic == WRD_MENTIONS)
        return slot == 1;
    for (size_t p = 0; p < row->n_parts; p++)
        if (row->parts[p] == slot)
            return true;
    return false;
}

void wrd_row_deviations(const struct wrd_row *row, const struct wrd_measure *measure,
                        size_t n_slots, const struct wrd_figure *figure, double *deviation)
{
    const size_t answers = n_slots - WRD_REASON_SLOTS;
    for (size_t slot = 0; slot < n_slots; slot++) {
        const bool counted = slot < answers || is_in(row, slot, answers);
        double from = 0;
        if (counted && wrd_is_of_scores(row->statistic))
            from = measure->y[slot] - figure->value;
        else if (counted)
            from = is_in(row, slot, answers) ? 1 - figure->value : -figure->value;
        deviation[slot] = from / figure->weight_sum;
    }
}
