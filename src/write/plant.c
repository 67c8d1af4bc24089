/* write/plant.c - see write/plant.h.
 *
 * Made beside its place under another name and renamed when it is whole; a rename onto a folder that
 * is not empty fails, so nothing of another hand can be lost. */
#include "write/plant.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/file.h"

struct plant {
    struct wrd_arena *arena;
    const struct wrd_set *set;
    const char *folder, *making; /* where it must come, and where it is made */
};

static const char *without_slashes(struct wrd_arena *arena, const char *path)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    return wrd_arena_text(arena, path, len);
}

static const char *folder_of(const struct plant *plant, const char *name)
{
    const char *slash = strchr(name, '/');
    return slash ? wrd_path_join(plant->arena, plant->making,
                                 wrd_arena_text(plant->arena, name, (size_t)(slash - name)))
                 : NULL;
}

/* What this or an interrupted run made, and nothing else. */
static void uproot(const struct plant *plant)
{
    for (size_t i = 0; i < plant->set->n; i++)
        unlink(wrd_path_join(plant->arena, plant->making, plant->set->files[i].name));
    for (size_t i = 0; i < plant->set->n; i++) {
        const char *inner = folder_of(plant, plant->set->files[i].name);
        if (inner)
            rmdir(inner);
    }
    rmdir(plant->making);
}

static int write_bytes(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        const ssize_t written = write(fd, bytes, len);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : EIO;
        bytes += written;
        len -= (size_t)written;
    }
    return fsync(fd) == 0 ? 0 : errno;
}

static int make_file(const struct plant *plant, const struct wrd_output *file)
{
    const char *inner = folder_of(plant, file->name);
    if (inner && mkdir(inner, 0700) != 0 && errno != EEXIST)
        return errno;
    const int fd = open(wrd_path_join(plant->arena, plant->making, file->name),
                        O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return errno;
    const int error = write_bytes(fd, file->bytes, file->len);
    return close(fd) != 0 && !error ? errno : error;
}

static int make(const struct plant *plant)
{
    int error = mkdir(plant->making, 0700) == 0 ? 0 : errno;
    for (size_t i = 0; i < plant->set->n && !error; i++)
        error = make_file(plant, &plant->set->files[i]);
    if (!error && rename(plant->making, plant->folder) != 0)
        error = errno;
    return error;
}

enum wrd_status wrd_set_plant(const struct wrd_set *set, const char *folder, struct wrd_diag *diag)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct plant plant = { .arena = arena, .set = set, .folder = without_slashes(arena, folder) };
    plant.making = wrd_arena_format(arena, "%s.making", plant.folder);
    uproot(&plant);
    const int error = make(&plant);
    if (error)
        uproot(&plant);
    if (error == ENOTEMPTY || error == EEXIST)
        wrd_say(diag, WRD_E0851, (struct wrd_place){ 0 }, folder);
    else if (error)
        wrd_say(diag, WRD_E0852, (struct wrd_place){ 0 }, folder, strerror(error));
    wrd_arena_free(arena);
    return error ? WRD_EIO : WRD_OK;
}
