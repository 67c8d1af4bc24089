/* read/bytes.h - the bytes of a text file, from its start as often as wanted; UTF-16 as UTF-8.
 *
 * What stands here is what iconv can do and nothing else can: behind this door a file of UTF-16 is
 * a file of UTF-8.  All other encodings give their bytes as they are.
 *
 * Errors   The bytes end early: `failed` for an error of the machine, `malformed` for UTF-16 that
 *          is none (half a pair, half a unit at the end).
 * Memory   Owns its buffer and the stream; wrd_bytes_close gives them back. */
#ifndef READ_BYTES_H
#define READ_BYTES_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum wrd_mark { WRD_MARK_NONE, WRD_MARK_UTF8, WRD_MARK_UTF16_LE, WRD_MARK_UTF16_BE };

enum { WRD_BYTES_ROOM = 4 }; /* the longest character of UTF-8 */

struct wrd_bytes {
    FILE *stream;
    enum wrd_mark mark;
    size_t mark_size; /* a file may have its mark twice */
    uint64_t done;    /* bytes of the file read, its mark too */
    bool at_end, failed, malformed;
    iconv_t convert; /* from UTF-16 */
    char *raw;       /* UTF-16 that is not converted yet */
    size_t raw_len;
};

/* Takes the stream and reads its mark; the first byte is the one behind it. */
void wrd_bytes_open(struct wrd_bytes *bytes, FILE *stream);
void wrd_bytes_close(struct wrd_bytes *bytes);
/* Back to the byte behind the mark. */
void wrd_bytes_rewind(struct wrd_bytes *bytes);
/* Up to `room` bytes, which is at least WRD_BYTES_ROOM; none only with `at_end`, which may be set
 * with the last ones. */
size_t wrd_bytes_read(struct wrd_bytes *bytes, char *to, size_t room);

static inline bool wrd_bytes_are_utf16(const struct wrd_bytes *bytes)
{
    return bytes->mark == WRD_MARK_UTF16_LE || bytes->mark == WRD_MARK_UTF16_BE;
}

#endif
