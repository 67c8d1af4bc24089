/* model/money_bare.h - a text without its disguise, before words of money are looked for in it.
 *
 * What a reader would see once a browser, a mail program or a spreadsheet has unfolded the text:
 * character references (&euro; &#8364; &#x20ac; &#128;), escapes of scripts and style sheets
 * (\u20ac, \x80, \20AC), percent and quoted-printable bytes, a euro sign that was read in the wrong
 * encoding, bytes 0x80 and 0xA4 that are euro signs in their own, letters of other scripts that
 * look like Latin ones inside a Latin word, signs that look like a euro beside a number, marks that
 * nobody sees, and markup.
 *
 * Source   PROTECTION.md, "Normalise before matching".
 * Memory   Lives in the arena. */
#ifndef MODEL_MONEY_BARE_H
#define MODEL_MONEY_BARE_H

#include <stdbool.h>

#include "waardering/arena.h"

/* Whether something in the text looks like a tag. */
bool wrd_money_has_markup(const char *text);
/* `between` stands where a tag stood: "" reads <b>e</b>uro as one word, " " two cells as two. */
char *wrd_money_bare(struct wrd_arena *arena, const char *text, const char *between);

#endif
