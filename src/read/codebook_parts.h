/* read/codebook_parts.h - the files of the codebook, one function each.
 *
 * Values and scales come before variables, which point to them.  What cannot be understood is said
 * in diag; the row stays, so that other rows that refer to it are not called wrong too. */
#ifndef READ_CODEBOOK_PARTS_H
#define READ_CODEBOOK_PARTS_H

#include "read/codebook_table.h"

void wrd_book_read_values(struct wrd_book_table *table);
void wrd_book_read_scales(struct wrd_book_table *table);
void wrd_book_read_variables(struct wrd_book_table *table);
void wrd_book_read_indicators(struct wrd_book_table *table);
void wrd_book_read_population(struct wrd_book_table *table);
void wrd_book_read_waves(struct wrd_book_table *table);

/* Sets reading->book: the codebook of reading->texts, of which none has to be there.  Errors are said in
 * diag. */
void wrd_codebook_read_texts(struct wrd_book_reading *reading);

/* The conditions of an ask_if cell: "sector=1,2 and hours>0"; their number.  (size_t)-1: not
 * understood. */
size_t wrd_ask_if_read(struct wrd_arena *arena, const char *text,
                       const struct wrd_condition **conditions);

#endif
