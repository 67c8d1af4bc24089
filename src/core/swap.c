/* core/swap.c - see core/swap.h. */
#include "core/swap.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int move(const struct wrd_swap_names *names, const char *from, const char *to)
{
    return renameat(names->folder, from, names->folder, to) == 0 ? 0 : errno;
}

static bool exists(const struct wrd_swap_names *names, const char *name)
{
    struct stat info;
    return fstatat(names->folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0;
}

int wrd_swap_by_renames(const struct wrd_swap_names *names)
{
    int error = move(names, names->name, names->old);
    if (error == ENOENT)
        return move(names, names->staging, names->name);
    if (error)
        return error;
    error = move(names, names->staging, names->name);
    if (error)
        move(names, names->old, names->name);
    else
        move(names, names->old, names->staging); /* if not, the next run removes it as `old` */
    return error;
}

int wrd_swap(const struct wrd_swap_names *names)
{
    if (renameat2(names->folder, names->staging, names->folder, names->name, RENAME_EXCHANGE) == 0)
        return 0;
    switch (errno) {
    case ENOENT: /* the first set */
        return move(names, names->staging, names->name);
    case EINVAL: /* this file system cannot exchange */
    case ENOSYS:
    case ENOTSUP:
        return wrd_swap_by_renames(names);
    default:
        return errno;
    }
}

int wrd_swap_recover(const struct wrd_swap_names *names, bool *restored, bool *removed)
{
    int error = 0;
    *restored = !exists(names, names->name) && exists(names, names->old);
    *removed = exists(names, names->staging) || (exists(names, names->old) && !*restored);
    if (*restored)
        error = move(names, names->old, names->name);
    if (!error)
        error = wrd_folder_remove(names->folder, names->staging);
    if (!error && exists(names, names->old))
        error = move(names, names->old, names->staging);
    if (!error)
        error = wrd_folder_remove(names->folder, names->staging);
    return error;
}

static bool is_self_or_parent(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static int remove_files(DIR *entries)
{
    int error = 0;
    for (const struct dirent *entry; (entry = readdir(entries));)
        if (!is_self_or_parent(entry->d_name) && unlinkat(dirfd(entries), entry->d_name, 0) != 0 &&
            !error)
            error = errno;
    return error;
}

int wrd_folder_remove(int folder, const char *name)
{
    int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno == ENOENT ? 0 : errno;
    DIR *entries = fdopendir(fd);
    if (!entries) {
        close(fd);
        return ENOMEM;
    }
    int error = remove_files(entries);
    closedir(entries);
    if (!error && unlinkat(folder, name, AT_REMOVEDIR) != 0)
        error = errno;
    return error;
}
