/* read/names.h - names, each with a number: the line where it stood first, or an index.
 *
 * Memory   Everything lives in the arena, the hash table included: there is nothing to free. */
#ifndef READ_NAMES_H
#define READ_NAMES_H

#include <stdint.h>

#include "waardering/arena.h"

struct wrd_names {
    struct wrd_arena *arena;
    struct wrd_named *first; /* NULL: none yet */
};

/* The number that `name` already has; else `number`, which it has from now on. */
uint32_t wrd_names_put(struct wrd_names *names, const char *name, uint32_t number);

#endif
