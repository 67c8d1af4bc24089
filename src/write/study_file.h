/* write/study_file.h - a study.yml of one wave, with a word to the analyst at what must be filled in. */
#ifndef WRITE_STUDY_FILE_H
#define WRITE_STUDY_FILE_H

#include <stdio.h>

#include "waardering/study.h"

/* `from` is the file that it was made of. */
void wrd_study_file_write(const struct wrd_study *study, const char *from, FILE *to);
/* All that may stand in a study.yml, of one source and one wave, whose answers are ours (write/study_whole.c).
 */
void wrd_study_whole_write(const struct wrd_study *study, FILE *to);
void wrd_study_put_quoted(FILE *to, const char *text);

#endif
