/* waardering/staged.h - a file of the published set, made and not yet on the disk.
 *
 * Memory   Whoever stages a set owns its bytes. */
#ifndef WAARDERING_STAGED_H
#define WAARDERING_STAGED_H

#include <stddef.h>

struct wrd_staged {
    const char *name; /* "report.nl.html" */
    const char *bytes;
    size_t len;
};

#endif
