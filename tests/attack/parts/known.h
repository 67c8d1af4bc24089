/* tests/attack/parts/known.h - what the attacker has in hand: the codebook and study.yml, which are
 * no secret, the published files, and the truth, against which a claim is judged. */
#ifndef ATTACK_KNOWN_H
#define ATTACK_KNOWN_H

#include "attack/parts/sheet.h"

#include <stddef.h>

/* Scores of 0-100 count in 1/27720, so that a mean of up to 12 items stays whole. */
enum { SCORE_UNIT = 27720 };
enum { KNOWN_CODES = 128, KNOWN_ITEMS = 96, KNOWN_BY = 10, KNOWN_GROUPS = 80 };

struct codebook {
    struct sheet variables, values;
};
/* Score of a code times 12; false: it has none or is no valid answer. */
bool codebook_score(const struct codebook *book, const char *list, const char *code,
                    int64_t *score);
bool codebook_ordered(const struct codebook *book, const char *list); /* sides or written scores */
bool codebook_exclusive(const struct codebook *book, const char *list, const char *code);
/* Row of a variable in variables.csv, or -1. */
int codebook_variable(const struct codebook *book, const char *name);

/* Which codes a figure adds: "1+2" has the parts 1 and 2. */
bool has_part(const char *codes, const char *code);

struct truth {
    struct sheet sheet;
    int *order; /* rows sorted by key */
};
bool truth_read(struct truth *truth, const char *path);
/* 0 where the truth has no such row. */
int64_t truth_count(const struct truth *truth, const char *const key[6]);

/* A question or scale of one source in one wave.  Unknowns: number of answers `code` in group
 * `slot`. The slots are everybody, then for each breakdown its groups and those without a group. */
enum item_kind { ITEM_SINGLE, ITEM_NUMBER, ITEM_MULTIPLE, ITEM_SCALE };
struct item {
    const char *name, *list;
    enum item_kind kind;
    const char *scale, *ask_if;
    bool reverse, published; /* published: it has a row in results.csv */
    int n_codes, n_valid;    /* the valid ones come first */
    const char *code[KNOWN_CODES];
    int64_t score12[KNOWN_CODES], score[KNOWN_CODES];
    int64_t *x; /* [n_slots][n_codes], true */
};
struct slot {
    const char *by, *group; /* "total"; "@none": no answer to the group's question */
    int64_t n;              /* respondents, true */
};
struct world {
    const struct codebook *book;
    const struct truth *truth;
    const struct sheet *results, *quality;
    const char *wave, *source;
    int64_t threshold; /* a count of 1 .. threshold - 1 must stay hidden */
    int64_t base;      /* R1 */
    bool weighted;     /* figures do not follow from counts: see figure_value */
    bool *found;       /* [rows of results.csv]: told already */
    int n_slots, n_items;
    struct slot slot[KNOWN_GROUPS];
    struct item item[KNOWN_ITEMS];
};
void world_fill(struct world *world, const char *study_yml);
void world_clear(struct world *world);
int world_item(const struct world *world, const char *name);
static inline int64_t world_x(const struct item *item, int slot, int code)
{
    return item->x[slot * item->n_codes + code];
}
/* Code of an item by name, or -1. */
int item_code(const struct item *item, const char *code);

/* A row of results.csv that is about `world`. */
struct figure {
    int row;
    const char *table, *variable, *code, *by, *group, *statistic, *value, *n, *flag;
    bool shown, hidden;
};
bool world_figure(const struct world *world, int row, struct figure *figure);
/* Whether a slot belongs to the figure's group. */
bool figure_slot(const struct figure *figure, const struct slot *slot);
/* sum/n in `unit`s of the sum, as it is printed. */
static inline int64_t shown_as(int64_t sum, int64_t n, int64_t unit)
{
    return (2 * sum + unit * n) / (2 * unit * n);
}
/* A shown mean or median in tenths, an index or breadth in whole points.  A weighted figure is taken to
 * reveal what it would be without the weights, which is more than it does: protection counts
 * respondents.  false: not a number. */
bool figure_value(const struct world *world, const struct figure *figure, int64_t *value);

#endif
