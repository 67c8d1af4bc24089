/* check/rules_outside.c - population.csv and waves.csv against the study and the questions. */
#include <string.h>

#include "check/rules.h"
#include "core/number.h"
#include "core/suggest.h"
#include "core/text.h"

static void judge_cell(const struct wrd_judge *judge, const struct wrd_population *population,
                       size_t source)
{
    struct wrd_place of_variable = wrd_codebook_place(judge->book, population->place, "variable");
    struct wrd_place of_code = wrd_codebook_place(judge->book, population->place, "code");
    for (size_t i = 0;; i++) {
        const char *name = wrd_text_part(judge->arena, population->variable, i);
        const char *code = wrd_text_part(judge->arena, population->code, i);
        if (!name && !code)
            return;
        if (!name || !code) {
            wrd_say(judge->diag, WRD_E0364, of_code, population->variable, population->code);
            return;
        }
        const struct wrd_variable *variable = wrd_rules_variable(judge, of_variable, name, source);
        if (variable && wrd_rules_type(judge, of_variable, variable, 1 << WRD_TYPE_SINGLE))
            wrd_rules_answer(judge, of_code, variable, code);
    }
}

static bool is_same_total(const struct wrd_population *a, const struct wrd_population *b)
{
    return a->unit == b->unit && strcmp(a->source, b->source) == 0;
}

/* Sum of the counts of the variable of row `i`; false: it is not the first row of it. */
static bool total_of(const struct wrd_codebook *book, size_t i, int64_t *total)
{
    const struct wrd_population *first = &book->populations[i];
    *total = 0;
    for (size_t k = 0; k < book->n_populations; k++) {
        const struct wrd_population *other = &book->populations[k];
        if (!is_same_total(first, other) || strcmp(first->variable, other->variable) != 0)
            continue;
        if (k < i)
            return false;
        if (__builtin_add_overflow(*total, other->count, total))
            *total = INT64_MAX;
    }
    return true;
}

/* Every variable of a source counts the same people. */
static void judge_totals(const struct wrd_judge *judge)
{
    const struct wrd_codebook *book = judge->book;
    for (size_t i = 0; i < book->n_populations; i++) {
        const struct wrd_population *first = &book->populations[i];
        int64_t total, other;
        if (!total_of(book, i, &total))
            continue;
        for (size_t k = 0; k < i; k++) {
            const struct wrd_population *before = &book->populations[k];
            if (!is_same_total(first, before) || !total_of(book, k, &other))
                continue;
            char here[WRD_NUMBER_ROOM], there[WRD_NUMBER_ROOM];
            if (other != total)
                wrd_say(judge->diag, WRD_E0365, wrd_codebook_place(book, first->place, "count"),
                        first->variable, wrd_number_integer(here, total), before->variable,
                        wrd_number_integer(there, other), first->source);
            break; /* the others were compared with that one */
        }
    }
}

/* Those who were invited, by group, are those of the last wave.  Of several variables the first is
 * enough: they were compared with each other. */
static void judge_invited(const struct wrd_judge *judge, size_t source)
{
    const struct wrd_codebook *book = judge->book;
    const struct wrd_study *study = judge->study;
    const int64_t invited =
        study->n_waves > 0 ? study->waves[study->n_waves - 1].invited[source] : -1;
    for (size_t i = 0; i < book->n_populations && invited > 0; i++) {
        const struct wrd_population *row = &book->populations[i];
        int64_t total;
        if (row->unit != WRD_POP_INVITED || strcmp(row->source, study->sources[source].id) != 0)
            continue;
        char here[WRD_NUMBER_ROOM], there[WRD_NUMBER_ROOM];
        if (total_of(book, i, &total) && total != invited)
            wrd_say(judge->diag, WRD_E0379, wrd_codebook_place(book, row->place, "count"),
                    row->variable, wrd_number_integer(here, total),
                    wrd_number_integer(there, invited), row->source,
                    study->waves[study->n_waves - 1].name);
        return;
    }
}

void wrd_rules_population(const struct wrd_judge *judge)
{
    for (size_t i = 0; i < judge->book->n_populations; i++) {
        const struct wrd_population *population = &judge->book->populations[i];
        int source =
            wrd_rules_source(judge, wrd_codebook_place(judge->book, population->place, "source"),
                             population->source);
        if (source >= 0 && strcmp(population->variable, "total") != 0)
            judge_cell(judge, population, (size_t)source);
    }
    judge_totals(judge);
    for (size_t source = 0; source < judge->study->n_sources; source++)
        judge_invited(judge, source);
}

static void judge_wave(const struct wrd_judge *judge, const struct wrd_wave_row *row)
{
    const struct wrd_study *study = judge->study;
    if (study->n_waves == 0 || wrd_study_wave(study, row->wave) >= 0)
        return;
    const char **names = wrd_arena_take_array(judge->arena, study->n_waves, sizeof *names);
    for (size_t i = 0; i < study->n_waves; i++)
        names[i] = study->waves[i].name;
    wrd_say(judge->diag, WRD_E0366, wrd_codebook_place(judge->book, row->place, "wave"), row->wave,
            wrd_suggest(judge->arena, row->wave, names, study->n_waves));
}

/* The variable of the row: in its source, or without one in the first source that has it. */
static const struct wrd_variable *variable_of(const struct wrd_judge *judge,
                                              const struct wrd_wave_row *row)
{
    struct wrd_place place = wrd_codebook_place(judge->book, row->place, "name");
    if (row->source[0] == '\0') {
        int found = wrd_codebook_variable(judge->book, row->name);
        return found >= 0 ? &judge->book->variables[found]
                          : wrd_rules_variable(judge, place, row->name, 0);
    }
    int source =
        wrd_rules_source(judge, wrd_codebook_place(judge->book, row->place, "source"), row->source);
    return source < 0 ? NULL : wrd_rules_variable(judge, place, row->name, (size_t)source);
}

static void judge_code(const struct wrd_judge *judge, const struct wrd_wave_row *row,
                       const struct wrd_variable *variable)
{
    struct wrd_place place = wrd_codebook_place(judge->book, row->place, "code");
    if (row->was_code[0] != '\0' && row->code[0] == '\0')
        wrd_say(judge->diag, WRD_E0367, place, row->was_code);
    if (row->code[0] != '\0' && row->was_code[0] == '\0')
        wrd_say(judge->diag, WRD_E0368, wrd_codebook_place(judge->book, row->place, "was_code"),
                row->code);
    if (row->code[0] == '\0' ||
        !wrd_rules_type(judge, wrd_codebook_place(judge->book, row->place, "name"), variable,
                        1U << WRD_TYPE_SINGLE | 1U << WRD_TYPE_MULTIPLE) ||
        !variable->list)
        return;
    if (!wrd_list_value(variable->list, row->code, strlen(row->code)))
        wrd_rules_answer(judge, place, variable, row->code); /* which says what there is */
}

void wrd_rules_waves(const struct wrd_judge *judge)
{
    for (size_t i = 0; i < judge->book->n_wave_rows; i++) {
        const struct wrd_wave_row *row = &judge->book->wave_rows[i];
        judge_wave(judge, row);
        const struct wrd_variable *variable = variable_of(judge, row);
        if (variable)
            judge_code(judge, row, variable);
    }
}
