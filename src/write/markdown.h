/* write/markdown.h - the tables as text: for council papers and for `show`. */
#ifndef WRITE_MARKDOWN_H
#define WRITE_MARKDOWN_H

#include <stdio.h>

#include "model/words.h"
#include "write/plan.h"

/* tables.nl.md, tables.en.md: CommonMark with pipe tables. */
void wrd_markdown_write(const struct wrd_plan *plan, enum wrd_lang lang, FILE *to);

#endif
