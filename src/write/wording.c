/* write/wording.c - labels and lines in the words of a language; see wording.h. */
#include "write/wording.h"

#include <string.h>

#include "core/number.h"
#include "core/text.h"

const char *wrd_label(const char *const label[WRD_LANGS], const char *name, enum wrd_lang lang)
{
    const enum wrd_lang other = lang == WRD_NL ? WRD_EN : WRD_NL;
    if (label[lang] && *label[lang])
        return label[lang];
    return label[other] && *label[other] ? label[other] : name;
}

const char *wrd_variable_label(const struct wrd_variable *variable, enum wrd_lang lang)
{
    return wrd_label(variable->label, variable->name, lang);
}

const char *wrd_outcome_label(const struct wrd_outcome *outcome, enum wrd_lang lang)
{
    return outcome->scale ? wrd_label(outcome->scale->label, outcome->name, lang)
                          : wrd_variable_label(outcome->variable, lang);
}

const char *wrd_group_label(const struct wrd_group *group, const struct wrd_variable *by,
                            enum wrd_lang lang)
{
    return by ? wrd_label(group->label, group->code, lang) : wrd_word(WRD_WORD_EVERYBODY, lang);
}

static enum wrd_word statistic_word(enum wrd_statistic statistic)
{
    switch (statistic) {
    case WRD_TOP2:
        return WRD_WORD_TOP2;
    case WRD_BOTTOM2:
        return WRD_WORD_BOTTOM2;
    case WRD_MEDIAN:
        return WRD_WORD_MEDIAN;
    case WRD_INDEX:
        return WRD_WORD_INDEX;
    case WRD_BREADTH:
        return WRD_WORD_BREADTH;
    case WRD_STAT_DONT_KNOW:
        return WRD_WORD_DONT_KNOW;
    case WRD_SD:
        return WRD_WORD_SD;
    default:
        return WRD_WORD_MEAN;
    }
}

static enum wrd_word unit_word(enum wrd_unit unit)
{
    switch (unit) {
    case WRD_UNIT_PERSONS:
        return WRD_WORD_UNIT_PERSONS;
    case WRD_UNIT_ORGANISATIONS:
        return WRD_WORD_UNIT_ORGANISATIONS;
    case WRD_UNIT_HOURS:
        return WRD_WORD_UNIT_HOURS;
    case WRD_UNIT_DAYS:
        return WRD_WORD_UNIT_DAYS;
    case WRD_UNIT_YEARS:
        return WRD_WORD_UNIT_YEARS;
    case WRD_UNIT_TIMES:
        return WRD_WORD_UNIT_TIMES;
    case WRD_UNIT_GRADE:
        return WRD_WORD_UNIT_GRADE;
    default:
        return WRD_WORD_UNIT_POINTS;
    }
}

static bool in_unit(enum wrd_statistic statistic)
{
    return statistic == WRD_MEAN || statistic == WRD_MEDIAN || statistic == WRD_SD;
}

const char *wrd_row_label(struct wrd_arena *arena, const struct wrd_outcome *outcome,
                          const struct wrd_row *row, enum wrd_lang lang)
{
    const char *word;
    if (row->statistic == WRD_SHARE || row->statistic == WRD_MENTIONS)
        return wrd_label(row->label, row->code, lang);
    word = wrd_word(statistic_word(row->statistic), lang);
    if (!outcome->variable || outcome->variable->unit == WRD_UNIT_NONE || !in_unit(row->statistic))
        return word;
    return wrd_sentence(arena, WRD_WORD_WITH_UNIT, lang, word,
                        wrd_word(unit_word(outcome->variable->unit), lang));
}

const char *wrd_row_answers(struct wrd_arena *arena, const struct wrd_outcome *outcome,
                            const struct wrd_row *row, enum wrd_lang lang)
{
    const struct wrd_list *list = outcome->variable ? outcome->variable->list : NULL;
    const char **quoted = wrd_arena_take_array(arena, row->n_parts, sizeof *quoted);
    if (!list || row->n_parts == 0)
        return NULL;
    for (size_t i = 0; i < row->n_parts; i++) {
        if (row->parts[i] >= list->n_answers)
            return NULL;
        const struct wrd_value *answer = list->answers[row->parts[i]];
        quoted[i] = wrd_sentence(arena, WRD_WORD_QUOTED, lang,
                                 wrd_label(answer->label, answer->code, lang));
    }
    return wrd_text_join(arena, quoted, row->n_parts, wrd_word(WRD_WORD_OR, lang));
}

const char *wrd_people(const struct wrd_plan *plan, size_t source, enum wrd_lang lang)
{
    return wrd_word(plan->study->sources[source].respondents == WRD_VOLUNTEERS
                        ? WRD_WORD_VOLUNTEERS
                        : WRD_WORD_ORGANISATIONS,
                    lang);
}

static bool alone(const struct wrd_plan *plan, size_t source)
{
    const struct wrd_source *sources = plan->study->sources;
    for (size_t i = 0; i < plan->study->n_sources; i++)
        if (i != source && sources[i].respondents == sources[source].respondents)
            return false;
    return true;
}

const char *wrd_people_heading(const struct wrd_plan *plan, size_t source, enum wrd_lang lang)
{
    const struct wrd_source *asked = &plan->study->sources[source];
    const char *word = wrd_word(asked->respondents == WRD_VOLUNTEERS ? WRD_WORD_VOLUNTEERS_HEAD
                                                                     : WRD_WORD_ORGANISATIONS_HEAD,
                                lang);
    if (alone(plan, source))
        return word;
    return wrd_sentence(plan->arena, WRD_WORD_HEAD_WITH_ID, lang, word, asked->id);
}

const char *wrd_study_title(const struct wrd_plan *plan, enum wrd_lang lang)
{
    return wrd_label(plan->study->title, plan->study->id, lang);
}

/* 0..11 of a date YYYY-MM-DD */
static unsigned month_of(const char *date)
{
    return (unsigned)((date[5] - '0') * 10 + (date[6] - '0') - 1) % 12;
}

static const char *month_word(const char *date, enum wrd_lang lang)
{
    return wrd_word((enum wrd_word)(WRD_WORD_MONTH_1 + month_of(date)), lang);
}

static const char *month_year(struct wrd_arena *arena, const char *date, enum wrd_lang lang)
{
    return wrd_sentence(arena, WRD_WORD_MONTH_YEAR, lang, month_word(date, lang),
                        wrd_arena_text(arena, date, 4));
}

const char *wrd_fieldwork(struct wrd_arena *arena, const struct wrd_wave *wave, enum wrd_lang lang)
{
    const char *from = wave->from ? wave->from : wave->to;
    const char *to = wave->to ? wave->to : wave->from;
    if (!from)
        return wave->name;
    if (strncmp(from, to, 7) == 0)
        return month_year(arena, to, lang);
    return wrd_sentence(arena, WRD_WORD_MONTHS, lang,
                        strncmp(from, to, 4) == 0 ? month_word(from, lang)
                                                  : month_year(arena, from, lang),
                        month_year(arena, to, lang));
}

static enum wrd_word measure(enum wrd_outcome_kind kind, bool weighted)
{
    switch (kind) {
    case WRD_OUTCOME_SCALE:
        return weighted ? WRD_WORD_WEIGHTED_INDEX : WRD_WORD_UNWEIGHTED_INDEX;
    case WRD_OUTCOME_NUMBER:
        return weighted ? WRD_WORD_WEIGHTED_MEAN : WRD_WORD_UNWEIGHTED_MEAN;
    case WRD_OUTCOME_MULTIPLE:
        return weighted ? WRD_WORD_WEIGHTED_MENTIONS : WRD_WORD_UNWEIGHTED_MENTIONS;
    default:
        return weighted ? WRD_WORD_WEIGHTED_PERCENT : WRD_WORD_UNWEIGHTED_PERCENT;
    }
}

static const char *measured(const struct wrd_plan *plan, size_t source, enum wrd_outcome_kind kind,
                            enum wrd_lang lang)
{
    const bool weighted = plan->study->sources[source].weights.method != WRD_WEIGHTS_NONE;
    return wrd_word(measure(kind, weighted), lang);
}

const char *wrd_scales_base(const struct wrd_plan *plan, size_t source, enum wrd_lang lang)
{
    return wrd_sentence(plan->arena, WRD_WORD_BASE_LINE_GROUPS, lang,
                        measured(plan, source, WRD_OUTCOME_SCALE, lang),
                        wrd_fieldwork(plan->arena, plan->wave, lang));
}

const char *wrd_base_line(const struct wrd_plan *plan, const struct wrd_seen_table *table,
                          enum wrd_lang lang)
{
    const char *what = measured(plan, table->source, table->outcome->kind, lang);
    const char *when = wrd_fieldwork(plan->arena, &plan->study->waves[table->wave], lang);
    if (table->by)
        return wrd_sentence(plan->arena, WRD_WORD_BASE_LINE_GROUPS, lang, what, when);
    return wrd_sentence(plan->arena, WRD_WORD_BASE_LINE, lang, what,
                        wrd_shown_n(plan->arena, table, 0, lang), when);
}
