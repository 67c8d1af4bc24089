/* cli/command_init.c - a new study in an empty folder.  It is read and judged as any study before it is
 * put there, so that what init makes is never what check refuses. */
#include "cli/run.h"

#include "core/tree.h"
#include "model/words.h"
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

enum wrd_status command_init(struct run *run)
{
    const struct options *options = run->options;
    struct wrd_tree *tree;
    enum wrd_status status = wrd_tree_open(options->study, run->diag, &tree);

    if (status != WRD_OK)
        return status;
    status = make_standard(run, tree);
    if (status == WRD_OK)
        status = wrd_tree_publish(tree);
    else
        wrd_tree_drop(tree);
    if (status != WRD_OK || options->quiet)
        return status;
    puts(wrd_sentence(run->arena, WRD_WORD_CLI_STARTED, options->lang, options->study));
    puts(wrd_sentence(run->arena, WRD_WORD_CLI_BEGIN, options->lang, options->study));
    return WRD_OK;
}
