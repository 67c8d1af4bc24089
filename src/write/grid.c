/* write/grid.c - see grid.h. */
#include "write/grid.h"

#include "write/wording.h"

enum { LABEL, FIGURE, BOUNDS, EARLIER };

struct wrd_grid *wrd_grid_new(struct wrd_arena *arena, size_t n_rows, size_t n_columns)
{
    struct wrd_grid *grid = wrd_arena_take(arena, sizeof *grid);
    grid->n_rows = n_rows;
    grid->n_columns = n_columns;
    grid->cells = wrd_arena_take_array(arena, n_rows * n_columns, sizeof *grid->cells);
    grid->bar = wrd_arena_take_array(arena, n_rows, sizeof *grid->bar);
    grid->sum = wrd_arena_take_array(arena, n_rows, sizeof *grid->sum);
    for (size_t i = 0; i < n_rows * n_columns; i++)
        grid->cells[i] = "";
    for (size_t i = 0; i < n_rows; i++)
        grid->bar[i] = -1;
    return grid;
}

static bool has_answers(const struct wrd_outcome *outcome)
{
    return outcome->kind == WRD_OUTCOME_ITEM || outcome->kind == WRD_OUTCOME_MULTIPLE;
}

/* A row that sums up stands apart from the answers above it; an outcome without answers has none.
 */
static bool sums_up(const struct wrd_outcome *outcome, enum wrd_statistic statistic)
{
    return has_answers(outcome) && statistic != WRD_SHARE && statistic != WRD_MENTIONS;
}

/* The cell of `row`; NULL (a z in print) where the table has no such row. */
static const struct wrd_seen *cell_of(const struct wrd_seen_table *table, const struct wrd_row *row)
{
    return table ? wrd_seen_of(table, 0, row) : NULL;
}

static bool shown(const struct wrd_seen *cell)
{
    return cell && cell->state == WRD_SHOWN;
}

/* R7: a bar stands only in a row of which every figure is shown. */
static int bar_of(const struct wrd_topic *topic, const struct wrd_row *row)
{
    const struct wrd_seen *now = cell_of(topic->total, row);
    if (!shown(now) || !(wrd_is_percent(row->statistic) || row->statistic == WRD_INDEX))
        return -1;
    for (size_t i = 0; i < topic->n_earlier; i++) {
        const struct wrd_seen *then = cell_of(topic->earlier[i], row);
        if (then && then->state == WRD_HIDDEN)
            return -1;
    }
    return now->value >= 0 && now->value <= 100 ? (int)now->value : -1;
}

static void fill_total_row(const struct wrd_plan *plan, const struct wrd_topic *topic,
                           const struct wrd_row *row, struct wrd_grid *grid, size_t at,
                           enum wrd_lang lang)
{
    const struct wrd_seen *now = cell_of(topic->total, row);
    *wrd_grid_cell(grid, at, FIGURE) = wrd_shown_cell(plan->arena, row->statistic, now, lang);
    *wrd_grid_cell(grid, at, BOUNDS) = wrd_shown_range(plan->arena, row->statistic, now, lang);
    grid->bar[at] = bar_of(topic, row);
    grid->undefined |= !now || now->state == WRD_NOT_DEFINED;
    for (size_t i = 0; i < topic->n_earlier; i++) {
        const struct wrd_seen *then = cell_of(topic->earlier[i], row);
        *wrd_grid_cell(grid, at, EARLIER + i) =
            wrd_shown_cell(plan->arena, row->statistic, then, lang);
        grid->undefined |= !then || then->state == WRD_NOT_DEFINED;
    }
}

static void fill_total_head(const struct wrd_plan *plan, const struct wrd_topic *topic,
                            struct wrd_grid *grid, enum wrd_word label, enum wrd_lang lang)
{
    *wrd_grid_cell(grid, 0, LABEL) = wrd_word(label, lang);
    *wrd_grid_cell(grid, 0, FIGURE) = plan->wave->name;
    *wrd_grid_cell(grid, 0, BOUNDS) = wrd_word(WRD_WORD_BETWEEN, lang);
    for (size_t i = 0; i < topic->n_earlier; i++)
        *wrd_grid_cell(grid, 0, EARLIER + i) = plan->study->waves[topic->earlier[i]->wave].name;
}

static enum wrd_word stub_word(const struct wrd_outcome *outcome)
{
    return has_answers(outcome) ? WRD_WORD_ANSWER : WRD_WORD_FIGURE;
}

static void fill_total_n(const struct wrd_plan *plan, const struct wrd_topic *topic,
                         struct wrd_grid *grid, enum wrd_lang lang)
{
    const size_t at = grid->n_rows - 1;
    grid->sum[at] = has_answers(topic->outcome);
    *wrd_grid_cell(grid, at, LABEL) = wrd_word(WRD_WORD_NUMBER_OF_ANSWERS, lang);
    *wrd_grid_cell(grid, at, FIGURE) =
        topic->total ? wrd_shown_n(plan->arena, topic->total, 0, lang) : "x";
    for (size_t i = 0; i < topic->n_earlier; i++)
        *wrd_grid_cell(grid, at, EARLIER + i) =
            wrd_shown_n(plan->arena, topic->earlier[i], 0, lang);
}

struct wrd_grid *wrd_grid_total(const struct wrd_plan *plan, const struct wrd_topic *topic,
                                enum wrd_lang lang)
{
    struct wrd_grid *grid =
        wrd_grid_new(plan->arena, topic->n_rows + 2, EARLIER + topic->n_earlier);
    fill_total_head(plan, topic, grid, stub_word(topic->outcome), lang);
    for (size_t i = 0; i < topic->n_rows; i++) {
        *wrd_grid_cell(grid, i + 1, LABEL) =
            wrd_row_label(plan->arena, topic->outcome, topic->rows[i], lang);
        grid->sum[i + 1] = sums_up(topic->outcome, topic->rows[i]->statistic);
        fill_total_row(plan, topic, topic->rows[i], grid, i + 1, lang);
    }
    fill_total_n(plan, topic, grid, lang);
    return grid;
}

/* "62% (55 tot 69)", or "62% ▲ (55 tot 69)" where the group differs from the others. */
static const char *with_bounds(struct wrd_arena *arena, enum wrd_statistic statistic,
                               const struct wrd_seen *cell, enum wrd_lang lang)
{
    const char *figure = wrd_shown_cell(arena, statistic, cell, lang);
    const char *range = wrd_shown_range(arena, statistic, cell, lang);
    if (!shown(cell))
        return figure;
    if (cell->differs != 0)
        figure = wrd_arena_format(arena, "%s %s", figure,
                                  cell->differs > 0 ? WRD_SIGN_HIGHER : WRD_SIGN_LOWER);
    return *range ? wrd_arena_format(arena, "%s (%s)", figure, range) : figure;
}

static void fill_group(const struct wrd_plan *plan, const struct wrd_seen_table *table,
                       size_t group, struct wrd_grid *grid, enum wrd_lang lang)
{
    *wrd_grid_cell(grid, 0, group + 1) = wrd_group_label(&table->groups[group], table->by, lang);
    for (size_t row = 0; row < table->n_rows; row++) {
        const struct wrd_seen *cell = wrd_seen_cell(table, group, row);
        *wrd_grid_cell(grid, row + 1, group + 1) =
            with_bounds(plan->arena, table->rows[row]->statistic, cell, lang);
        grid->undefined |= cell->state == WRD_NOT_DEFINED;
    }
    *wrd_grid_cell(grid, grid->n_rows - 1, group + 1) =
        wrd_shown_n(plan->arena, table, group, lang);
}

struct wrd_grid *wrd_grid_by(const struct wrd_plan *plan, const struct wrd_seen_table *table,
                             enum wrd_lang lang)
{
    struct wrd_grid *grid = wrd_grid_new(plan->arena, table->n_rows + 2, table->n_groups + 1);
    *wrd_grid_cell(grid, 0, LABEL) = wrd_word(stub_word(table->outcome), lang);
    for (size_t row = 0; row < table->n_rows; row++) {
        *wrd_grid_cell(grid, row + 1, LABEL) =
            wrd_row_label(plan->arena, table->outcome, table->rows[row], lang);
        grid->sum[row + 1] = sums_up(table->outcome, table->rows[row]->statistic);
    }
    *wrd_grid_cell(grid, grid->n_rows - 1, LABEL) = wrd_word(WRD_WORD_NUMBER_OF_ANSWERS, lang);
    grid->sum[grid->n_rows - 1] = has_answers(table->outcome);
    for (size_t group = 0; group < table->n_groups; group++)
        fill_group(plan, table, group, grid, lang);
    return grid;
}

static bool is_scale_of(const struct wrd_topic *topic, size_t source)
{
    return topic->source == source && topic->outcome->kind == WRD_OUTCOME_SCALE && topic->total;
}

/* Waves before this one, the latest first: every scale has a column for each, known or not. */
static size_t earlier_waves(const struct wrd_plan *plan, size_t source, size_t *waves)
{
    size_t n = 0;
    for (size_t wave = plan->study->n_waves; wave-- > 0;) {
        bool used = false;
        for (size_t i = 0; i < plan->n_topics && !used; i++)
            for (size_t e = 0;
                 is_scale_of(&plan->topics[i], source) && e < plan->topics[i].n_earlier; e++)
                used |= plan->topics[i].earlier[e]->wave == wave;
        if (used)
            waves[n++] = wave;
    }
    return n;
}

static const struct wrd_seen_table *total_in(const struct wrd_topic *topic, size_t wave)
{
    for (size_t i = 0; i < topic->n_earlier; i++)
        if (topic->earlier[i]->wave == wave)
            return topic->earlier[i];
    return NULL;
}

static void fill_scale(const struct wrd_plan *plan, const struct wrd_topic *topic,
                       struct wrd_grid *grid, size_t at, const size_t *waves, size_t n_waves,
                       enum wrd_lang lang)
{
    const struct wrd_row *row = wrd_seen_row(topic->total, WRD_INDEX);
    const struct wrd_seen *now = row ? wrd_seen_of(topic->total, 0, row) : NULL;
    *wrd_grid_cell(grid, at, LABEL) = wrd_outcome_label(topic->outcome, lang);
    *wrd_grid_cell(grid, at, FIGURE) = wrd_shown_cell(plan->arena, WRD_INDEX, now, lang);
    *wrd_grid_cell(grid, at, BOUNDS) = wrd_shown_range(plan->arena, WRD_INDEX, now, lang);
    grid->bar[at] = row ? bar_of(topic, row) : -1;
    grid->undefined |= !now || now->state == WRD_NOT_DEFINED;
    for (size_t i = 0; i < n_waves; i++) {
        const struct wrd_seen_table *total = row ? total_in(topic, waves[i]) : NULL;
        const struct wrd_seen *then = total ? wrd_seen_of(total, 0, row) : NULL;
        *wrd_grid_cell(grid, at, EARLIER + i) = wrd_shown_cell(plan->arena, WRD_INDEX, then, lang);
        grid->undefined |= !then || then->state == WRD_NOT_DEFINED;
    }
    *wrd_grid_cell(grid, at, EARLIER + n_waves) = wrd_shown_n(plan->arena, topic->total, 0, lang);
}

struct wrd_grid *wrd_grid_scales(const struct wrd_plan *plan, size_t source, enum wrd_lang lang)
{
    size_t *waves = wrd_arena_take_array(plan->arena, plan->study->n_waves, sizeof *waves);
    const size_t n_waves = earlier_waves(plan, source, waves);
    struct wrd_grid *grid;
    size_t n = 0, at = 1;
    for (size_t i = 0; i < plan->n_topics; i++)
        n += is_scale_of(&plan->topics[i], source);
    if (n == 0)
        return NULL;
    grid = wrd_grid_new(plan->arena, n + 1, EARLIER + n_waves + 1);
    *wrd_grid_cell(grid, 0, LABEL) = wrd_word(WRD_WORD_SCALE, lang);
    *wrd_grid_cell(grid, 0, FIGURE) = plan->wave->name;
    *wrd_grid_cell(grid, 0, BOUNDS) = wrd_word(WRD_WORD_BETWEEN, lang);
    for (size_t i = 0; i < n_waves; i++)
        *wrd_grid_cell(grid, 0, EARLIER + i) = plan->study->waves[waves[i]].name;
    *wrd_grid_cell(grid, 0, EARLIER + n_waves) = "n";
    for (size_t i = 0; i < plan->n_topics; i++)
        if (is_scale_of(&plan->topics[i], source))
            fill_scale(plan, &plan->topics[i], grid, at++, waves, n_waves, lang);
    return grid;
}
