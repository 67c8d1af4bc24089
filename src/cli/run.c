/* The order of the steps, known here alone:
 *
 *     study.yml -> codebook -> check -> answers -> weight -> tabulate -> trend -> gaps
 *     -> reliability -> tests -> disclose -> write */
#include "cli/run.h"

#include "cli/progress.h"
#include "core/file.h"
#include "core/number.h"
#include "core/text.h"

static const char *find_study(const struct run *run)
{
    if (run->options->study)
        return run->options->study[0] ? run->options->study : NULL;
    if (wrd_file_exists("study.yml"))
        return "study.yml";
    return wrd_file_exists("input/study.yml") ? "input/study.yml" : NULL;
}

static enum wrd_status choose_wave(struct run *run)
{
    const struct wrd_study *study = run->study;
    const char **names = wrd_arena_take_array(run->arena, study->n_waves, sizeof *names);
    int wave;

    run->wave = study->n_waves > 0 ? study->n_waves - 1 : 0;
    if (!run->options->wave)
        return WRD_OK;
    wave = wrd_study_wave(study, run->options->wave);
    if (wave >= 0) {
        run->wave = (size_t)wave;
        return WRD_OK;
    }
    for (size_t w = 0; w < study->n_waves; w++)
        names[w] = study->waves[w].name;
    wrd_say(run->diag, WRD_E0911, (struct wrd_place){ 0 }, run->options->wave,
            wrd_text_join(run->arena, names, study->n_waves, ", "));
    return WRD_EUSAGE;
}

/* A new study has guesses that nobody looked at, or no answers yet: check goes on, so that all the rest
 * can be told too; a figure is not made. */
static void judge_ready(struct run *run)
{
    const bool checks = run->options->command == COMMAND_CHECK;
    const struct wrd_variable *first = NULL;
    size_t guesses = 0;

    for (size_t i = 0; i < run->book->n_variables; i++)
        if (run->book->variables[i].guess) {
            first = first ? first : &run->book->variables[i];
            guesses++;
        }
    if (first)
        wrd_say(run->diag, checks ? WRD_W0924 : WRD_E0925,
                wrd_codebook_place(run->book, first->place, "x_guess"),
                wrd_count_text(run->arena, guesses), first->name);
    if (run->study->n_waves == 0)
        wrd_say(run->diag, checks ? WRD_W0922 : WRD_E0923,
                (struct wrd_place){ .file = run->study->file });
}

enum wrd_status run_open(struct run *run)
{
    const char *path = find_study(run);
    enum wrd_status status;

    if (!path) {
        wrd_say(run->diag, WRD_E0912, (struct wrd_place){ 0 },
                run->options->command == COMMAND_CHECK ? "check" : "run");
        return WRD_EINPUT;
    }
    status = wrd_study_read(run->arena, path, run->diag, &run->study);
    if (!run->study)
        return status;
    wrd_codebook_read(run->arena, run->study, run->diag, &run->book);
    if (run->book) {
        wrd_check_codebook(run->study, run->book, run->diag);
        wrd_check_money(run->study, run->book, run->diag);
        judge_ready(run);
    }
    status = wrd_diag_status(run->diag);
    return status != WRD_OK ? status : choose_wave(run);
}

static enum wrd_status read_frame(struct run *run, size_t wave, size_t source,
                                  const struct wrd_progress *progress)
{
    struct wrd_frame *frame = NULL;
    enum wrd_status status = wrd_answers_read(run->arena, run->study, run->book, wave, source,
                                              progress, run->diag, &frame);

    if (status == WRD_OK)
        status = wrd_weight(run->arena, run->study, run->book, frame, run->diag);
    if (status == WRD_OK) {
        wrd_check_patterns(run->arena, run->book, frame);
        run->frames[wave][run->n_frames[wave]++] = frame;
    }
    return status;
}

/* Said once: they are in one folder. */
static void judge_modes(struct run *run)
{
    for (size_t f = 0; f < run->n_frames[run->wave]; f++) {
        const char *file = run->frames[run->wave][f]->file;
        const char *path = wrd_path_join(run->arena, run->study->folder, file);

        if (wrd_file_is_open_to_others(path)) {
            wrd_say(run->diag, WRD_N0848, (struct wrd_place){ .file = file });
            return;
        }
    }
}

enum wrd_status run_read(struct run *run)
{
    const struct wrd_study *study = run->study;
    struct progress bar = progress_new(run->options);
    const struct wrd_progress progress = { progress_tell, &bar };

    run->frames = wrd_arena_take_array(run->arena, study->n_waves, sizeof *run->frames);
    run->n_frames = wrd_arena_take_array(run->arena, study->n_waves, sizeof *run->n_frames);
    for (size_t w = 0; w <= run->wave; w++) {
        run->frames[w] = wrd_arena_take_array(run->arena, study->n_sources, sizeof **run->frames);
        for (size_t s = 0; s < study->n_sources; s++)
            if (study->waves[w].files[s])
                read_frame(run, w, s, &progress); /* all files' errors in one go */
    }
    progress_clear(&bar);
    judge_modes(run);
    return wrd_diag_status(run->diag);
}

enum wrd_status run_release(struct run *run)
{
    enum wrd_status status = WRD_OK;
    struct wrd_tables *tables = NULL;

    run->tables = wrd_arena_take_array(run->arena, run->wave + 1, sizeof *run->tables);
    for (size_t w = 0; w <= run->wave && status == WRD_OK; w++) {
        status = wrd_tabulate(run->arena, run->study, run->book, run->frames[w], run->n_frames[w],
                              run->diag, &tables);
        run->tables[w] = tables;
    }
    if (status == WRD_OK) {
        wrd_trend(run->arena, (const struct wrd_frame *const *const *)run->frames, run->n_frames,
                  run->tables, run->wave + 1, run->diag, tables);
        wrd_gaps(run->arena, run->frames[run->wave], run->n_frames[run->wave], run->diag, tables);
        wrd_routes(run->arena, run->frames[run->wave], run->n_frames[run->wave], run->diag, tables);
        wrd_tasks(run->arena, run->frames[run->wave], run->n_frames[run->wave], run->diag, tables);
    }
    if (status == WRD_OK)
        wrd_reliability(run->arena, run->frames[run->wave], run->n_frames[run->wave], run->diag,
                        tables);
    if (status == WRD_OK)
        wrd_test_groups(run->arena, run->frames[run->wave], run->n_frames[run->wave], run->diag,
                        tables);
    if (status == WRD_OK)
        status = wrd_check_quality(run->arena, run->study, run->book, run->frames[run->wave],
                                   run->n_frames[run->wave], &run->quality);
    if (status == WRD_OK)
        status = wrd_disclose(run->arena, run->tables, run->wave + 1, &run->quality, run->diag,
                              &run->release);
    return status != WRD_OK ? status : wrd_diag_status(run->diag);
}

enum wrd_status run_all(struct run *run)
{
    enum wrd_status status = run_open(run);

    if (status == WRD_OK)
        status = run_read(run);
    return status != WRD_OK ? status : run_release(run);
}
