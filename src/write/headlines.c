/* write/headlines.c - see headlines.h. */
#include "write/headlines.h"

#include "core/text.h"
#include "write/family.h"
#include "write/wording.h"

/* --- since when */

static bool has_changes(const struct wrd_plan *plan)
{
    for (size_t i = 0; i < plan->headlines.n; i++)
        if (plan->headlines.of[i].change)
            return true;
    return false;
}

/* The latest wave that a change is since: the title of the column. */
static size_t since(const struct wrd_plan *plan)
{
    size_t latest = 0;
    for (size_t i = 0; i < plan->headlines.n; i++) {
        const struct wrd_headline *headline = &plan->headlines.of[i];
        if (headline->change && headline->total->before > latest)
            latest = headline->total->before;
    }
    return latest;
}

/* --- cells */

const char *wrd_headline_label(const struct wrd_plan *plan, const struct wrd_headline *headline,
                               enum wrd_lang lang)
{
    const struct wrd_indicator *indicator = headline->indicator;
    const char *label = wrd_label(indicator->label, indicator->name, lang);
    if (!headline->of_all)
        return label;
    return wrd_sentence(plan->arena, WRD_WORD_HEADLINES_OF, lang, label,
                        wrd_label(headline->of_all, "", lang));
}

/* "62% (55 tot 69)" */
static const char *with_range(const struct wrd_plan *plan, const char *figure, const char *range)
{
    return *range ? wrd_arena_format(plan->arena, "%s (%s)", figure, range) : figure;
}

static const char *range_of(const struct wrd_plan *plan, enum wrd_statistic statistic,
                            const struct wrd_seen *seen, enum wrd_lang lang)
{
    return seen->state == WRD_SHOWN ? wrd_shown_range(plan->arena, statistic, seen, lang) : "";
}

static const char *figure_text(const struct wrd_plan *plan, const struct wrd_headline *headline,
                               enum wrd_lang lang)
{
    const enum wrd_statistic statistic = headline->statistic;
    const char *figure = statistic == WRD_GAP_INDEX
                             ? wrd_shown_difference(plan, statistic, &headline->seen, lang)
                             : wrd_shown_cell(plan->arena, statistic, &headline->seen, lang);
    return with_range(plan, figure, range_of(plan, statistic, &headline->seen, lang));
}

static const char *verdict_text(const struct wrd_plan *plan, const struct wrd_headline *headline,
                                enum wrd_lang lang)
{
    static const enum wrd_word words[] = {
        [WRD_BETTER] = WRD_WORD_HEADLINES_BETTER, [WRD_WORSE] = WRD_WORD_HEADLINES_WORSE
    };
    const char *verdict = wrd_verdict_word(headline->change->verdict, lang);
    const enum wrd_judgement judgement = wrd_headline_judgement(headline);
    if (judgement == WRD_NO_JUDGEMENT)
        return verdict;
    return wrd_sentence(plan->arena, words[judgement], lang, verdict);
}

/* "+3 (1 tot 5): gestegen, dat is beter" */
static const char *change_text(const struct wrd_plan *plan, const struct wrd_headline *headline,
                               enum wrd_lang lang)
{
    const struct wrd_seen_change *change = headline->change;
    const size_t before = headline->total ? headline->total->before : 0;
    if (!change)
        return "z";
    if (change->verdict == WRD_VERDICT_BREAK)
        return "b";
    const char *figure =
        with_range(plan, wrd_shown_difference(plan, headline->statistic, &change->cell, lang),
                   range_of(plan, headline->statistic, &change->cell, lang));
    if (change->verdict == WRD_VERDICT_NONE)
        return figure;
    figure = wrd_sentence(plan->arena, WRD_WORD_HEADLINES_OF, lang, figure,
                          verdict_text(plan, headline, lang));
    if (before == since(plan))
        return figure;
    return wrd_sentence(plan->arena, WRD_WORD_HEADLINES_SINCE, lang, figure,
                        plan->study->waves[before].name);
}

static const char *base_text(const struct wrd_plan *plan, const struct wrd_headline *headline,
                             enum wrd_lang lang)
{
    const struct wrd_seen *seen = &headline->seen;
    if (seen->state == WRD_NOT_DEFINED)
        return "z";
    return seen->state == WRD_SHOWN && seen->has_n ? wrd_shown_count(plan->arena, seen->n, lang)
                                                   : "x";
}

static const char *place_text(const struct wrd_plan *plan, const struct wrd_headline *headline,
                              enum wrd_lang lang)
{
    if (headline->gap)
        return wrd_word(WRD_WORD_GAP, lang);
    if (headline->routes)
        return wrd_routes_title(plan, lang);
    if (!headline->total)
        return "z";
    return wrd_sentence(plan->arena, WRD_WORD_HEADLINES_OF, lang,
                        wrd_people_heading(plan, headline->source, lang),
                        headline->total->outcome->name);
}

/* --- the table */

struct wrd_grid *wrd_grid_headlines(const struct wrd_plan *plan, enum wrd_lang lang)
{
    enum { LABEL, FIGURE, CHANGE };
    const bool changes = has_changes(plan);
    const size_t base = changes ? CHANGE + 1 : CHANGE, place = base + 1;
    if (plan->headlines.n == 0)
        return NULL;
    struct wrd_grid *grid = wrd_grid_new(plan->arena, plan->headlines.n + 1, place + 1);
    *wrd_grid_cell(grid, 0, LABEL) = wrd_word(WRD_WORD_HEADLINES_LABEL, lang);
    *wrd_grid_cell(grid, 0, FIGURE) = plan->wave->name;
    if (changes)
        *wrd_grid_cell(grid, 0, CHANGE) = wrd_sentence(plan->arena, WRD_WORD_CHANGE_SINCE, lang,
                                                       plan->study->waves[since(plan)].name);
    *wrd_grid_cell(grid, 0, base) = "n";
    *wrd_grid_cell(grid, 0, place) = wrd_word(WRD_WORD_HEADLINES_PLACE, lang);
    for (size_t i = 0; i < plan->headlines.n; i++) {
        const struct wrd_headline *headline = &plan->headlines.of[i];
        *wrd_grid_cell(grid, i + 1, LABEL) = wrd_headline_label(plan, headline, lang);
        *wrd_grid_cell(grid, i + 1, FIGURE) = figure_text(plan, headline, lang);
        if (changes)
            *wrd_grid_cell(grid, i + 1, CHANGE) = change_text(plan, headline, lang);
        *wrd_grid_cell(grid, i + 1, base) = base_text(plan, headline, lang);
        *wrd_grid_cell(grid, i + 1, place) = place_text(plan, headline, lang);
    }
    return grid;
}

const char *wrd_headlines_line(const struct wrd_plan *plan, size_t line, enum wrd_lang lang)
{
    static const enum wrd_word words[WRD_HEADLINE_LINES] = { WRD_WORD_HEADLINES_MEANS,
                                                             WRD_WORD_HEADLINES_RULE,
                                                             WRD_WORD_HEADLINES_JUDGED };
    return line == 0 || has_changes(plan) ? wrd_word(words[line], lang) : NULL;
}

/* --- signs */

static bool has_state(const struct wrd_headline *headline, enum wrd_state state, bool changes)
{
    if (headline->seen.state == state)
        return true;
    if (!headline->change)
        return changes && state == WRD_NOT_DEFINED;
    return headline->change->verdict != WRD_VERDICT_BREAK && headline->change->cell.state == state;
}

static bool has_flag(const struct wrd_headline *headline, char flag)
{
    return headline->seen.flag == flag || (headline->change && headline->change->cell.flag == flag);
}

const char *wrd_headlines_signs(const struct wrd_plan *plan, enum wrd_lang lang)
{
    enum { HIDDEN, UNCERTAIN, BREAK, UNDEFINED, SIGNS };
    static const enum wrd_word words[SIGNS] = { WRD_WORD_NOTE_HIDDEN, WRD_WORD_NOTE_UNCERTAIN,
                                                WRD_WORD_NOTE_BREAK, WRD_WORD_NOTE_UNDEFINED };
    const bool changes = has_changes(plan);
    bool used[SIGNS] = { false };
    const char *notes[SIGNS];
    size_t n = 0;
    for (size_t i = 0; i < plan->headlines.n; i++) {
        const struct wrd_headline *headline = &plan->headlines.of[i];
        used[HIDDEN] |= has_state(headline, WRD_HIDDEN, changes) ||
                        (headline->seen.state == WRD_SHOWN && !headline->seen.has_n);
        used[UNCERTAIN] |= has_flag(headline, 'u');
        used[BREAK] |= has_flag(headline, 'b');
        used[UNDEFINED] |= has_state(headline, WRD_NOT_DEFINED, changes);
    }
    for (size_t sign = 0; sign < SIGNS; sign++)
        if (used[sign])
            notes[n++] = wrd_word(words[sign], lang);
    return wrd_text_join(plan->arena, notes, n, " ");
}
