/* tests/attack/parts/build.h - the equations that published figures are about unknown counts.
 *
 * Told      In `exact` mode (the default) every shown share is taken to reveal its count, and the
 *           attacker knows how many respondents gave no answer to a group's question, and by how
 * much missing answers shift a scale from the sum of its items. `as_printed`: intervals of counts
 *           that fit the whole percent.
 * Scope     Unknowns of the items in scope. Others are fixed at their true value (for finding
 * another solution) or rows with them are left out (for proving that there is none). */
#ifndef ATTACK_BUILD_H
#define ATTACK_BUILD_H

#include "attack/parts/known.h"
#include "attack/parts/solve.h"

enum outside { OUTSIDE_FIXED, OUTSIDE_DROPPED };

struct target { /* a hidden count */
    int item;
    struct figure figure; /* row 0: an answer merged away, in `slot` */
    int slot, code;
    int64_t truth;
    bool secret; /* to be reported when it is determined */
    bool settled;
    int var; /* in the system that was built last; -1 out of scope */
};
struct targets {
    struct target *of;
    int n, room;
};

struct build {
    const struct world *world;
    struct solve solve;
    bool as_printed;
    bool in[KNOWN_ITEMS];
    enum outside outside;
    bool sizes; /* sizes of groups are unknowns */
    int *var[KNOWN_ITEMS];
    int size_var[KNOWN_GROUPS];
    /* of the row that is being made */
    int64_t constant;
    bool dropped;
    int contradictions;
    bool tell; /* print contradictions */
};

/* Hidden rows of results.csv and answers of 1 .. threshold - 1 that are not shown by themselves. */
void targets_find(struct targets *targets, const struct world *world);
void targets_free(struct targets *targets);
const char *target_name(const struct target *target, const struct world *world);

/* Every row in scope; `targets` get their variables. solve_ready comes next. */
void build_rows(struct build *build, struct targets *targets);
/* The sum of scores (in 1/12; of a scale in 1/SCORE_UNIT) and the base of a mean or index, as
 * unknowns. */
void build_sum(struct build *build, const struct figure *figure, int *sum, int *n);
void build_clear(struct build *build);
/* Codes that a figure counts, for a figure of counts; false: it is not one. */
bool figure_codes(const struct item *item, const struct figure *figure, bool codes[KNOWN_CODES]);

#endif
