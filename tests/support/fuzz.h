/* tests/support/fuzz.h - what the fuzz targets share: a file in memory, and what holds for every
 * message. */
#ifndef SUPPORT_FUZZ_H
#define SUPPORT_FUZZ_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/text.h"
#include "waardering/diag.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Says which demand was not met, and stops. */
#define demand(holds)                                                           \
    do {                                                                        \
        if (!(holds)) {                                                         \
            fprintf(stderr, "%s:%d: demand: %s\n", __FILE__, __LINE__, #holds); \
            abort();                                                            \
        }                                                                       \
    } while (0)

/* True for one input in so many, whatever its length: for what takes long.  (FNV-1a, 32 bits.) */
static inline bool is_one_in(uint32_t one_in, const uint8_t *bytes, size_t len)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < len; i++)
        hash = (uint32_t)((uint64_t)(hash ^ bytes[i]) * 16777619u);
    return (hash >> 8) % one_in == 0;
}

/* The path of a file that holds these bytes until the next call.  No disk sees it. */
static inline const char *memory_file(const void *bytes, size_t len)
{
    static int memory = -1;
    static char path[40];
    if (memory < 0) {
        memory = memfd_create("fuzz", MFD_CLOEXEC);
        demand(memory >= 0);
        snprintf(path, sizeof path, "/proc/self/fd/%d", memory);
    }
    demand(ftruncate(memory, 0) == 0 && pwrite(memory, bytes, len, 0) == (ssize_t)len);
    return path;
}

/* Valid UTF-8.  On a screen nothing but the end of a line moves the cursor; JSON is for programs. */
static inline bool is_fit_to_be_seen(const char *text, size_t len, bool json)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        bool is_c1 = c == 0xC2 && i + 1 < len && (unsigned char)text[i + 1] < 0xA0;
        if ((c < 0x20 && c != '\n') || (!json && (c == 0x7F || is_c1)))
            return false;
    }
    return wrd_utf8_valid(text, len) == len;
}

/* What was said, in one of the two forms and languages; it can be shown as it is. */
static inline void demand_fit_messages(struct wrd_diag *diag, size_t choice)
{
    char *text = NULL;
    size_t len = 0;
    bool json = (choice & 2) != 0;
    FILE *to = open_memstream(&text, &len);
    demand(to != NULL);
    wrd_diag_write(diag, to,
                   &(struct wrd_diag_style){
                       .lang = choice & 1 ? WRD_NL : WRD_EN, .json = json, .verbose = true });
    fclose(to);
    demand(is_fit_to_be_seen(text, len, json));
    free(text);
}

#endif
