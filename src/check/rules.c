/* check/rules.c - whether the codebook fits itself and the study. */
#include "check/rules.h"

#include <string.h>

#include "core/suggest.h"
#include "core/text.h"
#include "model/words.h"
#include "waardering/steps.h"

static const char *suggest_variable(const struct wrd_judge *judge, const char *name, size_t source)
{
    const struct wrd_codebook *book = judge->book;
    const char **names = wrd_arena_take_array(judge->arena, book->n_variables, sizeof *names);
    size_t n = 0;
    for (size_t i = 0; i < book->n_variables; i++)
        if (wrd_variable_of(&book->variables[i], source))
            names[n++] = book->variables[i].name;
    return wrd_suggest(judge->arena, name, names, n);
}

const struct wrd_variable *wrd_rules_variable(const struct wrd_judge *judge, struct wrd_place place,
                                              const char *name, size_t source)
{
    int found = wrd_codebook_variable_of(judge->book, name, source);
    if (found >= 0)
        return &judge->book->variables[found];
    wrd_say(judge->diag, WRD_E0330, place, name, judge->study->sources[source].id,
            suggest_variable(judge, name, source));
    return NULL;
}

const char *wrd_rules_type_names(const struct wrd_judge *judge, unsigned types)
{
    const char *names[WRD_TYPES];
    size_t n = 0;
    for (enum wrd_type type = 0; type < WRD_TYPES; type++)
        if (types >> type & 1)
            names[n++] = wrd_type_name(type);
    return wrd_text_join(judge->arena, names, n, ", ");
}

bool wrd_rules_type(const struct wrd_judge *judge, struct wrd_place place,
                    const struct wrd_variable *variable, unsigned types)
{
    if (variable->type == WRD_TYPES || (types >> variable->type & 1))
        return true;
    wrd_say(judge->diag, WRD_E0331, place, variable->name, wrd_type_name(variable->type),
            wrd_rules_type_names(judge, types));
    return false;
}

int wrd_rules_source(const struct wrd_judge *judge, struct wrd_place place, const char *id)
{
    const char *ids[WRD_MAX_SOURCES];
    int found = wrd_study_source(judge->study, id);
    if (found >= 0)
        return found;
    for (size_t i = 0; i < judge->study->n_sources; i++)
        ids[i] = judge->study->sources[i].id;
    wrd_say(judge->diag, WRD_E0332, place, id,
            wrd_suggest(judge->arena, id, ids, judge->study->n_sources));
    return -1;
}

static const char *suggest_code(const struct wrd_judge *judge, const struct wrd_list *list,
                                const char *code)
{
    const char **codes = wrd_arena_take_array(judge->arena, list->n_answers, sizeof *codes);
    for (size_t i = 0; i < list->n_answers; i++)
        codes[i] = list->answers[i]->code;
    return wrd_suggest(judge->arena, code, codes, list->n_answers);
}

const struct wrd_value *wrd_rules_answer(const struct wrd_judge *judge, struct wrd_place place,
                                         const struct wrd_variable *variable, const char *code)
{
    if (!variable->list)
        return NULL; /* said where the variable is judged */
    const struct wrd_value *value = wrd_list_value(variable->list, code, strlen(code));
    if (value && value->answer >= 0)
        return value;
    wrd_say(judge->diag, WRD_E0333, place, code, variable->list->name,
            suggest_code(judge, variable->list, code));
    return NULL;
}

void wrd_rules_labels(const struct wrd_judge *judge, struct wrd_place row, const char *prefix,
                      const char *const label[WRD_LANGS])
{
    row.variable = NULL; /* so that all rows without one are one message */
    for (enum wrd_lang lang = 0; lang < WRD_LANGS; lang++) {
        if (!judge->study->output.languages[lang] || label[lang][0] != '\0')
            continue;
        const char *header = wrd_arena_format(judge->arena, "%s%s", prefix, wrd_lang_code(lang));
        wrd_say(judge->diag, WRD_E0334, wrd_codebook_place(judge->book, row, header), header,
                wrd_lang_code(lang));
    }
}

static void judge_lists(const struct wrd_judge *judge)
{
    for (size_t i = 0; i < judge->book->n_lists; i++) {
        const struct wrd_list *list = &judge->book->lists[i];
        if (list->n_answers == 0)
            wrd_say(judge->diag, WRD_E0335, list->place, list->name);
        if (list->n_answers > WRD_FIRST_REASON16)
            wrd_say(judge->diag, WRD_E0336, list->place, list->name);
        for (size_t k = 0; k < list->n_values; k++)
            wrd_rules_labels(judge, list->values[k].place, "label::", list->values[k].label);
    }
}

enum wrd_status wrd_check_codebook(const struct wrd_study *study, const struct wrd_codebook *book,
                                   struct wrd_diag *diag)
{
    size_t before = wrd_diag_errors(diag);
    if (study->n_sources == 0 || book->incomplete)
        return WRD_EINPUT; /* said when they were read */
    struct wrd_judge judge = { wrd_arena_new(), study, book, diag };
    wrd_rules_variables(&judge);
    wrd_rules_ask_if(&judge);
    wrd_rules_private(&judge);
    judge_lists(&judge);
    wrd_rules_scales(&judge);
    wrd_rules_indicators(&judge);
    wrd_rules_population(&judge);
    wrd_rules_waves(&judge);
    wrd_rules_study(&judge);
    wrd_arena_free(judge.arena);
    return wrd_diag_errors(diag) == before ? WRD_OK : WRD_EINPUT;
}
