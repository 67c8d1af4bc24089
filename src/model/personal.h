/* model/personal.h - headers of columns that say who somebody is.
 *
 * Such a column may be an id, of which a hash alone is kept; it is never an answer.  check judges
 * the codebook by this, read every file of answers: waves.csv may name another column. */
#ifndef MODEL_PERSONAL_H
#define MODEL_PERSONAL_H

#include <stdbool.h>
#include <stddef.h>

/* Capitals, white space and signs do not count: "E-mail address" is "emailaddress". */
bool wrd_is_personal(const char *header, size_t len);

#endif
