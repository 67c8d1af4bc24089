/* Any bytes as a file of answers: it is refused with a message, or read to its end as UTF-8 without
 * a NUL, in lines that have one end each and records whose lines rise; and the lines are what the
 * file says when it is decoded by hand.  The first byte of the input says what study.yml asks for. */
#include "core/csv.h"
#include "core/limits.h"
#include "read/encoding.h"
#include "support/decode.h"
#include "support/fuzz.h"

/* A line that long is cut, wherever that is, for core/csv.h to refuse. */
enum { CUT = WRD_LIMIT(16 << 20, 2048) + 1 };

static struct wrd_text_file *open_text(const char *path, enum wrd_encoding wanted)
{
    struct wrd_diag *diag = wrd_diag_new();
    struct wrd_text_file *file =
        wrd_text_open(path, "a.csv", (struct wrd_place){ 0 }, wanted, diag);
    demand((file == NULL) == (wrd_diag_errors(diag) > 0));
    wrd_diag_free(diag);
    return file;
}

static bool is_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Behind the line that begins at `at`. */
static size_t skip_line(const struct decoded *text, size_t at)
{
    size_t crs = 0;
    while (at < text->len && !is_end(text->text[at]))
        at++;
    while (crs < 3 && at + crs < text->len && text->text[at + crs] == '\r')
        crs++;
    if (at + crs < text->len && text->text[at + crs] == '\n')
        return at + crs + 1;
    return at < text->len ? at + 1 : at;
}

/* Lines, each with one end: at most three CRs and an LF, or one of the two. */
static size_t read_lines(struct wrd_text_file *file, const struct decoded *wanted)
{
    struct wrd_lines lines = wrd_text_lines(file);
    const char *line;
    size_t len, n = 0, at = 0;
    while (lines.next(lines.self, &line, &len)) {
        size_t next = skip_line(wanted, at);
        demand(len > 0 && next > at);
        demand(len >= CUT || (len == next - at && memcmp(line, wanted->text + at, len) == 0));
        demand(len < CUT || next - at >= CUT);
        at = next;
        n++;
    }
    demand(at == wanted->len);
    return n;
}

static void read_records(struct wrd_text_file *file, size_t n_lines, char wanted)
{
    size_t len, before = 0;
    const char *head = wrd_text_head(file, &len);
    struct wrd_csv *csv =
        wrd_csv_open(wrd_text_lines(file), wanted ? wanted : wrd_csv_detect(head, len));
    struct wrd_record record;
    enum wrd_record_state state;
    while ((state = wrd_csv_next(csv, &record)) != WRD_RECORD_END) {
        demand(record.line > before && record.line <= n_lines && state != WRD_RECORD_NUL);
        before = record.line;
        for (size_t i = 0; state == WRD_RECORD && i < record.n; i++)
            demand(strlen(record.fields[i].text) == record.fields[i].len);
    }
    wrd_csv_close(csv);
}

static void demand_read(const char *path, enum wrd_encoding wanted, const struct decoded *text,
                        char delimiter)
{
    struct wrd_text_file *file = open_text(path, wanted);
    demand(!file == !text->encoding);
    if (!file)
        return;
    demand(strcmp(wrd_text_encoding(file), text->encoding) == 0);
    size_t n = read_lines(file, text);
    struct wrd_diag *diag = wrd_diag_new();
    demand(wrd_text_finish(file, diag));
    wrd_diag_free(diag);
    wrd_text_close(file);
    file = open_text(path, wanted);
    read_records(file, n, delimiter);
    wrd_text_close(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const char delimiters[] = { '\0', ';', ',', '\t' };
    if (len == 0)
        return -1;
    enum wrd_encoding wanted = bytes[0] % (WRD_ENCODING_UTF16 + 1);
    struct decoded text = decode(bytes + 1, len - 1, wanted);
    demand_read(memory_file(bytes + 1, len - 1), wanted, &text,
                delimiters[bytes[0] / 4 % sizeof delimiters]);
    free(text.text);
    return 0;
}
