/* audit/zip.h - the files inside a ZIP file; the only door to libzip is zip.c.
 *
 * Errors   false: it is no ZIP file, or a file in it cannot be unpacked.
 * Memory   In the arena. */
#ifndef AUDIT_ZIP_H
#define AUDIT_ZIP_H

#include <stdbool.h>

#include "waardering/arena.h"
#include "waardering/staged.h"

struct wrd_parts {
    const struct wrd_staged *of; /* in the order of the file */
    size_t n;
};

bool wrd_zip_parts(struct wrd_arena *arena, const struct wrd_staged *file, struct wrd_parts *parts);

#endif
