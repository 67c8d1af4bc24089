/* check/rules_private.c - columns that say who somebody is, and those that the survey tool keeps for
 * itself, are never read as an answer. */
#include <string.h>

#include "check/rules.h"
#include "model/personal.h"

/* An id may be a token: it is hashed in memory and goes nowhere. */
void wrd_rules_private(const struct wrd_judge *judge)
{
    for (size_t i = 0; i < judge->book->n_variables; i++) {
        const struct wrd_variable *variable = &judge->book->variables[i];
        const enum wrd_column_kind kind =
            wrd_column_kind(variable->column, strlen(variable->column));
        const struct wrd_place place = wrd_codebook_place(judge->book, variable->place, "column");
        if (wrd_column_may_hold(kind, variable))
            continue;
        if (kind == WRD_COLUMN_PERSONAL)
            wrd_say(judge->diag, WRD_E0353, place, variable->column);
        else
            wrd_say(judge->diag, WRD_E0247, place, variable->column, variable->name);
    }
}
