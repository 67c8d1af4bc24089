/* Any bytes as study.yml: a tree or messages, never neither. */
#include <stdlib.h>

#include "read/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_diag *diag = wrd_diag_new();

    if (!wrd_yaml_read(arena, (const char *)bytes, len, "study.yml", diag) &&
        wrd_diag_errors(diag) == 0)
        abort();
    wrd_diag_free(diag);
    wrd_arena_free(arena);
    return 0;
}
