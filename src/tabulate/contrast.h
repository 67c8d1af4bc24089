/* tabulate/contrast.h - scales of one family beside each other, each pair tested.
 *
 * METHODS 7.10 and 7.12: the difference of two figures of one sample has one linearised variance, so
 * what they have in common counts; Holm runs over all pairs of the family.
 *
 * Units    Points of 0-100.
 * Errors   None.  A difference without an SE (all of the population answered, or everybody alike) has
 *          no test: it is as it is.
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_CONTRAST_H
#define TABULATE_CONTRAST_H

#include "stats/change.h"
#include "tabulate/estimate.h"
#include "waardering/frame.h"
#include "waardering/table.h"

/* The scales of a family that a source has, in the order of the codebook. */
struct wrd_relatives {
    const struct wrd_outcome **of;
    size_t n;
};
struct wrd_relatives wrd_relatives_find(struct wrd_arena *arena, const struct wrd_tables *tables,
                                        size_t source, enum wrd_family family);

struct wrd_contrast {
    size_t a, b; /* a < b: a less b */
    bool exists;
    struct wrd_difference d;
    double p_adjusted;
};
struct wrd_contrasts {
    struct wrd_contrast *of; /* a rising, then b */
    size_t n, of_n;          /* pairs, and of how many scales */
};
static inline size_t wrd_pairs_of(size_t n)
{
    return n * (n - 1) / 2;
}
struct wrd_contrasts wrd_contrasts_new(struct wrd_arena *arena, size_t of_n);
/* Sets p_adjusted of all. */
void wrd_contrasts_judge(struct wrd_contrasts *contrasts);
/* The difference of two, and whether it is there. */
struct wrd_difference wrd_contrast_of(const struct wrd_contrasts *contrasts, size_t a, size_t b);
bool wrd_contrasts_exist(const struct wrd_contrasts *contrasts);
/* Whether a lies above b: clearly, and by `least` points or more. */
bool wrd_lies_above(const struct wrd_contrasts *contrasts, size_t a, size_t b, double least,
                    double alpha);
/* Rows of tests.csv: `kind`, under the word of the family. */
void wrd_contrasts_tell(struct wrd_arena *arena, const struct wrd_contrasts *contrasts,
                        const struct wrd_relatives *relatives, enum wrd_test_kind kind,
                        const char *family, struct wrd_tables *tables);

/* Everybody of a source, and figures of columns that are derived from the answers. */
struct wrd_everybody {
    const struct wrd_frame *frame;
    struct wrd_sample sample;
};
struct wrd_everybody wrd_everybody_new(struct wrd_arena *arena, const struct wrd_tables *tables,
                                       const struct wrd_frame *frame);
/* The mean of the scores of a column in points; bounds are clipped to [lowest, highest]. */
struct wrd_figure wrd_mean_of_everybody(const struct wrd_everybody *everybody,
                                        const struct wrd_column *column, double lowest,
                                        double highest);
/* The share of answer 1 among the answers of a column. */
struct wrd_figure wrd_share_of_everybody(const struct wrd_everybody *everybody,
                                         const struct wrd_column *column);

/* Scores in points: y[n_codes]. */
double *wrd_points(struct wrd_arena *arena, const struct wrd_column *column);

#endif
