/* core/hash.c - see core/hash.h; the only file that knows libmd. */
#include "core/hash.h"

#include <pthread.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "waardering/arena.h"

static void to_hex(const uint8_t digest[WRD_HASH_SIZE], char hex[WRD_HASH_HEX])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < WRD_HASH_SIZE; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[2 * WRD_HASH_SIZE] = '\0';
}

static void update_with_length(SHA2_CTX *context, size_t len)
{
    uint8_t bytes[8];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)((uint64_t)len >> (8 * i));
    SHA256Update(context, bytes, sizeof bytes);
}

void wrd_hash_pieces(const struct wrd_hash_piece *pieces, size_t n, char hex[WRD_HASH_HEX])
{
    SHA2_CTX context;
    uint8_t digest[WRD_HASH_SIZE];
    SHA256Init(&context);
    for (size_t i = 0; i < n; i++) {
        update_with_length(&context, pieces[i].len);
        SHA256Update(&context, pieces[i].bytes, pieces[i].len);
    }
    SHA256Final(digest, &context);
    to_hex(digest, hex);
}

void wrd_hash_bytes(const void *bytes, size_t len, char hex[WRD_HASH_HEX])
{
    SHA2_CTX context;
    uint8_t digest[WRD_HASH_SIZE];
    SHA256Init(&context);
    SHA256Update(&context, bytes, len);
    SHA256Final(digest, &context);
    to_hex(digest, hex);
}

struct wrd_key wrd_key_random(void)
{
    struct wrd_key key;
    /* Up to 256 bytes come whole or not at all, and not at all means a kernel without randomness.
     */
    if (getrandom(key.bytes, sizeof key.bytes, 0) != (ssize_t)sizeof key.bytes)
        abort();
    return key;
}

/* H((key ^ pad) || bytes): one of the two rounds of RFC 2104. */
static void padded_hash(const struct wrd_key *key, uint8_t pad, const void *bytes, size_t len,
                        uint8_t digest[WRD_HASH_SIZE])
{
    SHA2_CTX context;
    uint8_t block[SHA256_BLOCK_LENGTH];
    memset(block, pad, sizeof block);
    for (size_t i = 0; i < sizeof key->bytes; i++)
        block[i] ^= key->bytes[i];
    SHA256Init(&context);
    SHA256Update(&context, block, sizeof block);
    SHA256Update(&context, bytes, len);
    SHA256Final(digest, &context);
    wrd_wipe(block, sizeof block);
    wrd_wipe(&context, sizeof context);
}

struct wrd_keyed wrd_keyed_hash(const struct wrd_key *key, const void *bytes, size_t len)
{
    uint8_t inner[WRD_HASH_SIZE], outer[WRD_HASH_SIZE];
    struct wrd_keyed keyed;
    padded_hash(key, 0x36, bytes, len, inner);
    padded_hash(key, 0x5c, inner, sizeof inner, outer);
    memcpy(keyed.bytes, outer, sizeof keyed.bytes);
    wrd_wipe(inner, sizeof inner);
    wrd_wipe(outer, sizeof outer);
    return keyed;
}

static struct wrd_key id_key;

static void make_id_key(void)
{
    id_key = wrd_key_random();
}

uint64_t wrd_id_hash(const void *id, size_t len)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    uint64_t hash;
    pthread_once(&once, make_id_key);
    struct wrd_keyed keyed = wrd_keyed_hash(&id_key, id, len);
    memcpy(&hash, keyed.bytes, sizeof hash);
    return hash ? hash : 1;
}

void wrd_wipe(void *bytes, size_t len)
{
    if (len)
        explicit_bzero(bytes, len);
}

void wrd_wipe_free(void *bytes, size_t len)
{
    if (bytes)
        wrd_wipe(bytes, len);
    free(bytes);
}

void *wrd_wipe_grow(void *bytes, size_t len, size_t room)
{
    void *grown = wrd_alloc(room, 1);
    if (bytes)
        memcpy(grown, bytes, len);
    wrd_wipe_free(bytes, len);
    return grown;
}
