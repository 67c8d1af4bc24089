/* Paths, files that are read, and files that are replaced. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "core/file.h"
#include "support/folder.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
    const char *path;
    unsigned steps_up;
    bool stays;
} paths[] = {
    { "2026/volunteers.csv", 0, true },
    { "./a/../b", 0, true },
    { "a/b/../../c", 0, true },
    { "..a/b..", 0, true },
    { ".", 0, true },
    { "../output", 1, true },
    { "a/../../output", 1, true },
    { "../../output", 1, false },
    { "../a/../../b", 1, false },
    { "a/../..", 0, false },
    { "..", 0, false },
    { "../study/a", 0, false }, /* even if it comes back in: the name outside is not ours */
    { "/etc/passwd", 1, false },
    { "//a", 1, false },
    { "a//../..", 0, false },
    { "a\nb", 0, false },
    { "a\x7F", 0, false },
    { "", 0, false },
};

static void test_path_stays(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++)
        if (wrd_path_stays(paths[i].path, paths[i].steps_up) != paths[i].stays)
            fail_msg("'%s', %u up", paths[i].path, paths[i].steps_up);
}

static void test_path_join(void **state)
{
    (void)state;
    assert_string_equal(wrd_path_join(arena, "a/b", "c"), "a/b/c");
    assert_string_equal(wrd_path_join(arena, "a/", "c"), "a/c");
    assert_string_equal(wrd_path_join(arena, "/", "c"), "/c");
    assert_string_equal(wrd_path_join(arena, "", "c"), "c");
    assert_string_equal(wrd_path_join(arena, "a", "/c"), "/c");
}

static char *read_it(const char *name, size_t limit, size_t *len)
{
    return wrd_file_read(arena, in_folder(name), limit, len, (struct wrd_place){ 0 }, diag);
}

static void test_reading(void **state)
{
    (void)state;
    size_t len = 0;
    put_file(in_folder("ten"), "0123456789");
    assert_string_equal(read_it("ten", 10, &len), "0123456789");
    assert_int_equal(len, 10);
    assert_int_equal(wrd_diag_status(diag), WRD_OK);
    assert_null(read_it("ten", 9, &len));
    assert_null(read_it("none", 9, &len));
    assert_null(read_it("ten/more", 9, &len));
    assert_string_equal(codes(), "E0804 E0801 E0801");
    assert_int_equal(wrd_diag_status(diag), WRD_EINPUT); /* exit 3: a file that is not there */
    put_file(in_folder("nothing"), "");
    assert_string_equal(read_it("nothing", 0, &len), "");
    assert_int_equal(len, 0);
}

static void test_reading_a_long_file(void **state)
{
    (void)state;
    enum { SIZE = 100000 };
    size_t len;
    FILE *file = fopen(in_folder("long"), "wb");
    for (int i = 0; i < SIZE; i++)
        fputc('a' + i % 26, file);
    fclose(file);
    const char *bytes = read_it("long", SIZE, &len);
    assert_int_equal(len, SIZE);
    for (int i = 0; i < SIZE; i++)
        if (bytes[i] != 'a' + i % 26)
            fail_msg("byte %d", i);
}

static void test_only_ordinary_files_are_read(void **state)
{
    (void)state;
    size_t len;
    assert_int_equal(mkfifo(in_folder("pipe"), 0600), 0);
    assert_null(read_it("pipe", 10, &len)); /* and does not wait */
    assert_null(read_it(".", 10, &len));
    assert_null(wrd_file_open("/dev/null", (struct wrd_place){ 0 }, diag));
    assert_string_equal(codes(), "E0803 E0803 E0803");
    assert_int_equal(wrd_diag_status(diag), WRD_EIO);
}

/* What was there stays until the new file is whole, and nothing is left beside it. */
static void test_a_file_is_replaced(void **state)
{
    (void)state;
    const char *path = in_folder("report"), *beside = in_folder("report.part");
    struct stat info;
    put_file(path, "old");
    put_file(beside, "of a run that died");
    FILE *to = wrd_file_beside(path, beside);
    assert_non_null(to);
    fputs("newer", to);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_size, 3);
    assert_int_equal(wrd_file_replace(to, path, beside), 0);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_size, 5);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_false(wrd_file_exists(beside));
}

static void test_only_ordinary_files_are_replaced(void **state)
{
    (void)state;
    mkdir(in_folder("folder"), 0755);
    assert_null(wrd_file_beside(in_folder("folder"), in_folder("folder.part")));
    assert_int_equal(errno, EISDIR);
    assert_int_equal(mkfifo(in_folder("pipe"), 0600), 0);
    assert_null(wrd_file_beside(in_folder("pipe"), in_folder("pipe.part")));
    assert_int_equal(errno, EINVAL);
    /* one that became a folder meanwhile */
    FILE *to = wrd_file_beside(in_folder("new"), in_folder("new.part"));
    assert_non_null(to);
    mkdir(in_folder("new"), 0755);
    assert_int_equal(wrd_file_replace(to, in_folder("new"), in_folder("new.part")), EISDIR);
    assert_false(wrd_file_exists(in_folder("new.part")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(test_path_stays),
        FOLDER_TEST(test_path_join),
        FOLDER_TEST(test_reading),
        FOLDER_TEST(test_reading_a_long_file),
        FOLDER_TEST(test_only_ordinary_files_are_read),
        FOLDER_TEST(test_a_file_is_replaced),
        FOLDER_TEST(test_only_ordinary_files_are_replaced),
    };
    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
