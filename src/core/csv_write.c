/* core/csv_write.c - records out, RFC 4180; see core/csv.h.  Not by libcsv, which quotes every
 * field. */
#include <string.h>

#include "core/csv.h"

static bool needs_quotes(const char *text, char delimiter)
{
    const char special[] = { delimiter, '"', '\r', '\n', '\0' };
    return text[strcspn(text, special)] != '\0';
}

static void put_quoted(FILE *to, const char *text)
{
    fputc('"', to);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', to);
        fputc(*text, to);
    }
    fputc('"', to);
}

void wrd_csv_put(FILE *to, char delimiter, bool first, const char *text)
{
    if (!first)
        fputc(delimiter, to);
    if (needs_quotes(text, delimiter))
        put_quoted(to, text);
    else
        fputs(text, to);
}

void wrd_csv_put_all(FILE *to, char delimiter, const char *const *texts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        wrd_csv_put(to, delimiter, i == 0, texts[i]);
}

void wrd_csv_end_record(FILE *to)
{
    fputs("\r\n", to);
}
