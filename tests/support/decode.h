/* tests/support/decode.h - a text file decoded by hand, beside read/encoding.c: what FORMATS.md says of
 * encodings, byte by byte and all in memory.
 *
 * Source   The Unicode Standard 15.0, 3.9 (UTF-8 and UTF-16); best fit of Windows-1252 by Microsoft,
 *          five bytes of which are no character. */
#ifndef SUPPORT_DECODE_H
#define SUPPORT_DECODE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "waardering/study.h"

struct decoded {
    const char *encoding; /* NULL: the file is refused */
    char *text;           /* UTF-8 without the mark; the caller frees it */
    size_t len;
};

static inline size_t put_character(char *to, uint32_t c)
{
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (char)(0xC0 | c >> 6);
        to[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        to[0] = (char)(0xE0 | c >> 12);
        to[1] = (char)(0x80 | (c >> 6 & 0x3F));
        to[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    to[0] = (char)(0xF0 | c >> 18);
    to[1] = (char)(0x80 | (c >> 12 & 0x3F));
    to[2] = (char)(0x80 | (c >> 6 & 0x3F));
    to[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

static inline bool is_utf8(const uint8_t *bytes, size_t len)
{
    for (size_t i = 0; i < len;) {
        uint8_t lead = bytes[i++];
        size_t more = lead < 0x80 ? 0 : lead < 0xC2 ? 9 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        if (more == 9 || lead > 0xF4 || more > len - i)
            return false;
        for (size_t k = 0; k < more; k++) {
            uint8_t low = 0x80, high = 0xBF; /* of the second byte: no long form, no surrogate */
            if (k == 0) {
                low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
                high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            }
            if (bytes[i + k] < low || bytes[i + k] > high)
                return false;
        }
        i += more;
    }
    return true;
}

static inline bool decode_utf16(const uint8_t *bytes, size_t len, bool little, struct decoded *to)
{
    for (size_t i = 0; i + 1 < len; i += 2) {
        uint32_t unit = little ? bytes[i] | bytes[i + 1] << 8 : bytes[i] << 8 | bytes[i + 1];
        if (unit >= 0xDC00 && unit < 0xE000)
            return false;
        if (unit >= 0xD800 && unit < 0xDC00) {
            if (i + 3 >= len)
                return false;
            i += 2;
            uint32_t low = little ? bytes[i] | bytes[i + 1] << 8 : bytes[i] << 8 | bytes[i + 1];
            if (low < 0xDC00 || low >= 0xE000)
                return false;
            unit = 0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00);
        }
        to->len += put_character(to->text + to->len, unit);
    }
    return len % 2 == 0;
}

static inline bool decode_cp1252(const uint8_t *bytes, size_t len, struct decoded *to)
{
    static const uint16_t upper[32] = { 0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
                                        0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
                                        0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D,
                                        0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
                                        0x0153, 0,      0x017E, 0x0178 };
    for (size_t i = 0; i < len; i++) {
        uint32_t c = bytes[i] >= 0x80 && bytes[i] < 0xA0 ? upper[bytes[i] - 0x80] : bytes[i];
        if (c == 0 && bytes[i] != 0)
            return false;
        to->len += put_character(to->text + to->len, c);
    }
    return true;
}

/* Bytes of a mark at the start, as often as it stands there within `within` bytes. */
static inline size_t mark_length(const uint8_t *bytes, size_t len, const char *mark, size_t within)
{
    size_t n = strlen(mark), at = 0;
    while (at + n <= len && at + n <= within && memcmp(bytes + at, mark, n) == 0)
        at += n;
    return at;
}

/* Empty, or white space alone. */
static inline bool says_nothing(const struct decoded *decoded)
{
    for (size_t i = 0; i < decoded->len; i++)
        if (!memchr(" \t\r\n", decoded->text[i], 4))
            return false;
    return true;
}

static inline struct decoded decode(const uint8_t *bytes, size_t len, enum wrd_encoding wanted)
{
    enum { MARKS_WITHIN = 12 };
    struct decoded to = { NULL, malloc(3 * len + 4), 0 };
    size_t utf8 = mark_length(bytes, len, "\xEF\xBB\xBF", MARKS_WITHIN);
    size_t little = mark_length(bytes, len, "\xFF\xFE", MARKS_WITHIN);
    size_t big = mark_length(bytes, len, "\xFE\xFF", MARKS_WITHIN);
    bool utf16 = little || big, right = true;
    if (utf16 != (wanted == WRD_ENCODING_UTF16) && wanted != WRD_ENCODING_AUTO)
        return to;
    const uint8_t *from = bytes + utf8 + little + big;
    size_t n = len - utf8 - little - big;
    bool cp1252 =
        !utf16 && !utf8 &&
        (wanted == WRD_ENCODING_CP1252 || (wanted == WRD_ENCODING_AUTO && !is_utf8(from, n)));
    if (utf16) {
        right = decode_utf16(from, n, little > 0, &to);
    } else if (cp1252) {
        right = decode_cp1252(from, n, &to);
    } else {
        right = is_utf8(from, n);
        memcpy(to.text, from, n);
        to.len = n;
    }
    if (right && !memchr(to.text, '\0', to.len) && !says_nothing(&to))
        to.encoding = utf16 ? "utf-16" : cp1252 ? "windows-1252" : "utf-8";
    return to;
}

#endif
