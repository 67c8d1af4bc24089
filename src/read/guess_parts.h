/* read/guess_parts.h - what the parts of the guesser share: guess.c decides what a column is,
 * guess_draft.c makes variables of
 * columns, guess_lists.c lists of answers, guess_names.c gives names and labels. */
#ifndef READ_GUESS_PARTS_H
#define READ_GUESS_PARTS_H

#include <string.h>

#include "read/guess.h"
#include "read/guess_words.h"

enum { WRD_MOST_ANSWERS = 25 }; /* of a closed question */

enum wrd_set_kind {
    WRD_SET_NONE,
    WRD_SET_NUMBERS, /* 1 2 3 8 9 */
    WRD_SET_LED,     /* numbers, some with a text: "5 - very important" */
    WRD_SET_KNOWN,   /* a scale that everybody uses */
    WRD_SET_LABELS
};

struct wrd_guessed { /* a column */
    const struct wrd_profile_column *column;
    const char *words; /* of the header and of the question */
    enum wrd_skipped skipped;
    enum wrd_type type;
    enum wrd_sure sure;
    size_t first, n_beside; /* columns of its question, as they stand side by side */
    bool ticked;            /* one answer of a multiple question */
    bool battery;           /* with those beside it, although no header says so */
    char separator;
    enum wrd_set_kind kind;
    enum wrd_known known;
    struct wrd_profile_value *answers; /* without what seems a slip */
    size_t n_answers;
    int list;     /* -1: none */
    int scale;    /* of the first of its question; -1: none yet */
    int variable; /* -1: none */
};

struct wrd_guessing {
    struct wrd_arena *arena;
    const struct wrd_export_profile *profile;
    const struct wrd_guess_rules *rules;
    struct wrd_guessed *columns;
    size_t n;
    struct wrd_draft *draft;
};

/* A text that no cell of the codebook may hold: a spreadsheet takes it for a formula. */
static inline bool wrd_is_formula(const char *text)
{
    return *text && strchr("=+@", *text) != NULL;
}

/* A number that names somebody has as many digits as all the others: 1659, 1688, 1570. */
bool wrd_is_number_of_somebody(const struct wrd_profile_column *column);
/* Columns side by side with the same answers are items of one battery. */
void wrd_guess_batteries(struct wrd_guessing *g);
/* Length of what the names of the columns of one question begin with: Q5 of Q5_3, G02Q01 of G02Q01[a]. */
size_t wrd_guess_stem(const char *name);
/* Variables, lists of several answers in a cell, scales: what is left when all columns are judged. */
void wrd_guess_draft(struct wrd_guessing *g);
/* The number that a text begins with when only a label follows it; false: it does not. */
bool wrd_leading_number(const char *text, int64_t *number);
/* What kind of set the answers of a column are; fills kind, known and answers. */
void wrd_guess_set(struct wrd_guessing *g, struct wrd_guessed *column);
/* One list for all columns whose answers are the same, as far as can be seen. */
void wrd_guess_lists(struct wrd_guessing *g);
/* What stands between the last brackets of a header: the code of an option, or its label. */
const char *wrd_guess_option_name(struct wrd_arena *arena, const char *header);
/* A list of the options of a multiple question with a column an answer. */
int wrd_guess_options(struct wrd_guessing *g, size_t first);

/* A name that no variable has yet. */
const char *wrd_guess_name(struct wrd_guessing *g, const struct wrd_guessed *column);
const char *wrd_guess_label(struct wrd_guessing *g, const struct wrd_guessed *column);
/* No cell of a codebook may hold it: a spreadsheet would run it, or nobody would see it. */
bool wrd_guess_is_unfit(struct wrd_guessing *g, const char *text);
/* A text as one line, without what nobody sees, and nothing in front that a spreadsheet takes for a formula. */
const char *wrd_guess_line(struct wrd_arena *arena, const char *text);
/* Small letters, digits and underscores of a text, at most 40; "" if there are none. */
const char *wrd_guess_slug(struct wrd_arena *arena, const char *text);
/* The name with a number behind it when a list has it already. */
const char *wrd_guess_list_name(struct wrd_guessing *g, const char *name);

#endif
