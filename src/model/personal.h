/* model/personal.h - headers of columns that are no answer: who somebody is, and what the survey
 * tool keeps for itself.
 *
 * A column that says who somebody is may be an id, of which a hash alone is kept; a column of the
 * tool may be an id or a date, or a number that no figure is made of.  Neither is ever an answer.
 * check judges the codebook by this, read every file of answers: waves.csv may name another column. */
#ifndef MODEL_PERSONAL_H
#define MODEL_PERSONAL_H

#include <stdbool.h>
#include <stddef.h>

#include "waardering/codebook.h"

enum wrd_column_kind {
    WRD_COLUMN_ANSWER,
    WRD_COLUMN_PERSONAL, /* names, addresses, e-mail, IP, phone, tokens, coordinates, birth */
    WRD_COLUMN_SYSTEM    /* dates and durations of filling in, numbers and languages of the tool */
};

/* Capitals, white space and signs do not count: "E-mail address" is "emailaddress". */
enum wrd_column_kind wrd_column_kind(const char *header, size_t len);
/* Whether `variable` may be read from a column of that kind. */
bool wrd_column_may_hold(enum wrd_column_kind kind, const struct wrd_variable *variable);

#endif
