/* tests/support/strings.h - the strings of tests/money/, read through the program's own door to CSV.
 *
 * A string is written as it is; {U+200B} is that character and {byte 80} that byte.  Columns are
 * split by |. */
#ifndef SUPPORT_STRINGS_H
#define SUPPORT_STRINGS_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/csv.h"
#include "waardering/arena.h"

struct string_row {
    uint32_t line;
    const char *field[5];
    size_t string_len; /* of the string, which may hold NUL */
};

struct string_rows {
    struct wrd_arena *arena;
    struct string_row *rows;
    size_t n, room;
};

static inline char *string_put(char *to, unsigned long c)
{
    if (c < 0x80) {
        *to++ = (char)c;
    } else if (c < 0x800) {
        *to++ = (char)(0xC0 | c >> 6);
        *to++ = (char)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        *to++ = (char)(0xE0 | c >> 12);
        *to++ = (char)(0x80 | (c >> 6 & 0x3F));
        *to++ = (char)(0x80 | (c & 0x3F));
    } else {
        *to++ = (char)(0xF0 | c >> 18);
        *to++ = (char)(0x80 | (c >> 12 & 0x3F));
        *to++ = (char)(0x80 | (c >> 6 & 0x3F));
        *to++ = (char)(0x80 | (c & 0x3F));
    }
    return to;
}

static inline char *string_read(struct wrd_arena *arena, const char *text, size_t *len)
{
    char *string = wrd_arena_text(arena, text, strlen(text)), *to = string;
    while (*text) {
        char *end;
        if (strncmp(text, "{U+", 3) == 0) {
            to = string_put(to, strtoul(text + 3, &end, 16));
            text = end + 1;
        } else if (strncmp(text, "{byte ", 6) == 0) {
            *to++ = (char)strtoul(text + 6, &end, 16);
            text = end + 1;
        } else {
            *to++ = *text++;
        }
    }
    *to = '\0';
    *len = (size_t)(to - string);
    return string;
}

static inline bool string_line(void *self, const char **line, size_t *len)
{
    static char *room;
    static size_t size;
    const ssize_t got = getline(&room, &size, self);
    if (got < 0) {
        free(room);
        room = NULL;
        size = 0;
        return false;
    }
    *line = room;
    *len = (size_t)got;
    return true;
}

/* Every row behind the header; the string is in column `string`. */
static inline struct string_rows strings_read(const char *path, size_t string)
{
    struct string_rows all = { .arena = wrd_arena_new() };
    FILE *file = fopen(path, "rb");
    struct wrd_record record;
    assert_non_null(file);
    struct wrd_csv *csv = wrd_csv_open((struct wrd_lines){ string_line, file }, '|');
    enum wrd_record_state state;
    while ((state = wrd_csv_next(csv, &record)) != WRD_RECORD_END) {
        if (state != WRD_RECORD)
            fail_msg("%s:%u is no row", path, record.line);
        if (record.line == 1)
            continue;
        if (all.n == all.room)
            all.rows = wrd_realloc(all.rows, all.room = 2 * all.room + 64, sizeof *all.rows);
        struct string_row *row = &all.rows[all.n++];
        *row = (struct string_row){ .line = record.line };
        for (size_t i = 0; i < record.n && i < 5; i++)
            row->field[i] =
                i == string
                    ? string_read(all.arena, record.fields[i].text, &row->string_len)
                    : wrd_arena_text(all.arena, record.fields[i].text, record.fields[i].len);
    }
    wrd_csv_close(csv);
    fclose(file);
    return all;
}

static inline void strings_free(struct string_rows *all)
{
    free(all->rows);
    wrd_arena_free(all->arena);
}

#endif
