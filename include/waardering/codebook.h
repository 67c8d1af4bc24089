/* waardering/codebook.h - what was asked and what an answer means.
 *
 * Filled by read (wrd_codebook_read), judged by check (wrd_check_codebook); nobody changes it after
 * that.  Lives as long as the arena of the run.  Nothing in the program knows an item by name, only
 * by the roles that the codebook gives it. */
#ifndef WAARDERING_CODEBOOK_H
#define WAARDERING_CODEBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/decimal.h"
#include "waardering/study.h"

/* Why there is no answer.  In a column of codes reason r stands as WRD_FIRST_REASON + r (uint8_t)
 * or WRD_FIRST_REASON16 + r (uint16_t). */
enum wrd_reason {
    WRD_NOT_APPLICABLE,
    WRD_REFUSED,
    WRD_INVALID,
    WRD_NOT_ASKED,
    WRD_DONT_KNOW,
    WRD_EMPTY,
    WRD_TECHNICAL,
    WRD_REASONS,
    WRD_NO_REASON = -1 /* a valid answer */
};
enum { WRD_FIRST_REASON = 248, WRD_FIRST_REASON16 = 65528, WRD_REASON_SLOTS = 8 };

enum wrd_side { WRD_SIDE_NONE, WRD_SIDE_NEGATIVE, WRD_SIDE_NEUTRAL, WRD_SIDE_POSITIVE };
enum wrd_type {
    WRD_TYPE_ID, WRD_TYPE_SINGLE, WRD_TYPE_MULTIPLE, WRD_TYPE_NUMBER, WRD_TYPE_DATE, WRD_TYPE_TEXT,
    WRD_TYPE_WEIGHT, WRD_TYPES /* not understood, which was said */
};
enum wrd_role { /* bits */
    WRD_ROLE_OUTCOME = 1, WRD_ROLE_GROUP = 2, WRD_ROLE_MARGIN = 4, WRD_ROLE_STRATUM = 8,
    WRD_ROLE_PSU = 16, WRD_ROLE_OPEN = 32, WRD_ROLE_SENSITIVE = 64, WRD_ROLE_IMPORTANCE = 128
};
/* There is no unit for money, and nothing turns hours into it. */
enum wrd_unit {
    WRD_UNIT_NONE, WRD_UNIT_PERSONS, WRD_UNIT_ORGANISATIONS, WRD_UNIT_HOURS, WRD_UNIT_DAYS,
    WRD_UNIT_YEARS, WRD_UNIT_TIMES, WRD_UNIT_GRADE, WRD_UNIT_POINTS, WRD_UNITS
};
enum wrd_family { WRD_FAMILY_NONE, WRD_FAMILY_TASK, WRD_FAMILY_ROUTE };

struct wrd_value {
    const char *code;
    const char *label[WRD_LANGS]; /* "" where the codebook has none */
    enum wrd_reason reason;       /* WRD_NO_REASON: a valid answer */
    int answer;                   /* index in list->answers, -1 for a reason */
    enum wrd_side side;
    bool has_score, score_given; /* score_given: written, not taken from the code */
    struct wrd_decimal score;
    bool exclusive;
    const char *fallback; /* NULL: none */
    struct wrd_place place;
};

struct wrd_list {
    const char *name;
    struct wrd_value *values; /* all, in display order */
    size_t n_values;
    const struct wrd_value **answers; /* the valid ones, in display order: code i of a column */
    size_t n_answers;
    bool ordered;      /* has sides or written scores: top-2, bottom-2 and a mean make sense */
    bool all_scored;   /* every answer has a score */
    bool has_fallback; /* some answers may be merged: fallback words, or sides */
    struct wrd_place place; /* of its first row */
};

struct wrd_condition { /* ask_if: variable is (one of) codes, or variable OP number */
    const char *variable;
    char op;             /* '=' '!' (not) '<' '>' 'l' (<=) 'g' (>=) */
    const char **codes;  /* with '=' and '!' */
    size_t n_codes;
    struct wrd_decimal number; /* with < > <= >= */
};

struct wrd_variable {
    const char *name;
    uint32_t sources; /* bit i: source i of the study */
    const char *column; /* header in the export; = name where empty */
    enum wrd_type type;
    const struct wrd_list *list; /* single, multiple; else NULL */
    char separator;              /* 0: none */
    const char *label[WRD_LANGS];
    unsigned roles;
    int scale; /* index, -1: none */
    bool reverse;
    const char *pair; /* NULL: none */
    const struct wrd_condition *ask_if;
    size_t n_ask_if; /* joined by and */
    const char *money_topic; /* the reason behind `arrangement:`; NULL: none */
    const char *unit_text;   /* as written; "" none: check judges it */
    enum wrd_unit unit;
    bool has_min, has_max;
    struct wrd_decimal min, max;
    /* as written, for check to resolve and judge; "" where empty */
    const char *values_text, *scale_text, *money_text, *ask_if_text;
    const char *guess; /* what init made of an export, not confirmed yet; NULL: nothing */
    struct wrd_place place;
};

struct wrd_scale {
    const char *name;
    const char *label[WRD_LANGS];
    const char *officer_role[WRD_LANGS]; /* of a route */
    enum wrd_family family;
    unsigned min_answered; /* 0: half of the items, rounded up */
    struct wrd_place place;
};

struct wrd_indicator {
    const char *name, *part;
    const char *label[WRD_LANGS];
    const char *kind, *source, *of, *better;
    struct wrd_place place;
};

enum wrd_population_unit { WRD_POP_PERSONS, WRD_POP_PSU, WRD_POP_INVITED };
struct wrd_population {
    const char *source, *variable, *code;
    int64_t count;
    enum wrd_population_unit unit;
    struct wrd_place place;
};

struct wrd_wave_row { /* a row of waves.csv */
    const char *wave, *source, *name; /* source "": all */
    const char *column;               /* "" as always, "-" not asked */
    const char *code, *was_code;      /* "" none; was_code may hold several, joined by | */
    const char *comparable;           /* "yes" or a word */
    const char *note[WRD_LANGS];
    struct wrd_place place;
};

/* The columns of one file of the codebook, so that a check can say in which one something is wrong. */
struct wrd_book_header {
    const char *file;   /* as in the places of its rows */
    const char **names; /* column i + 1 */
    size_t n_names;
    char delimiter;
};

struct wrd_codebook {
    struct wrd_variable *variables;
    size_t n_variables;
    struct wrd_list *lists;
    size_t n_lists;
    struct wrd_scale *scales;
    size_t n_scales;
    struct wrd_indicator *indicators;
    size_t n_indicators;
    struct wrd_population *populations;
    size_t n_populations;
    struct wrd_wave_row *wave_rows;
    size_t n_wave_rows;
    struct wrd_book_header *headers; /* of the files that are there */
    size_t n_headers;
    bool incomplete; /* a file of it could not be read: what leans on that file cannot be judged */
    char hash[65]; /* SHA-256 of the codebook's files in the order of their names, hex */
};

/* Index, or -1.  `len` bytes of `code` are compared. */
int wrd_codebook_variable(const struct wrd_codebook *book, const char *name);
int wrd_codebook_list(const struct wrd_codebook *book, const char *name);
int wrd_codebook_scale(const struct wrd_codebook *book, const char *name);
const struct wrd_value *wrd_list_value(const struct wrd_list *list, const char *code, size_t len);
/* The variable of that name in that source, or -1: two sources may each have their own. */
int wrd_codebook_variable_of(const struct wrd_codebook *book, const char *name, size_t source);
/* The place of a row, in the column with that header (column 0 if the file has none). */
struct wrd_place wrd_codebook_place(const struct wrd_codebook *book, struct wrd_place row,
                                    const char *header);

/* An open question whose answers were coded: a multiple question with the codes of a file of its own
 * (METHOD 7.31). */
static inline bool wrd_is_coded(const struct wrd_variable *variable)
{
    return variable->type == WRD_TYPE_MULTIPLE && (variable->roles & WRD_ROLE_OPEN) != 0;
}
bool wrd_variable_of(const struct wrd_variable *variable, size_t source);
/* Items of `scale` in `source`, in codebook order; writes at most `room` indices, returns how many
 * there are. */
size_t wrd_scale_items(const struct wrd_codebook *book, size_t scale, size_t source, size_t *items,
                       size_t room);
/* min_answered, or half of k rounded up. */
size_t wrd_scale_needed(const struct wrd_scale *scale, size_t k);
/* The rows of waves.csv about `variable` in a wave of a source, one a call; *from starts at 0.
 * NULL: no more. */
const struct wrd_wave_row *wrd_codebook_wave_row(const struct wrd_codebook *book,
                                                 const struct wrd_study *study, size_t wave,
                                                 size_t source,
                                                 const struct wrd_variable *variable, size_t *from);
/* The word of `comparable` for a variable in a wave: "yes" where waves.csv says nothing. */
const char *wrd_comparable(const struct wrd_codebook *book, const struct wrd_study *study,
                           size_t wave, size_t source, const struct wrd_variable *variable);
/* Whether the figures of `wave` may stand beside those of `other` without a break mark. */
bool wrd_scale_comparable(const struct wrd_codebook *book, const struct wrd_study *study,
                          size_t scale, size_t source, size_t wave, size_t other);

const char *wrd_reason_name(enum wrd_reason reason); /* "dont_know", ... as in values.csv */
const char *wrd_side_name(enum wrd_side side); /* "negative", ... as in values.csv; "" for none */
const char *wrd_unit_name(enum wrd_unit unit);
const char *wrd_type_name(enum wrd_type type); /* "single", ... as in variables.csv */
enum { WRD_ROLE_COUNT = 8 };
const char *wrd_role_name(unsigned bit); /* of role 1 << bit, bit < WRD_ROLE_COUNT */

#endif
