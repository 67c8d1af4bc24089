/* check/rules_ask_if.c - who is asked a question must be known before it is asked. */
#include <string.h>

#include "check/rules.h"
#include "core/number.h"

static size_t first_source(const struct wrd_variable *variable)
{
    size_t source = 0;
    while (source < WRD_MAX_SOURCES && !wrd_variable_of(variable, source))
        source++;
    return source;
}

static bool is_compared(const struct wrd_condition *condition)
{
    return condition->op != '=' && condition->op != '!';
}

static bool is_number(const char *code)
{
    struct wrd_decimal number;
    return wrd_decimal_read(code, strlen(code), '.', &number);
}

/* A comparison needs numbers: a number, or a list in which every answer has a score. */
static void judge_comparison(const struct wrd_judge *judge, struct wrd_place place,
                             const struct wrd_variable *asked)
{
    bool scored = asked->type == WRD_TYPE_SINGLE && asked->list && asked->list->all_scored;
    if (asked->type != WRD_TYPE_NUMBER && !scored)
        wrd_say(judge->diag, WRD_E0350, place, asked->name);
}

static void judge_codes(const struct wrd_judge *judge, struct wrd_place place,
                        const struct wrd_variable *asked, const struct wrd_condition *condition)
{
    for (size_t i = 0; i < condition->n_codes; i++) {
        const char *code = condition->codes[i];
        if (asked->type != WRD_TYPE_NUMBER)
            wrd_rules_answer(judge, place, asked, code);
        else if (!is_number(code))
            wrd_say(judge->diag, WRD_E0351, place, code, asked->name);
    }
}

static void judge_condition(const struct wrd_judge *judge, const struct wrd_variable *variable,
                            const struct wrd_condition *condition)
{
    struct wrd_place place = wrd_codebook_place(judge->book, variable->place, "ask_if");
    const unsigned types = 1 << WRD_TYPE_SINGLE | 1 << WRD_TYPE_MULTIPLE | 1 << WRD_TYPE_NUMBER;
    const struct wrd_variable *judged = NULL;
    for (size_t source = 0; source < judge->study->n_sources; source++) {
        if (!wrd_variable_of(variable, source))
            continue;
        const struct wrd_variable *asked =
            wrd_rules_variable(judge, place, condition->variable, source);
        if (!asked || asked == judged || asked->type == WRD_TYPES)
            continue;
        judged = asked; /* one variable of two sources is judged once */
        if (!wrd_rules_type(judge, place, asked, types))
            continue;
        if (is_compared(condition))
            judge_comparison(judge, place, asked);
        else
            judge_codes(judge, place, asked, condition);
    }
}

/* The variables that `from` waits for, put on the stack once each. */
static size_t push_asked(const struct wrd_codebook *book, const struct wrd_variable *from,
                         bool *seen, size_t *stack, size_t n)
{
    for (size_t i = 0; i < from->n_ask_if; i++) {
        int found = wrd_codebook_variable_of(book, from->ask_if[i].variable, first_source(from));
        if (found < 0 || seen[found])
            continue;
        seen[found] = true;
        stack[n++] = (size_t)found;
    }
    return n;
}

static bool waits_for_itself(const struct wrd_judge *judge, size_t variable)
{
    const struct wrd_codebook *book = judge->book;
    bool *seen = wrd_arena_take_array(judge->arena, book->n_variables, sizeof *seen);
    size_t *stack = wrd_arena_take_array(judge->arena, book->n_variables, sizeof *stack);
    size_t n = push_asked(book, &book->variables[variable], seen, stack, 0);
    while (n && !seen[variable])
        n = push_asked(book, &book->variables[stack[n - 1]], seen, stack, n - 1);
    return seen[variable];
}

void wrd_rules_ask_if(const struct wrd_judge *judge)
{
    for (size_t i = 0; i < judge->book->n_variables; i++) {
        const struct wrd_variable *variable = &judge->book->variables[i];
        for (size_t k = 0; k < variable->n_ask_if; k++)
            judge_condition(judge, variable, &variable->ask_if[k]);
        if (variable->n_ask_if && waits_for_itself(judge, i))
            wrd_say(judge->diag, WRD_E0352,
                    wrd_codebook_place(judge->book, variable->place, "ask_if"), variable->name);
    }
}
