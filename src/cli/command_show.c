/* cli/command_show.c - one protected table in the terminal. */
#include "cli/run.h"

enum wrd_status command_show(struct run *run)
{
    enum wrd_status status = run_all(run);

    if (status == WRD_OK)
        status = wrd_write_shown(run->release, run->options->table, run->options->lang, stdout,
                                 run->diag);
    return status;
}
