/* core/utf8.h - one character at a time, for the files of core that handle text: utf8.c, text.c and
 * utf8_letters.c.  Other rooms use core/text.h and core/utf8_letters.h. */
#ifndef CORE_UTF8_H
#define CORE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "waardering/arena.h"

/* Bytes of the character that `text` starts with, and the character; 0: it starts with none. */
size_t wrd_utf8_next(const char *text, size_t len, int32_t *character);

/* Bytes of the white space (NBSP, U+FEFF, thin spaces and line breaks too) that `text` starts or
 * ends with; 0 if it does not. */
size_t wrd_space_at_start(const char *text, size_t len);
size_t wrd_space_at_end(const char *text, size_t len);

/* Mapped by options of utf8proc (which keeps pieces of the text in memory that it gives back, where
 * somebody's answer must not stay); NULL: it is not UTF-8. */
char *wrd_utf8_map(struct wrd_arena *arena, const char *text, size_t len, int options);

#endif
