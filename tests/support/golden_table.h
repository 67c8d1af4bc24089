/* tests/support/golden_table.h - the golden mini data set of 24 respondents (STATISTICS.md) as a
 * table of groups by values, under the designs S (weights alone), D0 (strata), D (strata of finite
 * populations) and C (organisations within strata).  Its values were computed with R 4.2.2 and survey 4.1-1.
 *
 * The first three carry their variances in sums; with `units` they take them from units all the same. */
#ifndef SUPPORT_GOLDEN_TABLE_H
#define SUPPORT_GOLDEN_TABLE_H

#include <string.h>

#include "stats/crosstab.h"

enum { GOLDEN_N = 24, GOLDEN_CELLS = 15, GOLDEN_VALUES = 5 };

static const char golden_g[] = "222212212222111212222211",
                  golden_str[] = "111111112222222233333333",
                  golden_a1[] = "3323324243.5335435445435",
                  golden_a2[] = "443333433334333544345344",
                  golden_a3[] = "334.32533241425445445355",
                  golden_a4[] = "45323443435453454535.334";
static const double golden_scores[] = { 1, 2, 3, 4, 5 };
static const double golden_top2[] = { 0, 0, 0, 1, 1 };

struct golden_table {
    struct wrd_arena *arena;
    struct wrd_design design;
    struct wrd_crosstab table;
    int64_t weight[GOLDEN_N];
    uint32_t stratum[GOLDEN_N], psu[GOLDEN_N], psu_stratum[GOLDEN_N], cell[GOLDEN_N];
    double fraction[3];
    uint64_t stratum_n[3];
    struct wrd_sums sums[3 * GOLDEN_CELLS];
};

static inline void golden_table_design(struct golden_table *t, const char *design, bool units)
{
    const bool strata = strcmp(design, "S") != 0, clusters = strcmp(design, "C") == 0;
    for (size_t i = 0; i < GOLDEN_N; i++) {
        t->weight[i] = (const int64_t[]){ 50, 75, 125 }[i / 8];
        t->stratum[i] = strata ? (uint32_t)i / 8 : 0;
        t->psu[i] = (uint32_t)i / 2;
        t->psu_stratum[i / 2] = t->stratum[i];
        t->stratum_n[t->stratum[i]]++;
    }
    t->design = (struct wrd_design){
        .n = GOLDEN_N,
        .weight = t->weight,
        .one = 10,
        .stratum = t->stratum,
        .n_strata = strata ? 3 : 1,
    };
    if (clusters) {
        t->design.psu = t->psu;
        t->design.n_psu = GOLDEN_N / 2;
        t->design.psu_stratum = t->psu_stratum;
    }
    if (strcmp(design, "D") == 0) {
        for (size_t h = 0; h < 3; h++)
            t->fraction[h] = 8 / (const double[]){ 40, 60, 100 }[h];
        t->design.fraction = t->fraction;
    }
    t->table.cell = clusters || units ? t->cell : NULL;
}

/* group and value: a digit from 1 for each respondent, '.' for no answer. */
static inline struct golden_table *golden_table_new(const char *group, const char *value,
                                                    const char *design, bool units)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct golden_table *t = wrd_arena_take(arena, sizeof *t);
    t->arena = arena;
    golden_table_design(t, design, units);
    for (size_t i = 0; i < GOLDEN_N; i++)
        if ((size_t)(group[i] - '0') > t->table.n_groups)
            t->table.n_groups = (size_t)(group[i] - '0');
    t->table.n_values = GOLDEN_VALUES;
    const size_t n_cells = wrd_crosstab_cells(&t->table);
    for (size_t i = 0; i < GOLDEN_N; i++) {
        t->cell[i] = (uint32_t)n_cells;
        if (value[i] == '.')
            continue;
        t->cell[i] =
            (uint32_t)((size_t)(group[i] - '1') * GOLDEN_VALUES + (size_t)(value[i] - '1'));
        wrd_sums_add(&t->sums[t->stratum[i] * n_cells + t->cell[i]], (uint64_t)t->weight[i]);
    }
    t->table.design = &t->design;
    t->table.sums = t->sums;
    t->table.stratum_n = t->table.reached = t->stratum_n;
    wrd_crosstab_settle(arena, &t->table);
    return t;
}

#endif
