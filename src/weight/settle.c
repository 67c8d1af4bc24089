/* settle.c - see settle.h. */
#include "weight/settle.h"

#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "stats/design.h"
#include "weight/register.h"

/* The strata of a design while they are settled. */
struct settling {
    struct wrd_arena *arena;
    const struct wrd_study *study;
    const struct wrd_source *source;
    struct wrd_frame *frame;
    struct wrd_diag *diag;
    uint64_t *units;     /* [n_strata] of positive weight */
    int64_t *population; /* [n_strata]; NULL: endless */
};

static void count_units(struct settling *settling)
{
    const struct wrd_design *design = &settling->frame->design;
    settling->units =
        wrd_arena_take_array(settling->arena, design->n_strata, sizeof *settling->units);
    for (size_t u = 0; u < wrd_design_units(design); u++)
        if (wrd_unit_counts(design, u))
            settling->units[wrd_unit_stratum(design, u)]++;
}

/* Of the whole source, where it has no strata. */
static const char *strata_name(const struct settling *settling)
{
    const struct wrd_source *source = settling->source;
    if (source->design.n_strata == 0)
        return "total";
    return wrd_text_join(settling->arena, source->design.strata, source->design.n_strata, "*");
}

/* ---- METHOD 7.2: the finite population ---- */

static bool find_population(const struct settling *settling, const struct wrd_codebook *book,
                            size_t h)
{
    const struct wrd_design *design = &settling->frame->design;
    const char *name = strata_name(settling), *code = design->stratum_name[h];
    const enum wrd_population_unit unit =
        settling->source->design.cluster ? WRD_POP_PSU : WRD_POP_PERSONS;
    const char *units = unit == WRD_POP_PSU ? "psu" : "persons";
    const struct wrd_population *row =
        wrd_register_row(settling->arena, book, settling->source->id, unit, name, code);
    if (!row) {
        wrd_say(settling->diag, WRD_E0441, settling->source->design.place, name, code, units,
                settling->source->id);
        return false;
    }
    settling->population[h] = row->count;
    if ((uint64_t)row->count >= settling->units[h])
        return true;
    wrd_say(settling->diag, WRD_E0442, wrd_codebook_place(book, row->place, "count"), name, code,
            wrd_count_text(settling->arena, (uint64_t)row->count),
            wrd_count_text(settling->arena, settling->units[h]));
    return false;
}

/* Everybody was invited, so those who answered are no sample that somebody drew. */
static bool is_invited_whole(const struct settling *settling)
{
    const int64_t invited =
        settling->study->waves[settling->frame->wave].invited[settling->frame->source];
    int64_t all = 0;
    for (size_t h = 0; h < settling->frame->design.n_strata; h++)
        all += settling->population[h];
    return !settling->source->design.cluster && invited >= all;
}

static bool is_conservative(const struct settling *settling)
{
    switch (settling->source->design.nonresponse) {
    case WRD_NONRESPONSE_CONSERVATIVE:
        return true;
    case WRD_NONRESPONSE_STRATUM:
        return false;
    case WRD_NONRESPONSE_UNSAID:
        break;
    }
    return is_invited_whole(settling);
}

/* A stratum in which nobody answered has no part in any figure, and needs no count. */
static bool find_populations(struct settling *settling, const struct wrd_codebook *book)
{
    const size_t n_strata = settling->frame->design.n_strata;
    bool all = true;
    if (!settling->source->design.fpc)
        return true;
    settling->population =
        wrd_arena_take_array(settling->arena, n_strata, sizeof *settling->population);
    for (size_t h = 0; h < n_strata; h++)
        all &= settling->units[h] == 0 || find_population(settling, book, h);
    if (all && is_conservative(settling))
        settling->population = NULL;
    return all;
}

/* ---- METHOD 7.4: lone units ---- */

static bool is_lone(const struct settling *settling, size_t h)
{
    return settling->units[h] == 1 && !(settling->population && settling->population[h] == 1);
}

/* The next stratum that has units, if that is a lone one too: two of one make one of two.  Else the one
 * before it, and of the first the next; h itself: there is none. */
static size_t neighbour_of(const struct settling *settling, size_t h)
{
    const size_t n_strata = settling->frame->design.n_strata;
    size_t next = h + 1, before = h;
    while (next < n_strata && settling->units[next] == 0)
        next++;
    while (before > 0 && settling->units[before - 1] == 0)
        before--;
    if (before == 0 || (next < n_strata && is_lone(settling, next)))
        return next < n_strata ? next : before > 0 ? before - 1 : h;
    return before - 1;
}

/* into[h]: where stratum h goes. */
static void merge(struct settling *settling, size_t h, size_t neighbour, uint32_t *into)
{
    struct wrd_design *design = &settling->frame->design;
    wrd_say(settling->diag, WRD_N0443, settling->source->design.place, design->stratum_name[h],
            strata_name(settling), design->stratum_name[neighbour], settling->frame->file);
    for (size_t k = 0; k < design->n_strata; k++)
        if (into[k] == h)
            into[k] = (uint32_t)neighbour;
    const size_t first = h < neighbour ? h : neighbour, second = h < neighbour ? neighbour : h;
    design->stratum_name[neighbour] = wrd_arena_format(
        settling->arena, "%s+%s", design->stratum_name[first], design->stratum_name[second]);
    settling->units[neighbour] += settling->units[h];
    design->n_merged++;
    settling->units[h] = 0;
    if (settling->population)
        settling->population[neighbour] += settling->population[h];
}

/* Strata that are left get numbers without gaps. */
static void close_ranks(struct settling *settling, uint32_t *into)
{
    struct wrd_design *design = &settling->frame->design;
    uint32_t *place = wrd_arena_take_array(settling->arena, design->n_strata, sizeof *place);
    size_t n = 0;
    for (size_t h = 0; h < design->n_strata; h++) {
        if (into[h] != h)
            continue;
        place[h] = (uint32_t)n;
        design->stratum_name[n] = design->stratum_name[h];
        settling->units[n] = settling->units[h];
        if (settling->population)
            settling->population[n] = settling->population[h];
        n++;
    }
    for (size_t i = 0; i < design->n; i++)
        design->stratum[i] = place[into[design->stratum[i]]];
    uint32_t *of_psu = wrd_arena_take_array(settling->arena, design->n_psu, sizeof *of_psu);
    for (size_t u = 0; u < design->n_psu; u++)
        of_psu[u] = design->psu_stratum[u] == WRD_NO_STRATUM ? WRD_NO_STRATUM
                                                             : place[into[design->psu_stratum[u]]];
    if (design->psu)
        design->psu_stratum = of_psu;
    design->n_strata = n;
}

static void merge_lone(struct settling *settling)
{
    const size_t n_strata = settling->frame->design.n_strata;
    uint32_t *into = wrd_arena_take_array(settling->arena, n_strata, sizeof *into);
    bool merged = false;
    for (size_t h = 0; h < n_strata; h++)
        into[h] = (uint32_t)h;
    for (size_t h = 0; h < n_strata; h++) {
        const size_t neighbour = is_lone(settling, h) ? neighbour_of(settling, h) : h;
        if (neighbour == h)
            continue;
        merge(settling, h, neighbour, into);
        merged = true;
    }
    if (merged)
        close_ranks(settling, into);
}

static bool nobody_alone(const struct settling *settling)
{
    const struct wrd_design *design = &settling->frame->design;
    bool none = true;
    for (size_t h = 0; h < design->n_strata && design->stratum; h++) {
        if (!is_lone(settling, h))
            continue;
        wrd_say(settling->diag, WRD_E0408, settling->source->design.place, design->stratum_name[h],
                strata_name(settling), settling->frame->file);
        none = false;
    }
    return none;
}

static void find_fractions(const struct settling *settling)
{
    struct wrd_design *design = &settling->frame->design;
    if (!settling->population)
        return;
    double *fraction = wrd_arena_take_array(settling->arena, design->n_strata, sizeof *fraction);
    for (size_t h = 0; h < design->n_strata; h++)
        if (settling->units[h] > 0)
            fraction[h] = (double)settling->units[h] / (double)settling->population[h];
    design->fraction = fraction;
}

enum wrd_status wrd_strata_settle(struct wrd_arena *arena, const struct wrd_study *study,
                                  const struct wrd_codebook *book, struct wrd_frame *frame,
                                  struct wrd_diag *diag)
{
    const struct wrd_source *source = &study->sources[frame->source];
    struct settling settling = { arena, study, source, frame, diag, NULL, NULL };
    count_units(&settling);
    if (!find_populations(&settling, book))
        return WRD_EINPUT;
    if (source->design.lone == WRD_LONE_ERROR && !nobody_alone(&settling))
        return WRD_EINPUT;
    if (source->design.lone == WRD_LONE_MERGE && frame->design.stratum)
        merge_lone(&settling);
    find_fractions(&settling);
    return WRD_OK;
}
