/* core/suggest.h - what somebody probably meant who wrote a word that is not known. */
#ifndef CORE_SUGGEST_H
#define CORE_SUGGEST_H

#include <stddef.h>

#include "waardering/arena.h"

/* The nearest of `words`; when none is near, the words there are (of many the first twelve); "-"
 * when there are none. */
const char *wrd_suggest(struct wrd_arena *arena, const char *word, const char *const *words,
                        size_t n);

#endif
