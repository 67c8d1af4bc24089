/* read/bytes.c - see read/bytes.h. */
#include "read/bytes.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "core/limits.h"
#include "waardering/arena.h"

enum { RAW = WRD_LIMIT(1 << 16, 64), LOOKED_AT = 12 };

static const struct {
    enum wrd_mark mark;
    const char *bytes;
    size_t len;
    const char *charset;
} marks[] = {
    { WRD_MARK_UTF8, "\xEF\xBB\xBF", 3, NULL },
    { WRD_MARK_UTF16_LE, "\xFF\xFE", 2, "UTF-16LE" },
    { WRD_MARK_UTF16_BE, "\xFE\xFF", 2, "UTF-16BE" },
};

static size_t take_mark(struct wrd_bytes *bytes, const char *head, size_t len)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t size = 0, n = marks[i].len;
        while (size + n <= len && memcmp(head + size, marks[i].bytes, n) == 0)
            size += n;
        if (size == 0)
            continue;
        bytes->mark = marks[i].mark;
        if (marks[i].charset)
            bytes->convert = iconv_open("UTF-8", marks[i].charset);
        return size;
    }
    return 0;
}

void wrd_bytes_open(struct wrd_bytes *bytes, FILE *stream)
{
    char head[LOOKED_AT];
    setvbuf(stream, NULL, _IONBF, 0); /* the blocks are large, and no copy stays behind in stdio */
    *bytes = (struct wrd_bytes){ .stream = stream, .convert = (iconv_t)-1 };
    size_t len = fread(head, 1, sizeof head, stream);
    bytes->mark_size = take_mark(bytes, head, len);
    if (wrd_bytes_are_utf16(bytes))
        bytes->raw = wrd_alloc(RAW, 1);
    if (ferror(stream))
        bytes->failed = bytes->at_end = true;
    else
        wrd_bytes_rewind(bytes);
}

void wrd_bytes_close(struct wrd_bytes *bytes)
{
    fclose(bytes->stream);
    if (bytes->convert != (iconv_t)-1)
        iconv_close(bytes->convert);
    wrd_wipe_free(bytes->raw, RAW);
}

void wrd_bytes_rewind(struct wrd_bytes *bytes)
{
    clearerr(bytes->stream);
    bytes->failed = fseeko(bytes->stream, (off_t)bytes->mark_size, SEEK_SET) != 0;
    bytes->at_end = bytes->failed;
    bytes->malformed = false;
    bytes->done = bytes->mark_size;
    bytes->raw_len = 0;
    if (bytes->convert != (iconv_t)-1)
        iconv(bytes->convert, NULL, NULL, NULL, NULL);
}

static size_t read_stream(struct wrd_bytes *bytes, char *to, size_t room)
{
    size_t got = fread(to, 1, room, bytes->stream);
    bytes->at_end = got < room;
    bytes->failed = ferror(bytes->stream) != 0;
    bytes->done += got;
    return got;
}

/* One call of iconv.  EINVAL is a character that goes on in the next block, so at the end of the
 * file it is half a character. */
static size_t convert(struct wrd_bytes *bytes, char *to, size_t room)
{
    char *from = bytes->raw, *end = to;
    size_t left = bytes->raw_len;
    bool whole = iconv(bytes->convert, &from, &left, &end, &room) != (size_t)-1;
    bytes->malformed = !whole && (errno == EILSEQ || (errno == EINVAL && bytes->at_end));
    memmove(bytes->raw, from, left);
    bytes->raw_len = left;
    return (size_t)(end - to);
}

size_t wrd_bytes_read(struct wrd_bytes *bytes, char *to, size_t room)
{
    if (!wrd_bytes_are_utf16(bytes))
        return read_stream(bytes, to, room);
    size_t got = 0;
    bool more = true; /* of the stream */
    while (got == 0 && !bytes->malformed && (more || bytes->raw_len)) {
        bytes->raw_len += read_stream(bytes, bytes->raw + bytes->raw_len, RAW - bytes->raw_len);
        more = !bytes->at_end;
        got = convert(bytes, to, room);
    }
    /* What did not fit in `to` is still to come. */
    bytes->at_end = bytes->malformed || (!more && bytes->raw_len == 0);
    return got;
}
