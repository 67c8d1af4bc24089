/* core/csv_replay.c - see core/csv_replay.h. */
#include "core/csv_replay.h"

#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "waardering/arena.h"

void wrd_replay_close(struct wrd_replay *replay)
{
    wrd_wipe_free(replay->bytes, replay->bytes_room);
    free(replay->lines);
}

static bool take_kept(struct wrd_replay *replay, const char **line, size_t *len)
{
    if (replay->at == replay->n)
        return false;
    const struct wrd_kept_line *kept = &replay->lines[replay->at++];
    *line = replay->bytes + kept->start;
    *len = kept->len;
    return true;
}

/* Lines before `at` will not be read again.  They are let go once they are half of what is kept, so
 * that the moving is paid for by the reading. */
static void forget_read_lines(struct wrd_replay *replay)
{
    if (replay->at == replay->n) {
        replay->at = replay->n = replay->n_bytes = 0;
        return;
    }
    if (replay->at < replay->n / 2 + 1)
        return;
    size_t start = replay->lines[replay->at].start;
    replay->n_bytes -= start;
    replay->n -= replay->at;
    memmove(replay->bytes, replay->bytes + start, replay->n_bytes);
    memmove(replay->lines, replay->lines + replay->at, replay->n * sizeof *replay->lines);
    for (size_t i = 0; i < replay->n; i++)
        replay->lines[i].start -= start;
    replay->at = 0;
}

bool wrd_replay_first(struct wrd_replay *replay, const char **line, size_t *len)
{
    forget_read_lines(replay);
    if (!take_kept(replay, line, len) && !replay->source.next(replay->source.self, line, len))
        return false;
    replay->behind = replay->at;
    replay->first_line = ++replay->line;
    return true;
}

static void keep(struct wrd_replay *replay, const char *line, size_t len)
{
    if (replay->n == replay->room) {
        replay->room = replay->room ? replay->room * 2 : 16;
        replay->lines = wrd_realloc(replay->lines, replay->room, sizeof *replay->lines);
    }
    if (len > replay->bytes_room - replay->n_bytes) {
        const size_t room = (replay->n_bytes + len) * 2;
        replay->bytes = wrd_wipe_grow(replay->bytes, replay->bytes_room, room);
        replay->bytes_room = room;
    }
    memcpy(replay->bytes + replay->n_bytes, line, len);
    replay->lines[replay->n++] = (struct wrd_kept_line){ replay->n_bytes, len };
    replay->n_bytes += len;
}

bool wrd_replay_more(struct wrd_replay *replay, const char **line, size_t *len)
{
    if (replay->at == replay->n) {
        const char *fresh;
        size_t fresh_len;
        if (!replay->source.next(replay->source.self, &fresh, &fresh_len))
            return false;
        keep(replay, fresh, fresh_len);
    }
    replay->line++;
    return take_kept(replay, line, len);
}

void wrd_replay_back(struct wrd_replay *replay)
{
    replay->at = replay->behind;
    replay->line = replay->first_line;
}
