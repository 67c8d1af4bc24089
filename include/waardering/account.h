/* waardering/account.h - what `check` tells of the files that were read, beside what a release holds.
 *
 * The balance of a file is exact in quality.csv too: nothing here needs hiding. */
#ifndef WAARDERING_ACCOUNT_H
#define WAARDERING_ACCOUNT_H

#include <stddef.h>
#include <stdint.h>

struct wrd_read_file {
    const char *file, *encoding, *preset;
    char delimiter;
    uint64_t rows, used, empty, set_aside, duplicate;
};

struct wrd_account {
    const struct wrd_read_file *files; /* of all waves, the oldest first */
    size_t n_files;
};

#endif
