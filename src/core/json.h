/* core/json.h - JSON out; the only door to jansson.
 *
 * Objects keep the order in which keys are set; numbers are written without locale.  Bytes that are
 * not UTF-8 become U+FFFD.
 *
 * Memory   A tree belongs to its root; there is no failing (see waardering/arena.h). */
#ifndef CORE_JSON_H
#define CORE_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct wrd_json;

struct wrd_json *wrd_json_object(void);
struct wrd_json *wrd_json_array(void);
void wrd_json_free(struct wrd_json *json); /* the root; what was put into it goes with it */

void wrd_json_set_text(struct wrd_json *object, const char *key, const char *text); /* NULL: null */
void wrd_json_set_integer(struct wrd_json *object, const char *key, int64_t number);
void wrd_json_set_bool(struct wrd_json *object, const char *key, bool value);
/* `child` now belongs to the object or array. */
void wrd_json_set(struct wrd_json *object, const char *key, struct wrd_json *child);
void wrd_json_add(struct wrd_json *array, struct wrd_json *child);
void wrd_json_add_text(struct wrd_json *array, const char *text);
void wrd_json_add_integer(struct wrd_json *array, int64_t number);

/* Every text, number or truth value in it, in order: "design.vol.variance"; a list of them is one text, with
 * commas. */
void wrd_json_each(const struct wrd_json *json,
                   void (*take)(void *self, const char *path, const char *text), void *self);

/* Indented by two spaces with a line end, or on one line with a line end.  false: ferror. */
bool wrd_json_write(const struct wrd_json *json, FILE *to, bool one_line);

#endif
