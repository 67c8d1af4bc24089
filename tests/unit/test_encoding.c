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
    assert_int_equal(wrd_text_done(file), wrd_text_size(file));
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
    { "CRs before an LF are one end", BYTES("a\r\r\nb\r\r\r\nc"), "utf-8", "a|b|c|" },
    { "at most three of them", BYTES("a\r\r\r\r\nb"), "utf-8", "a||b|" },
    { "CRs that no LF follows are ends", BYTES("a\r\rb\r\r"), "utf-8", "a||b||" },
    { "the mark of UTF-8 twice",
      BYTES("\xEF\xBB\xBF\xEF\xBB\xBF"
            "a\n"),
      "utf-8", "a|" },
    { "UTF-16, little end first",
      BYTES("\xFF\xFE"
            "a\0\r\0\n\0\xEB\0"),
      "utf-16", "a|\xC3\xAB|" },
    { "UTF-16, big end first", BYTES("\xFE\xFF\0a\0\n\0\xEB"), "utf-16", "a|\xC3\xAB|" },
    { "a pair of UTF-16", BYTES("\xFF\xFE\x3D\xD8\x0E\xDE"), "utf-16", "\xF0\x9F\x98\x8E|" },
    { "bytes that would be line ends alone", BYTES("\xFE\xFF\x0A\x0D\x0D\x0A"), "utf-16",
      "\xE0\xA8\x8D\xE0\xB4\x8A|" },
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
    { "UTF-16 and nothing else", BYTES("\xFF\xFE\n\0"), WRD_ENCODING_AUTO, "\"E0207\"" },
    { "UTF-8 asked for and UTF-16 given", BYTES("\xFF\xFE\n\0"), WRD_ENCODING_UTF8, "\"E0203\"" },
    { "Windows-1252 asked for and UTF-16 given",
      BYTES("\xFF\xFE"
            "a\0"),
      WRD_ENCODING_CP1252, "windows-1252" },
    { "UTF-16 asked for and not given", BYTES("a\n"), WRD_ENCODING_UTF16, "\"E0242\"" },
    { "UTF-16 without its mark", BYTES("a\0\n\0"), WRD_ENCODING_UTF16, "\"E0242\"" },
    { "half a unit of UTF-16",
      BYTES("\xFF\xFE"
            "a\0\n\0b"),
      WRD_ENCODING_AUTO, "\"E0241\"" },
    { "its line",
      BYTES("\xFF\xFE"
            "a\0\n\0b"),
      WRD_ENCODING_AUTO, "\"line\":2" },
    { "nothing but half a unit",
      BYTES("\xFF\xFE"
            "a"),
      WRD_ENCODING_AUTO, "\"E0241\"" },
    { "the first half of a pair", BYTES("\xFE\xFF\0\r\0\r\0\n\xD8\x3D\0a"), WRD_ENCODING_AUTO,
      "\"line\":2" },
    { "the second half of a pair", BYTES("\xFE\xFF\0\r\xDE\x0E\0a"), WRD_ENCODING_AUTO,
      "\"E0241\"" },
    { "a NUL in UTF-16", BYTES("\xFE\xFF\0a\0\n\0\0\0b"), WRD_ENCODING_AUTO, "\"E0204\"" },
    { "UTF-32, which starts as UTF-16 does",
      BYTES("\xFF\xFE\0\0"
            "a\0\0\0"),
      WRD_ENCODING_AUTO, "\"E0204\"" },
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
    { "CRs before an LF are one end in numbers of lines too",
      BYTES("a\r\r\nb\r\r\r\r\nc\n\r\xEB\x81"), WRD_ENCODING_AUTO, "\"line\":6" },
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

/* The same with UTF-16: every position of a pair and of CRs around the end of what is read. */
static void test_utf16_blocks(void **state)
{
    (void)state;
    enum { READ = 1 << 16 };
    static const char tail[] = "\x3D\xD8\x42\xDE\r\0\r\0\n\0\xEB";
    char *bytes = wrd_alloc(READ + 64, 1);
    for (size_t shift = 0; shift < sizeof tail + 4; shift += 2) {
        char encoding[16];
        size_t n = READ + 2 - shift;
        for (size_t i = 2; i < n; i += 2)
            memcpy(bytes + i, "\xAC\x20", 2); /* the euro sign, three bytes of UTF-8 */
        memcpy(bytes, "\xFF\xFE", 2);
        memcpy(bytes + n, tail, sizeof tail);
        write_file(bytes, n + sizeof tail);
        struct wrd_diag *diag = wrd_diag_new();
        char *lines = lines_of(PATH, WRD_ENCODING_AUTO, encoding, diag);
        assert_string_equal(encoding, "utf-16");
        assert_string_equal(lines + (n - 2) / 2 * 3, "\xF0\x9F\x99\x82|\xC3\xAB|");
        free(lines);
        wrd_diag_free(diag);
    }
    free(bytes);
}

/* Four million lines that end in CR: must not take for ever. */
static void test_cr_alone(void **state)
{
    (void)state;
    const size_t n = 4u << 20;
    char *bytes = wrd_alloc(n, 1);
    memset(bytes, '\r', n);
    bytes[0] = 'a';
    write_file(bytes, n);
    struct wrd_diag *diag = wrd_diag_new();
    struct wrd_text_file *file =
        wrd_text_open(PATH, "a.csv", (struct wrd_place){ 0 }, WRD_ENCODING_AUTO, diag);
    assert_non_null(file);
    struct wrd_lines lines = wrd_text_lines(file);
    const char *line;
    size_t len, count = 0;
    while (lines.next(lines.self, &line, &len))
        count++;
    assert_int_equal(count, n - 1);
    wrd_text_close(file);
    wrd_diag_free(diag);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),       cmocka_unit_test(test_refused),
        cmocka_unit_test(test_not_a_file), cmocka_unit_test(test_read_error),
        cmocka_unit_test(test_blocks),     cmocka_unit_test(test_utf16_blocks),
        cmocka_unit_test(test_cr_alone),   cmocka_unit_test(test_endless_line),
    };
    return cmocka_run_group_tests_name("encoding", tests, NULL, NULL);
}
