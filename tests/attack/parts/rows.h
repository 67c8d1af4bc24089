/* tests/attack/parts/rows.h - how rows of equations are put together; between build.c, figures.c
 * and targets.c. */
#ifndef ATTACK_ROWS_H
#define ATTACK_ROWS_H

#include "attack/parts/build.h"

/* Terms of the row that is being made. */
void build_term(struct build *b, int item, int slot, int code, int64_t factor);
void build_valid(struct build *b, int item, int slot, int64_t factor); /* every valid answer */
/* The chosen codes in the groups of a figure, each times factor[code] + plus (NULL: 0 + plus). */
void build_figure_sum(struct build *b, int item, const struct figure *f, const bool *codes,
                      const int64_t *factor, int64_t plus);
/* false: the truth does not fit, so the row says something else than the attacker thinks. */
bool build_end(struct build *b, int64_t lo, int64_t hi);

void build_shown(struct build *b, const struct figure *f);
/* Counts that quality.csv adds: valid answers and don't knows of everybody. */
void build_quality(struct build *b);
/* The true count behind a figure. */
int64_t target_count(const struct world *world, const struct item *item,
                     const struct figure *figure, const bool codes[KNOWN_CODES]);

#endif
