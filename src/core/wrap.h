/* core/wrap.h - text for a terminal, in lines that fit.
 *
 * Units    Characters, not bytes; a line has at most 80. */
#ifndef CORE_WRAP_H
#define CORE_WRAP_H

#include <stdio.h>

/* `label`, and `text` beside it, `indent` characters in: lines break at spaces, and what follows
 * stands under the start of the text.  A word that fits in no line stays whole.  Ends the line. */
void wrd_wrap(FILE *to, const char *label, size_t indent, const char *text);

#endif
