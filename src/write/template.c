/* write/template.c - see template.h. */
#include "write/template.h"

#include <stdbool.h>
#include <string.h>

#include "model/words.h"

enum { TAG = 4 }; /* "#nl " */

/* Length of a tag at the start of a line, and whether it is for readers of `lang`. */
static size_t tag_of(const char *line, enum wrd_lang lang, bool *ours)
{
    *ours = true;
    for (enum wrd_lang of = 0; of < WRD_LANGS; of++) {
        const char *code = wrd_lang_code(of);
        if (line[0] == '#' && line[1] == code[0] && line[2] == code[1] && line[3] == ' ') {
            *ours = of == lang;
            return TAG;
        }
    }
    return 0;
}

static const struct wrd_mark *mark_at(const char *text, const struct wrd_mark *marks)
{
    for (; marks && marks->name; marks++) {
        size_t len = strlen(marks->name);
        if (strncmp(text + 2, marks->name, len) == 0 && strncmp(text + 2 + len, "}}", 2) == 0)
            return marks;
    }
    return NULL;
}

static void put_filled(FILE *to, const char *text, size_t len, const struct wrd_mark *marks)
{
    for (size_t i = 0; i < len; i++) {
        const struct wrd_mark *mark =
            strncmp(text + i, "{{", 2) == 0 ? mark_at(text + i, marks) : NULL;
        if (!mark) {
            fputc(text[i], to);
            continue;
        }
        fputs(mark->text, to);
        i += strlen(mark->name) + strlen("{{}}") - 1;
    }
}

void wrd_template_put(FILE *to, const char *text, enum wrd_lang lang, const struct wrd_mark *marks)
{
    while (*text) {
        const char *line = text;
        const size_t indent = strspn(line, " ");
        bool ours;
        const size_t tag = tag_of(line + indent, lang, &ours);
        text += strcspn(text, "\n");
        text += *text == '\n';
        if (!ours)
            continue;
        fwrite(line, 1, indent, to);
        if (tag)
            fputs("# ", to);
        put_filled(to, line + indent + tag, (size_t)(text - line) - indent - tag, marks);
    }
}
