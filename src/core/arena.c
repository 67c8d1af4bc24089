/* core/arena.c - see waardering/arena.h. */
#include "waardering/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/limits.h"

/* Under AddressSanitizer what no piece holds is poisoned, and pieces do not touch: else it would see
 * only whole chunks. */
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#define GUARD ALIGN
#else
#define GUARD 0
#define ASAN_POISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#endif

enum {
    ALIGN = _Alignof(max_align_t),
    FIRST_CHUNK = WRD_LIMIT(16 * 1024, 1024),
    LARGEST_CHUNK = 1024 * 1024
};

struct chunk {
    struct chunk *older;
    size_t room;
    size_t used;
    _Alignas(max_align_t) unsigned char bytes[];
};

struct adopted {
    struct adopted *older;
    void *block;
};

struct wrd_arena {
    struct chunk *newest;
    struct adopted *adopted;
    size_t next_room;
};

static void (*on_full)(void);

void wrd_memory_on_full(void (*handler)(void))
{
    on_full = handler;
}

_Noreturn void wrd_memory_full(void)
{
    if (on_full)
        on_full();
    abort();
}

static size_t bytes_of(size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        wrd_memory_full();
    return bytes;
}

void *wrd_alloc(size_t count, size_t size)
{
    size_t bytes = bytes_of(count, size);
    void *block = calloc(1, bytes ? bytes : 1);
    if (!block)
        wrd_memory_full();
    return block;
}

void *wrd_realloc(void *block, size_t count, size_t size)
{
    size_t bytes = bytes_of(count, size);
    void *moved = realloc(block, bytes ? bytes : 1);
    if (!moved)
        wrd_memory_full();
    return moved;
}

struct wrd_arena *wrd_arena_new(void)
{
    struct wrd_arena *arena = wrd_alloc(1, sizeof *arena);
    arena->next_room = FIRST_CHUNK;
    return arena;
}

static void free_chunks(struct chunk *newest)
{
    for (struct chunk *chunk = newest, *older; chunk; chunk = older) {
        older = chunk->older;
        explicit_bzero(chunk->bytes, chunk->used); /* it may hold what somebody wrote */
        free(chunk);
    }
}

void wrd_arena_free(struct wrd_arena *arena)
{
    if (!arena)
        return;
    for (struct adopted *a = arena->adopted; a; a = a->older)
        free(a->block);
    free_chunks(arena->newest);
    free(arena);
}

void wrd_arena_clear(struct wrd_arena *arena)
{
    for (struct adopted *a = arena->adopted; a; a = a->older)
        free(a->block); /* the note of it is a piece of the arena */
    arena->adopted = NULL;
    if (!arena->newest)
        return;
    free_chunks(arena->newest->older);
    arena->newest->older = NULL;
    explicit_bzero(arena->newest->bytes, arena->newest->used);
    arena->newest->used = 0;
}

static struct chunk *chunk_new(size_t room)
{
    size_t bytes;
    if (__builtin_add_overflow(sizeof(struct chunk), room, &bytes))
        wrd_memory_full();
    struct chunk *chunk = wrd_alloc(1, bytes);
    chunk->room = room;
    ASAN_POISON_MEMORY_REGION(chunk->bytes, room);
    return chunk;
}

/* A piece too large for the usual chunk gets one of its own behind the newest, so that the rest of
 * the newest is not lost. */
static void *take_large(struct wrd_arena *arena, size_t size)
{
    struct chunk *chunk = chunk_new(size);
    chunk->used = size;
    if (arena->newest) {
        chunk->older = arena->newest->older;
        arena->newest->older = chunk;
    } else {
        arena->newest = chunk;
    }
    return chunk->bytes;
}

static void *take_from_new_chunk(struct wrd_arena *arena, size_t size)
{
    struct chunk *chunk = chunk_new(arena->next_room);
    if (arena->next_room < LARGEST_CHUNK)
        arena->next_room *= 2;
    chunk->older = arena->newest;
    chunk->used = size;
    arena->newest = chunk;
    return chunk->bytes;
}

static void *take(struct wrd_arena *arena, size_t rounded)
{
    struct chunk *chunk = arena->newest;
    if (chunk && chunk->room - chunk->used >= rounded) {
        void *piece = chunk->bytes + chunk->used;
        chunk->used += rounded;
        return piece;
    }
    if (rounded > arena->next_room / 4)
        return take_large(arena, rounded);
    return take_from_new_chunk(arena, rounded);
}

void *wrd_arena_take(struct wrd_arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGN - GUARD)
        wrd_memory_full();
    size_t rounded = (size + ALIGN - 1) / ALIGN * ALIGN + GUARD;
    if (rounded == 0)
        rounded = ALIGN; /* two empty pieces are two pieces */
    void *piece = take(arena, rounded);
    ASAN_UNPOISON_MEMORY_REGION(piece, size);
    return piece;
}

void *wrd_arena_take_array(struct wrd_arena *arena, size_t count, size_t size)
{
    return wrd_arena_take(arena, bytes_of(count, size));
}

void *wrd_arena_more(struct wrd_arena *arena, void *list, size_t n, size_t *room, size_t size)
{
    enum { FIRST = 16 };
    if (n < *room)
        return list;
    *room = *room > 0 ? 2 * *room : FIRST;
    void *more = wrd_arena_take_array(arena, *room, size);
    return n > 0 ? memcpy(more, list, n * size) : more;
}

char *wrd_arena_text(struct wrd_arena *arena, const char *text, size_t len)
{
    if (len == SIZE_MAX)
        wrd_memory_full();
    char *copy = wrd_arena_take(arena, len + 1);
    if (len)
        memcpy(copy, text, len);
    return copy;
}

char *wrd_arena_format(struct wrd_arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        wrd_memory_full();
    char *text = wrd_arena_take(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

void wrd_arena_adopt(struct wrd_arena *arena, void *block)
{
    struct adopted *a = wrd_arena_take(arena, sizeof *a);
    a->block = block;
    a->older = arena->adopted;
    arena->adopted = a;
}
