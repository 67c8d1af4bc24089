/* core/folded.h - small named files as lines of at most 80 bytes, and back.
 *
 * For the notes of an SPSS file, which are such lines.  The first and the last line are for a person;
 * between them `=NAME|` begins a file, ` TEXT|` a line of it and `+TEXT|` goes on with that line.  The
 * mark at the end keeps the spaces before it, which a program may take away.  The last line counts
 * the lines and has their hash, so that what was changed on the way is not taken for what was written.
 * Lines before the first and behind the last are of somebody else.
 *
 * Shapes   A file is UTF-8 lines that end in LF; a CR is lost.
 * Memory   Everything lives in the arena. */
#ifndef CORE_FOLDED_H
#define CORE_FOLDED_H

#include <stddef.h>

#include "waardering/arena.h"

enum { WRD_FOLDED_WIDTH = 80 };

struct wrd_folded_file {
    const char *name; /* without a line break, at most 32 bytes */
    const char *text;
};

enum wrd_folded {
    WRD_FOLDED_NONE, /* nothing of this kind among the lines */
    WRD_FOLDED_WHOLE,
    WRD_FOLDED_OTHER,  /* of a version that is not known */
    WRD_FOLDED_DAMAGED /* *at is the line, from 1 */
};

const char **wrd_fold(struct wrd_arena *arena, const struct wrd_folded_file *files, size_t n_files,
                      size_t *n_lines);
enum wrd_folded wrd_unfold(struct wrd_arena *arena, const char *const *lines, size_t n_lines,
                           struct wrd_folded_file **files, size_t *n_files, size_t *at);

#endif
