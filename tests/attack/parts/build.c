#include "attack/parts/rows.h"
#include "attack/parts/sizes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* ---- rows ---- */

void build_term(struct build *b, int item, int slot, int code, int64_t factor)
{
    const struct item *it = &b->world->item[item];
    if (b->in[item])
        solve_term(&b->solve, b->var[item][slot * it->n_codes + code], factor);
    else if (b->outside == OUTSIDE_FIXED)
        b->constant += factor * world_x(it, slot, code);
    else
        b->dropped = true;
}

void build_valid(struct build *b, int item, int slot, int64_t factor)
{
    const struct item *it = &b->world->item[item];
    if (it->kind == ITEM_MULTIPLE)
        build_term(b, item, slot, it->n_valid, factor); /* @base */
    else if (it->kind == ITEM_SCALE)
        build_term(b, item, slot, 0, factor); /* @n */
    for (int c = 0; c < it->n_valid && it->kind != ITEM_MULTIPLE; c++)
        build_term(b, item, slot, c, factor);
}

bool build_end(struct build *b, int64_t lo, int64_t hi)
{
    struct solve *s = &b->solve;
    int first = s->n_rows ? s->rows[s->n_rows - 1].first + s->rows[s->n_rows - 1].n : 0;
    bool fits = true;
    if (b->dropped || s->n_terms == first)
        s->n_terms = first;
    else
        fits = solve_row(s, lo - b->constant, hi - b->constant);
    b->constant = 0;
    b->dropped = false;
    return fits;
}

/* ---- what holds in any study ---- */

static void link_rows(struct build *b, int item)
{
    const struct world *w = b->world;
    for (int first = 1; first < w->n_slots;) {
        int end = first;
        while (end < w->n_slots && is(w->slot[end].by, w->slot[first].by))
            end++;
        for (int c = 0; c < w->item[item].n_codes; c++) {
            for (int s = first; s < end; s++)
                build_term(b, item, s, c, 1);
            build_term(b, item, 0, c, -1);
            build_end(b, 0, 0);
        }
        first = end;
    }
}

static void size_rows(struct build *b, int item)
{
    const struct world *w = b->world;
    const struct item *it = &w->item[item];
    for (int s = 0; s < w->n_slots; s++) {
        bool told = s == 0 || is(w->slot[s].group, "@none");
        build_valid(b, item, s, 1);
        if (it->kind != ITEM_MULTIPLE)
            build_term(b, item, s, it->n_valid, 1);
        build_term(b, item, s, it->n_codes - 1, 1);
        if (!told && b->sizes)
            solve_term(&b->solve, b->size_var[s], -1);
        int64_t n = !told && b->sizes ? 0 : w->slot[s].n;
        build_end(b, n, n);
    }
}

static void multiple_rows(struct build *b, int item)
{
    const struct item *it = &b->world->item[item];
    for (int s = 0; s < b->world->n_slots; s++)
        for (int c = 0; c < it->n_valid; c++) {
            for (int none = 0; none < it->n_valid; none++) {
                if (none == c || !codebook_exclusive(b->world->book, it->list, it->code[none]))
                    continue;
                build_term(b, item, s, c, 1);
                build_term(b, item, s, none, 1);
                build_valid(b, item, s, -1);
                build_end(b, -SOLVE_MANY, 0);
            }
            build_term(b, item, s, c, 1);
            build_valid(b, item, s, -1);
            build_end(b, -SOLVE_MANY, 0);
        }
}

/* Who was asked gave one of `codes` to an earlier question, in every group. */
static void filter_rows(struct build *b, int item)
{
    const struct world *w = b->world;
    char name[64], codes[64];
    if (sscanf(w->item[item].ask_if, "%63[a-z0-9_]=%63s", name, codes) != 2)
        return;
    for (char *c = codes; *c; c++)
        *c = *c == ',' ? '+' : *c;
    int of = world_item(w, name);
    for (int s = 0; s < w->n_slots; s++) {
        if (of < 0 && (!is(w->slot[s].by, name) || has_part(codes, w->slot[s].group)))
            continue;
        build_valid(b, item, s, 1);
        build_term(b, item, s, w->item[item].n_valid, 1);
        for (int c = 0; of >= 0 && c < w->item[of].n_valid; c++)
            if (has_part(codes, w->item[of].code[c]))
                build_term(b, of, s, c, -1);
        build_end(b, -SOLVE_MANY, 0);
    }
}

/* k n index = sum of the items + e, with the true e. */
static void scale_rows(struct build *b, int scale)
{
    const struct world *w = b->world;
    for (int s = 0; s < w->n_slots; s++) {
        int k = 0;
        int64_t e = 0;
        for (int i = 0; i < w->n_items; i++) {
            if (w->item[i].kind != ITEM_SINGLE || !is(w->item[i].scale, w->item[scale].name))
                continue;
            k++;
            for (int c = 0; c < w->item[i].n_valid; c++) {
                build_term(b, i, s, c, w->item[i].score[c]);
                e += w->item[i].score[c] * world_x(&w->item[i], s, c);
            }
        }
        e -= k * world_x(&w->item[scale], s, 1);
        build_term(b, scale, s, 1, -k);
        build_end(b, e, e);
        build_term(b, scale, s, 1, 1);
        build_term(b, scale, s, 0, -100 * SCORE_UNIT);
        build_end(b, -SOLVE_MANY, 0);
    }
}

/* ---- all of it ---- */

static void make_variables(struct build *b)
{
    const struct world *w = b->world;
    for (int i = 0; i < w->n_items; i++) {
        const struct item *it = &w->item[i];
        if (!b->in[i])
            continue;
        b->var[i] = must(calloc((size_t)(w->n_slots * it->n_codes), sizeof(int)));
        for (int s = 0; s < w->n_slots; s++)
            for (int c = 0; c < it->n_codes; c++) {
                bool sum = it->kind == ITEM_SCALE && c == 1;
                int64_t most = (is(w->slot[s].group, "@none") ? w->slot[s].n : w->slot[0].n) *
                               (sum ? 100 * SCORE_UNIT : 1);
                b->var[i][s * it->n_codes + c] = solve_var(&b->solve, 0, most, world_x(it, s, c));
            }
    }
    for (int s = 0; s < w->n_slots && b->sizes; s++)
        b->size_var[s] = solve_var(&b->solve, 0, w->slot[0].n, w->slot[s].n);
}

static void size_links(struct build *b)
{
    const struct world *w = b->world;
    for (int first = 1; first < w->n_slots && b->sizes;) {
        int end = first;
        for (; end < w->n_slots && is(w->slot[end].by, w->slot[first].by); end++)
            solve_term(&b->solve, b->size_var[end], 1);
        build_end(b, w->slot[0].n, w->slot[0].n);
        first = end;
    }
    for (int s = 0; s < w->n_slots && b->sizes; s++)
        if (s == 0 || is(w->slot[s].group, "@none")) {
            solve_term(&b->solve, b->size_var[s], 1);
            build_end(b, w->slot[s].n, w->slot[s].n);
        }
}

static void make_target(struct build *b, struct target *t)
{
    bool codes[KNOWN_CODES];
    const struct item *it = &b->world->item[t->item];
    t->var = -1;
    if (!b->in[t->item])
        return;
    if (!t->figure.row) {
        t->var = b->var[t->item][t->slot * it->n_codes + t->code];
        return;
    }
    figure_codes(it, &t->figure, codes);
    t->var = solve_var(&b->solve, 0, b->world->slot[0].n, t->truth);
    build_figure_sum(b, t->item, &t->figure, codes, NULL, 1);
    solve_term(&b->solve, t->var, -1);
    build_end(b, 0, 0);
}

void build_rows(struct build *b, struct targets *targets)
{
    const struct world *w = b->world;
    struct figure figure;
    make_variables(b);
    size_links(b);
    for (int i = 0; i < w->n_items; i++) {
        if (!b->in[i])
            continue;
        link_rows(b, i);
        if (w->item[i].kind == ITEM_SCALE) {
            scale_rows(b, i);
            continue;
        }
        size_rows(b, i);
        filter_rows(b, i);
        if (w->item[i].kind == ITEM_MULTIPLE)
            multiple_rows(b, i);
    }
    for (int r = 1; r < w->results->n_rows; r++)
        if (world_figure(w, r, &figure))
            build_shown(b, &figure);
    build_quality(b);
    build_sizes(b);
    for (int t = 0; t < targets->n; t++)
        make_target(b, &targets->of[t]);
}

void build_sum(struct build *b, const struct figure *figure, int *sum, int *n)
{
    const struct world *w = b->world;
    int i = world_item(w, figure->variable);
    bool scale = w->item[i].kind == ITEM_SCALE;
    int64_t total = 0, base = 0;
    for (int s = 0; s < w->n_slots; s++)
        for (int c = 0; figure_slot(figure, &w->slot[s]) && c < (scale ? 2 : w->item[i].n_valid);
             c++) {
            int64_t x = world_x(&w->item[i], s, c);
            total += scale ? (c == 1) * x : w->item[i].score12[c] * x;
            base += scale && c == 1 ? 0 : x;
        }
    *sum = solve_var(&b->solve, 0, SOLVE_MANY, total);
    *n = solve_var(&b->solve, 0, w->slot[0].n, base);
    for (int pass = 0; pass < 2; pass++) {
        for (int s = 0; s < w->n_slots; s++) {
            if (!figure_slot(figure, &w->slot[s]))
                continue;
            for (int c = 0; c < w->item[i].n_valid && !scale; c++)
                build_term(b, i, s, c, pass ? 1 : w->item[i].score12[c]);
            if (scale)
                build_term(b, i, s, !pass, 1);
        }
        solve_term(&b->solve, pass ? *n : *sum, -1);
        build_end(b, 0, 0);
    }
}

void build_clear(struct build *b)
{
    solve_clear(&b->solve);
    for (int i = 0; i < KNOWN_ITEMS; i++) {
        free(b->var[i]);
        b->var[i] = NULL;
    }
}
