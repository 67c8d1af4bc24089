/* cli/paths.h - where a path leads, and how the analyst would type it.
 *
 * Memory   What is returned lives in the arena. */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include <stdbool.h>

#include "waardering/arena.h"

/* As the analyst would type it from here. */
const char *path_from_here(struct wrd_arena *arena, const char *path);
/* The real path of `path`, of which the last parts need not be there yet. */
const char *real_path(struct wrd_arena *arena, const char *path);
/* Both end in a name or a slash. */
bool is_within(const char *inner, const char *outer);

#endif
