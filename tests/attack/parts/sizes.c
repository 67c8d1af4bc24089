#include "attack/parts/sizes.h"

#include <stdio.h>
#include <string.h>

#include "attack/parts/rows.h"

enum { FEW = 30 }; /* METHOD 7.8, from n alone */

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static int slot_of(const struct world *w, const char *by, const char *group)
{
    for (int s = 0; s < w->n_slots; s++)
        if (is(w->slot[s].by, by) && is(w->slot[s].group, group))
            return s;
    return -1;
}

/* Slot and count of a margin row of quality.csv; -1: it is none. */
static int margin_of(const struct world *w, int row, int64_t *count)
{
    const struct sheet *q = w->quality;
    if (!is(sheet_at(q, row, "check"), "margin") || !is(sheet_at(q, row, "wave"), w->wave) ||
        !is(sheet_at(q, row, "source"), w->source) ||
        !number_whole(sheet_at(q, row, "count"), count))
        return -1;
    return slot_of(w, sheet_at(q, row, "variable"), sheet_at(q, row, "code"));
}

static void size_is(struct build *b, int slot, int64_t n)
{
    solve_term(&b->solve, b->size_var[slot], 1);
    b->contradictions += !build_end(b, n, n);
}

/* Respondents of group `group` who gave `code`, as the table of `item` has them. */
static void turned_rows(struct build *b, int item, int other)
{
    const struct world *w = b->world;
    for (int c = 0; c < w->item[item].n_valid; c++)
        for (int k = 0; k < w->item[other].n_valid; k++) {
            const int here = slot_of(w, w->item[other].name, w->item[other].code[k]);
            const int there = slot_of(w, w->item[item].name, w->item[item].code[c]);
            if (here < 0 || there < 0)
                continue;
            build_term(b, item, here, c, 1);
            build_term(b, other, there, k, -1);
            build_end(b, 0, 0);
        }
}

/* Everybody who gave an answer is the group of that answer. */
static void own_rows(struct build *b, int item)
{
    const struct world *w = b->world;
    for (int c = 0; c < w->item[item].n_valid; c++) {
        const int slot = slot_of(w, w->item[item].name, w->item[item].code[c]);
        if (slot < 0)
            continue;
        build_term(b, item, 0, c, 1);
        if (b->sizes)
            solve_term(&b->solve, b->size_var[slot], -1);
        build_end(b, b->sizes ? 0 : w->slot[slot].n, b->sizes ? 0 : w->slot[slot].n);
    }
}

void build_sizes(struct build *b)
{
    const struct world *w = b->world;
    struct figure f;
    int64_t count;
    for (int r = 1; b->sizes && r < w->quality->n_rows; r++) {
        const int slot = margin_of(w, r, &count);
        if (slot > 0)
            size_is(b, slot, count);
    }
    for (int r = 1; b->sizes && r < w->results->n_rows; r++) {
        const int slot = world_figure(w, r, &f) && f.shown && is(f.statistic, "response")
                             ? slot_of(w, f.by, f.group)
                             : -1;
        if (slot > 0)
            size_is(b, slot, w->slot[slot].n);
    }
    for (int i = 0; i < w->n_items; i++)
        if (b->in[i])
            own_rows(b, i);
    for (int i = 0; i < w->n_items; i++)
        for (int k = i + 1; k < w->n_items; k++)
            if (b->in[i] && b->in[k])
                turned_rows(b, i, k);
}

/* Of a question that is told itself the answers are what may be known (R2), and targets of their own. */
static bool told_itself(const struct world *w, const char *by)
{
    const int item = world_item(w, by);
    return item >= 0 && w->item[item].published;
}

int size_counts(const struct build *b)
{
    const struct world *w = b->world;
    int found = 0;
    for (int s = 1; b->sizes && s < w->n_slots; s++) {
        const int var = b->size_var[s];
        if (is(w->slot[s].group, "@none") || w->slot[s].n < 1 || w->slot[s].n >= w->base ||
            told_itself(w, w->slot[s].by) || b->solve.lo[var] != b->solve.hi[var])
            continue;
        printf("found: %s %s %s=%s has %lld respondents (bounds)\n", w->wave, w->source,
               w->slot[s].by, w->slot[s].group, (long long)w->slot[s].n);
        found++;
    }
    return found;
}

/* Where no interval is shown, only n may decide.  (Without one because all that there are answered,
 * nothing is uncertain.) */
static bool told_by_sign(const struct world *w, const struct figure *f)
{
    int64_t n;
    return f->shown && !*sheet_at(w->results, f->row, "ci_low") && is(f->flag, "u") &&
           strncmp(f->statistic, "change_", 7) != 0 && number_whole(f->n, &n) && n >= FEW;
}

int naive_sizes(const struct world *w)
{
    struct figure f;
    int64_t count;
    int found = 0;
    for (int r = 1; r < w->quality->n_rows; r++)
        if (margin_of(w, r, &count) > 0 && count > 0 && count < w->base) {
            printf("found: quality.csv %s %s margin %s=%s is shown with %lld\n", w->wave, w->source,
                   sheet_at(w->quality, r, "variable"), sheet_at(w->quality, r, "code"),
                   (long long)count);
            found++;
        }
    for (int r = 1; r < w->results->n_rows; r++)
        if (world_figure(w, r, &f) && told_by_sign(w, &f)) {
            printf("found: %s %s %s %s=%s %s %s is uncertain by an interval that is hidden\n",
                   w->wave, w->source, f.variable, f.by, f.group, f.statistic, f.code);
            found++;
        }
    return found;
}
