/* write/set.c - see set.h.
 *
 * A set is made in memory first: its hashes go into the manifest, and nothing touches the disk
 * before everything could be made. */
#include "write/set.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "core/file.h"

FILE *wrd_set_begin(struct wrd_set *set, const char *name)
{
    struct wrd_output *file = &set->files[set->n];
    file->name = name;
    file->stream = open_memstream(&file->bytes, &file->len);
    if (!file->stream)
        wrd_memory_full();
    return file->stream;
}

/* A memory stream fails for one reason only. */
void wrd_set_end(struct wrd_set *set)
{
    struct wrd_output *file = &set->files[set->n++];
    const bool failed = ferror(file->stream) != 0;
    if (fclose(file->stream) != 0 || failed)
        wrd_memory_full();
    file->stream = NULL;
}

void wrd_set_clear(struct wrd_set *set)
{
    for (size_t i = 0; i < set->n; i++)
        free(set->files[i].bytes);
    set->n = 0;
}

static bool is_ours(const struct wrd_set_place *place, const char *name)
{
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return true;
    for (size_t i = 0; place->ours[i]; i++)
        if (strcmp(place->ours[i], name) == 0)
            return true;
    return false;
}

/* The exchange removes the old folder with all that is in it, so it must hold nothing of another
 * hand: think of `--internal ~`. */
static enum wrd_status only_ours(struct wrd_arena *arena, const struct wrd_set_place *place,
                                 struct wrd_diag *diag)
{
    const char *path = wrd_path_join(arena, place->folder, place->name);
    DIR *folder = opendir(path);
    enum wrd_status status = WRD_OK;
    const struct dirent *entry;
    if (!folder)
        return WRD_OK; /* not there; anything else the stage will say */
    while (status == WRD_OK && (entry = readdir(folder)) != NULL)
        if (!is_ours(place, entry->d_name)) {
            wrd_say(diag, WRD_E0830, (struct wrd_place){ 0 }, path, entry->d_name);
            status = WRD_EIO;
        }
    closedir(folder);
    return status;
}

static bool stage_file(struct wrd_stage *stage, const struct wrd_output *file)
{
    FILE *to = wrd_stage_file(stage, file->name);
    if (!to)
        return false;
    fwrite(file->bytes, 1, file->len, to); /* an error shows up when it is closed */
    return wrd_stage_close_file(stage, to);
}

static enum wrd_status stage_all(const struct wrd_set *set, const struct wrd_set_place *place,
                                 struct wrd_diag *diag)
{
    struct wrd_stage *stage;
    enum wrd_status status = wrd_stage_open(place->folder, place->name, diag, &stage);
    if (status != WRD_OK)
        return status;
    for (size_t i = 0; i < set->n; i++)
        if (!stage_file(stage, &set->files[i])) {
            wrd_stage_drop(stage);
            return WRD_EIO;
        }
    return wrd_stage_publish(stage, place->file_mode, place->folder_mode);
}

enum wrd_status wrd_set_publish(const struct wrd_set *set, const struct wrd_set_place *place,
                                struct wrd_diag *diag)
{
    struct wrd_arena *arena = wrd_arena_new();
    enum wrd_status status = only_ours(arena, place, diag);
    if (status == WRD_OK && !place->dry_run)
        status = stage_all(set, place, diag);
    wrd_arena_free(arena);
    return status;
}
