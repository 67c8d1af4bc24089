/* core/diag_messages.c - the texts of every message, and how a text is filled in. */
#include <string.h>

#include "core/diag_body.h"

static const struct {
    const char *code;
    enum wrd_severity severity;
    struct wrd_message_texts texts[WRD_LANGS];
} messages[] = {
#define MSG(id, severity, en, nl, note_en, note_nl, help_en, help_nl) \
    { #id,                                                            \
      WRD_##severity,                                                 \
      { [WRD_NL] = { nl, note_nl, help_nl }, [WRD_EN] = { en, note_en, help_en } } },
#include "waardering/messages/all.def"
#undef MSG
};

const char *wrd_message_code(enum wrd_message message)
{
    return messages[message].code;
}

enum wrd_severity wrd_message_severity(enum wrd_message message)
{
    return messages[message].severity;
}

enum wrd_message wrd_message_find(const char *code)
{
    const char *digits = code + (*code && strchr("ewnEWN", *code) ? 1 : 0);
    for (int i = 0; i < WRD_MESSAGES; i++)
        if (strcmp(messages[i].code + 1, digits) == 0)
            return (enum wrd_message)i;
    return WRD_MESSAGES;
}

struct wrd_message_texts wrd_message_texts(enum wrd_message message, enum wrd_lang lang)
{
    return messages[message].texts[lang];
}

/* The text that a "{3}" at `at` stands for, or NULL if there is no such mark or text. */
static const char *text_of_mark(const char *at, const struct wrd_said *said)
{
    if (at[0] != '{' || at[1] < '1' || at[1] > '9' || at[2] != '}')
        return NULL;
    size_t i = (size_t)(at[1] - '1');
    return i < said->n_texts ? said->texts[i] : NULL;
}

/* See WRD_BOTH. */
static const char *in_language(struct wrd_arena *arena, const char *text, enum wrd_lang lang)
{
    static const char between[] = WRD_BOTH("", "");
    const char *dutch = strstr(text, between);
    if (!dutch)
        return text;
    return lang == WRD_NL ? dutch + strlen(between)
                          : wrd_arena_text(arena, text, (size_t)(dutch - text));
}

char *wrd_said_fill(struct wrd_arena *arena, const char *wording, const struct wrd_said *said,
                    enum wrd_lang lang, wrd_shower *show)
{
    const char *shown[WRD_MAX_TEXTS] = { NULL };
    size_t room = strlen(wording) + 1;
    for (const char *at = wording; *at; at++) {
        const char *text = text_of_mark(at, said);
        if (!text)
            continue;
        size_t i = (size_t)(at[1] - '1');
        shown[i] = show(arena, in_language(arena, text, lang));
        room += strlen(shown[i]);
    }
    char *filled = wrd_arena_take(arena, room), *to = filled;
    for (const char *at = wording; *at;) {
        if (!text_of_mark(at, said)) {
            *to++ = *at++;
            continue;
        }
        to = stpcpy(to, shown[at[1] - '1']);
        at += strlen("{1}");
    }
    return filled;
}
