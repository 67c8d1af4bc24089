/* write/workbook.h - tables.nl.xlsx, tables.en.xlsx: every table of the release on a sheet of its own.
 *
 * Errors   WRD_EFAULT (E0834, said in diag): the library refuses what it was given. */
#ifndef WRITE_WORKBOOK_H
#define WRITE_WORKBOOK_H

#include <stdio.h>

#include "model/words.h"
#include "waardering/diag.h"
#include "write/plan.h"
#include "write/results.h"
#include "write/sheet.h"

/* `epoch` is the text of SOURCE_DATE_EPOCH, or NULL. */
enum wrd_status wrd_workbook_write(const struct wrd_plan *plan, enum wrd_lang lang,
                                   const char *epoch, FILE *to, struct wrd_diag *diag);

/* --- of the files that fill the sheets */

struct wrd_workbook {
    const struct wrd_plan *plan;
    enum wrd_lang lang;
    const char *date; /* YYYY-MM-DD; NULL: the study says none */
    struct wrd_sheet **sheets;
    size_t n_sheets, room;
};

static inline const char *wrd_book_word(const struct wrd_workbook *book, enum wrd_word word)
{
    return wrd_word(word, book->lang);
}

/* Columns with the names and contents that results.csv has in these columns of its key. */
struct wrd_book_keys {
    const size_t *of;
    size_t n;
};
/* A sheet behind the others, with heads from the catalogue and, behind them, those of the keys (NULL: none);
 * where Excel, or the rule on money, does not allow the name it has, the sheet is named by its number. */
struct wrd_sheet *wrd_book_sheet(struct wrd_workbook *book, const char *name, const char *title,
                                 const enum wrd_word *heads, size_t n_heads,
                                 const struct wrd_book_keys *keys);
/* Takes the sheet out again if no row was put on it. */
void wrd_book_close(struct wrd_workbook *book, struct wrd_sheet *sheet);

/* Fills the last columns with those of a key that the sheet has. */
void wrd_book_key(struct wrd_sheet *sheet, const struct wrd_book_keys *keys,
                  const struct wrd_result_key *key);

/* front */
void wrd_book_cover(struct wrd_workbook *book);
void wrd_book_notes(struct wrd_workbook *book);
/* what was read and who took part */
void wrd_book_quality(struct wrd_workbook *book);
void wrd_book_response(struct wrd_workbook *book);
void wrd_book_weights(struct wrd_workbook *book);
/* figures of several questions together */
void wrd_book_gaps(struct wrd_workbook *book);
void wrd_book_routes(struct wrd_workbook *book);
void wrd_book_tasks(struct wrd_workbook *book);
void wrd_book_reliability(struct wrd_workbook *book);
/* a question or scale a sheet */
void wrd_book_topic(struct wrd_workbook *book, const struct wrd_topic *topic);
/* back */
void wrd_book_codebook(struct wrd_workbook *book);
void wrd_book_origin(struct wrd_workbook *book);

/* The heads of the five columns of a figure. */
#define WRD_FIGURE_HEADS                                                                 \
    WRD_WORD_FIGURE, WRD_WORD_SHEET_LOWER, WRD_WORD_SHEET_UPPER, WRD_WORD_RELIABILITY_N, \
        WRD_WORD_SHEET_SIGN

#endif
