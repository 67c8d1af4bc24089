/* support/memory_lines.h - bytes in memory as the lines that core/csv.h reads.
 *
 * Errors   None.
 * Memory   Allocates nothing; `source` and the bytes must live as long as the lines. */
#ifndef SUPPORT_MEMORY_LINES_H
#define SUPPORT_MEMORY_LINES_H

#include <string.h>

#include "core/csv.h"

struct memory_lines {
    const char *at, *end;
    const char *line_feed; /* the first from `at` on, or `end` */
};

static inline const char *line_feed_from(const char *at, const char *end)
{
    const char *found = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    return found ? found : end;
}

/* Behind the LF, CRLF or CR that ends the line at `at`.  The next LF is remembered, so that a file
 * of CR alone is not searched to its end for every line. */
static inline const char *line_end(struct memory_lines *source)
{
    if (source->line_feed < source->at)
        source->line_feed = line_feed_from(source->at, source->end);
    size_t len = (size_t)(source->line_feed - source->at);
    const char *cr = memchr(source->at, '\r', len);
    if (!cr)
        return source->line_feed < source->end ? source->line_feed + 1 : source->end;
    return cr + 1 == source->line_feed && source->line_feed < source->end ? cr + 2 : cr + 1;
}

static inline bool next_memory_line(void *self, const char **line, size_t *len)
{
    struct memory_lines *source = self;
    if (source->at == source->end)
        return false;
    const char *end = line_end(source);
    *line = source->at;
    *len = (size_t)(end - source->at);
    source->at = end;
    return true;
}

static inline struct wrd_lines lines_of_memory(struct memory_lines *source, const char *bytes,
                                               size_t len)
{
    *source = (struct memory_lines){ bytes, bytes + len, line_feed_from(bytes, bytes + len) };
    return (struct wrd_lines){ next_memory_line, source };
}

#endif
