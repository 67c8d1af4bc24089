/* read/textmap.c - from a text to a number; see read/textmap.h. */
#include "read/textmap.h"

#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "waardering/arena.h"

#define uthash_malloc(size) wrd_alloc(1, (size))
#include <uthash.h>

struct wrd_textmap_entry {
    UT_hash_handle hh;
    uint32_t number;
    size_t len;
    char text[];
};

const uint32_t *wrd_textmap_find(const struct wrd_textmap *map, const char *text, size_t len)
{
    struct wrd_textmap_entry *entry;
    HASH_FIND(hh, map->entries, text, len, entry);
    return entry ? &entry->number : NULL;
}

bool wrd_textmap_put(struct wrd_textmap *map, const char *text, size_t len, uint32_t number)
{
    if (wrd_textmap_find(map, text, len))
        return false;
    struct wrd_textmap_entry *entry = wrd_alloc(1, sizeof *entry + len + 1);
    entry->number = number;
    entry->len = len;
    memcpy(entry->text, text, len);
    HASH_ADD_KEYPTR(hh, map->entries, entry->text, len, entry);
    map->n++;
    return true;
}

void wrd_textmap_clear(struct wrd_textmap *map)
{
    struct wrd_textmap_entry *entry, *next;
    HASH_ITER(hh, map->entries, entry, next)
    {
        HASH_DEL(map->entries, entry);
        wrd_wipe(entry->text, entry->len);
        free(entry);
    }
    map->n = 0;
}
