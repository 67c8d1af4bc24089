/* read/sav_parts.h - what the files that make a study of an SPSS file share. */
#ifndef READ_SAV_PARTS_H
#define READ_SAV_PARTS_H

#include "read/sav.h"
#include "waardering/imported.h"

struct wrd_sav_making {
    struct wrd_arena *arena;
    const struct wrd_sav *sav;
    struct wrd_imported *made;
    struct wrd_diag *diag;
    struct wrd_place place; /* the file */
};

/* Names and codes as our files want them (sav_words.c). */
const char *wrd_sav_name(struct wrd_sav_making *m, const char *name); /* unique in the codebook */
const char *wrd_sav_code(struct wrd_arena *arena, const struct wrd_sav_value *value);
const char *wrd_sav_code_of_text(struct wrd_arena *arena, const char *text);
const char *wrd_sav_label(struct wrd_arena *arena, const char *label, const char *otherwise);
const char *wrd_sav_header(const char *name);
/* Shortest text of a number, with a point; NULL: 15 digits do not hold it. */
const char *wrd_sav_number(struct wrd_arena *arena, double number);
/* "2026-03-31", with a time where `format` has one; NULL: no day of the calendar. */
const char *wrd_sav_date(struct wrd_arena *arena, const char *format, double seconds);
bool wrd_sav_is_date(const char *format);

/* The list of a variable with value labels, shared with an equal one; NULL: it is a number. */
const struct wrd_list *wrd_sav_list(struct wrd_sav_making *m, const struct wrd_sav_variable *of);
/* Names a list of m->made, with a number behind it where another list has that name. */
void wrd_sav_name_list(const struct wrd_sav_making *m, struct wrd_list *list, const char *name);
void wrd_sav_close_list(struct wrd_arena *arena, struct wrd_list *list);
/* The code in `list` of an answer; "" for none. */
const char *wrd_sav_code_in(struct wrd_arena *arena, const struct wrd_list *list,
                            const struct wrd_sav_value *value);

/* How many variables from `first` on are the boxes of one question; 0: it is none. */
size_t wrd_sav_boxes(const struct wrd_sav *sav, size_t first);
/* Adds that question and its columns. */
void wrd_sav_add_boxes(struct wrd_sav_making *m, size_t first, size_t n);

struct wrd_variable *wrd_sav_add_variable(struct wrd_sav_making *m, const char *name,
                                          const char *label, enum wrd_type type);
/* The column of a variable, where its list says what a code means; without one it is a number, a date. */
void wrd_sav_add_answers(struct wrd_sav_making *m, const struct wrd_sav_variable *of,
                         const struct wrd_variable *variable, const char *header);
/* Refuses a variable that is written as money. */
void wrd_sav_judge_format(const struct wrd_sav_making *m, const struct wrd_sav_variable *of);
/* Adds a column of the answers; texts[i] is what answer i becomes. */
void wrd_sav_add_column(struct wrd_sav_making *m, const char *header,
                        const struct wrd_sav_variable *of, const char *const *texts);

#endif
