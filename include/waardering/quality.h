/* waardering/quality.h - what was read, set aside and flagged: counts, before masking.
 *
 * One row is one row of quality.csv (FORMATS.md).  `exact` rows (the balance of a file, n-effective)
 * are published whole; the others only as disclose masks them. */
#ifndef WAARDERING_QUALITY_H
#define WAARDERING_QUALITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct wrd_quality_row {
    const char *wave, *source, *file;
    const char *check;    /* "rows", "used", "valid", "dont_know", "n-effective", ... */
    const char *variable; /* "" where it is about the file */
    const char *code;
    uint64_t count;
    bool exact;
};

struct wrd_quality {
    struct wrd_quality_row *rows;
    size_t n_rows;
};

#endif
