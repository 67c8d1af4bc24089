/* Any bytes as a file of answers: it is refused with a message, or read to its end as UTF-8 without
 * a NUL, in lines that have one end each and records whose lines rise.  The first byte of the input
 * says what study.yml asks for. */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/csv.h"
#include "core/text.h"
#include "read/encoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void demand(bool holds)
{
    if (!holds)
        abort();
}

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

/* Lines, each with one end: at most three CRs and an LF, or one of the two. */
static size_t read_lines(struct wrd_text_file *file)
{
    struct wrd_lines lines = wrd_text_lines(file);
    const char *line;
    size_t len, n = 0;
    bool ended = true; /* the line before */
    while (lines.next(lines.self, &line, &len)) {
        size_t text = 0;
        demand(len > 0 && ended);
        demand(wrd_utf8_valid(line, len) == len && !memchr(line, '\0', len));
        while (text < len && !is_end(line[text]))
            text++;
        demand(len - text <= 1 || (len - text <= 4 && line[len - 1] == '\n'));
        ended = text < len;
        n++;
    }
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

/* A file in memory: only its name is written to /proc. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const char delimiters[] = { '\0', ';', ',', '\t' };
    char path[40];
    if (len == 0)
        return -1;
    enum wrd_encoding wanted = bytes[0] % (WRD_ENCODING_UTF16 + 1);
    int memory = memfd_create("answers", MFD_CLOEXEC);
    demand(memory >= 0 && write(memory, bytes + 1, len - 1) == (ssize_t)(len - 1));
    snprintf(path, sizeof path, "/proc/self/fd/%d", memory);
    struct wrd_text_file *file = open_text(path, wanted);
    if (file) {
        size_t n = read_lines(file);
        struct wrd_diag *diag = wrd_diag_new();
        demand(wrd_text_finish(file, diag));
        wrd_diag_free(diag);
        wrd_text_close(file);
        file = open_text(path, wanted);
        read_records(file, n, delimiters[bytes[0] / 4 % sizeof delimiters]);
        wrd_text_close(file);
    }
    close(memory);
    return 0;
}
