/* core/stage.c - a set of files that is complete or absent; see core/file.h.
 *
 * All is done by descriptors of the folder and the stage, so that a folder which is moved or
 * replaced meanwhile changes nothing.  The lock file stays: to remove it would let two runs lock
 * two files of one name. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/file.h"
#include "core/swap.h"

struct wrd_stage {
    struct wrd_arena *arena;
    struct wrd_diag *diag;
    const char *path;    /* of the set, as readers know it */
    const char *staging; /* path of the stage */
    const char *lock;
    struct wrd_swap_names names;
    int lock_fd;
    int fd;            /* of the stage */
    size_t open_files; /* not yet closed */
    bool broken;       /* a file could not be written: this set must not be published */
};

static const struct wrd_place nowhere;

static enum wrd_status say_error(struct wrd_stage *stage, enum wrd_message message,
                                 const char *path, int error)
{
    wrd_say(stage->diag, message, nowhere, path, strerror(error));
    return WRD_EIO;
}

static void close_if_open(int fd)
{
    if (fd >= 0)
        close(fd);
}

static void stage_free(struct wrd_stage *stage)
{
    close_if_open(stage->fd);
    close_if_open(stage->names.folder);
    close_if_open(stage->lock_fd); /* last: the lock goes with it */
    wrd_arena_free(stage->arena);
    free(stage);
}

static struct wrd_stage *stage_new(const char *folder, const char *name, struct wrd_diag *diag)
{
    struct wrd_stage *stage = wrd_alloc(1, sizeof *stage);
    struct wrd_arena *arena = wrd_arena_new();
    stage->arena = arena;
    stage->diag = diag;
    stage->fd = stage->lock_fd = -1;
    stage->names = (struct wrd_swap_names){
        .folder = -1,
        .name = wrd_arena_text(arena, name, strlen(name)),
        .staging = wrd_arena_format(arena, ".%s.staging", name),
        .old = wrd_arena_format(arena, ".%s.old", name),
    };
    stage->path = wrd_path_join(arena, folder, name);
    stage->staging = wrd_path_join(arena, folder, stage->names.staging);
    stage->lock = wrd_path_join(arena, folder, wrd_arena_format(arena, ".%s.lock", name));
    return stage;
}

/* mkdir -p */
static int make_folders(const char *path, struct wrd_arena *arena)
{
    char *part = wrd_arena_text(arena, path, strlen(path));
    for (char *at = part + strspn(part, "/"); *at;) {
        char *end = at + strcspn(at, "/");
        char after = *end;
        *end = '\0';
        if (mkdir(part, 0755) != 0 && errno != EEXIST)
            return errno;
        *end = after;
        at = end + strspn(end, "/");
    }
    return 0;
}

static enum wrd_status open_folder(struct wrd_stage *stage, const char *folder)
{
    int error = make_folders(folder, stage->arena);
    if (!error) {
        stage->names.folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        error = stage->names.folder < 0 ? errno : 0;
    }
    return error ? say_error(stage, WRD_E0806, folder, error) : WRD_OK;
}

static enum wrd_status take_lock(struct wrd_stage *stage)
{
    const char *name = strrchr(stage->lock, '/');
    name = name ? name + 1 : stage->lock;
    stage->lock_fd =
        openat(stage->names.folder, name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (stage->lock_fd >= 0 && flock(stage->lock_fd, LOCK_EX | LOCK_NB) == 0)
        return WRD_OK;
    if (errno != EWOULDBLOCK)
        return say_error(stage, WRD_E0809, stage->lock, errno);
    wrd_say(stage->diag, WRD_E0808, nowhere, stage->path, stage->lock);
    return WRD_EBUSY;
}

static enum wrd_status recover(struct wrd_stage *stage)
{
    bool restored, removed;
    int error = wrd_swap_recover(&stage->names, &restored, &removed);
    if (error)
        return say_error(stage, WRD_E0806, stage->staging, error);
    if (restored)
        wrd_say(stage->diag, WRD_N0815, nowhere, stage->path);
    if (removed)
        wrd_say(stage->diag, WRD_N0814, nowhere, stage->staging);
    return WRD_OK;
}

/* The name of a folder among `entries`, or NULL. */
static const char *folder_among(DIR *entries, struct wrd_arena *arena)
{
    struct stat info;
    for (const struct dirent *entry; (entry = readdir(entries));) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            continue;
        if (fstatat(dirfd(entries), name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode))
            return wrd_arena_text(arena, name, strlen(name));
    }
    return NULL;
}

/* The old set will be removed: nothing that is not a set may stand in its place. */
static enum wrd_status look_at_place(struct wrd_stage *stage)
{
    int fd = openat(stage->names.folder, stage->names.name,
                    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return WRD_OK;
    DIR *entries = fd < 0 ? NULL : fdopendir(fd);
    if (!entries) {
        close_if_open(fd);
        wrd_say(stage->diag, WRD_E0811, nowhere, stage->path);
        return WRD_EIO;
    }
    const char *folder = folder_among(entries, stage->arena);
    closedir(entries);
    if (!folder)
        return WRD_OK;
    wrd_say(stage->diag, WRD_E0812, nowhere, stage->path, folder);
    return WRD_EIO;
}

static enum wrd_status make_staging(struct wrd_stage *stage)
{
    const struct wrd_swap_names *names = &stage->names;
    if (mkdirat(names->folder, names->staging, 0700) == 0)
        stage->fd =
            openat(names->folder, names->staging, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return stage->fd < 0 ? say_error(stage, WRD_E0806, stage->staging, errno) : WRD_OK;
}

enum wrd_status wrd_stage_open(const char *folder, const char *name, struct wrd_diag *diag,
                               struct wrd_stage **stage)
{
    struct wrd_stage *opening = stage_new(folder, name, diag);
    enum wrd_status status = open_folder(opening, folder);
    if (status == WRD_OK)
        status = take_lock(opening);
    if (status == WRD_OK)
        status = recover(opening);
    if (status == WRD_OK)
        status = look_at_place(opening);
    if (status == WRD_OK)
        status = make_staging(opening);
    if (status == WRD_OK)
        *stage = opening;
    else
        stage_free(opening);
    return status;
}

FILE *wrd_stage_file(struct wrd_stage *stage, const char *name)
{
    int fd = openat(stage->fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "wb");
    if (file) {
        stage->open_files++;
        return file;
    }
    say_error(stage, WRD_E0807, wrd_path_join(stage->arena, stage->path, name), errno);
    close_if_open(fd);
    stage->broken = true;
    return NULL;
}

bool wrd_stage_close_file(struct wrd_stage *stage, FILE *file)
{
    const int error = wrd_file_finish(file);
    stage->open_files--;
    if (!error)
        return true;
    stage->broken = true;
    say_error(stage, WRD_E0807, stage->path, error);
    return false;
}

/* The bytes are on the disk since wrd_stage_close_file; this puts the mode there too. */
static int finish_file(int folder, const char *name, unsigned mode)
{
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno;
    int error = fchmod(fd, mode) != 0 || fsync(fd) != 0 ? errno : 0;
    close(fd);
    return error;
}

static int finish_files(const struct wrd_stage *stage, unsigned mode)
{
    int fd = openat(stage->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), error = 0;
    DIR *entries = fd < 0 ? NULL : fdopendir(fd);
    if (!entries) {
        error = errno;
        close_if_open(fd);
        return error;
    }
    for (const struct dirent *entry; !error && (entry = readdir(entries));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            error = finish_file(fd, entry->d_name, mode);
    closedir(entries);
    return error;
}

static int finish(const struct wrd_stage *stage, unsigned file_mode, unsigned folder_mode)
{
    int error = finish_files(stage, file_mode);
    if (!error && (fchmod(stage->fd, folder_mode) != 0 || fsync(stage->fd) != 0))
        error = errno;
    return error;
}

/* Behind the swap the new set is in place whatever happens: from here on there are only warnings.
 */
static void clear_old_set(struct wrd_stage *stage)
{
    if (fsync(stage->names.folder) != 0 && errno != EINVAL) /* some mounts cannot */
        wrd_say(stage->diag, WRD_W0816, nowhere, stage->path, strerror(errno));
    int error = wrd_folder_remove(stage->names.folder, stage->names.staging);
    if (error)
        wrd_say(stage->diag, WRD_W0813, nowhere, stage->staging, strerror(error));
}

enum wrd_status wrd_stage_publish(struct wrd_stage *stage, unsigned file_mode, unsigned folder_mode)
{
    if (stage->broken || stage->open_files > 0) {
        enum wrd_status status = stage->broken ? WRD_EIO : WRD_EFAULT;
        wrd_stage_drop(stage);
        return status;
    }
    int error = finish(stage, file_mode, folder_mode);
    if (!error)
        error = wrd_swap(&stage->names);
    if (error) {
        say_error(stage, WRD_E0810, stage->path, error);
        wrd_stage_drop(stage);
        return WRD_EIO;
    }
    clear_old_set(stage);
    stage_free(stage);
    return WRD_OK;
}

void wrd_stage_drop(struct wrd_stage *stage)
{
    int error = wrd_folder_remove(stage->names.folder, stage->names.staging);
    if (error)
        wrd_say(stage->diag, WRD_W0817, nowhere, stage->staging, strerror(error));
    stage_free(stage);
}
