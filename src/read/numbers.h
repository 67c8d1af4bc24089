/* read/numbers.h - the distinct numbers of one column.
 *
 * While the file is read a number gets the index of its first appearance; at the end the numbers
 * that are used are put in rising order, and an index becomes a code.
 *
 * Limits   65,528 different numbers; wrd_numbers_put gives WRD_NUMBERS_FULL above that. */
#ifndef READ_NUMBERS_H
#define READ_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/arena.h"
#include "waardering/codebook.h"
#include "waardering/decimal.h"

enum { WRD_MAX_NUMBERS = WRD_FIRST_REASON16, WRD_NUMBERS_FULL = 1 << 16 };

struct wrd_numbers { /* zeroed: none */
    struct wrd_number_entry *entries;
    struct wrd_decimal *values; /* [n], by index */
    size_t n, room;
};

unsigned wrd_numbers_put(struct wrd_numbers *numbers, struct wrd_decimal number);

/* counts[n]: how often each is used.  code[n] becomes the rank among those used; returns how many.
 * score and unit become their values at common decimals; false: they do not fit in 64 bits. */
bool wrd_numbers_rank(const struct wrd_numbers *numbers, const uint64_t *counts,
                      struct wrd_arena *arena, uint16_t *code, size_t *n_codes,
                      const int64_t **score, int64_t *unit);
/* The same of decimals that have no order to be found: the scores of a list. */
bool wrd_decimals_scale(const struct wrd_decimal *numbers, size_t n, int64_t *units, int64_t *unit);
void wrd_numbers_clear(struct wrd_numbers *numbers);

#endif
