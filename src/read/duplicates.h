/* read/duplicates.h - rows with the same id.
 *
 * An id is never kept: a hash under a random key of this run stands for it, so that what is in
 * memory says nothing outside it.
 *
 * Memory   About 40 bytes an id; wrd_ids_free wipes the key and the hashes. */
#ifndef READ_DUPLICATES_H
#define READ_DUPLICATES_H

#include <stdbool.h>
#include <stddef.h>

#define WRD_NO_ROW ((size_t)-1)

struct wrd_ids;

struct wrd_ids *wrd_ids_new(void);
/* The row that this id had before, which it keeps unless `replace`; WRD_NO_ROW: it is new.
 * Rows are below 2^32. */
size_t wrd_ids_put(struct wrd_ids *ids, const char *id, size_t len, size_t row, bool replace);
void wrd_ids_free(struct wrd_ids *ids); /* NULL is allowed */

#endif
