/* model/money_alike.h - letters and signs that look like others.
 *
 * Letters of Cyrillic, Greek and Armenian that look Latin, small capitals, letters in squares and of
 * flags become Latin ones, in every word: the lexicon writes its Cyrillic and Greek words in the
 * same way.  What is drawn like a euro beside a number becomes one.
 *
 * Source   PROTECTION.md, "Normalise before matching"; Unicode Technical Standard 39, confusables.
 * Memory   Lives in the arena. */
#ifndef MODEL_MONEY_ALIKE_H
#define MODEL_MONEY_ALIKE_H

#include "waardering/arena.h"

char *wrd_money_alike(struct wrd_arena *arena, const char *text);

#endif
