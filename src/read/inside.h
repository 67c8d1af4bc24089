/* read/inside.h - what a study names is read from its own folder.
 *
 * A path of study.yml has no way out by itself (wrd_path_stays); a link in the folder has.  A study comes
 * from elsewhere, as a zip or a clone, so nothing is opened that such a link leads to. */
#ifndef READ_INSIDE_H
#define READ_INSIDE_H

#include "waardering/diag.h"
#include "waardering/study.h"

/* `path` as it is opened, `name` as the analyst knows it.  false, and said at `named_at`: its place, with
 * all links followed, is not below the folder of the study. */
bool wrd_is_inside(const struct wrd_study *study, const char *path, const char *name,
                   struct wrd_place named_at, struct wrd_diag *diag);

#endif
