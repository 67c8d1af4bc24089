/* core/wrap.c - see wrap.h. */
#include "core/wrap.h"

#include <string.h>

#include "core/text.h"

enum { WIDTH = 80 };

static void write_spaces(FILE *to, size_t n)
{
    while (n-- > 0)
        fputc(' ', to);
}

void wrd_wrap(FILE *to, const char *label, size_t indent, const char *text)
{
    size_t at = wrd_utf8_count(label, strlen(label));
    bool begins = true;

    fputs(label, to);
    while (*text) {
        size_t gap = strspn(text, " "), len = strcspn(text + gap, " ");
        size_t wide = wrd_utf8_count(text + gap, len);
        if (!begins && at + gap + wide > WIDTH) {
            fputc('\n', to);
            at = 0;
            begins = true;
        }
        if (begins) /* the start of a line swallows the spaces that it was broken at */
            gap = at < indent ? indent - at : 0;
        write_spaces(to, gap);
        fwrite(text + strspn(text, " "), 1, len, to);
        at += gap + wide;
        text += strspn(text, " ") + len;
        begins = false;
    }
    fputc('\n', to);
}
