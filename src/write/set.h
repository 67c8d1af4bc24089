/* write/set.h - a set of files in memory, then on disk: complete or not at all. */
#ifndef WRITE_SET_H
#define WRITE_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "waardering/arena.h"
#include "waardering/diag.h"

enum { WRD_MAX_FILES = 16 };

struct wrd_output {
    const char *name;
    char *bytes;
    size_t len;
    FILE *stream; /* while it is being written */
};

struct wrd_set {
    struct wrd_output files[WRD_MAX_FILES];
    size_t n;
};

struct wrd_set_place {
    const char *folder, *name; /* the set becomes folder/name */
    const char *const *ours;   /* names this program may have left there; NULL at the end */
    unsigned file_mode, folder_mode;
    bool dry_run; /* nothing is written at all */
};

/* A stream for the next file; wrd_set_end closes it. */
FILE *wrd_set_begin(struct wrd_set *set, const char *name);
void wrd_set_end(struct wrd_set *set);
void wrd_set_clear(struct wrd_set *set); /* frees the bytes */
/* WRD_EIO, WRD_EBUSY: said in diag, and what was there before is as it was. */
enum wrd_status wrd_set_publish(const struct wrd_set *set, const struct wrd_set_place *place,
                                struct wrd_diag *diag);

#endif
