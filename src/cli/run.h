/* cli/run.h - the order of the steps. */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/options.h"
#include "waardering/steps.h"

/* Everything a run makes; lives in its arena. */
struct run {
    struct wrd_arena *arena;
    struct wrd_diag *diag;
    const struct options *options;
    struct wrd_study *study;
    struct wrd_codebook *book;
    size_t wave;
    const struct wrd_frame ***frames; /* [waves][sources with a file] */
    size_t *n_frames;                 /* [waves] */
    const struct wrd_tables **tables; /* [waves up to this one] */
    struct wrd_quality quality;
    struct wrd_release *release;
    const char *ending; /* printed behind the messages; NULL: nothing */
};

/* Study and codebook, read and judged: all errors in one go. */
enum wrd_status run_open(struct run *run);
/* The answers of all waves up to run->wave, with their weights. */
enum wrd_status run_read(struct run *run);
/* Estimates of all waves up to run->wave, and what of them may be seen. */
enum wrd_status run_release(struct run *run);
/* These three, one behind the other. */
enum wrd_status run_all(struct run *run);

/* One file a command. */
enum wrd_status command_check(struct run *run);
enum wrd_status command_run(struct run *run);
enum wrd_status command_show(struct run *run);
enum wrd_status command_explain(struct run *run);
enum wrd_status command_init(struct run *run);

#endif
