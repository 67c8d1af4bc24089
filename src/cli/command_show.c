#include "cli/run.h"

enum wrd_status command_show(struct run *run)
{
    enum wrd_status status = run_open(run);

    if (status == WRD_OK)
        status = run_read(run, 0, run->wave);
    if (status == WRD_OK)
        status = run_release(run);
    if (status == WRD_OK)
        status = wrd_write_shown(run->release, run->options->table, run->options->lang, stdout,
                                 run->diag);
    return status;
}
