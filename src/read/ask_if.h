/* read/ask_if.h - was a respondent asked this question?
 *
 * A condition on a missing answer is false.  A condition on a question that this wave does not have
 * says nothing and is left out.
 *
 * Memory   The rules live in the arena that they are made in. */
#ifndef READ_ASK_IF_H
#define READ_ASK_IF_H

#include "read/columns.h"

/* One condition, ready to be asked of a row. */
struct wrd_rule {
    const struct wrd_answers_of *of; /* of the variable that it looks at */
    const struct wrd_condition *condition;
    const bool *holds;                 /* [answers of its list]: for single and multiple */
    const struct wrd_decimal *numbers; /* [n_codes]: the codes of = and ! of a number */
};

void wrd_ask_if_make(struct wrd_columns *columns, struct wrd_arena *arena);
/* Whether the question was asked of `row`. */
bool wrd_ask_if_asked(const struct wrd_answers_of *of, size_t row);
/* Makes the answer of `row` "not asked"; true: there was one. */
bool wrd_ask_if_take_out(struct wrd_answers_of *of, size_t row);

#endif
