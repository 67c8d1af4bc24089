/* cli/command_check.c - reads every wave, judges it, and ends with an account of what was found.  A
 * run up to the release is part of it: what disclosure control has to say is told before anything
 * is published, and counts in the account are those that may be seen. */
#include "cli/run.h"

#include <stdlib.h>
#include <string.h>

static struct wrd_read_file read_file(const struct wrd_frame *frame)
{
    return (struct wrd_read_file){ .file = frame->file,
                                   .encoding = frame->encoding,
                                   .preset = frame->preset,
                                   .delimiter = frame->delimiter,
                                   .rows = frame->balance.rows,
                                   .used = frame->balance.used,
                                   .empty = frame->balance.empty,
                                   .set_aside = frame->balance.set_aside,
                                   .duplicate = frame->balance.duplicate };
}

static struct wrd_account account_of(const struct run *run)
{
    const size_t room = run->study->n_waves * run->study->n_sources;
    struct wrd_read_file *files = wrd_arena_take_array(run->arena, room, sizeof *files);
    struct wrd_account account = { files, 0 };

    for (size_t w = 0; w <= run->wave; w++)
        for (size_t f = 0; f < run->n_frames[w]; f++)
            files[account.n_files++] = read_file(run->frames[w][f]);
    return account;
}

static bool is_page_on_screen(const struct options *options)
{
    return options->report && strcmp(options->report, "-") == 0;
}

/* What was read is told even where it was not right, and last: the messages go by. */
static const char *ending_of(const struct run *run)
{
    const struct wrd_account account = account_of(run);
    const char *ending;
    char *text = NULL;
    size_t len = 0;
    FILE *to = open_memstream(&text, &len);

    if (!to)
        return NULL;
    wrd_write_account(run->release, &account, run->options->lang, to, run->diag);
    ending = fclose(to) == 0 ? wrd_arena_text(run->arena, text, len) : NULL;
    free(text);
    return ending;
}

static enum wrd_status make_page(const struct run *run)
{
    const struct wrd_account account = account_of(run);

    return wrd_write_account_html(run->release, &account, run->options->lang, run->options->report,
                                  run->diag);
}

enum wrd_status command_check(struct run *run)
{
    enum wrd_status status = run_open(run);

    if (status != WRD_OK || run->study->n_waves == 0)
        return status;
    wrd_check_labels(run->study, run->book, run->diag);
    status = run_read(run);
    if (status == WRD_OK)
        status = run_release(run);
    if (!run->options->quiet && !is_page_on_screen(run->options))
        run->ending = ending_of(run);
    return status == WRD_OK && run->options->report ? make_page(run) : status;
}
