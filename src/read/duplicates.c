/* read/duplicates.c - rows with the same id; see read/duplicates.h.
 *
 * The hash of an id is random already, so its first bytes are the place in an open table; uthash
 * would cost three times the memory. */
#include "read/duplicates.h"

#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "core/limits.h"
#include "waardering/arena.h"

struct known {
    struct wrd_keyed id;
    uint32_t row;
};

struct wrd_ids {
    struct wrd_key key;
    struct known *known; /* [n] */
    size_t n, room;
    uint32_t *table; /* [slots]: index in known + 1, 0 is free; slots is a power of two */
    size_t slots;
};

enum { FIRST_SLOTS = WRD_LIMIT(1024, 4) };

struct wrd_ids *wrd_ids_new(void)
{
    struct wrd_ids *ids = wrd_alloc(1, sizeof *ids);
    ids->key = wrd_key_random();
    ids->slots = FIRST_SLOTS;
    ids->table = wrd_alloc(ids->slots, sizeof *ids->table);
    return ids;
}

static size_t slot_of(const struct wrd_ids *ids, const struct wrd_keyed *id)
{
    uint64_t place;
    memcpy(&place, id->bytes, sizeof place);
    size_t slot = place & (ids->slots - 1);
    while (ids->table[slot] && memcmp(&ids->known[ids->table[slot] - 1].id, id, sizeof *id) != 0)
        slot = (slot + 1) & (ids->slots - 1);
    return slot;
}

static void double_table(struct wrd_ids *ids)
{
    free(ids->table);
    ids->slots *= 2;
    ids->table = wrd_alloc(ids->slots, sizeof *ids->table);
    for (size_t i = 0; i < ids->n; i++)
        ids->table[slot_of(ids, &ids->known[i].id)] = (uint32_t)i + 1;
}

static void add(struct wrd_ids *ids, struct wrd_keyed id, size_t row)
{
    if (ids->n == ids->room) {
        ids->room = ids->room ? ids->room * 2 : FIRST_SLOTS / 2;
        ids->known = wrd_realloc(ids->known, ids->room, sizeof *ids->known);
    }
    ids->known[ids->n++] = (struct known){ id, (uint32_t)row };
    if (ids->n * 2 > ids->slots)
        double_table(ids);
    else
        ids->table[slot_of(ids, &id)] = (uint32_t)ids->n;
}

size_t wrd_ids_put(struct wrd_ids *ids, const char *id, size_t len, size_t row, bool replace)
{
    struct wrd_keyed keyed = wrd_keyed_hash(&ids->key, id, len);
    uint32_t index = ids->table[slot_of(ids, &keyed)];
    if (index == 0) {
        add(ids, keyed, row);
        return WRD_NO_ROW;
    }
    size_t before = ids->known[index - 1].row;
    if (replace)
        ids->known[index - 1].row = (uint32_t)row;
    return before;
}

void wrd_ids_free(struct wrd_ids *ids)
{
    if (!ids)
        return;
    wrd_wipe(&ids->key, sizeof ids->key);
    if (ids->known)
        wrd_wipe(ids->known, ids->n * sizeof *ids->known);
    free(ids->known);
    free(ids->table);
    free(ids);
}
