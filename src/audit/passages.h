/* audit/passages.h - what a reader of a published file takes in, text by text, by readers of our
 * own that share nothing with the writers.
 *
 * A passage is a cell, a row with a bar between its cells, a paragraph, the value of an attribute, a
 * style sheet, a comment.  What stands in several elements of a paragraph comes twice: joined, as
 * the eye has it, and with a blank at every border.  Lines of a paragraph of Markdown come by twos
 * too.
 *
 * Errors   false: the file is not of its kind.
 * Memory   A passage lives until the taker returns. */
#ifndef AUDIT_PASSAGES_H
#define AUDIT_PASSAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/staged.h"

struct wrd_passage {
    const char *text;
    uint32_t line;
    const char *where; /* "attribute", "style", ...; NULL: plain text */
};
struct wrd_passage_taker {
    void (*take)(void *self, const struct wrd_passage *passage);
    void *self;
};

typedef bool wrd_passage_reader(const struct wrd_staged *file, struct wrd_passage_taker taker);
wrd_passage_reader wrd_passages_csv, wrd_passages_html, wrd_passages_lines, wrd_passages_markdown,
    wrd_passages_xlsx;

#endif
