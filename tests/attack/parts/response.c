#include "attack/parts/response.h"

#include <stdio.h>
#include <string.h>

struct groups {
    struct {
        const char *group;
        int64_t n, invited; /* true */
        bool hidden;
    } of[KNOWN_GROUPS];
    int n;
    int64_t left;       /* respondents of the hidden groups together */
    int64_t invited;    /* of the hidden ones */
    int hidden, others; /* others: shown, and not empty */
};

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static int64_t true_n(const struct world *w, const char *by, const char *group)
{
    for (int s = 0; s < w->n_slots; s++)
        if (is(w->slot[s].by, by) && is(w->slot[s].group, group))
            return w->slot[s].n;
    return 0;
}

static int64_t invited_of(const struct world *w, const struct sheet *population, const char *by,
                          const char *group)
{
    int64_t count;
    for (int r = 1; r < population->n_rows; r++)
        if (is(sheet_at(population, r, "source"), w->source) &&
            is(sheet_at(population, r, "unit"), "invited") &&
            is(sheet_at(population, r, "variable"), by) &&
            is(sheet_at(population, r, "code"), group) &&
            number_whole(sheet_at(population, r, "count"), &count))
            return count;
    return 0;
}

static bool of_response(const struct world *w, int row, struct figure *f)
{
    return world_figure(w, row, f) && is(f->statistic, "response") && !is(f->by, "total");
}

static int64_t percent_of(int64_t n, int64_t all)
{
    return all > 0 ? (200 * n + all) / (2 * all) : 0;
}

static int tell(const struct world *w, const char *by, const char *group, int64_t n,
                const char *how)
{
    printf("found: %s %s response of %s=%s, %lld respondents: %s\n", w->wave, w->source, by, group,
           (long long)n, how);
    return 1;
}

/* Everything about one breakdown; *found: what is wrong with a group by itself. */
static struct groups collect(const struct world *w, const struct sheet *population, const char *by,
                             int *found)
{
    struct groups groups = { .n = 0 };
    struct figure f;
    int64_t value;
    for (int r = 1; r < w->results->n_rows; r++) {
        if (!of_response(w, r, &f) || !is(f.by, by) || groups.n == KNOWN_GROUPS)
            continue;
        const int64_t n = true_n(w, by, f.group), invited = invited_of(w, population, by, f.group);
        groups.of[groups.n].group = f.group;
        groups.of[groups.n].n = n;
        groups.of[groups.n].invited = invited;
        groups.of[groups.n++].hidden = f.hidden;
        groups.left += f.hidden ? n : 0;
        groups.invited += f.hidden ? invited : 0;
        groups.hidden += f.hidden;
        groups.others += f.shown && n > 0;
        if (f.shown && n > 0 && n < w->base)
            *found += tell(w, by, f.group, n, "too few are shown");
        if (f.shown && (!number_whole(f.value, &value) || value != percent_of(n, invited)))
            *found += tell(w, by, f.group, n, "that is not what is shown");
    }
    return groups;
}

/* What the others leave of hidden group g: every hidden one has at least one respondent. */
static bool follows(const struct world *w, const struct groups *groups, int g)
{
    const int64_t others = groups->invited - groups->of[g].invited;
    int64_t lo = groups->left - others, hi = groups->left - (groups->hidden - 1);
    int64_t wanted = w->threshold, half = groups->of[g].n / 2;
    if (lo < 1)
        lo = 1;
    if (hi > groups->of[g].invited)
        hi = groups->of[g].invited;
    if (wanted > groups->of[g].invited)
        wanted = groups->of[g].invited;
    return hi - lo + 1 < wanted || lo > (half > 1 ? half : 1);
}

static int attack_by(const struct world *w, const struct sheet *population, const char *by)
{
    int found = 0;
    const struct groups groups = collect(w, population, by, &found);
    /* Where every group is hidden there is nothing left to hide. */
    for (int g = 0; g < groups.n && groups.others > 0; g++)
        if (groups.of[g].hidden && groups.of[g].n > 0 && groups.of[g].n < w->base &&
            follows(w, &groups, g))
            found += tell(w, by, groups.of[g].group, groups.of[g].n, "too few counts are left");
    return found;
}

int response_counts(const struct world *w, const struct sheet *population)
{
    struct figure f, before;
    int found = 0;
    for (int r = 1; r < w->results->n_rows; r++) {
        bool seen = false;
        if (!of_response(w, r, &f))
            continue;
        for (int k = 1; k < r && !seen; k++)
            seen = of_response(w, k, &before) && is(before.by, f.by);
        if (!seen)
            found += attack_by(w, population, f.by);
    }
    return found;
}
