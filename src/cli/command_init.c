/* cli/command_init.c - a new study in an empty folder, of the standard questionnaire or of an export.
 * It is read and judged as any study before it is put there, so that what init makes is never what
 * check refuses. */
#include "cli/run.h"

#include <string.h>

#include "model/money_lexicon.h"
#include "core/file.h"
#include "core/number.h"
#include "core/text.h"
#include "core/tree.h"
#include "model/words.h"
#include "read/guess.h"
#include "write/starter.h"

static enum wrd_status judge(struct run *run, const char *path)
{
    enum wrd_status status = wrd_study_read(run->arena, path, run->diag, &run->study);

    if (status == WRD_OK)
        status = wrd_codebook_read(run->arena, run->study, run->diag, &run->book);
    if (status == WRD_OK)
        status = wrd_check_codebook(run->study, run->book, run->diag);
    if (status == WRD_OK)
        status = wrd_check_money(run->study, run->book, run->diag);
    return status;
}

static enum wrd_status make_standard(struct run *run, struct wrd_tree *tree)
{
    enum wrd_status status;

    wrd_starter_standard(tree, run->options->lang);
    status = judge(run, wrd_tree_staging(tree));
    if (status == WRD_OK)
        wrd_starter_forms(tree, run->study, run->book);
    return status;
}

/* ---- of an export ---- */

static bool is_money(void *self, const char *text)
{
    struct wrd_money_hit hits[8];
    const size_t n = wrd_money_find(self, text, false, hits, sizeof hits / sizeof *hits);

    for (size_t i = 0; i < n; i++)
        if (hits[i].kind != WRD_MONEY_HINT)
            return true;
    return false;
}

static bool has_outcome(const struct wrd_draft *draft)
{
    size_t n = 0;

    for (size_t i = 0; i < draft->n_variables; i++)
        n += (draft->variables[i].roles & WRD_ROLE_OUTCOME) != 0;
    return n > 0;
}

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* A wave is called after the year in the name of the file, or of its folder: 2026/volunteers.csv. */
static const char *wave_of(struct wrd_arena *arena, const char *path)
{
    static const char digits[] = "0123456789";
    const char *folder = file_name(path), *year = "1";

    while (folder > path && (folder == file_name(path) || folder[-1] != '/'))
        folder--;
    for (const char *at = folder; *at; at += strspn(at, digits)) {
        at += strcspn(at, digits);
        if (strspn(at, digits) == 4 && strncmp(at, "20", 2) == 0)
            year = wrd_arena_text(arena, at, 4);
    }
    return year;
}

static enum wrd_status guess(struct run *run, struct wrd_draft *draft)
{
    const char *from = run->options->from;
    struct wrd_export_profile profile;
    enum wrd_status status;

    if (!wrd_file_exists(from)) {
        wrd_say(run->diag, WRD_E0801, (struct wrd_place){ 0 }, from);
        return WRD_EINPUT;
    }
    status = wrd_profile_read(run->arena, from, file_name(from), run->diag, &profile);
    if (status != WRD_OK)
        return status;
    wrd_guess(run->arena, &profile, &(struct wrd_guess_rules){ is_money, run->arena }, draft);
    draft->wave = wave_of(run->arena, from);
    if (has_outcome(draft))
        return WRD_OK;
    wrd_say(run->diag, WRD_E0926, (struct wrd_place){ .file = file_name(from) }, file_name(from),
            wrd_count_text(run->arena, draft->n_columns));
    return WRD_EINPUT;
}

/* Paths stay below the study, so the answers come along: 0600, in a folder of their own. */
static enum wrd_status copy_answers(struct run *run, struct wrd_tree *tree,
                                    const struct wrd_draft *draft)
{
    const char *from = run->options->from;
    char bytes[1 << 14];
    FILE *in = wrd_file_open(from, (struct wrd_place){ .file = file_name(from) }, run->diag);
    FILE *out =
        in ? wrd_tree_file(tree, wrd_arena_format(run->arena, "%s/answers.csv", draft->wave))
           : NULL;
    size_t n;

    while (out && (n = fread(bytes, 1, sizeof bytes, in)) > 0)
        fwrite(bytes, 1, n, out);
    if (in && ferror(in))
        wrd_say(run->diag, WRD_E0805, (struct wrd_place){ .file = file_name(from) }, from, "EIO");
    if (in)
        fclose(in);
    if (out)
        wrd_tree_close_file(tree, out);
    return wrd_diag_status(run->diag);
}

static void print_skipped(const struct run *run, const struct wrd_draft *draft)
{
    static const enum wrd_word words[WRD_SKIPPED_REASONS] = {
        [WRD_SKIPPED_PERSONAL] = WRD_WORD_CLI_SKIPPED_PERSONAL,
        [WRD_SKIPPED_SYSTEM] = WRD_WORD_CLI_SKIPPED_SYSTEM,
        [WRD_SKIPPED_MONEY] = WRD_WORD_CLI_SKIPPED_MONEY,
        [WRD_SKIPPED_NAME] = WRD_WORD_CLI_SKIPPED_NAME,
        [WRD_SKIPPED_EMPTY] = WRD_WORD_CLI_SKIPPED_EMPTY,
        [WRD_SKIPPED_DATE] = WRD_WORD_CLI_SKIPPED_DATE,
    };
    const enum wrd_lang lang = run->options->lang;
    const char **names = wrd_arena_take_array(run->arena, draft->n_columns, sizeof *names);

    for (enum wrd_skipped why = WRD_SKIPPED_PERSONAL; why < WRD_SKIPPED_REASONS; why++) {
        size_t n = 0;
        for (size_t i = 0; i < draft->n_columns; i++)
            if (draft->columns[i].skipped == why)
                names[n++] = wrd_arena_format(
                    run->arena, "%s%s%s", wrd_count_text(run->arena, i + 1),
                    *draft->columns[i].header ? " " : "", draft->columns[i].header);
        if (n > 0)
            puts(wrd_text_visible(run->arena,
                                  wrd_sentence(run->arena, WRD_WORD_CLI_SKIPPED, lang,
                                               wrd_word(words[why], lang),
                                               wrd_text_join(run->arena, names, n, "; "))));
    }
}

static void print_draft(const struct run *run, const struct wrd_draft *draft)
{
    size_t skipped = 0;

    for (size_t i = 0; i < draft->n_columns; i++)
        skipped += draft->columns[i].skipped != WRD_SKIPPED_NOT;
    puts(wrd_sentence(run->arena, WRD_WORD_CLI_GUESSED, run->options->lang,
                      wrd_count_text(run->arena, draft->n_columns),
                      wrd_count_text(run->arena, draft->n_variables),
                      wrd_count_text(run->arena, skipped)));
    print_skipped(run, draft);
    puts(wrd_sentence(
        run->arena, WRD_WORD_CLI_COPIED, run->options->lang,
        wrd_arena_format(run->arena, "%s/%s/answers.csv", run->options->study, draft->wave)));
}

static enum wrd_status make_draft(struct run *run, struct wrd_tree *tree,
                                  const struct wrd_draft *draft)
{
    enum wrd_status status;

    wrd_starter_draft(tree, draft, run->options->lang);
    status = judge(run, wrd_tree_staging(tree));
    return status == WRD_OK ? copy_answers(run, tree, draft) : status;
}

enum wrd_status command_init(struct run *run)
{
    const struct options *options = run->options;
    struct wrd_draft draft = { .n_columns = 0 };
    struct wrd_tree *tree;
    enum wrd_status status = options->from ? guess(run, &draft) : WRD_OK;

    if (status == WRD_OK)
        status = wrd_tree_open(options->study, run->diag, &tree);
    if (status != WRD_OK)
        return status;
    status = options->from ? make_draft(run, tree, &draft) : make_standard(run, tree);
    if (status == WRD_OK)
        status = wrd_tree_publish(tree);
    else
        wrd_tree_drop(tree);
    if (status != WRD_OK || options->quiet)
        return status;
    puts(wrd_sentence(run->arena, WRD_WORD_CLI_STARTED, options->lang, options->study));
    if (options->from)
        print_draft(run, &draft);
    puts(wrd_sentence(run->arena, WRD_WORD_CLI_BEGIN, options->lang, options->study));
    return WRD_OK;
}
