/* read/guess.h - what the columns of an export seem to be.
 *
 * Every column is judged by its header and by the values in it: its type, its answers, its role; and
 * columns that belong together are one multiple question, or items with one list.  The order of the
 * rows does not matter.
 *
 * A guess is a guess: it is marked in what init writes, and no figure is made of it before somebody
 * has looked. */
#ifndef READ_GUESS_H
#define READ_GUESS_H

#include "read/profile.h"
#include "waardering/draft.h"

/* What may not be asked (money) the caller knows: `text` is a header, a question or a label. */
struct wrd_guess_rules {
    bool (*refuses)(void *self, const char *text);
    void *self;
};

void wrd_guess(struct wrd_arena *arena, const struct wrd_export_profile *profile,
               const struct wrd_guess_rules *rules, struct wrd_draft *draft);

#endif
