/* cli/main.c - from a command line to an exit code. */
#include "cli/completion.h"
#include "cli/options.h"
#include "cli/process.h"
#include "cli/run.h"

#include "core/version.h"

#include <stdlib.h>
#include <unistd.h>

static void out_of_memory(void)
{
    static const char text[] = "waardering: out of memory\n";

    if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
        _exit(WRD_EIO);
    _exit(WRD_EIO);
}

static bool color_wanted(const struct options *options)
{
    const char *no_color = getenv("NO_COLOR");

    if (options->color != COLOR_AUTO)
        return options->color == COLOR_ALWAYS;
    return isatty(STDERR_FILENO) && !(no_color && *no_color);
}

static void write_diag(struct wrd_diag *diag, const struct options *options)
{
    const struct wrd_diag_style style = {
        .lang = options->lang,
        .json = options->json,
        .color = color_wanted(options),
        .verbose = options->verbose,
        .quiet = options->quiet,
        .explain = !options->quiet,
    };

    wrd_diag_write(diag, stderr, &style);
}

static enum wrd_status do_command(struct wrd_diag *diag, const struct options *options)
{
    struct run run = { .arena = wrd_arena_new(), .diag = diag, .options = options };
    enum wrd_status status = WRD_EUSAGE;

    if (options->strict)
        wrd_diag_strict(diag);
    if (options->command == COMMAND_CHECK)
        status = command_check(&run);
    else if (options->command == COMMAND_RUN)
        status = command_run(&run);
    else if (options->command == COMMAND_SHOW)
        status = command_show(&run);
    else if (options->command == COMMAND_EXPLAIN)
        status = command_explain(&run);
    else if (options->command == COMMAND_INIT)
        status = command_init(&run);
    else if (options->command == COMMAND_IMPORT)
        status = command_import(&run);
    else if (options->command == COMMAND_EXPORT)
        status = command_export(&run);
    write_diag(diag, options);
    if (run.ending)
        fputs(run.ending, stdout);
    wrd_arena_free(run.arena);
    return status;
}

static void write_version(void)
{
    size_t n;
    const struct wrd_library *library = wrd_libraries(&n);

    printf("waardering %s\n", wrd_version());
    for (size_t i = 0; i < n; i++)
        printf("  %s %s\n", library[i].name, library[i].version);
}

/* What was printed did not arrive: too late for the messages of the command itself. */
static void say_unprinted(const struct options *options)
{
    struct wrd_diag *diag = wrd_diag_new();

    wrd_say(diag, WRD_E0914, (struct wrd_place){ 0 });
    write_diag(diag, options);
    wrd_diag_free(diag);
}

int main(int argc, char *argv[])
{
    struct wrd_diag *diag;
    struct options options;
    enum wrd_status status;

    process_close();
    wrd_memory_on_full(out_of_memory);
    diag = wrd_diag_new();
    status = options_read(argc, argv, diag, &options);
    if (status == WRD_OK && options.help)
        options_help(stdout, &options);
    else if (status == WRD_OK && options.version)
        write_version();
    else if (status == WRD_OK && options.print)
        completion_write(stdout, options.print);
    else if (status == WRD_OK)
        status = do_command(diag, &options);
    else
        write_diag(diag, &options);
    wrd_diag_free(diag);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        say_unprinted(&options);
        status = status == WRD_OK ? WRD_EIO : status;
    }
    return (int)status;
}
