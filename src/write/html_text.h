/* write/html_text.h - HTML out: elements, and the one escaping function that all text goes through.
 *
 * Tags and attribute names are literals of the caller; everything else is text, whatever it holds.
 */
#ifndef WRITE_HTML_TEXT_H
#define WRITE_HTML_TEXT_H

#include <stdio.h>

/* & < > " ' as entities; control characters become a space. */
void wrd_html_text(FILE *to, const char *text);

/* <tag name="value" ...>: pairs of attribute name and value, then NULL.  A value of "" is written
 * as a bare attribute name. */
void wrd_html_open(FILE *to, const char *tag, ...) __attribute__((sentinel));
void wrd_html_close(FILE *to, const char *tag);
/* <tag>text</tag>, with a class unless it is NULL; nothing at all for NULL or empty text. */
void wrd_html_element(FILE *to, const char *tag, const char *class, const char *text);
/* The same with one attribute of any name. */
void wrd_html_with(FILE *to, const char *tag, const char *name, const char *value,
                   const char *text);

#endif
