/* read/names.c - see names.h. */
#include "read/names.h"

#include <string.h>

#define uthash_malloc(size) wrd_arena_take(names->arena, (size))
#define uthash_free(block, size) ((void)(block))
#include <uthash.h>

struct wrd_named {
    uint32_t number;
    UT_hash_handle hh;
};

uint32_t wrd_names_put(struct wrd_names *names, const char *name, uint32_t number)
{
    struct wrd_named *found;
    size_t len = strlen(name);
    HASH_FIND(hh, names->first, name, len, found);
    if (found)
        return found->number;
    found = wrd_arena_take(names->arena, sizeof *found);
    found->number = number;
    const char *key = wrd_arena_text(names->arena, name, len);
    HASH_ADD_KEYPTR(hh, names->first, key, len, found);
    return number;
}
