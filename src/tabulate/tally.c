/* tally.c - see tally.h.  The loops over respondents are the time of a run: they look up and add,
 * and decide nothing that can be decided before. */
#include "tabulate/tally.h"

enum { CODES8 = 256, CODES16 = 65536 };

struct wrd_grouping wrd_grouping_new(struct wrd_arena *arena, const struct wrd_frame *frame,
                                     const struct wrd_column *by)
{
    struct wrd_grouping grouping = { by ? by->n_codes : 1, frame->design.n_strata, NULL, NULL };
    size_t n_cells = (grouping.n_groups + 1) * grouping.n_strata;
    grouping.cell = wrd_arena_take_array(arena, frame->n, sizeof *grouping.cell);
    grouping.respondents = wrd_arena_take_array(arena, n_cells, sizeof *grouping.respondents);
    for (size_t i = 0; i < frame->n; i++) {
        size_t group = by ? wrd_column_code(by, i) : 0;
        if (group > grouping.n_groups)
            group = grouping.n_groups; /* a reason */
        size_t cell =
            group * grouping.n_strata + (frame->design.stratum ? frame->design.stratum[i] : 0);
        grouping.cell[i] = (uint32_t)cell;
        grouping.respondents[cell] += !frame->weight || frame->weight[i] > 0;
    }
    return grouping;
}

/* slots[code]: where a code of the column is counted. */
static uint32_t *slots_of(struct wrd_arena *scratch, const struct wrd_column *column)
{
    size_t n = column->c8 ? CODES8 : CODES16;
    size_t first_reason = column->c8 ? WRD_FIRST_REASON : WRD_FIRST_REASON16;
    uint32_t *slots = wrd_arena_take_array(scratch, n, sizeof *slots);
    for (size_t code = 0; code < n; code++)
        slots[code] =
            (uint32_t)(code < first_reason ? code : column->n_codes + code - first_reason);
    return slots;
}

/* The four loops differ in the width of a code and in whether weights differ; as one, every
 * respondent would pay for the question. */
static void count8(const uint8_t *code, const uint32_t *slots, const uint32_t *cell, size_t n,
                   struct wrd_tally *tally)
{
    for (size_t i = 0; i < n; i++)
        tally->sums[cell[i] * tally->n_slots + slots[code[i]]].n++;
}

static void count16(const uint16_t *code, const uint32_t *slots, const uint32_t *cell, size_t n,
                    struct wrd_tally *tally)
{
    for (size_t i = 0; i < n; i++)
        tally->sums[cell[i] * tally->n_slots + slots[code[i]]].n++;
}

static void weigh8(const uint8_t *code, const uint32_t *slots, const uint32_t *cell,
                   const int64_t *weight, size_t n, struct wrd_tally *tally)
{
    for (size_t i = 0; i < n; i++)
        wrd_sums_add(&tally->sums[cell[i] * tally->n_slots + slots[code[i]]], (uint64_t)weight[i]);
}

static void weigh16(const uint16_t *code, const uint32_t *slots, const uint32_t *cell,
                    const int64_t *weight, size_t n, struct wrd_tally *tally)
{
    for (size_t i = 0; i < n; i++)
        wrd_sums_add(&tally->sums[cell[i] * tally->n_slots + slots[code[i]]], (uint64_t)weight[i]);
}

static void everybody_weighs_one(struct wrd_tally *tally, size_t n, int64_t one)
{
    for (size_t i = 0; i < n; i++) {
        tally->sums[i].w = tally->sums[i].n * (uint64_t)one;
        tally->sums[i].w2 = (wrd_u128)tally->sums[i].w * (uint64_t)one;
    }
}

/* Apart, because hardly any survey has a weight of 0. */
static void count_zeros(struct wrd_arena *arena, const struct wrd_frame *frame,
                        const struct wrd_grouping *grouping, const struct wrd_column *column,
                        size_t n, struct wrd_tally *tally)
{
    for (size_t i = 0; i < frame->n; i++) {
        if (frame->weight[i] > 0)
            continue;
        if (!tally->zeros)
            tally->zeros = wrd_arena_take_array(arena, n, sizeof *tally->zeros);
        tally->zeros[grouping->cell[i] * tally->n_slots + wrd_column_slot(column, i)]++;
    }
}

struct wrd_tally wrd_tally_new(struct wrd_arena *arena, const struct wrd_frame *frame,
                               const struct wrd_grouping *grouping, const struct wrd_column *column)
{
    struct wrd_tally tally = { .n_slots = column->n_codes + WRD_REASON_SLOTS };
    size_t n = (grouping->n_groups + 1) * grouping->n_strata * tally.n_slots;
    tally.sums = wrd_arena_take_array(arena, n, sizeof *tally.sums);
    const uint32_t *slots = slots_of(arena, column), *cell = grouping->cell;
    if (frame->weight && column->c8)
        weigh8(column->c8, slots, cell, frame->weight, frame->n, &tally);
    else if (frame->weight)
        weigh16(column->c16, slots, cell, frame->weight, frame->n, &tally);
    else if (column->c8)
        count8(column->c8, slots, cell, frame->n, &tally);
    else
        count16(column->c16, slots, cell, frame->n, &tally);
    if (frame->weight)
        count_zeros(arena, frame, grouping, column, n, &tally);
    else
        everybody_weighs_one(&tally, n, frame->weight_one);
    return tally;
}
