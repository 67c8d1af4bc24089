#include "attack/parts/changes.h"
#include "attack/parts/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static void figure_row(struct build *b, const struct figure *f, int64_t lo, int64_t hi)
{
    if (build_end(b, lo, hi))
        return;
    b->contradictions++;
    if (b->tell)
        printf("contradiction: %s %s %s %s=%s %s %s: %s with n %s is not the truth\n",
               b->world->wave, b->world->source, f->variable, f->by, f->group, f->statistic,
               f->code, f->value, f->n);
}

/* ---- what is shown ---- */

void build_figure_sum(struct build *b, int item, const struct figure *f, const bool *codes,
                      const int64_t *factor, int64_t plus)
{
    const struct world *w = b->world;
    for (int s = 0; s < w->n_slots; s++) {
        if (!figure_slot(f, &w->slot[s]))
            continue;
        for (int c = 0; c < w->item[item].n_codes; c++)
            if (codes[c])
                build_term(b, item, s, c, (factor ? factor[c] : 0) + plus);
    }
}

static void base_row(struct build *b, int item, const struct figure *f, int64_t *n)
{
    const struct world *w = b->world;
    *n = -1;
    if (!number_whole(f->n, n))
        return;
    for (int s = 0; s < w->n_slots; s++)
        if (figure_slot(f, &w->slot[s]))
            build_valid(b, item, s, 1);
    figure_row(b, f, *n, *n);
}

static int64_t percent(int64_t count, int64_t n)
{
    return n > 0 ? (200 * count + n) / (2 * n) : 0;
}

static void count_row(struct build *b, int item, const struct figure *f, const bool *codes)
{
    const struct item *it = &b->world->item[item];
    int64_t n, value, truth = target_count(b->world, it, f, codes), lo = truth, hi = truth;
    bool dont_know = is(f->statistic, "dont_know");
    base_row(b, item, f, &n);
    if (!number_whole(f->value, &value)) {
        figure_row(b, f, 1, 0);
        return;
    }
    int64_t base = n + (dont_know ? truth : 0);
    bool fits = b->world->weighted || n < 0 || percent(truth, base) == value;
    if (b->as_printed && !b->world->weighted && n >= 0 && fits) {
        for (lo = 0; percent(lo, n + (dont_know ? lo : 0)) < value; lo++)
            ;
        for (hi = lo; percent(hi + 1, n + (dont_know ? hi + 1 : 0)) == value && hi < 100 * n; hi++)
            ;
    }
    build_figure_sum(b, item, f, codes, NULL, 1);
    figure_row(b, f, fits ? lo : 1, fits ? hi : 0);
}

static void mean_row(struct build *b, int item, const struct figure *f)
{
    const struct item *it = &b->world->item[item];
    bool valid[KNOWN_CODES] = { false };
    int64_t factor[KNOWN_CODES], tenths, n;
    base_row(b, item, f, &n);
    if (!figure_value(b->world, f, &tenths))
        return;
    for (int c = 0; c < it->n_valid; c++) {
        valid[c] = true;
        factor[c] = 20 * it->score12[c];
    }
    build_figure_sum(b, item, f, valid, factor, -24 * tenths + 12);
    figure_row(b, f, 0, SOLVE_MANY);
    build_figure_sum(b, item, f, valid, factor, -24 * tenths - 12);
    figure_row(b, f, -SOLVE_MANY, 0);
}

/* The smallest value at which half of the answers is reached. */
static void median_row(struct build *b, int item, const struct figure *f)
{
    const struct item *it = &b->world->item[item];
    bool valid[KNOWN_CODES] = { false };
    int64_t factor[KNOWN_CODES], tenths, n;
    base_row(b, item, f, &n);
    if (!figure_value(b->world, f, &tenths))
        return;
    for (int below = 0; below < 2; below++) {
        for (int c = 0; c < it->n_valid; c++) {
            int64_t at = 10 * it->score12[c];
            valid[c] = true;
            factor[c] = (below ? at < 12 * tenths : at <= 12 * tenths) ? 2 : 0;
        }
        build_figure_sum(b, item, f, valid, factor, -1);
        figure_row(b, f, below ? -SOLVE_MANY : 0, below ? -1 : SOLVE_MANY);
    }
}

/* Ticks of everything but "none of these", as a percent of what was offered. */
static void breadth_row(struct build *b, int item, const struct figure *f)
{
    const struct world *w = b->world;
    const struct item *it = &w->item[item];
    int64_t n, value, offered = 0;
    base_row(b, item, f, &n);
    if (!figure_value(w, f, &value))
        return;
    for (int c = 0; c < it->n_valid; c++)
        offered += !codebook_exclusive(w->book, it->list, it->code[c]);
    for (int side = -1; side <= 1; side += 2) {
        for (int s = 0; s < w->n_slots; s++) {
            if (!figure_slot(f, &w->slot[s]))
                continue;
            for (int c = 0; c < it->n_valid; c++)
                if (!codebook_exclusive(w->book, it->list, it->code[c]))
                    build_term(b, item, s, c, 200);
            build_valid(b, item, s, -(2 * value + side) * offered);
        }
        figure_row(b, f, side < 0 ? 0 : -SOLVE_MANY, side < 0 ? SOLVE_MANY : 0);
    }
}

static void index_row(struct build *b, int scale, const struct figure *f)
{
    const struct world *w = b->world;
    int64_t n, value;
    base_row(b, scale, f, &n);
    if (!figure_value(w, f, &value))
        return;
    for (int side = -1; side <= 1; side += 2) {
        for (int s = 0; s < w->n_slots; s++)
            if (figure_slot(f, &w->slot[s])) {
                build_term(b, scale, s, 1, 1);
                build_term(b, scale, s, 0, -(SCORE_UNIT * value + SCORE_UNIT / 2 * side));
            }
        figure_row(b, f, side < 0 ? 0 : -SOLVE_MANY, side < 0 ? SOLVE_MANY : 0);
    }
}

/* A share that changed: its count from the share before and the change. */
static void change_row(struct build *b, int item, const struct figure *f)
{
    const struct item *it = &b->world->item[item];
    bool codes[KNOWN_CODES];
    struct figure now;
    int64_t lo, hi;
    if (b->world->weighted || !f->shown || !change_range(b->world, f, &now, &lo, &hi) ||
        !figure_codes(it, &now, codes))
        return;
    build_figure_sum(b, item, &now, codes, NULL, 1);
    figure_row(b, f, lo, hi);
}

/* "Not applicable": nobody answered. */
static void nobody_row(struct build *b, int item, const struct figure *f, const bool *codes)
{
    build_figure_sum(b, item, f, codes, NULL, 1);
    figure_row(b, f, 0, 0);
    for (int s = 0; s < b->world->n_slots; s++)
        if (figure_slot(f, &b->world->slot[s]))
            build_valid(b, item, s, 1);
    figure_row(b, f, 0, 0);
}

void build_shown(struct build *b, const struct figure *f)
{
    bool codes[KNOWN_CODES];
    int i = world_item(b->world, f->variable);
    if (i < 0 || !b->in[i])
        return;
    const struct item *it = &b->world->item[i];
    if (is_change(f)) {
        change_row(b, i, f);
        return;
    }
    if (!f->shown) {
        if (strchr(f->flag, 'z') && figure_codes(it, f, codes))
            nobody_row(b, i, f, codes);
        return;
    }
    if (it->kind == ITEM_SCALE && is(f->statistic, "index"))
        index_row(b, i, f);
    else if (figure_codes(it, f, codes))
        count_row(b, i, f, codes);
    else if (is(f->statistic, "mean"))
        mean_row(b, i, f);
    else if (is(f->statistic, "median"))
        median_row(b, i, f);
    else if (is(f->statistic, "breadth"))
        breadth_row(b, i, f);
    else if (b->tell)
        printf("note: statistic '%s' is not attacked\n", f->statistic);
}

void build_quality(struct build *b)
{
    const struct world *w = b->world;
    for (int r = 1; r < w->quality->n_rows; r++) {
        int i = world_item(w, sheet_at(w->quality, r, "variable"));
        int64_t count, lo, hi;
        const char *check = sheet_at(w->quality, r, "check"),
                   *text = sheet_at(w->quality, r, "count");
        bool dont_know = is(check, "dont_know");
        if (i < 0 || !b->in[i] || !is(sheet_at(w->quality, r, "wave"), w->wave) ||
            !is(sheet_at(w->quality, r, "source"), w->source) || *sheet_at(w->quality, r, "code") ||
            (!dont_know && !is(check, "valid")) || (dont_know && w->item[i].kind == ITEM_MULTIPLE))
            continue;
        lo = hi = 0;
        if (is(text, "<5")) {
            lo = 1;
            hi = 4;
        } else if (number_whole(text, &count))
            lo = hi = count;
        if (dont_know)
            build_term(b, i, 0, w->item[i].n_valid, 1);
        else
            build_valid(b, i, 0, 1);
        if (!build_end(b, lo, hi) && b->tell) {
            printf("contradiction: quality.csv line %d, %s of %s: %s is not the truth\n", r + 1,
                   check, w->item[i].name, text);
            b->contradictions++;
        }
    }
}
