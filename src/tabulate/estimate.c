/* estimate.c - see estimate.h. */
#include "tabulate/estimate.h"

#include <math.h>

#include "stats/domain.h"

enum { OUT, IN, SIDES };

static struct wrd_figure no_figure(uint64_t n)
{
    return (struct wrd_figure){ false, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, n };
}

static struct wrd_figure figure(const struct wrd_estimate *estimate)
{
    return (struct wrd_figure){
        .exists = true,
        .value = estimate->value,
        .se = estimate->se,
        .df = estimate->df,
        .lo = estimate->lo,
        .hi = estimate->hi,
        .weight_sum = estimate->weight_sum,
        .n_effective = estimate->n_effective,
        .deff = estimate->deff,
        .n = estimate->n,
    };
}

/* The valid answers of the group. */
static struct wrd_domain valid_domain(struct wrd_arena *scratch, const struct wrd_sample *sample,
                                      const struct wrd_cut *cut)
{
    size_t answers = wrd_cut_answers(cut);
    uint64_t *zeros = wrd_arena_take_array(scratch, cut->n_strata, sizeof *zeros);
    for (size_t h = 0; h < cut->n_strata; h++)
        zeros[h] = wrd_cut_zeros(cut, h, 0, answers);
    return (struct wrd_domain){
        .sums = cut->sums,
        .n_strata = cut->n_strata,
        .stride = cut->n_slots,
        .n_values = answers,
        .stratum_n = sample->stratum_n,
        .domain_n = cut->respondents,
        .zero_n = zeros,
        .one = sample->one,
        .confidence = sample->confidence,
    };
}

static struct wrd_figure share(const struct wrd_domain *domain, const uint8_t *in, uint64_t n)
{
    struct wrd_estimate estimate;
    if (wrd_domain_share(domain, in, &estimate) != WRD_OK)
        return no_figure(n);
    return figure(&estimate);
}

static struct wrd_figure share_of_parts(struct wrd_arena *scratch, const struct wrd_sample *sample,
                                        const struct wrd_row *row, const struct wrd_cut *cut)
{
    struct wrd_domain domain = valid_domain(scratch, sample, cut);
    uint8_t *in = wrd_arena_take_array(scratch, domain.n_values, sizeof *in);
    for (size_t p = 0; p < row->n_parts; p++)
        in[row->parts[p]] = 1;
    return share(&domain, in, wrd_cut_count(cut, 0, domain.n_values));
}

/* A share of something else than the valid answers: sides[h * SIDES + OUT or IN]. */
static struct wrd_figure share_of_sides(const struct wrd_sample *sample, const struct wrd_cut *cut,
                                        const struct wrd_sums *sides, const uint64_t *zeros)
{
    static const uint8_t in[SIDES] = { [IN] = 1 };
    struct wrd_domain domain = {
        .sums = sides,
        .n_strata = cut->n_strata,
        .stride = SIDES,
        .n_values = SIDES,
        .stratum_n = sample->stratum_n,
        .domain_n = cut->respondents,
        .zero_n = zeros,
        .one = sample->one,
        .confidence = sample->confidence,
    };
    uint64_t n = 0;
    for (size_t i = 0; i < cut->n_strata * SIDES; i++)
        n += sides[i].n;
    return share(&domain, in, n);
}

/* Base: valid answers and don't-knows. */
static struct wrd_figure dont_know(struct wrd_arena *scratch, const struct wrd_sample *sample,
                                   const struct wrd_cut *cut)
{
    size_t answers = wrd_cut_answers(cut), slot = answers + WRD_DONT_KNOW;
    struct wrd_sums *sides = wrd_arena_take_array(scratch, cut->n_strata * SIDES, sizeof *sides);
    uint64_t *zeros = wrd_arena_take_array(scratch, cut->n_strata, sizeof *zeros);
    for (size_t h = 0; h < cut->n_strata; h++) {
        sides[h * SIDES + OUT] = wrd_cut_sums(cut, h, 0, answers);
        sides[h * SIDES + IN] = wrd_cut_sums(cut, h, slot, slot + 1);
        zeros[h] = wrd_cut_zeros(cut, h, 0, answers) + wrd_cut_zeros(cut, h, slot, slot + 1);
    }
    return share_of_sides(sample, cut, sides, zeros);
}

static struct wrd_sums without(struct wrd_sums all, struct wrd_sums part)
{
    return (struct wrd_sums){ all.n - part.n, all.w - part.w, all.w2 - part.w2 };
}

/* METHOD 7.30.  Base: who saw the question, the same for every option. */
static struct wrd_figure mentions(struct wrd_arena *scratch, const struct wrd_sample *sample,
                                  const struct wrd_cut *cut, const struct wrd_cut *option)
{
    size_t answers = wrd_cut_answers(cut), ticked = 1;
    if (!option)
        return no_figure(wrd_cut_count(cut, 0, answers));
    struct wrd_sums *sides = wrd_arena_take_array(scratch, cut->n_strata * SIDES, sizeof *sides);
    uint64_t *zeros = wrd_arena_take_array(scratch, cut->n_strata, sizeof *zeros);
    for (size_t h = 0; h < cut->n_strata; h++) {
        sides[h * SIDES + IN] = wrd_cut_sums(option, h, ticked, ticked + 1);
        sides[h * SIDES + OUT] = without(wrd_cut_sums(cut, h, 0, answers), sides[h * SIDES + IN]);
        zeros[h] = wrd_cut_zeros(cut, h, 0, answers);
    }
    return share_of_sides(sample, cut, sides, zeros);
}

static struct wrd_figure mean(struct wrd_arena *scratch, const struct wrd_sample *sample,
                              const struct wrd_measure *measure, const struct wrd_cut *cut)
{
    struct wrd_domain domain = valid_domain(scratch, sample, cut);
    struct wrd_estimate estimate;
    if (wrd_domain_mean(&domain, measure->y, measure->lowest, measure->highest, &estimate) !=
        WRD_OK)
        return no_figure(wrd_cut_count(cut, 0, domain.n_values));
    return figure(&estimate);
}

/* A figure on the base of the mean that has no interval of its own. */
static struct wrd_figure bare(struct wrd_figure base, double value)
{
    if (!base.exists || isnan(value))
        return no_figure(base.n);
    base.value = value;
    base.se = base.df = base.lo = base.hi = base.deff = NAN;
    return base;
}

struct wrd_figure wrd_figure_of(struct wrd_arena *scratch, const struct wrd_sample *sample,
                                const struct wrd_measure *measure, const struct wrd_row *row,
                                const struct wrd_cut *cut, const struct wrd_cut *option)
{
    struct wrd_domain domain;
    switch (row->statistic) {
    case WRD_SHARE:
    case WRD_TOP2:
    case WRD_BOTTOM2:
        return share_of_parts(scratch, sample, row, cut);
    case WRD_STAT_DONT_KNOW:
        return dont_know(scratch, sample, cut);
    case WRD_MENTIONS:
        return mentions(scratch, sample, cut, option);
    case WRD_MEDIAN:
        domain = valid_domain(scratch, sample, cut);
        return bare(mean(scratch, sample, measure, cut),
                    wrd_domain_quantile(&domain, measure->y, 0.5));
    case WRD_SD:
        domain = valid_domain(scratch, sample, cut);
        return bare(mean(scratch, sample, measure, cut), wrd_domain_sd(&domain, measure->y));
    case WRD_MEAN:
    case WRD_INDEX:
    case WRD_BREADTH:
    case WRD_STATISTICS:
        break;
    }
    return mean(scratch, sample, measure, cut);
}
