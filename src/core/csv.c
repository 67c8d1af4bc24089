/* core/csv.c - reading records; the only file that knows libcsv.  See core/csv.h.
 *
 * libcsv sees one physical line at a time, so it ends at most one record a call and the first line
 * of every record is known.  A record is whole when libcsv has said so; when the lines end first,
 * its quote was never closed.  csv_fini serves only to bring the parser back to its start: what it
 * would deliver is half a record. */
#include "core/csv.h"

#include <csv.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "core/csv_replay.h"
#include "core/hash.h"
#include "core/limits.h"
#include "waardering/arena.h"

enum {
    MAX_LINES = WRD_LIMIT(1000, 20),
    MAX_BYTES = WRD_LIMIT(16 * 1024 * 1024, 2048),
    MAX_FIELDS = WRD_LIMIT(65535, 60),
    GROW_BY = WRD_LIMIT(64 * 1024, 64)
};

struct wrd_csv {
    struct csv_parser parser;
    struct wrd_replay replay;
    char *text; /* the fields of the record, a NUL behind each */
    size_t text_len, text_room;
    struct wrd_field *fields;
    size_t n, room; /* of fields; n counts on beyond MAX_FIELDS, of which none is kept */
    bool whole;     /* libcsv has seen the end of the record */
    char delimiter;
};

/* Nothing is trimmed: what a space means is the reader's choice. */
static int no_space(unsigned char c)
{
    (void)c;
    return 0;
}

/* libcsv would give up in the middle of a field, and leave a copy of it behind. */
static void *grow(void *block, size_t size)
{
    return wrd_wipe_grow(block, malloc_usable_size(block), size);
}

struct wrd_csv *wrd_csv_open(struct wrd_lines lines, char delimiter)
{
    struct wrd_csv *csv = wrd_alloc(1, sizeof *csv);
    csv->replay.source = lines;
    csv->delimiter = delimiter;
    csv_init(&csv->parser, CSV_STRICT);
    csv_set_delim(&csv->parser, (unsigned char)delimiter);
    csv_set_space_func(&csv->parser, no_space);
    csv_set_realloc_func(&csv->parser, grow);
    csv_set_blk_size(&csv->parser, GROW_BY);
    return csv;
}

void wrd_csv_close(struct wrd_csv *csv)
{
    if (!csv)
        return;
    wrd_wipe(csv->parser.entry_buf, csv->parser.entry_size);
    csv_free(&csv->parser);
    wrd_replay_close(&csv->replay);
    wrd_wipe_free(csv->text, csv->text_room);
    free(csv->fields);
    free(csv);
}

/* Only the length is set: the text may still move when the record goes on. */
static void on_field(void *bytes, size_t len, void *data)
{
    struct wrd_csv *csv = data;
    if (csv->n++ >= MAX_FIELDS)
        return;
    memcpy(csv->text + csv->text_len, bytes, len);
    csv->text_len += len;
    csv->text[csv->text_len++] = '\0';
    csv->fields[csv->n - 1].len = len;
}

static void on_record(int end, void *data)
{
    struct wrd_csv *csv = data;
    (void)end;
    csv->whole = true;
}

/* A record of `bytes` has at most one field more than that, and a NUL behind each. */
static void make_room(struct wrd_csv *csv, size_t bytes)
{
    size_t text = 2 * bytes + 1, fields = bytes < MAX_FIELDS ? bytes + 1 : MAX_FIELDS;
    if (text > csv->text_room) {
        csv->text = wrd_wipe_grow(csv->text, csv->text_room, 2 * text);
        csv->text_room = 2 * text;
    }
    if (fields > csv->room) {
        csv->room = 2 * fields;
        csv->fields = wrd_realloc(csv->fields, csv->room, sizeof *csv->fields);
    }
}

static bool parse(struct wrd_csv *csv, const char *line, size_t len)
{
    return csv_parse(&csv->parser, line, len, on_field, on_record, csv) == len;
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* false: the quote is broken.  A last line without end gets one: in a quoted field it does no harm,
 * because then the record is broken. */
static bool feed(struct wrd_csv *csv, const char *line, size_t len)
{
    if (!parse(csv, line, len))
        return false;
    return csv->whole || is_line_end(line[len - 1]) || parse(csv, "\n", 1);
}

/* Reads on until libcsv has seen the end of the record that begins with `line`. */
static enum wrd_record_state read_record(struct wrd_csv *csv, const char *line, size_t len)
{
    size_t bytes = 0;
    enum wrd_record_state broken = WRD_RECORD_BROKEN;
    for (unsigned lines = 1; !csv->whole; lines++) {
        if (lines > MAX_LINES || (lines > 1 && !wrd_replay_more(&csv->replay, &line, &len)))
            return broken;
        bytes += len;
        if (bytes > MAX_BYTES)
            return WRD_RECORD_LONG;
        if (memchr(line, '\0', len))
            broken = WRD_RECORD_NUL;
        make_room(csv, bytes);
        if (!feed(csv, line, len))
            return broken;
    }
    if (broken == WRD_RECORD_NUL)
        return WRD_RECORD_NUL;
    return csv->n > MAX_FIELDS ? WRD_RECORD_LONG : WRD_RECORD;
}

static void begin_again(struct wrd_csv *csv)
{
    csv_fini(&csv->parser, NULL, NULL, NULL);
    wrd_replay_back(&csv->replay);
}

static void point_fields(struct wrd_csv *csv)
{
    const char *text = csv->text;
    for (size_t i = 0; i < csv->n; i++) {
        csv->fields[i].text = text;
        text += csv->fields[i].len + 1;
    }
}

static bool is_blank(const char *line, size_t len)
{
    while (len > 0 && is_line_end(line[len - 1]))
        len--;
    return len == 0;
}

/* The line a record begins with.  A first line `sep=;` that says what is known is none. */
static bool read_first(struct wrd_csv *csv, const char **line, size_t *len)
{
    if (!wrd_replay_first(&csv->replay, line, len))
        return false;
    return csv->replay.first_line > 1 || wrd_csv_named(*line, *len) != csv->delimiter ||
           wrd_replay_first(&csv->replay, line, len);
}

enum wrd_record_state wrd_csv_next(struct wrd_csv *csv, struct wrd_record *record)
{
    static const struct wrd_field nothing = { "", 0 };
    const char *line;
    size_t len;
    *record = (struct wrd_record){ 0 };
    if (!read_first(csv, &line, &len))
        return WRD_RECORD_END;
    record->line = csv->replay.first_line;
    if (is_blank(line, len)) { /* libcsv would say nothing of it */
        record->fields = &nothing;
        record->n = 1;
        return WRD_RECORD;
    }
    csv->n = csv->text_len = 0;
    csv->whole = false;
    enum wrd_record_state state = read_record(csv, line, len);
    if (!csv->whole)
        begin_again(csv);
    if (state == WRD_RECORD_BROKEN)
        record->broken_column = (uint32_t)csv->n + 1;
    if (state != WRD_RECORD)
        return state;
    point_fields(csv);
    record->fields = csv->fields;
    record->n = csv->n;
    return WRD_RECORD;
}
