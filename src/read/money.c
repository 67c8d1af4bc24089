/* read/money.c - see read/money.h. */
#include "read/money.h"

#include <math.h>

#include "core/number.h"
#include "model/money_allowed.h"
#include "model/money_lexicon.h"

enum {
    ONE_IN_LIST = 20,  /* amounts among the answers of a list */
    ONE_IN_NUMBERS = 5 /* among numbers */
};

/* The first that is more than a hint, from `least` on; NULL: none. */
static const char *money_in(struct wrd_arena *arena, const char *text, enum wrd_money_kind least)
{
    enum { ROOM = 16 };
    struct wrd_money_hit hits[ROOM];
    const size_t n = wrd_money_find(arena, text, false, hits, ROOM);
    for (size_t i = 0; i < n; i++)
        if (hits[i].kind >= least)
            return hits[i].word;
    return NULL;
}

bool wrd_money_open(const char *text, size_t len)
{
    struct wrd_arena *arena = wrd_arena_new();
    const bool money = money_in(arena, wrd_arena_text(arena, text, len), WRD_MONEY_TOPIC) != NULL;
    wrd_arena_free(arena);
    return money;
}

/* --- headers */

static const struct wrd_variable *variable_in(const struct wrd_survey *survey,
                                              const struct wrd_header *header, size_t column)
{
    for (size_t v = 0; v < survey->book->n_variables; v++) {
        const struct wrd_found *found = &header->found[v];
        if (!found->asked)
            continue;
        if (found->column == column)
            return &survey->book->variables[v];
        for (size_t o = 0; o < found->n_options; o++)
            if (found->options[o].column == column)
                return &survey->book->variables[v];
    }
    return NULL;
}

/* A question about an arrangement may name it; nothing may name an amount. */
static enum wrd_money_kind least_of(const struct wrd_variable *variable)
{
    return variable && variable->money_topic ? WRD_MONEY_SIGN : WRD_MONEY_TOPIC;
}

static const char *money_in_header(struct wrd_arena *arena, const struct wrd_survey *survey,
                                   const struct wrd_variable *variable, const char *header)
{
    const char *left =
        variable ? wrd_allowed_out(arena, survey->study, variable->name, header, NULL) : NULL;
    return money_in(arena, left ? left : header, least_of(variable));
}

void wrd_money_headers(const struct wrd_survey *survey, const struct wrd_export_head *head,
                       const struct wrd_header *header, struct wrd_place place,
                       struct wrd_diag *diag)
{
    for (size_t c = 0; c < head->n_columns; c++) {
        struct wrd_arena *arena = wrd_arena_new();
        const struct wrd_export_column *column = &head->columns[c];
        const struct wrd_variable *variable = variable_in(survey, header, c);
        const char *word = money_in_header(arena, survey, variable, column->name);
        word = word ? word : money_in_header(arena, survey, variable, column->other);
        place.column = (uint32_t)c + 1;
        place.variable = variable ? variable->name : NULL;
        if (word && variable)
            wrd_say(diag, WRD_E0782, place, word, variable->name);
        else if (word)
            wrd_say(diag, WRD_N0783, place, word);
        wrd_arena_free(arena);
    }
}

/* --- answers */

/* How many answers of the column have a sign or an amount of money in them and are not of the list,
 * or no number. */
static uint64_t count_amounts(const struct wrd_answers_of *of)
{
    uint64_t count = 0;
    for (size_t w = 0; w < of->n_wrongs; w++)
        for (size_t t = 0; t < wrd_wrongs_texts(&of->wrongs[w]); t++) {
            struct wrd_arena *arena = wrd_arena_new();
            uint64_t times;
            const char *text = wrd_wrongs_text(&of->wrongs[w], t, &times);
            if (text && money_in(arena, text, WRD_MONEY_SIGN))
                count += times;
            wrd_arena_free(arena);
        }
    return count;
}

/* Numbers up to this exist in their unit: hours of a year, a grade. */
static double most_of(enum wrd_unit unit)
{
    switch (unit) {
    case WRD_UNIT_HOURS:
        return 366 * 24;
    case WRD_UNIT_DAYS:
        return 366;
    case WRD_UNIT_YEARS:
        return 150;
    case WRD_UNIT_GRADE:
        return 100;
    default:
        return INFINITY;
    }
}

static void judge_numbers(const struct wrd_columns *columns, const struct wrd_answers_of *of,
                          struct wrd_place place, struct wrd_diag *diag)
{
    const enum wrd_unit unit = of->variable->unit;
    const bool measured = unit == WRD_UNIT_GRADE || unit == WRD_UNIT_POINTS; /* 7,25 */
    uint64_t amounts = count_amounts(of), all = amounts;
    for (size_t row = 0; row < columns->n; row++) {
        const unsigned code = wrd_growing_code_at(&of->codes, row);
        if (code >= WRD_CODE_REASON)
            continue;
        all++;
        amounts += wrd_decimal_double(of->numbers.values[code]) > most_of(unit);
    }
    amounts += measured ? 0 : of->cents;
    if (amounts > 0 && ONE_IN_NUMBERS * amounts >= all)
        wrd_say(diag, WRD_E0785, place, of->variable->name);
}

static void judge_list(const struct wrd_columns *columns, const struct wrd_answers_of *of,
                       struct wrd_place place, struct wrd_diag *diag)
{
    const uint64_t amounts = count_amounts(of);
    uint64_t all = columns->n;
    for (size_t row = 0; of->variable->type == WRD_TYPE_SINGLE && row < columns->n; row++) {
        const unsigned code = wrd_growing_code_at(&of->codes, row);
        all -= code == WRD_CODE_REASON + WRD_EMPTY || code == WRD_CODE_REASON + WRD_NOT_ASKED;
    }
    if (amounts > 0 && ONE_IN_LIST * amounts >= all)
        wrd_say(diag, WRD_E0784, place, of->variable->name);
}

void wrd_money_answers(const struct wrd_columns *columns, const struct wrd_answers_of *of,
                       struct wrd_place place, struct wrd_diag *diag)
{
    if (of->variable->type == WRD_TYPE_NUMBER)
        judge_numbers(columns, of, place, diag);
    else if (of->variable->list)
        judge_list(columns, of, place, diag);
}
