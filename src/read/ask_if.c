/* read/ask_if.c - was a respondent asked this question?  See read/ask_if.h. */
#include "read/ask_if.h"

#include <string.h>

#include "core/number.h"

static const struct wrd_answers_of *answers_named(const struct wrd_columns *columns,
                                                  const char *name)
{
    for (size_t i = 0; i < columns->n_of; i++)
        if (strcmp(columns->of[i].variable->name, name) == 0)
            return &columns->of[i];
    return NULL;
}

static bool compares(int order, char op)
{
    switch (op) {
    case '<':
        return order < 0;
    case '>':
        return order > 0;
    case 'l':
        return order <= 0;
    case 'g':
        return order >= 0;
    default:
        return false;
    }
}

static bool is_named(const struct wrd_condition *condition, const char *code)
{
    for (size_t i = 0; i < condition->n_codes; i++)
        if (strcmp(condition->codes[i], code) == 0)
            return true;
    return false;
}

static bool names_codes(const struct wrd_condition *condition)
{
    return condition->op == '=' || condition->op == '!';
}

/* `!` is judged over all options of a multiple question, so there `holds` says which are named. */
static bool value_holds(const struct wrd_condition *condition, const struct wrd_value *value,
                        bool multiple)
{
    if (names_codes(condition))
        return is_named(condition, value->code) == (multiple || condition->op == '=');
    return value->has_score &&
           compares(wrd_decimal_compare(value->score, condition->number), condition->op);
}

static const bool *holds_of(const struct wrd_condition *condition,
                            const struct wrd_variable *variable, struct wrd_arena *arena)
{
    const struct wrd_list *list = variable->list;
    bool *holds = wrd_arena_take_array(arena, list->n_answers + 1, sizeof *holds);
    for (size_t i = 0; i < list->n_answers; i++)
        holds[i] = value_holds(condition, list->answers[i], variable->type == WRD_TYPE_MULTIPLE);
    return holds;
}

static const struct wrd_decimal *numbers_of(const struct wrd_condition *condition,
                                            struct wrd_arena *arena)
{
    struct wrd_decimal *numbers =
        wrd_arena_take_array(arena, condition->n_codes + 1, sizeof *numbers);
    for (size_t i = 0; i < condition->n_codes; i++)
        wrd_decimal_read(condition->codes[i], strlen(condition->codes[i]), '.', &numbers[i]);
    return numbers;
}

static bool make_rule(const struct wrd_columns *columns, const struct wrd_condition *condition,
                      struct wrd_arena *arena, struct wrd_rule *rule)
{
    const struct wrd_answers_of *of = answers_named(columns, condition->variable);
    *rule = (struct wrd_rule){ .of = of, .condition = condition };
    if (!of)
        return false;
    if (of->variable->list)
        rule->holds = holds_of(condition, of->variable, arena);
    else if (of->variable->type == WRD_TYPE_NUMBER)
        rule->numbers = numbers_of(condition, arena);
    return rule->holds || rule->numbers; /* check refuses a condition on anything else */
}

void wrd_ask_if_make(struct wrd_columns *columns, struct wrd_arena *arena)
{
    for (size_t i = 0; i < columns->n_of; i++) {
        struct wrd_answers_of *of = &columns->of[i];
        const struct wrd_variable *variable = of->variable;
        of->rules = wrd_arena_take_array(arena, variable->n_ask_if + 1, sizeof *of->rules);
        for (size_t k = 0; k < variable->n_ask_if; k++)
            if (make_rule(columns, &variable->ask_if[k], arena, &of->rules[of->n_rules]))
                of->n_rules++;
    }
}

static bool number_holds(const struct wrd_rule *rule, struct wrd_decimal number)
{
    const struct wrd_condition *condition = rule->condition;
    if (!names_codes(condition))
        return compares(wrd_decimal_compare(number, condition->number), condition->op);
    bool named = false;
    for (size_t i = 0; i < condition->n_codes; i++)
        named |= wrd_decimal_compare(number, rule->numbers[i]) == 0;
    return named == (condition->op == '=');
}

static bool options_hold(const struct wrd_rule *rule, size_t row)
{
    bool seen = false, ticked = false;
    for (size_t k = 0; k < rule->of->n_options; k++) {
        uint8_t code = rule->of->options[k].at.u8[row];
        seen |= code < WRD_FIRST_REASON;
        ticked |= code == 1 && rule->holds[k];
    }
    return seen && ticked == (rule->condition->op != '!');
}

static bool rule_holds(const struct wrd_rule *rule, size_t row)
{
    if (rule->of->variable->type == WRD_TYPE_MULTIPLE)
        return options_hold(rule, row);
    unsigned code = wrd_growing_code_at(&rule->of->codes, row);
    if (code >= WRD_CODE_REASON)
        return false;
    return rule->holds ? rule->holds[code] : number_holds(rule, rule->of->numbers.values[code]);
}

bool wrd_ask_if_asked(const struct wrd_answers_of *of, size_t row)
{
    for (size_t i = 0; i < of->n_rules; i++)
        if (!rule_holds(&of->rules[i], row))
            return false;
    return true;
}

bool wrd_ask_if_take_out(struct wrd_answers_of *of, size_t row)
{
    bool answered = false;
    for (size_t k = 0; k < of->n_options; k++) {
        answered |= of->options[k].at.u8[row] == 1;
        wrd_growing_code(&of->options[k], row, WRD_CODE_REASON + WRD_NOT_ASKED);
    }
    if (of->variable->type == WRD_TYPE_MULTIPLE)
        return answered;
    answered = wrd_growing_code_at(&of->codes, row) < WRD_CODE_REASON;
    wrd_growing_code(&of->codes, row, WRD_CODE_REASON + WRD_NOT_ASKED);
    return answered;
}
