/* cli/command_check.c - reads every wave, says how the rows add up, and stops before writing.  A
 * run up to the release is part of it: what disclosure control has to say is told before anything
 * is published. */
#include "cli/run.h"

#include "core/number.h"
#include "model/words.h"

static void print_balance(struct wrd_arena *arena, const struct wrd_frame *frame,
                          enum wrd_lang lang)
{
    const char *read_as =
        wrd_arena_format(arena, "%s, %s, %s", frame->encoding, frame->preset,
                         frame->delimiter == '\t' ? "tab" : (char[]){ frame->delimiter, '\0' });

    puts(wrd_sentence(
        arena, WRD_WORD_CLI_BALANCE, lang, frame->file, wrd_count_text(arena, frame->balance.rows),
        wrd_count_text(arena, frame->balance.used), wrd_count_text(arena, frame->balance.empty),
        wrd_count_text(arena, frame->balance.set_aside),
        wrd_count_text(arena, frame->balance.duplicate), read_as));
}

enum wrd_status command_check(struct run *run)
{
    enum wrd_status status = run_open(run);

    if (status != WRD_OK || run->study->n_waves == 0)
        return status;
    status = run_read(run);
    for (size_t w = 0; run->frames && w < run->study->n_waves && !run->options->quiet; w++)
        for (size_t f = 0; f < run->n_frames[w]; f++)
            print_balance(run->arena, run->frames[w][f], run->options->lang);
    return status != WRD_OK ? status : run_release(run);
}
