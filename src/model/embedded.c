/* model/embedded.c - see embedded.h. */
#include "model/embedded.h"

#include <stdlib.h>
#include <string.h>

const char *wrd_embedded_text(const char *name, size_t *len)
{
    for (size_t i = 0; i < wrd_n_embedded_files; i++) {
        const struct wrd_embedded *file = &wrd_embedded_files[i];
        if (strcmp(file->name, name) != 0)
            continue;
        if (len)
            *len = file->len;
        return (const char *)file->bytes;
    }
    abort(); /* the Makefile names the files, and a test asks for each of them */
}
