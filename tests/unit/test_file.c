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

static void test_below_a_folder(void **state)
{
    (void)state;
    mkdir(in_folder("study"), 0700);
    put_file(in_folder("outside"), "x");
    put_file(in_folder("study/inside"), "x");
    put_file(in_folder("studying"), "x");
    assert_int_equal(symlink("inside", in_folder("study/near")), 0);
    assert_int_equal(symlink("../outside", in_folder("study/away")), 0);
    assert_int_equal(symlink("../studying", in_folder("study/alike")), 0);
    assert_int_equal(symlink("..", in_folder("study/up")), 0);
    const char *study = in_folder("study");
    assert_true(wrd_path_is_below(study, in_folder("study/inside")));
    assert_true(wrd_path_is_below(study, in_folder("study/near")));
    assert_true(wrd_path_is_below(study, in_folder("study/none")));
    assert_true(wrd_path_is_below(study, in_folder("study/up/study/inside")));
    assert_true(wrd_path_is_below("/", in_folder("outside")));
    assert_false(wrd_path_is_below(study, in_folder("study/away")));
    assert_false(wrd_path_is_below(study, in_folder("study/alike")));
    assert_false(wrd_path_is_below(study, in_folder("study/up/outside")));
    assert_false(wrd_path_is_below(study, "/dev/null"));
    unlink(in_folder("study/inside"));
    unlink(in_folder("study/near"));
    unlink(in_folder("study/away"));
    unlink(in_folder("study/alike"));
    unlink(in_folder("study/up"));
    rmdir(study);
}

static void test_open_to_others(void **state)
{
    static const struct {
        mode_t folder, file;
        bool open;
    } modes[] = { { 0755, 0644, true },  { 0755, 0600, false }, { 0700, 0644, false },
                  { 0750, 0640, true },  { 0750, 0604, false }, { 0711, 0604, true },
                  { 0705, 0640, false }, { 0755, 0620, false } };
    (void)state;
    mkdir(in_folder("modes"), 0700);
    put_file(in_folder("modes/answers"), "x");
    chmod(folder, 0755);
    if (!wrd_file_is_open_to_others(in_folder("modes/answers")) &&
        chmod(in_folder("modes"), 0755) == 0 && chmod(in_folder("modes/answers"), 0644) == 0 &&
        !wrd_file_is_open_to_others(in_folder("modes/answers")))
        skip(); /* the checkout itself stands in a closed folder */
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        assert_int_equal(chmod(in_folder("modes"), modes[i].folder), 0);
        assert_int_equal(chmod(in_folder("modes/answers"), modes[i].file), 0);
        if (wrd_file_is_open_to_others(in_folder("modes/answers")) != modes[i].open)
            fail_msg("folder %o, file %o", modes[i].folder, modes[i].file);
    }
    assert_false(wrd_file_is_open_to_others(in_folder("none")));
    unlink(in_folder("modes/answers"));
    rmdir(in_folder("modes"));
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
        FOLDER_TEST(test_below_a_folder),
        FOLDER_TEST(test_open_to_others),
    };
    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
