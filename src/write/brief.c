/* write/brief.c - see brief.h. */
#include "write/brief.h"

#include <string.h>

#include "write/family.h"
#include "write/headlines.h"
#include "write/wording.h"

struct headline {
    const char *label;
    const struct wrd_topic *topic;
    const struct wrd_row *row;
};

static const struct wrd_row *row_of(const struct wrd_seen_table *total,
                                    enum wrd_statistic statistic, const char *code)
{
    for (size_t i = 0; total && i < total->n_rows; i++)
        if (total->rows[i]->statistic == statistic && strcmp(total->rows[i]->code, code) == 0)
            return total->rows[i];
    return NULL;
}

/* false: it is of several outcomes, or its table has no such row. */
static bool of_indicator(const struct wrd_plan *plan, const struct wrd_headline *indicator,
                         enum wrd_lang lang, struct headline *headline)
{
    if (!indicator->row || indicator->of_all)
        return false;
    *headline =
        (struct headline){ wrd_headline_label(plan, indicator, lang),
                           wrd_plan_topic(plan, indicator->source, indicator->total->outcome->name),
                           indicator->row };
    return true;
}

/* The figure of the wave before, where it is shown and may stand beside this one. */
static const char *figure_before(const struct wrd_plan *plan, const struct headline *headline,
                                 enum wrd_lang lang)
{
    const struct wrd_seen *cell;
    if (headline->topic->n_earlier == 0)
        return NULL;
    cell = wrd_seen_of(headline->topic->earlier[0], 0, headline->row);
    if (!cell || cell->state != WRD_SHOWN || cell->flag)
        return NULL;
    return wrd_shown_number(plan->arena, cell->value,
                            wrd_statistic_decimals(headline->row->statistic), lang);
}

/* " (tussen 55 en 69; in 2025: 58)", or as much of it as may be shown. */
static const char *bounds(const struct wrd_plan *plan, const struct headline *headline,
                          const struct wrd_seen *cell, enum wrd_lang lang)
{
    const int decimals = wrd_statistic_decimals(headline->row->statistic);
    const char *before = figure_before(plan, headline, lang);
    const char *wave = before ? plan->study->waves[headline->topic->earlier[0]->wave].name : NULL;
    if (!cell->has_interval)
        return before ? wrd_sentence(plan->arena, WRD_WORD_BRIEF_EARLIER, lang, wave, before) : "";
    const char *lo = wrd_shown_number(plan->arena, cell->lo, decimals, lang);
    const char *hi = wrd_shown_number(plan->arena, cell->hi, decimals, lang);
    if (!before)
        return wrd_sentence(plan->arena, WRD_WORD_BRIEF_BETWEEN, lang, lo, hi);
    return wrd_sentence(plan->arena, WRD_WORD_BRIEF_BETWEEN_EARLIER, lang, lo, hi, wave, before);
}

/* NULL: its figure is not shown. */
static const char *figure_sentence(const struct wrd_plan *plan, const struct headline *headline,
                                   enum wrd_lang lang)
{
    const enum wrd_statistic statistic = headline->row->statistic;
    const struct wrd_seen *cell = wrd_seen_of(headline->topic->total, 0, headline->row);
    const size_t source = headline->topic->source;
    const char *people = wrd_people(plan, source, lang);
    const char *heading = wrd_people_heading(plan, source, lang);
    const char *figure, *tail, *answers;
    if (cell->state != WRD_SHOWN)
        return NULL;
    figure = wrd_shown_number(plan->arena, cell->value, wrd_statistic_decimals(statistic), lang);
    tail = bounds(plan, headline, cell, lang);
    if (statistic == WRD_INDEX)
        return wrd_sentence(plan->arena, WRD_WORD_BRIEF_INDEX, lang, heading, figure, tail);
    if (statistic == WRD_MEAN)
        return wrd_sentence(plan->arena, WRD_WORD_BRIEF_MEAN, lang, heading, figure, tail);
    if (statistic == WRD_BREADTH)
        return wrd_sentence(plan->arena, WRD_WORD_BRIEF_BREADTH, lang, heading, figure, tail);
    answers = wrd_row_answers(plan->arena, headline->topic->outcome, headline->row, lang);
    return answers
               ? wrd_sentence(plan->arena,
                              statistic == WRD_MENTIONS ? WRD_WORD_BRIEF_NAMED : WRD_WORD_BRIEF_SAY,
                              lang, figure, people, answers, tail)
               : NULL;
}

/* The figure, and what its change says where that was tested. */
static const char *sentence_of(const struct wrd_plan *plan, const struct headline *headline,
                               enum wrd_lang lang)
{
    const struct wrd_seen_table *total = headline->topic->total;
    const char *figure = figure_sentence(plan, headline, lang);
    const char *change = wrd_change_sentence(plan, total, headline->row, lang);
    if (!figure || !change)
        return figure;
    return wrd_sentence(plan->arena, WRD_WORD_BRIEF_CHANGE, lang, figure, change);
}

/* --- a gap */

static const char *gap_sentence(const struct wrd_plan *plan, const struct wrd_seen_gap *gap,
                                enum wrd_lang lang)
{
    const bool higher = gap->verdict == WRD_GAP_ORGANISATIONS_HIGHER;
    const char *side[WRD_GAP_SIDES];
    if (higher || gap->verdict == WRD_GAP_VOLUNTEERS_HIGHER)
        return wrd_sentence(
            plan->arena, higher ? WRD_WORD_BRIEF_GAP_ORGANISATIONS : WRD_WORD_BRIEF_GAP_VOLUNTEERS,
            lang, wrd_gap_points(plan, gap, lang), wrd_gap_bounds(plan, gap, lang));
    for (size_t s = 0; s < WRD_GAP_SIDES; s++)
        side[s] = wrd_shown_number(plan->arena, gap->side[s].value, 0, lang);
    return wrd_sentence(plan->arena,
                        gap->verdict == WRD_GAP_EQUAL ? WRD_WORD_BRIEF_GAP_EQUAL
                                                      : WRD_WORD_BRIEF_GAP_UNCLEAR,
                        lang, side[WRD_GAP_ORGANISATIONS], side[WRD_GAP_VOLUNTEERS]);
}

/* NULL: it is about none that is shown. */
static const struct wrd_seen_gap *gap_of(const struct wrd_headline *indicator)
{
    return indicator->gap && indicator->gap->verdict != WRD_GAP_UNTESTED ? indicator->gap : NULL;
}

static size_t add_gap(const struct wrd_plan *plan, const struct wrd_headline *indicator,
                      enum wrd_lang lang, struct wrd_brief_line *lines, size_t n)
{
    const struct wrd_seen_gap *gap = gap_of(indicator);
    if (gap && n < WRD_BRIEF_FIGURES)
        lines[n++] = (struct wrd_brief_line){ wrd_headline_label(plan, indicator, lang),
                                              gap_sentence(plan, gap, lang) };
    return n;
}

/* The index of a route; what may be said of all stands once, with the first. */
static size_t add_route(const struct wrd_plan *plan, const struct wrd_headline *indicator,
                        enum wrd_lang lang, struct wrd_brief_line *lines, size_t n, bool *told)
{
    const struct wrd_seen_routes *routes = indicator->routes;
    if (!routes || indicator->seen.state != WRD_SHOWN || n >= WRD_BRIEF_FIGURES)
        return n;
    const char *sentence = wrd_sentence(
        plan->arena, WRD_WORD_BRIEF_INDEX, lang, wrd_people_heading(plan, routes->source, lang),
        wrd_shown_number(plan->arena, indicator->seen.value, 0, lang),
        wrd_seen_between(plan, &indicator->seen, lang));
    if (!*told && routes->verdict != WRD_ROUTE_UNTESTED)
        sentence = wrd_sentence(plan->arena, WRD_WORD_BRIEF_CHANGE, lang, sentence,
                                wrd_routes_named(plan, routes, lang));
    *told = true;
    lines[n++] = (struct wrd_brief_line){ wrd_headline_label(plan, indicator, lang), sentence };
    return n;
}

/* What volunteers and organisations differ is among the few figures, however late it stands: one place is
 * kept for it. */
static size_t kept_for_gap(const struct wrd_plan *plan, size_t from)
{
    for (size_t i = from; i < plan->headlines.n; i++)
        if (gap_of(&plan->headlines.of[i]))
            return 1;
    return 0;
}

static size_t add(const struct wrd_plan *plan, const struct headline *headline, enum wrd_lang lang,
                  struct wrd_brief_line *lines, size_t n)
{
    const char *sentence = n < WRD_BRIEF_FIGURES ? sentence_of(plan, headline, lang) : NULL;
    if (sentence)
        lines[n++] = (struct wrd_brief_line){ headline->label, sentence };
    return n;
}

static size_t from_topics(const struct wrd_plan *plan, enum wrd_statistic statistic,
                          enum wrd_lang lang, struct wrd_brief_line *lines, size_t n)
{
    for (size_t i = 0; i < plan->n_topics; i++) {
        const struct wrd_topic *topic = &plan->topics[i];
        const struct headline headline = { wrd_outcome_label(topic->outcome, lang), topic,
                                           row_of(topic->total, statistic, "") };
        if (headline.row)
            n = add(plan, &headline, lang, lines, n);
    }
    return n;
}

size_t wrd_brief(const struct wrd_plan *plan, enum wrd_lang lang,
                 struct wrd_brief_line lines[WRD_BRIEF_FIGURES])
{
    size_t n = 0;
    bool gap_told = false, route_told = false;
    for (size_t i = 0; i < plan->headlines.n; i++) {
        const struct wrd_headline *indicator = &plan->headlines.of[i];
        const size_t kept = gap_told ? 0 : kept_for_gap(plan, i), before = n;
        struct headline headline;
        n = add_gap(plan, indicator, lang, lines, n);
        gap_told |= n > before;
        if (n + kept < WRD_BRIEF_FIGURES)
            n = add_route(plan, indicator, lang, lines, n, &route_told);
        if (n + kept < WRD_BRIEF_FIGURES && of_indicator(plan, indicator, lang, &headline))
            n = add(plan, &headline, lang, lines, n);
    }
    if (plan->codebook->n_indicators > 0)
        return n;
    n = from_topics(plan, WRD_INDEX, lang, lines, n);
    return from_topics(plan, WRD_TOP2, lang, lines, n);
}

const struct wrd_seen *wrd_headline_share(const struct wrd_plan *plan,
                                          const struct wrd_headline *indicator, size_t source,
                                          enum wrd_lang lang, const char **label)
{
    struct headline headline;
    const struct wrd_seen *cell;
    if (!of_indicator(plan, indicator, lang, &headline) || headline.topic->source != source)
        return NULL;
    if (headline.topic->outcome->variable && headline.topic->outcome->variable->n_ask_if > 0)
        return NULL;
    if (headline.row->statistic != WRD_TOP2 && headline.row->statistic != WRD_BOTTOM2 &&
        headline.row->statistic != WRD_SHARE)
        return NULL;
    cell = wrd_seen_of(headline.topic->total, 0, headline.row);
    *label = headline.label;
    return cell->state == WRD_SHOWN ? cell : NULL;
}
