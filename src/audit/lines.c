/* audit/lines.c - Markdown, JSON and whatever else is lines of text; see passages.h. */
#include "audit/passages.h"

#include <string.h>

#include "waardering/arena.h"

bool wrd_passages_lines(const struct wrd_staged *file, struct wrd_passage_taker taker)
{
    const char *at = file->bytes, *end = file->bytes + file->len;
    for (uint32_t line = 1; at < end; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct wrd_arena *arena = wrd_arena_new();
        stop = stop ? stop : end;
        const struct wrd_passage passage = { wrd_arena_text(arena, at, (size_t)(stop - at)), line,
                                             NULL };
        taker.take(taker.self, &passage);
        wrd_arena_free(arena);
        at = stop + 1;
    }
    return true;
}
