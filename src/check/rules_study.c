/* check/rules_study.c - the variables that study.yml names. */
#include "check/rules.h"

static void judge_named(const struct wrd_judge *judge, struct wrd_place place, const char *name,
                        size_t source, unsigned types)
{
    const struct wrd_variable *variable = wrd_rules_variable(judge, place, name, source);
    if (variable)
        wrd_rules_type(judge, place, variable, types);
}

static void judge_source(const struct wrd_judge *judge, size_t i)
{
    const struct wrd_source *source = &judge->study->sources[i];
    if (source->weights.variable)
        judge_named(judge, source->weights.place, source->weights.variable, i, 1U << WRD_TYPE_WEIGHT);
    for (size_t k = 0; k < source->design.n_strata; k++)
        judge_named(judge, source->design.place, source->design.strata[k], i, 1U << WRD_TYPE_SINGLE);
    if (source->design.cluster)
        judge_named(judge, source->design.place, source->design.cluster, i,
                    1U << WRD_TYPE_SINGLE | 1U << WRD_TYPE_ID);
    if (source->link)
        judge_named(judge, source->place, source->link, i, 1U << WRD_TYPE_ID);
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
