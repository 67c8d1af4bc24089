/* read/inside.c - see read/inside.h. */
#include "read/inside.h"

#include "core/file.h"

bool wrd_is_inside(const struct wrd_study *study, const char *path, const char *name,
                   struct wrd_place named_at, struct wrd_diag *diag)
{
    if (wrd_path_is_below(study->folder, path))
        return true;
    wrd_say(diag, WRD_E0165, named_at, name);
    return false;
}
