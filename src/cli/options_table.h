/* cli/options_table.h - which commands and options there are; inside cli/options*.c.
 *
 * A row without help is not told of: it is not built yet, or for the Makefile alone. */
#ifndef CLI_OPTIONS_TABLE_H
#define CLI_OPTIONS_TABLE_H

#include "cli/options.h"

struct command_row {
    const char *name;
    enum command command;
    const char *takes, *help[WRD_LANGS];
};

enum option_id {
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_QUIET,
    OPTION_VERBOSE,
    OPTION_COLOR,
    OPTION_LANG,
    OPTION_DIAGNOSTICS,
    OPTION_NO_PROGRESS,
    OPTION_STRICT,
    OPTION_WAVE,
    OPTION_OUTPUT,
    OPTION_DRY_RUN,
    OPTION_ONLY,
    OPTION_INTERNAL,
    OPTION_REPORT,
    OPTION_PUBLISH_MODE,
    OPTION_FROM,
    OPTION_PRINT,
    OPTION_SAV,
    OPTION_SOURCE,
    OPTION_NOT_BUILT
};

struct option_row {
    const char *name;
    char letter; /* 0: none */
    enum option_id id;
    const char *value; /* NULL: takes none */
    unsigned commands; /* bits; 0: everywhere */
    const char *help[WRD_LANGS];
};

/* Both end with a row without a name. */
enum { OPTIONS_MOST = 64 }; /* rows of a table */
extern const struct command_row options_commands[];
extern const struct option_row options_rows[];

#endif
