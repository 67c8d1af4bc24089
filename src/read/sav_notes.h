/* read/sav_notes.h - the study that `export` wrote into the notes of an SPSS file.
 *
 * Errors   Notes that cannot be used are said in diag, and the file is then one like any other.
 * Memory   Lives as long as the arena. */
#ifndef READ_SAV_NOTES_H
#define READ_SAV_NOTES_H

#include "read/sav_parts.h"

struct wrd_sav_noted { /* a variable of the file, and what it holds */
    const char *column;
    const char *name; /* "": what is made of the rest, a fitted weight */
    const char *code; /* of a box; else "" */
};

struct wrd_sav_notes {
    enum wrd_lang lang; /* of the labels in the dictionary */
    struct wrd_study *study;
    struct wrd_codebook *book;
    const struct wrd_sav_noted *columns;
    size_t n_columns;
};

/* NULL: there are none, or none that can be used. */
struct wrd_sav_notes *wrd_sav_notes_read(const struct wrd_sav_making *m);

/* Adds to m->made what is known of the variables that are in the file, sets its study, and marks in
 * taken[] the variables of the file that need no guess (sav_known.c). */
void wrd_sav_add_known(struct wrd_sav_making *m, struct wrd_sav_notes *notes, bool *taken);
/* The answers of a list as the file has it: `noted` itself where they are the same, NULL where it is
 * none (sav_known_list.c). */
const struct wrd_list *wrd_sav_known_list(struct wrd_sav_making *m, enum wrd_lang lang,
                                          const struct wrd_list *noted,
                                          const struct wrd_sav_variable *of);
/* Whether a label of the file is that of the codebook; the file has at most `room` bytes of it. */
bool wrd_sav_same_label(struct wrd_arena *arena, const char *file, const char *book, size_t room);
/* The label that `export` took: in that language, else in another. */
const char *wrd_sav_noted_label(const char *const label[WRD_LANGS], enum wrd_lang lang);
/* Takes out of the codebook and the study what leans on a variable that is not there
 * (sav_known_prune.c). */
void wrd_sav_prune(struct wrd_arena *arena, struct wrd_study *study, struct wrd_codebook *book);

#endif
