/* model/money_bare.h - a text without its disguise, before words of money are looked for in it.
 *
 * What a reader would see once a browser, a mail program or a spreadsheet has unfolded the text:
 * without escapes (money_escapes.h), without markup, and in the direction in which it is read.  The
 * letters themselves are made plain later (wrd_text_plain, money_alike.h), because that makes
 * letters of some signs.
 *
 * Source   PROTECTION.md, "Normalise before matching".
 * Memory   Lives in the arena. */
#ifndef MODEL_MONEY_BARE_H
#define MODEL_MONEY_BARE_H

#include <stdbool.h>

#include "waardering/arena.h"

/* Without escapes. */
const char *wrd_money_unfolded(struct wrd_arena *arena, const char *text);

/* Of an unfolded text; NULL: there is nothing of the kind in it.
 * `between` stands where a tag stood: "" reads <b>e</b>uro as one word, " " two cells as two. */
char *wrd_money_no_markup(struct wrd_arena *arena, const char *text, const char *between);
/* Without the marks of Markdown inside a word: eu**ro**. */
char *wrd_money_no_emphasis(struct wrd_arena *arena, const char *text);
/* What stands behind U+202E is read from right to left. */
char *wrd_money_turned(struct wrd_arena *arena, const char *text);

#endif
