/* read/bind.h - from a tree of YAML to the fields of a struct, strictly and by tables.
 *
 * A table says of a map which keys it may have, how each is read and where it goes.  Nothing is
 * guessed: `1O` is no number, `no` is a text, an unknown key or word is an error with the nearest
 * one that exists.  What FORMATS.md knows and this version does not build is an error of its own.
 *
 * Errors   Said in diag, each with file, line, column and the path of the key; binding goes on, and
 *          a field with an error keeps what it had.
 * Memory   Texts live as long as the arena. */
#ifndef READ_BIND_H
#define READ_BIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "read/yaml.h"
#include "waardering/study.h"

struct wrd_bind {
    struct wrd_arena *arena;
    struct wrd_diag *diag;
    struct wrd_study *study;
    const struct wrd_yaml *root;
};

struct wrd_choice { /* a table ends with word NULL */
    const char *word;
    int value; /* or WRD_PLANNED: known, and not built */
};
enum { WRD_PLANNED = -1000 };

enum { WRD_REQUIRED = 1, WRD_PLANNED_KEY = 2 };

struct wrd_field { /* a table ends with key NULL */
    const char *key;
    unsigned flags;
    /* Reads `value` into `into`, which is the struct of wrd_bind_map plus `offset`. */
    void (*bind)(const struct wrd_bind *b, const struct wrd_yaml *value,
                 const struct wrd_field *field, void *into);
    size_t offset;
    const struct wrd_choice *choices; /* of wrd_bind_word and wrd_bind_letter */
};

/* Unknown and unbuilt keys are said in the order of the file; then the fields are bound in the
 * order of the table, so that a field may lean on one above it.  false: `map` is no map. */
bool wrd_bind_map(const struct wrd_bind *b, const struct wrd_yaml *map,
                  const struct wrd_field *fields, void *into);

/* Readers for a table.  Into const char *: one line of text, the name of a variable, a path that
 * stays below the study. */
void wrd_bind_text(const struct wrd_bind *b, const struct wrd_yaml *value,
                   const struct wrd_field *field, void *into);
void wrd_bind_name(const struct wrd_bind *b, const struct wrd_yaml *value,
                   const struct wrd_field *field, void *into);
void wrd_bind_path(const struct wrd_bind *b, const struct wrd_yaml *value,
                   const struct wrd_field *field, void *into);
/* Into an enum or an int: the value of one of field->choices.  Into a char: the same. */
void wrd_bind_word(const struct wrd_bind *b, const struct wrd_yaml *value,
                   const struct wrd_field *field, void *into);
void wrd_bind_letter(const struct wrd_bind *b, const struct wrd_yaml *value,
                     const struct wrd_field *field, void *into);

/* Into const char *: a text that `is` right; of another `message` is said. */
void wrd_bind_text_that(const struct wrd_bind *b, const struct wrd_yaml *value,
                        bool (*is)(const char *text), enum wrd_message message, void *into);

/* The text of a scalar; NULL after saying that it is empty or no scalar. */
const char *wrd_bind_scalar(const struct wrd_bind *b, const struct wrd_yaml *value);
/* false after saying that it is no map. */
bool wrd_bind_is_map(const struct wrd_bind *b, const struct wrd_yaml *value);
/* A list with at least one value, or false after saying so. */
bool wrd_bind_is_filled(const struct wrd_bind *b, const struct wrd_yaml *list);
/* A choice's value, or WRD_PLANNED after saying that the word is unknown or not built. */
int wrd_bind_choose(const struct wrd_bind *b, const struct wrd_yaml *value,
                    const struct wrd_choice *choices);
/* Names of variables, each once. */
const char **wrd_bind_names(const struct wrd_bind *b, const struct wrd_yaml *list, size_t *n);
/* A whole number from least to most; false after saying why not. */
bool wrd_bind_whole(const struct wrd_bind *b, const struct wrd_yaml *value, int64_t least,
                    int64_t most, int64_t *number);
/* A path that leaves the study by at most `steps_up` steps; NULL after saying that it does. */
const char *wrd_bind_path_within(const struct wrd_bind *b, const struct wrd_yaml *value,
                                 unsigned steps_up);
/* Says that the key of `value` is none of `keys`; those behind the first n_built are not built, so
 * they are not listed, but a near one is named. */
void wrd_bind_say_unknown_key(const struct wrd_bind *b, const struct wrd_yaml *value,
                              const char *const *keys, size_t n_built, size_t n);
/* Says that `key` is missing in `map`. */
void wrd_bind_say_missing(const struct wrd_bind *b, const struct wrd_yaml *map, const char *key);

#define wrd_bind_say(b, message, node, ...) \
    wrd_say((b)->diag, (message), wrd_yaml_place((b)->arena, (node)) __VA_OPT__(, ) __VA_ARGS__)

#endif
