/* read/personal.c - see read/personal.h. */
#include "read/personal.h"

#include <string.h>

#include "core/number.h"

enum { LEAST = 5, ONE_IN = 5, LEAST_SENTENCES = 10 };

void wrd_personal_look(struct wrd_personal_seen *seen, const char *text, size_t len, bool number,
                       uint32_t line)
{
    const enum wrd_personal kind = wrd_personal_cell(text, len, number);
    if (kind == WRD_PERSONALS)
        return;
    if (seen->cells[kind]++ == 0)
        seen->first[kind] = line;
}

static enum wrd_personal most_of(const struct wrd_personal_seen *seen, uint64_t *all)
{
    enum wrd_personal most = 0;
    *all = 0;
    for (enum wrd_personal kind = 0; kind < WRD_PERSONAL_WORDS; kind++) {
        *all += seen->cells[kind];
        if (seen->cells[kind] > seen->cells[most])
            most = kind;
    }
    return most;
}

/* A label that the list lacks is a sentence too, but the same one again and again. */
static uint64_t different_sentences(const struct wrd_wrongs *wrongs)
{
    uint64_t different = wrongs->untold, times;
    for (size_t i = 0; i < wrd_wrongs_texts(wrongs); i++) {
        const char *text = wrd_wrongs_text(wrongs, i, &times);
        if (!text)
            different += times; /* too long to keep */
        else if (wrd_personal_cell(text, strlen(text), false) == WRD_PERSONAL_WORDS)
            different++;
    }
    return different;
}

static void say(const struct wrd_personal_seen *seen, enum wrd_personal kind, uint64_t cells,
                struct wrd_place place, struct wrd_diag *diag)
{
    struct wrd_arena *scratch = wrd_arena_new();
    place.line = seen->first[kind];
    wrd_say(diag, kind == WRD_PERSONAL_WORDS ? WRD_E0276 : WRD_E0275, place, place.variable,
            wrd_personal_name(kind), wrd_count_text(scratch, cells),
            wrd_count_text(scratch, seen->filled));
    wrd_arena_free(scratch);
}

bool wrd_personal_refuse(const struct wrd_personal_seen *seen, const struct wrd_wrongs *wrongs,
                         struct wrd_place place, struct wrd_diag *diag)
{
    uint64_t cells;
    const uint64_t words = seen->cells[WRD_PERSONAL_WORDS];
    const enum wrd_personal kind = most_of(seen, &cells);
    if (cells >= LEAST && ONE_IN * cells >= seen->filled) {
        say(seen, kind, cells, place, diag);
        return true;
    }
    if (words < LEAST_SENTENCES || ONE_IN * words < seen->filled)
        return false;
    const uint64_t different = different_sentences(wrongs);
    if (different < LEAST_SENTENCES || 2 * different < words)
        return false;
    say(seen, WRD_PERSONAL_WORDS, words, place, diag);
    return true;
}
