/* model/money_escapes.c - see money_escapes.h. */
#include "model/money_escapes.h"

#include <stdbool.h>
#include <string.h>

#include "core/text.h"
#include "core/utf8_letters.h"

enum {
    EURO = 0x20AC,
    GROWTH = 4, /* a byte becomes a character of at most 4 */
    LONGEST_REFERENCE = 8,
    LAST_CHARACTER = 0x10FFFF
};

char *wrd_money_put(char *to, uint32_t c)
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

/* Digits of a base, at most `most`. */
static size_t digits_at(const char *at, int base, size_t most, uint32_t *number)
{
    size_t n = 0;
    *number = 0;
    for (; n < most && digit_of(at[n]) >= 0 && digit_of(at[n]) < base; n++)
        if (*number <= LAST_CHARACTER)
            *number = *number * (uint32_t)base + (uint32_t)digit_of(at[n]);
    return n;
}

/* The same; 0 where they name no character. */
static size_t number_at(const char *at, int base, size_t most, uint32_t *c)
{
    const size_t n = digits_at(at, base, most, c);
    if (*c == 0x80)
        *c = EURO; /* as every browser reads it */
    return *c == 0 || *c > LAST_CHARACTER || (*c >= 0xD800 && *c < 0xE000) ? 0 : n;
}

/* &eacute; &euml;: the letter is enough, since accents do not count. */
static size_t accented_letter(const char *at, uint32_t *c)
{
    static const char *const accents[] = { "acute;", "grave;", "circ;",  "uml;",
                                           "tilde;", "cedil;", "caron;", "ring;" };
    for (size_t i = 0; i < sizeof accents / sizeof *accents; i++)
        if ((at[0] | 0x20) >= 'a' && (at[0] | 0x20) <= 'z' &&
            strncmp(at + 1, accents[i], strlen(accents[i])) == 0) {
            *c = (uint32_t)at[0];
            return 1 + strlen(accents[i]);
        }
    return 0;
}

static size_t named_reference(const char *at, uint32_t *c)
{
    static const struct {
        const char *name;
        uint32_t c;
    } named[] = { /* signs */
                  { "euro", EURO },
                  { "pound", 0xA3 },
                  { "yen", 0xA5 },
                  { "cent", 0xA2 },
                  { "curren", 0xA4 },
                  { "dollar", '$' },
                  { "fnof", 0x192 },
                  /* what is drawn like one */
                  { "isin", 0x2208 },
                  { "epsilon", 0x3B5 },
                  { "epsiv", 0x3F5 },
                  { "jukcy", 0x454 },
                  /* spaces, and what nobody sees */
                  { "nbsp", ' ' },
                  { "ensp", ' ' },
                  { "emsp", ' ' },
                  { "thinsp", ' ' },
                  { "hairsp", ' ' },
                  { "numsp", ' ' },
                  { "puncsp", ' ' },
                  { "tab", ' ' },
                  { "newline", ' ' },
                  { "shy", 0xAD },
                  { "zwnj", 0x200C },
                  { "zwj", 0x200D },
                  { "lrm", 0x200E },
                  { "rlm", 0x200F },
                  { "zerowidthspace", 0x200B },
                  { "nobreak", 0x2060 },
                  { "wj", 0x2060 },
                  /* marks */
                  { "amp", '&' },
                  { "lt", '<' },
                  { "gt", '>' },
                  { "quot", '"' },
                  { "apos", '\'' },
                  { "comma", ',' },
                  { "period", '.' },
                  { "percnt", '%' },
                  { "bsol", '\\' },
                  { "equals", '=' },
                  { "hyphen", 0x2010 },
                  { "dash", 0x2010 },
                  { "ndash", 0x2013 },
                  { "mdash", 0x2014 },
                  { "minus", 0x2212 }
    };
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        const size_t len = strlen(named[i].name);
        if (strncasecmp(at, named[i].name, len) == 0 && (at[len] == ';' || named[i].c >= 0xA2)) {
            *c = named[i].c;
            return len + (at[len] == ';');
        }
    }
    return accented_letter(at, c);
}

/* However many zeros stand before the number. */
static size_t reference(const char *at, uint32_t *c)
{
    size_t n;
    if (at[0] != '&')
        return 0;
    if (at[1] != '#') {
        n = named_reference(at + 1, c);
        return n ? n + 1 : 0;
    }
    size_t before = (at[2] | 0x20) == 'x' ? 3 : 2;
    const int base = before == 3 ? 16 : 10;
    before += strspn(at + before, "0");
    n = number_at(at + before, base, LONGEST_REFERENCE, c);
    return n ? before + n + (at[before + n] == ';') : 0;
}

/* \ud83d\udcb6: a character in two halves. */
static size_t two_halves(const char *at, uint32_t *c)
{
    uint32_t high, low;
    if (digits_at(at + 2, 16, 4, &high) < 4 || high < 0xD800 || high >= 0xDC00 || at[6] != '\\' ||
        (at[7] | 0x20) != 'u' || digits_at(at + 8, 16, 4, &low) < 4 || low < 0xDC00 ||
        low >= 0xE000)
        return 0;
    *c = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    return 12;
}

static size_t backslash(const char *at, uint32_t *c)
{
    size_t n;
    if (at[0] != '\\')
        return 0;
    if (at[1] == 'n' || at[1] == 'r' || at[1] == 't') {
        *c = at[1] == 't' ? '\t' : '\n';
        return 2;
    }
    if (at[1] == 'u' && at[2] == '{') {
        n = number_at(at + 3, 16, 6, c);
        return n && at[3 + n] == '}' ? n + 4 : 0;
    }
    if (at[1] == 'U' && strncmp(at + 2, "000", 3) == 0)
        return number_at(at + 2, 16, 8, c) == 8 ? 10 : 0;
    if ((at[1] | 0x20) == 'u') {
        n = two_halves(at, c);
        return n ? n : number_at(at + 2, 16, 4, c) == 4 ? 6 : 0;
    }
    if (at[1] == 'x')
        return number_at(at + 2, 16, 2, c) == 2 ? 4 : 0;
    n = number_at(at + 1, 16, 6, c); /* CSS: a blank behind it belongs to it */
    return n > 1 ? 1 + n + (at[1 + n] == ' ') : 0;
}

/* %u20AC, as scripts once escaped. */
static size_t percent_u(const char *at, uint32_t *c)
{
    if (at[0] != '%' || (at[1] | 0x20) != 'u')
        return 0;
    return number_at(at + 2, 16, 4, c) == 4 ? 6 : 0;
}

/* --- bytes */

/* The bytes of a run of %E2%82%AC or =E2=82=AC. */
static void byte_run(const char *at, char *bytes, size_t room, size_t *len)
{
    size_t n = 0;
    *len = 0;
    bytes[0] = '\0';
    if (*at != '%' && *at != '=')
        return;
    while (at[n] == *at && digit_of(at[n + 1]) >= 0 && digit_of(at[n + 2]) >= 0 && *len < room) {
        bytes[(*len)++] = (char)(digit_of(at[n + 1]) << 4 | digit_of(at[n + 2]));
        n += 3;
    }
}

/* One byte by itself: a euro sign, or after % a character of ASCII; "n=24" and "n=80" are no bytes. */
static bool stands_alone(char before, char sign, unsigned char byte)
{
    if (sign == '=' && (before | 0x20) >= 'a' && (before | 0x20) <= 'z')
        return false;
    return byte == 0x80 || byte == 0xA4 ||
           (sign == '%' && ((byte >= ' ' && byte < 0x7F) || byte == '\t' || byte == '\n'));
}

/* Those that are a text together, or one alone. */
static size_t escaped_bytes(const char *at, char before, char **to)
{
    enum { ROOM = 64 };
    char bytes[ROOM];
    size_t len;
    byte_run(at, bytes, ROOM, &len);
    const size_t whole = wrd_utf8_valid(bytes, len);
    const unsigned char byte = (unsigned char)bytes[0];
    if (len > 0 && whole < 2 && stands_alone(before, *at, byte)) {
        *to = wrd_money_put(*to, byte < 0x80 ? byte : EURO);
        return 3;
    }
    if (whole < 2 || memchr(bytes, '\0', whole))
        return 0;
    *to = mempcpy(*to, bytes, whole);
    return 3 * whole;
}

/* The break that quoted-printable puts into a long line. */
static size_t soft_break(const char *at)
{
    return at[0] != '=' ? 0 : at[1] == '\n' ? 2 : at[1] == '\r' && at[2] == '\n' ? 3 : 0;
}

/* --- UTF-8 that was read in another encoding */

/* The byte that Windows-1252 reads as this character; -1: none. */
static int byte_of(uint32_t c)
{
    static const uint16_t upper[32] = { 0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020,
                                        0x2021, 0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0,
                                        0x17D,  0,      0,      0x2018, 0x2019, 0x201C, 0x201D,
                                        0x2022, 0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A,
                                        0x153,  0,      0x17E,  0x178 };
    if (c >= 0x80 && c <= 0xFF)
        return (int)c;
    for (int i = 0; i < 32; i++)
        if (c && upper[i] == c)
            return 0x80 + i;
    return -1;
}

/* Two to four characters that were the bytes of one.  A sign of money among them stays, unless they
 * were one. */
static size_t from_1252(const char *at, uint32_t *c)
{
    char bytes[5] = "";
    const char *next = at, *decoded = bytes;
    bool sign = false;
    for (size_t n = 0; n < 4; n++) {
        const uint32_t character = wrd_letter_next(&next);
        const int byte = byte_of(character);
        if (byte < 0 || (n == 0) != (byte >= 0xC2))
            return 0;
        bytes[n] = (char)byte;
        sign = sign || wrd_is_currency_sign(character) || character == 0x192;
        if (n > 0 && wrd_utf8_valid(bytes, n + 1) == n + 1) {
            *c = wrd_letter_next(&decoded);
            return sign && !wrd_is_currency_sign(*c) ? 0 : (size_t)(next - at);
        }
    }
    return 0;
}

static size_t misread(const char *at, uint32_t *c)
{
    static const char *const euros[] = {
        "\u201A\u00C7\u00A8", /* Mac OS Roman */
        "\u0393\u00E9\u00BC", /* code page 437 */
        "\u00D4\u00E9\u00BC", /* code page 850 */
        "\xC2\x80"            /* a reference that a parser took by the letter */
    };
    static const char space[] = "\u00C2 "; /* the first half of a no-break space */
    if (strncmp(at, space, strlen(space)) == 0) {
        *c = ' ';
        return strlen(space);
    }
    *c = EURO;
    for (size_t i = 0; i < sizeof euros / sizeof *euros; i++)
        if (strncmp(at, euros[i], strlen(euros[i])) == 0)
            return strlen(euros[i]);
    return (unsigned char)*at < 0x80 ? 0 : from_1252(at, c);
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

/* --- */

static size_t character_at(const char *text)
{
    const char *next = text;
    wrd_letter_next(&next);
    return (size_t)(next - text);
}

static size_t escape_at(const char *at, uint32_t *c)
{
    size_t n = reference(at, c);
    n = n ? n : backslash(at, c);
    n = n ? n : percent_u(at, c);
    n = n ? n : misread(at, c);
    return n ? n : lone_byte(at, c);
}

char *wrd_money_unescaped(struct wrd_arena *arena, const char *text)
{
    char *bare = wrd_arena_take_array(arena, strlen(text) + 1, GROWTH), *to = bare;
    for (char before = '\0'; *text; before = text[-1]) {
        uint32_t c;
        size_t n = escape_at(text, &c);
        if (n)
            to = wrd_money_put(to, c);
        else if ((n = soft_break(text)) == 0 && (n = escaped_bytes(text, before, &to)) == 0)
            to = mempcpy(to, text, n = character_at(text));
        text += n;
    }
    return bare;
}
