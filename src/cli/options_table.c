/* cli/options_table.c - the commands and options, and what is shown of them; see options_table.h. */
#include "cli/options_table.h"

enum {
    STUDY_COMMANDS = 1 << COMMAND_CHECK | 1 << COMMAND_RUN | 1 << COMMAND_SHOW | 1 << COMMAND_EXPORT
};

const struct command_row options_commands[] = {
    { "check",
      COMMAND_CHECK,
      "[STUDY]",
      { "alles lezen en beoordelen; niets schrijven",
        "read and judge everything; write nothing" } },
    { "run",
      COMMAND_RUN,
      "[STUDY]",
      { "controleren, wegen, rekenen, beschermen, schrijven",
        "check, weight, compute, protect, write" } },
    { "show",
      COMMAND_SHOW,
      "TABLE [STUDY]",
      { "een tabel in het venster", "one table in the terminal" } },
    { "explain",
      COMMAND_EXPLAIN,
      "[CODE|TERM]",
      { "uitleg van een melding of een begrip", "what a message or a term is about" } },
    { "init",
      COMMAND_INIT,
      "DIR",
      { "een nieuw onderzoek in een lege map", "a new study in an empty folder" } },
    { "import",
      COMMAND_IMPORT,
      "FILE.sav",
      { "een onderzoek maken van een SPSS-bestand", "make a study of an SPSS file" } },
    { "export",
      COMMAND_EXPORT,
      "[STUDY]",
      { "de antwoorden met labels naar SPSS, alleen voor u",
        "the labelled answers to SPSS, for you alone" } },
    { "release", COMMAND_NOT_BUILT, NULL, { NULL, NULL } },
    { "audit", COMMAND_NOT_BUILT, NULL, { NULL, NULL } },
    { "circle", COMMAND_NOT_BUILT, NULL, { NULL, NULL } },
    { "merge", COMMAND_NOT_BUILT, NULL, { NULL, NULL } },
    { 0 },
};

const struct option_row options_rows[] = {
    { "wave",
      0,
      OPTION_WAVE,
      "W",
      1 << COMMAND_RUN | 1 << COMMAND_SHOW | 1 << COMMAND_IMPORT | 1 << COMMAND_EXPORT,
      { "deze meting (anders de laatste)", "this wave (else the last)" } },
    { "output",
      'o',
      OPTION_OUTPUT,
      "DIR",
      1 << COMMAND_RUN | 1 << COMMAND_IMPORT,
      { "resultaten naar DIR/METING; import: het nieuwe onderzoek",
        "results go to DIR/WAVE; import: the new study" } },
    { "dry-run",
      'n',
      OPTION_DRY_RUN,
      NULL,
      1 << COMMAND_RUN,
      { "alles doen, maar niets neerzetten", "do everything, but put nothing in place" } },
    { "only",
      0,
      OPTION_ONLY,
      "csv,md,html,xlsx",
      1 << COMMAND_RUN,
      { "alleen deze vormen", "only these formats" } },
    { "internal",
      0,
      OPTION_INTERNAL,
      "DIR",
      1 << COMMAND_RUN,
      { "onbeschermde cijfers, alleen voor u", "unprotected figures, for you alone" } },
    { "report",
      0,
      OPTION_REPORT,
      "FILE.html",
      1 << COMMAND_CHECK,
      { "het verslag ook als pagina", "the account as a page too" } },
    { "publish-mode",
      0,
      OPTION_PUBLISH_MODE,
      "0644",
      1 << COMMAND_RUN,
      { "rechten van de resultaten (anders 0600)", "mode of the results (else 0600)" } },
    { "from",
      0,
      OPTION_FROM,
      "EXPORT",
      1 << COMMAND_INIT,
      { "raad het onderzoek uit deze export", "guess the study from this export" } },
    { "sav",
      0,
      OPTION_SAV,
      "FILE",
      1 << COMMAND_EXPORT,
      { "het SPSS-bestand dat wordt geschreven", "the SPSS file to write" } },
    { "source", 0, OPTION_SOURCE, "ID", 1 << COMMAND_EXPORT, { "deze enquête", "this survey" } },
    { "strict",
      0,
      OPTION_STRICT,
      NULL,
      STUDY_COMMANDS,
      { "waarschuwingen tellen als fouten", "warnings count as errors" } },
    { "lang", 0, OPTION_LANG, "nl|en", 0, { "taal van de meldingen", "language of the messages" } },
    { "diagnostics",
      0,
      OPTION_DIAGNOSTICS,
      "text|json",
      0,
      { "vorm van de meldingen", "form of the messages" } },
    { "color",
      0,
      OPTION_COLOR,
      "auto|always|never",
      0,
      { "kleur in de meldingen", "colour in the messages" } },
    { "no-progress",
      0,
      OPTION_NO_PROGRESS,
      NULL,
      0,
      { "geen voortgang tonen", "show no progress" } },
    { "quiet", 'q', OPTION_QUIET, NULL, 0, { "alleen fouten", "errors only" } },
    { "verbose", 'v', OPTION_VERBOSE, NULL, 0, { "ook opmerkingen", "notes too" } },
    { "help", 'h', OPTION_HELP, NULL, 0, { "deze hulp", "this help" } },
    { "version", 'V', OPTION_VERSION, NULL, 0, { "versies", "versions" } },
    { "print", 0, OPTION_PRINT, "bash|zsh|man", 0, { NULL, NULL } }, /* for the Makefile alone */
    { "threads", 0, OPTION_NOT_BUILT, "N", 0, { NULL, NULL } },
    { "state-only", 0, OPTION_NOT_BUILT, NULL, 0, { NULL, NULL } },
    { "excel-nl", 0, OPTION_NOT_BUILT, NULL, 0, { NULL, NULL } },
    { 0 },
};

_Static_assert(sizeof options_commands / sizeof *options_commands <= OPTIONS_MOST, "commands");
_Static_assert(sizeof options_rows / sizeof *options_rows <= OPTIONS_MOST, "options");

void options_help(FILE *to, const struct options *options)
{
    static const char *const use[WRD_LANGS] = { "Gebruik: waardering OPDRACHT [OPTIES]",
                                                "Usage: waardering COMMAND [OPTIONS]" };
    static const char *const study[WRD_LANGS] = {
        "STUDY is een map of een study.yml; zonder: ./study.yml, anders ./input/study.yml.",
        "STUDY is a folder or a study.yml; without one: ./study.yml, else ./input/study.yml."
    };

    fprintf(to, "%s\n\n", use[options->lang]);
    for (size_t i = 0; options_commands[i].name; i++)
        if (options_commands[i].takes &&
            (options->command == COMMAND_NONE || options->command == options_commands[i].command))
            fprintf(to, "  %-7s %-14s %s\n", options_commands[i].name, options_commands[i].takes,
                    options_commands[i].help[options->lang]);
    fprintf(to, "\n");
    for (size_t i = 0; options_rows[i].name; i++) {
        const struct option_row *row = &options_rows[i];
        char name[48];
        if (!row->help[WRD_EN])
            continue;
        if (row->commands && options->command != COMMAND_NONE &&
            !(row->commands >> options->command & 1))
            continue;
        snprintf(name, sizeof name, "--%s%s%s", row->name, row->value ? "=" : "",
                 row->value ? row->value : "");
        fprintf(to, "  %c%c %-27s %s\n", row->letter ? '-' : ' ', row->letter ? row->letter : ' ',
                name, row->help[options->lang]);
    }
    if (options->command == COMMAND_NONE || STUDY_COMMANDS >> options->command & 1)
        fprintf(to, "\n%s\n", study[options->lang]);
}

bool options_command(size_t i, struct options_entry *entry)
{
    size_t shown = 0;

    for (size_t k = 0; options_commands[k].name; k++)
        if (options_commands[k].takes && shown++ == i) {
            *entry = (struct options_entry){ .name = options_commands[k].name,
                                             .value = options_commands[k].takes,
                                             .help = options_commands[k].help[WRD_EN],
                                             .command = options_commands[k].command };
            return true;
        }
    return false;
}

bool options_option(size_t i, struct options_entry *entry)
{
    size_t shown = 0;

    for (size_t k = 0; options_rows[k].name; k++)
        if (options_rows[k].help[WRD_EN] && shown++ == i) {
            *entry = (struct options_entry){ .name = options_rows[k].name,
                                             .value = options_rows[k].value,
                                             .letter = options_rows[k].letter,
                                             .help = options_rows[k].help[WRD_EN],
                                             .commands = options_rows[k].commands };
            return true;
        }
    return false;
}
