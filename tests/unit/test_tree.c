/* A new folder of files and folders: complete, or as if nothing had happened. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/folder.h"

#include "core/tree.h"

static void fill(struct wrd_tree *tree, const char *name)
{
    FILE *to = wrd_tree_file(tree, name);
    assert_non_null(to);
    fputs("x\n", to);
    assert_true(wrd_tree_close_file(tree, to));
}

static void plant(const char *place)
{
    struct wrd_tree *tree;
    assert_int_equal(wrd_tree_open(place, diag, &tree), WRD_OK);
    fill(tree, "study.yml");
    fill(tree, "codebook/values.csv");
    fill(tree, "codebook/variables.csv");
    assert_false(wrd_file_exists(wrd_path_join(arena, place, "study.yml")));
    assert_int_equal(wrd_tree_publish(tree), WRD_OK);
    assert_true(wrd_file_exists(wrd_path_join(arena, place, "study.yml")));
    assert_true(wrd_file_exists(wrd_path_join(arena, place, "codebook/values.csv")));
    assert_true(wrd_file_exists(wrd_path_join(arena, place, "codebook/variables.csv")));
    assert_int_not_equal(access(wrd_path_join(arena, place, ".new"), F_OK), 0);
}

static void test_a_place_that_is_free(void **state)
{
    (void)state;
    plant(in_folder("new"));
    mkdir(in_folder("empty"), 0755);
    plant(in_folder("empty/"));
    assert_string_equal(codes(), "");
}

static void test_nobody_else_may_read_it(void **state)
{
    static const char *const paths[] = { "new", "new/codebook", "new/codebook/values.csv" };
    static const unsigned modes[] = { 0700, 0700, 0600 };
    (void)state;
    plant(in_folder("new"));
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct stat info;
        assert_int_equal(stat(in_folder(paths[i]), &info), 0);
        assert_int_equal(info.st_mode & 0777, modes[i]);
    }
}

static void test_nothing_is_put_over_what_is_there(void **state)
{
    struct wrd_tree *tree;
    (void)state;
    plant(in_folder("new"));
    assert_int_equal(wrd_tree_open(in_folder("new"), diag, &tree), WRD_EUSAGE);
    assert_true(wrd_file_exists(in_folder("new/study.yml")));
    assert_int_equal(wrd_tree_open(in_folder("no/such/place"), diag, &tree), WRD_EIO);
    assert_string_equal(codes(), "E0920 E0806");
}

static void test_a_file_that_fails_takes_all_back(void **state)
{
    struct wrd_tree *tree;
    (void)state;
    assert_int_equal(wrd_tree_open(in_folder("new"), diag, &tree), WRD_OK);
    fill(tree, "study.yml");
    assert_null(wrd_tree_file(tree, "study.yml")); /* there is one of that name */
    assert_int_equal(wrd_tree_publish(tree), WRD_EIO);
    assert_int_not_equal(access(in_folder("new"), F_OK), 0);
    assert_string_equal(codes(), "E0807");
}

static void test_what_is_dropped_leaves_nothing(void **state)
{
    struct wrd_tree *tree;
    (void)state;
    mkdir(in_folder("empty"), 0755);
    assert_int_equal(wrd_tree_open(in_folder("empty"), diag, &tree), WRD_OK);
    fill(tree, "codebook/values.csv");
    wrd_tree_drop(tree);
    assert_int_equal(rmdir(in_folder("empty")), 0); /* it was there, and it is empty */
    assert_string_equal(codes(), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(test_a_place_that_is_free),
        FOLDER_TEST(test_nobody_else_may_read_it),
        FOLDER_TEST(test_nothing_is_put_over_what_is_there),
        FOLDER_TEST(test_a_file_that_fails_takes_all_back),
        FOLDER_TEST(test_what_is_dropped_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
