/* tabulate/derived.h - columns that are computed from answers: scale scores and breadth.
 *
 * METHODS 7.1 and 7.30.  A derived column is one of codes like any other, its codes the distinct
 * values in rising order, so that its mean and variance follow from counts, exactly.
 *
 * Units    score[v] / score_unit is a part of the whole, 0-1; an index or breadth is 100 times it.
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_DERIVED_H
#define TABULATE_DERIVED_H

#include "waardering/arena.h"
#include "waardering/codebook.h"
#include "waardering/diag.h"
#include "waardering/frame.h"

/* Of `k` items, indices of variables asked in this wave: the mean of (score - lowest) / (highest -
 * lowest) of the items answered, turned round where `reverse`; missing (empty) below
 * wrd_scale_needed.  WRD_EINPUT, said in `diag`: an item without scores from low to high, or scores
 * that have no common unit in 63 bits. */
enum wrd_status wrd_scale_column(struct wrd_arena *arena, const struct wrd_codebook *book,
                                 const struct wrd_frame *frame, const struct wrd_scale *scale,
                                 const size_t *items, size_t k, struct wrd_diag *diag,
                                 struct wrd_column *column);

/* points[a] / range is answer a between the lowest and the highest score, turned round where `reverse`;
 * NULL: it has no scores from low to high, or they do not fit in 63 bits. */
const int64_t *wrd_item_points(struct wrd_arena *arena, const struct wrd_variable *item,
                               int64_t *range);

/* Of a multiple question: how many of the offered options were ticked, by those who saw it.
 * Exclusive options ("none of these") do not count. */
struct wrd_column wrd_breadth_column(struct wrd_arena *arena, const struct wrd_list *list,
                                     const struct wrd_column *multiple, size_t n);

/* Somebody saw the option, ticked or not: it was among the answers of this wave. */
bool wrd_option_is_offered(const struct wrd_column *option, size_t n);

/* A column of scores in parts of 1 / unit, which may be negative; WRD_NO_SCORE is missing (empty).
 * false: more distinct scores than a column has codes. */
#define WRD_NO_SCORE INT64_MIN
bool wrd_score_column(struct wrd_arena *arena, const int64_t *score, int64_t unit, size_t n,
                      struct wrd_column *column);

/* 100 * score / unit, correctly rounded where numerator and denominator are small in lowest terms.
 */
double wrd_percent_of(int64_t score, int64_t unit);

#endif
