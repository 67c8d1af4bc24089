/* What of the response may be seen.
 *
 * The response of a group is a count of respondents in another form, and how many were invited is
 * no secret.  A group of fewer respondents than R1 or R2 wants is hidden, as it is in every breakdown
 * (its base must not be known there), and so is one of which too few were invited; with others, until
 * its count does not follow from the total, and they hold R1's base together.  A group in which nobody
 * took part tells of nobody: it is shown, and never a companion; the attacker knows then that a hidden
 * group is not empty.  He knows too how many were invited, and of how many respondents the group is
 * not known.
 *
 * Which groups took part least or most, and whether the response is uneven at all, is said only
 * where every group is shown (R7, R11). */
#include "disclose/guard.h"

#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "stats/nonresponse.h"

enum { LEAST_COUNTED = 5 }; /* as of other quality counts */

struct limits {
    bool base_only;
    uint64_t base, cell;
};

static struct limits limits_of(const struct wrd_study *study, size_t source)
{
    const enum wrd_respondents who = study->sources[source].respondents;
    return (struct limits){ study->disclosure.profile == WRD_PROFILE_BASE_ONLY,
                            study->disclosure.min_base[who], study->disclosure.min_cell[who] };
}

static bool is_primary(const struct limits *limits, const struct wrd_response_group *group)
{
    if (group->respondents == 0)
        return false;
    return group->respondents < limits->base || group->invited < limits->base ||
           (!limits->base_only && group->respondents < limits->cell);
}

static struct hidden_groups sum_hidden(const struct wrd_response_by *by, const bool *hides)
{
    struct hidden_groups sum = { 0, 0, 0 };
    for (size_t g = 0; g < by->n_groups; g++)
        if (hides[g]) {
            sum.groups++;
            sum.respondents += by->groups[g].respondents;
            sum.most += by->groups[g].invited;
        }
    return sum;
}

static bool is_safe(const struct limits *limits, const struct wrd_response_by *by,
                    const bool *hides)
{
    const struct hidden_groups sum = sum_hidden(by, hides);
    for (size_t g = 0; g < by->n_groups; g++)
        if (is_primary(limits, &by->groups[g]) &&
            (sum.groups < 2 || sum.respondents < limits->base ||
             !wrd_group_covered(limits->cell, by->groups[g].respondents, by->groups[g].invited,
                                &sum)))
            return false;
    return true;
}

/* The smallest group that is shown and not empty, or n_groups. */
static size_t next_companion(const struct wrd_response_by *by, const bool *hides)
{
    size_t best = by->n_groups;
    for (size_t g = 0; g < by->n_groups; g++)
        if (!hides[g] && by->groups[g].respondents > 0 &&
            (best == by->n_groups || by->groups[g].respondents < by->groups[best].respondents))
            best = g;
    return best;
}

/* Where there is no companion left, everybody is in the groups that are hidden, and how many answered
 * in all is known: the empty ones would say in which. */
static bool *hide_groups(struct wrd_arena *arena, const struct limits *limits,
                         const struct wrd_response_by *by)
{
    bool *hides = wrd_arena_take_array(arena, by->n_groups, sizeof *hides);
    for (size_t g = 0; g < by->n_groups; g++)
        hides[g] = is_primary(limits, &by->groups[g]);
    while (!limits->base_only && !is_safe(limits, by, hides)) {
        const size_t companion = next_companion(by, hides);
        if (companion == by->n_groups) {
            for (size_t g = 0; g < by->n_groups; g++)
                hides[g] = true;
            break;
        }
        hides[companion] = true;
    }
    return hides;
}

static bool names(const char *cross, const char *part, size_t len)
{
    for (;; cross++) {
        const size_t n = strcspn(cross, "*");
        if (n == len && strncmp(cross, part, n) == 0)
            return true;
        cross += n;
        if (*cross == '\0')
            return false;
    }
}

/* "age*gender" and "age", or "age*district": groups of the one add up to groups of the other. */
static bool are_linked(const struct wrd_response_by *a, const struct wrd_response_by *b)
{
    for (const char *part = a->name;; part++) {
        const size_t len = strcspn(part, "*");
        if (names(b->name, part, len))
            return true;
        part += len;
        if (*part == '\0')
            return false;
    }
}

static bool is_cross(const struct wrd_response_by *by)
{
    return strchr(by->name, '*') != NULL;
}

static bool hides_any(const struct wrd_response_by *by, const bool *hides)
{
    return sum_hidden(by, hides).groups > 0;
}

/* A cross beside its margins is shown whole or not at all: hidden groups of the one would follow
 * from the other. */
static void hide_crosses(const struct wrd_response *response, bool *const *hides)
{
    bool *whole = wrd_alloc(response->n_by, sizeof *whole);
    for (size_t x = 0; x < response->n_by; x++)
        for (size_t b = 0; b < response->n_by; b++)
            if (b != x && is_cross(&response->by[x]) &&
                are_linked(&response->by[x], &response->by[b]))
                whole[x] |=
                    hides_any(&response->by[x], hides[x]) || hides_any(&response->by[b], hides[b]);
    for (size_t x = 0; x < response->n_by; x++)
        if (whole[x])
            memset(hides[x], true, response->by[x].n_groups * sizeof **hides);
    free(whole);
}

static struct wrd_seen seen_of(bool hides, uint64_t respondents, uint64_t invited)
{
    if (hides)
        return (struct wrd_seen){ .state = WRD_HIDDEN, .flag = 'c' };
    if (invited == 0)
        return (struct wrd_seen){ .state = WRD_NOT_DEFINED, .flag = 'z' };
    return (struct wrd_seen){ .state = WRD_SHOWN,
                              .value = wrd_round(100.0 * (double)respondents / (double)invited, 0),
                              .has_n = true,
                              .n = invited };
}

/* METHOD 7.27 */
static bool is_uneven(struct wrd_arena *arena, const struct wrd_response_by *by)
{
    struct wrd_invited *groups = wrd_arena_take_array(arena, by->n_groups, sizeof *groups);
    struct wrd_r_indicator indicator;
    for (size_t g = 0; g < by->n_groups; g++)
        groups[g] = (struct wrd_invited){ by->groups[g].invited, by->groups[g].respondents };
    return wrd_response_is_known(by) &&
           wrd_r_indicator_of(groups, by->n_groups, &indicator) == WRD_OK &&
           indicator.r < indicator.low;
}

/* a's rate is above b's */
static bool is_above(const struct wrd_response_group *a, const struct wrd_response_group *b)
{
    return (double)a->respondents * (double)b->invited >
           (double)b->respondents * (double)a->invited;
}

/* A group of a few says little: as in METHOD 7.27. */
static void find_ends(const struct wrd_response_by *by, struct wrd_seen_response_by *seen)
{
    seen->most = seen->least = by->n_groups;
    for (size_t g = 0; g < by->n_groups; g++) {
        const struct wrd_response_group *group = &by->groups[g];
        if (group->invited < WRD_LEAST_INVITED)
            continue;
        if (seen->most == by->n_groups || is_above(group, &by->groups[seen->most]))
            seen->most = g;
        if (seen->least == by->n_groups || is_above(&by->groups[seen->least], group))
            seen->least = g;
    }
}

static struct wrd_seen_response_by seen_by(struct wrd_arena *arena,
                                           const struct wrd_response_by *by, const bool *hides)
{
    struct wrd_seen_response_group *groups =
        wrd_arena_take_array(arena, by->n_groups, sizeof *groups);
    struct wrd_seen_response_by seen = {
        by->name, { by->label[WRD_NL], by->label[WRD_EN] }, groups, by->n_groups, false, 0, 0
    };
    for (size_t g = 0; g < by->n_groups; g++) {
        const struct wrd_response_group *group = &by->groups[g];
        groups[g] = (struct wrd_seen_response_group){
            group->code,
            { group->label[WRD_NL], group->label[WRD_EN] },
            seen_of(hides[g], group->respondents, group->invited),
        };
    }
    if (hides_any(by, hides) || !is_uneven(arena, by))
        return seen;
    find_ends(by, &seen);
    seen.uneven = seen.most != seen.least;
    return seen;
}

bool wrd_partial_hidden(const struct wrd_study *study, const struct wrd_response *response)
{
    const struct limits limits = limits_of(study, response->source);
    const uint64_t least = limits.cell > LEAST_COUNTED ? limits.cell : LEAST_COUNTED;
    return !limits.base_only && ((response->complete > 0 && response->complete < least) ||
                                 (response->partial > 0 && response->partial < least));
}

struct wrd_seen_response wrd_seen_response_of(struct wrd_arena *arena,
                                              const struct wrd_tables *tables,
                                              const struct wrd_response *response, bool groups)
{
    const struct limits limits = limits_of(tables->study, response->source);
    bool **hides = wrd_arena_take_array(arena, response->n_by, sizeof *hides);
    struct wrd_seen_response seen = {
        .source = response->source,
        .wave = tables->wave,
        .invited = response->invited,
        .respondents = wrd_respondents(response),
        .census = response->census,
        .rr1 = seen_of(wrd_partial_hidden(tables->study, response), response->complete,
                       response->invited),
        .rr2 = seen_of(false, wrd_respondents(response), response->invited),
    };
    if (!groups)
        return seen;
    for (size_t b = 0; b < response->n_by; b++)
        hides[b] = hide_groups(arena, &limits, &response->by[b]);
    for (size_t b = 0; b < response->n_by && !limits.base_only; b++)
        if (hides_any(&response->by[b], hides[b]) &&
            wrd_groups_merge(arena, tables, response->source, response->by[b].name))
            memset(hides[b], true, response->by[b].n_groups * sizeof **hides);
    hide_crosses(response, hides);
    seen.by = wrd_arena_take_array(arena, response->n_by, sizeof *seen.by);
    for (size_t b = 0; b < response->n_by; b++)
        seen.by[seen.n_by++] = seen_by(arena, &response->by[b], hides[b]);
    return seen;
}
