/* cli/command_run.c - everything, up to the files. */
#include "cli/run.h"

#include "cli/paths.h"
#include "core/file.h"
#include "model/words.h"

static void print_written(const struct run *run, const char *folder, unsigned formats)
{
    const char *set = path_from_here(
        run->arena, wrd_path_join(run->arena, folder, run->study->waves[run->wave].name));
    enum wrd_lang lang = run->options->lang, of = lang;

    if (run->options->quiet)
        return;
    puts(wrd_sentence(run->arena,
                      run->options->dry_run ? WRD_WORD_CLI_DRY_RUN : WRD_WORD_CLI_WRITTEN, lang,
                      set));
    if (run->options->dry_run || !(formats & WRD_FORMAT_HTML))
        return;
    if (!run->study->output.languages[of])
        of = of == WRD_NL ? WRD_EN : WRD_NL;
    puts(wrd_sentence(run->arena, WRD_WORD_CLI_OPEN, lang,
                      wrd_arena_format(run->arena, "%s/report.%s.html", set, wrd_lang_code(of))));
}

/* Whoever hands on the folder of the results must not hand on the unprotected figures with it. */
static enum wrd_status keep_apart(struct run *run, const char *folder)
{
    const char *name = run->study->waves[run->wave].name;
    const char *set = real_path(run->arena, wrd_path_join(run->arena, folder, name));
    const char *internal = real_path(run->arena, run->options->internal);

    if (!is_within(internal, set) && !is_within(set, internal))
        return WRD_OK;
    wrd_say(run->diag, WRD_E0913, (struct wrd_place){ 0 }, run->options->internal,
            path_from_here(run->arena, wrd_path_join(run->arena, folder, name)));
    return WRD_EUSAGE;
}

/* Where the study says; a link there may lead anywhere, and only whoever runs the program may say so. */
static enum wrd_status keep_near(struct run *run, const char *folder)
{
    const char *near = wrd_path_join(run->arena, run->study->folder, "..");

    if (is_within(real_path(run->arena, folder), real_path(run->arena, near)))
        return WRD_OK;
    wrd_say(run->diag, WRD_E0166, (struct wrd_place){ .file = run->study->file },
            run->study->output.folder);
    return WRD_EINPUT;
}

static enum wrd_status write_all(struct run *run)
{
    const struct options *options = run->options;
    const char *folder =
        options->output ? options->output
                        : wrd_path_join(run->arena, run->study->folder, run->study->output.folder);
    struct wrd_write_options how = {
        .formats = options->formats ? options->formats : run->study->output.formats,
        .dry_run = options->dry_run,
        .audit = wrd_audit_money,
        .publish_mode = options->publish_mode,
    };
    enum wrd_status status = WRD_OK;

    if (!options->output)
        status = keep_near(run, folder);
    if (status == WRD_OK && options->internal)
        status = keep_apart(run, folder);
    if (status == WRD_OK)
        status = wrd_write(run->release, folder, &how, run->diag);
    /* behind the published set: that holds the lock, and nothing is written when it cannot be */
    if (status == WRD_OK && options->internal && !options->dry_run)
        status = wrd_write_internal(run->tables[run->wave], run->frames[run->wave],
                                    run->n_frames[run->wave], options->internal, run->diag);
    if (status == WRD_OK)
        print_written(run, folder, how.formats);
    return status;
}

enum wrd_status command_run(struct run *run)
{
    enum wrd_status status = run_all(run);

    if (status == WRD_OK)
        status = write_all(run);
    return status;
}
