/* nonresponse.c - see nonresponse.h.
 *
 * METHOD 7.27.  With N invited in all, N_h in group h, and rates rho and rho_h,
 *
 *     raw      S^2 = sum N_h/N (rho_h - rho)^2                     R = 1 - 2 S
 *     adjusted S^2 - sum N_h/N rho_h (1 - rho_h) / (N_h - 1) + rho (1 - rho) / N
 *
 * Without the adjustment chance alone makes R low: the rates of small groups differ even if
 * everybody is as likely to take part (70 of 150 in 13 groups: .72). */
#include "stats/nonresponse.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>

#include "waardering/arena.h"

static double rate_of(const struct wrd_invited *group)
{
    return (double)group->respondents / (double)group->invited;
}

static double share_of(const struct wrd_invited *group, const struct wrd_invited *all)
{
    return (double)group->invited / (double)all->invited;
}

/* The first group that is too small, or n. */
static size_t find_small(const struct wrd_invited *groups, size_t n)
{
    size_t h = 0;
    while (h < n && groups[h].invited >= WRD_LEAST_INVITED)
        h++;
    return h;
}

/* The smaller of the groups on both sides; of equal ones the one before. */
static size_t neighbour_of(const struct wrd_invited *groups, size_t n, size_t h)
{
    if (h == 0)
        return 1;
    if (h + 1 == n)
        return h - 1;
    return groups[h - 1].invited <= groups[h + 1].invited ? h - 1 : h + 1;
}

/* Groups of fewer than 10 go to a neighbour, until none is left or all are one; returns how many
 * there are then. */
static size_t merge_small(struct wrd_invited *groups, size_t n)
{
    size_t h;
    while (n > 1 && (h = find_small(groups, n)) < n) {
        const size_t other = neighbour_of(groups, n, h), last = h > other ? h : other;
        groups[last - 1].invited += groups[last].invited;
        groups[last - 1].respondents += groups[last].respondents;
        memmove(&groups[last], &groups[last + 1], (n - last - 1) * sizeof *groups);
        n--;
    }
    return n;
}

/* What chance adds to the raw S^2: of each group by its own rate. */
static double chance(const struct wrd_invited *groups, size_t n, const struct wrd_invited *all)
{
    const double rho = rate_of(all);
    double sum = 0;
    for (size_t h = 0; h < n; h++) {
        const double rate = rate_of(&groups[h]);
        sum += share_of(&groups[h], all) * rate * (1 - rate) / (double)(groups[h].invited - 1);
    }
    return sum - rho * (1 - rho) / (double)all->invited;
}

static double r_of(double variance)
{
    return variance > 0 ? 1 - 2 * sqrt(variance) : 1;
}

/* R at the 95 % quantile of S^2 under random response: N S^2 / (rho (1 - rho)) is Pearson's X^2 of the
 * table of groups by taking part, so chi-square with n - 1 degrees of freedom.  The adjustment falls
 * as S^2 rises: for groups of one size m, sum N_h/N rho_h (1 - rho_h) / (m - 1) is exactly
 * (rho (1 - rho) - S^2) / (m - 1), and with c = sum N_h/N / (N_h - 1) nearly so for others. */
static double lowest_by_chance(const struct wrd_invited *groups, size_t n,
                          const struct wrd_invited *all)
{
    const double spread = rate_of(all) * (1 - rate_of(all)), everybody = (double)all->invited;
    double c = 0, raw;
    gsl_set_error_handler_off();
    raw = gsl_cdf_chisq_Pinv(0.95, (double)(n - 1)) * spread / everybody;
    for (size_t h = 0; h < n; h++)
        c += share_of(&groups[h], all) / (double)(groups[h].invited - 1);
    return r_of(raw - c * (spread - raw) + spread / everybody);
}

static void measure(const struct wrd_invited *groups, size_t n, const struct wrd_invited *all,
                    struct wrd_r_indicator *result)
{
    double variance = 0;
    *result = (struct wrd_r_indicator){ n, rate_of(all), 1, 1, 1 };
    if (n < 2)
        return;
    for (size_t h = 0; h < n; h++) {
        const double partial = wrd_r_partial(&groups[h], all);
        variance += partial * partial;
    }
    result->raw = r_of(variance);
    result->r = r_of(variance - chance(groups, n, all));
    result->low = lowest_by_chance(groups, n, all);
}

enum wrd_status wrd_r_indicator_of(const struct wrd_invited *groups, size_t n,
                                   struct wrd_r_indicator *result)
{
    struct wrd_invited all = { 0, 0 }, *merged;
    for (size_t h = 0; h < n; h++) {
        if (groups[h].respondents > groups[h].invited)
            return WRD_EDOMAIN;
        all.invited += groups[h].invited;
        all.respondents += groups[h].respondents;
    }
    if (all.invited == 0)
        return WRD_EDOMAIN;
    merged = wrd_alloc(n, sizeof *merged);
    memcpy(merged, groups, n * sizeof *merged);
    measure(merged, merge_small(merged, n), &all, result);
    free(merged);
    return WRD_OK;
}

double wrd_r_partial(const struct wrd_invited *group, const struct wrd_invited *all)
{
    if (group->invited == 0)
        return 0;
    return sqrt(share_of(group, all)) * (rate_of(group) - rate_of(all));
}

double wrd_largest_bias(const struct wrd_r_indicator *indicator, double sd)
{
    return indicator->rate > 0 ? (1 - indicator->r) / (2 * indicator->rate) * sd : NAN;
}

/* One division, so that a bound that is a whole number is that number. */
struct wrd_worst_case wrd_worst_case_of(double mean, double lowest, double highest,
                                        const struct wrd_invited *all)
{
    const double took = (double)all->respondents, not = (double)(all->invited - all->respondents);
    const double everybody = (double)all->invited;
    return (struct wrd_worst_case){ (took * mean + not *lowest) / everybody,
                                    (took * mean + not *highest) / everybody };
}
