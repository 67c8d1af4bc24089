/* cli/completion.c - see completion.h. */
#include "cli/completion.h"

#include <string.h>

#include "cli/options.h"

static bool belongs(const struct options_entry *option, const struct options_entry *command)
{
    return option->commands == 0 || (option->commands >> command->command & 1);
}

static bool is_choice(const struct options_entry *option)
{
    return option->value && strpbrk(option->value, "|,");
}

/* `nl|en` with spaces between. */
static void put_words(FILE *to, const char *words)
{
    for (; *words; words++)
        fputc(*words == '|' || *words == ',' ? ' ' : *words, to);
}

/* ---- bash ---- */

static void put_bash_options(FILE *to, const struct options_entry *command)
{
    struct options_entry option;

    for (size_t i = 0; options_option(i, &option); i++) {
        if (!belongs(&option, command))
            continue;
        fprintf(to, " --%s", option.name);
        if (option.letter)
            fprintf(to, " -%c", option.letter);
    }
}

static void put_bash_values(FILE *to)
{
    struct options_entry option;

    fputs("    case $before in\n", to);
    for (size_t i = 0; options_option(i, &option); i++) {
        if (!option.value)
            continue;
        fprintf(to, "    --%s", option.name);
        if (option.letter)
            fprintf(to, " | -%c", option.letter);
        if (is_choice(&option)) {
            fputs(") COMPREPLY=($(compgen -W '", to);
            put_words(to, option.value);
            fputs("' -- \"$word\")); return ;;\n", to);
        } else {
            fprintf(to, ") COMPREPLY=($(compgen %s -- \"$word\")); return ;;\n",
                    strcmp(option.value, "DIR") == 0 ? "-d" : "-f");
        }
    }
    fputs("    esac\n", to);
}

static void put_bash(FILE *to)
{
    struct options_entry command;

    fputs(
        "# bash completion of waardering; made by `waardering --print=bash`\n"
        "_waardering() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options i\n"
        "    local command=\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        case ${COMP_WORDS[i]} in -* | =) ;; *) command=${COMP_WORDS[i]}; break ;; esac\n"
        "    done\n"
        "    [ \"$word\" = = ] && word=\n"
        "    [ \"$before\" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}\n"
        "    COMPREPLY=()\n",
        to);
    put_bash_values(to);
    fputs("    case $command in\n", to);
    for (size_t i = 0; options_command(i, &command); i++) {
        fprintf(to, "    %s) options='", command.name);
        put_bash_options(to, &command);
        fputs("' ;;\n", to);
    }
    fputs("    *) options='", to);
    for (size_t i = 0; options_command(i, &command); i++)
        fprintf(to, " %s", command.name);
    fputs(" --help --version' ;;\n"
          "    esac\n"
          "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
          "    [ -z \"$command\" ] || [[ $word == -* ]] || COMPREPLY=($(compgen -f -- \"$word\"))\n"
          "}\n"
          "complete -o filenames -F _waardering waardering\n",
          to);
}

/* ---- zsh ---- */

/* Inside '...' and a [description]. */
static void put_zsh_text(FILE *to, const char *text)
{
    for (; *text; text++)
        if (*text == '\'')
            fputs("'\\''", to);
        else
            fprintf(to, "%s%c", strchr("[]:\\", *text) ? "\\" : "", *text);
}

static void put_zsh_option(FILE *to, const struct options_entry *option)
{
    const char *equals = option->value ? "=" : "";

    fputs("        ", to);
    if (option->letter)
        fprintf(to, "'(-%c --%s)'{-%c,--%s%s}'[", option->letter, option->name, option->letter,
                option->name, equals);
    else
        fprintf(to, "'--%s%s[", option->name, equals);
    put_zsh_text(to, option->help);
    fputc(']', to);
    if (is_choice(option)) {
        fprintf(to, ":%s:(", option->name);
        put_words(to, option->value);
        fputc(')', to);
    } else if (option->value) {
        fprintf(to, ":%s:_files%s", option->value, strcmp(option->value, "DIR") == 0 ? " -/" : "");
    }
    fputs("'\n", to);
}

static void put_zsh(FILE *to)
{
    struct options_entry command, option;

    fputs("#compdef waardering\n"
          "# zsh completion of waardering; made by `waardering --print=zsh`\n"
          "local -a commands options\n"
          "commands=(\n",
          to);
    for (size_t i = 0; options_command(i, &command); i++) {
        fprintf(to, "    '%s:", command.name);
        put_zsh_text(to, command.help);
        fputs("'\n", to);
    }
    fputs(")\n"
          "if (( CURRENT == 2 )); then\n"
          "    _describe command commands\n"
          "    return\n"
          "fi\n"
          "case ${words[2]} in\n",
          to);
    for (size_t i = 0; options_command(i, &command); i++) {
        fprintf(to, "%s)\n    options=(\n", command.name);
        for (size_t k = 0; options_option(k, &option); k++)
            if (belongs(&option, &command))
                put_zsh_option(to, &option);
        fputs("    ) ;;\n", to);
    }
    fputs("esac\n"
          "shift words\n"
          "(( CURRENT-- ))\n"
          "_arguments -s $options '*:file:_files'\n",
          to);
}

/* ---- the lists of the man page ---- */

/* scdoc takes _ and * for marks. */
static void put_scdoc_text(FILE *to, const char *text)
{
    for (; *text; text++)
        fprintf(to, "%s%c", strchr("_*\\", *text) ? "\\" : "", *text);
}

static void put_man(FILE *to)
{
    struct options_entry entry;

    fputs("# COMMANDS\n\n", to);
    for (size_t i = 0; options_command(i, &entry); i++) {
        fprintf(to, "*%s* ", entry.name);
        put_scdoc_text(to, entry.value);
        fputs("\n\t", to);
        put_scdoc_text(to, entry.help);
        fputs("\n\n", to);
    }
    fputs("# OPTIONS\n\n", to);
    for (size_t i = 0; options_option(i, &entry); i++) {
        if (entry.letter)
            fprintf(to, "*-%c*, ", entry.letter);
        fprintf(to, "*--%s*", entry.name);
        if (entry.value) {
            fputc('=', to);
            put_scdoc_text(to, entry.value);
        }
        fputs("\n\t", to);
        put_scdoc_text(to, entry.help);
        fputs("\n\n", to);
    }
}

void completion_write(FILE *to, const char *what)
{
    if (strcmp(what, "bash") == 0)
        put_bash(to);
    else if (strcmp(what, "zsh") == 0)
        put_zsh(to);
    else
        put_man(to);
}
