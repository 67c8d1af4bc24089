/* core/utf8_letters.h - what kind of character it is, and text without disguise.
 *
 * By the tables of Unicode (utf8proc), never by the locale. */
#ifndef CORE_UTF8_LETTERS_H
#define CORE_UTF8_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/arena.h"

enum wrd_letter { WRD_LETTER_SMALL, WRD_LETTER_CAPITAL, WRD_LETTER_DIGIT, WRD_LETTER_NONE };

/* The next character of a text that ends in NUL, moving *text past it; 0 at the end.  A byte that
 * is not UTF-8 is U+FFFD. */
uint32_t wrd_letter_next(const char **text);
/* A letter without case is small. */
enum wrd_letter wrd_letter_kind(uint32_t character);
/* A number in a circle and its like, which is no digit: category No. */
bool wrd_is_number_sign(uint32_t character);
/* Unicode category Sc, all of it. */
bool wrd_is_currency_sign(uint32_t character);
/* The same text as plain letters: NFKC, so a full-width A is an A and a circled 2 a 2; without
 * accents and without what nobody sees (soft hyphens, zero-width marks).  Case stays. */
char *wrd_text_plain(struct wrd_arena *arena, const char *text);

#endif
