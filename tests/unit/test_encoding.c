/* What a file is written in, and its lines as UTF-8 (read/encoding.h). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "read/encoding.h"
#include "waardering/arena.h"

#define PATH ".build/encoding.csv"
#define CSV_FOLDER "../shared/data/csv/"

static void write_file(const void *bytes, size_t len)
{
    mkdir(".build", 0755);
    FILE *file = fopen(PATH, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* Lines joined by '|', their line ends off; "" when the file was refused. */
static char *lines_of(const char *path, enum wrd_encoding wanted, char encoding[16],
                      struct wrd_diag *diag)
{
    char *all = wrd_alloc(1, 1);
    size_t n = 0, len;
    const char *line;
    struct wrd_text_file *file = wrd_text_open(
        path, "a.csv", (struct wrd_place){ .file = "study.yml", .line = 9 }, wanted, diag);
    encoding[0] = '\0';
    if (!file)
        return all;
    strncpy(encoding, wrd_text_encoding(file), 15);
    struct wrd_lines lines = wrd_text_lines(file);
    while (lines.next(lines.self, &line, &len)) {
        while (len && (line[len - 1] == '\n' || line[len - 1] == '\r'))
            len--;
        all = wrd_realloc(all, n + len + 2, 1);
        memcpy(all + n, line, len);
        n += len;
        memcpy(all + n++, "|", 2);
    }
    assert_true(wrd_text_finish(file, diag));
    assert_true(wrd_text_done(file) <= wrd_text_size(file));
    assert_true(wrd_text_done(file) + 3 >= wrd_text_size(file)); /* but for a byte order mark */
    wrd_text_close(file);
    return all;
}

#define BYTES(s) s, sizeof s - 1

static const struct {
    const char *name, *bytes;
    size_t len;
    const char *encoding, *lines;
} good[] = {
    { "plain ASCII is UTF-8", BYTES("a\nb\n"), "utf-8", "a|b|" },
    { "a byte order mark goes",
      BYTES("\xEF\xBB\xBF"
            "a\nb\n"),
      "utf-8", "a|b|" },
    { "valid UTF-8 to the last byte", BYTES("zo\xC3\xAB\nb"), "utf-8", "zo\xC3\xAB|b|" },
    { "one accent of Windows-1252 in the last line", BYTES("a\nzo\xEB\n"), "windows-1252",
      "a|zo\xC3\xAB|" },
    { "the euro sign and quotes of Windows-1252", BYTES("\x80 \x93\x94\n"), "windows-1252",
      "\xE2\x82\xAC \xE2\x80\x9C\xE2\x80\x9D|" },
    { "a sequence cut off by the end is not UTF-8", BYTES("a\xC3"), "windows-1252", "a\xC3\x83|" },
    { "a surrogate is not UTF-8", BYTES("\xED\xA0\x80"), "windows-1252",
      "\xC3\xAD\xC2\xA0\xE2\x82\xAC|" },
    { "LF, CRLF and CR, mixed", BYTES("a\nb\r\nc\rd"), "utf-8", "a|b|c|d|" },
    { "CR at the very end", BYTES("a\rb\r"), "utf-8", "a|b|" },
    { "a blank line stays a line", BYTES("a\r\n\r\nb\n\n"), "utf-8", "a||b||" },
};

static void test_good(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        char encoding[16];
        struct wrd_diag *diag = wrd_diag_new();
        print_message("  %s\n", good[i].name);
        write_file(good[i].bytes, good[i].len);
        char *lines = lines_of(PATH, WRD_ENCODING_AUTO, encoding, diag);
        assert_string_equal(encoding, good[i].encoding);
        assert_string_equal(lines, good[i].lines);
        free(lines);
        wrd_diag_free(diag);
    }
}

static const struct {
    const char *name, *bytes;
    size_t len;
    enum wrd_encoding wanted;
    const char *said; /* code and place */
} refused[] = {
    { "nothing", BYTES(""), WRD_ENCODING_AUTO, "\"E0207\"" },
    { "only blank lines", BYTES("\r\n \n\n"), WRD_ENCODING_AUTO, "\"E0207\"" },
    { "only a byte order mark", BYTES("\xEF\xBB\xBF"), WRD_ENCODING_AUTO, "\"E0207\"" },
    { "UTF-16, little end first",
      BYTES("\xFF\xFE"
            "a\0\n\0"),
      WRD_ENCODING_AUTO, "\"E0203\"" },
    { "UTF-16, big end first", BYTES("\xFE\xFF\0a\0\n"), WRD_ENCODING_AUTO, "\"E0203\"" },
    { "only NULs", BYTES("\0\0\0\0"), WRD_ENCODING_AUTO, "\"E0204\"" },
    { "a NUL in the third line", BYTES("a\nb\r\nc\0\n"), WRD_ENCODING_AUTO, "\"line\":3" },
    { "a byte that no encoding has", BYTES("a\n\xEB\n\x81\n"), WRD_ENCODING_AUTO, "\"line\":3" },
    { "it is named", BYTES("a\n\xEB\n\x81\n"), WRD_ENCODING_AUTO, "0x81" },
    { "UTF-8 asked for and not given", BYTES("a\rb\r\xEB"), WRD_ENCODING_UTF8, "\"E0206\"" },
    { "its line", BYTES("a\rb\r\xEB"), WRD_ENCODING_UTF8, "\"line\":3" },
    { "a mark of UTF-8 and no UTF-8",
      BYTES("\xEF\xBB\xBF"
            "a\n\xEB\n"),
      WRD_ENCODING_AUTO, "\"E0206\"" },
};

static char *said_of(struct wrd_diag *diag)
{
    char *said;
    size_t len;
    FILE *to = open_memstream(&said, &len);
    wrd_diag_write(diag, to, &(struct wrd_diag_style){ .lang = WRD_EN, .json = true });
    fclose(to);
    return said;
}

static void assert_refused(const char *path, enum wrd_encoding wanted, const char *text,
                           enum wrd_status status)
{
    char encoding[16];
    struct wrd_diag *diag = wrd_diag_new();
    char *lines = lines_of(path, wanted, encoding, diag);
    char *said = said_of(diag);
    assert_string_equal(encoding, "");
    if (!strstr(said, text))
        fail_msg("not said: %s, but: %s", text, said);
    assert_int_equal(wrd_diag_status(diag), status);
    free(said);
    free(lines);
    wrd_diag_free(diag);
}

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        print_message("  %s\n", refused[i].name);
        write_file(refused[i].bytes, refused[i].len);
        assert_refused(PATH, refused[i].wanted, refused[i].said, WRD_EINPUT);
    }
}

static void test_not_a_file(void **state)
{
    (void)state;
    assert_refused(".build/none/such.csv", WRD_ENCODING_AUTO, "\"E0201\"", WRD_EINPUT);
    assert_refused(".build/none/such.csv", WRD_ENCODING_AUTO, "\"line\":9", WRD_EINPUT);
    assert_refused(".build", WRD_ENCODING_AUTO, "\"E0202\"", WRD_EINPUT);
}

/* Reading this file at its start is an I/O error on Linux. */
static void test_read_error(void **state)
{
    (void)state;
    FILE *file = fopen("/proc/self/mem", "rb");
    if (!file) {
        print_message("skipped: there is no /proc/self/mem here\n");
        skip();
    }
    fclose(file);
    assert_refused("/proc/self/mem", WRD_ENCODING_AUTO, "\"E0243\"", WRD_EIO);
}

/* Every position of a CRLF and of a sequence of two and four bytes around the end of a block. */
static void test_blocks(void **state)
{
    (void)state;
    enum { BLOCK = 1 << 18 };
    static const char tail[] = "\xF0\x9F\x99\x82\r\nzo\xC3\xAB\r\nx";
    char *bytes = wrd_alloc(BLOCK + 64, 1);
    for (size_t shift = 0; shift < sizeof tail + 2; shift++) {
        char encoding[16];
        size_t n = BLOCK - shift;
        memset(bytes, 'a', n);
        memcpy(bytes + n, tail, sizeof tail - 1);
        write_file(bytes, n + sizeof tail - 1);
        struct wrd_diag *diag = wrd_diag_new();
        char *lines = lines_of(PATH, WRD_ENCODING_AUTO, encoding, diag);
        assert_string_equal(encoding, "utf-8");
        assert_string_equal(lines + n, "\xF0\x9F\x99\x82|zo\xC3\xAB|x|");
        free(lines);
        wrd_diag_free(diag);
    }
    free(bytes);
}

/* 20 MiB without a line end: cut at the limit, the next line whole. */
static void test_endless_line(void **state)
{
    (void)state;
    const size_t n = 40u << 20, limit = (16u << 20) + 1;
    char *bytes = wrd_alloc(n, 1);
    memset(bytes, 'a', n);
    memcpy(bytes + n - 7, "\r\nnext\n", 7);
    write_file(bytes, n);
    struct wrd_diag *diag = wrd_diag_new();
    struct wrd_text_file *file =
        wrd_text_open(PATH, "a.csv", (struct wrd_place){ 0 }, WRD_ENCODING_AUTO, diag);
    assert_non_null(file);
    struct wrd_lines lines = wrd_text_lines(file);
    const char *line;
    size_t len;
    assert_true(lines.next(lines.self, &line, &len));
    assert_int_equal(len, limit);
    assert_int_equal(line[len - 1], '\n');
    assert_true(lines.next(lines.self, &line, &len));
    assert_memory_equal(line, "next\n", 5);
    assert_false(lines.next(lines.self, &line, &len));
    wrd_text_close(file);
    wrd_diag_free(diag);
    free(bytes);
    remove(PATH);
}

/* The files of other programs' tests; what is right was read from their bytes. */
static const struct {
    const char *file, *encoding, *said;
} shared_files[] = {
    { "made/cp1252.csv", "windows-1252", NULL },
    { "made/cr_only.csv", "utf-8", NULL },
    { "made/excel_utf16le_tab.txt", "", "\"E0203\"" },
    { "papa/utf-8-bom-sample.csv", "utf-8", NULL },
    { "datatable/issue_1087_utf8_bom.csv", "utf-8", NULL },
    { "datatable/utf16le.txt", "", "\"E0203\"" },
    { "datatable/utf16be.txt", "", "\"E0203\"" },
    { "duckdb/encodings_latin1.csv", "windows-1252", NULL },
    { "duckdb/auto_utf8bom.csv", "utf-8", NULL },
    { "duckdb/nullbyte.csv", "", "\"E0204\"" },
    { "duckdb/nullbyte_header.csv", "", "\"E0204\"" },
    { "duckdb/nullterm.csv", "", "\"E0204\"" },
    { "duckdb/invalid_utf8.csv", "", "\"E0203\"" },
    { "duckdb/evil_nullpadding.csv", "utf-8", NULL },
    { "csv-spectrum/csvs_utf8.csv", "utf-8", NULL },
};

static void test_shared_files(void **state)
{
    (void)state;
    struct stat about;
    if (stat(CSV_FOLDER, &about) != 0) {
        print_message("skipped: there is no " CSV_FOLDER "\n");
        skip();
    }
    for (size_t i = 0; i < sizeof shared_files / sizeof *shared_files; i++) {
        char path[200], encoding[16];
        snprintf(path, sizeof path, CSV_FOLDER "%s", shared_files[i].file);
        print_message("  %s\n", shared_files[i].file);
        if (shared_files[i].said) {
            assert_refused(path, WRD_ENCODING_AUTO, shared_files[i].said, WRD_EINPUT);
            continue;
        }
        struct wrd_diag *diag = wrd_diag_new();
        char *lines = lines_of(path, WRD_ENCODING_AUTO, encoding, diag);
        assert_string_equal(encoding, shared_files[i].encoding);
        free(lines);
        wrd_diag_free(diag);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),         cmocka_unit_test(test_refused),
        cmocka_unit_test(test_not_a_file),   cmocka_unit_test(test_read_error),
        cmocka_unit_test(test_blocks),       cmocka_unit_test(test_endless_line),
        cmocka_unit_test(test_shared_files),
    };
    return cmocka_run_group_tests_name("encoding", tests, NULL, NULL);
}
