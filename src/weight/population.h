/* weight/population.h - the known totals of a margin, and who is in which category of it.
 *
 * A margin is a variable or a cross of variables; its categories are the rows that population.csv
 * has of it, in the order of the lists, the first variable slowest.  Check has judged that its
 * variables exist and how many cells the cross has.
 *
 * Errors   false, said in `diag`: no row in population.csv, not asked in this wave, a category that nobody
 *          is in, an answer that has no total, too few answers (METHOD 7.16).
 * Memory   In the arena. */
#ifndef WEIGHT_POPULATION_H
#define WEIGHT_POPULATION_H

#include "waardering/arena.h"
#include "waardering/codebook.h"
#include "waardering/diag.h"
#include "waardering/frame.h"
#include "waardering/study.h"

struct wrd_margin {
    const char *name; /* as in study.yml, "age*gender" */
    size_t n_categories;
    const char **code;  /* [n_categories] "2*m" */
    int64_t *count;     /* [n_categories] of the population */
    double *target;     /* [n_categories] its share of it */
    uint64_t *n;        /* [n_categories] respondents that count */
    uint64_t n_known;   /* together */
    uint64_t n_unknown; /* respondents that count and gave no answer */
    uint32_t *category; /* [respondents]; n_categories: no answer */
};

/* What the margins of one survey have in common. */
struct wrd_fit {
    struct wrd_arena *arena;
    const struct wrd_source *source;
    const struct wrd_codebook *book;
    struct wrd_frame *frame;
    struct wrd_diag *diag;
    const int64_t *units; /* [respondents] base weights, whole; 0: the respondent counts nowhere */
};

bool wrd_margin_read(const struct wrd_fit *fit, const char *name, struct wrd_margin *margin);
/* Population of all categories together. */
int64_t wrd_margin_total(const struct wrd_margin *margin);
/* The categories beside it, "2, 4": where it could be merged. */
const char *wrd_margin_neighbours(struct wrd_arena *arena, const struct wrd_margin *margin,
                                  size_t category);

#endif
