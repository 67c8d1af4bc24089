/* core/swap.h - putting a new folder in the place of an old one.
 *
 * Three names in one folder: `name` (what readers see), `staging` (the new one; after the swap the
 * old one, to be removed) and `old` (only without exchange: the old one between two renames).
 * `old` is always complete, so wherever a run dies wrd_swap_recover can put it back; a folder that
 * is being removed is always called `staging`.
 *
 * Errors   0, or the errno of what failed; `name` is then as it was. */
#ifndef CORE_SWAP_H
#define CORE_SWAP_H

#include <stdbool.h>

struct wrd_swap_names {
    int folder; /* a descriptor */
    const char *name, *staging, *old;
};

/* In one step where the file system can, else by renames. */
int wrd_swap(const struct wrd_swap_names *names);
int wrd_swap_by_renames(const struct wrd_swap_names *names);
/* What a run that died left: *restored if `name` was put back, *removed if something was removed.
 */
int wrd_swap_recover(const struct wrd_swap_names *names, bool *restored, bool *removed);
/* Removes a folder of files, following nothing; 0 too if there is none.  A folder in it stays, and
 * is an error. */
int wrd_folder_remove(int folder, const char *name);

#endif
