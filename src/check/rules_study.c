/* check/rules_study.c - the variables that study.yml names. */
#include <string.h>

#include "check/rules.h"
#include "core/number.h"
#include "core/text.h"

enum { MOST_CELLS = 1000000 };

static void judge_named(const struct wrd_judge *judge, struct wrd_place place, const char *name,
                        size_t source, unsigned types)
{
    const struct wrd_variable *variable = wrd_rules_variable(judge, place, name, source);
    if (variable)
        wrd_rules_type(judge, place, variable, types);
}

static bool is_named_before(const struct wrd_judge *judge, const char *margin, size_t i,
                            const char *name)
{
    for (size_t k = 0; k < i; k++)
        if (strcmp(wrd_text_part(judge->arena, margin, k), name) == 0)
            return true;
    return false;
}

/* The answers of variable `name` of a margin; 1 after saying what is wrong with it. */
static size_t judge_part(const struct wrd_judge *judge, struct wrd_place place, const char *name,
                         size_t source)
{
    const struct wrd_variable *variable = wrd_rules_variable(judge, place, name, source);
    if (!variable || !wrd_rules_type(judge, place, variable, 1U << WRD_TYPE_SINGLE))
        return 1;
    return variable->list && variable->list->n_answers > 0 ? variable->list->n_answers : 1;
}

static void judge_margin(const struct wrd_judge *judge, const char *margin, size_t source)
{
    struct wrd_place place = judge->study->sources[source].weights.margins_place;
    place.variable = margin;
    size_t cells = 1;
    const char *name;
    for (size_t i = 0; (name = wrd_text_part(judge->arena, margin, i)); i++)
        if (is_named_before(judge, margin, i, name))
            wrd_say(judge->diag, WRD_E0431, place, margin, name);
        else if (cells <= MOST_CELLS)
            cells *= judge_part(judge, place, name, source);
    if (cells > MOST_CELLS)
        wrd_say(judge->diag, WRD_E0432, place, margin, wrd_count_text(judge->arena, MOST_CELLS));
}

static void judge_margins(const struct wrd_judge *judge, size_t i)
{
    const struct wrd_source *source = &judge->study->sources[i];
    if (source->weights.method == WRD_WEIGHTS_POSTSTRATIFY)
        judge_margin(
            judge,
            wrd_text_join(judge->arena, source->weights.margins, source->weights.n_margins, "*"),
            i);
    else
        for (size_t k = 0; k < source->weights.n_margins; k++)
            judge_margin(judge, source->weights.margins[k], i);
}

static void judge_source(const struct wrd_judge *judge, size_t i)
{
    const struct wrd_source *source = &judge->study->sources[i];
    if (source->weights.variable)
        judge_named(judge, source->weights.place, source->weights.variable, i,
                    1U << WRD_TYPE_WEIGHT);
    judge_margins(judge, i);
    for (size_t k = 0; k < source->design.n_strata; k++)
        judge_named(judge, source->design.place, source->design.strata[k], i,
                    1U << WRD_TYPE_SINGLE);
    if (source->design.cluster)
        judge_named(judge, source->design.cluster_place, source->design.cluster, i,
                    1U << WRD_TYPE_SINGLE | 1U << WRD_TYPE_ID);
    if (source->link)
        judge_named(judge, source->link_place, source->link, i, 1U << WRD_TYPE_ID);
}

/* One list for all sources: then a variable has to be in one of them only. */
static bool is_one_list(const struct wrd_study *study)
{
    for (size_t i = 1; i < study->n_sources; i++)
        if (study->analysis.by[i] != study->analysis.by[0])
            return false;
    return study->n_sources > 1;
}

static void judge_by_all(const struct wrd_judge *judge)
{
    const struct wrd_study *study = judge->study;
    for (size_t k = 0; k < study->analysis.n_by[0]; k++) {
        const char *name = study->analysis.by[0][k];
        if (wrd_codebook_variable(judge->book, name) < 0)
            wrd_rules_variable(judge, study->analysis.by_place, name, 0);
        for (size_t i = 0; i < study->n_sources; i++)
            if (wrd_codebook_variable_of(judge->book, name, i) >= 0)
                judge_named(judge, study->analysis.by_place, name, i, 1U << WRD_TYPE_SINGLE);
    }
}

static void judge_by(const struct wrd_judge *judge)
{
    const struct wrd_study *study = judge->study;
    if (!study->analysis.by_given)
        return; /* the roles decide, and those were judged */
    if (is_one_list(study)) {
        judge_by_all(judge);
        return;
    }
    for (size_t i = 0; i < study->n_sources; i++)
        for (size_t k = 0; k < study->analysis.n_by[i]; k++)
            judge_named(judge, study->analysis.by_place, study->analysis.by[i][k], i,
                        1U << WRD_TYPE_SINGLE);
}

void wrd_rules_study(const struct wrd_judge *judge)
{
    for (size_t i = 0; i < judge->study->n_sources; i++)
        judge_source(judge, i);
    judge_by(judge);
}
