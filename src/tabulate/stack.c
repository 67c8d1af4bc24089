/* stack.c - see stack.h. */
#include "tabulate/stack.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A respondent of either source on the way to a unit. */
struct member {
    uint32_t stratum;
    uint64_t id; /* of the organisation; 0: none */
    size_t side, i;
};

static int by_unit(const void *left, const void *right)
{
    const struct member *a = left, *b = right;
    if (a->stratum != b->stratum)
        return a->stratum < b->stratum ? -1 : 1;
    return (a->id > b->id) - (a->id < b->id);
}

static uint64_t id_of(const struct wrd_stacked *source, size_t i)
{
    return source->link->id ? source->link->id[i] : 0;
}

static bool has_weight(const struct wrd_frame *frame, size_t i)
{
    return !frame->weight || frame->weight[i] > 0;
}

/* Strata of one name are one: the number of a source's stratum in the stack. */
static uint32_t *number_strata(struct wrd_arena *scratch, const struct wrd_design *design,
                               const char **names, size_t *n)
{
    uint32_t *number = wrd_arena_take_array(scratch, design->n_strata, sizeof *number);
    for (size_t h = 0; h < design->n_strata; h++) {
        size_t at = 0;
        while (at < *n && strcmp(names[at], design->stratum_name[h]) != 0)
            at++;
        if (at == *n)
            names[(*n)++] = design->stratum_name[h];
        number[h] = (uint32_t)at;
    }
    return number;
}

/* All respondents; returns how many strata there are. */
static size_t list_members(struct wrd_arena *scratch,
                           const struct wrd_stacked sources[WRD_GAP_SIDES], bool strata,
                           struct member *members)
{
    size_t n_strata = 0, n = 0;
    const size_t room = sources[0].frame->design.n_strata + sources[1].frame->design.n_strata;
    const char **names = wrd_arena_take_array(scratch, room, sizeof *names);
    for (size_t side = 0; side < WRD_GAP_SIDES; side++) {
        const struct wrd_design *design = &sources[side].frame->design;
        const uint32_t *number = strata ? number_strata(scratch, design, names, &n_strata) : NULL;
        for (size_t i = 0; i < sources[side].frame->n; i++)
            members[n++] = (struct member){
                .stratum = number ? number[design->stratum ? design->stratum[i] : 0] : 0,
                .id = id_of(&sources[side], i),
                .side = side,
                .i = i,
            };
    }
    return strata ? n_strata : 1;
}

/* The design of a source with the units of the stack, which the caller gives it. */
static struct wrd_design on_stack(const struct wrd_frame *frame, enum wrd_lone lone,
                                  size_t n_strata)
{
    struct wrd_design design = frame->design;
    design.psu_id = NULL;
    design.stratum = NULL;
    design.n_strata = n_strata;
    design.stratum_name = NULL;
    design.fraction = NULL;
    design.lone = lone;
    design.variance = WRD_TAYLOR;
    design.replicates = NULL;
    return design;
}

/* Gives every member its unit and every unit its stratum (none where nobody in it has weight); returns how
 * many units there are.  members: in the order of units. */
static size_t make_units(const struct wrd_stacked sources[WRD_GAP_SIDES],
                         const struct member *members, size_t n, uint32_t *const psu[WRD_GAP_SIDES],
                         uint32_t *stratum)
{
    size_t units = 0;
    for (size_t m = 0; m < n; m++) {
        const struct member *member = &members[m];
        if (m == 0 || member->id == 0 || by_unit(&members[m - 1], member) != 0)
            stratum[units++] = WRD_NO_STRATUM;
        psu[member->side][member->i] = (uint32_t)(units - 1);
        if (has_weight(sources[member->side].frame, member->i))
            stratum[units - 1] = member->stratum;
    }
    return units;
}

static struct wrd_stack stack_on(struct wrd_arena *arena,
                                 const struct wrd_stacked sources[WRD_GAP_SIDES], bool strata)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const size_t n = sources[0].frame->n + sources[1].frame->n;
    struct member *members = wrd_arena_take_array(scratch, n, sizeof *members);
    const size_t n_strata = list_members(scratch, sources, strata, members);
    uint32_t *stratum = wrd_arena_take_array(arena, n, sizeof *stratum), *psu[WRD_GAP_SIDES];
    struct wrd_stack stack;
    if (n > 0)
        qsort(members, n, sizeof *members, by_unit);
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        psu[side] = wrd_arena_take_array(arena, sources[side].frame->n, sizeof *psu[side]);
    const size_t units = make_units(sources, members, n, psu, stratum);
    for (size_t side = 0; side < WRD_GAP_SIDES; side++) {
        stack.design[side] = on_stack(sources[side].frame,
                                      sources[WRD_GAP_ORGANISATIONS].frame->design.lone, n_strata);
        stack.design[side].psu = psu[side];
        stack.design[side].n_psu = units;
        stack.design[side].psu_stratum = stratum;
    }
    wrd_arena_free(scratch);
    return stack;
}

/* A stratum that was merged in one source is not the one of that name in the other; one in which the
 * stack has a single unit has nothing to compare it with.  Without strata the variance is the larger,
 * as a rule. */
struct wrd_stack wrd_stack_new(struct wrd_arena *arena,
                               const struct wrd_stacked sources[WRD_GAP_SIDES], bool same_strata)
{
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        same_strata &= sources[side].frame->design.n_merged == 0;
    if (same_strata) {
        const struct wrd_stack stack = stack_on(arena, sources, true);
        if (!wrd_design_is_lone(&stack.design[0]))
            return stack;
    }
    return stack_on(arena, sources, false);
}

static int by_number(const void *left, const void *right)
{
    const uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

bool wrd_stack_is_linked(const struct wrd_stacked sources[WRD_GAP_SIDES])
{
    const struct wrd_stacked *organisations = &sources[WRD_GAP_ORGANISATIONS],
                             *volunteers = &sources[WRD_GAP_VOLUNTEERS];
    const size_t n = organisations->frame->n;
    if (n == 0 || !organisations->link->id || !volunteers->link->id)
        return false;
    uint64_t *ids = wrd_alloc(n, sizeof *ids);
    bool linked = false;
    memcpy(ids, organisations->link->id, n * sizeof *ids);
    qsort(ids, n, sizeof *ids, by_number);
    for (size_t i = 0; i < volunteers->frame->n && !linked; i++)
        linked = id_of(volunteers, i) != 0 &&
                 bsearch(&volunteers->link->id[i], ids, n, sizeof *ids, by_number);
    free(ids);
    return linked;
}

double wrd_stack_variance(const struct wrd_stack *stack,
                          const struct wrd_scores scores[WRD_GAP_SIDES])
{
    const size_t units = stack->design[0].n_psu;
    if (wrd_design_is_lone(&stack->design[0]))
        return NAN;
    double *gap = wrd_alloc(units, sizeof *gap), *z = wrd_alloc(units, sizeof *z);
    wrd_design_totals(&stack->design[WRD_GAP_ORGANISATIONS], &scores[WRD_GAP_ORGANISATIONS], gap);
    wrd_design_totals(&stack->design[WRD_GAP_VOLUNTEERS], &scores[WRD_GAP_VOLUNTEERS], z);
    for (size_t u = 0; u < units; u++)
        gap[u] -= z[u];
    const double variance = wrd_design_variance(&stack->design[0], NULL, gap);
    free(gap);
    free(z);
    return variance;
}

double wrd_stack_degrees(const struct wrd_stack *stack,
                         const struct wrd_scores scores[WRD_GAP_SIDES],
                         const size_t answers[WRD_GAP_SIDES])
{
    const struct wrd_design *any = &stack->design[0];
    uint8_t *reached = wrd_alloc(any->n_psu, sizeof *reached);
    uint8_t *in_stratum = wrd_alloc(any->n_strata, sizeof *in_stratum);
    double df = -1;
    for (size_t side = 0; side < WRD_GAP_SIDES; side++) {
        const struct wrd_design *design = &stack->design[side];
        for (size_t i = 0; i < design->n; i++)
            if (scores[side].value[i] < answers[side] && (!design->weight || design->weight[i] > 0))
                reached[design->psu[i]] = 1;
    }
    for (size_t u = 0; u < any->n_psu; u++) {
        if (!reached[u])
            continue;
        df += in_stratum[any->psu_stratum[u]];
        in_stratum[any->psu_stratum[u]] = 1;
    }
    free(reached);
    free(in_stratum);
    return df;
}
