/* core/json.c - see core/json.h.  A struct wrd_json is jansson's json_t, so a tree needs no second
 * tree beside it. */
#include "core/json.h"

#include <jansson.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "waardering/arena.h"

static json_t *inner(struct wrd_json *json)
{
    return (json_t *)json;
}

/* jansson fails for one reason that its caller cannot prevent: memory. */
static json_t *made(json_t *value)
{
    if (!value)
        wrd_memory_full();
    return value;
}

static void done(int result)
{
    if (result != 0)
        wrd_memory_full();
}

struct wrd_json *wrd_json_object(void)
{
    return (struct wrd_json *)made(json_object());
}

struct wrd_json *wrd_json_array(void)
{
    return (struct wrd_json *)made(json_array());
}

void wrd_json_free(struct wrd_json *json)
{
    json_decref(inner(json));
}

/* The name of a file may hold any byte, JSON may not. */
static json_t *text_with_bad_bytes(const char *text, size_t len)
{
    struct wrd_arena *scratch = wrd_arena_new();
    json_t *value = made(json_string(wrd_utf8_mend(scratch, text, len)));
    wrd_arena_free(scratch);
    return value;
}

static json_t *text_value(const char *text)
{
    if (!text)
        return json_null();
    size_t len = strlen(text);
    if (wrd_utf8_valid(text, len) < len)
        return text_with_bad_bytes(text, len);
    return made(json_stringn_nocheck(text, len));
}

void wrd_json_set_text(struct wrd_json *object, const char *key, const char *text)
{
    done(json_object_set_new_nocheck(inner(object), key, text_value(text)));
}

void wrd_json_set_integer(struct wrd_json *object, const char *key, int64_t number)
{
    done(json_object_set_new_nocheck(inner(object), key, made(json_integer(number))));
}

void wrd_json_set_bool(struct wrd_json *object, const char *key, bool value)
{
    done(json_object_set_new_nocheck(inner(object), key, json_boolean(value)));
}

void wrd_json_set(struct wrd_json *object, const char *key, struct wrd_json *child)
{
    done(json_object_set_new_nocheck(inner(object), key, inner(child)));
}

void wrd_json_add(struct wrd_json *array, struct wrd_json *child)
{
    done(json_array_append_new(inner(array), inner(child)));
}

void wrd_json_add_text(struct wrd_json *array, const char *text)
{
    done(json_array_append_new(inner(array), text_value(text)));
}

void wrd_json_add_integer(struct wrd_json *array, int64_t number)
{
    done(json_array_append_new(inner(array), made(json_integer(number))));
}

bool wrd_json_write(const struct wrd_json *json, FILE *to, bool one_line)
{
    size_t flags = one_line ? JSON_COMPACT : JSON_INDENT(2);
    if (json_dumpf((const json_t *)json, to, flags) != 0)
        return false;
    return fputc('\n', to) != EOF && !ferror(to);
}

/* --- leaf by leaf */

struct leaves {
    struct wrd_arena *arena;
    void (*take)(void *self, const char *path, const char *text);
    void *self;
};

static const char *leaf_text(struct wrd_arena *arena, const json_t *leaf)
{
    char room[WRD_NUMBER_ROOM];
    const char *text = "";
    if (json_is_string(leaf))
        text = json_string_value(leaf);
    else if (json_is_integer(leaf))
        text = wrd_number_integer(room, json_integer_value(leaf));
    else if (json_is_boolean(leaf))
        text = json_is_true(leaf) ? "true" : "false";
    return wrd_arena_text(arena, text, strlen(text));
}

static const char *list_text(struct wrd_arena *arena, const json_t *list)
{
    const char **texts = wrd_arena_take_array(arena, json_array_size(list) + 1, sizeof *texts);
    for (size_t i = 0; i < json_array_size(list); i++)
        texts[i] = leaf_text(arena, json_array_get(list, i));
    return wrd_text_join(arena, texts, json_array_size(list), ", ");
}

static void each(const struct leaves *leaves, const char *path, json_t *json)
{
    const char *key;
    json_t *child;
    if (!json_is_object(json)) {
        leaves->take(leaves->self, path,
                     json_is_array(json) ? list_text(leaves->arena, json)
                                         : leaf_text(leaves->arena, json));
        return;
    }
    json_object_foreach(json, key, child)
    {
        const char *below = *path ? wrd_arena_format(leaves->arena, "%s.%s", path, key) : key;
        each(leaves, below, child);
    }
}

void wrd_json_each(const struct wrd_json *json,
                   void (*take)(void *self, const char *path, const char *text), void *self)
{
    const struct leaves leaves = { wrd_arena_new(), take, self };
    each(&leaves, "", inner((struct wrd_json *)(uintptr_t)json));
    wrd_arena_free(leaves.arena);
}
