/* check/rules_private.c - columns that say who somebody is are never read as an answer. */
#include <string.h>

#include "check/rules.h"
#include "model/personal.h"

/* An id may be a token: it is hashed in memory and goes nowhere. */
void wrd_rules_private(const struct wrd_judge *judge)
{
    for (size_t i = 0; i < judge->book->n_variables; i++) {
        const struct wrd_variable *variable = &judge->book->variables[i];
        if (variable->type != WRD_TYPE_ID &&
            wrd_is_personal(variable->column, strlen(variable->column)))
            wrd_say(judge->diag, WRD_E0353,
                    wrd_codebook_place(judge->book, variable->place, "column"), variable->column);
    }
}
