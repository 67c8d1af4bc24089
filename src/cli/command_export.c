/* cli/command_export.c - the answers of one source in one wave as an SPSS file, for the analyst
 * alone: never in the folder of the results. */
#include "cli/run.h"

#include "cli/paths.h"
#include "core/file.h"
#include "core/number.h"
#include "core/text.h"
#include "model/words.h"

#include <string.h>

/* The ids of the sources that took part in the wave. */
static size_t ids_of(const struct run *run, const char **ids)
{
    size_t n = 0;

    for (size_t s = 0; s < run->study->n_sources; s++)
        if (run->study->waves[run->wave].files[s])
            ids[n++] = run->study->sources[s].id;
    return n;
}

/* Index of the source, or -1 after saying which there are. */
static int choose_source(struct run *run)
{
    const char *ids[WRD_MAX_SOURCES], *wanted = run->options->source;
    const size_t n = ids_of(run, ids);
    const char *all = wrd_text_join(run->arena, ids, n, ", ");

    if (!wanted && n == 1)
        wanted = ids[0];
    if (!wanted) {
        wrd_say(run->diag, WRD_E0840, (struct wrd_place){ 0 }, all, ids[0]);
        return -1;
    }
    for (size_t i = 0; i < n; i++)
        if (wrd_text_is(wanted, strlen(wanted), ids[i]))
            return wrd_study_source(run->study, wanted);
    wrd_say(run->diag, WRD_E0847, (struct wrd_place){ 0 }, wanted,
            run->study->waves[run->wave].name, all);
    return -1;
}

/* Whoever hands on the folder of the results must not hand on answers with it. */
static enum wrd_status keep_apart(struct run *run)
{
    const char *folder = wrd_path_join(run->arena, run->study->folder, run->study->output.folder);

    if (!is_within(real_path(run->arena, run->options->sav), real_path(run->arena, folder)))
        return WRD_OK;
    wrd_say(run->diag, WRD_E0841, (struct wrd_place){ 0 }, run->options->sav,
            path_from_here(run->arena, folder));
    return WRD_EUSAGE;
}

static enum wrd_status write_frame(struct run *run, const struct wrd_frame *frame)
{
    const struct options *options = run->options;
    enum wrd_status status =
        wrd_sav_write(run->study, run->book, frame, options->lang, options->sav, run->diag);

    if (status == WRD_OK && !options->quiet)
        puts(wrd_sentence(run->arena, WRD_WORD_CLI_SAV, options->lang,
                          path_from_here(run->arena, options->sav),
                          wrd_count_text(run->arena, frame->n)));
    return status;
}

enum wrd_status command_export(struct run *run)
{
    enum wrd_status status = run_open(run);
    const int source = status == WRD_OK ? choose_source(run) : -1;

    if (status == WRD_OK)
        status = source < 0 ? WRD_EUSAGE : keep_apart(run);
    if (status == WRD_OK)
        status = run_read(run);
    for (size_t f = 0; status == WRD_OK && f < run->n_frames[run->wave]; f++)
        if (run->frames[run->wave][f]->source == (size_t)source)
            return write_frame(run, run->frames[run->wave][f]);
    return status;
}
