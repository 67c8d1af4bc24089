/* check/rules_figures.c - scales.csv and indicators.csv: can these figures be made? */
#include <string.h>

#include "check/rules.h"
#include "core/number.h"
#include "core/suggest.h"

enum {
    SINGLE = 1 << WRD_TYPE_SINGLE,
    MULTIPLE = 1 << WRD_TYPE_MULTIPLE,
    NUMBER = 1 << WRD_TYPE_NUMBER
};

static const char *suggest_scale(const struct wrd_judge *judge, const char *name)
{
    const struct wrd_codebook *book = judge->book;
    const char **names = wrd_arena_take_array(judge->arena, book->n_scales, sizeof *names);
    for (size_t i = 0; i < book->n_scales; i++)
        names[i] = book->scales[i].name;
    return wrd_suggest(judge->arena, name, names, book->n_scales);
}

/* A scale runs from the lowest to the highest score of the list: there must be two. */
static bool has_two_scores(const struct wrd_list *list)
{
    for (size_t i = 1; i < list->n_answers; i++)
        if (wrd_decimal_compare(list->answers[0]->score, list->answers[i]->score) != 0)
            return true;
    return false;
}

static void judge_item(const struct wrd_judge *judge, const struct wrd_variable *item)
{
    struct wrd_place place = wrd_codebook_place(judge->book, item->place, "scale");
    if (item->scale < 0) {
        wrd_say(judge->diag, WRD_E0354, place, item->scale_text,
                suggest_scale(judge, item->scale_text));
        return;
    }
    if (!wrd_rules_type(judge, place, item, SINGLE) || !item->list)
        return;
    place = wrd_codebook_place(judge->book, item->place, "values");
    if (!item->list->all_scored)
        wrd_say(judge->diag, WRD_E0355, place, item->list->name, item->name);
    else if (!has_two_scores(item->list))
        wrd_say(judge->diag, WRD_E0356, place, item->list->name, item->name);
}

/* A scale is scored per source, so the longest counts. */
static size_t most_items(const struct wrd_judge *judge, size_t scale)
{
    size_t most = 0;
    for (size_t source = 0; source < judge->study->n_sources; source++) {
        size_t n = wrd_scale_items(judge->book, scale, source, NULL, 0);
        most = n > most ? n : most;
    }
    return most;
}

static void judge_items(const struct wrd_judge *judge, size_t i)
{
    const struct wrd_scale *scale = &judge->book->scales[i];
    const size_t most = most_items(judge, i);
    if (most == 0)
        wrd_say(judge->diag, WRD_E0357, wrd_codebook_place(judge->book, scale->place, "scale"),
                scale->name);
    else if (scale->min_answered > most)
        wrd_say(judge->diag, WRD_W0369,
                wrd_codebook_place(judge->book, scale->place, "min_answered"), scale->name,
                wrd_count_text(judge->arena, most),
                wrd_count_text(judge->arena, scale->min_answered));
}

void wrd_rules_scales(const struct wrd_judge *judge)
{
    for (size_t i = 0; i < judge->book->n_variables; i++)
        if (judge->book->variables[i].scale_text[0] != '\0')
            judge_item(judge, &judge->book->variables[i]);
    for (size_t i = 0; i < judge->book->n_scales; i++) {
        const struct wrd_scale *scale = &judge->book->scales[i];
        judge_items(judge, i);
        wrd_rules_labels(judge, scale->place, "label::", scale->label);
    }
}

enum of_what { OF_SCALE = 1, OF_VARIABLE = 2, OF_CODE = 4, OF_NOTHING = 8 };
struct kind {
    const char *name;
    unsigned of; /* bits of enum of_what */
    unsigned types;
    bool one_source; /* else both may be meant */
};

static const struct kind *kind_of(const char *name)
{
    static const struct kind kinds[] = {
        { "index", OF_SCALE, 0, true },
        { "top2", OF_VARIABLE, SINGLE, true },
        { "bottom2", OF_VARIABLE, SINGLE, true },
        { "share", OF_CODE, SINGLE | MULTIPLE, true },
        { "mean", OF_VARIABLE, SINGLE | NUMBER, true },
        { "gap", OF_SCALE | OF_VARIABLE, SINGLE, false },
        { "route", OF_SCALE | OF_NOTHING, 0, true },
        { "mentions", OF_VARIABLE | OF_CODE, MULTIPLE, true },
        { "breadth", OF_VARIABLE, MULTIPLE, true },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

/* A table is made of an outcome only; top-2 needs an order, a mean needs scores. */
static void judge_variable(const struct wrd_judge *judge, const struct wrd_indicator *indicator,
                           const struct kind *kind, struct wrd_place place,
                           const struct wrd_variable *variable)
{
    if (!wrd_rules_type(judge, place, variable, kind->types))
        return;
    if (!(variable->roles & WRD_ROLE_OUTCOME))
        wrd_say(judge->diag, WRD_E0358, place, variable->name, indicator->name);
    bool two = strcmp(kind->name, "top2") == 0 || strcmp(kind->name, "bottom2") == 0;
    bool scored = two || strcmp(kind->name, "mean") == 0;
    if (scored && variable->list && !variable->list->all_scored)
        wrd_say(judge->diag, WRD_E0359, place, variable->list->name, kind->name);
    else if (two && variable->list && !variable->list->ordered)
        wrd_say(judge->diag, WRD_E0360, place, variable->list->name, kind->name);
}

static void judge_scale_of(const struct wrd_judge *judge, const struct wrd_indicator *indicator,
                           struct wrd_place place, size_t scale, int source)
{
    if (source >= 0 && wrd_scale_items(judge->book, scale, (size_t)source, NULL, 0) == 0)
        wrd_say(judge->diag, WRD_E0361, place, indicator->of, indicator->source);
}

/* In that source; without one, in every source that has it (an error when none has). */
static void judge_variable_of(const struct wrd_judge *judge, const struct wrd_indicator *indicator,
                              const struct kind *kind, struct wrd_place place, int source)
{
    size_t len = strcspn(indicator->of, "=");
    const char *name = wrd_arena_text(judge->arena, indicator->of, len);
    const char *code = indicator->of[len] ? indicator->of + len + 1 : NULL;
    if (source < 0 && wrd_codebook_variable(judge->book, name) >= 0)
        return;
    const struct wrd_variable *variable =
        wrd_rules_variable(judge, place, name, source < 0 ? 0 : (size_t)source);
    if (!variable)
        return;
    judge_variable(judge, indicator, kind, place, variable);
    if (code)
        wrd_rules_answer(judge, place, variable, code);
}

static void judge_of(const struct wrd_judge *judge, const struct wrd_indicator *indicator,
                     const struct kind *kind, int source)
{
    struct wrd_place place = wrd_codebook_place(judge->book, indicator->place, "of");
    bool has_code = strchr(indicator->of, '=') != NULL;
    int scale = wrd_codebook_scale(judge->book, indicator->of);
    if (indicator->of[0] == '\0' && (kind->of & OF_NOTHING))
        return;
    if (indicator->of[0] == '\0' || (has_code && !(kind->of & OF_CODE)) ||
        (!has_code && kind->of == OF_CODE))
        wrd_say(judge->diag, has_code ? WRD_E0362 : WRD_E0363, place, kind->name);
    else if (scale >= 0 && (kind->of & OF_SCALE))
        judge_scale_of(judge, indicator, place, (size_t)scale, source);
    else if (kind->of & (OF_VARIABLE | OF_CODE))
        judge_variable_of(judge, indicator, kind, place, source);
    else
        wrd_say(judge->diag, WRD_E0354, place, indicator->of, suggest_scale(judge, indicator->of));
}

void wrd_rules_indicators(const struct wrd_judge *judge)
{
    for (size_t i = 0; i < judge->book->n_indicators; i++) {
        const struct wrd_indicator *indicator = &judge->book->indicators[i];
        struct wrd_place place = wrd_codebook_place(judge->book, indicator->place, "source");
        const struct kind *kind = kind_of(indicator->kind);
        wrd_rules_labels(judge, indicator->place, "label::", indicator->label);
        if (!kind)
            continue; /* said when it was read */
        bool both = indicator->source[0] == '\0' || strcmp(indicator->source, "both") == 0;
        if (!kind->one_source && both) {
            judge_of(judge, indicator, kind, -1);
            continue;
        }
        int source = wrd_rules_source(judge, place, indicator->source);
        if (source >= 0)
            judge_of(judge, indicator, kind, source);
    }
}
