/* waardering/arena.h - memory that is given back all at once.
 *
 * One arena a lifetime: the run (study, codebook, frames), a report (aggregates, tables, release),
 * scratch (one table).  There is no free of a single piece.
 *
 * Errors   There are none to check: when memory is gone the handler of wrd_memory_on_full is
 *          called, which must not return (the program says so and leaves with exit code 6);
 *          without a handler the process aborts.  A batch run that has no memory has nothing
 *          better to do, and no caller can forget the check.
 * Memory   Pieces are aligned for any type, zeroed, and live until wrd_arena_free. */
#ifndef WAARDERING_ARENA_H
#define WAARDERING_ARENA_H

#include <stddef.h>

struct wrd_arena;

struct wrd_arena *wrd_arena_new(void);
void wrd_arena_free(struct wrd_arena *arena); /* NULL is allowed */
/* Gives every piece back and keeps room for the next ones: for scratch that is used again and again. */
void wrd_arena_clear(struct wrd_arena *arena);

void *wrd_arena_take(struct wrd_arena *arena, size_t size);
/* `count * size` bytes; an overflow counts as memory gone. */
void *wrd_arena_take_array(struct wrd_arena *arena, size_t count, size_t size);
/* A list of *room pieces of `size` bytes, of which n are in use, with a place for one more: the list itself
 * (NULL: none yet), or a copy with twice the room. */
void *wrd_arena_more(struct wrd_arena *arena, void *list, size_t n, size_t *room, size_t size);
/* A copy of `len` bytes with a NUL behind it. */
char *wrd_arena_text(struct wrd_arena *arena, const char *text, size_t len);
/* printf into the arena, for text only: numbers go through core/number.h. */
char *wrd_arena_format(struct wrd_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The arena frees `block` (from wrd_alloc or wrd_realloc) when it goes. */
void wrd_arena_adopt(struct wrd_arena *arena, void *block);

/* malloc (zeroed) and realloc under the same rule; `free` gives back. */
void *wrd_alloc(size_t count, size_t size);
void *wrd_realloc(void *block, size_t count, size_t size);

void wrd_memory_on_full(void (*handler)(void));
/* Calls the handler: for a library whose own allocation failed. */
_Noreturn void wrd_memory_full(void);

#endif
