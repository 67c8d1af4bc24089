/* estimate.c - see estimate.h. */
#include "tabulate/estimate.h"

#include <math.h>

#include "stats/domain.h"
#include "stats/quantile.h"
#include "tabulate/precision.h"

enum { OUT, IN, SIDES };

static struct wrd_figure no_figure(uint64_t n)
{
    return (struct wrd_figure){ false, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, n, false };
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
        .uncertain = estimate->uncertain,
    };
}

/* The sums of a figure: of the answers of a cut, or of two sides. */
static struct wrd_domain domain_of(const struct wrd_sample *sample, const struct wrd_cut *cut,
                                   const struct wrd_sums *sums, size_t stride, size_t n_values,
                                   const uint64_t *zeros)
{
    return (struct wrd_domain){
        .sums = sums,
        .n_strata = cut->n_strata,
        .stride = stride,
        .n_values = n_values,
        .stratum_n = sample->stratum_n,
        .domain_n = cut->respondents,
        .zero_n = zeros,
        .fraction = sample->design->fraction,
        .lone = sample->design->lone,
        .interval = sample->interval,
        .one = (double)sample->design->one,
        .confidence = sample->confidence,
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
    return domain_of(sample, cut, cut->sums, cut->n_slots, answers, zeros);
}

static uint64_t count_of(const struct wrd_domain *domain)
{
    uint64_t n = 0;
    for (size_t h = 0; h < domain->n_strata; h++)
        for (size_t v = 0; v < domain->n_values; v++)
            n += domain->sums[h * domain->stride + v].n;
    return n;
}

/* A share or a mean while it is estimated. */
struct asked {
    struct wrd_arena *scratch;
    const struct wrd_sample *sample;
    const struct wrd_measure *measure;
    const struct wrd_row *row;
    struct wrd_members members; /* of a design that asks for them */
};

static struct wrd_figure share(const struct asked *asked, const struct wrd_domain *domain,
                               const uint8_t *in)
{
    struct wrd_estimate estimate;
    if (wrd_precision_from_sums(asked->sample->design)) {
        if (wrd_domain_share(domain, in, &estimate) != WRD_OK)
            return no_figure(count_of(domain));
        return figure(&estimate);
    }
    if (wrd_domain_share_value(domain, in, &estimate) != WRD_OK)
        return no_figure(count_of(domain));
    const struct wrd_figure value = figure(&estimate);
    const struct wrd_precision precision = wrd_precision_of(
        asked->scratch, asked->sample->design, &asked->members, asked->row, asked->measure, &value);
    wrd_domain_share_interval(domain, in, &precision, &estimate);
    return figure(&estimate);
}

static struct wrd_figure share_of_parts(const struct asked *asked, const struct wrd_cut *cut)
{
    struct wrd_domain domain = valid_domain(asked->scratch, asked->sample, cut);
    uint8_t *in = wrd_arena_take_array(asked->scratch, domain.n_values, sizeof *in);
    for (size_t p = 0; p < asked->row->n_parts; p++)
        in[asked->row->parts[p]] = 1;
    return share(asked, &domain, in);
}

/* A share of something else than the valid answers: sides[h * SIDES + OUT or IN]. */
static struct wrd_figure share_of_sides(const struct asked *asked, const struct wrd_cut *cut,
                                        const struct wrd_sums *sides, const uint64_t *zeros)
{
    static const uint8_t in[SIDES] = { [IN] = 1 };
    struct wrd_domain domain = domain_of(asked->sample, cut, sides, SIDES, SIDES, zeros);
    return share(asked, &domain, in);
}

/* Base: valid answers and don't-knows. */
static struct wrd_figure dont_know(const struct asked *asked, const struct wrd_cut *cut)
{
    struct wrd_arena *scratch = asked->scratch;
    size_t answers = wrd_cut_answers(cut), slot = answers + WRD_DONT_KNOW;
    struct wrd_sums *sides = wrd_arena_take_array(scratch, cut->n_strata * SIDES, sizeof *sides);
    uint64_t *zeros = wrd_arena_take_array(scratch, cut->n_strata, sizeof *zeros);
    for (size_t h = 0; h < cut->n_strata; h++) {
        sides[h * SIDES + OUT] = wrd_cut_sums(cut, h, 0, answers);
        sides[h * SIDES + IN] = wrd_cut_sums(cut, h, slot, slot + 1);
        zeros[h] = wrd_cut_zeros(cut, h, 0, answers) + wrd_cut_zeros(cut, h, slot, slot + 1);
    }
    return share_of_sides(asked, cut, sides, zeros);
}

static struct wrd_sums without(struct wrd_sums all, struct wrd_sums part)
{
    return (struct wrd_sums){ all.n - part.n, all.w - part.w, all.w2 - part.w2 };
}

/* METHOD 7.30.  Base: who saw the question, the same for every option. */
static struct wrd_figure mentions(const struct asked *asked, const struct wrd_cut *cut,
                                  const struct wrd_cut *option)
{
    struct wrd_arena *scratch = asked->scratch;
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
    return share_of_sides(asked, cut, sides, zeros);
}

static struct wrd_figure mean(const struct asked *asked, const struct wrd_domain *domain)
{
    const struct wrd_measure *measure = asked->measure;
    struct wrd_estimate estimate;
    if (wrd_precision_from_sums(asked->sample->design)) {
        if (wrd_domain_mean(domain, measure->y, measure->lowest, measure->highest, &estimate) !=
            WRD_OK)
            return no_figure(count_of(domain));
        return figure(&estimate);
    }
    if (wrd_domain_mean_value(domain, measure->y, &estimate) != WRD_OK)
        return no_figure(count_of(domain));
    const struct wrd_figure value = figure(&estimate);
    const struct wrd_precision precision = wrd_precision_of(
        asked->scratch, asked->sample->design, &asked->members, asked->row, measure, &value);
    wrd_domain_mean_interval(domain, measure->y, &precision, measure->lowest, measure->highest,
                             &estimate);
    return figure(&estimate);
}

/* METHOD 7.13: Woodruff's interval leans on the share at or below the median. */
static struct wrd_figure median(struct asked *asked, const struct wrd_domain *domain)
{
    const double *y = asked->measure->y;
    struct wrd_estimate estimate;
    if (wrd_domain_mean_value(domain, y, &estimate) != WRD_OK)
        return no_figure(count_of(domain));
    estimate.value = wrd_domain_quantile(domain, y, 0.5, WRD_QUANTILE_MATH);
    uint8_t *in = wrd_arena_take_array(asked->scratch, domain->n_values, sizeof *in);
    uint16_t *parts = wrd_arena_take_array(asked->scratch, domain->n_values, sizeof *parts);
    struct wrd_row below_row = { .statistic = WRD_SHARE, .parts = parts };
    wrd_quantile_below(domain, y, estimate.value, in);
    for (size_t v = 0; v < domain->n_values; v++)
        if (in[v])
            parts[below_row.n_parts++] = (uint16_t)v;
    asked->row = &below_row;
    const struct wrd_figure below = share(asked, domain, in);
    const struct wrd_precision precision = { below.se * below.se, below.df, isnan(below.lo) };
    if (below.exists)
        wrd_quantile_interval(domain, y, below.value, &precision, WRD_QUANTILE_MATH, &estimate);
    return figure(&estimate);
}

static struct wrd_figure standard_deviation(const struct wrd_domain *domain, const double *y)
{
    struct wrd_estimate estimate;
    if (wrd_domain_mean_value(domain, y, &estimate) != WRD_OK)
        return no_figure(count_of(domain));
    estimate.value = wrd_domain_sd(domain, y);
    return isnan(estimate.value) ? no_figure(estimate.n) : figure(&estimate);
}

static struct wrd_figure figure_in(struct wrd_arena *scratch, const struct wrd_sample *sample,
                                   const struct wrd_measure *measure, const struct wrd_row *row,
                                   const struct wrd_cut *cut, const struct wrd_cut *option)
{
    struct asked asked = { scratch, sample, measure, row, { NULL, 0, 0 } };
    if (!wrd_precision_from_sums(sample->design))
        asked.members = wrd_members_of(scratch, sample->design->n, cut, option);
    const struct wrd_domain domain = valid_domain(scratch, sample, cut);
    switch (row->statistic) {
    case WRD_SHARE:
    case WRD_TOP2:
    case WRD_BOTTOM2:
        return share_of_parts(&asked, cut);
    case WRD_STAT_DONT_KNOW:
        return dont_know(&asked, cut);
    case WRD_MENTIONS:
        return mentions(&asked, cut, option);
    case WRD_MEDIAN:
        return median(&asked, &domain);
    case WRD_SD:
        return standard_deviation(&domain, measure->y);
    case WRD_MEAN:
    case WRD_INDEX:
    case WRD_BREADTH:
    default: /* the others are of no outcome alone */
        break;
    }
    return mean(&asked, &domain);
}

struct wrd_figure wrd_figure_of(struct wrd_arena *scratch, const struct wrd_sample *sample,
                                const struct wrd_measure *measure, const struct wrd_row *row,
                                const struct wrd_cut *cut, const struct wrd_cut *option)
{
    if (!measure->whole)
        return figure_in(scratch, sample, measure, row, cut, option);
    const double unit = measure->unit;
    const struct wrd_measure in_units = { .y = measure->whole,
                                          .lowest = measure->lowest * unit,
                                          .highest = measure->highest * unit };
    struct wrd_figure figure = figure_in(scratch, sample, &in_units, row, cut, option);
    figure.value /= unit;
    figure.se /= unit;
    figure.lo /= unit;
    figure.hi /= unit;
    return figure;
}
