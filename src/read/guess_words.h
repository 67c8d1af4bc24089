/* read/guess_words.h - what the words of a header and of an answer say about it, in Dutch and English.
 *
 * Tables and nothing else: a word that is not there makes a guess less sure, never wrong. */
#ifndef READ_GUESS_WORDS_H
#define READ_GUESS_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "waardering/arena.h"
#include "waardering/codebook.h"

enum wrd_topic_of {
    WRD_ABOUT_BACKGROUND, /* who somebody is, by which others are broken down */
    WRD_ABOUT_STATUS,     /* the same, of a question with yes and no */
    WRD_ABOUT_AREA,       /* a number that stands for a place */
    WRD_ABOUT_REASON,     /* why: no matter what stands behind it */
    WRD_ABOUT_RANK,       /* to put in order: no scale */
    WRD_ABOUT_ID,
    WRD_ABOUT_ORGANISATION,
    WRD_ABOUT_WEIGHT,
    WRD_ABOUT_NUMBER, /* how many, how long */
    WRD_ABOUT_DESIGN, /* how the sample was drawn */
    WRD_ABOUT_REMARK, /* "other, namely" */
    WRD_ABOUT_DUTCH,
    WRD_ABOUT_ENGLISH,
    WRD_ABOUTS
};

/* Words in small letters with a space around each: "RespondentID" is " respondent id ". */
const char *wrd_words_of(struct wrd_arena *arena, const char *text);
bool wrd_words_about(const char *words, enum wrd_topic_of about);
/* How many of the words of that table occur. */
size_t wrd_words_count(const char *words, enum wrd_topic_of about);

/* The answers of scales that everybody uses. */
enum wrd_known {
    WRD_KNOWN_AGREE,
    WRD_KNOWN_SATISFIED,
    WRD_KNOWN_IMPORTANT,
    WRD_KNOWN_FAVOUR,
    WRD_KNOWN_OFTEN,
    WRD_KNOWN_EXTENT,
    WRD_KNOWN_YESNO,
    WRD_KNOWNS,
    WRD_KNOWN_NONE = -1
};
const char *wrd_known_name(enum wrd_known known); /* "agree" */
bool wrd_known_is_ordered(enum wrd_known known);  /* its answers have scores */
/* Place of a folded label on that scale, from 1; 0: it is not on it.  *side may be NULL. */
int wrd_known_rank(enum wrd_known known, const char *folded, enum wrd_side *side);

#endif
