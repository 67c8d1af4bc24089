/* core/file.h - files and the staged folder.
 *
 * A set of output files is complete or absent.  wrd_stage_open makes FOLDER/.NAME.staging (0700) and
 * takes the lock FOLDER/.NAME.lock; files are written into it (0600 then the published mode);
 * wrd_stage_publish fsyncs every file and folder and exchanges the staged folder with FOLDER/NAME by
 * renameat2(RENAME_EXCHANGE) (plain rename if there is none yet; two renames with recovery at the next
 * start where exchange is not to be had), then removes the old set.  A run that dies leaves the old
 * set as it was; the next wrd_stage_open removes what it left.  Because the old set is removed, only a
 * folder of files may stand in the place of FOLDER/NAME: a file, a link or a folder with folders in it
 * is an error of wrd_stage_open. */
#ifndef CORE_FILE_H
#define CORE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "waardering/arena.h"
#include "waardering/diag.h"
#include "waardering/status.h"

/* folder + "/" + name, or name if it is absolute. */
const char *wrd_path_join(struct wrd_arena *arena, const char *folder, const char *name);
/* false: absolute, or leaves the folder it is relative to by more than `steps_up` steps. */
bool wrd_path_stays(const char *path, unsigned steps_up);

/* Whether `path` is below `folder` when all links are followed.  What is not there, or cannot be looked
 * at, is: opening it says why. */
bool wrd_path_is_below(const char *folder, const char *path);
/* Whether others on this machine may read it: its mode lets them, and no folder above it is closed. */
bool wrd_file_is_open_to_others(const char *path);

/* Opens a regular file for reading, O_CLOEXEC|O_NONBLOCK; a folder, FIFO or device is an error (said in
 * diag with `place`), and is not opened.  NULL after saying why. */
FILE *wrd_file_open(const char *path, struct wrd_place place, struct wrd_diag *diag);
/* The whole of a small file, at most `limit` bytes; NULL after saying why. */
char *wrd_file_read(struct wrd_arena *arena, const char *path, size_t limit, size_t *len,
                    struct wrd_place place, struct wrd_diag *diag);
/* A link that leads nowhere is there: opening it says what is wrong. */
bool wrd_file_exists(const char *path);
/* A new file (0600) that will take the place of `path`; what a broken run left as `beside` goes.  NULL:
 * errno says why, as where `path` is no regular file. */
FILE *wrd_file_beside(const char *path, const char *beside);
/* Finishes it and puts it in its place.  0, or the errno of what failed: what was there is then as it
 * was, and nothing stands beside it. */
int wrd_file_replace(FILE *file, const char *path, const char *beside);
/* Puts what was written on the disk and closes the file.  0, or the errno of what failed: a full disk
 * shows up here. */
int wrd_file_finish(FILE *file);

struct wrd_stage;

/* WRD_EBUSY: another run holds the lock.  WRD_EIO: said in diag. */
enum wrd_status wrd_stage_open(const char *folder, const char *name, struct wrd_diag *diag,
                               struct wrd_stage **stage);
/* A new file in the stage, O_CREAT|O_EXCL|O_NOFOLLOW|O_CLOEXEC, 0600; NULL after saying why. */
FILE *wrd_stage_file(struct wrd_stage *stage, const char *name);
/* Flushes, fsyncs and closes; false after saying why (a full disk shows up here). */
bool wrd_stage_close_file(struct wrd_stage *stage, FILE *file);
/* Sets modes, fsyncs, exchanges.  Frees the stage whatever it returns. */
enum wrd_status wrd_stage_publish(struct wrd_stage *stage, unsigned file_mode,
                                  unsigned folder_mode);
/* Removes the staged files and frees the stage. */
void wrd_stage_drop(struct wrd_stage *stage);

#endif
