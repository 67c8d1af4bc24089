/* model/money_bare.c - see money_bare.h. */
#include "model/money_bare.h"

#include <stdint.h>
#include <string.h>

#include "core/text.h"
#include "core/utf8_letters.h"

enum {
    EURO = 0x20AC,
    ROUNDS = 3, /* an escape of an escape of an escape */
    GROWTH = 4, /* a byte becomes a character of at most 4 */
    LONGEST_TAG = 200,
    LONGEST_REFERENCE = 10,
    LAST_CHARACTER = 0x10FFFF
};

static char *put(char *to, uint32_t c)
{
    if (c < 0x80) {
        *to++ = (char)c;
    } else if (c < 0x800) {
        *to++ = (char)(0xC0 | c >> 6);
        *to++ = (char)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        *to++ = (char)(0xE0 | c >> 12);
        *to++ = (char)(0x80 | (c >> 6 & 0x3F));
        *to++ = (char)(0x80 | (c & 0x3F));
    } else {
        *to++ = (char)(0xF0 | c >> 18);
        *to++ = (char)(0x80 | (c >> 12 & 0x3F));
        *to++ = (char)(0x80 | (c >> 6 & 0x3F));
        *to++ = (char)(0x80 | (c & 0x3F));
    }
    return to;
}

/* --- escapes: each returns how many bytes it is, 0 if it is none, and the character */

static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char small = (char)(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/* Digits of a base, at most `most`; *c is 0 where they name no character. */
static size_t number_at(const char *at, int base, size_t most, uint32_t *c)
{
    size_t n = 0;
    *c = 0;
    for (; n < most && digit_of(at[n]) >= 0 && digit_of(at[n]) < base; n++)
        if (*c <= LAST_CHARACTER)
            *c = *c * (uint32_t)base + (uint32_t)digit_of(at[n]);
    if (*c == 0x80)
        *c = EURO; /* as every browser reads it */
    if (*c > LAST_CHARACTER || (*c >= 0xD800 && *c < 0xE000))
        *c = 0;
    return *c ? n : 0;
}

static size_t named_reference(const char *at, uint32_t *c)
{
    static const struct {
        const char *name;
        uint32_t c;
    } named[] = { { "euro", EURO },   { "pound", 0xA3 }, { "yen", 0xA5 },   { "cent", 0xA2 },
                  { "curren", 0xA4 }, { "dollar", '$' }, { "fnof", 0x192 }, { "nbsp", ' ' },
                  { "ensp", ' ' },    { "emsp", ' ' },   { "thinsp", ' ' }, { "shy", 0xAD },
                  { "zwnj", 0x200C }, { "zwj", 0x200D }, { "amp", '&' },    { "lt", '<' },
                  { "gt", '>' },      { "quot", '"' },   { "apos", '\'' },  { "comma", ',' },
                  { "period", '.' },  { "percnt", '%' }, { "bsol", '\\' } };
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        const size_t len = strlen(named[i].name);
        if (strncasecmp(at, named[i].name, len) == 0 && (at[len] == ';' || named[i].c >= 0xA2)) {
            *c = named[i].c;
            return len + (at[len] == ';');
        }
    }
    return 0;
}

static size_t reference(const char *at, uint32_t *c)
{
    size_t n;
    if (at[0] != '&')
        return 0;
    if (at[1] != '#') {
        n = named_reference(at + 1, c);
        return n ? n + 1 : 0;
    }
    const size_t sign = (at[2] | 0x20) == 'x' ? 3 : 2;
    n = number_at(at + sign, sign == 3 ? 16 : 10, LONGEST_REFERENCE, c);
    return n ? sign + n + (at[sign + n] == ';') : 0;
}

static size_t backslash(const char *at, uint32_t *c)
{
    size_t n;
    if (at[0] != '\\')
        return 0;
    if (at[1] == 'u' && at[2] == '{') {
        n = number_at(at + 3, 16, 6, c);
        return n && at[3 + n] == '}' ? n + 4 : 0;
    }
    if ((at[1] | 0x20) == 'u')
        return number_at(at + 2, 16, 4, c) == 4 ? 6 : 0;
    if (at[1] == 'x')
        return number_at(at + 2, 16, 2, c) == 2 ? 4 : 0;
    n = number_at(at + 1, 16, 6, c); /* CSS: a blank behind it belongs to it */
    return n > 1 ? 1 + n + (at[1 + n] == ' ') : 0;
}

/* A run of %E2%82%AC or =E2=82=AC becomes bytes, when these are a text. */
static size_t byte_run(const char *at, char *bytes, size_t room, size_t *len)
{
    size_t n = 0;
    *len = 0;
    if (*at != '%' && *at != '=')
        return 0;
    while (at[n] == *at && digit_of(at[n + 1]) >= 0 && digit_of(at[n + 2]) >= 0 && *len < room) {
        bytes[(*len)++] = (char)(digit_of(at[n + 1]) << 4 | digit_of(at[n + 2]));
        n += 3;
    }
    return n;
}

static size_t escaped_bytes(const char *at, char **to)
{
    enum { ROOM = 64 };
    char bytes[ROOM];
    size_t len, n = byte_run(at, bytes, ROOM, &len);
    if (len == 1 && ((unsigned char)bytes[0] == 0x80 || (unsigned char)bytes[0] == 0xA4)) {
        *to = put(*to, EURO);
        return n;
    }
    if (len < 2 || wrd_utf8_valid(bytes, len) < len || memchr(bytes, '\0', len))
        return 0;
    *to = mempcpy(*to, bytes, len);
    return n;
}

/* "€" and its like that were read as Windows-1252. */
static size_t misread(const char *at, uint32_t *c)
{
    static const struct {
        const char *bytes;
        uint32_t c;
    } signs[] = { { "\xC3\xA2\xE2\x80\x9A\xC2\xAC", EURO },
                  { "\xC3\xA2\xC2\x82\xC2\xAC", EURO },
                  { "\xC3\x82\xC2\xA3", 0xA3 },
                  { "\xC3\x82\xC2\xA5", 0xA5 },
                  { "\xC3\x82\xC2\xA2", 0xA2 },
                  { "\xC3\x86\xE2\x80\x99", 0x192 },
                  { "\xC2\x80", EURO } }; /* a reference that a parser took by the letter */
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const size_t len = strlen(signs[i].bytes);
        if (strncmp(at, signs[i].bytes, len) == 0) {
            *c = signs[i].c;
            return len;
        }
    }
    return 0;
}

/* A byte that is no UTF-8: the euro sign of Windows-1252 or of ISO 8859-15. */
static size_t lone_byte(const char *at, uint32_t *c)
{
    const unsigned char byte = (unsigned char)*at;
    if ((byte != 0x80 && byte != 0xA4) || wrd_utf8_valid(at, strnlen(at, 4)) > 0)
        return 0;
    *c = EURO;
    return 1;
}

static size_t character_at(const char *text)
{
    const char *next = text;
    wrd_letter_next(&next);
    return (size_t)(next - text);
}

static char *unfold(struct wrd_arena *arena, const char *text)
{
    char *bare = wrd_arena_take_array(arena, strlen(text) + 1, GROWTH), *to = bare;
    while (*text) {
        uint32_t c;
        size_t n = reference(text, &c);
        n = n ? n : backslash(text, &c);
        n = n ? n : misread(text, &c);
        n = n ? n : lone_byte(text, &c);
        if (n)
            to = put(to, c);
        else if ((n = escaped_bytes(text, &to)) == 0)
            to = mempcpy(to, text, n = character_at(text));
        text += n;
    }
    return bare;
}

/* --- markup */

static size_t tag_at(const char *at)
{
    if (at[0] != '<' || !(strchr("/!?", at[1]) || (at[1] | 0x20) >= 'a') || at[1] == '\0')
        return 0;
    const char *end = memchr(at, '>', strnlen(at, LONGEST_TAG));
    return end ? (size_t)(end - at) + 1 : 0;
}

bool wrd_money_has_markup(const char *text)
{
    for (; (text = strchr(text, '<')) != NULL; text++)
        if (tag_at(text))
            return true;
    return false;
}

static char *without_markup(struct wrd_arena *arena, const char *text, const char *between)
{
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

/* --- letters and signs that look like others */

static uint32_t latin_of(uint32_t c)
{
    static const struct {
        uint32_t c;
        char latin;
    } alike[] = { /* Cyrillic */
                  { 0x430, 'a' },
                  { 0x410, 'A' },
                  { 0x412, 'B' },
                  { 0x441, 'c' },
                  { 0x421, 'C' },
                  { 0x501, 'd' },
                  { 0x435, 'e' },
                  { 0x415, 'E' },
                  { 0x451, 'e' },
                  { 0x433, 'r' },
                  { 0x41D, 'H' },
                  { 0x4BB, 'h' },
                  { 0x456, 'i' },
                  { 0x406, 'I' },
                  { 0x458, 'j' },
                  { 0x43A, 'k' },
                  { 0x41A, 'K' },
                  { 0x43C, 'm' },
                  { 0x41C, 'M' },
                  { 0x43E, 'o' },
                  { 0x41E, 'O' },
                  { 0x440, 'p' },
                  { 0x420, 'P' },
                  { 0x455, 's' },
                  { 0x405, 'S' },
                  { 0x442, 't' },
                  { 0x422, 'T' },
                  { 0x446, 'u' },
                  { 0x475, 'v' },
                  { 0x461, 'w' },
                  { 0x445, 'x' },
                  { 0x425, 'X' },
                  { 0x443, 'y' },
                  { 0x423, 'Y' },
                  /* Greek */
                  { 0x3B1, 'a' },
                  { 0x391, 'A' },
                  { 0x392, 'B' },
                  { 0x3B5, 'e' },
                  { 0x395, 'E' },
                  { 0x397, 'H' },
                  { 0x3B9, 'i' },
                  { 0x399, 'I' },
                  { 0x3BA, 'k' },
                  { 0x39A, 'K' },
                  { 0x39C, 'M' },
                  { 0x39D, 'N' },
                  { 0x3BD, 'v' },
                  { 0x3BF, 'o' },
                  { 0x39F, 'O' },
                  { 0x3C1, 'p' },
                  { 0x3A1, 'P' },
                  { 0x3C4, 't' },
                  { 0x3A4, 'T' },
                  { 0x3C5, 'u' },
                  { 0x3C5, 'u' },
                  { 0x3A5, 'Y' },
                  { 0x3C7, 'x' },
                  { 0x3A7, 'X' }
    };
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (alike[i].c == c)
            return (uint32_t)alike[i].latin;
    return 0;
}

static bool is_letter(uint32_t c)
{
    return c && wrd_letter_kind(c) <= WRD_LETTER_CAPITAL;
}

/* The word at `at`: its end, and whether it has letters of Latin and others that look so. */
static const char *word_end(const char *at, bool *mixed)
{
    bool latin = false, alike = false;
    const char *next = at;
    for (uint32_t c; is_letter(c = wrd_letter_next(&next)); at = next) {
        latin |= c < 0x250;
        alike |= latin_of(c) != 0;
    }
    *mixed = latin && alike;
    return at;
}

static bool digit_follows(const char *at)
{
    uint32_t c = wrd_letter_next(&at);
    while (c == ' ' || c == 0xA0)
        c = wrd_letter_next(&at);
    return c && wrd_letter_kind(c) == WRD_LETTER_DIGIT;
}

/* A capital or small letter that is drawn like a euro sign, before a number. */
static size_t drawn_euro(const char *at, bool in_word)
{
    const char *next = at;
    const uint32_t c = wrd_letter_next(&next);
    if (in_word)
        return 0;
    if ((c == 'C' || c == 'c') && *next == '=')
        next++;
    else if (c != 0x404 && c != 0x454 && c != 0x3F5 && c != 0x2208 && c != 0x220A)
        return 0;
    return digit_follows(next) ? (size_t)(next - at) : 0;
}

static char *look_again(struct wrd_arena *arena, const char *text)
{
    char *bare = wrd_arena_take_array(arena, strlen(text) + 1, GROWTH), *to = bare;
    for (bool in_word = false; *text;) {
        bool mixed;
        const size_t n = drawn_euro(text, in_word);
        const char *end = n ? text : word_end(text, &mixed);
        if (n) {
            to = put(to, EURO);
            text += n;
            continue;
        }
        in_word = end > text;
        while (text < end) {
            const char *from = text;
            const uint32_t latin = latin_of(wrd_letter_next(&text));
            if (mixed && latin)
                *to++ = (char)latin;
            else
                to = mempcpy(to, from, (size_t)(text - from));
        }
        if (!in_word) {
            wrd_letter_next(&text);
            to = mempcpy(to, end, (size_t)(text - end));
        }
    }
    return bare;
}

/* Most texts. */
static bool is_bare(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80 || strchr("&\\%=<", *text))
            return false;
    return true;
}

char *wrd_money_bare(struct wrd_arena *arena, const char *text, const char *between)
{
    if (is_bare(text))
        return wrd_arena_text(arena, text, strlen(text));
    char *bare = unfold(arena, text);
    for (int round = 1; round < ROUNDS && strcmp(bare, text) != 0; round++) {
        text = bare;
        bare = unfold(arena, text);
    }
    return look_again(arena, without_markup(arena, bare, between));
}
