/* write/change.c - changes between waves in words; see wording.h and grid.h.
 *
 * The words are those of REPORTS: a change is named where it was tested and shown, and never with a
 * cause. */
#include "write/grid.h"
#include "write/wording.h"

enum { LABEL, CHANGE, BOUNDS, VERDICT, COLUMNS };

static const struct wrd_seen_change *change_of(const struct wrd_seen_table *total,
                                               const struct wrd_row *row)
{
    for (size_t r = 0; total && total->changes && r < total->n_rows; r++)
        if (total->rows[r] == row)
            return &total->changes[r];
    return NULL;
}

static const char *wave_before(const struct wrd_plan *plan, const struct wrd_seen_table *total)
{
    return plan->study->waves[total->before].name;
}

const char *wrd_change_sentence(const struct wrd_plan *plan, const struct wrd_seen_table *total,
                                const struct wrd_row *row, enum wrd_lang lang)
{
    static const enum wrd_word words[] = {
        [WRD_VERDICT_RISEN] = WRD_WORD_CHANGE_RISEN,
        [WRD_VERDICT_FALLEN] = WRD_WORD_CHANGE_FALLEN,
        [WRD_VERDICT_SAME] = WRD_WORD_CHANGE_SAME,
        [WRD_VERDICT_UNCLEAR] = WRD_WORD_CHANGE_UNCLEAR,
        [WRD_VERDICT_BREAK] = WRD_WORD_CHANGE_BREAK,
    };
    const struct wrd_seen_change *change = change_of(total, row);
    if (!change || change->verdict == WRD_VERDICT_NONE)
        return NULL;
    return wrd_sentence(plan->arena, words[change->verdict], lang, wave_before(plan, total));
}

const char *wrd_line_sentence(const struct wrd_plan *plan, const struct wrd_seen_table *total,
                              const struct wrd_row *row, enum wrd_lang lang)
{
    const struct wrd_seen_change *change = change_of(total, row);
    enum wrd_word word = WRD_WORD_LINE_UNCLEAR;
    if (!change || change->line == WRD_VERDICT_NONE)
        return NULL;
    if (change->line == WRD_VERDICT_RISEN)
        word = WRD_WORD_LINE_RISES;
    if (change->line == WRD_VERDICT_FALLEN)
        word = WRD_WORD_LINE_FALLS;
    return wrd_sentence(plan->arena, word, lang, plan->study->waves[total->line_first].name,
                        plan->wave->name);
}

/* The row that the headline is about, or NULL: answers without an order have none. */
static const struct wrd_row *headline_row(const struct wrd_topic *topic)
{
    static const enum wrd_statistic first[] = { WRD_TOP2, WRD_INDEX, WRD_MEAN };
    for (size_t i = 0; topic->total && i < sizeof first / sizeof *first; i++) {
        const struct wrd_row *row = wrd_seen_row(topic->total, first[i]);
        if (row)
            return row;
    }
    return NULL;
}

/* A break is one of the whole question. */
static bool is_break(const struct wrd_seen_table *total)
{
    for (size_t r = 0; r < total->n_rows; r++)
        if (total->changes[r].verdict == WRD_VERDICT_BREAK)
            return true;
    return false;
}

static bool any_state(const struct wrd_seen_table *total, enum wrd_state state)
{
    for (size_t r = 0; r < total->n_rows; r++)
        if (total->changes[r].cell.state == state)
            return true;
    return false;
}

const char *wrd_topic_change(const struct wrd_plan *plan, const struct wrd_topic *topic,
                             enum wrd_lang lang)
{
    const struct wrd_seen_table *total = topic->total;
    const struct wrd_row *row = headline_row(topic);
    if (!total || !total->changes)
        return NULL;
    if (is_break(total))
        return wrd_sentence(plan->arena, WRD_WORD_CHANGE_BREAK, lang, wave_before(plan, total));
    if (!any_state(total, WRD_SHOWN))
        return any_state(total, WRD_HIDDEN) ? wrd_sentence(plan->arena, WRD_WORD_CHANGE_HIDDEN,
                                                           lang, wave_before(plan, total))
                                            : NULL;
    return row ? wrd_change_sentence(plan, total, row, lang) : NULL;
}

const char *wrd_topic_line(const struct wrd_plan *plan, const struct wrd_topic *topic,
                           enum wrd_lang lang)
{
    const struct wrd_row *row = headline_row(topic);
    return row ? wrd_line_sentence(plan, topic->total, row, lang) : NULL;
}

const char *wrd_change_title(const struct wrd_plan *plan, const struct wrd_topic *topic,
                             enum wrd_lang lang)
{
    return wrd_sentence(plan->arena, WRD_WORD_CHANGE_SINCE, lang, wave_before(plan, topic->total));
}

const char *wrd_shown_difference(const struct wrd_plan *plan, enum wrd_statistic statistic,
                                 const struct wrd_seen *cell, enum wrd_lang lang)
{
    if (cell->state == WRD_HIDDEN)
        return "x";
    if (cell->state != WRD_SHOWN)
        return "z";
    return wrd_arena_format(
        plan->arena, "%s%s%s", cell->value > 0 ? "+" : "",
        wrd_shown_number(plan->arena, cell->value, wrd_statistic_decimals(statistic), lang),
        cell->flag == 'u' ? " u" : "");
}

const char *wrd_change_found(enum wrd_verdict verdict, enum wrd_lang lang)
{
    switch (verdict) {
    case WRD_VERDICT_RISEN:
        return wrd_word(WRD_WORD_VERDICT_RISEN, lang);
    case WRD_VERDICT_FALLEN:
        return wrd_word(WRD_WORD_VERDICT_FALLEN, lang);
    case WRD_VERDICT_SAME:
        return wrd_word(WRD_WORD_VERDICT_SAME, lang);
    case WRD_VERDICT_UNCLEAR:
        return wrd_word(WRD_WORD_VERDICT_UNCLEAR, lang);
    default:
        return "";
    }
}

static void fill_row(const struct wrd_plan *plan, const struct wrd_seen_table *total, size_t row,
                     struct wrd_grid *grid, size_t at, enum wrd_lang lang)
{
    const enum wrd_statistic statistic = total->rows[row]->statistic;
    const struct wrd_seen_change *change = &total->changes[row];
    *wrd_grid_cell(grid, at, LABEL) =
        wrd_row_label(plan->arena, total->outcome, total->rows[row], lang);
    *wrd_grid_cell(grid, at, CHANGE) = wrd_shown_difference(plan, statistic, &change->cell, lang);
    *wrd_grid_cell(grid, at, BOUNDS) = wrd_shown_range(plan->arena, statistic, &change->cell, lang);
    *wrd_grid_cell(grid, at, VERDICT) = wrd_change_found(change->verdict, lang);
    grid->sum[at] = statistic != WRD_SHARE && total->outcome->kind == WRD_OUTCOME_ITEM;
    grid->undefined |= change->cell.state == WRD_NOT_DEFINED;
}

struct wrd_grid *wrd_grid_changes(const struct wrd_plan *plan, const struct wrd_topic *topic,
                                  enum wrd_lang lang)
{
    const struct wrd_seen_table *total = topic->total;
    size_t n = 0, at = 1;
    if (!total || !total->changes || is_break(total) || !any_state(total, WRD_SHOWN))
        return NULL;
    for (size_t r = 0; r < total->n_rows; r++)
        n += wrd_change_name(total->rows[r]->statistic) != NULL;
    struct wrd_grid *grid = wrd_grid_new(plan->arena, n + 1, COLUMNS);
    *wrd_grid_cell(grid, 0, LABEL) = wrd_word(
        topic->outcome->kind == WRD_OUTCOME_ITEM ? WRD_WORD_ANSWER : WRD_WORD_FIGURE, lang);
    *wrd_grid_cell(grid, 0, CHANGE) = wrd_word(WRD_WORD_CHANGE, lang);
    *wrd_grid_cell(grid, 0, BOUNDS) = wrd_word(WRD_WORD_BETWEEN, lang);
    *wrd_grid_cell(grid, 0, VERDICT) = wrd_word(WRD_WORD_CHANGE_VERDICT, lang);
    for (size_t r = 0; r < total->n_rows; r++)
        if (wrd_change_name(total->rows[r]->statistic))
            fill_row(plan, total, r, grid, at++, lang);
    return grid;
}
