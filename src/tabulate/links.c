/* links.c - see links.h.  Ids are put in order and the two lists walked side by side. */
#include "tabulate/links.h"

#include <stdlib.h>

#include "stats/fixed.h"

struct known { /* a unit with an id */
    uint64_t id;
    uint32_t unit;
};
struct list {
    struct known *of;
    size_t n, n_units;
};

static int by_id(const void *left, const void *right)
{
    const struct known *a = left, *b = right;
    return (a->id > b->id) - (a->id < b->id);
}

static struct list list_of(struct wrd_arena *arena, const uint64_t *ids, size_t n_units)
{
    struct list list = { wrd_arena_take_array(arena, n_units, sizeof *list.of), 0, n_units };
    for (size_t u = 0; ids && u < n_units; u++)
        if (ids[u] != 0)
            list.of[list.n++] = (struct known){ ids[u], (uint32_t)u };
    if (list.n > 0)
        qsort(list.of, list.n, sizeof *list.of, by_id);
    return list;
}

static struct list units_of(struct wrd_arena *arena, const struct wrd_frame *frame)
{
    const struct wrd_design *design = &frame->design;
    return design->psu ? list_of(arena, design->psu_id, design->n_psu)
                       : list_of(arena, frame->id, frame->n);
}

/* unit_before[units of now], NULL: they are counted alone. */
static size_t walk(const struct list *before, const struct list *now, uint32_t *unit_before)
{
    size_t n = 0;
    for (size_t b = 0, i = 0; b < before->n && i < now->n;) {
        if (before->of[b].id == now->of[i].id) {
            if (unit_before)
                unit_before[now->of[i].unit] = before->of[b].unit;
            n++;
            b++;
            i++;
        } else if (before->of[b].id < now->of[i].id) {
            b++;
        } else {
            i++;
        }
    }
    return n;
}

/* A PSU in the one wave and a respondent in the other are not the same kind of unit. */
static bool same_units(const struct wrd_frame *before, const struct wrd_frame *now)
{
    return (before->design.psu != NULL) == (now->design.psu != NULL);
}

struct wrd_links wrd_links_new(struct wrd_arena *arena, const struct wrd_frame *before,
                               const struct wrd_frame *now)
{
    struct wrd_links links = { NULL, wrd_design_units(&now->design), 0 };
    if (!same_units(before, now))
        return links;
    struct wrd_arena *scratch = wrd_arena_new();
    const struct list then = units_of(scratch, before), here = units_of(scratch, now);
    uint32_t *unit = wrd_arena_take_array(arena, links.n_units, sizeof *unit);
    for (size_t u = 0; u < links.n_units; u++)
        unit[u] = WRD_NO_UNIT;
    links.n_linked = walk(&then, &here, unit);
    links.before = links.n_linked > 0 ? unit : NULL;
    wrd_arena_free(scratch);
    return links;
}

struct wrd_panel wrd_panel_of(const struct wrd_frame *before, const struct wrd_frame *now)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const struct list then = list_of(scratch, before->id, before->n),
                      here = list_of(scratch, now->id, now->n);
    struct wrd_panel panel = { .stayers = walk(&then, &here, NULL) };
    if (panel.stayers > 0)
        panel = (struct wrd_panel){ panel.stayers, then.n - panel.stayers, here.n - panel.stayers,
                                    then.n_units - then.n, here.n_units - here.n };
    wrd_arena_free(scratch);
    return panel;
}

static double product(const struct wrd_links *links, const double *before, const double *now,
                      size_t u)
{
    return links->before[u] == WRD_NO_UNIT ? 0 : before[links->before[u]] * now[u];
}

double wrd_linked_products(const struct wrd_links *links, const double *before, const double *now)
{
    enum { BITS = 62 };
    double largest = 0;
    wrd_i128 sum = 0;
    for (size_t u = 0; links->before && u < links->n_units; u++)
        largest = fmax(largest, fabs(product(links, before, now, u)));
    const int scale = wrd_fixed_scale(largest, BITS);
    for (size_t u = 0; links->before && u < links->n_units; u++)
        sum += wrd_fixed_of(product(links, before, now, u), scale);
    return wrd_fixed_double(sum, scale);
}
