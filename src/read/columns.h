/* read/columns.h - the answers of a file while it is read: columns that grow together.
 *
 * Every array has a place for row n, which is being read; the row counts only when n goes up.
 *
 * Memory   Arrays double, so a million rows cost twenty reallocations.  wrd_columns_finish hands
 *          them to the arena; wrd_columns_free gives back what is left. */
#ifndef READ_COLUMNS_H
#define READ_COLUMNS_H

#include "read/coder.h"
#include "read/header.h"
#include "read/numbers.h"
#include "read/personal.h"
#include "read/wrong.h"
#include "waardering/frame.h"

/* An array with an element a row; `size` is that of an element. */
struct wrd_growing {
    union {
        void *any;
        uint8_t *u8;
        uint16_t *u16;
        uint32_t *u32;
        int64_t *i64;
        uint64_t *u64;
    } at;
    size_t size;
};

/* A variable while its file is read.
 *   single, number  codes: u8 or u16; of a number the index in `numbers`
 *   multiple        options[answer of the list]: u8, 0 or 1
 *   weight          units, decimals; codes: u8, 0 or a reason
 *   id              ids: u64, a keyed hash; codes as for text
 *   date            units: seconds, -1 without a time; codes as for text
 *   text            codes: u8, 0 (there is one) or a reason: only to be counted */
struct wrd_answers_of {
    const struct wrd_variable *variable;
    size_t index; /* in the codebook */
    const struct wrd_found *found;
    struct wrd_coder *coder;
    size_t inside; /* separators that one answer of a multiple question may hold */
    struct wrd_numbers numbers;
    bool numbers_full;
    struct wrd_growing codes, units, decimals, ids;
    struct wrd_growing *options;
    size_t n_options;
    struct wrd_wrongs *wrongs;          /* one, or [found->n_options] */
    struct wrd_personal_seen *personal; /* beside them */
    size_t n_wrongs;
    uint64_t cents;         /* numbers written with two decimals */
    uint64_t names_money;   /* open answers that are about money */
    struct wrd_rule *rules; /* ask_if */
    size_t n_rules;
};

struct wrd_columns {
    struct wrd_answers_of *of; /* those asked in this file, in codebook order */
    size_t n_of;
    struct wrd_growing line; /* u32 */
    struct wrd_growing
        dropped; /* u8: 1 for a row that a later one replaces; size 0: there are none */
    size_t n, room;
};

/* `separators` are those of a multiple question whose variable names none.  WRD_EINPUT: a list cannot
 * be used, said in diag. */
enum wrd_status wrd_columns_open(const struct wrd_survey *survey, const struct wrd_header *header,
                                 const char *separators, bool may_drop, struct wrd_diag *diag,
                                 struct wrd_columns *columns);
/* Makes a place for row n. */
void wrd_columns_reserve(struct wrd_columns *columns);
/* Takes the dropped rows out and turns what was read into columns of `frame`.  Errors (a column
 * with too many or too long numbers) are said at `place`. */
enum wrd_status wrd_columns_finish(struct wrd_columns *columns, struct wrd_arena *arena,
                                   const struct wrd_header *header, struct wrd_place place,
                                   struct wrd_diag *diag, struct wrd_frame *frame);
void wrd_columns_free(struct wrd_columns *columns);

/* `code` as wrd_coder_find and wrd_numbers_put give it, or WRD_CODE_REASON + reason. */
static inline void wrd_growing_code(struct wrd_growing *growing, size_t row, unsigned code)
{
    if (growing->size == 2)
        growing->at.u16[row] = (uint16_t)code;
    else
        growing->at.u8[row] =
            (uint8_t)(code < WRD_CODE_REASON ? code : code - WRD_CODE_REASON + WRD_FIRST_REASON);
}

/* The same back. */
static inline unsigned wrd_growing_code_at(const struct wrd_growing *growing, size_t row)
{
    if (growing->size == 2)
        return growing->at.u16[row];
    unsigned code = growing->at.u8[row];
    return code < WRD_FIRST_REASON ? code : code - WRD_FIRST_REASON + WRD_CODE_REASON;
}

#endif
