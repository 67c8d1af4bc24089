/* write/workbook_topic.c - a question or scale: everybody, what changed, earlier waves and every
 * breakdown as rows of one table; see workbook.h. */
#include "write/workbook.h"

#include <string.h>

#include "core/text.h"
#include "write/results.h"
#include "write/wording.h"

enum {
    ROW,
    BREAKDOWN,
    GROUP,
    WAVE,
    FIGURE_AT,
    FOUND = FIGURE_AT + WRD_FIGURE_COLUMNS,
    KEYS,
    KEY_COLUMNS = 4
};

static const size_t key_columns[KEY_COLUMNS] = { WRD_KEY_CODE, WRD_KEY_GROUP_VARIABLE,
                                                 WRD_KEY_GROUP_CODE, WRD_KEY_STATISTIC };
static const struct wrd_book_keys keys = { key_columns, KEY_COLUMNS };

static void begin_row(const struct wrd_workbook *book, const struct wrd_seen_table *table,
                      size_t group, size_t row, const char *wave, struct wrd_sheet *sheet)
{
    struct wrd_arena *arena = book->plan->arena;
    wrd_sheet_row(sheet);
    wrd_sheet_text(sheet, ROW, wrd_row_label(arena, table->outcome, table->rows[row], book->lang));
    wrd_sheet_text(sheet, BREAKDOWN, wrd_breakdown_label(table, book->lang));
    wrd_sheet_text(sheet, GROUP, wrd_group_label(&table->groups[group], table->by, book->lang));
    wrd_sheet_text(sheet, WAVE, wave);
}

static void put_group(const struct wrd_workbook *book, const struct wrd_seen_table *table,
                      size_t group, struct wrd_sheet *sheet)
{
    const char *wave = book->plan->study->waves[table->wave].name;
    for (size_t row = 0; row < table->n_rows; row++) {
        const struct wrd_seen *cell = wrd_seen_cell(table, group, row);
        const enum wrd_statistic statistic = table->rows[row]->statistic;
        begin_row(book, table, group, row, wave, sheet);
        wrd_sheet_figure(sheet, FIGURE_AT, cell, wrd_statistic_decimals(statistic));
        if (cell->differs != 0)
            wrd_sheet_text(sheet, FOUND,
                           wrd_book_word(book, cell->differs > 0 ? WRD_WORD_SHEET_HIGHER
                                                                 : WRD_WORD_SHEET_LESS));
        const struct wrd_result_key key =
            wrd_figure_key(book->plan, table, group, row, wrd_statistic_name(statistic));
        wrd_book_key(sheet, &keys, &key);
    }
}

static void put_changes(const struct wrd_workbook *book, const struct wrd_seen_table *total,
                        struct wrd_sheet *sheet)
{
    const struct wrd_plan *plan = book->plan;
    if (!total->changes)
        return;
    const char *since = wrd_sentence(plan->arena, WRD_WORD_CHANGE_SINCE, book->lang,
                                     plan->study->waves[total->before].name);
    for (size_t row = 0; row < total->n_rows; row++) {
        const enum wrd_statistic statistic = total->rows[row]->statistic;
        const struct wrd_seen_change *change = &total->changes[row];
        if (!wrd_change_name(statistic))
            continue;
        begin_row(book, total, 0, row, since, sheet);
        wrd_sheet_figure(sheet, FIGURE_AT, &change->cell, wrd_statistic_decimals(statistic));
        wrd_sheet_text(sheet, FOUND, wrd_verdict_word(change->verdict, book->lang));
        const struct wrd_result_key key =
            wrd_figure_key(plan, total, 0, row, wrd_change_name(statistic));
        wrd_book_key(sheet, &keys, &key);
    }
}

static bool says(const char *const *lines, size_t n, const char *line)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(lines[i], line) == 0)
            return true;
    return false;
}

/* What is counted and how, then what was done to the table, each once. */
static const char *base_of(const struct wrd_workbook *book, const struct wrd_topic *topic)
{
    enum { OTHERS = 4 };
    const struct wrd_plan *plan = book->plan;
    const char **lines = wrd_arena_take_array(plan->arena, topic->n_by + OTHERS, sizeof *lines);
    const char *const of_all[] = {
        wrd_arena_format(plan->arena, "%s.",
                         topic->total ? wrd_base_line(plan, topic->total, book->lang)
                                      : wrd_fieldwork(plan->arena, plan->wave, book->lang)),
        wrd_topic_change(plan, topic, book->lang),
        wrd_left_out_note(plan, topic, book->lang),
        topic->total ? wrd_design_note(topic->total, book->lang) : NULL,
    };
    size_t n = 0;
    for (size_t i = 0; i < sizeof of_all / sizeof *of_all; i++)
        if (of_all[i])
            lines[n++] = of_all[i];
    for (size_t i = 0; i < topic->n_by; i++) {
        const char *note = wrd_design_note(topic->by[i], book->lang);
        if (note && !says(lines, n, note))
            lines[n++] = note;
    }
    return wrd_text_join(plan->arena, lines, n, " ");
}

/* Two sources may each have a topic of a name. */
static const char *name_of(const struct wrd_workbook *book, const struct wrd_topic *topic)
{
    const struct wrd_plan *plan = book->plan;
    for (size_t source = 0; source < plan->study->n_sources; source++)
        if (source != topic->source && wrd_plan_topic(plan, source, topic->outcome->name))
            return wrd_arena_format(plan->arena, "%s-%s", topic->outcome->name,
                                    plan->study->sources[topic->source].id);
    return topic->outcome->name;
}

void wrd_book_topic(struct wrd_workbook *book, const struct wrd_topic *topic)
{
    static const enum wrd_word heads[KEYS] = { WRD_WORD_SHEET_ROW,     WRD_WORD_HOW_BREAKDOWN,
                                               WRD_WORD_WEIGHTS_GROUP, WRD_WORD_ORIGIN_WAVE,
                                               WRD_FIGURE_HEADS,       WRD_WORD_CHANGE_VERDICT };
    const struct wrd_plan *plan = book->plan;
    struct wrd_sheet *sheet =
        wrd_book_sheet(book, name_of(book, topic),
                       wrd_sentence(plan->arena, WRD_WORD_HOW_OF, book->lang,
                                    wrd_people_heading(plan, topic->source, book->lang),
                                    wrd_outcome_label(topic->outcome, book->lang)),
                       heads, KEYS, &keys);
    sheet->base = base_of(book, topic);
    if (topic->total) {
        put_group(book, topic->total, 0, sheet);
        put_changes(book, topic->total, sheet);
    }
    for (size_t i = 0; i < topic->n_earlier; i++)
        put_group(book, topic->earlier[i], 0, sheet);
    for (size_t i = 0; i < topic->n_by; i++)
        for (size_t group = 0; topic->by[i]->n_rows > 0 && group < topic->by[i]->n_groups; group++)
            put_group(book, topic->by[i], group, sheet);
    wrd_book_close(book, sheet);
}
