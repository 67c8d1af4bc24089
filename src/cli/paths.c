/* cli/paths.c - see paths.h. */
#include "cli/paths.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *path_from_here(struct wrd_arena *arena, const char *path)
{
    char *full = realpath(path, NULL), *here = getcwd(NULL, 0);
    size_t len = here ? strlen(here) : 0;
    const char *shown = path;

    if (full && here && strncmp(full, here, len) == 0 && full[len] == '/')
        shown = full + len + 1;
    else if (full)
        shown = full;
    shown = wrd_arena_text(arena, shown, strlen(shown));
    free(full);
    free(here);
    return shown;
}

const char *real_path(struct wrd_arena *arena, const char *path)
{
    size_t len = strlen(path);
    const char *whole = path;

    for (;;) {
        const char *head = wrd_arena_text(arena, path, len);
        char *real = realpath(len ? head : path[0] == '/' ? "/" : ".", NULL);
        if (real) {
            const char *rest = path + len + strspn(path + len, "/");
            whole = wrd_arena_format(arena, "%s/%s", strcmp(real, "/") ? real : "", rest);
            free(real);
        }
        if (real || len == 0)
            return whole;
        while (len > 0 && path[len - 1] == '/')
            len--;
        while (len > 0 && path[len - 1] != '/')
            len--;
    }
}

bool is_within(const char *inner, const char *outer)
{
    size_t n = strlen(outer);

    while (n > 1 && outer[n - 1] == '/')
        n--;
    return strncmp(inner, outer, n) == 0 && (inner[n] == '/' || inner[n] == '\0');
}
