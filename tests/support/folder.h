/* tests/support/folder.h - a folder, an arena and diagnostics of one test: FOLDER_TEST(name) gives
 * the test a new set of all three.  Include it behind cmocka.h, once a program. */
#ifndef SUPPORT_FOLDER_H
#define SUPPORT_FOLDER_H

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/file.h"

static struct wrd_arena *arena;
static struct wrd_diag *diag;
static const char *folder; /* of this test, empty */

static inline const char *in_folder(const char *name)
{
    return wrd_path_join(arena, folder, name);
}

static inline void empty(const char *path)
{
    DIR *entries = opendir(path);
    if (!entries)
        return;
    for (const struct dirent *entry; (entry = readdir(entries));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        const char *inner = wrd_path_join(arena, path, entry->d_name);
        if (unlink(inner) != 0) {
            empty(inner);
            rmdir(inner);
        }
    }
    closedir(entries);
}

static inline int open_test(void **state)
{
    (void)state;
    arena = wrd_arena_new();
    diag = wrd_diag_new();
    folder = wrd_arena_format(arena, ".build/test-folder-%s", program_invocation_short_name);
    mkdir(".build", 0755);
    mkdir(folder, 0755);
    empty(folder);
    return 0;
}

static inline int close_test(void **state)
{
    (void)state;
    empty(folder);
    rmdir(folder);
    wrd_diag_free(diag);
    wrd_arena_free(arena);
    return 0;
}

static inline void put_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* What has been said, as codes: "E0801 N0814". */
static inline const char *codes(void)
{
    char *bytes = NULL;
    size_t len;
    FILE *to = open_memstream(&bytes, &len);
    wrd_diag_write(diag, to, &(struct wrd_diag_style){ .lang = WRD_EN, .verbose = true });
    fclose(to);
    const char *all = "";
    for (const char *at = bytes; (at = strchr(at, '[')); at++)
        all = wrd_arena_format(arena, "%s%s%.5s", all, *all ? " " : "", at + 1);
    free(bytes);
    return all;
}

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, open_test, close_test)

#endif
