/* core/utf8.c - characters, by utf8proc (utf8_letters.c is its other user); see core/text.h. */
#include "core/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "core/hash.h"
#include "core/text.h"

size_t wrd_utf8_next(const char *text, size_t len, int32_t *character)
{
    if (len == 0)
        return 0;
    *character = (unsigned char)*text;
    if (*character < 0x80)
        return 1;
    /* No more than a character, so that a long text does not overflow the library's signed size. */
    utf8proc_ssize_t room = len < 4 ? (utf8proc_ssize_t)len : 4;
    utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text, room, character);
    return size > 0 ? (size_t)size : 0;
}

size_t wrd_utf8_valid(const char *text, size_t len)
{
    size_t at = 0;
    while (at < len) {
        int32_t character;
        size_t size = wrd_utf8_next(text + at, len - at, &character);
        if (size == 0)
            break;
        at += size;
    }
    return at;
}

size_t wrd_utf8_count(const char *text, size_t len)
{
    size_t count = 0;
    for (size_t i = 0; i < len; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80; /* not a continuation byte */
    return count;
}

char *wrd_utf8_mend(struct wrd_arena *arena, const char *text, size_t len)
{
    static const char replacement[] = "\xEF\xBF\xBD";
    char *mended = wrd_arena_take_array(arena, len + 1, strlen(replacement)), *to = mended;
    for (size_t at = 0; at < len;) {
        size_t good = wrd_utf8_valid(text + at, len - at);
        to = mempcpy(to, text + at, good);
        at += good;
        if (at < len) {
            to = mempcpy(to, replacement, strlen(replacement));
            at++;
        }
    }
    return mended;
}

static bool moves_the_cursor(int32_t c)
{
    bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    bool line_break = c == 0x2028 || c == 0x2029;
    bool direction = c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
                     (c >= 0x2066 && c <= 0x2069);
    return control || line_break || direction;
}

enum { ESCAPE_ROOM = 8 };

static char *put_escape(char *to, int32_t c)
{
    if (c == '\n' || c == '\r' || c == '\t')
        return to + snprintf(to, ESCAPE_ROOM, "\\%c", c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
    if (c > 0xFF)
        return to + snprintf(to, ESCAPE_ROOM, "\\u%04x", (unsigned)c);
    return to + snprintf(to, ESCAPE_ROOM, "\\x%02x", (unsigned)c);
}

const char *wrd_text_visible(struct wrd_arena *arena, const char *text)
{
    size_t len = strlen(text);
    char *visible = wrd_arena_take_array(arena, len + 2, ESCAPE_ROOM), *to = visible;
    for (size_t at = 0; at < len;) {
        int32_t c;
        size_t size = wrd_utf8_next(text + at, len - at, &c);
        if (size == 0) {
            to = put_escape(to, (unsigned char)text[at]);
            size = 1;
        } else if (moves_the_cursor(c)) {
            to = put_escape(to, c);
        } else {
            to = mempcpy(to, text + at, size);
        }
        at += size;
    }
    return visible;
}

static bool is_mark_of_direction(int32_t c)
{
    return c == 0x200E || c == 0x200F ||
           c == 0x061C; /* Arabic has need of them, and they end with a word */
}

static bool is_hidden(int32_t c)
{
    return moves_the_cursor(c) && c != '\n' && c != '\r' && c != '\t' && !is_mark_of_direction(c);
}

const char *wrd_text_hidden(struct wrd_arena *arena, const char *text, size_t len)
{
    int32_t c;
    for (size_t at = 0, size; at < len; at += size) {
        size = wrd_utf8_next(text + at, len - at, &c);
        if (size == 0)
            return NULL;
        if (is_hidden(c))
            return wrd_text_visible(arena, wrd_arena_text(arena, text + at, size));
    }
    return NULL;
}

/* Nobody sees them: they come with a text that was copied from a page. */
static bool has_no_width(int32_t c)
{
    return c == 0xFEFF || c == 0x200B || c == 0x2060;
}

static bool is_space(int32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    if (c == 0x85 || has_no_width(c))
        return true;
    utf8proc_category_t category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

size_t wrd_space_at_start(const char *text, size_t len)
{
    int32_t character;
    size_t size = wrd_utf8_next(text, len, &character);
    return size > 0 && is_space(character) ? size : 0;
}

size_t wrd_space_at_end(const char *text, size_t len)
{
    size_t size = 1;
    while (size < len && size < 4 && ((unsigned char)text[len - size] & 0xC0) == 0x80)
        size++;
    if (size > len || wrd_space_at_start(text + len - size, size) != size)
        return 0;
    return size;
}

/* Typographic quotes and dashes as a keyboard has them: a word processor puts them in place of the
 * others.  All are three bytes that start with E2 80; U+2212, the minus, with E2 88. */
static char plain_mark(const char *text)
{
    const unsigned char *byte = (const unsigned char *)text;
    if (byte[0] != 0xE2 || !byte[1])
        return '\0';
    if (byte[1] == 0x88 && byte[2] == 0x92)
        return '-';
    if (byte[1] != 0x80)
        return '\0';
    if (byte[2] >= 0x90 && byte[2] <= 0x95) /* hyphens and dashes */
        return '-';
    if (byte[2] >= 0x98 && byte[2] <= 0x9B)
        return '\'';
    return byte[2] >= 0x9C && byte[2] <= 0x9F ? '"' : '\0';
}

/* In place: a mark becomes shorter. */
static void fold_marks(char *text)
{
    char *to = text;
    while (*text) {
        char mark = plain_mark(text);
        *to++ = mark ? mark : *text;
        text += mark ? 3 : 1;
    }
    *to = '\0';
}

/* Runs of white space to one space, none at the ends, and none for what has no width; in place. */
static void fold_spaces(char *text)
{
    const char *from = text;
    size_t len = strlen(text), size;
    wrd_text_trim(&from, &len);
    char *to = text;
    while (len > 0) {
        bool space = false;
        while ((size = wrd_space_at_start(from, len)) > 0) {
            int32_t character;
            wrd_utf8_next(from, size, &character);
            space |= !has_no_width(character);
            from += size;
            len -= size;
        }
        if (space)
            *to++ = ' ';
        *to++ = *from++;
        len--;
    }
    *to = '\0';
}

char *wrd_utf8_map(struct wrd_arena *arena, const char *text, size_t len, int options)
{
    const utf8proc_uint8_t *from = (const utf8proc_uint8_t *)text;
    char *mapped = NULL;
    const utf8proc_ssize_t n =
        utf8proc_decompose(from, (utf8proc_ssize_t)len, NULL, 0, (utf8proc_option_t)options);
    if (n < 0)
        return NULL;
    const size_t room = (size_t)n + 1; /* it ends what it makes with a NUL */
    utf8proc_int32_t *characters = wrd_alloc(room, sizeof *characters);
    utf8proc_decompose(from, (utf8proc_ssize_t)len, characters, n, (utf8proc_option_t)options);
    const utf8proc_ssize_t size = utf8proc_reencode(characters, n, (utf8proc_option_t)options);
    if (size >= 0)
        mapped = wrd_arena_text(arena, (const char *)characters, (size_t)size);
    wrd_wipe_free(characters, room * sizeof *characters);
    return mapped;
}

char *wrd_text_fold(struct wrd_arena *arena, const char *text, size_t len)
{
    char *folded = wrd_arena_text(arena, text, len);
    fold_spaces(folded); /* first: an accent behind U+FEFF belongs to the letter before it */
    char *mapped = wrd_utf8_map(arena, folded, strlen(folded),
                                UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    folded = mapped ? mapped : folded;
    fold_marks(folded);
    return folded;
}
