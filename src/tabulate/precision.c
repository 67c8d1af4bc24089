/* precision.c - see precision.h. */
#include "tabulate/precision.h"

#include <math.h>

#include "stats/design.h"
#include "stats/replicate.h"
#include "tabulate/influence.h"

struct wrd_members wrd_members_of(struct wrd_arena *scratch, size_t n, const struct wrd_cut *cut,
                                  const struct wrd_cut *option)
{
    enum { NOT_TICKED, TICKED, ANSWERS };
    const size_t answers = wrd_cut_answers(cut);
    if (!option)
        return (struct wrd_members){ cut->slots, answers, cut->n_slots };
    uint32_t *slot = wrd_arena_take_array(scratch, n, sizeof *slot);
    for (size_t i = 0; i < n; i++)
        if (cut->slots[i] < answers)
            slot[i] = option->slots[i] == TICKED ? TICKED : NOT_TICKED;
        else
            slot[i] = cut->slots[i] < cut->n_slots ? ANSWERS : WRD_NO_SLOT;
    return (struct wrd_members){ slot, ANSWERS, ANSWERS + WRD_REASON_SLOTS };
}

/* Which slots are in the base of the figure. */
static uint8_t *base_of(struct wrd_arena *scratch, const struct wrd_members *members,
                        enum wrd_statistic statistic)
{
    uint8_t *base = wrd_arena_take_array(scratch, members->n_slots, sizeof *base);
    for (size_t slot = 0; slot < members->answers; slot++)
        base[slot] = 1;
    if (statistic == WRD_STAT_DONT_KNOW)
        base[members->answers + WRD_DONT_KNOW] = 1;
    return base;
}

static uint8_t *everybody_of(struct wrd_arena *scratch, const struct wrd_members *members)
{
    uint8_t *all = wrd_arena_take_array(scratch, members->n_slots, sizeof *all);
    for (size_t slot = 0; slot < members->n_slots; slot++)
        all[slot] = 1;
    return all;
}

/* What was drawn of each stratum; of a complete one, how many of its units gave an answer. */
static double *fractions(struct wrd_arena *scratch, const struct wrd_design *design,
                         const uint64_t *reached, const uint64_t *valid)
{
    double *fraction = wrd_arena_take_array(scratch, design->n_strata, sizeof *fraction);
    for (size_t h = 0; h < design->n_strata && design->fraction; h++)
        fraction[h] = design->fraction[h] < 1 || reached[h] == 0
                          ? design->fraction[h]
                          : (double)valid[h] / (double)reached[h];
    return fraction;
}

/* Every organisation may have been drawn and not every volunteer in it: clusters are never whole. */
static bool is_whole(const struct wrd_design *design, const double *fraction,
                     const uint64_t *reached)
{
    if (wrd_design_units(design) < design->n)
        return false;
    for (size_t h = 0; h < design->n_strata; h++)
        if (reached[h] > 0 && fraction[h] < 1)
            return false;
    return design->fraction != NULL;
}

/* METHOD 7.3. */
static double degrees(const uint64_t *units, size_t n_strata)
{
    double df = 0;
    for (size_t h = 0; h < n_strata; h++)
        if (units[h] > 0)
            df += (double)units[h] - 1;
    return df;
}

static double linearised(struct wrd_arena *scratch, const struct wrd_design *design,
                         const struct wrd_scores *scores, const double *fraction)
{
    double *z = wrd_arena_take_array(scratch, wrd_design_units(design), sizeof *z);
    wrd_design_totals(design, scores, z);
    return wrd_design_variance(design, fraction, z);
}

/* A bootstrap draws nothing anew in a complete stratum, so what it lacks for an item that not all
 * of its units answered comes from linearising. */
static double of_complete(struct wrd_arena *scratch, const struct wrd_design *design,
                          const struct wrd_scores *scores, const double *fraction)
{
    double *left = wrd_arena_take_array(scratch, design->n_strata, sizeof *left);
    bool any = false;
    for (size_t h = 0; h < design->n_strata; h++) {
        const bool lacks = design->fraction && design->fraction[h] >= 1 && fraction[h] < 1;
        left[h] = lacks ? fraction[h] : 1;
        any |= lacks;
    }
    return any ? linearised(scratch, design, scores, left) : 0;
}

static double variance_of(struct wrd_arena *scratch, const struct wrd_design *design,
                          const struct wrd_scores *scores, const uint8_t *base,
                          const double *fraction)
{
    if (wrd_design_is_lone(design))
        return NAN;
    if (design->variance == WRD_TAYLOR)
        return linearised(scratch, design, scores, fraction);
    const double variance = wrd_replicate_variance(design, scores, base, fraction);
    return design->variance == WRD_BOOTSTRAP
               ? variance + of_complete(scratch, design, scores, fraction)
               : variance;
}

struct wrd_precision wrd_precision_of(struct wrd_arena *scratch, const struct wrd_design *design,
                                      const struct wrd_members *members, const struct wrd_row *row,
                                      const struct wrd_measure *measure,
                                      const struct wrd_figure *value)
{
    const size_t n_strata = design->n_strata;
    uint8_t *base = base_of(scratch, members, row->statistic);
    uint8_t *everybody = everybody_of(scratch, members);
    uint64_t *reached = wrd_arena_take_array(scratch, n_strata, sizeof *reached);
    uint64_t *valid = wrd_arena_take_array(scratch, n_strata, sizeof *valid);
    double *deviation = wrd_arena_take_array(scratch, members->n_slots, sizeof *deviation);
    wrd_design_reach(design, members->slot, everybody, members->n_slots, reached);
    wrd_design_reach(design, members->slot, base, members->n_slots, valid);
    const double *fraction = fractions(scratch, design, reached, valid);
    wrd_row_deviations(row, measure, members->n_slots, value, deviation);
    const struct wrd_scores scores = { members->slot, deviation, members->n_slots };
    return (struct wrd_precision){
        .variance = variance_of(scratch, design, &scores, base, fraction),
        .df = degrees(wrd_is_of_scores(row->statistic) ? reached : valid, n_strata),
        .whole = is_whole(design, fraction, reached),
    };
}
