/* core/csv_replay.h - lines that can be read again.
 *
 * A record whose quote is never closed has swallowed lines that belong to other records.  From the
 * second line of a record on they are kept here, and are read again when the record turns out to be
 * broken.  The first line is never kept: nearly every record has only that one. */
#ifndef CORE_CSV_REPLAY_H
#define CORE_CSV_REPLAY_H

#include "core/csv.h"

struct wrd_kept_line {
    size_t start, len;
};

struct wrd_replay {
    struct wrd_lines source;
    char *bytes;
    size_t n_bytes, bytes_room;
    struct wrd_kept_line *lines;
    size_t n, room;
    size_t at;     /* the next of `lines` to read; n: read from the source */
    size_t behind; /* `at` behind the first line of the record */
    uint32_t line; /* number of the line read last */
    uint32_t first_line;
};

void wrd_replay_close(struct wrd_replay *replay);
/* The line a record begins with, and those that follow it; false at the end. */
bool wrd_replay_first(struct wrd_replay *replay, const char **line, size_t *len);
bool wrd_replay_more(struct wrd_replay *replay, const char **line, size_t *len);
/* The next line is again the one behind the first line of this record. */
void wrd_replay_back(struct wrd_replay *replay);

#endif
