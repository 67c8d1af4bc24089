/* cli/progress.c - see progress.h. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

struct progress progress_new(const struct options *options)
{
    struct progress progress = { .percent = -1 };

    progress.wanted = !options->no_progress && !options->quiet && !options->json && isatty(2);
    clock_gettime(CLOCK_MONOTONIC, &progress.start);
    return progress;
}

void progress_tell(void *self, const char *file, uint64_t done, uint64_t of)
{
    struct progress *progress = self;
    int percent = of ? (int)(done * 100 / of) : 100;
    struct timespec now;

    if (!progress->wanted || percent == progress->percent)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (now.tv_sec - progress->start.tv_sec < 2 &&
        (now.tv_sec - progress->start.tv_sec) * 1000000000L + now.tv_nsec -
                progress->start.tv_nsec <
            1000000000L)
        return;
    progress->percent = percent;
    progress->shown = true;
    fprintf(stderr, "\r\033[K%s %d %%", file, percent);
}

void progress_clear(struct progress *progress)
{
    if (progress->shown)
        fprintf(stderr, "\r\033[K");
}
