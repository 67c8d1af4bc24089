/* read/profile.h - what stands in the columns of an export, before anybody says what they mean.
 *
 * Of a column that says who somebody is, nothing is looked at.  Of the others the different values are
 * counted, up to WRD_PROFILE_VALUES; they are for read/guess.h alone and go into no message.
 *
 * Errors   Said in diag, as when answers are read; WRD_EINPUT or WRD_EIO.
 * Memory   Everything lives in the arena. */
#ifndef READ_PROFILE_H
#define READ_PROFILE_H

#include <stdint.h>

#include "core/limits.h"
#include "read/export.h"
#include "waardering/arena.h"

enum { WRD_PROFILE_VALUES = WRD_LIMIT(500, 60) };

struct wrd_profile_value {
    const char *text; /* trimmed */
    uint64_t count;
};

struct wrd_profile_column {
    const struct wrd_export_column *head;
    uint64_t filled;
    struct wrd_profile_value *values; /* in the order of their bytes */
    size_t n;
    bool many; /* there are more than WRD_PROFILE_VALUES */
    uint64_t whole, point,
        comma;                   /* cells that are a whole number, one with a point, with a comma */
    uint64_t dates, other_dates; /* in a form that is read, or only with slashes */
    size_t least_len, most_len;  /* bytes of a cell */
};

struct wrd_export_profile {
    struct wrd_export_head head;
    struct wrd_profile_column *columns; /* [head.n_columns] */
    uint64_t rows;
};

/* `name` is the file as messages name it. */
enum wrd_status wrd_profile_read(struct wrd_arena *arena, const char *path, const char *name,
                                 struct wrd_diag *diag, struct wrd_export_profile *profile);

#endif
