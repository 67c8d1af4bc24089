/* read/money.h - no financial figure in a file of answers: the second of three gates.
 *
 * A column that the codebook names must not be one of money by its own header, nor by its answers: a
 * number that stands in the file as amounts do (a sign of a currency, cents), one that nothing of its
 * unit can be, or amounts in the place of the answers of a list.  What the codebook does not name is
 * not read; that it is about money is told.  Open answers are only counted.
 *
 * Limits   An answer of a list that names an amount costs itself, as any that is not in the list; from
 *          one in twenty on the run stops.  Of numbers, one in five.
 * Source   PROTECTION.md, gate G2. */
#ifndef READ_MONEY_H
#define READ_MONEY_H

#include "read/columns.h"

/* `place` is the first line of the file. */
void wrd_money_headers(const struct wrd_survey *survey, const struct wrd_export_head *head,
                       const struct wrd_header *header, struct wrd_place place,
                       struct wrd_diag *diag);
/* Before wrd_columns_finish.  `place` is that of the column. */
void wrd_money_answers(const struct wrd_columns *columns, const struct wrd_answers_of *of,
                       struct wrd_place place, struct wrd_diag *diag);
/* Whether an open answer is about money. */
bool wrd_money_open(const char *text, size_t len);

#endif
