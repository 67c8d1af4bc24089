/* read/ahead.h - records that can be looked at before they are read.
 *
 * What kind of export a file is shows in its second and third row as well, and in a plain file those
 * are the first answers.  The first record is the first line that is not blank.
 *
 * Memory   Records that were looked at are copied into the arena; the others live until the next
 *          call. */
#ifndef READ_AHEAD_H
#define READ_AHEAD_H

#include <stdbool.h>

#include "core/csv.h"
#include "waardering/arena.h"

enum { WRD_AHEAD_MAX = 3 };

static inline bool wrd_record_is_blank(const struct wrd_record *record)
{
    return record->n == 1 && record->fields[0].len == 0;
}

struct wrd_ahead {
    struct wrd_csv *csv;
    struct wrd_arena *arena;
    struct wrd_seen_record {
        enum wrd_record_state state;
        struct wrd_record record;
    } seen[WRD_AHEAD_MAX];
    size_t n, at; /* seen[at .. n) are still to be read */
};

struct wrd_ahead wrd_ahead_open(struct wrd_csv *csv, struct wrd_arena *arena);
/* The record that the call of wrd_ahead_next after `i` others will give; i < WRD_AHEAD_MAX, before
 * the first call of wrd_ahead_next. */
enum wrd_record_state wrd_ahead_look(struct wrd_ahead *ahead, size_t i, struct wrd_record *record);
enum wrd_record_state wrd_ahead_next(struct wrd_ahead *ahead, struct wrd_record *record);

#endif
