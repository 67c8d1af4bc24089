/* write/form.h - the questionnaire that a codebook is: what init puts beside a new study, to be filled
 * in by people.  No answer and no figure comes in here. */
#ifndef WRITE_FORM_H
#define WRITE_FORM_H

#include <stdio.h>

#include "waardering/arena.h"
#include "waardering/codebook.h"

/* Questions of one kind that stand together: the items of one grid, or one question. */
struct wrd_form_block {
    const struct wrd_variable *const *items;
    size_t n;
    const char *code; /* of the question: "G02Q01" */
    bool grid;        /* the items have one list, and a code behind that of the question: [SQ001] */
};

struct wrd_form_part { /* a page: the questions with one G.. */
    struct wrd_form_block *blocks;
    size_t n;
};

struct wrd_form {
    const struct wrd_study *study;
    size_t source;
    struct wrd_form_part *parts;
    size_t n;
};

/* The questions of `source` in the order of the codebook.  A part is what its first three characters
 * (G01) are, as LimeSurvey numbers its groups. */
struct wrd_form wrd_form_make(struct wrd_arena *arena, const struct wrd_study *study,
                              const struct wrd_codebook *book, size_t source);
/* The code behind that of its question: SQ001 of G02Q01[SQ001]. */
const char *wrd_form_item_code(struct wrd_arena *arena, const struct wrd_variable *item);
const char *wrd_form_title(const struct wrd_form *form, enum wrd_lang lang);

/* An importable survey, tab-separated, in all languages (form_limesurvey.c), and a page to print
 * (form_paper.c). */
void wrd_form_limesurvey(struct wrd_arena *arena, const struct wrd_form *form, FILE *to);
void wrd_form_paper(struct wrd_arena *arena, const struct wrd_form *form, enum wrd_lang lang,
                    FILE *to);

#endif
