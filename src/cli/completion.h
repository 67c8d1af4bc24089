/* cli/completion.h - what shells and the man page say of the command line, from the table of --help:
 * a command or an option that is there cannot be forgotten here. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include <stdio.h>

/* `what` is "bash", "zsh" (completion) or "man" (the lists of waardering.1, for scdoc). */
void completion_write(FILE *to, const char *what);

#endif
