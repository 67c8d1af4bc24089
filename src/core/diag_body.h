/* core/diag_body.h - what was said, between the collecting (diag.c), the texts (diag_messages.c)
 * and the two ways to show it (diag_text.c, diag_json.c). */
#ifndef CORE_DIAG_BODY_H
#define CORE_DIAG_BODY_H

#include <stdio.h>

#include "waardering/arena.h"
#include "waardering/diag.h"

enum { WRD_MAX_TEXTS = 9, WRD_OTHER_LINES = 3 };

/* One group of equal messages. */
struct wrd_said {
    enum wrd_message message;
    enum wrd_severity severity; /* as counted: a warning is an error under --strict */
    struct wrd_place place;     /* of the first */
    const char *texts[WRD_MAX_TEXTS];
    size_t n_texts;
    uint64_t count;
    uint32_t other_lines[WRD_OTHER_LINES];
    size_t n_other_lines;
    struct wrd_said *next; /* of the same file, in the order of first saying */
};

/* What was said and not yet written, in the order of first saying. */
void wrd_diag_each(const struct wrd_diag *diag,
                   void (*with)(const struct wrd_said *said, void *self), void *self);

struct wrd_message_texts {
    const char *text;
    const char *note; /* "" if there is none; help too */
    const char *help;
};
struct wrd_message_texts wrd_message_texts(enum wrd_message message, enum wrd_lang lang);

/* `wording` with {1}..{9} replaced by the texts of `said`; `show` makes each text fit to be seen.
 */
typedef const char *wrd_shower(struct wrd_arena *arena, const char *text);
char *wrd_said_fill(struct wrd_arena *arena, const char *wording, const struct wrd_said *said,
                    enum wrd_lang lang, wrd_shower *show);

void wrd_said_write_text(const struct wrd_said *said, FILE *to, const struct wrd_diag_style *style);
/* How to read more about it. */
void wrd_said_write_more(const struct wrd_said *said, FILE *to, enum wrd_lang lang);
void wrd_said_write_json(const struct wrd_said *said, FILE *to, enum wrd_lang lang);

#endif
