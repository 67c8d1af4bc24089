/* cli/progress.h - one line on a terminal, and only after a second. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "cli/options.h"

struct progress {
    bool wanted, shown;
    struct timespec start;
    int percent;
};

struct progress progress_new(const struct options *options);
void progress_tell(void *self, const char *file, uint64_t done, uint64_t of);
void progress_clear(struct progress *progress);

#endif
