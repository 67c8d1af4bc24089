/* read/personal.h - no column that says who somebody is is read as an answer.
 *
 * The header of such a column may say nothing (model/personal.h), so the cells of what the codebook reads
 * as an answer are looked at too: those that are not in the list or no number, and long numbers.  One
 * that is personal costs itself, as any wrong answer; a column of them is refused.
 *
 * Limits   Refused from 5 cells and a fifth of those that are filled; sentences from 10 that differ.
 * Source   PROTECTION.md, "Privacy". */
#ifndef READ_PERSONAL_H
#define READ_PERSONAL_H

#include <stdint.h>

#include "model/personal_cells.h"
#include "read/wrong.h"

/* Of one column. */
struct wrd_personal_seen { /* zeroed: nothing was seen */
    uint64_t filled;
    uint64_t cells[WRD_PERSONALS];
    uint32_t first[WRD_PERSONALS]; /* line */
};

/* Looks at a cell; what it says is not kept. */
void wrd_personal_look(struct wrd_personal_seen *seen, const char *text, size_t len, bool number,
                       uint32_t line);
/* Whether the column is refused, which is then said.  `place` is that of the column; its line is not
 * looked at. */
bool wrd_personal_refuse(const struct wrd_personal_seen *seen, const struct wrd_wrongs *wrongs,
                         struct wrd_place place, struct wrd_diag *diag);

#endif
