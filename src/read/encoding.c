/* read/encoding.c - a text file as UTF-8 lines; see read/encoding.h. */
#include "read/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/file.h"
#include "core/text.h"

enum {
    BLOCK = 1 << 18,
    HEAD = 1 << 16,
    LINE_MAX_BYTES = (16 << 20) + 1, /* one above the limit of core/csv.h */
    WIDEST = 3                       /* bytes of UTF-8 for one of Windows-1252 */
};
static const uint64_t nowhere = UINT64_MAX;

struct wrd_text_file {
    FILE *stream;
    const char *name;
    uint64_t size, done;
    size_t mark; /* bytes of the byte order mark */
    bool cp1252, has_cr;
    char *head;
    size_t head_len;
    /* the block being cut into lines: bytes [start, end) are still to come */
    char *block;
    size_t room, start, end;
    bool at_end, failed;
    iconv_t convert;
    char *converted;
    size_t converted_room;
};

/* Offsets of the first byte that speaks against an encoding; `nowhere` if there is none. */
struct survey {
    uint64_t nul, not_utf8, not_cp1252;
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

/* The first pass. */
static struct survey survey_file(struct wrd_text_file *file)
{
    struct survey survey = { nowhere, nowhere, nowhere };
    uint64_t offset = 0;
    size_t kept = 0;
    bool last = false;
    while (!last && survey.nul == nowhere) {
        size_t got = fread(file->block + kept, 1, file->room - kept, file->stream);
        size_t len = kept + got;
        last = got < file->room - kept;
        const char *nul = memchr(file->block, '\0', len);
        if (nul)
            survey.nul = offset + (uint64_t)(nul - file->block);
        if (!file->has_cr)
            file->has_cr = memchr(file->block, '\r', len) != NULL;
        size_t seen = survey_bytes(&survey, file->block, len, offset, last);
        kept = len - seen;
        memmove(file->block, file->block + seen, kept);
        offset += seen;
    }
    file->failed = ferror(file->stream) != 0;
    return survey;
}

/* Line of the byte at `offset`, by the rule of wrd_text_lines. */
static uint32_t line_of(struct wrd_text_file *file, uint64_t offset)
{
    uint32_t line = 1;
    int before = 0;
    rewind(file->stream);
    for (uint64_t i = 0; i < offset; i++) {
        int byte = getc(file->stream);
        if (byte == EOF)
            break;
        if (byte == '\r' || (byte == '\n' && before != '\r'))
            line++;
        before = byte;
    }
    return line;
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

/* The first block decides about byte order marks; the file stands behind the mark afterwards. */
static bool take_mark(struct wrd_text_file *file, struct wrd_diag *diag)
{
    file->head_len = fread(file->head, 1, HEAD, file->stream);
    if (ferror(file->stream))
        return say_unreadable(file, diag);
    const unsigned char *h = (const unsigned char *)file->head;
    size_t n = file->head_len;
    if (n >= 2 && ((h[0] == 0xFF && h[1] == 0xFE) || (h[0] == 0xFE && h[1] == 0xFF))) {
        wrd_say(diag, WRD_E0203, in_file(file, 1), file->name);
        return false;
    }
    if (n >= 3 && memcmp(h, "\xEF\xBB\xBF", 3) == 0) {
        file->mark = 3;
        file->head_len -= 3;
        memmove(file->head, file->head + 3, file->head_len);
    }
    rewind(file->stream);
    return true;
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

static int byte_at(struct wrd_text_file *file, uint64_t offset)
{
    if (fseeko(file->stream, (off_t)offset, SEEK_SET) != 0)
        return 0;
    return getc(file->stream);
}

static bool judge(struct wrd_text_file *file, const struct survey *survey, enum wrd_encoding wanted,
                  struct wrd_diag *diag)
{
    char room[5];
    if (survey->nul != nowhere) {
        wrd_say(diag, WRD_E0204, in_file(file, line_of(file, survey->nul)), file->name);
        return false;
    }
    if (survey->not_utf8 != nowhere && (file->mark || wanted == WRD_ENCODING_UTF8)) {
        uint64_t at = survey->not_utf8;
        unsigned char byte = (unsigned char)byte_at(file, at);
        wrd_say(diag, WRD_E0206, in_file(file, line_of(file, at)), byte_text(room, byte));
        return false;
    }
    file->cp1252 = !file->mark && (survey->not_utf8 != nowhere || wanted == WRD_ENCODING_CP1252);
    if (file->cp1252 && survey->not_cp1252 != nowhere) {
        uint64_t at = survey->not_cp1252;
        unsigned char byte = (unsigned char)byte_at(file, at);
        wrd_say(diag, WRD_E0205, in_file(file, line_of(file, at)), byte_text(room, byte));
        return false;
    }
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

static bool examine(struct wrd_text_file *file, enum wrd_encoding wanted, struct wrd_diag *diag)
{
    if (!take_mark(file, diag))
        return false;
    if (is_blank(file)) {
        wrd_say(diag, WRD_E0207, in_file(file, 0), file->name);
        return false;
    }
    struct survey survey = survey_file(file);
    if (file->failed)
        return say_unreadable(file, diag);
    if (!judge(file, &survey, wanted, diag))
        return false;
    clearerr(file->stream);
    return fseeko(file->stream, (off_t)file->mark, SEEK_SET) == 0 || say_unreadable(file, diag);
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
    file->stream = stream;
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
    return file->done;
}

bool wrd_text_finish(const struct wrd_text_file *file, struct wrd_diag *diag)
{
    return !file->failed || say_unreadable(file, diag);
}

void wrd_text_close(struct wrd_text_file *file)
{
    if (!file)
        return;
    fclose(file->stream);
    if (file->convert != (iconv_t)-1)
        iconv_close(file->convert);
    free(file->head);
    free(file->block);
    free(file->converted);
    free(file);
}

/* Length of the line at the front of the block with its end, 0 if the end is not in the block.  A
 * CR as last byte of the block may be half of a CRLF. */
static size_t line_length(const struct wrd_text_file *file)
{
    const char *from = file->block + file->start;
    size_t len = file->end - file->start;
    const char *lf = memchr(from, '\n', len);
    size_t to_lf = lf ? (size_t)(lf - from) : len;
    const char *cr = file->has_cr ? memchr(from, '\r', to_lf) : NULL;
    if (!cr)
        return lf ? to_lf + 1 : 0;
    size_t to_cr = (size_t)(cr - from);
    if (to_cr + 1 == to_lf && lf)
        return to_lf + 1;
    return to_cr + 1 < len || file->at_end ? to_cr + 1 : 0;
}

static void fill_block(struct wrd_text_file *file)
{
    size_t kept = file->end - file->start;
    memmove(file->block, file->block + file->start, kept);
    file->start = 0;
    file->end = kept;
    if (kept == file->room) {
        file->room *= 2;
        file->block = wrd_realloc(file->block, file->room, 1);
    }
    size_t got = fread(file->block + kept, 1, file->room - kept, file->stream);
    file->at_end = got < file->room - kept;
    file->failed = ferror(file->stream) != 0;
    file->end += got;
    file->done += got;
}

/* The line at the front of the block is too long: drops the bytes above the limit up to the end of
 * the line, so that a file without line ends is never kept whole.  The last byte stays: it may be
 * the CR of a CRLF.  Returns the length of what is left of the line. */
static size_t cut_line(struct wrd_text_file *file)
{
    size_t length;
    while ((length = line_length(file)) == 0 && !file->at_end) {
        file->block[file->start + LINE_MAX_BYTES] = file->block[file->end - 1];
        file->end = file->start + LINE_MAX_BYTES + 1;
        fill_block(file);
    }
    file->block[file->start + LINE_MAX_BYTES - 1] = '\n';
    return length ? length : file->end - file->start;
}

static bool convert_line(struct wrd_text_file *file, const char **line, size_t *len)
{
    if (*len * WIDEST > file->converted_room) {
        file->converted_room = *len * WIDEST * 2;
        file->converted = wrd_realloc(file->converted, file->converted_room, 1);
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
    while ((whole = line_length(file)) == 0 && !file->at_end &&
           file->end - file->start <= LINE_MAX_BYTES)
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
