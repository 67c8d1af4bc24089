/* core/utf8.h - white space in UTF-8, between utf8.c (which asks utf8proc) and text.c. */
#ifndef CORE_UTF8_H
#define CORE_UTF8_H

#include <stddef.h>

/* Bytes of the white space (NBSP, U+FEFF, thin spaces and line breaks too) that `text` starts or
 * ends with; 0 if it does not. */
size_t wrd_space_at_start(const char *text, size_t len);
size_t wrd_space_at_end(const char *text, size_t len);

#endif
