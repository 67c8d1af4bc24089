/* write/internal_publish.c - the internal files as one set, 0600 in a 0700 folder.
 *
 * The folder itself is the set: it is replaced as a whole, so that no figure of an earlier run
 * stays beside those of this one. */
#include <string.h>

#include "core/text.h"
#include "waardering/steps.h"
#include "write/internal.h"
#include "write/set.h"

static const char *const ours[] = { "estimates.csv", "tests.csv",  "scales.csv",   "weights.csv",
                                    "rows.csv",      "state.json", "response.csv", NULL };

static void make(struct wrd_set *set, const struct wrd_tables *tables,
                 const struct wrd_frame *const *frames, size_t n_frames)
{
    wrd_estimates_write(tables, wrd_set_begin(set, "estimates.csv"));
    wrd_set_end(set);
    wrd_tests_write(tables, wrd_set_begin(set, "tests.csv"));
    wrd_set_end(set);
    wrd_scales_write(tables, wrd_set_begin(set, "scales.csv"));
    wrd_set_end(set);
    wrd_response_write(tables, wrd_set_begin(set, "response.csv"));
    wrd_set_end(set);
    wrd_weights_write(tables->study, frames, n_frames, wrd_set_begin(set, "weights.csv"));
    wrd_set_end(set);
    wrd_rows_write(tables->study, frames, n_frames, wrd_set_begin(set, "rows.csv"));
    wrd_set_end(set);
}

/* "a/b/" is set b in folder a.  false: the path ends in no name of its own. */
static bool split(struct wrd_arena *arena, const char *path, struct wrd_set_place *place)
{
    size_t len = strlen(path), start;
    while (len > 1 && path[len - 1] == '/')
        len--;
    for (start = len; start > 0 && path[start - 1] != '/';)
        start--;
    place->name = wrd_arena_text(arena, path + start, len - start);
    place->folder = start == 0 ? "." : wrd_arena_text(arena, path, start > 1 ? start - 1 : 1);
    return *place->name && !wrd_text_is(place->name, len - start, ".") &&
           !wrd_text_is(place->name, len - start, "..");
}

enum wrd_status wrd_write_internal(const struct wrd_tables *tables,
                                   const struct wrd_frame *const *frames, size_t n_frames,
                                   const char *folder, struct wrd_diag *diag)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_set_place place = { .ours = ours, .file_mode = 0600, .folder_mode = 0700 };
    struct wrd_set set = { .n = 0 };
    enum wrd_status status = WRD_OK;
    if (!split(arena, folder, &place)) {
        wrd_say(diag, WRD_E0833, (struct wrd_place){ 0 }, folder);
        status = WRD_EUSAGE;
    }
    if (status == WRD_OK) {
        make(&set, tables, frames, n_frames);
        status = wrd_set_publish(&set, &place, diag);
    }
    wrd_set_clear(&set);
    wrd_arena_free(arena);
    return status;
}
