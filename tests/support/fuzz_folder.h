/* tests/support/fuzz_folder.h - a folder in memory for what a fuzz target writes, and the study in it
 * read back. */
#ifndef SUPPORT_FUZZ_FOLDER_H
#define SUPPORT_FUZZ_FOLDER_H

#include <ftw.h>

#include "core/diag_body.h"
#include "support/fuzz.h"
#include "waardering/steps.h"

static char memory_folder[] = "/dev/shm/waardering-fuzz-XXXXXX";

static inline int remove_one(const char *path, const struct stat *about, int type, struct FTW *ftw)
{
    (void)about;
    (void)type;
    (void)ftw;
    return remove(path);
}

static inline void empty_memory_folder(void)
{
    nftw(memory_folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* A path in it where nothing is: the folder is there, what was in it is gone. */
static inline const char *new_in_memory_folder(void)
{
    static char path[sizeof memory_folder + 8];
    static bool made;
    if (!made) {
        demand(mkdtemp(memory_folder) != NULL);
        atexit(empty_memory_folder);
        snprintf(path, sizeof path, "%s/study", memory_folder);
        made = true;
    }
    nftw(path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    return path;
}

/* WRD_OK, or what was said and the end. */
static inline void demand_ok(enum wrd_status status, struct wrd_diag *diag)
{
    if (status != WRD_OK)
        wrd_diag_write(diag, stderr, &(struct wrd_diag_style){ .lang = WRD_EN });
    demand(status == WRD_OK);
}

static inline void count_others(const struct wrd_said *said, void *self)
{
    *(size_t *)self += said->severity >= WRD_ERROR && said->message != WRD_E0228;
}

/* A study that the program made is right, and its answers (NULL: those it names) can be read; or they
 * have numbers that cannot be kept together (E0228), which is for the analyst to mend: NULL. */
static inline struct wrd_frame *demand_readable(struct wrd_arena *arena, const char *folder,
                                                const char *answers, struct wrd_diag *diag)
{
    struct wrd_study *study;
    struct wrd_codebook *book;
    struct wrd_frame *frame;
    demand_ok(wrd_study_read(arena, folder, diag, &study), diag);
    demand_ok(wrd_codebook_read(arena, study, diag, &book), diag);
    demand_ok(wrd_check_codebook(study, book, diag), diag);
    demand_ok(wrd_check_money(study, book, diag), diag);
    if (answers) { /* they stand beside the study */
        study->folder = "/";
        study->waves[0].files[0] = answers;
    }
    enum wrd_status status = wrd_answers_read(arena, study, book, 0, 0, NULL, diag, &frame);
    size_t others = 0;
    wrd_diag_each(diag, count_others, &others);
    if (others > 0)
        demand_ok(status, diag);
    return frame;
}

#endif
