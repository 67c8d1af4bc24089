/* tabulate/rows.h - the stub of a table: which statistics an outcome has.
 *
 * Memory   Lives as long as the arena that is given; labels are those of the codebook. */
#ifndef TABULATE_ROWS_H
#define TABULATE_ROWS_H

#include "waardering/arena.h"
#include "waardering/table.h"

struct wrd_rows {
    struct wrd_row *of;
    size_t n;
};

/* Shares in display order, a merged one before the first of its parts (so both codings read in
 * display order), then top-2, bottom-2, mean, sd and don't-know as far as the list has them. */
struct wrd_rows wrd_item_rows(struct wrd_arena *arena, const struct wrd_list *list);
struct wrd_rows wrd_number_rows(struct wrd_arena *arena); /* mean, median, sd */
struct wrd_rows wrd_scale_rows(struct wrd_arena *arena);  /* index, sd */
struct wrd_rows wrd_multiple_rows(struct wrd_arena *arena, const struct wrd_list *list);

#endif
