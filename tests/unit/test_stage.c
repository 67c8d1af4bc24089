/* The set of files that is complete or absent. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "core/file.h"
#include "core/swap.h"
#include "support/folder.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The text of a small file, "" if there is none. */
static const char *text_of(const char *path)
{
    char text[100] = "";
    FILE *file = fopen(path, "rb");
    if (file) {
        text[fread(text, 1, sizeof text - 1, file)] = '\0';
        fclose(file);
    }
    return wrd_arena_text(arena, text, strlen(text));
}

static bool is_there(const char *name)
{
    struct stat info;
    return lstat(in_folder(name), &info) == 0;
}

static enum wrd_status begin(struct wrd_stage **stage)
{
    return wrd_stage_open(folder, "2026", diag, stage);
}

static void write_file(struct wrd_stage *stage, const char *name, const char *text)
{
    FILE *file = wrd_stage_file(stage, name);
    assert_non_null(file);
    fputs(text, file);
    assert_true(wrd_stage_close_file(stage, file));
}

static unsigned mode_of(const char *name)
{
    struct stat info;
    assert_int_equal(stat(in_folder(name), &info), 0);
    return info.st_mode & 07777;
}

static void test_first_and_second_set(void **state)
{
    (void)state;
    struct wrd_stage *stage;
    assert_int_equal(begin(&stage), WRD_OK);
    assert_int_equal(mode_of(".2026.staging"), 0700);
    write_file(stage, "a.csv", "one");
    write_file(stage, "b.csv", "one");
    assert_int_equal(mode_of(".2026.staging/a.csv"), 0600);
    assert_false(is_there("2026"));
    assert_int_equal(wrd_stage_publish(stage, 0644, 0755), WRD_OK);
    assert_string_equal(text_of(in_folder("2026/a.csv")), "one");
    assert_int_equal(mode_of("2026/a.csv"), 0644);
    assert_int_equal(mode_of("2026"), 0755);

    assert_int_equal(begin(&stage), WRD_OK);
    write_file(stage, "a.csv", "two");
    assert_string_equal(text_of(in_folder("2026/a.csv")), "one");
    assert_int_equal(wrd_stage_publish(stage, 0600, 0700), WRD_OK);
    assert_string_equal(text_of(in_folder("2026/a.csv")), "two");
    assert_false(is_there("2026/b.csv")); /* the old set is gone as a whole */
    assert_false(is_there(".2026.staging"));
    assert_false(is_there(".2026.old"));
    assert_int_equal(mode_of("2026"), 0700);
    assert_int_equal(mode_of(".2026.lock"), 0600);
    assert_string_equal(codes(), "");
}

static void test_folders_are_made(void **state)
{
    (void)state;
    struct wrd_stage *stage;
    const char *deep = in_folder("x/y//z/");
    assert_int_equal(wrd_stage_open(deep, "int", diag, &stage), WRD_OK);
    write_file(stage, "f", "1");
    assert_int_equal(wrd_stage_publish(stage, 0600, 0700), WRD_OK);
    assert_string_equal(text_of(in_folder("x/y/z/int/f")), "1");
}

static void test_dropped(void **state)
{
    (void)state;
    struct wrd_stage *stage;
    put_file((mkdir(in_folder("2026"), 0755), in_folder("2026/a.csv")), "old");
    assert_int_equal(begin(&stage), WRD_OK);
    write_file(stage, "a.csv", "new");
    wrd_stage_drop(stage);
    assert_string_equal(text_of(in_folder("2026/a.csv")), "old");
    assert_false(is_there(".2026.staging"));
}

static void test_a_file_twice_spoils_the_set(void **state)
{
    (void)state;
    struct wrd_stage *stage;
    assert_int_equal(begin(&stage), WRD_OK);
    write_file(stage, "a.csv", "1");
    assert_null(wrd_stage_file(stage, "a.csv"));
    assert_int_equal(wrd_stage_publish(stage, 0644, 0755), WRD_EIO);
    assert_string_equal(codes(), "E0807");
    assert_false(is_there("2026"));
    assert_false(is_there(".2026.staging"));
}

static void test_an_open_file_spoils_the_set(void **state)
{
    (void)state;
    struct wrd_stage *stage;
    assert_int_equal(begin(&stage), WRD_OK);
    FILE *file = wrd_stage_file(stage, "a.csv");
    assert_non_null(file);
    assert_int_equal(wrd_stage_publish(stage, 0644, 0755), WRD_EFAULT);
    fclose(file);
    assert_false(is_there("2026"));
}

static void test_another_run_is_busy(void **state)
{
    (void)state;
    struct wrd_stage *stage, *other;
    assert_int_equal(begin(&stage), WRD_OK);
    write_file(stage, "a.csv", "1");
    assert_int_equal(begin(&other), WRD_EBUSY);
    assert_int_equal(wrd_diag_status(diag), WRD_EBUSY);
    assert_string_equal(codes(), "E0808");
    assert_int_equal(wrd_stage_open(folder, "2025", diag, &other), WRD_OK); /* another set is not */
    wrd_stage_drop(other);
    assert_int_equal(wrd_stage_publish(stage, 0644, 0755), WRD_OK); /* untouched by the second */
    assert_string_equal(text_of(in_folder("2026/a.csv")), "1");
}

static void test_what_is_not_a_set_stays(void **state)
{
    (void)state;
    struct wrd_stage *stage;
    put_file(in_folder("2026"), "my notes");
    assert_int_equal(begin(&stage), WRD_EIO);
    assert_string_equal(codes(), "E0811");
    assert_string_equal(text_of(in_folder("2026")), "my notes");
    unlink(in_folder("2026"));
    mkdir(in_folder("elsewhere"), 0755);
    assert_int_equal(symlink("elsewhere", in_folder("2026")), 0);
    assert_int_equal(begin(&stage), WRD_EIO);
    assert_string_equal(codes(), "E0811");
    unlink(in_folder("2026"));
    mkdir(in_folder("2026"), 0755);
    mkdir(in_folder("2026/mine"), 0755);
    assert_int_equal(begin(&stage), WRD_EIO);
    assert_string_equal(codes(), "E0812");
    assert_true(is_there("2026/mine"));
}

static void test_no_link_is_followed(void **state)
{
    (void)state;
    struct wrd_stage *stage;
    put_file(in_folder("mine"), "mine");
    mkdir(in_folder("others"), 0755);
    put_file(in_folder("others/file"), "theirs");
    assert_int_equal(symlink("others", in_folder(".2026.staging")), 0);
    assert_int_equal(begin(&stage), WRD_EIO); /* not one of ours: it is left alone */
    assert_string_equal(text_of(in_folder("others/file")), "theirs");
    unlink(in_folder(".2026.staging"));
    codes();
    assert_int_equal(begin(&stage), WRD_OK);
    assert_int_equal(symlink("../mine", in_folder(".2026.staging/a.csv")), 0);
    assert_null(wrd_stage_file(stage, "a.csv"));
    wrd_stage_drop(stage);
    assert_string_equal(text_of(in_folder("mine")), "mine");
    assert_int_equal(symlink("mine", in_folder(".2027.lock")), 0);
    assert_int_equal(wrd_stage_open(folder, "2027", diag, &stage), WRD_EIO);
    assert_string_equal(codes(), "E0807 E0809");
}

/* The states in which a run can die, each made by hand. */
static const struct {
    const char *name;
    bool set, staging, old; /* what is there, each with its own name as text of file "f" */
    const char *after;      /* text of the set at the next run */
    const char *said;
} left[] = {
    { "nothing", false, false, false, "", "" },
    { "while writing the first set", false, true, false, "", "N0814" },
    { "while writing, or behind the exchange", true, true, false, "set", "N0814" },
    { "between the two renames", false, true, true, "old", "N0815 N0814" },
    { "behind the two renames", true, false, true, "set", "N0814" },
    { "in the middle of removing what the above left", true, true, true, "set", "N0814" },
    { "in the middle of putting back", false, false, true, "old", "N0815" },
};

static void make_if(bool there, const char *name, const char *text)
{
    if (!there)
        return;
    assert_int_equal(mkdir(in_folder(name), 0700), 0);
    put_file(wrd_path_join(arena, in_folder(name), "f"), text);
}

static void test_what_a_dead_run_left(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(left); i++) {
        print_message("  %s\n", left[i].name);
        empty(folder);
        make_if(left[i].set, "2026", "set");
        make_if(left[i].staging, ".2026.staging", "staging");
        make_if(left[i].old, ".2026.old", "old");
        struct wrd_stage *stage;
        assert_int_equal(begin(&stage), WRD_OK);
        wrd_stage_drop(stage);
        assert_string_equal(text_of(in_folder("2026/f")), left[i].after);
        assert_string_equal(codes(), left[i].said);
        assert_false(is_there(".2026.staging"));
        assert_false(is_there(".2026.old"));
    }
}

static void test_two_renames(void **state)
{
    (void)state;
    int fd = open(folder, O_RDONLY | O_DIRECTORY);
    const struct wrd_swap_names names = { fd, "2026", ".2026.staging", ".2026.old" };
    make_if(true, ".2026.staging", "first");
    assert_int_equal(wrd_swap_by_renames(&names), 0);
    assert_string_equal(text_of(in_folder("2026/f")), "first");
    make_if(true, ".2026.staging", "second");
    assert_int_equal(wrd_swap_by_renames(&names), 0);
    assert_string_equal(text_of(in_folder("2026/f")), "second");
    assert_string_equal(text_of(in_folder(".2026.staging/f")), "first");
    assert_int_equal(wrd_folder_remove(fd, ".2026.staging"), 0);
    assert_int_equal(wrd_swap_by_renames(&names), ENOENT); /* nothing is staged */
    assert_string_equal(text_of(in_folder("2026/f")), "second");
    close(fd);
}

/* Exit code of `child`, which runs in a process of its own. */
static int in_child(int (*child)(void))
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(child());
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* A limit on the size of files stands for a disk that is full. */
static int write_too_much(void)
{
    struct wrd_stage *stage;
    signal(SIGXFSZ, SIG_IGN);
    if (begin(&stage) != WRD_OK)
        return 100;
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 10000, 10000 });
    FILE *file = wrd_stage_file(stage, "a.csv");
    for (int i = 0; i < 20000; i++)
        fputc('x', file);
    if (wrd_stage_close_file(stage, file))
        return 101;
    return (int)wrd_stage_publish(stage, 0644, 0755);
}

static void test_a_full_disk(void **state)
{
    (void)state;
    make_if(true, "2026", "old");
    assert_int_equal(in_child(write_too_much), WRD_EIO);
    assert_string_equal(text_of(in_folder("2026/f")), "old");
    assert_false(is_there(".2026.staging"));
}

static const char *const set_files[] = { "a.csv", "b.html", "c.json" };

static void publish_generation(const char *generation)
{
    struct wrd_stage *stage;
    if (begin(&stage) != WRD_OK)
        _exit(1);
    for (size_t i = 0; i < COUNT(set_files); i++) {
        FILE *file = wrd_stage_file(stage, set_files[i]);
        fputs(generation, file);
        wrd_stage_close_file(stage, file);
    }
    if (wrd_stage_publish(stage, 0644, 0755) != WRD_OK)
        _exit(2);
}

static _Noreturn void publish_for_ever(void)
{
    static const char *const generations[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9" };
    for (size_t i = 0;; i++)
        publish_generation(generations[i % COUNT(generations)]);
}

static void kill_after(long microseconds)
{
    pid_t pid = fork();
    if (pid == 0)
        publish_for_ever();
    nanosleep(&(struct timespec){ 0, microseconds * 1000 }, NULL);
    assert_int_equal(kill(pid, SIGKILL), 0);
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFSIGNALED(status)); /* it had not failed before */
}

static void test_killed_at_any_moment(void **state)
{
    (void)state;
    enum { TIMES = 50 };
    unsigned seed = 20260302;
    publish_generation("0");
    for (int turn = 0; turn < TIMES; turn++) {
        kill_after(500 + rand_r(&seed) % 20000);
        const char *first = text_of(in_folder("2026/a.csv"));
        assert_int_equal(strlen(first), 1);
        for (size_t i = 1; i < COUNT(set_files); i++)
            assert_string_equal(text_of(wrd_path_join(arena, in_folder("2026"), set_files[i])),
                                first);
    }
    publish_generation("x"); /* the last one died too, and this one does not mind */
    assert_string_equal(text_of(in_folder("2026/a.csv")), "x");
    assert_false(is_there(".2026.staging"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(test_first_and_second_set),
        FOLDER_TEST(test_folders_are_made),
        FOLDER_TEST(test_dropped),
        FOLDER_TEST(test_a_file_twice_spoils_the_set),
        FOLDER_TEST(test_an_open_file_spoils_the_set),
        FOLDER_TEST(test_another_run_is_busy),
        FOLDER_TEST(test_what_is_not_a_set_stays),
        FOLDER_TEST(test_no_link_is_followed),
        FOLDER_TEST(test_what_a_dead_run_left),
        FOLDER_TEST(test_two_renames),
        FOLDER_TEST(test_a_full_disk),
        FOLDER_TEST(test_killed_at_any_moment),
    };
    return cmocka_run_group_tests_name("stage", tests, NULL, NULL);
}
