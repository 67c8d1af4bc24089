/* weight/register.h - what population.csv says of a category, a cross of categories, or all.
 *
 * Shapes   A name is "age", "age*gender" or "total"; a code has as many parts, "2*m" ("" of total).
 *          The parts of a cross may stand in another order in the file.
 * Errors   NULL: it says nothing.
 * Memory   Allocates nothing. */
#ifndef WEIGHT_REGISTER_H
#define WEIGHT_REGISTER_H

#include "waardering/codebook.h"

const struct wrd_population *wrd_register_row(const struct wrd_codebook *book, const char *source,
                                              enum wrd_population_unit unit, const char *name,
                                              const char *code);

#endif
