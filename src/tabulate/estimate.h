/* tabulate/estimate.h - the figures of one group, from its sums.
 *
 * Units    Shares 0-1, indices and breadths 0-100, means in score units; weight_sum in weights.
 * Errors   None: a figure that does not exist has exists = false and every number but n is NaN. */
#ifndef TABULATE_ESTIMATE_H
#define TABULATE_ESTIMATE_H

#include "tabulate/cut.h"
#include "waardering/table.h"

/* The whole sample that groups are parts of. */
struct wrd_sample {
    const struct wrd_design *design;
    const uint64_t *stratum_n; /* [n_strata]: respondents of positive weight */
    enum wrd_interval interval;
    double confidence;
};

/* What the codes of a column are worth. */
struct wrd_measure {
    const double *y;        /* [answers], rising for numbers; NULL without scores */
    double lowest, highest; /* a mean's interval is clipped to these; infinite: not */
    /* Of a number: whole[a] / unit is y[a], and not rounded.  Numbers that lie close together far from 0
     * (10000000.1 and .2) keep their digits so; NULL for others. */
    const double *whole;
    double unit;
};

/* option: of a multiple question, the row's option in this group (NULL: it was not offered); else
 * NULL. */
struct wrd_figure wrd_figure_of(struct wrd_arena *scratch, const struct wrd_sample *sample,
                                const struct wrd_measure *measure, const struct wrd_row *row,
                                const struct wrd_cut *cut, const struct wrd_cut *option);

#endif
