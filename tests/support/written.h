/* tests/support/written.h - what a writer wrote, as a text that ends in NUL; free it. */
#ifndef SUPPORT_WRITTEN_H
#define SUPPORT_WRITTEN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct written {
    char *text;
    size_t len;
    FILE *to;
};

static inline FILE *written_begin(struct written *written)
{
    written->to = open_memstream(&written->text, &written->len);
    if (!written->to)
        abort();
    return written->to;
}

static inline char *written_end(struct written *written)
{
    fclose(written->to);
    return written->text;
}

static inline size_t times_in(const char *text, const char *part)
{
    size_t n = 0;
    while ((text = strstr(text, part)) != NULL) {
        n++;
        text += strlen(part);
    }
    return n;
}

#endif
