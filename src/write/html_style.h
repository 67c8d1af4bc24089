/* write/html_style.h - the style sheet of the report, complete and without a request to anywhere.
 *
 * Text and its ground differ by a contrast of at least 4.5 in light and dark
 * (tests/unit/test_html.c reads the colours from here and computes it). */
#ifndef WRITE_HTML_STYLE_H
#define WRITE_HTML_STYLE_H

#include <stdio.h>

void wrd_html_style(FILE *to);

#endif
