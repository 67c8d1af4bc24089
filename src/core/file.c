/* core/file.c - paths, and files that are read; see core/file.h. */
#include "core/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/number.h"

const char *wrd_path_join(struct wrd_arena *arena, const char *folder, const char *name)
{
    if (name[0] == '/')
        return wrd_arena_text(arena, name, strlen(name));
    size_t len = strlen(folder);
    const char *between = len > 0 && folder[len - 1] != '/' ? "/" : "";
    return wrd_arena_format(arena, "%s%s%s", folder, between, name);
}

static bool has_control_characters(const char *path)
{
    for (; *path; path++)
        if ((unsigned char)*path < 0x20 || *path == 0x7F)
            return true;
    return false;
}

bool wrd_path_stays(const char *path, unsigned steps_up)
{
    if (path[0] == '\0' || path[0] == '/' || has_control_characters(path))
        return false;
    size_t below = 0, above = 0; /* the folder the path is relative to */
    for (const char *part = path; *part; part += strspn(part, "/")) {
        size_t len = strcspn(part, "/");
        if (len == 2 && memcmp(part, "..", 2) == 0) {
            if (below > 0)
                below--;
            else
                above++;
        } else if (len != 1 || *part != '.') {
            below++;
        }
        part += len;
    }
    return above <= steps_up;
}

bool wrd_path_is_below(const char *folder, const char *path)
{
    char *outer = realpath(folder, NULL), *inner = realpath(path, NULL);
    const size_t len = outer ? strlen(outer) : 0;
    const bool below =
        !outer || !inner || (strncmp(inner, outer, len) == 0 && (inner[len] == '/' || len == 1));
    free(outer);
    free(inner);
    return below;
}

/* A folder lets somebody through by its x. */
bool wrd_file_is_open_to_others(const char *path)
{
    enum { READ_BY_GROUP = 040, READ_BY_ALL = 04 };
    struct stat info;
    char *at = realpath(path, NULL);
    bool group = at && stat(at, &info) == 0 && (info.st_mode & READ_BY_GROUP);
    bool all = at && stat(at, &info) == 0 && (info.st_mode & READ_BY_ALL);
    while (at && *at && (group || all)) {
        *strrchr(at, '/') = '\0';
        if (stat(*at ? at : "/", &info) != 0)
            break;
        group &= (info.st_mode & (READ_BY_GROUP >> 2)) != 0;
        all &= (info.st_mode & (READ_BY_ALL >> 2)) != 0;
    }
    free(at);
    return group || all;
}

bool wrd_file_exists(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0;
}

static void say_not_opened(const char *path, int error, struct wrd_place place,
                           struct wrd_diag *diag)
{
    if (error == ENOENT || error == ENOTDIR)
        wrd_say(diag, WRD_E0801, place, path);
    else
        wrd_say(diag, WRD_E0802, place, path, strerror(error));
}

FILE *wrd_file_open(const char *path, struct wrd_place place, struct wrd_diag *diag)
{
    struct stat info;
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode)) { /* opening a device may do something */
        wrd_say(diag, WRD_E0803, place, path);
        return NULL;
    }
    /* O_NONBLOCK: opening a FIFO without a writer must not wait for ever. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        say_not_opened(path, errno, place, diag);
        return NULL;
    }
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        wrd_say(diag, WRD_E0803, place, path);
        close(fd);
        return NULL;
    }
    FILE *file = fdopen(fd, "rb");
    if (!file)
        wrd_memory_full(); /* the only reason left */
    return file;
}

/* All of `file`, or somewhat more than `limit`; a NUL behind it. */
static char *read_up_to(struct wrd_arena *arena, FILE *file, size_t limit, size_t *len)
{
    char *bytes = NULL;
    size_t room = 0, got;
    *len = 0;
    do {
        if (*len == room) {
            room = room ? 2 * room : 16 * 1024;
            bytes = wrd_realloc(bytes, room + 1, 1);
        }
        got = fread(bytes + *len, 1, room - *len, file);
        *len += got;
    } while (got > 0 && *len <= limit);
    bytes[*len] = '\0';
    wrd_arena_adopt(arena, bytes);
    return bytes;
}

char *wrd_file_read(struct wrd_arena *arena, const char *path, size_t limit, size_t *len,
                    struct wrd_place place, struct wrd_diag *diag)
{
    FILE *file = wrd_file_open(path, place, diag);
    if (!file)
        return NULL;
    char *bytes = read_up_to(arena, file, limit, len);
    int error = ferror(file) ? errno : 0;
    fclose(file);
    if (!error && *len <= limit)
        return bytes;
    if (error)
        wrd_say(diag, WRD_E0805, place, path, strerror(error));
    else
        wrd_say(diag, WRD_E0804, place, path, wrd_count_text(arena, limit));
    return NULL;
}

int wrd_file_finish(FILE *file)
{
    int error = 0;
    errno = 0;
    if (ferror(file) || fflush(file) != 0 || fsync(fileno(file)) != 0)
        error = errno ? errno : EIO;
    if (fclose(file) != 0 && !error)
        error = errno;
    return error;
}

FILE *wrd_file_beside(const char *path, const char *beside)
{
    struct stat info;
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode)) {
        errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
        return NULL;
    }
    (void)unlink(beside);
    const int fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    return fd < 0 ? NULL : fdopen(fd, "wb");
}

int wrd_file_replace(FILE *file, const char *path, const char *beside)
{
    int error = wrd_file_finish(file);
    if (!error && rename(beside, path) != 0)
        error = errno;
    if (error)
        (void)unlink(beside);
    return error;
}
