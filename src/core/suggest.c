/* core/suggest.c - see suggest.h. */
#include "core/suggest.h"

#include "core/text.h"

enum { MOST_SHOWN = 12 };

const char *wrd_suggest(struct wrd_arena *arena, const char *word, const char *const *words,
                        size_t n)
{
    const char *nearest = wrd_text_nearest(word, words, n);
    if (nearest)
        return nearest;
    if (n == 0)
        return "-";
    if (n <= MOST_SHOWN)
        return wrd_text_join(arena, words, n, ", ");
    return wrd_arena_format(arena, "%s, ...", wrd_text_join(arena, words, MOST_SHOWN, ", "));
}
