/* tabulate/fallback.h - answers that may be merged before anything is hidden (PROTECTION.md, R0).
 *
 * A *class* is a set of answers of a list that share a fallback word, or, where the list has no
 * words and `sides` is asked for, a side.  An answer without word or side is a class of its own.
 * Classes stand in the order of their first answers. */
#ifndef TABULATE_FALLBACK_H
#define TABULATE_FALLBACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/arena.h"
#include "waardering/codebook.h"

struct wrd_class {
    const uint16_t *parts; /* indices in list->answers, in display order */
    size_t n_parts;
    const char *code;             /* "1+2" */
    const char *label[WRD_LANGS]; /* joined by " / " */
    enum wrd_side side;           /* of all its parts, or none */
};
struct wrd_classes {
    struct wrd_class *of;
    size_t n;
};

struct wrd_classes wrd_fallback_classes(struct wrd_arena *arena, const struct wrd_list *list,
                                        bool sides);
/* Every answer a class of its own. */
struct wrd_classes wrd_single_classes(struct wrd_arena *arena, const struct wrd_list *list);

#endif
