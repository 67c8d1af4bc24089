/* Any bytes as a number: what is read is written back as the same number. */
#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct wrd_decimal number, again;
    char room[WRD_NUMBER_ROOM];
    const char *text = (const char *)bytes;
    struct wrd_arena *arena = wrd_arena_new();

    wrd_text_fold(arena, text, len);
    wrd_answer_shown(arena, text, len, 1);
    if (wrd_decimal_read(text, len, ',', &number)) {
        const char *written = wrd_number_decimal(room, number, ',');
        if (!wrd_decimal_read(written, strlen(written), ',', &again) ||
            wrd_decimal_compare(number, again) != 0)
            abort();
    }
    wrd_arena_free(arena);
    return 0;
}
