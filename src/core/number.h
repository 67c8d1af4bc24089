/* core/number.h - numbers without locale, in and out.  The only place that turns text into a number
 * or a number into text.
 *
 * Reading is strict: optional sign (- or U+2212), digits, at most one decimal mark with digits on both
 * sides; nothing else: no exponent, no thousands mark, no spaces inside.  Spaces around are the
 * caller's business. */
#ifndef CORE_NUMBER_H
#define CORE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/arena.h"
#include "waardering/decimal.h"

/* false: not a number, or more than 18 digits (leading and, behind the mark, trailing zeros not
 * counted).  Trailing zeros are gone from the result: "12.50" is 125 with one decimal. */
bool wrd_decimal_read(const char *text, size_t len, char mark, struct wrd_decimal *number);
bool wrd_integer_read(const char *text, size_t len, int64_t *number);

/* `units` at `decimals`, exactly; false: does not fit in 64 bits or would lose digits. */
bool wrd_decimal_scale(struct wrd_decimal number, uint8_t decimals, int64_t *units);
/* Rounded half away from zero to the step 10^-decimals; false: does not fit. */
bool wrd_decimal_round(struct wrd_decimal number, uint8_t decimals, int64_t *units);
int wrd_decimal_compare(struct wrd_decimal a, struct wrd_decimal b);
double wrd_decimal_double(struct wrd_decimal number);
int64_t wrd_power_of_ten(unsigned exponent); /* 0..18 */

/* Half away from zero to `decimals` (0..18) places: the one rounding of everything that is shown.
 * What is within 1e-12 of its size from a half, and within a thousandth of the last place, is a half,
 * so that 29 of 200 is 15 percent however it was computed; the result is never -0.  A decimal of at
 * most 15 digits, those behind the mark too, keeps all that it shows: a double holds no more. */
double wrd_round(double value, int decimals);
/* The same, counted in the last place: 12.5 of one decimal is 125.  false: not below 2^53 of them. */
bool wrd_round_units(double value, int decimals, int64_t *units);

enum { WRD_NUMBER_ROOM = 40 };
/* As wrd_round: "12", "-3.5"; `mark` is '.' or ','.  Never "-0".  From 2^53 units on, and of what is no
 * number, as wrd_number_exact. */
const char *wrd_number_fixed(char room[WRD_NUMBER_ROOM], double value, int decimals, char mark);
/* %.17g; "" for NaN: what the internal files hold. */
const char *wrd_number_exact(char room[WRD_NUMBER_ROOM], double value);
const char *wrd_number_integer(char room[WRD_NUMBER_ROOM], int64_t value);
const char *wrd_number_unsigned(char room[WRD_NUMBER_ROOM], uint64_t value);
/* As written, shortest: units 125, decimals 1 is "12.5"; trailing zeros gone. */
const char *wrd_number_decimal(char room[WRD_NUMBER_ROOM], struct wrd_decimal number, char mark);
/* An integer as a text of the arena, for messages. */
const char *wrd_count_text(struct wrd_arena *arena, uint64_t value);

#endif
