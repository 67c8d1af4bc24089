/* read/wrong.h - the answers of one column that cost themselves.
 *
 * They are said at the end of the file, because only then it is known how often a text stands in
 * its column, and so whether it may be shown (wrd_answer_shown).
 *
 * Limits   1,000 different texts and 100,000 answers of a column are named; the rest is counted in
 *          one message. A text above 200 bytes is never shown.
 * Memory   wrd_wrongs_clear gives everything back, wiped. */
#ifndef READ_WRONG_H
#define READ_WRONG_H

#include "read/textmap.h"
#include "read/wave.h"
#include "waardering/diag.h"
#include "waardering/frame.h"

enum wrd_wrong {
    WRD_WRONG_CODE,
    WRD_WRONG_NUMBER,
    WRD_WRONG_RANGE,
    WRD_WRONG_WEIGHT,
    WRD_WRONG_DATE,
    WRD_WRONG_TICK
};

struct wrd_wrongs { /* zeroed: none */
    struct wrd_textmap texts;
    struct wrd_wrong_text *tallies; /* [n] */
    size_t n, room;
    struct wrd_wrong_line *lines; /* [n_lines] */
    size_t n_lines, line_room;
    uint64_t untold;
};

/* The fixed word of rows.csv. */
const char *wrd_wrong_reason(enum wrd_wrong wrong);

/* false: above the limits, only counted. */
bool wrd_wrongs_add(struct wrd_wrongs *wrongs, enum wrd_wrong wrong, uint32_t line,
                    const char *text, size_t len);
/* The texts that are kept, and how often each stands there; NULL: it was too long to keep. */
size_t wrd_wrongs_texts(const struct wrd_wrongs *wrongs);
const char *wrd_wrongs_text(const struct wrd_wrongs *wrongs, size_t i, uint64_t *times);
/* `place` is that of the column, its line is not looked at. */
void wrd_wrongs_say(const struct wrd_wrongs *wrongs, const struct wrd_survey *survey,
                    const struct wrd_variable *variable, struct wrd_place place,
                    struct wrd_diag *diag);
void wrd_wrongs_clear(struct wrd_wrongs *wrongs);

/* What rows.csv tells: rows and answers that were not used. */
struct wrd_asides { /* zeroed: none */
    struct wrd_set_aside *items;
    size_t n, room;
};

/* `reason` is a fixed word; column counts from 1, 0 for a row. */
void wrd_asides_add(struct wrd_asides *asides, uint32_t line, uint32_t column, const char *reason);

#endif
