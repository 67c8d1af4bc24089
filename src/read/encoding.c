/* read/encoding.c - a text file as UTF-8 lines; see read/encoding.h. */
#include "read/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/file.h"
#include "core/hash.h"
#include "core/limits.h"
#include "core/text.h"
#include "read/bytes.h"

enum {
    BLOCK = WRD_LIMIT(1 << 18, 64),
    HEAD = WRD_LIMIT(1 << 16, 1 << 10),
    LINE_MAX_BYTES = WRD_LIMIT(16 << 20, 2048) + 1, /* one above the limit of core/csv.h */
    WIDEST = 3,                                     /* bytes of UTF-8 for one of Windows-1252 */
    CR_RUN = 3, /* CRs before an LF that are part of one line end */
    WINDOW = WRD_LIMIT(1 << 10, 16)
};
static const uint64_t nowhere = UINT64_MAX;

struct wrd_text_file {
    struct wrd_bytes bytes;
    const char *name;
    uint64_t size;
    bool cp1252, has_cr;
    char *head;
    size_t head_len;
    /* the block being cut into lines: bytes [start, end) are still to come */
    char *block;
    size_t room, start, end;
    bool failed; /* to convert */
    iconv_t convert;
    char *converted;
    size_t converted_room;
};

/* Offsets of the first byte that speaks against an encoding; `nowhere` if there is none. */
struct survey {
    uint64_t nul, not_utf8, not_cp1252, not_utf16;
};

static bool is_ascii_word(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return (word & UINT64_C(0x8080808080808080)) == 0;
}

static bool is_in_cp1252(unsigned char byte)
{
    return byte != 0x81 && byte != 0x8D && byte != 0x8F && byte != 0x90 && byte != 0x9D;
}

static size_t sequence_length(unsigned char lead)
{
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

/* Looks at the bytes of one block; returns how many, which leaves a sequence that is cut off by the
 * end of the block for the next one. */
static size_t survey_bytes(struct survey *survey, const char *bytes, size_t len, uint64_t offset,
                           bool last)
{
    size_t i = 0;
    while (i < len) {
        if (i + sizeof(uint64_t) <= len && is_ascii_word(bytes + i)) {
            i += sizeof(uint64_t);
            continue;
        }
        unsigned char byte = (unsigned char)bytes[i];
        if (byte < 0x80) {
            i++;
            continue;
        }
        if (survey->not_cp1252 == nowhere && !is_in_cp1252(byte))
            survey->not_cp1252 = offset + i;
        if (survey->not_utf8 != nowhere) {
            i++;
            continue;
        }
        size_t n = sequence_length(byte);
        if (i + n > len && !last)
            break;
        if (i + n > len || wrd_utf8_valid(bytes + i, n) != n) {
            survey->not_utf8 = offset + i++;
            continue;
        }
        for (size_t k = 1; k < n; k++)
            if (survey->not_cp1252 == nowhere && !is_in_cp1252((unsigned char)bytes[i + k]))
                survey->not_cp1252 = offset + i + k;
        i += n;
    }
    return i;
}

/* The first pass.  Where UTF-16 cannot be converted its bytes end, and so does the survey. */
static struct survey survey_file(struct wrd_text_file *file)
{
    struct wrd_bytes *bytes = &file->bytes;
    struct survey survey = { nowhere, nowhere, nowhere, nowhere };
    uint64_t offset = 0;
    size_t kept = 0;
    while (!bytes->at_end && survey.nul == nowhere) {
        size_t len = kept + wrd_bytes_read(bytes, file->block + kept, file->room - kept);
        const char *nul = memchr(file->block, '\0', len);
        if (nul)
            survey.nul = offset + (uint64_t)(nul - file->block);
        if (!file->has_cr)
            file->has_cr = memchr(file->block, '\r', len) != NULL;
        size_t seen = survey_bytes(&survey, file->block, len, offset, bytes->at_end);
        kept = len - seen;
        memmove(file->block, file->block + seen, kept);
        offset += seen;
    }
    if (bytes->malformed && survey.nul == nowhere)
        survey.not_utf16 = offset;
    return survey;
}

/* Counts lines by the rule of line_length. */
struct counter {
    uint32_t line;
    unsigned crs; /* right before this byte, at most CR_RUN */
};

static void count_byte(struct counter *counter, char byte)
{
    if (byte == '\r') {
        counter->line++;
        counter->crs += counter->crs < CR_RUN;
        return;
    }
    if (byte == '\n')
        counter->line -= counter->crs; /* one end with them */
    counter->line += byte == '\n';
    counter->crs = 0;
}

/* Where the byte at `offset` stands. */
struct spot {
    uint32_t line;
    unsigned char byte;
};

static struct spot find_spot(struct wrd_text_file *file, uint64_t offset)
{
    struct counter counter = { 1, 0 };
    unsigned char byte = 0;
    wrd_bytes_rewind(&file->bytes);
    for (uint64_t at = 0; at <= offset && !file->bytes.at_end;) {
        size_t len = wrd_bytes_read(&file->bytes, file->block, file->room);
        for (size_t i = 0; i < len && at <= offset; i++, at++) {
            byte = (unsigned char)file->block[i];
            if (at < offset)
                count_byte(&counter, file->block[i]);
        }
    }
    return (struct spot){ counter.line, byte };
}

static struct wrd_place in_file(const struct wrd_text_file *file, uint32_t line)
{
    return (struct wrd_place){ .file = file->name, .line = line };
}

static bool say_unreadable(const struct wrd_text_file *file, struct wrd_diag *diag)
{
    wrd_say(diag, WRD_E0243, in_file(file, 0), file->name);
    return false;
}

static const char *byte_text(char room[5], unsigned char byte)
{
    static const char digits[] = "0123456789ABCDEF";
    room[0] = '0';
    room[1] = 'x';
    room[2] = digits[byte >> 4];
    room[3] = digits[byte & 15];
    room[4] = '\0';
    return room;
}

static bool refuse_byte(struct wrd_text_file *file, enum wrd_message message, uint64_t offset,
                        struct wrd_diag *diag)
{
    char room[5];
    struct spot spot = find_spot(file, offset);
    wrd_say(diag, message, in_file(file, spot.line), byte_text(room, spot.byte));
    return false;
}

static bool refuse_file(struct wrd_text_file *file, enum wrd_message message, uint64_t offset,
                        struct wrd_diag *diag)
{
    wrd_say(diag, message, in_file(file, find_spot(file, offset).line), file->name);
    return false;
}

/* A file may lack the mark of UTF-8; that of UTF-16 is the only thing that tells its two ends apart.
 */
static bool judge_mark(const struct wrd_text_file *file, enum wrd_encoding wanted,
                       struct wrd_diag *diag)
{
    bool utf16 = wrd_bytes_are_utf16(&file->bytes);
    if (wanted == WRD_ENCODING_UTF16 && !utf16) {
        wrd_say(diag, WRD_E0242, in_file(file, 1), file->name);
        return false;
    }
    if (utf16 && (wanted == WRD_ENCODING_UTF8 || wanted == WRD_ENCODING_CP1252)) {
        wrd_say(diag, WRD_E0203, in_file(file, 1), file->name,
                wanted == WRD_ENCODING_UTF8 ? "utf-8" : "windows-1252");
        return false;
    }
    return true;
}

static bool judge(struct wrd_text_file *file, const struct survey *survey, enum wrd_encoding wanted,
                  struct wrd_diag *diag)
{
    bool marked = file->bytes.mark != WRD_MARK_NONE;
    if (survey->nul != nowhere)
        return refuse_file(file, WRD_E0204, survey->nul, diag);
    if (survey->not_utf16 != nowhere)
        return refuse_file(file, WRD_E0241, survey->not_utf16, diag);
    if (survey->not_utf8 != nowhere && (marked || wanted == WRD_ENCODING_UTF8))
        return refuse_byte(file, WRD_E0206, survey->not_utf8, diag);
    file->cp1252 = !marked && (survey->not_utf8 != nowhere || wanted == WRD_ENCODING_CP1252);
    if (file->cp1252 && survey->not_cp1252 != nowhere)
        return refuse_byte(file, WRD_E0205, survey->not_cp1252, diag);
    return true;
}

static bool is_blank(const struct wrd_text_file *file)
{
    if (file->size > HEAD)
        return false;
    for (size_t i = 0; i < file->head_len; i++)
        if (!strchr(" \t\r\n", file->head[i]) || file->head[i] == '\0')
            return false;
    return true;
}

static bool take_head(struct wrd_text_file *file, struct wrd_diag *diag)
{
    while (!file->bytes.at_end && HEAD - file->head_len >= WRD_BYTES_ROOM)
        file->head_len +=
            wrd_bytes_read(&file->bytes, file->head + file->head_len, HEAD - file->head_len);
    return !file->bytes.failed || say_unreadable(file, diag);
}

static bool examine(struct wrd_text_file *file, enum wrd_encoding wanted, struct wrd_diag *diag)
{
    if (!take_head(file, diag) || !judge_mark(file, wanted, diag))
        return false;
    bool is_cut = file->bytes.malformed; /* then what can be read of it may be nothing */
    if (!is_cut && is_blank(file)) {
        wrd_say(diag, WRD_E0207, in_file(file, 0), file->name);
        return false;
    }
    wrd_bytes_rewind(&file->bytes);
    struct survey survey = survey_file(file);
    if (file->bytes.failed)
        return say_unreadable(file, diag);
    if (!judge(file, &survey, wanted, diag))
        return false;
    wrd_bytes_rewind(&file->bytes);
    return !file->bytes.failed || say_unreadable(file, diag);
}

/* A file that is not there is an error of the study, not of the machine. */
static bool is_file(const char *path, const char *name, struct wrd_place named_at,
                    struct wrd_diag *diag, uint64_t *size)
{
    struct stat about;
    if (stat(path, &about) != 0) {
        if (errno != ENOENT && errno != ENOTDIR)
            return true; /* opening it says why */
        wrd_say(diag, WRD_E0201, named_at, name);
        return false;
    }
    if (S_ISDIR(about.st_mode)) {
        wrd_say(diag, WRD_E0202, named_at, name);
        return false;
    }
    *size = (uint64_t)about.st_size;
    return true;
}

struct wrd_text_file *wrd_text_open(const char *path, const char *name, struct wrd_place named_at,
                                    enum wrd_encoding wanted, struct wrd_diag *diag)
{
    uint64_t size = 0;
    if (!is_file(path, name, named_at, diag, &size))
        return NULL;
    FILE *stream = wrd_file_open(path, (struct wrd_place){ .file = name }, diag);
    if (!stream)
        return NULL;
    struct wrd_text_file *file = wrd_alloc(1, sizeof *file);
    wrd_bytes_open(&file->bytes, stream);
    file->name = name;
    file->size = size;
    file->convert = (iconv_t)-1;
    file->room = BLOCK;
    file->block = wrd_alloc(file->room, 1);
    file->head = wrd_alloc(HEAD, 1);
    if (!examine(file, wanted, diag)) {
        wrd_text_close(file);
        return NULL;
    }
    if (file->cp1252)
        file->convert = iconv_open("UTF-8", "WINDOWS-1252");
    return file;
}

const char *wrd_text_encoding(const struct wrd_text_file *file)
{
    if (wrd_bytes_are_utf16(&file->bytes))
        return "utf-16";
    return file->cp1252 ? "windows-1252" : "utf-8";
}

const char *wrd_text_head(const struct wrd_text_file *file, size_t *len)
{
    *len = file->head_len;
    return file->head;
}

uint64_t wrd_text_size(const struct wrd_text_file *file)
{
    return file->size;
}

uint64_t wrd_text_done(const struct wrd_text_file *file)
{
    return file->bytes.done;
}

bool wrd_text_finish(const struct wrd_text_file *file, struct wrd_diag *diag)
{
    return !(file->failed || file->bytes.failed) || say_unreadable(file, diag);
}

void wrd_text_close(struct wrd_text_file *file)
{
    if (!file)
        return;
    wrd_bytes_close(&file->bytes);
    if (file->convert != (iconv_t)-1)
        iconv_close(file->convert);
    wrd_wipe_free(file->head, HEAD);
    wrd_wipe_free(file->block, file->room);
    wrd_wipe_free(file->converted, file->converted_room);
    free(file);
}

/* The first CR or LF.  In windows: two searches up to the end of the block would take for ever in a
 * file that has only one of the two. */
static const char *find_line_end(const char *from, size_t len)
{
    while (len > 0) {
        size_t window = len < WINDOW ? len : WINDOW;
        const char *lf = memchr(from, '\n', window);
        const char *cr = memchr(from, '\r', lf ? (size_t)(lf - from) : window);
        if (cr || lf)
            return cr ? cr : lf;
        from += window;
        len -= window;
    }
    return NULL;
}

/* Length of the line at the front of the block with its end, 0 if the end is not in the block.  CRs
 * right before an LF are one line end with it: every pass of a CRLF file through a text mode of
 * Windows adds one.  A CR as last byte of the block may be the first part of such an end. */
static size_t line_length(const struct wrd_text_file *file)
{
    const char *from = file->block + file->start;
    size_t len = file->end - file->start, run = 1;
    const char *end = file->has_cr ? find_line_end(from, len) : memchr(from, '\n', len);
    if (!end)
        return 0;
    size_t to_end = (size_t)(end - from) + 1;
    if (*end == '\n')
        return to_end;
    while (run < CR_RUN && to_end + run - 1 < len && end[run] == '\r')
        run++;
    if (to_end + run - 1 == len)
        return file->bytes.at_end ? to_end : 0;
    return end[run] == '\n' ? to_end + run : to_end;
}

static void fill_block(struct wrd_text_file *file)
{
    size_t kept = file->end - file->start;
    memmove(file->block, file->block + file->start, kept);
    file->start = 0;
    file->end = kept;
    if (file->room - kept < WRD_BYTES_ROOM) {
        file->block = wrd_wipe_grow(file->block, file->room, 2 * file->room);
        file->room *= 2;
    }
    file->end += wrd_bytes_read(&file->bytes, file->block + kept, file->room - kept);
}

/* The line at the front of the block is too long: drops the bytes above the limit up to the end of
 * the line, so that a file without line ends is never kept whole.  The last bytes stay: they may be
 * the CRs of a CRLF.  Returns the length of what is left of the line. */
static size_t cut_line(struct wrd_text_file *file)
{
    size_t length;
    while ((length = line_length(file)) == 0 && !file->bytes.at_end) {
        char *limit = file->block + file->start + LINE_MAX_BYTES;
        memmove(limit, file->block + file->end - CR_RUN, CR_RUN);
        file->end = file->start + LINE_MAX_BYTES + CR_RUN;
        fill_block(file);
    }
    file->block[file->start + LINE_MAX_BYTES - 1] = '\n';
    return length ? length : file->end - file->start;
}

static bool convert_line(struct wrd_text_file *file, const char **line, size_t *len)
{
    if (*len * WIDEST > file->converted_room) {
        const size_t room = *len * WIDEST * 2;
        file->converted = wrd_wipe_grow(file->converted, file->converted_room, room);
        file->converted_room = room;
    }
    char *from = file->block + (*line - file->block), *to = file->converted;
    size_t from_left = *len, to_left = file->converted_room;
    if (iconv(file->convert, &from, &from_left, &to, &to_left) == (size_t)-1)
        return false; /* the file changed since the first pass */
    *line = file->converted;
    *len = (size_t)(to - file->converted);
    return true;
}

static bool is_ascii(const char *text, size_t len)
{
    size_t i = 0;
    for (; i + sizeof(uint64_t) <= len; i += sizeof(uint64_t))
        if (!is_ascii_word(text + i))
            return false;
    for (; i < len; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

static bool next_line(void *self, const char **line, size_t *len)
{
    struct wrd_text_file *file = self;
    size_t whole;
    while ((whole = line_length(file)) == 0 && !file->bytes.at_end &&
           file->end - file->start <= LINE_MAX_BYTES + CR_RUN)
        fill_block(file);
    if (whole == 0)
        whole = file->end - file->start;
    if (whole == 0)
        return false;
    if (whole > LINE_MAX_BYTES)
        whole = cut_line(file);
    *line = file->block + file->start;
    *len = whole < LINE_MAX_BYTES ? whole : LINE_MAX_BYTES;
    file->start += whole;
    if (!file->cp1252 || is_ascii(*line, *len))
        return true;
    file->failed = !convert_line(file, line, len);
    return !file->failed;
}

struct wrd_lines wrd_text_lines(struct wrd_text_file *file)
{
    return (struct wrd_lines){ next_line, file };
}
