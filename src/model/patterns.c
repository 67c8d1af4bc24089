/* model/patterns.c - see waardering/patterns.h. */
#include "waardering/patterns.h"

const char *wrd_flag_name(enum wrd_flag flag)
{
    static const char *const names[] = {
        [WRD_STRAIGHT_LINING] = "straight-lining", [WRD_LOW_VARIATION] = "low-variation",
        [WRD_CONTRADICTION] = "contradiction",     [WRD_SPEEDER] = "speeder",
        [WRD_SAME_ANSWERS] = "same-answers",
    };
    return names[flag];
}
