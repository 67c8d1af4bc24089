/* tests/support/arena.h - an arena of one test, for cmocka's setup and teardown.  Include it behind
 * cmocka.h, once a program. */
#ifndef SUPPORT_ARENA_H
#define SUPPORT_ARENA_H

#include "waardering/arena.h"

static struct wrd_arena *arena;

static inline int arena_open(void **state)
{
    (void)state;
    arena = wrd_arena_new();
    return 0;
}

static inline int arena_close(void **state)
{
    (void)state;
    wrd_arena_free(arena);
    return 0;
}

#endif
