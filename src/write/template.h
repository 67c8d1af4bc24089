/* write/template.h - a text of src/write/texts with its marks filled in, in one language.
 *
 * A line that begins (behind spaces) with `#nl ` or `#en ` is a comment for readers of that language
 * and becomes `# `; the other one is left out.  {{mark}} is replaced. */
#ifndef WRITE_TEMPLATE_H
#define WRITE_TEMPLATE_H

#include <stdio.h>

#include "waardering/status.h"

struct wrd_mark { /* a list ends with name NULL */
    const char *name, *text;
};

void wrd_template_put(FILE *to, const char *text, enum wrd_lang lang, const struct wrd_mark *marks);

#endif
