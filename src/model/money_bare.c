/* model/money_bare.c - see money_bare.h. */
#include "model/money_bare.h"

#include <string.h>

#include "core/utf8_letters.h"
#include "model/money_escapes.h"

enum {
    ROUNDS = 3, /* an escape of an escape of an escape */
    LONGEST_TAG = 2000
};

/* Most texts. */
static bool is_unfolded(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80 || strchr("&\\%=", *text))
            return false;
    return true;
}

const char *wrd_money_unfolded(struct wrd_arena *arena, const char *text)
{
    if (is_unfolded(text))
        return text;
    const char *bare = wrd_money_unescaped(arena, text);
    for (int round = 1; round < ROUNDS && strcmp(bare, text) != 0; round++) {
        text = bare;
        bare = wrd_money_unescaped(arena, text);
    }
    return bare;
}

/* --- markup */

static size_t tag_at(const char *at)
{
    if (at[0] != '<' || !(strchr("/!?", at[1]) || (at[1] | 0x20) >= 'a') || at[1] == '\0')
        return 0;
    if (strncmp(at, "<!--", 4) == 0) {
        const char *end = strstr(at + 4, "-->");
        return end ? (size_t)(end - at) + 3 : 0;
    }
    const char *end = memchr(at, '>', strnlen(at, LONGEST_TAG));
    return end ? (size_t)(end - at) + 1 : 0;
}

char *wrd_money_no_markup(struct wrd_arena *arena, const char *text, const char *between)
{
    const char *first = strchr(text, '<');
    while (first && !tag_at(first))
        first = strchr(first + 1, '<');
    if (!first)
        return NULL;
    char *bare = wrd_arena_take_array(arena, strlen(text) + 1, 1 + strlen(between)), *to = bare;
    while (*text) {
        const size_t n = tag_at(text);
        if (n)
            to = stpcpy(to, between);
        else
            *to++ = *text;
        text += n ? n : 1;
    }
    return bare;
}

/* --- emphasis */

static bool in_word(char c)
{
    return (unsigned char)c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* * ** ` ~~ and __ between two letters; one _ joins the words of a name. */
static size_t emphasis_at(const char *text, const char *at)
{
    const size_t n = strspn(at, "*`~_");
    return at > text && n > (*at == '_') && in_word(at[-1]) && in_word(at[n]) ? n : 0;
}

char *wrd_money_no_emphasis(struct wrd_arena *arena, const char *text)
{
    const char *first = strpbrk(text, "*`~_");
    while (first && !emphasis_at(text, first))
        first = strpbrk(first + 1, "*`~_");
    if (!first)
        return NULL;
    char *bare = wrd_arena_text(arena, text, strlen(text)), *to = bare + (first - text);
    for (const char *at = first; *at;) {
        const size_t n = emphasis_at(text, at);
        if (n == 0)
            *to++ = *at;
        at += n ? n : 1;
    }
    *to = '\0';
    return bare;
}

/* --- direction */

char *wrd_money_turned(struct wrd_arena *arena, const char *text)
{
    static const char turn[] = "\u202E", back[] = "\u202C";
    const char *from = strstr(text, turn);
    if (!from)
        return NULL;
    const char *end = strstr(from, back);
    end = end ? end : from + strlen(from);
    char *turned = wrd_arena_text(arena, text, strlen(text)), *to = turned + (end - text);
    for (const char *at = from; at < end;) {
        const char *next = at;
        wrd_letter_next(&next);
        to -= next - at;
        memcpy(to, at, (size_t)(next - at));
        at = next;
    }
    return turned;
}
