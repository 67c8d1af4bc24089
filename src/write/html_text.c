/* write/html_text.c - see html_text.h. */
#include "write/html_text.h"

#include <stdarg.h>

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void wrd_html_text(FILE *to, const char *text)
{
    for (; *text; text++) {
        const char *as = entity(*text);
        if (as)
            fputs(as, to);
        else
            fputc((unsigned char)*text < ' ' || *text == 0x7f ? ' ' : *text, to);
    }
}

static void put_attribute(FILE *to, const char *name, const char *value)
{
    fprintf(to, " %s", name);
    if (*value == '\0')
        return;
    fputs("=\"", to);
    wrd_html_text(to, value);
    fputc('"', to);
}

void wrd_html_open(FILE *to, const char *tag, ...)
{
    va_list pairs;
    const char *name;
    fprintf(to, "<%s", tag);
    va_start(pairs, tag);
    while ((name = va_arg(pairs, const char *)) != NULL)
        put_attribute(to, name, va_arg(pairs, const char *));
    va_end(pairs);
    fputc('>', to);
}

void wrd_html_close(FILE *to, const char *tag)
{
    fprintf(to, "</%s>\n", tag);
}

void wrd_html_with(FILE *to, const char *tag, const char *name, const char *value, const char *text)
{
    if (!text || *text == '\0')
        return;
    fprintf(to, "<%s", tag);
    put_attribute(to, name, value);
    fputc('>', to);
    wrd_html_text(to, text);
    wrd_html_close(to, tag);
}

void wrd_html_element(FILE *to, const char *tag, const char *class, const char *text)
{
    if (class) {
        wrd_html_with(to, tag, "class", class, text);
        return;
    }
    if (!text || *text == '\0')
        return;
    fprintf(to, "<%s>", tag);
    wrd_html_text(to, text);
    wrd_html_close(to, tag);
}
