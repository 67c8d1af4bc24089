/* model/money_escapes.h - characters that are written as an escape, or were read in the wrong
 * encoding.
 *
 * Character references (&euro; &#8364; &#x20ac; &#128;), escapes of scripts and style sheets
 * (\u20ac, \ud83d\udcb6, \x80, \20AC), percent and quoted-printable bytes, UTF-8 that was read as
 * Windows-1252, and bytes 0x80 and 0xA4 that are euro signs in their own encoding.
 *
 * Source   PROTECTION.md, "Normalise before matching".
 * Memory   Lives in the arena. */
#ifndef MODEL_MONEY_ESCAPES_H
#define MODEL_MONEY_ESCAPES_H

#include <stdint.h>

#include "waardering/arena.h"

/* One round: an escape of an escape becomes an escape. */
char *wrd_money_unescaped(struct wrd_arena *arena, const char *text);
/* UTF-8 of a character, into room for four bytes; returns behind it. */
char *wrd_money_put(char *to, uint32_t c);

#endif
