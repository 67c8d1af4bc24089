/* write/export_notes.h - what an SPSS dictionary cannot hold, as lines for the notes of the file.
 *
 * The codebook and the study.yml as `import` will write them: of this source and this wave alone, and
 * of what is in the file.  They hold no answer. */
#ifndef WRITE_EXPORT_NOTES_H
#define WRITE_EXPORT_NOTES_H

#include "write/export_column.h"

/* Lines of at most 80 bytes (core/folded.h), in the arena of `e`, whose columns are complete. */
const char *const *wrd_export_notes(const struct wrd_exporting *e, const struct wrd_study *study,
                                    const struct wrd_codebook *book, size_t *n_lines);

#endif
