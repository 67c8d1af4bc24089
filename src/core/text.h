/* core/text.h - UTF-8 text: its bytes and characters (utf8.c), and words, labels and answers
 * (text.c). What kind of letter a character is stands in utf8_letters.h.
 *
 * Units    Lengths are bytes, unless characters are named.
 * Memory   What a function makes lives in the arena it is given. */
#ifndef CORE_TEXT_H
#define CORE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/arena.h"

/* Characters of a text of study.yml or the codebook; more is a quote that does not close. */
enum { WRD_LONGEST_TEXT = 10000 };

/* Bytes from the start that are well-formed UTF-8 (no surrogates, no overlong forms). */
size_t wrd_utf8_valid(const char *text, size_t len);
/* Characters (code points) of valid UTF-8. */
size_t wrd_utf8_count(const char *text, size_t len);

/* Valid UTF-8: every byte that is not becomes U+FFFD. */
char *wrd_utf8_mend(struct wrd_arena *arena, const char *text, size_t len);
/* What may be sent to a terminal: control characters, marks that turn the direction of writing and
 * bytes that are not UTF-8 are shown as \n, \x1b, \u202e; nothing in it moves the cursor. */
const char *wrd_text_visible(struct wrd_arena *arena, const char *text);
/* The first character of valid UTF-8 that a reader does not see and that does something to what stands
 * around it: a control character (but a tab or a line break), or one that turns or embeds the direction of
 * writing; made visible.  NULL: none.  Zero-width characters do nothing. */
const char *wrd_text_hidden(struct wrd_arena *arena, const char *text, size_t len);

/* The form in which labels are compared: NFC, case folded, every run of white space (NBSP, thin
 * spaces, line breaks too) one space, none at the ends and none for U+FEFF and its like; typographic
 * quotes and dashes as a keyboard has them.  Invalid bytes stay as they are. */
char *wrd_text_fold(struct wrd_arena *arena, const char *text, size_t len);

/* White space, NBSP and U+FEFF off both ends; moves *text and *len, copies nothing. */
void wrd_text_trim(const char **text, size_t *len);

bool wrd_text_is(const char *text, size_t len, const char *word);
/* [a-z][a-z0-9_]{0,max-1}, [a-z0-9-]{1,64}, [A-Za-z0-9_.-]{1,32} */
bool wrd_is_name(const char *text, size_t max);
bool wrd_is_study_id(const char *text);
bool wrd_is_code(const char *text);

/* How an answer may stand in a message: itself if it has at most 3 digits and nothing else, or
 * stands `times` >= 5 times in its column; else "a text of 31 characters" (WRD_BOTH languages). */
const char *wrd_answer_shown(struct wrd_arena *arena, const char *text, size_t len, uint64_t times);

/* The word of `words` nearest to `word` (edit distance at most 2 and less than half its length), or
 * NULL: for suggestions. */
const char *wrd_text_nearest(const char *word, const char *const *words, size_t n);
/* Texts joined by `between`. */
const char *wrd_text_join(struct wrd_arena *arena, const char *const *texts, size_t n,
                          const char *between);
/* Part `i` (from 0) of a cross, "age*gender", without the space around it; NULL: it has no more. */
const char *wrd_text_part(struct wrd_arena *arena, const char *cross, size_t i);

#endif
