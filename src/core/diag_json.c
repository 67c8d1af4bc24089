/* core/diag_json.c - messages for another program: JSON Lines, an object a group. */
#include "core/diag_body.h"
#include "core/json.h"

static const char *severity_name(enum wrd_severity severity)
{
    static const char *const names[] = {
        [WRD_NOTE] = "note",   [WRD_WARNING] = "warning", [WRD_ERROR] = "error",
        [WRD_MONEY] = "money", [WRD_IO] = "io",           [WRD_USAGE] = "usage",
        [WRD_BUSY] = "busy",
    };
    return names[severity];
}

/* JSON escapes for itself. */
static const char *as_it_is(struct wrd_arena *arena, const char *text)
{
    (void)arena;
    return text;
}

static void set_filled(struct wrd_json *object, const char *key, struct wrd_arena *scratch,
                       const char *wording, const struct wrd_said *said, enum wrd_lang lang)
{
    const char *text = *wording ? wrd_said_fill(scratch, wording, said, lang, as_it_is) : NULL;
    wrd_json_set_text(object, key, text);
}

/* 0 is unknown. */
static void set_position(struct wrd_json *object, const char *key, uint32_t position)
{
    if (position)
        wrd_json_set_integer(object, key, position);
    else
        wrd_json_set_text(object, key, NULL);
}

static void set_place(struct wrd_json *object, const struct wrd_place *place)
{
    wrd_json_set_text(object, "file", place->file);
    set_position(object, "line", place->line);
    set_position(object, "column", place->column);
    wrd_json_set_text(object, "key", place->key);
    wrd_json_set_text(object, "variable", place->variable);
}

void wrd_said_write_json(const struct wrd_said *said, FILE *to, enum wrd_lang lang)
{
    struct wrd_arena *scratch = wrd_arena_new();
    struct wrd_message_texts texts = wrd_message_texts(said->message, lang);
    struct wrd_json *object = wrd_json_object();
    struct wrd_json *lines = wrd_json_array();
    for (size_t i = 0; i < said->n_other_lines; i++)
        wrd_json_add_integer(lines, said->other_lines[i]);
    wrd_json_set_text(object, "severity", severity_name(said->severity));
    wrd_json_set_text(object, "code", wrd_message_code(said->message));
    set_filled(object, "message", scratch, texts.text, said, lang);
    set_place(object, &said->place);
    wrd_json_set_integer(object, "count", (int64_t)said->count);
    wrd_json_set(object, "lines", lines);
    set_filled(object, "note", scratch, texts.note, said, lang);
    set_filled(object, "help", scratch, texts.help, said, lang);
    wrd_json_write(object, to, true);
    wrd_json_free(object);
    wrd_arena_free(scratch);
}
