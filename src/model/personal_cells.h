/* model/personal_cells.h - cells that say who somebody is, by what stands in them.
 *
 * A header may call anything "v_7"; what is in the cells gives it away.  One cell proves nothing, and
 * costs itself: read/personal.h counts them and judges a column.
 *
 * Limits   Dutch forms of numbers, addresses and dates, those of everywhere of the rest.  A name alone
 *          looks like any other word, and is not seen here.
 * Source   PROTECTION.md, "Privacy". */
#ifndef MODEL_PERSONAL_CELLS_H
#define MODEL_PERSONAL_CELLS_H

#include <stdbool.h>
#include <stddef.h>

enum wrd_personal {
    WRD_PERSONAL_EMAIL,
    WRD_PERSONAL_LINK, /* a web address with a key in it */
    WRD_PERSONAL_IP,
    WRD_PERSONAL_IBAN,
    WRD_PERSONAL_PHONE,
    WRD_PERSONAL_BIRTH,
    WRD_PERSONAL_BSN,
    WRD_PERSONAL_PLACE, /* latitude and longitude */
    WRD_PERSONAL_POSTCODE,
    WRD_PERSONAL_WORDS, /* a sentence of somebody */
    WRD_PERSONALS       /* nothing personal */
};

/* The first kind that `text`, trimmed, is.  As `number` it may be what a spreadsheet made of it: a phone
 * without its 0, a latitude alone; and it is no sentence. */
enum wrd_personal wrd_personal_cell(const char *text, size_t len, bool number);
/* In the plural, both languages (WRD_BOTH). */
const char *wrd_personal_name(enum wrd_personal kind);

#endif
