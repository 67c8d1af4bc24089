/* check/rules_variables.c - variables.csv: types, lists, roles, pairs, units. */
#include <limits.h>
#include <string.h>

#include "model/money_lexicon.h"
#include "check/rules.h"
#include "core/file.h"
#include "core/number.h"
#include "core/suggest.h"

enum {
    SINGLE = 1 << WRD_TYPE_SINGLE,
    MULTIPLE = 1 << WRD_TYPE_MULTIPLE,
    NUMBER = 1 << WRD_TYPE_NUMBER,
    ID = 1 << WRD_TYPE_ID,
    TEXT = 1 << WRD_TYPE_TEXT
};

static struct wrd_place at(const struct wrd_judge *judge, const struct wrd_variable *variable,
                           const char *header)
{
    return wrd_codebook_place(judge->book, variable->place, header);
}

static bool is_closed(const struct wrd_variable *variable)
{
    return variable->type == WRD_TYPE_SINGLE || variable->type == WRD_TYPE_MULTIPLE;
}

static void judge_list(const struct wrd_judge *judge, const struct wrd_variable *variable)
{
    struct wrd_place place = at(judge, variable, "values");
    const char *type = wrd_type_name(variable->type);
    if (is_closed(variable) && variable->values_text[0] == '\0') {
        wrd_say(judge->diag, WRD_E0337, place, variable->name, type);
    } else if (!is_closed(variable) && variable->values_text[0] != '\0') {
        wrd_say(judge->diag, WRD_E0338, place, variable->name, type);
    } else if (is_closed(variable) && !variable->list) {
        const struct wrd_codebook *book = judge->book;
        const char **names = wrd_arena_take_array(judge->arena, book->n_lists, sizeof *names);
        for (size_t i = 0; i < book->n_lists; i++)
            names[i] = book->lists[i].name;
        wrd_say(judge->diag, WRD_E0339, place, variable->values_text,
                wrd_suggest(judge->arena, variable->values_text, names, book->n_lists));
    }
}

/* The types (bits 1 << type) that can have a role. */
static unsigned types_with(enum wrd_role role)
{
    switch (role) {
    case WRD_ROLE_OUTCOME:
        return SINGLE | MULTIPLE | NUMBER;
    case WRD_ROLE_GROUP:
    case WRD_ROLE_MARGIN:
    case WRD_ROLE_STRATUM:
        return SINGLE;
    case WRD_ROLE_PSU:
        return SINGLE | ID;
    case WRD_ROLE_OPEN:
        return TEXT | MULTIPLE; /* the words, or the codes given to them */
    case WRD_ROLE_SENSITIVE:
    case WRD_ROLE_IMPORTANCE:
        break;
    }
    return UINT_MAX;
}

static void judge_roles(const struct wrd_judge *judge, const struct wrd_variable *variable)
{
    for (unsigned bit = 0; bit < WRD_ROLE_COUNT; bit++) {
        unsigned types = types_with((enum wrd_role)(1U << bit));
        if (!(variable->roles >> bit & 1) || (types >> variable->type & 1))
            continue;
        wrd_say(judge->diag, WRD_E0340, at(judge, variable, "role"), variable->name,
                wrd_role_name(bit), wrd_type_name(variable->type),
                wrd_rules_type_names(judge, types));
    }
}

static void judge_unit(const struct wrd_judge *judge, const struct wrd_variable *variable)
{
    struct wrd_place place = at(judge, variable, "unit");
    bool has_unit = variable->unit_text[0] != '\0';
    if (has_unit && variable->unit == WRD_UNIT_NONE && !wrd_money_unit(variable->unit_text)) {
        const char *names[WRD_UNITS];
        for (size_t i = 1; i < WRD_UNITS; i++)
            names[i - 1] = wrd_unit_name((enum wrd_unit)i);
        wrd_say(judge->diag, WRD_E0341, place, variable->unit_text,
                wrd_suggest(judge->arena, variable->unit_text, names, WRD_UNITS - 1));
    }
    if (variable->type != WRD_TYPE_NUMBER && (has_unit || variable->has_min || variable->has_max))
        wrd_say(judge->diag, WRD_E0342, place, variable->name, wrd_type_name(variable->type));
    if (variable->has_min && variable->has_max &&
        wrd_decimal_compare(variable->min, variable->max) > 0)
        wrd_say(judge->diag, WRD_E0343, at(judge, variable, "min"), variable->name);
}

/* The answers of a coded open question are one column, and its codes stand elsewhere. */
static void judge_coded(const struct wrd_judge *judge, const struct wrd_variable *variable)
{
    if (wrd_is_coded(variable) && strchr(variable->column, '*'))
        wrd_say(judge->diag, WRD_E0726, at(judge, variable, "column"), variable->name,
                WRD_BOTH("a column an answer (*)", "een kolom per antwoord (*)"));
    if (wrd_is_coded(variable) && variable->separator)
        wrd_say(judge->diag, WRD_E0726, at(judge, variable, "separator"), variable->name,
                WRD_BOTH("a separator", "een scheidingsteken"));
}

static void judge_cells(const struct wrd_judge *judge, const struct wrd_variable *variable)
{
    judge_coded(judge, variable);
    if (variable->separator && variable->type != WRD_TYPE_MULTIPLE)
        wrd_say(judge->diag, WRD_E0344, at(judge, variable, "separator"), variable->name,
                wrd_type_name(variable->type));
    if (variable->money_text[0] != '\0' && !is_closed(variable))
        wrd_say(judge->diag, WRD_E0346, at(judge, variable, "money_topic"), variable->name,
                wrd_type_name(variable->type));
    /* An id and a weight are no questions: no report shows their label. */
    if (variable->type != WRD_TYPE_ID && variable->type != WRD_TYPE_WEIGHT)
        wrd_rules_labels(judge, variable->place, "label::", variable->label);
}

/* The sources that have a variable with this pair word, up to variable `n`. */
static uint32_t pair_sources(const struct wrd_codebook *book, const char *pair, size_t n)
{
    uint32_t sources = 0;
    for (size_t i = 0; i < n; i++)
        if (book->variables[i].pair && strcmp(book->variables[i].pair, pair) == 0)
            sources |= book->variables[i].sources;
    return sources;
}

static void judge_pair(const struct wrd_judge *judge, size_t i)
{
    const struct wrd_codebook *book = judge->book;
    const struct wrd_variable *variable = &book->variables[i];
    struct wrd_place place = at(judge, variable, "pair");
    if (!variable->pair || variable->sources == 0)
        return;
    if (pair_sources(book, variable->pair, i) & variable->sources)
        wrd_say(judge->diag, WRD_E0348, place, variable->pair);
    uint32_t sources = pair_sources(book, variable->pair, book->n_variables);
    if ((sources & (sources - 1)) == 0)
        wrd_say(judge->diag, WRD_E0347, place, variable->pair);
}

static void judge_outcomes(const struct wrd_judge *judge)
{
    const struct wrd_codebook *book = judge->book;
    const char *file = wrd_path_join(judge->arena, judge->study->codebook, "variables.csv");
    struct wrd_place place = { .file = file };
    uint32_t sources = 0;
    for (size_t i = 0; i < book->n_variables; i++)
        if (book->variables[i].roles & WRD_ROLE_OUTCOME)
            sources |= book->variables[i].sources;
    for (size_t i = 0; i < judge->study->n_sources; i++)
        if (!(sources >> i & 1))
            wrd_say(judge->diag, WRD_E0349, place, judge->study->sources[i].id);
}

void wrd_rules_variables(const struct wrd_judge *judge)
{
    for (size_t i = 0; i < judge->book->n_variables; i++) {
        const struct wrd_variable *variable = &judge->book->variables[i];
        judge_pair(judge, i);
        if (variable->type == WRD_TYPES)
            continue; /* said when it was read */
        judge_list(judge, variable);
        judge_roles(judge, variable);
        judge_unit(judge, variable);
        judge_cells(judge, variable);
    }
    judge_outcomes(judge);
}
