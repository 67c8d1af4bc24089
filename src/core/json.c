/* core/json.c - see core/json.h.  A struct wrd_json is jansson's json_t, so a tree needs no second
 * tree beside it. */
#include "core/json.h"

#include <jansson.h>
#include <string.h>

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
