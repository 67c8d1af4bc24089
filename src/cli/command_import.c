/* cli/command_import.c - an SPSS file becomes a study, judged before anything is written: a study
 * that asks for money is refused here as it is everywhere. */
#include "cli/run.h"

#include "cli/paths.h"
#include "core/number.h"
#include "model/words.h"

static void print_made(const struct run *run, const struct wrd_imported *made)
{
    if (!run->options->quiet)
        puts(wrd_sentence(run->arena, WRD_WORD_CLI_IMPORTED, run->options->lang,
                          path_from_here(run->arena, run->options->output),
                          wrd_count_text(run->arena, made->book->n_variables),
                          wrd_count_text(run->arena, made->n_rows)));
}

enum wrd_status command_import(struct run *run)
{
    const struct options *options = run->options;
    struct wrd_imported *made;
    enum wrd_status status =
        wrd_sav_read(run->arena, options->sav, options->wave, run->diag, &made);

    if (made)
        wrd_check_money(made->study, made->book, run->diag);
    if (status == WRD_OK)
        status = wrd_diag_status(run->diag);
    if (status != WRD_OK)
        return wrd_diag_status(run->diag);
    status = wrd_write_study(made, options->output, run->diag);
    if (status != WRD_OK)
        return status;
    if (!made->is_whole)
        wrd_say(run->diag, WRD_W0273, (struct wrd_place){ .file = "study.yml" });
    print_made(run, made);
    return WRD_OK;
}
