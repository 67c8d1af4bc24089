/* grid.c - see grid.h. */
#include "weight/grid.h"

#include "core/number.h"

enum { FINEST_GRID = 15, AUTO_STEPS = 8 };

/* In integers: log10 of a double may land on the wrong side of a power of ten, and then the grid
 * would depend on rounding. */
int wrd_auto_exponent(unsigned __int128 sum, unsigned __int128 bar)
{
    int exponent = AUTO_STEPS;
    for (; sum >= bar * 10 && exponent > 0; bar *= 10)
        exponent--;
    for (; sum < bar && exponent < FINEST_GRID; sum *= 10)
        exponent++;
    return exponent;
}

const char *wrd_step_text(struct wrd_arena *arena, int exponent)
{
    return wrd_arena_format(arena, "1e-%s", wrd_count_text(arena, (uint64_t)exponent));
}
