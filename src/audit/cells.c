/* audit/cells.c - CSV: every cell, and every row as one text; see passages.h. */
#include "audit/passages.h"

#include <string.h>

#include "core/csv.h"
#include "core/text.h"
#include "waardering/arena.h"

struct bytes {
    const char *at, *end;
};

static bool next_line(void *self, const char **line, size_t *len)
{
    struct bytes *bytes = self;
    if (bytes->at >= bytes->end)
        return false;
    const char *stop = memchr(bytes->at, '\n', (size_t)(bytes->end - bytes->at));
    *line = bytes->at;
    *len = (size_t)((stop ? stop + 1 : bytes->end) - bytes->at);
    bytes->at += *len;
    return true;
}

static void take_record(struct wrd_arena *arena, const struct wrd_record *record,
                        struct wrd_passage_taker taker)
{
    const char **cells = wrd_arena_take_array(arena, record->n, sizeof *cells);
    struct wrd_passage passage = { NULL, record->line, NULL };
    for (size_t i = 0; i < record->n; i++) {
        cells[i] = wrd_arena_text(arena, record->fields[i].text, record->fields[i].len);
        passage.text = cells[i];
        taker.take(taker.self, &passage);
    }
    passage.text = wrd_text_join(arena, cells, record->n, " | ");
    taker.take(taker.self, &passage);
    wrd_arena_clear(arena);
}

bool wrd_passages_csv(const struct wrd_staged *file, struct wrd_passage_taker taker)
{
    static const char mark[] = "\xEF\xBB\xBF";
    struct bytes bytes = { file->bytes, file->bytes + file->len };
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_record record;
    enum wrd_record_state state;
    if (file->len >= strlen(mark) && memcmp(bytes.at, mark, strlen(mark)) == 0)
        bytes.at += strlen(mark);
    struct wrd_csv *csv = wrd_csv_open((struct wrd_lines){ next_line, &bytes },
                                       wrd_csv_detect(bytes.at, (size_t)(bytes.end - bytes.at)));
    while ((state = wrd_csv_next(csv, &record)) == WRD_RECORD)
        take_record(arena, &record, taker);
    wrd_csv_close(csv);
    wrd_arena_free(arena);
    return state == WRD_RECORD_END;
}
