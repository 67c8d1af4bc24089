/* gap_figure.c - see gap.h. */
#include "tabulate/gap.h"

#include <math.h>

#include "tabulate/trend.h"

/* A share of exactly 0 or 1 adds nothing to the stack: what its own interval says stands in. */
static double beyond_its_se(const struct wrd_gap_end *end, const struct wrd_point *point)
{
    return end->figure->se == 0 ? point->variance : 0;
}

static struct wrd_difference difference_of(const struct wrd_couple *couple,
                                           const struct wrd_gap_end ends[WRD_GAP_SIDES],
                                           double margin, double confidence)
{
    const struct wrd_gap_end *organisations = &ends[WRD_GAP_ORGANISATIONS],
                             *volunteers = &ends[WRD_GAP_VOLUNTEERS];
    const struct wrd_point above = wrd_point_of(organisations->figure, confidence),
                           below = wrd_point_of(volunteers->figure, confidence);
    if (!couple->stack)
        return wrd_difference(&below, &above, 0, margin, confidence);
    const struct wrd_scores scores[] = {
        [WRD_GAP_ORGANISATIONS] = organisations->scores, [WRD_GAP_VOLUNTEERS] = volunteers->scores
    };
    const size_t answers[] = {
        [WRD_GAP_ORGANISATIONS] = organisations->answers, [WRD_GAP_VOLUNTEERS] = volunteers->answers
    };
    const double variance = wrd_stack_variance(couple->stack, scores) +
                            beyond_its_se(organisations, &above) +
                            beyond_its_se(volunteers, &below);
    return wrd_difference_of(above.value - below.value, variance,
                             wrd_stack_degrees(couple->stack, scores, answers), margin, confidence);
}

struct wrd_gap_figure wrd_gap_of(const struct wrd_couple *couple,
                                 const struct wrd_gap_end ends[WRD_GAP_SIDES], double margin,
                                 double confidence)
{
    const struct wrd_figure *organisations = ends[WRD_GAP_ORGANISATIONS].figure,
                            *volunteers = ends[WRD_GAP_VOLUNTEERS].figure;
    const uint64_t n = organisations->n < volunteers->n ? organisations->n : volunteers->n;
    struct wrd_gap_figure gap = {
        { false, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, n,
          organisations->uncertain || volunteers->uncertain },
        { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN },
    };
    if (!organisations->exists || !volunteers->exists)
        return gap;
    const struct wrd_difference d = difference_of(couple, ends, margin, confidence);
    gap.figure.exists = true;
    gap.figure.value = d.value;
    gap.figure.se = d.se;
    gap.figure.df = d.df;
    gap.figure.lo = d.lo;
    gap.figure.hi = d.hi;
    gap.difference = d;
    return gap;
}
