/* write/notes.c - what a table says and why it looks as it does; see wording.h.
 *
 * R7: a sentence is made only from a figure that is shown. */
#include "write/wording.h"

#include "core/text.h"

#include <string.h>

static const char *neutral(const struct wrd_outcome *outcome, enum wrd_lang lang)
{
    static const enum wrd_word words[] = {
        [WRD_OUTCOME_ITEM] = WRD_WORD_SAYS_SHARES,
        [WRD_OUTCOME_NUMBER] = WRD_WORD_SAYS_NUMBER,
        [WRD_OUTCOME_SCALE] = WRD_WORD_SAYS_SCALE,
        [WRD_OUTCOME_MULTIPLE] = WRD_WORD_SAYS_MENTIONS,
    };
    return wrd_word(words[outcome->kind], lang);
}

/* The figure of the total's first row of this statistic, or NULL if it is not shown. */
static const char *shown_total(const struct wrd_plan *plan, const struct wrd_seen_table *total,
                               enum wrd_statistic statistic, enum wrd_lang lang)
{
    const struct wrd_row *row = total ? wrd_seen_row(total, statistic) : NULL;
    const struct wrd_seen *cell = row ? wrd_seen_of(total, 0, row) : NULL;
    if (!cell || cell->state != WRD_SHOWN)
        return NULL;
    return wrd_shown_number(plan->arena, cell->value, wrd_statistic_decimals(statistic), lang);
}

static const char *says_top2(const struct wrd_plan *plan, const struct wrd_topic *topic,
                             enum wrd_lang lang)
{
    const char *figure = shown_total(plan, topic->total, WRD_TOP2, lang);
    const char *answers = figure ? wrd_row_answers(plan->arena, topic->outcome,
                                                   wrd_seen_row(topic->total, WRD_TOP2), lang)
                                 : NULL;
    return answers ? wrd_sentence(plan->arena, WRD_WORD_SAYS_TOP2, lang, figure, answers) : NULL;
}

static const char *says(const struct wrd_plan *plan, const struct wrd_topic *topic,
                        enum wrd_statistic statistic, enum wrd_word word, enum wrd_lang lang)
{
    const char *figure = shown_total(plan, topic->total, statistic, lang);
    return figure ? wrd_sentence(plan->arena, word, lang, figure) : NULL;
}

const char *wrd_headline(const struct wrd_plan *plan, const struct wrd_topic *topic,
                         enum wrd_lang lang)
{
    const char *line = NULL;
    switch (topic->outcome->kind) {
    case WRD_OUTCOME_ITEM:
        line = says_top2(plan, topic, lang);
        if (!line && !(topic->total && wrd_seen_row(topic->total, WRD_TOP2)))
            line = says(plan, topic, WRD_MEAN, WRD_WORD_SAYS_MEAN, lang);
        break;
    case WRD_OUTCOME_NUMBER:
        line = says(plan, topic, WRD_MEAN, WRD_WORD_SAYS_MEAN, lang);
        break;
    case WRD_OUTCOME_SCALE:
        line = says(plan, topic, WRD_INDEX, WRD_WORD_SAYS_INDEX, lang);
        break;
    case WRD_OUTCOME_MULTIPLE:
        break;
    }
    return line ? line : neutral(topic->outcome, lang);
}

static bool merged_answers(const struct wrd_seen_table *table)
{
    for (size_t i = 0; i < table->n_rows; i++)
        if (table->rows[i]->statistic == WRD_SHARE && table->rows[i]->n_parts > 1)
            return true;
    return false;
}

static enum wrd_word merged_note(const struct wrd_seen_table *table)
{
    if (table->design == WRD_DESIGN_ANSWERS_MERGED)
        return WRD_WORD_NOTE_ANSWERS;
    return merged_answers(table) ? WRD_WORD_NOTE_GROUPS : WRD_WORD_NOTE_GROUPS_ONLY;
}

const char *wrd_design_note(const struct wrd_seen_table *table, enum wrd_lang lang)
{
    if (table->design == WRD_DESIGN_FULL || table->design == WRD_DESIGN_LEFT_OUT)
        return NULL;
    return wrd_word(merged_note(table), lang);
}

const char *wrd_left_out_note(const struct wrd_plan *plan, const struct wrd_topic *topic,
                              enum wrd_lang lang)
{
    const char **labels = wrd_arena_take_array(plan->arena, topic->n_by, sizeof *labels);
    size_t n = 0;
    for (size_t i = 0; i < topic->n_by; i++)
        if (topic->by[i]->design == WRD_DESIGN_LEFT_OUT)
            labels[n++] = wrd_sentence(plan->arena, WRD_WORD_QUOTED, lang,
                                       wrd_breakdown_label(topic->by[i], lang));
    if (n == 0)
        return NULL;
    return wrd_sentence(plan->arena, n == 1 ? WRD_WORD_NOTE_LEFT_OUT : WRD_WORD_NOTE_LEFT_OUT_MORE,
                        lang, wrd_text_join(plan->arena, labels, n, ", "));
}

const char *wrd_breakdown_label(const struct wrd_seen_table *table, enum wrd_lang lang)
{
    return table->by ? wrd_variable_label(table->by, lang) : wrd_word(WRD_WORD_EVERYBODY, lang);
}

enum wrd_word wrd_design_done(const struct wrd_seen_table *table)
{
    if (table->design == WRD_DESIGN_LEFT_OUT)
        return WRD_WORD_DONE_LEFT_OUT;
    if (table->design == WRD_DESIGN_ANSWERS_MERGED)
        return WRD_WORD_DONE_ANSWERS;
    return merged_answers(table) ? WRD_WORD_DONE_GROUPS : WRD_WORD_DONE_GROUPS_ONLY;
}

static bool any_hidden(const struct wrd_seen_table *const *tables, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (wrd_seen_has_state(tables[i], WRD_HIDDEN))
            return true;
    return false;
}

static bool any_flag(const struct wrd_seen_table *const *tables, size_t n, char flag)
{
    for (size_t i = 0; i < n; i++)
        if (wrd_seen_has_flag(tables[i], flag))
            return true;
    return false;
}

enum { MOST_REASONS = 6, MOST_ITEMS = 64 };

/* Why a series breaks, in the analyst's own words (note::xx of waves.csv), each once. */
struct reasons {
    const struct wrd_plan *plan;
    enum wrd_lang lang;
    const char *note[MOST_REASONS];
    size_t n;
};

static void add_reason(struct reasons *reasons, const char *note)
{
    if (!note[0] || reasons->n == MOST_REASONS)
        return;
    for (size_t i = 0; i < reasons->n; i++)
        if (strcmp(reasons->note[i], note) == 0)
            return;
    reasons->note[reasons->n++] = note;
}

static void reasons_of(struct reasons *reasons, const struct wrd_seen_table *table,
                       const struct wrd_variable *variable)
{
    const struct wrd_plan *plan = reasons->plan;
    const size_t waves[] = { table->changes ? table->before : table->wave, plan->wave_index };
    const struct wrd_wave_row *row;
    for (size_t w = 0; w < 2; w++)
        for (size_t at = 0; (row = wrd_codebook_wave_row(plan->codebook, plan->study, waves[w],
                                                         table->source, variable, &at));)
            if (row->comparable[0] && strcmp(row->comparable, "yes") != 0)
                add_reason(reasons, row->note[reasons->lang]);
}

static void find_reasons(struct reasons *reasons, const struct wrd_seen_table *table)
{
    const struct wrd_codebook *book = reasons->plan->codebook;
    const struct wrd_outcome *outcome = table->outcome;
    size_t items[MOST_ITEMS];
    size_t n = 0;
    if (outcome->variable)
        reasons_of(reasons, table, outcome->variable);
    if (outcome->scale)
        n = wrd_scale_items(book, (size_t)(outcome->scale - book->scales), table->source, items,
                            MOST_ITEMS);
    for (size_t i = 0; i < n && i < MOST_ITEMS; i++)
        reasons_of(reasons, table, &book->variables[items[i]]);
}

static const char *break_note(const struct wrd_plan *plan,
                              const struct wrd_seen_table *const *tables, size_t n,
                              enum wrd_lang lang)
{
    struct reasons reasons = { .plan = plan, .lang = lang };
    for (size_t t = 0; t < n; t++)
        if (tables[t] && wrd_seen_has_flag(tables[t], 'b'))
            find_reasons(&reasons, tables[t]);
    const char *sign = wrd_word(WRD_WORD_NOTE_BREAK, lang);
    if (reasons.n == 0)
        return sign;
    return wrd_sentence(plan->arena, WRD_WORD_NOTE_BREAK_WHY, lang, sign,
                        wrd_text_join(plan->arena, reasons.note, reasons.n, "; "));
}

static bool any_differs(const struct wrd_seen_table *const *tables, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (tables[i] && wrd_seen_differs(tables[i]))
            return true;
    return false;
}

const char *wrd_sign_note(const struct wrd_plan *plan, const struct wrd_seen_table *const *tables,
                          size_t n, bool undefined, enum wrd_lang lang)
{
    const char *notes[5];
    size_t used = 0;
    if (any_hidden(tables, n))
        notes[used++] = wrd_word(WRD_WORD_NOTE_HIDDEN, lang);
    if (any_flag(tables, n, 'u'))
        notes[used++] = wrd_word(WRD_WORD_NOTE_UNCERTAIN, lang);
    if (any_flag(tables, n, 'b'))
        notes[used++] = break_note(plan, tables, n, lang);
    if (undefined || any_flag(tables, n, 'z'))
        notes[used++] = wrd_word(WRD_WORD_NOTE_UNDEFINED, lang);
    if (any_differs(tables, n))
        notes[used++] = wrd_word(WRD_WORD_NOTE_DIFFERS, lang);
    return wrd_text_join(plan->arena, notes, used, " ");
}
