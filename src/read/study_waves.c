/* read/study_waves.c - `waves` of study.yml, in the order of time. */
#include <string.h>

#include "core/text.h"
#include "read/date.h"
#include "read/study_parts.h"

/* ---- the name ---- */

/* [0-9A-Za-z][0-9A-Za-z_-]{0,31}: it becomes the name of a folder, so no dot and no slash. */
static bool is_wave_name(const char *text)
{
    size_t len = strlen(text);
    return len > 0 && text[0] != '.' && text[0] != '_' && text[0] != '-' && wrd_is_code(text) &&
           !strchr(text, '.');
}

static bool is_number(const char *name)
{
    return name[0] && strspn(name, "0123456789") == strlen(name);
}

/* Of two texts of digits, however many. */
static bool is_higher(const char *name, const char *than)
{
    name += strspn(name, "0");
    than += strspn(than, "0");
    size_t a = strlen(name), b = strlen(than);
    return a != b ? a > b : strcmp(name, than) > 0;
}

static const struct wrd_wave *last_numbered(const struct wrd_study *study)
{
    for (size_t i = study->n_waves; i-- > 0;)
        if (is_number(study->waves[i].name))
            return &study->waves[i];
    return NULL;
}

static void bind_name(const struct wrd_bind *b, const struct wrd_yaml *value,
                      const struct wrd_field *field, void *into)
{
    (void)field;
    const char *text = wrd_bind_scalar(b, value);
    if (!text)
        return;
    const struct wrd_wave *before = last_numbered(b->study);
    if (!is_wave_name(text))
        wrd_bind_say(b, WRD_E0129, value, wrd_yaml_shown(b->arena, text));
    else if (wrd_study_wave(b->study, text) >= 0)
        wrd_bind_say(b, WRD_E0131, value, text);
    else if (before && is_number(text) && !is_higher(text, before->name))
        wrd_bind_say(b, WRD_E0130, value, text, before->name);
    *(const char **)into = text;
}

/* ---- fieldwork ---- */

/* YYYY-MM-DD and nothing else; answers may have their dates otherwise, or with a time. */
static bool is_date(const char *text)
{
    return strlen(text) == strlen("2026-03-02") && text[4] == '-' &&
           wrd_is_date(text, strlen(text));
}

static void bind_date(const struct wrd_bind *b, const struct wrd_yaml *value,
                      const struct wrd_field *field, void *into)
{
    (void)field;
    wrd_bind_text_that(b, value, is_date, WRD_E0136, into);
}

static const struct wrd_field fieldwork_fields[] = {
    { "from", WRD_REQUIRED, bind_date, offsetof(struct wrd_wave, from), NULL },
    { "to", WRD_REQUIRED, bind_date, offsetof(struct wrd_wave, to), NULL },
    { NULL, 0, NULL, 0, NULL }
};

static void bind_fieldwork(const struct wrd_bind *b, const struct wrd_yaml *value,
                           const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_wave *wave = into;
    if (!wrd_bind_map(b, value, fieldwork_fields, wave) || !wave->from || !wave->to)
        return;
    if (strcmp(wave->from, wave->to) > 0) /* dates so written sort as texts */
        wrd_bind_say(b, WRD_E0137, wrd_yaml_find(value, "to"), wave->to, wave->from);
}

/* ---- what there is of every source ---- */

static void bind_files(const struct wrd_bind *b, const struct wrd_yaml *value,
                       const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_wave *wave = into;
    if (!wrd_bind_is_map(b, value))
        return;
    if (value->n == 0)
        wrd_bind_say(b, WRD_E0123, value);
    for (const struct wrd_yaml *child = value->first; child; child = child->next) {
        int source = child->repeated ? -1 : wrd_bind_source_of(b, child);
        if (source < 0)
            continue;
        wrd_bind_path(b, child, NULL, &wave->files[source]);
        wave->file_place[source] = wrd_yaml_place(b->arena, child);
    }
}

enum { MOST_INVITED = 1000000000 };

static void bind_invited(const struct wrd_bind *b, const struct wrd_yaml *value,
                         const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_wave *wave = into;
    if (!wrd_bind_is_map(b, value))
        return;
    for (const struct wrd_yaml *child = value->first; child; child = child->next) {
        int source = child->repeated ? -1 : wrd_bind_source_of(b, child);
        if (source >= 0)
            (void)wrd_bind_whole(b, child, 1, MOST_INVITED, &wave->invited[source]);
    }
}

/* Waves of another mode are a series break, so it is one word that can be compared. */
static void bind_mode(const struct wrd_bind *b, const struct wrd_yaml *value,
                      const struct wrd_field *field, void *into)
{
    (void)field;
    wrd_bind_text_that(b, value, wrd_is_code, WRD_E0138, into);
}

static const struct wrd_field wave_fields[] = {
    { "wave", WRD_REQUIRED, bind_name, offsetof(struct wrd_wave, name), NULL },
    { "fieldwork", 0, bind_fieldwork, 0, NULL },
    { "files", 0, bind_files, 0, NULL },
    { "invited", 0, bind_invited, 0, NULL },
    { "mode", 0, bind_mode, offsetof(struct wrd_wave, mode), NULL },
    { "state", WRD_PLANNED_KEY, NULL, 0, NULL },
    { NULL, 0, NULL, 0, NULL }
};

/* A wave without files is one mistake; one that names its state has been told so already. */
static void bind_wave(const struct wrd_bind *b, const struct wrd_yaml *value, struct wrd_wave *wave)
{
    wave->place = wrd_yaml_place(b->arena, value);
    wave->name = "";
    for (size_t i = 0; i < WRD_MAX_SOURCES; i++)
        wave->invited[i] = -1;
    if (!wrd_bind_map(b, value, wave_fields, wave))
        return;
    if (!wrd_yaml_find(value, "files") && !wrd_yaml_find(value, "state"))
        wrd_bind_say_missing(b, value, "files");
}

void wrd_bind_waves(const struct wrd_bind *b, const struct wrd_yaml *value,
                    const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_study *study = into;
    if (!wrd_bind_is_filled(b, value))
        return;
    study->waves = wrd_arena_take_array(b->arena, value->n, sizeof(*study->waves));
    for (const struct wrd_yaml *child = value->first; child; child = child->next) {
        bind_wave(b, child, &study->waves[study->n_waves]);
        study->n_waves++; /* now: a name is compared with those before it */
    }
}
