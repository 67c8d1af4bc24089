/* cli/command_show.c - one protected table in the terminal. */
#include "cli/run.h"

#include "core/file.h"

/* The table was forgotten: without this the example study would be searched for it. */
static bool is_study(const struct run *run)
{
    const char *table = run->options->table;

    return !run->options->study &&
           wrd_file_exists(wrd_arena_format(run->arena, "%s/study.yml", table));
}

enum wrd_status command_show(struct run *run)
{
    enum wrd_status status;

    if (is_study(run)) {
        wrd_say(run->diag, WRD_E0930, (struct wrd_place){ 0 }, run->options->table);
        return WRD_EUSAGE;
    }
    status = run_all(run);
    if (status == WRD_OK)
        status = wrd_write_shown(run->release, run->options->table, run->options->lang, stdout,
                                 run->diag);
    return status;
}
