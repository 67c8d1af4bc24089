/* waardering/diag.h - what went wrong, where, why, and how to mend it.
 *
 * Library code says things here; it prints nothing and never exits.  Every message has a code and
 * its text in both languages in messages/ROOM.def:
 *
 *     MSG(W0213, WARNING,
 *         "answer {1} is not in list '{2}'", "antwoord {1} staat niet in lijst '{2}'",
 *         "list '{2}' ({3}) has: {4}", "lijst '{2}' ({3}) heeft: {4}",         (note; may be "")
 *         "add it to values.csv", "voeg het toe aan values.csv")               (help; may be "")
 *
 * {1}..{9} are the texts that the caller gives; WRD_BOTH("in English", "in het Nederlands") is a text
 * in the language of the reader.  An argument is never the value of a text answer
 * or an id (use wrd_answer_shown of core/text.h for what may be shown of an answer).
 *
 * Codes    01xx study.yml, 02xx answers, 03xx codebook, 04xx weights and design, 05xx tables,
 *          06xx disclosure, 07xx money (from 0710: what check makes one look at), 08xx files, 09xx command line; E stops, W does not,
 *          N is a note.
 * Grouping Messages with the same code, arguments, file and column are one message with a count
 *          and its first three other lines.  What was written is done with: said again, it is a new
 *          message.
 * Memory   Everything is copied; a wrd_diag lives until wrd_diag_free. */
#ifndef WAARDERING_DIAG_H
#define WAARDERING_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "waardering/status.h"

enum wrd_severity { WRD_NOTE, WRD_WARNING, WRD_ERROR, WRD_MONEY, WRD_IO, WRD_USAGE, WRD_BUSY };

enum wrd_message {
#define MSG(id, severity, en, nl, note_en, note_nl, help_en, help_nl) WRD_##id,
#include "waardering/messages/all.def"
#undef MSG
    WRD_MESSAGES
};

/* Where it is.  file NULL: nowhere in particular.  line and column count from 1, 0 is unknown. */
struct wrd_place {
    const char *file;     /* as the analyst knows it: relative to the study */
    uint32_t line;
    uint32_t column;
    const char *key;      /* header of the column, or path of the YAML key; may be NULL */
    const char *variable; /* name in the codebook; may be NULL */
};

struct wrd_diag;

struct wrd_diag *wrd_diag_new(void);
void wrd_diag_free(struct wrd_diag *diag);

/* wrd_say(diag, WRD_W0213, place, "6", "agree5", ...): at most nine texts. */
void wrd_diag_say(struct wrd_diag *diag, enum wrd_message message, struct wrd_place place,
                  const char *const *texts);
#define wrd_say(diag, message, place, ...)                                                         \
    wrd_diag_say((diag), (message), (place), (const char *const[]){ __VA_ARGS__ __VA_OPT__(, ) NULL })

/* One text in both languages, of two literals. */
#define WRD_BOTH(en, nl) en "\036" nl

/* Errors said so far (of every severity from WRD_ERROR up). */
size_t wrd_diag_errors(const struct wrd_diag *diag);
size_t wrd_diag_warnings(const struct wrd_diag *diag);
/* The status that follows from what was said: WRD_OK, or by rank WRD_EMONEY, WRD_EUSAGE, WRD_EBUSY,
 * WRD_EIO, WRD_EINPUT. */
enum wrd_status wrd_diag_status(const struct wrd_diag *diag);
/* --strict: from here on a warning counts as an error, and is shown as one. */
void wrd_diag_strict(struct wrd_diag *diag);

/* Writes what was not yet written, in the order of first saying; errors of one file together.
 * WRD_NOTE messages are written only when `verbose`; with `quiet` only errors are. */
struct wrd_diag_style {
    enum wrd_lang lang;
    bool json;  /* JSON Lines */
    bool color;
    bool verbose;
    bool quiet;
    bool explain; /* as text: ends with the command that tells more about the first warning or error */
};
void wrd_diag_write(struct wrd_diag *diag, FILE *to, const struct wrd_diag_style *style);

/* "W0213" of a message, and its severity. */
const char *wrd_message_code(enum wrd_message message);
enum wrd_severity wrd_message_severity(enum wrd_message message);
/* The message of a code as somebody writes it, "W0213", "w0213", "0213", or WRD_MESSAGES.  The letter
 * may be another one: the four digits are of one message alone. */
enum wrd_message wrd_message_find(const char *code);

#endif
