/* Any bytes as CSV: every record is a record, broken, or the end, and reading ends. */
#include <stdlib.h>

#include "core/csv.h"
#include "support/memory_lines.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct memory_lines source;
    struct wrd_record record;
    enum wrd_record_state state;
    size_t records = 0;
    const char *text = (const char *)bytes;
    struct wrd_csv *csv =
        wrd_csv_open(lines_of_memory(&source, text, len), wrd_csv_detect(text, len));

    while ((state = wrd_csv_next(csv, &record)) != WRD_RECORD_END) {
        if (++records > len + 1)
            abort(); /* more records than bytes */
        for (size_t i = 0; state == WRD_RECORD && i < record.n; i++)
            if (record.fields[i].text[record.fields[i].len] != '\0')
                abort();
    }
    wrd_csv_close(csv);
    return 0;
}
