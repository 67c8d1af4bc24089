#include "attack/parts/sheet.h"
#include "attack/parts/solve.h"

#include <stdlib.h>
#include <string.h>

struct walk {
    const struct solve *s;
    int64_t *x, *sum; /* of every row */
    int *broken,
        *place; /* rows that do not hold, and where each stands in the list; -1: it holds */
    int n_broken, target;
    uint64_t chance;
};

static int below(struct walk *w, int n)
{
    w->chance = w->chance * 6364136223846793005u + 1442695040888963407u;
    return (int)((w->chance >> 33) % (uint64_t)n);
}

/* How far a row is from holding. */
static int64_t excess(const struct solve_row *row, int64_t sum)
{
    return sum < row->lo ? row->lo - sum : sum > row->hi ? sum - row->hi : 0;
}

static void note_row(struct walk *w, int row)
{
    bool wrong = excess(&w->s->rows[row], w->sum[row]) > 0;
    int at = w->place[row];
    if (wrong && at < 0) {
        w->place[row] = w->n_broken;
        w->broken[w->n_broken++] = row;
    } else if (!wrong && at >= 0) {
        w->broken[at] = w->broken[--w->n_broken];
        w->place[w->broken[at]] = at;
        w->place[row] = -1;
    }
}

static int64_t factor_in(const struct solve *s, int row, int var)
{
    int64_t sum = 0;
    for (int t = s->rows[row].first; t < s->rows[row].first + s->rows[row].n; t++)
        if (s->terms[t].var == var)
            sum += s->terms[t].factor;
    return sum;
}

static void move(struct walk *w, int var, int64_t by)
{
    const struct solve *s = w->s;
    w->x[var] += by;
    for (int u = s->use_first[var]; u < s->use_first[var + 1]; u++) {
        w->sum[s->uses[u]] += by * factor_in(s, s->uses[u], var);
        note_row(w, s->uses[u]);
    }
}

/* How many rows more (or fewer) would not hold. */
static int cost(const struct walk *w, int var, int64_t by)
{
    const struct solve *s = w->s;
    int change = 0;
    for (int u = s->use_first[var]; u < s->use_first[var + 1]; u++) {
        int row = s->uses[u];
        int64_t now = w->sum[row], then = now + by * factor_in(s, row, var);
        change += (excess(&s->rows[row], then) > 0) - (excess(&s->rows[row], now) > 0);
    }
    return change;
}

/* The step of an unknown that makes the row hold, as far as its bounds let it. */
static int64_t step_of(const struct walk *w, int row, const struct solve_term *term)
{
    const struct solve_row *r = &w->s->rows[row];
    int64_t missing = w->sum[row] < r->lo ? r->lo - w->sum[row] : r->hi - w->sum[row];
    int64_t by = missing / term->factor, x = w->x[term->var];
    if (missing % term->factor != 0)
        by += (missing < 0) == (term->factor < 0) ? 1 : -1;
    if (x + by < w->s->lo[term->var])
        by = w->s->lo[term->var] - x;
    if (x + by > w->s->hi[term->var])
        by = w->s->hi[term->var] - x;
    return by;
}

static void repair(struct walk *w, int row)
{
    const struct solve_row *r = &w->s->rows[row];
    int best = -1, best_cost = 1 << 30, ties = 0;
    bool careless = below(w, 100) < 8;
    for (int t = r->first; t < r->first + r->n; t++) {
        const struct solve_term *term = &w->s->terms[t];
        int64_t by = term->var == w->target ? 0 : step_of(w, row, term);
        if (by == 0)
            continue;
        int price = careless ? 0 : cost(w, term->var, by);
        if (price < best_cost) {
            best_cost = price;
            ties = 0;
        }
        if (price == best_cost && below(w, ++ties) == 0)
            best = t;
    }
    if (best >= 0)
        move(w, w->s->terms[best].var, step_of(w, row, &w->s->terms[best]));
}

static void begin(struct walk *w)
{
    const struct solve *s = w->s;
    memcpy(w->x, s->truth, (size_t)s->n_vars * sizeof *w->x);
    w->n_broken = 0;
    for (int r = 0; r < s->n_rows; r++) {
        w->sum[r] = 0;
        w->place[r] = -1;
        for (int t = s->rows[r].first; t < s->rows[r].first + s->rows[r].n; t++)
            w->sum[r] += s->terms[t].factor * s->truth[s->terms[t].var];
    }
}

bool solve_wander(const struct solve *s, int target, int steps, int64_t *witness)
{
    static const int tries[] = { 1, -1, 2, -2, 3, -3 };
    size_t rows = (size_t)s->n_rows + 1;
    struct walk w = { .s = s,
                      .x = witness,
                      .sum = must(calloc(rows, sizeof(int64_t))),
                      .broken = must(calloc(rows, sizeof(int))),
                      .place = must(calloc(rows, sizeof(int))),
                      .target = target };
    bool found = false;
    for (int k = 0; k < 6 && !found; k++) {
        int64_t x = s->truth[target] + tries[k];
        if (x < s->lo[target] || x > s->hi[target])
            continue;
        begin(&w);
        move(&w, target, tries[k]);
        for (int step = 0; step < steps && w.n_broken > 0; step++)
            repair(&w, w.broken[below(&w, w.n_broken)]);
        found = w.n_broken == 0;
    }
    free(w.sum);
    free(w.broken);
    free(w.place);
    return found;
}
