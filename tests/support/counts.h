/* tests/support/counts.h - outcomes made from counts alone, as tabulate would hand them to
 * disclose. */
#ifndef SUPPORT_COUNTS_H
#define SUPPORT_COUNTS_H

#include <string.h>

#include "core/number.h"
#include "waardering/arena.h"
#include "waardering/steps.h"

struct counts_study {
    struct wrd_study study;
    struct wrd_source source;
    struct wrd_wave wave;
    struct wrd_codebook book;
    struct wrd_tables tables;
};

static inline struct counts_study *counts_study(struct wrd_arena *arena,
                                                enum wrd_respondents respondents)
{
    struct counts_study *c = wrd_arena_take(arena, sizeof *c);

    c->source = (struct wrd_source){ .id = "src", .respondents = respondents };
    c->wave = (struct wrd_wave){ .name = "2026" };
    c->study.id = "counts";
    c->study.sources = &c->source;
    c->study.n_sources = 1;
    c->study.waves = &c->wave;
    c->study.n_waves = 1;
    c->study.disclosure.min_base[0] = c->study.disclosure.min_base[1] = 10;
    c->study.disclosure.min_cell[WRD_VOLUNTEERS] = 5;
    c->study.disclosure.min_cell[WRD_ORGANISATIONS] = 3;
    c->tables.study = &c->study;
    c->tables.codebook = &c->book;
    c->tables.outcomes = wrd_arena_take_array(arena, 16, sizeof *c->tables.outcomes);
    return c;
}

static inline const char *counts_code(struct wrd_arena *arena, size_t i)
{
    return wrd_count_text(arena, i + 1);
}

/* A share row an answer; with `sides`, five answers that merge as 1+2, 3, 4+5; and a mean. */
static inline void counts_rows(struct wrd_arena *arena, struct wrd_outcome *outcome, bool sides)
{
    size_t n = outcome->n_categories, r = 0;
    struct wrd_row *rows = wrd_arena_take_array(arena, n + 6, sizeof *rows);
    uint16_t *part = wrd_arena_take_array(arena, n, sizeof *part);

    for (size_t i = 0; i < n; i++) {
        part[i] = (uint16_t)i;
        rows[r++] =
            (struct wrd_row){ WRD_SHARE,  counts_code(arena, i),
                              { "", "" }, &part[i],
                              1,          sides && i != 2 ? WRD_CODING_FULL : WRD_CODING_BOTH,
                              0 };
    }
    if (sides) {
        rows[r++] =
            (struct wrd_row){ WRD_SHARE, "1+2", { "", "" }, &part[0], 2, WRD_CODING_FALLBACK, 0 };
        rows[r++] =
            (struct wrd_row){ WRD_SHARE, "4+5", { "", "" }, &part[3], 2, WRD_CODING_FALLBACK, 0 };
        rows[r++] = (struct wrd_row){ WRD_TOP2, "", { "", "" }, &part[3], 2, WRD_CODING_BOTH, 0 };
    }
    rows[r++] = (struct wrd_row){ .statistic = WRD_MEAN, .code = "" };
    outcome->rows = rows;
    outcome->n_rows = r;
}

static inline void counts_figures(struct wrd_arena *arena, struct wrd_table *table)
{
    const struct wrd_outcome *outcome = table->outcome;

    table->figures =
        wrd_arena_take_array(arena, table->n_groups * outcome->n_rows, sizeof *table->figures);
    for (size_t g = 0; g < table->n_groups; g++)
        for (size_t r = 0; r < outcome->n_rows; r++) {
            const struct wrd_row *row = &outcome->rows[r];
            struct wrd_figure *figure = wrd_table_figure(table, g, r);
            double base = (double)table->base[g], sum = 0;
            for (size_t p = 0; p < row->n_parts; p++)
                sum += (double)wrd_table_counts(table, g)[row->parts[p]];
            for (size_t c = 0; row->n_parts == 0 && c < outcome->n_categories; c++)
                sum += (double)wrd_table_counts(table, g)[c] * outcome->score[c];
            *figure = (struct wrd_figure){ .exists = base > 0,
                                           .value = sum / base,
                                           .lo = 0,
                                           .hi = row->n_parts ? 1 : 5,
                                           .n = table->base[g] };
        }
}

static inline void counts_table(struct wrd_arena *arena, struct wrd_table *table,
                                const struct wrd_outcome *outcome, const struct wrd_variable *by,
                                size_t n_groups, const unsigned *cells)
{
    size_t n = outcome->n_categories, stride = n + WRD_REASON_SLOTS;
    struct wrd_group *groups = wrd_arena_take_array(arena, n_groups, sizeof *groups);

    table->outcome = outcome;
    table->by = by;
    table->n_groups = n_groups;
    table->groups = groups;
    table->counts = wrd_arena_take_array(arena, n_groups * stride, sizeof *table->counts);
    table->base = wrd_arena_take_array(arena, n_groups, sizeof *table->base);
    table->rest = wrd_arena_take_array(arena, stride, sizeof *table->rest);
    for (size_t g = 0; g < n_groups; g++) {
        groups[g].code = by ? counts_code(arena, g) : "total";
        for (size_t c = 0; c < n; c++) {
            table->counts[g * stride + c] = cells[g * n + c];
            table->base[g] += cells[g * n + c];
        }
    }
    counts_figures(arena, table);
}

/* An item with `n` answers (scores 1, 2, ...) and breakdowns, each `groups[b]` rows of n counts;
 * the first breakdown's sum is everybody. */
static inline struct wrd_outcome *counts_item(struct wrd_arena *arena, struct counts_study *study,
                                              const char *name, size_t n, bool sides, size_t n_by,
                                              const size_t *groups, const unsigned *const *cells)
{
    struct wrd_outcome *outcome = &study->tables.outcomes[study->tables.n_outcomes++];
    struct wrd_variable *variables = wrd_arena_take_array(arena, n_by + 1, sizeof *variables);
    double *score = wrd_arena_take_array(arena, n, sizeof *score);
    unsigned *all = wrd_arena_take_array(arena, n, sizeof *all);

    variables[n_by].name = name;
    *outcome = (struct wrd_outcome){ .kind = WRD_OUTCOME_ITEM,
                                     .variable = &variables[n_by],
                                     .name = name,
                                     .published = true,
                                     .n_categories = n,
                                     .score = score };
    for (size_t c = 0; c < n; c++) {
        score[c] = (double)(c + 1);
        for (size_t g = 0; g < groups[0]; g++)
            all[c] += cells[0][g * n + c];
    }
    counts_rows(arena, outcome, sides);
    outcome->tables = wrd_arena_take_array(arena, n_by + 1, sizeof *outcome->tables);
    outcome->n_tables = n_by + 1;
    counts_table(arena, &outcome->tables[0], outcome, NULL, 1, all);
    for (size_t b = 0; b < n_by; b++) {
        variables[b].name = wrd_arena_format(arena, "by%s", counts_code(arena, b));
        counts_table(arena, &outcome->tables[b + 1], outcome, &variables[b], groups[b], cells[b]);
    }
    return outcome;
}

/* Missing answers of the item's tables, a pair (don't know, empty) a group: everybody first, then
 * each breakdown; and the row that shows the don't-knows. */
static inline void counts_missing(struct wrd_arena *arena, struct wrd_outcome *outcome,
                                  const unsigned *pairs)
{
    struct wrd_row *rows = (struct wrd_row *)(uintptr_t)outcome->rows; /* room was left */

    rows[outcome->n_rows++] = (struct wrd_row){ .statistic = WRD_STAT_DONT_KNOW, .code = "" };
    for (size_t t = 0; t < outcome->n_tables; t++) {
        struct wrd_table *table = &outcome->tables[t];
        for (size_t g = 0; g < table->n_groups; g++, pairs += 2) {
            uint64_t *missing = wrd_table_counts(table, g) + outcome->n_categories;
            missing[WRD_DONT_KNOW] = pairs[0];
            missing[WRD_EMPTY] = pairs[1];
        }
        counts_figures(arena, table);
    }
}

static inline const struct wrd_release *counts_disclose(struct wrd_arena *arena,
                                                        struct counts_study *study)
{
    const struct wrd_tables *tables[] = { &study->tables };
    const struct wrd_quality quality = { 0 };
    struct wrd_diag *diag = wrd_diag_new();
    struct wrd_release *release = NULL;

    wrd_disclose(arena, tables, 1, &quality, diag, &release);
    wrd_diag_free(diag);
    return release;
}

/* The cell of a table of the release; NULL: no such row (another coding, or left out). */
static inline const struct wrd_seen *counts_cell(const struct wrd_release *release, size_t table,
                                                 size_t group, enum wrd_statistic statistic,
                                                 const char *code)
{
    const struct wrd_seen_table *seen = wrd_release_table(release, table);

    for (size_t r = 0; r < seen->n_rows; r++)
        if (seen->rows[r]->statistic == statistic && strcmp(seen->rows[r]->code, code) == 0)
            return wrd_seen_cell(seen, group, r);
    return NULL;
}

#endif
