/* read/textmap.h - from a text to a number, by hash.
 *
 * Memory   The map copies its texts and owns them; wrd_textmap_clear gives them back, wiped: they
 *          are what respondents wrote. */
#ifndef READ_TEXTMAP_H
#define READ_TEXTMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct wrd_textmap { /* zeroed: empty */
    struct wrd_textmap_entry *entries;
    size_t n;
};

/* NULL: not there. */
const uint32_t *wrd_textmap_find(const struct wrd_textmap *map, const char *text, size_t len);
/* false: the text is there already and keeps its number. */
bool wrd_textmap_put(struct wrd_textmap *map, const char *text, size_t len, uint32_t number);
void wrd_textmap_clear(struct wrd_textmap *map);

#endif
