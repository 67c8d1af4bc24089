/* core/tree.h - a new folder of files and folders: complete, or as if nothing had happened.
 *
 * The folder must be empty or not there yet, so that nothing of anybody is lost.  Files are written
 * below FOLDER/.new; wrd_tree_publish moves what is in it up, and what was added first comes last:
 * a folder with that file is whole.  A new file has mode 0600, a new folder 0700.
 *
 * Errors   Said in diag: WRD_EUSAGE for a folder that is not empty, WRD_EIO for the rest. */
#ifndef CORE_TREE_H
#define CORE_TREE_H

#include <stdbool.h>
#include <stdio.h>

#include "waardering/arena.h"
#include "waardering/diag.h"
#include "waardering/status.h"

struct wrd_tree;

enum wrd_status wrd_tree_open(const char *folder, struct wrd_diag *diag, struct wrd_tree **tree);
/* Where the files are until they are published. */
const char *wrd_tree_staging(const struct wrd_tree *tree);
/* A new file "name" or "folder/name"; the folder is made when it is not there.  NULL after saying why. */
FILE *wrd_tree_file(struct wrd_tree *tree, const char *name);
bool wrd_tree_close_file(struct wrd_tree *tree, FILE *file);
/* Frees the tree, whatever it returns. */
enum wrd_status wrd_tree_publish(struct wrd_tree *tree);
/* Takes back everything, the folder too if it was made. */
void wrd_tree_drop(struct wrd_tree *tree);

#endif
