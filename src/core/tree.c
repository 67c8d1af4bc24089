/* core/tree.c - see core/tree.h. */
#include "core/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/file.h"

enum { MOST_ENTRIES = 64 };

struct wrd_tree {
    struct wrd_arena *arena;
    struct wrd_diag *diag;
    const char *folder, *staging;
    const char *entries[MOST_ENTRIES]; /* below staging, a file or a folder, as they were added */
    size_t n;
    bool made; /* the folder was not there */
    bool broken;
};

static const struct wrd_place nowhere;

static enum wrd_status say(struct wrd_tree *tree, enum wrd_message message, const char *path,
                           int error)
{
    tree->broken = true;
    wrd_say(tree->diag, message, nowhere, path, strerror(error));
    return WRD_EIO;
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Something that the folder holds, or NULL. */
static const char *first_in(struct wrd_arena *arena, DIR *entries)
{
    for (const struct dirent *entry; (entry = readdir(entries));)
        if (!is_dots(entry->d_name))
            return wrd_arena_text(arena, entry->d_name, strlen(entry->d_name));
    return NULL;
}

static enum wrd_status take_folder(struct wrd_tree *tree)
{
    DIR *entries;
    const char *first;

    tree->made = mkdir(tree->folder, 0700) == 0;
    if (!tree->made && errno != EEXIST)
        return say(tree, WRD_E0806, tree->folder, errno);
    entries = opendir(tree->folder);
    if (!entries)
        return say(tree, WRD_E0806, tree->folder, errno);
    first = first_in(tree->arena, entries);
    closedir(entries);
    if (first) {
        wrd_say(tree->diag, WRD_E0920, nowhere, tree->folder, first);
        return WRD_EUSAGE;
    }
    return mkdir(tree->staging, 0700) == 0 ? WRD_OK : say(tree, WRD_E0806, tree->folder, errno);
}

static void tree_free(struct wrd_tree *tree)
{
    wrd_arena_free(tree->arena);
}

enum wrd_status wrd_tree_open(const char *folder, struct wrd_diag *diag, struct wrd_tree **tree)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_tree *opening = wrd_arena_take(arena, sizeof *opening);
    enum wrd_status status;

    *opening = (struct wrd_tree){ .arena = arena, .diag = diag };
    opening->folder = wrd_arena_text(arena, folder, strlen(folder));
    opening->staging = wrd_path_join(arena, folder, ".new");
    status = take_folder(opening);
    if (status == WRD_OK) {
        *tree = opening;
        return WRD_OK;
    }
    if (opening->made)
        rmdir(opening->folder);
    tree_free(opening);
    return status;
}

const char *wrd_tree_staging(const struct wrd_tree *tree)
{
    return tree->staging;
}

static bool add_entry(struct wrd_tree *tree, const char *name)
{
    size_t len = strcspn(name, "/");

    for (size_t i = 0; i < tree->n; i++)
        if (strlen(tree->entries[i]) == len && strncmp(tree->entries[i], name, len) == 0)
            return true;
    if (tree->n == MOST_ENTRIES)
        return false;
    tree->entries[tree->n++] = wrd_arena_text(tree->arena, name, len);
    return true;
}

FILE *wrd_tree_file(struct wrd_tree *tree, const char *name)
{
    const char *path = wrd_path_join(tree->arena, tree->staging, name);
    const char *slash = strchr(name, '/');
    FILE *file = NULL;
    int fd;

    if (!add_entry(tree, name)) {
        say(tree, WRD_E0807, path, EMFILE);
        return NULL;
    }
    if (slash)
        mkdir(wrd_arena_text(tree->arena, path, strlen(path) - strlen(slash)), 0700);
    fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd >= 0)
        file = fdopen(fd, "wb");
    if (!file) {
        say(tree, WRD_E0807, path, errno);
        if (fd >= 0)
            close(fd);
    }
    return file;
}

bool wrd_tree_close_file(struct wrd_tree *tree, FILE *file)
{
    const int error = wrd_file_finish(file);

    if (error)
        say(tree, WRD_E0807, tree->folder, error);
    return !error;
}

/* Files and folders of files, which is all there is below a tree. */
static void remove_all(struct wrd_arena *arena, const char *path)
{
    DIR *entries = opendir(path);

    if (!entries)
        return;
    for (const struct dirent *entry; (entry = readdir(entries));) {
        const char *inner = wrd_path_join(arena, path, entry->d_name);
        if (!is_dots(entry->d_name) && unlink(inner) != 0)
            remove_all(arena, inner);
    }
    closedir(entries);
    rmdir(path);
}

void wrd_tree_drop(struct wrd_tree *tree)
{
    remove_all(tree->arena, tree->staging);
    if (tree->made)
        rmdir(tree->folder);
    tree_free(tree);
}

/* Renames, from the last entry to the first.  0, or the errno of what failed: what was moved is then
 * back. */
static int move_up(struct wrd_tree *tree)
{
    for (size_t i = tree->n; i-- > 0;) {
        const char *name = tree->entries[i];
        if (rename(wrd_path_join(tree->arena, tree->staging, name),
                   wrd_path_join(tree->arena, tree->folder, name)) == 0)
            continue;
        int error = errno;
        for (size_t k = i + 1; k < tree->n; k++)
            (void)rename(wrd_path_join(tree->arena, tree->folder, tree->entries[k]),
                         wrd_path_join(tree->arena, tree->staging, tree->entries[k]));
        return error;
    }
    return 0;
}

enum wrd_status wrd_tree_publish(struct wrd_tree *tree)
{
    int error = tree->broken ? 0 : move_up(tree);

    if (error)
        say(tree, WRD_E0807, tree->folder, error);
    if (tree->broken) {
        wrd_tree_drop(tree);
        return WRD_EIO;
    }
    rmdir(tree->staging);
    tree_free(tree);
    return WRD_OK;
}
