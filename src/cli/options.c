/* cli/options.c - the parser of the command line; see options.h. */
#include "cli/options.h"
#include "cli/options_table.h"
#include "core/suggest.h"
#include "core/text.h"
#include "waardering/study.h"

#include <stdlib.h>
#include <string.h>

static const struct wrd_place nowhere;

/* Suggests the nearest of the names that are built, or tells them all. */
static void unknown(struct wrd_diag *diag, enum wrd_message message, const char *word,
                    const char *const *names, size_t n)
{
    struct wrd_arena *arena = wrd_arena_new();

    wrd_say(diag, message, nowhere, word, wrd_suggest(arena, word, names, n));
    wrd_arena_free(arena);
}

static void read_command(const char *word, struct wrd_diag *diag, struct options *options)
{
    const char *names[OPTIONS_MOST];
    size_t built = 0;

    for (size_t i = 0; options_commands[i].name; i++) {
        if (options_commands[i].command != COMMAND_NOT_BUILT)
            names[built++] = options_commands[i].name;
        if (strcmp(word, options_commands[i].name) != 0)
            continue;
        options->command = options_commands[i].command;
        if (options->command == COMMAND_NOT_BUILT)
            wrd_say(diag, WRD_E0903, nowhere, word);
        return;
    }
    unknown(diag, WRD_E0901, word, names, built);
}

static const struct option_row *find_option(const char *name, size_t len, struct wrd_diag *diag)
{
    const char *names[OPTIONS_MOST];
    size_t built = 0;
    char word[64];

    for (size_t i = 0; options_rows[i].name; i++) {
        if (options_rows[i].help[WRD_EN])
            names[built++] = options_rows[i].name;
        if (wrd_text_is(name, len, options_rows[i].name))
            return &options_rows[i];
    }
    snprintf(word, sizeof word, "%.*s", (int)len, name);
    unknown(diag, WRD_E0902, word, names, built);
    return NULL;
}

static const struct option_row *find_letter(char letter, struct wrd_diag *diag)
{
    for (size_t i = 0; options_rows[i].name; i++)
        if (options_rows[i].letter == letter)
            return &options_rows[i];
    wrd_say(diag, WRD_E0902, nowhere, (char[]){ letter, '\0' }, "--help");
    return NULL;
}

/* Index of `value` in `words` ("a|b|c"), or -1 after saying so. */
static int choose(const char *name, const char *value, const char *words, struct wrd_diag *diag)
{
    int index = 0;

    for (const char *word = words; *word; index++) {
        size_t len = strcspn(word, "|");
        if (wrd_text_is(word, len, value))
            return index;
        word += len + (word[len] == '|');
    }
    wrd_say(diag, WRD_E0904, nowhere, name, value, words);
    return -1;
}

static unsigned read_formats(const char *value, struct wrd_diag *diag)
{
    static const unsigned bits[] = { WRD_FORMAT_CSV, WRD_FORMAT_MD, WRD_FORMAT_HTML,
                                     WRD_FORMAT_XLSX };
    unsigned formats = 0;

    while (*value) {
        char word[16];
        size_t len = strcspn(value, ",");
        snprintf(word, sizeof word, "%.*s", (int)len, value);
        int chosen = choose("--only", word, "csv|md|html|xlsx", diag);
        if (chosen >= 0)
            formats |= bits[chosen];
        value += len + (value[len] == ',');
    }
    return formats;
}

static void apply(const struct option_row *row, const char *value, struct wrd_diag *diag,
                  struct options *options)
{
    static const unsigned modes[] = { 0600, 0640, 0644 };
    int chosen;

    switch (row->id) {
    case OPTION_HELP:
        options->help = true;
        break;
    case OPTION_VERSION:
        options->version = true;
        break;
    case OPTION_QUIET:
        options->quiet = true;
        break;
    case OPTION_VERBOSE:
        options->verbose = true;
        break;
    case OPTION_NO_PROGRESS:
        options->no_progress = true;
        break;
    case OPTION_STRICT:
        options->strict = true;
        break;
    case OPTION_DRY_RUN:
        options->dry_run = true;
        break;
    case OPTION_WAVE:
        options->wave = value;
        break;
    case OPTION_OUTPUT:
        options->output = value;
        break;
    case OPTION_INTERNAL:
        options->internal = value;
        break;
    case OPTION_PRINT:
        options->print = choose("--print", value, row->value, diag) < 0 ? NULL : value;
        break;
    case OPTION_FROM:
        options->from = value;
        break;
    case OPTION_REPORT:
        options->report = value;
        break;
    case OPTION_ONLY:
        options->formats = read_formats(value, diag);
        break;
    case OPTION_COLOR:
        chosen = choose("--color", value, "auto|always|never", diag);
        options->color = chosen < 0 ? COLOR_AUTO : (enum color)chosen;
        break;
    case OPTION_LANG:
        chosen = choose("--lang", value, "nl|en", diag);
        options->lang = chosen == 0 ? WRD_NL : WRD_EN;
        break;
    case OPTION_DIAGNOSTICS:
        options->json = choose("--diagnostics", value, "text|json", diag) == 1;
        break;
    case OPTION_PUBLISH_MODE:
        chosen = choose("--publish-mode", value, "0600|0640|0644", diag);
        options->publish_mode = chosen < 0 ? 0 : modes[chosen];
        break;
    case OPTION_SAV:
        options->sav = value;
        break;
    case OPTION_SOURCE:
        options->source = value;
        break;
    case OPTION_NOT_BUILT:
        break;
    }
}

struct parse {
    int argc, i;
    char **argv;
    struct wrd_diag *diag;
    struct options *options;
    const struct option_row *used[OPTIONS_MOST];
    size_t n_used;
};

/* The row's value: behind `=`, the rest of a bundle of letters, or the next word. */
static void take(struct parse *parse, const struct option_row *row, const char *value)
{
    if (row->id == OPTION_NOT_BUILT) {
        wrd_say(parse->diag, WRD_E0903, nowhere, row->name);
        return;
    }
    if (row->value && !value && parse->i + 1 < parse->argc)
        value = parse->argv[++parse->i];
    if (row->value && (!value || !*value)) {
        wrd_say(parse->diag, WRD_E0905, nowhere, row->name, row->value);
        return;
    }
    if (!row->value && value) {
        wrd_say(parse->diag, WRD_E0906, nowhere, row->name);
        return;
    }
    if (parse->n_used < OPTIONS_MOST)
        parse->used[parse->n_used++] = row;
    apply(row, value, parse->diag, parse->options);
}

static void read_long(struct parse *parse, const char *word)
{
    size_t len = strcspn(word, "=");
    const struct option_row *row = find_option(word, len, parse->diag);

    if (row)
        take(parse, row, word[len] == '=' ? word + len + 1 : NULL);
}

static void read_letters(struct parse *parse, const char *letters)
{
    for (; *letters; letters++) {
        const struct option_row *row = find_letter(*letters, parse->diag);
        if (!row)
            return;
        if (row->value) {
            take(parse, row, letters[1] ? letters + 1 : NULL);
            return;
        }
        take(parse, row, NULL);
    }
}

static void read_word(struct parse *parse, const char *word)
{
    struct options *options = parse->options;

    if (options->command == COMMAND_NONE)
        read_command(word, parse->diag, options);
    else if (options->command == COMMAND_SHOW && !options->table)
        options->table = word;
    else if (options->command == COMMAND_IMPORT && !options->sav)
        options->sav = word;
    else if (options->command == COMMAND_EXPLAIN && options->n_words < OPTIONS_WORDS)
        options->words[options->n_words++] = word;
    else if (options->command != COMMAND_EXPLAIN && options->command != COMMAND_IMPORT &&
             !options->study)
        options->study = word;
    else
        wrd_say(parse->diag, WRD_E0907, nowhere, word);
}

static void judge(const struct parse *parse)
{
    const struct options *options = parse->options;

    for (size_t i = 0; i < parse->n_used; i++)
        if (options->command != COMMAND_NONE && options->command != COMMAND_NOT_BUILT &&
            parse->used[i]->commands && !(parse->used[i]->commands >> options->command & 1))
            wrd_say(parse->diag, WRD_E0908, nowhere, parse->used[i]->name);
    if (options->help || options->version || options->print)
        return;
    if (options->command == COMMAND_NONE && wrd_diag_errors(parse->diag) == 0)
        wrd_say(parse->diag, WRD_E0909, nowhere);
    if (options->command == COMMAND_SHOW && !options->table)
        wrd_say(parse->diag, WRD_E0910, nowhere);
    if (options->command == COMMAND_INIT && (!options->study || !*options->study))
        wrd_say(parse->diag, WRD_E0921, nowhere);
    if (options->command == COMMAND_EXPORT && !options->sav)
        wrd_say(parse->diag, WRD_E0846, nowhere);
    if (options->command == COMMAND_IMPORT && (!options->sav || !options->output))
        wrd_say(parse->diag, WRD_E0850, nowhere);
}

static enum wrd_lang lang_of_environment(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strncmp(value, "nl", 2) == 0 ? WRD_NL : WRD_EN;
    }
    return WRD_EN;
}

enum wrd_status options_read(int argc, char *argv[], struct wrd_diag *diag, struct options *options)
{
    struct parse parse = { .argc = argc, .i = 1, .argv = argv, .diag = diag, .options = options };
    bool words_only = false;

    *options = (struct options){ .lang = lang_of_environment() };
    for (; parse.i < argc; parse.i++) {
        const char *word = argv[parse.i];
        if (words_only || word[0] != '-' || word[1] == '\0')
            read_word(&parse, word);
        else if (strcmp(word, "--") == 0)
            words_only = true;
        else if (word[1] == '-')
            read_long(&parse, word + 2);
        else
            read_letters(&parse, word + 1);
    }
    judge(&parse);
    return wrd_diag_status(diag);
}
