/* cli/options.h - the command line: one table of commands and one of options, from which parsing
 * and help both come. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stdio.h>

#include "waardering/diag.h"
#include "waardering/status.h"

enum command {
    COMMAND_NONE,
    COMMAND_CHECK,
    COMMAND_RUN,
    COMMAND_SHOW,
    COMMAND_EXPLAIN,
    COMMAND_INIT,
    COMMAND_NOT_BUILT
};
enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

enum { OPTIONS_WORDS = 8 };

struct options {
    enum command command;
    const char *table;                /* show */
    const char *words[OPTIONS_WORDS]; /* explain: of one name, "design effect" needs no quotes */
    size_t n_words;
    const char *study; /* NULL: ./study.yml, else ./input/study.yml; of init the folder to make */
    const char *from;  /* init: an export; NULL: the standard questionnaire */
    const char *wave;  /* NULL: the last */
    const char *output, *internal;
    const char *report;    /* of check: a page too; NULL: none */
    unsigned formats;      /* of --only; 0: as study.yml says */
    unsigned publish_mode; /* 0: for the owner alone */
    const char *print;     /* "bash", "zsh", "man": of cli/completion.h; else NULL */
    bool dry_run, strict, quiet, verbose, json, no_progress, help, version;
    enum color color;
    enum wrd_lang lang;
};

/* What is wrong is said in diag; WRD_EUSAGE then. */
enum wrd_status options_read(int argc, char *argv[], struct wrd_diag *diag,
                             struct options *options);
void options_help(FILE *to, const struct options *options);

/* What --help shows, one a call, for completion and the man page; false: there are no more. */
struct options_entry {
    const char *name, *value; /* what stands behind it, "[STUDY]" or "nl|en"; NULL: nothing */
    char letter;              /* of an option; 0: none */
    const char *help;         /* English */
    unsigned commands;        /* of an option: bits 1 << command; 0: everywhere */
    enum command command;     /* of a command */
};
bool options_command(size_t i, struct options_entry *entry);
bool options_option(size_t i, struct options_entry *entry);

#endif
