/* core/hash.h - SHA-256 and the keyed hash that stands for an id in memory; the door to libmd. */
#ifndef CORE_HASH_H
#define CORE_HASH_H

#include <stddef.h>
#include <stdint.h>

enum { WRD_HASH_SIZE = 32, WRD_HASH_HEX = 65 };

struct wrd_hash_piece {
    const void *bytes;
    size_t len;
};
/* Of the pieces one behind the other, each preceded by its length (8 bytes, little-endian), so that
 * moving a byte from one piece to the next changes the hash. */
void wrd_hash_pieces(const struct wrd_hash_piece *pieces, size_t n, char hex[WRD_HASH_HEX]);
/* Of plain bytes, as sha256sum prints it. */
void wrd_hash_bytes(const void *bytes, size_t len, char hex[WRD_HASH_HEX]);

/* HMAC-SHA-256 (RFC 2104), first 16 bytes. */
struct wrd_key {
    uint8_t bytes[32];
};
struct wrd_keyed {
    uint8_t bytes[16];
};
struct wrd_key wrd_key_random(void); /* getrandom */
struct wrd_keyed wrd_keyed_hash(const struct wrd_key *key, const void *bytes, size_t len);
/* What stands for an id in memory: never 0, and the same for the same id as long as the program runs.
 * The key is made at the first call and leaves with the program, so a hash is worth nothing to
 * another run. */
uint64_t wrd_id_hash(const void *id, size_t len);
void wrd_wipe(void *bytes, size_t len);      /* explicit_bzero */
void wrd_wipe_free(void *bytes, size_t len); /* wiped, then given back; NULL is allowed */
/* As wrd_realloc from `len` bytes to `room`, with nothing left where they were. */
void *wrd_wipe_grow(void *bytes, size_t len, size_t room);

#endif
