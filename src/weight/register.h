/* weight/register.h - what population.csv says of a category, a cross of categories, or all.
 *
 * Shapes   A name is "age", "age*gender" or "total"; a code has as many parts, "2*m" ("" of total).
 *          The parts of a cross may stand in another order in the file.
 * Errors   NULL: it says nothing.
 * Memory   Keeps nothing; the parts of names are in `scratch`. */
#ifndef WEIGHT_REGISTER_H
#define WEIGHT_REGISTER_H

#include <stdbool.h>
#include <stddef.h>

#include "waardering/arena.h"
#include "waardering/codebook.h"

const struct wrd_population *wrd_register_row(struct wrd_arena *scratch,
                                              const struct wrd_codebook *book, const char *source,
                                              enum wrd_population_unit unit, const char *name,
                                              const char *code);
/* The codes that a row has for the parts `names` of a cross, in that order; false: it is about
 * something else. */
bool wrd_register_codes(struct wrd_arena *scratch, const struct wrd_population *row,
                        const char *const *names, size_t n, const char **codes);

#endif
