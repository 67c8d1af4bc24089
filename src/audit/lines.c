/* audit/lines.c - Markdown, JSON and whatever else is lines of text; see passages.h. */
#include "audit/passages.h"

#include <string.h>

#include "waardering/arena.h"

static void take_part(struct wrd_arena *arena, const char *from, const char *to, uint32_t line,
                      struct wrd_passage_taker taker)
{
    const struct wrd_passage passage = { wrd_arena_text(arena, from, (size_t)(to - from)), line,
                                         NULL };
    taker.take(taker.self, &passage);
    wrd_arena_clear(arena);
}

/* A paragraph goes on over the end of a line; a row of a table and a heading do not. */
static bool goes_on(const char *line, const char *next, const char *end)
{
    return *line != '|' && *line != '#' && next < end && !strchr("|#\r\n", *next) && *line != '\n';
}

static bool take_lines(const struct wrd_staged *file, bool paragraphs,
                       struct wrd_passage_taker taker)
{
    const char *at = file->bytes, *end = file->bytes + file->len;
    struct wrd_arena *arena = wrd_arena_new();
    const char *before = NULL; /* the line before, when it goes on here */
    for (uint32_t line = 1; at < end; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        take_part(arena, at, stop, line, taker);
        if (before)
            take_part(arena, before, stop, line - 1, taker);
        before = paragraphs && goes_on(at, stop + 1, end) ? at : NULL;
        at = stop + 1;
    }
    wrd_arena_free(arena);
    return true;
}

bool wrd_passages_lines(const struct wrd_staged *file, struct wrd_passage_taker taker)
{
    return take_lines(file, false, taker);
}

bool wrd_passages_markdown(const struct wrd_staged *file, struct wrd_passage_taker taker)
{
    return take_lines(file, true, taker);
}
