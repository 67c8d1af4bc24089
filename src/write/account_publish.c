/* write/account_publish.c - the account of `check` to a stream or a file; see waardering/steps.h. */
#include <errno.h>
#include <string.h>

#include "core/file.h"
#include "waardering/steps.h"
#include "write/account.h"

void wrd_write_account(const struct wrd_release *release, const struct wrd_account *account,
                       enum wrd_lang lang, FILE *to, struct wrd_diag *diag)
{
    struct wrd_arena *arena = wrd_arena_new();
    wrd_account_files(arena, account, lang, to);
    if (release)
        wrd_account_text(wrd_plan_new(arena, release), diag, lang, to);
    wrd_arena_free(arena);
}

static enum wrd_status say_not_written(const char *path, int error, struct wrd_diag *diag)
{
    wrd_say(diag, WRD_E0807, (struct wrd_place){ 0 }, path, strerror(error));
    return WRD_EIO;
}

/* Beside the file, then in its place: a full disk leaves the earlier report as it was. */
static enum wrd_status put_file(const char *path, const char *beside, const struct wrd_plan *plan,
                                const struct wrd_account *account, enum wrd_lang lang,
                                struct wrd_diag *diag)
{
    FILE *to = wrd_file_beside(path, beside);
    if (!to)
        return say_not_written(path, errno, diag);
    wrd_account_html(plan, account, diag, lang, to);
    const int error = wrd_file_replace(to, path, beside);
    return error ? say_not_written(path, error, diag) : WRD_OK;
}

enum wrd_status wrd_write_account_html(const struct wrd_release *release,
                                       const struct wrd_account *account, enum wrd_lang lang,
                                       const char *path, struct wrd_diag *diag)
{
    struct wrd_arena *arena = wrd_arena_new();
    const struct wrd_plan *plan = wrd_plan_new(arena, release);
    const char *beside = wrd_arena_format(arena, "%s.part", path);
    enum wrd_status status = WRD_OK;
    if (strcmp(path, "-") == 0)
        wrd_account_html(plan, account, diag, lang, stdout);
    else
        status = put_file(path, beside, plan, account, lang, diag);
    wrd_arena_free(arena);
    return status;
}
