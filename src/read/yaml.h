/* read/yaml.h - a YAML file as a small strict tree; the only door to libyaml.
 *
 * A study needs maps, lists and words, and nothing of YAML that makes one thing look like another:
 * anchors, aliases, merge keys, tags and a second document are errors, and so is the same key
 * twice. Every scalar is text: what it means is for the binder (read/bind.h) to say.
 *
 * Units    Lines and columns count from 1; a column counts characters, not bytes.
 * Errors   All that can be told in one go are said in diag, each at its place.  The tree is still
 *          given, so that the binder can go on; only what cannot be understood at all (broken YAML,
 *          bytes that are not UTF-8, a NUL, deeper than WRD_YAML_DEPTH) gives NULL.
 * Memory   Everything lives as long as the arena; the text may go. */
#ifndef READ_YAML_H
#define READ_YAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/arena.h"
#include "waardering/diag.h"

enum { WRD_YAML_DEPTH = 32, WRD_YAML_SIZE = 256 * 1024 };

enum wrd_yaml_kind {
    WRD_YAML_TEXT,
    WRD_YAML_LIST,
    WRD_YAML_MAP,
    WRD_YAML_REFUSED /* an alias, or text with a NUL: said, so nothing more is said about it */
};

struct wrd_yaml {
    enum wrd_yaml_kind kind;
    const char *text; /* of a scalar; for a list or map "[...]" or "{...}", to be shown */
    const char *key;  /* of a value in a map; else NULL */
    size_t index;     /* in its list or map, from 0 */
    size_t n;         /* values in a list or map */
    struct wrd_yaml *first, *next, *parent;
    const char *file;
    uint32_t line, column;         /* of the value */
    uint32_t key_line, key_column; /* of the key */
    bool repeated;                 /* its key stood there before: said, and not to be bound */
};

/* The first document of `text`. */
struct wrd_yaml *wrd_yaml_read(struct wrd_arena *arena, const char *text, size_t len,
                               const char *file, struct wrd_diag *diag);

/* The value of `key` in a map; NULL if there is none, or `map` is NULL or no map. */
const struct wrd_yaml *wrd_yaml_find(const struct wrd_yaml *map, const char *key);

/* Where the value stands, and where its key; key is the path "sources[0].weights.method". */
struct wrd_place wrd_yaml_place(struct wrd_arena *arena, const struct wrd_yaml *node);
struct wrd_place wrd_yaml_key_place(struct wrd_arena *arena, const struct wrd_yaml *node);

/* A text of the file as it may stand in a message: cut after 60 characters. */
const char *wrd_yaml_shown(struct wrd_arena *arena, const char *text);

#endif
