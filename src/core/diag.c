/* core/diag.c - collecting what is said; see waardering/diag.h. */
#include "waardering/diag.h"

#include <stdlib.h>
#include <string.h>

#include "core/diag_body.h"

#define uthash_malloc(size) wrd_alloc(1, (size))
#include <uthash.h>

/* A group and the bytes it is found by. */
struct group {
    struct wrd_said said;
    UT_hash_handle hh;
};

/* Messages of one file, shown together. */
struct file_group {
    const char *file; /* NULL: nowhere in particular; each such message stands where it was said */
    struct wrd_said *first, *last;
    struct file_group *next;
    UT_hash_handle hh;
};

struct wrd_diag {
    struct wrd_arena *arena;
    struct group *groups;
    struct file_group *files; /* by name */
    struct file_group *first, *last;
    char *key; /* of the message being said */
    size_t key_len, key_room;
    size_t n[WRD_BUSY + 1]; /* said, by severity */
    bool strict;
};

struct wrd_diag *wrd_diag_new(void)
{
    struct wrd_diag *diag = wrd_alloc(1, sizeof *diag);
    diag->arena = wrd_arena_new();
    return diag;
}

static void forget_groups(struct wrd_diag *diag)
{
    HASH_CLEAR(hh, diag->groups);
    HASH_CLEAR(hh, diag->files);
    diag->first = diag->last = NULL;
}

void wrd_diag_free(struct wrd_diag *diag)
{
    if (!diag)
        return;
    forget_groups(diag);
    wrd_arena_free(diag->arena);
    free(diag->key);
    free(diag);
}

static void key_add(struct wrd_diag *diag, const void *bytes, size_t len)
{
    if (diag->key_len + len > diag->key_room) {
        diag->key_room = (diag->key_len + len) * 2;
        diag->key = wrd_realloc(diag->key, diag->key_room, 1);
    }
    memcpy(diag->key + diag->key_len, bytes, len);
    diag->key_len += len;
}

/* NULL and "" are different. */
static void key_add_text(struct wrd_diag *diag, const char *text)
{
    key_add(diag, text ? "+" : "-", 1);
    if (text)
        key_add(diag, text, strlen(text) + 1);
}

static void make_key(struct wrd_diag *diag, enum wrd_message message, struct wrd_place place,
                     const char *const *texts, size_t n_texts)
{
    diag->key_len = 0;
    key_add(diag, &message, sizeof message);
    key_add(diag, &place.column, sizeof place.column);
    key_add_text(diag, place.file);
    key_add_text(diag, place.key);
    key_add_text(diag, place.variable);
    for (size_t i = 0; i < n_texts; i++)
        key_add_text(diag, texts[i]);
}

static const char *copy(struct wrd_diag *diag, const char *text)
{
    return text ? wrd_arena_text(diag->arena, text, strlen(text)) : NULL;
}

static struct file_group *file_of(struct wrd_diag *diag, const char *file)
{
    struct file_group *found = NULL;
    if (file)
        HASH_FIND_STR(diag->files, file, found);
    if (found)
        return found;
    found = wrd_arena_take(diag->arena, sizeof *found);
    if (diag->last)
        diag->last->next = found;
    else
        diag->first = found;
    diag->last = found;
    if (file) {
        found->file = copy(diag, file);
        HASH_ADD_KEYPTR(hh, diag->files, found->file, strlen(found->file), found);
    }
    return found;
}

static struct group *group_add(struct wrd_diag *diag, enum wrd_message message,
                               struct wrd_place place, const char *const *texts, size_t n_texts)
{
    struct group *group = wrd_arena_take(diag->arena, sizeof *group);
    struct file_group *file = file_of(diag, place.file);
    struct wrd_said *said = &group->said;
    said->message = message;
    said->place = (struct wrd_place){ file->file, place.line, place.column, copy(diag, place.key),
                                      copy(diag, place.variable) };
    for (size_t i = 0; i < n_texts; i++)
        said->texts[i] = copy(diag, texts[i]);
    said->n_texts = n_texts;
    if (file->last)
        file->last->next = said;
    else
        file->first = said;
    file->last = said;
    const char *key = wrd_arena_text(diag->arena, diag->key, diag->key_len);
    HASH_ADD_KEYPTR(hh, diag->groups, key, diag->key_len, group);
    return group;
}

static enum wrd_severity severity_counted(const struct wrd_diag *diag, enum wrd_message message)
{
    enum wrd_severity severity = wrd_message_severity(message);
    return severity == WRD_WARNING && diag->strict ? WRD_ERROR : severity;
}

void wrd_diag_say(struct wrd_diag *diag, enum wrd_message message, struct wrd_place place,
                  const char *const *texts)
{
    size_t n_texts = 0;
    while (n_texts < WRD_MAX_TEXTS && texts[n_texts])
        n_texts++;
    make_key(diag, message, place, texts, n_texts);
    struct group *group;
    HASH_FIND(hh, diag->groups, diag->key, diag->key_len, group);
    bool first = !group;
    if (first)
        group = group_add(diag, message, place, texts, n_texts);
    struct wrd_said *said = &group->said;
    said->severity = severity_counted(diag, message);
    said->count++;
    diag->n[said->severity]++;
    if (!first && place.line && said->n_other_lines < WRD_OTHER_LINES)
        said->other_lines[said->n_other_lines++] = place.line;
}

size_t wrd_diag_errors(const struct wrd_diag *diag)
{
    return diag->n[WRD_ERROR] + diag->n[WRD_MONEY] + diag->n[WRD_IO] + diag->n[WRD_USAGE] +
           diag->n[WRD_BUSY];
}

size_t wrd_diag_warnings(const struct wrd_diag *diag)
{
    return diag->n[WRD_WARNING];
}

enum wrd_status wrd_diag_status(const struct wrd_diag *diag)
{
    static const struct {
        enum wrd_severity severity;
        enum wrd_status status;
    } ranks[] = {
        { WRD_MONEY, WRD_EMONEY }, { WRD_USAGE, WRD_EUSAGE }, { WRD_BUSY, WRD_EBUSY },
        { WRD_IO, WRD_EIO },       { WRD_ERROR, WRD_EINPUT },
    };
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
        if (diag->n[ranks[i].severity])
            return ranks[i].status;
    return WRD_OK;
}

void wrd_diag_strict(struct wrd_diag *diag)
{
    diag->strict = true;
}

void wrd_diag_each(const struct wrd_diag *diag,
                   void (*with)(const struct wrd_said *said, void *self), void *self)
{
    for (const struct file_group *file = diag->first; file; file = file->next)
        for (const struct wrd_said *said = file->first; said; said = said->next)
            with(said, self);
}

static bool is_shown(enum wrd_severity severity, const struct wrd_diag_style *style)
{
    if (style->quiet)
        return severity >= WRD_ERROR;
    return severity > WRD_NOTE || style->verbose;
}

/* Of wrong use of the command line the message says it all. */
static bool has_more_to_tell(const struct wrd_said *said)
{
    return said->severity != WRD_NOTE && said->severity != WRD_USAGE;
}

void wrd_diag_write(struct wrd_diag *diag, FILE *to, const struct wrd_diag_style *style)
{
    const struct wrd_said *to_explain = NULL;
    for (const struct file_group *file = diag->first; file; file = file->next)
        for (const struct wrd_said *said = file->first; said; said = said->next) {
            if (!is_shown(said->severity, style))
                continue;
            if (style->json)
                wrd_said_write_json(said, to, style->lang);
            else
                wrd_said_write_text(said, to, style);
            if (!to_explain && has_more_to_tell(said))
                to_explain = said;
        }
    if (to_explain && style->explain && !style->json)
        wrd_said_write_more(to_explain, to, style->lang);
    forget_groups(diag); /* said again later, it is shown again */
}
