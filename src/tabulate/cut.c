/* cut.c - see cut.h. */
#include "tabulate/cut.h"

static struct wrd_cut one_group(const struct wrd_tally *tally, const struct wrd_grouping *grouping,
                                size_t group)
{
    size_t size = grouping->n_strata * tally->n_slots;
    return (struct wrd_cut){
        .n_strata = grouping->n_strata,
        .n_slots = tally->n_slots,
        .sums = tally->sums + group * size,
        .zeros = tally->zeros ? tally->zeros + group * size : NULL,
        .respondents = grouping->respondents + group * grouping->n_strata,
    };
}

static void add_numbers(uint64_t *into, const uint64_t *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        into[i] += from[i];
}

struct wrd_cut wrd_cut_of(struct wrd_arena *arena, const struct wrd_tally *tally,
                          const struct wrd_grouping *grouping, const uint16_t *parts,
                          size_t n_parts)
{
    struct wrd_cut cut = one_group(tally, grouping, parts[0]);
    if (n_parts == 1)
        return cut;
    size_t size = cut.n_strata * cut.n_slots;
    struct wrd_sums *sums = wrd_arena_take_array(arena, size, sizeof *sums);
    uint64_t *zeros = cut.zeros ? wrd_arena_take_array(arena, size, sizeof *zeros) : NULL;
    uint64_t *respondents = wrd_arena_take_array(arena, cut.n_strata, sizeof *respondents);
    for (size_t p = 0; p < n_parts; p++) {
        struct wrd_cut part = one_group(tally, grouping, parts[p]);
        for (size_t i = 0; i < size; i++)
            wrd_sums_merge(&sums[i], &part.sums[i]);
        if (zeros)
            add_numbers(zeros, part.zeros, size);
        add_numbers(respondents, part.respondents, cut.n_strata);
    }
    cut.sums = sums;
    cut.zeros = zeros;
    cut.respondents = respondents;
    return cut;
}

struct wrd_sums wrd_cut_sums(const struct wrd_cut *cut, size_t h, size_t first, size_t end)
{
    struct wrd_sums all = { 0 };
    for (size_t slot = first; slot < end; slot++)
        wrd_sums_merge(&all, &cut->sums[h * cut->n_slots + slot]);
    return all;
}

uint64_t wrd_cut_zeros(const struct wrd_cut *cut, size_t h, size_t first, size_t end)
{
    uint64_t n = 0;
    for (size_t slot = first; cut->zeros && slot < end; slot++)
        n += cut->zeros[h * cut->n_slots + slot];
    return n;
}

uint64_t wrd_cut_count(const struct wrd_cut *cut, size_t first, size_t end)
{
    uint64_t n = 0;
    for (size_t h = 0; h < cut->n_strata; h++)
        n += wrd_cut_sums(cut, h, first, end).n;
    return n;
}
