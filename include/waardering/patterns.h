/* waardering/patterns.h - who answered in a way that makes one wonder.
 *
 * METHOD 7.29.  A flag is a reason to look, not to leave out: everybody stays in every figure.
 *
 * Memory   Lives as long as the arena of the run. */
#ifndef WAARDERING_PATTERNS_H
#define WAARDERING_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum wrd_flag {
    WRD_STRAIGHT_LINING,
    WRD_LOW_VARIATION,
    WRD_CONTRADICTION,
    WRD_SPEEDER,
    WRD_SAME_ANSWERS,
    WRD_FLAGS
};

struct wrd_patterns {
    uint8_t *flags;         /* [n of the frame]: bit 1 << flag */
    bool judged[WRD_FLAGS]; /* the source has what this flag needs */
    uint64_t count[WRD_FLAGS];
    uint64_t flagged; /* respondents with any flag */
};

/* The word of quality.csv and rows.csv: "straight-lining", ... */
const char *wrd_flag_name(enum wrd_flag flag);

#endif
