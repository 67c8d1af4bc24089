/* waardering/design.h - how a sample was drawn and weighted: what a standard error needs to know.
 *
 * A *unit* is what was drawn: a PSU (primary sampling unit, an organisation with its volunteers), or
 * a respondent where the design has no clusters.  The frame of a survey holds one design, made by
 * weight; stats reads it and knows no question.
 *
 * Units    Weights are whole steps of a grid, `one` steps are a weight of 1; a fraction is 0-1.
 * Memory   Lives as long as the arena of the run. */
#ifndef WAARDERING_DESIGN_H
#define WAARDERING_DESIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* METHOD 7.4: a stratum in which one unit was drawn. */
enum wrd_lone { WRD_LONE_MERGE, WRD_LONE_ERROR, WRD_LONE_ADJUST, WRD_LONE_CERTAINTY };
/* METHOD 7.7: intervals of a share. */
enum wrd_interval { WRD_INTERVAL_KORN_GRAUBARD, WRD_INTERVAL_LOGIT, WRD_INTERVAL_WILSON };
/* METHODS 7.2 and 7.5. */
enum wrd_variance { WRD_TAYLOR, WRD_JACKKNIFE, WRD_BOOTSTRAP };

/* METHODS 7.16-7.18: weights that were fitted to known totals.  A *weighting cell* is a set of
 * respondents who are alike for the fitting: the same answers on all margins and the same base
 * weight.  Cells stand in the order of their answers, so nothing depends on the order of the file.
 * The basis spans what the margins fix: orthonormal columns of root[k] * x[k]. */
struct wrd_calibration {
    size_t n_cells;
    const uint32_t *cell;  /* [respondents] */
    const uint64_t *count; /* [n_cells] respondents of it */
    const double *base;    /* [n_cells] the weight of each before fitting, in weights */
    const double *root;    /* [n_cells] sqrt(count * base) */
    size_t rank;
    const double *basis;             /* [n_cells][rank] */
    const struct wrd_raking *raking; /* the problem itself, to be solved anew in a replicate */
};

struct wrd_design {
    size_t n;              /* respondents */
    const int64_t *weight; /* [n] grid steps, >= 0; NULL: everybody 1 */
    int64_t one;
    uint32_t *stratum;         /* [n], dense, lone ones merged already; NULL: one stratum */
    size_t n_strata;           /* >= 1 */
    size_t n_merged;           /* strata of one unit that went to a neighbour, METHOD 7.4 */
    const char **stratum_name; /* [n_strata], codes joined by '*' */
    const double *fraction;    /* [n_strata] share of the stratum's units that was drawn; NULL: 0 */
    const uint32_t *psu; /* [n], dense, in an order that the file does not decide; NULL: everybody
                                  is a unit */
    size_t n_psu;
    const uint32_t *psu_stratum; /* [n_psu]; WRD_NO_STRATUM: it has no weight and counts nowhere */
    /* [n_psu] keyed hash of its id and its stratum, the same for the same PSU in every wave; 0:
     * unknown; NULL: none is known */
    const uint64_t *psu_id;
    enum wrd_lone lone;
    enum wrd_variance variance;
    const struct wrd_calibration *calibration; /* NULL: weights as they are */
    const struct wrd_replicates *replicates;   /* NULL with WRD_TAYLOR */
};

#define WRD_NO_STRATUM UINT32_MAX

static inline size_t wrd_design_units(const struct wrd_design *design)
{
    return design->psu ? design->n_psu : design->n;
}

#endif
