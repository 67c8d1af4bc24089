/* model/money_typos.h - words that are one letter from a long word of money: vervanginswaarde.
 *
 * Only for texts that the analyst can mend, gate G1: a reader sees what was meant, so it is stopped
 * like the word itself.
 *
 * Source   PROTECTION.md: edit distance 1 (two letters swapped count as 1), words of 10 letters or
 *          more.
 * Memory   The words live in the arena. */
#ifndef MODEL_MONEY_TYPOS_H
#define MODEL_MONEY_TYPOS_H

#include <stddef.h>

#include "waardering/arena.h"

struct wrd_money_typo {
    const char *word;  /* as it stands in the text, plain letters */
    const char *meant; /* of the lexicon */
};

/* At most `room`, in the order of the text. */
size_t wrd_money_typos(struct wrd_arena *arena, const char *text, struct wrd_money_typo *typos,
                       size_t room);

#endif
