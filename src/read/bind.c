/* read/bind.c - see read/bind.h. */
#include "read/bind.h"

#include <string.h>

#include "core/file.h"
#include "core/number.h"
#include "core/text.h"
#include "read/names.h"

static const char *shown(const struct wrd_bind *b, const struct wrd_yaml *value)
{
    return wrd_yaml_shown(b->arena, value->text);
}

/* ---- kinds ---- */

const char *wrd_bind_scalar(const struct wrd_bind *b, const struct wrd_yaml *value)
{
    if (value->kind == WRD_YAML_REFUSED)
        return NULL;
    if (value->kind != WRD_YAML_TEXT) {
        wrd_bind_say(b, WRD_E0119, value);
        return NULL;
    }
    const char *text = value->text;
    size_t len = strlen(text);
    wrd_text_trim(&text, &len);
    if (len == 0) {
        wrd_bind_say(b, WRD_E0116, value);
        return NULL;
    }
    return value->text;
}

static bool is_kind(const struct wrd_bind *b, const struct wrd_yaml *value, enum wrd_yaml_kind kind,
                    enum wrd_message otherwise)
{
    if (value->kind != kind && value->kind != WRD_YAML_REFUSED)
        wrd_bind_say(b, otherwise, value);
    return value->kind == kind;
}

static bool is_list(const struct wrd_bind *b, const struct wrd_yaml *value)
{
    return is_kind(b, value, WRD_YAML_LIST, WRD_E0117);
}

bool wrd_bind_is_map(const struct wrd_bind *b, const struct wrd_yaml *value)
{
    return is_kind(b, value, WRD_YAML_MAP, WRD_E0118);
}

bool wrd_bind_is_filled(const struct wrd_bind *b, const struct wrd_yaml *list)
{
    if (!is_list(b, list))
        return false;
    if (list->n == 0)
        wrd_bind_say(b, WRD_E0123, list);
    return list->n > 0;
}

/* ---- words ---- */

/* The words of `choices` that are built. */
static const char *built_words(const struct wrd_bind *b, const struct wrd_choice *choices)
{
    const char *words[32];
    size_t n = 0;
    for (; choices->word && n < 32; choices++)
        if (choices->value != WRD_PLANNED)
            words[n++] = choices->word;
    return wrd_text_join(b->arena, words, n, " | ");
}

static const char *nearest_choice(const char *word, const struct wrd_choice *choices)
{
    const char *words[32];
    size_t n = 0;
    for (; choices->word && n < 32; choices++)
        words[n++] = choices->word;
    return wrd_text_nearest(word, words, n);
}

int wrd_bind_choose(const struct wrd_bind *b, const struct wrd_yaml *value,
                    const struct wrd_choice *choices)
{
    const char *word = wrd_bind_scalar(b, value);
    if (!word)
        return WRD_PLANNED;
    const struct wrd_choice *choice = choices;
    while (choice->word && strcmp(choice->word, word) != 0)
        choice++;
    if (choice->word && choice->value != WRD_PLANNED)
        return choice->value;
    const char *built = built_words(b, choices);
    const char *near = nearest_choice(word, choices);
    const char *key = value->key ? value->key : value->parent->key;
    if (choice->word)
        wrd_bind_say(b, WRD_E0120, value, key, word, built);
    else if (near)
        wrd_bind_say(b, WRD_E0122, value, shown(b, value), built, near);
    else
        wrd_bind_say(b, WRD_E0121, value, shown(b, value), built);
    return WRD_PLANNED;
}

void wrd_bind_word(const struct wrd_bind *b, const struct wrd_yaml *value,
                   const struct wrd_field *field, void *into)
{
    int chosen = wrd_bind_choose(b, value, field->choices);
    if (chosen != WRD_PLANNED)
        *(int *)into = chosen;
}

void wrd_bind_letter(const struct wrd_bind *b, const struct wrd_yaml *value,
                     const struct wrd_field *field, void *into)
{
    int chosen = wrd_bind_choose(b, value, field->choices);
    if (chosen != WRD_PLANNED)
        *(char *)into = (char)chosen;
}

/* ---- texts ---- */

/* A folded text of YAML (`>`) ends in a line break: that one is not meant. */
void wrd_bind_text(const struct wrd_bind *b, const struct wrd_yaml *value,
                   const struct wrd_field *field, void *into)
{
    (void)field;
    const char *text = wrd_bind_scalar(b, value);
    if (!text)
        return;
    size_t len = strlen(text);
    wrd_text_trim(&text, &len);
    const size_t n = len > WRD_LONGEST_TEXT ? wrd_utf8_count(text, len) : len;
    if (n > WRD_LONGEST_TEXT) {
        wrd_bind_say(b, WRD_E0167, value, wrd_count_text(b->arena, n));
        return;
    }
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)text[i] < ' ' || text[i] == 0x7f) {
            wrd_bind_say(b, WRD_E0124, value);
            return;
        }
    const char *hidden = wrd_text_hidden(b->arena, text, len);
    if (hidden) {
        wrd_bind_say(b, WRD_E0168, value, hidden);
        return;
    }
    *(const char **)into = wrd_arena_text(b->arena, text, len);
}

void wrd_bind_text_that(const struct wrd_bind *b, const struct wrd_yaml *value,
                        bool (*is)(const char *text), enum wrd_message message, void *into)
{
    const char *text = wrd_bind_scalar(b, value);
    if (text && is(text))
        *(const char **)into = text;
    else if (text)
        wrd_bind_say(b, message, value, shown(b, value));
}

enum { NAME_LENGTH = 64 };

void wrd_bind_name(const struct wrd_bind *b, const struct wrd_yaml *value,
                   const struct wrd_field *field, void *into)
{
    (void)field;
    const char *text = wrd_bind_scalar(b, value);
    if (!text)
        return;
    if (!wrd_is_name(text, NAME_LENGTH))
        wrd_bind_say(b, WRD_E0127, value, shown(b, value));
    *(const char **)into = text; /* kept all the same: what leans on it has its own errors */
}

const char *wrd_bind_path_within(const struct wrd_bind *b, const struct wrd_yaml *value,
                                 unsigned steps_up)
{
    const char *path = NULL;
    wrd_bind_text(b, value, NULL, &path);
    if (!path || wrd_path_stays(path, steps_up))
        return path;
    wrd_bind_say(b, steps_up ? WRD_E0133 : WRD_E0132, value, wrd_yaml_shown(b->arena, path));
    return NULL;
}

void wrd_bind_path(const struct wrd_bind *b, const struct wrd_yaml *value,
                   const struct wrd_field *field, void *into)
{
    (void)field;
    const char *path = wrd_bind_path_within(b, value, 0);
    if (path)
        *(const char **)into = path;
}

const char **wrd_bind_names(const struct wrd_bind *b, const struct wrd_yaml *list, size_t *n)
{
    struct wrd_names known = { b->arena, NULL };
    *n = 0;
    if (!is_list(b, list))
        return NULL;
    const char **names = wrd_arena_take_array(b->arena, list->n + 1, sizeof(*names));
    for (const struct wrd_yaml *value = list->first; value; value = value->next) {
        const char *name = NULL;
        wrd_bind_name(b, value, NULL, &name);
        if (!name)
            continue;
        if (wrd_names_put(&known, name, (uint32_t)value->index) == value->index)
            names[(*n)++] = name;
        else
            wrd_bind_say(b, WRD_E0131, value, shown(b, value));
    }
    return names;
}

/* ---- numbers ---- */

bool wrd_bind_whole(const struct wrd_bind *b, const struct wrd_yaml *value, int64_t least,
                    int64_t most, int64_t *number)
{
    const char *text = wrd_bind_scalar(b, value);
    int64_t read = 0;
    if (!text)
        return false;
    if (wrd_integer_read(text, strlen(text), &read) && read >= least && read <= most) {
        *number = read;
        return true;
    }
    wrd_bind_say(b, WRD_E0134, value, shown(b, value), wrd_count_text(b->arena, (uint64_t)least),
                 wrd_count_text(b->arena, (uint64_t)most));
    return false;
}

/* ---- maps ---- */

void wrd_bind_say_unknown_key(const struct wrd_bind *b, const struct wrd_yaml *value,
                              const char *const *keys, size_t n_built, size_t n)
{
    struct wrd_place place = wrd_yaml_key_place(b->arena, value);
    const char *key = wrd_yaml_shown(b->arena, value->key);
    const char *all = wrd_text_join(b->arena, keys, n_built, ", ");
    const char *near = wrd_text_nearest(value->key, keys, n);
    if (near)
        wrd_say(b->diag, WRD_E0114, place, key, all, near);
    else
        wrd_say(b->diag, WRD_E0113, place, key, all);
}

void wrd_bind_say_missing(const struct wrd_bind *b, const struct wrd_yaml *map, const char *key)
{
    struct wrd_place place = wrd_yaml_place(b->arena, map);
    place.key = place.key ? wrd_arena_format(b->arena, "%s.%s", place.key, key) : key;
    wrd_say(b->diag, WRD_E0115, place, key);
}

/* The keys of which the flag WRD_PLANNED_KEY is `planned`. */
static size_t keys_of(const struct wrd_field *fields, unsigned planned, const char **keys)
{
    size_t n = 0;
    for (; fields->key; fields++)
        if ((fields->flags & WRD_PLANNED_KEY) == planned)
            keys[n++] = fields->key;
    return n;
}

static void judge_key(const struct wrd_bind *b, const struct wrd_yaml *value,
                      const struct wrd_field *fields)
{
    const char *keys[32];
    size_t n_built = keys_of(fields, 0, keys);
    size_t n = n_built + keys_of(fields, WRD_PLANNED_KEY, keys + n_built);
    const struct wrd_field *field = fields;
    while (field->key && strcmp(field->key, value->key) != 0)
        field++;
    if (!field->key)
        wrd_bind_say_unknown_key(b, value, keys, n_built, n);
    else if (field->flags & WRD_PLANNED_KEY)
        wrd_say(b->diag, WRD_E0120, wrd_yaml_key_place(b->arena, value), value->key,
                shown(b, value), wrd_text_join(b->arena, keys, n_built, " | "));
}

bool wrd_bind_map(const struct wrd_bind *b, const struct wrd_yaml *map,
                  const struct wrd_field *fields, void *into)
{
    if (!wrd_bind_is_map(b, map))
        return false;
    for (const struct wrd_yaml *value = map->first; value; value = value->next)
        if (!value->repeated)
            judge_key(b, value, fields);
    for (const struct wrd_field *field = fields; field->key; field++) {
        const struct wrd_yaml *value = wrd_yaml_find(map, field->key);
        if (value && field->bind)
            field->bind(b, value, field, (char *)into + field->offset);
        else if (!value && field->flags & WRD_REQUIRED)
            wrd_bind_say_missing(b, map, field->key);
    }
    return true;
}
