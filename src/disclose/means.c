/* R11 and R12: which means, indices and breadths may be shown, and which of them with an interval.
 */
#include "disclose/guard.h"
#include "disclose/pools.h"

#include "core/number.h"

#include <math.h>

/* --- the pools of a group */

static const struct wrd_table *same_table(const struct wrd_outcome *outcome,
                                          const struct wrd_table *table)
{
    for (size_t t = 0; t < outcome->n_tables; t++)
        if (outcome->tables[t].by == table->by && outcome->tables[t].merged == table->merged)
            return &outcome->tables[t];
    return NULL;
}

struct piece { /* one item of a mean in one group */
    const struct guard *guard;
    const uint64_t *counts;
    const struct grid *grid; /* NULL: none of its answers is shown */
    size_t group;
    int64_t *score; /* [n_categories] in the units of the mean */
};

static void pool_add(struct pool *pool, int64_t score, uint64_t count)
{
    pool->score[pool->n] = score;
    pool->count[pool->n++] = count;
    pool->sum += count;
}

static struct pool *pool_new(struct wrd_arena *arena, struct pools *pools, size_t room)
{
    struct pool *pool = &pools->pool[pools->n++];

    pool->score = wrd_arena_take_array(arena, room, sizeof *pool->score);
    pool->count = wrd_arena_take_array(arena, room, sizeof *pool->count);
    return pool;
}

/* Adds the piece's pools; takes what is shown by itself off the window. */
static void add_pools(struct wrd_arena *arena, const struct piece *piece, struct pools *pools)
{
    const struct facet *facet = piece->guard->facets;
    size_t n = piece->guard->outcome->n_categories;
    size_t n_sets = piece->grid ? piece->grid->n_sets : 1;
    struct pool *hidden = pool_new(arena, pools, n);

    for (size_t s = 0; s < n_sets; s++) {
        bool shown = piece->grid &&
                     piece->grid->mark[wrd_grid_at(piece->grid, piece->group, s)] == MARK_SHOWN;
        struct pool *merged = NULL;
        for (size_t c = 0; c < n; c++) {
            if (piece->grid && wrd_facet_set(facet, piece->grid, c) != s)
                continue;
            if (!shown) {
                pool_add(hidden, piece->score[c], piece->counts[c]);
            } else if (!wrd_answer_merged(facet, piece->grid, c)) {
                pools->lo -= (int64_t)piece->counts[c] * piece->score[c];
                pools->hi -= (int64_t)piece->counts[c] * piece->score[c];
            } else {
                merged = merged ? merged : pool_new(arena, pools, n);
                pool_add(merged, piece->score[c], piece->counts[c]);
            }
        }
    }
}

/* The sums around `sum` whose mean still rounds to what is shown: (sum + extra) * scale. */
static void find_window(int64_t sum, double extra, double scale, int decimals, struct pools *pools)
{
    double shown = wrd_round(((double)sum + extra) * scale, decimals);
    double half = 0.5 / (decimals ? 10 : 1);

    pools->lo = (int64_t)ceil((shown - half) / scale - extra) - 1;
    pools->hi = (int64_t)floor((shown + half) / scale - extra) + 1;
    while (wrd_round(((double)pools->lo + extra) * scale, decimals) < shown)
        pools->lo++;
    while (wrd_round(((double)pools->hi + extra) * scale, decimals) > shown)
        pools->hi--;
}

static bool hold(struct wrd_arena *arena, const struct piece *pieces, size_t n, double extra,
                 double scale, int decimals, uint64_t cell)
{
    struct pools pools = { 0 };
    size_t room = 0;
    int64_t sum = 0;

    for (size_t i = 0; i < n; i++) {
        size_t n_categories = pieces[i].guard->outcome->n_categories;
        room += n_categories + 1;
        for (size_t c = 0; c < n_categories; c++)
            sum += (int64_t)pieces[i].counts[c] * pieces[i].score[c];
    }
    pools.pool = wrd_arena_take_array(arena, room, sizeof *pools.pool);
    find_window(sum, extra, scale, decimals, &pools);
    for (size_t i = 0; i < n; i++)
        add_pools(arena, &pieces[i], &pools);
    return wrd_pools_hold(&pools, cell);
}

/* --- scores in whole units */

/* Units per 1 in which all scores are whole (a power of ten), 0: there is none up to 10^6. */
static int64_t whole_units(const double *score, size_t n)
{
    for (int64_t units = 1; units <= 1000000; units *= 10) {
        bool whole = true;
        for (size_t i = 0; i < n; i++)
            whole &= fabs(score[i] * (double)units - round(score[i] * (double)units)) < 1e-6;
        if (whole)
            return units;
    }
    return 0;
}

static int64_t *scores_in(struct wrd_arena *arena, const struct wrd_outcome *outcome, int64_t units)
{
    int64_t *score = wrd_arena_take_array(arena, outcome->n_categories, sizeof *score);

    for (size_t c = 0; c < outcome->n_categories; c++)
        score[c] = llround(outcome->score[c] * (double)units);
    return score;
}

static bool item_mean_holds(struct wrd_arena *arena, const struct guard *guard, size_t v, size_t g)
{
    const struct wrd_outcome *outcome = guard->outcome;
    const struct wrd_table *table = guard->views[v].table;
    int64_t units = whole_units(outcome->score, outcome->n_categories);

    if (units == 0)
        return false;
    struct piece piece = {
        .guard = guard,
        .counts = wrd_table_counts(table, g),
        .grid = guard->n_facets ? &guard->facets[0].grids[v] : NULL,
        .group = g,
        .score = scores_in(arena, outcome, units),
    };
    double scale = 1.0 / ((double)wrd_table_base(table, g) * (double)units);
    return hold(arena, &piece, 1, 0, scale, 1, guard->rules.cell);
}

static int64_t gcd(int64_t a, int64_t b)
{
    return b ? gcd(b, a % b) : a;
}

/* Scores of an item as a scale counts them: 0 .. `full`, backwards where reversed. */
static void scale_scores(int64_t *score, size_t n, int64_t full, bool reversed)
{
    int64_t low = score[0], high = score[0];

    for (size_t c = 1; c < n; c++) {
        low = score[c] < low ? score[c] : low;
        high = score[c] > high ? score[c] : high;
    }
    for (size_t c = 0; c < n; c++) {
        int64_t from = reversed ? high - score[c] : score[c] - low;
        score[c] = from * (full / (high - low));
    }
}

static int64_t score_range(const int64_t *score, size_t n)
{
    int64_t low = score[0], high = score[0];

    for (size_t c = 1; c < n; c++) {
        low = score[c] < low ? score[c] : low;
        high = score[c] > high ? score[c] : high;
    }
    return high - low;
}

/* false: an item's row is hidden as a whole, so nothing of the group may be computed with it. */
static bool fill_piece(struct wrd_arena *arena, const struct guard *item, bool published,
                       const struct wrd_table *table, size_t g, struct piece *piece)
{
    const struct view *view = published ? wrd_view_like(item, table) : NULL;

    *piece = (struct piece){ .guard = item, .group = g };
    piece->counts = wrd_table_counts(same_table(item->outcome, table), g);
    if (view) {
        if (view->row_hidden[g])
            return false;
        piece->grid = &item->facets[0].grids[view - item->views];
    }
    int64_t units = whole_units(item->outcome->score, item->outcome->n_categories);
    if (units == 0)
        return false;
    piece->score = scores_in(arena, item->outcome, units);
    return true;
}

static double mean_index(const struct wrd_outcome *scale, const struct wrd_table *table, size_t g)
{
    const uint64_t *counts = wrd_table_counts(table, g);
    double sum = 0;

    for (size_t c = 0; c < scale->n_categories; c++)
        sum += (double)counts[c] * scale->score[c];
    return sum / (double)wrd_table_base(table, g);
}

/* All respondents alike on an item (R3) or the item not there: no index. */
static bool pieces_of(struct wrd_arena *arena, const struct guard *guard,
                      const struct guard *guards, size_t n_guards, size_t v, size_t g,
                      struct piece *pieces, int64_t *full)
{
    const struct wrd_outcome *scale = guard->outcome;
    const struct wrd_table *table = guard->views[v].table;

    *full = 1;
    for (size_t i = 0; i < scale->n_items; i++) {
        const struct guard *item = wrd_guard_of(guards, n_guards, scale->items[i]);
        if (!same_table(item->outcome, table))
            return false;
        if (!fill_piece(arena, item, item->outcome->published, table, g, &pieces[i]))
            return false;
        int64_t range = score_range(pieces[i].score, item->outcome->n_categories);
        if (range == 0 || *full > (INT64_C(1) << 40) / range)
            return false;
        *full = *full / gcd(*full, range) * range;
    }
    for (size_t i = 0; i < scale->n_items; i++)
        scale_scores(pieces[i].score, pieces[i].guard->outcome->n_categories, *full,
                     scale->reversed[i]);
    return true;
}

static bool nothing_unseen(const struct piece *piece)
{
    const struct guard *guard = piece->guard;

    for (size_t c = 0; c < guard->outcome->n_categories; c++) {
        if (!piece->grid)
            return false;
        size_t set = wrd_facet_set(guard->facets, piece->grid, c);
        if (piece->grid->mark[wrd_grid_at(piece->grid, piece->group, set)] != MARK_SHOWN ||
            (wrd_answer_merged(guard->facets, piece->grid, c) &&
             wrd_unsafe(&guard->rules, piece->counts[c])))
            return false;
    }
    return true;
}

static void guard_index(struct wrd_arena *arena, struct guard *guard, const struct guard *guards,
                        size_t n_guards, size_t v, size_t g)
{
    const struct wrd_outcome *scale = guard->outcome;
    struct view *view = &guard->views[v];
    struct piece *pieces = wrd_arena_take_array(arena, scale->n_items, sizeof *pieces);
    int64_t full, sum = 0;
    bool clean = true;

    if (!pieces_of(arena, guard, guards, n_guards, v, g, pieces, &full)) {
        view->mean_hidden[g] = true;
        return;
    }
    for (size_t i = 0; i < scale->n_items; i++) {
        clean &= nothing_unseen(&pieces[i]);
        for (size_t c = 0; c < pieces[i].guard->outcome->n_categories; c++)
            sum += (int64_t)pieces[i].counts[c] * pieces[i].score[c];
    }
    if (clean) {
        view->mean_interval[g] = true;
        return;
    }
    /* k n index = sum of the item sums + extra, with the true extra given to the attacker */
    double per_point =
        (double)scale->n_items * (double)wrd_table_base(view->table, g) * (double)full / 100;
    double extra = mean_index(scale, view->table, g) * per_point - (double)sum;
    view->mean_hidden[g] =
        !hold(arena, pieces, scale->n_items, extra, 1 / per_point, 0, guard->rules.cell);
}

/* --- each kind of outcome */

static void guard_item(struct wrd_arena *arena, struct guard *guard, size_t v, size_t g)
{
    struct view *view = &guard->views[v];
    struct piece piece = {
        .guard = guard,
        .counts = wrd_table_counts(view->table, g),
        .grid = &guard->facets[0].grids[v],
        .group = g,
    };

    view->mean_interval[g] = nothing_unseen(&piece);
    view->mean_hidden[g] =
        !view->mean_interval[g] && !(guard->outcome->score && item_mean_holds(arena, guard, v, g));
}

/* A number's distinct values are its cells: where none is unsafe there is nothing to hide. */
static void guard_number(struct wrd_arena *arena, struct guard *guard, size_t v, size_t g)
{
    struct view *view = &guard->views[v];
    const uint64_t *counts = wrd_table_counts(view->table, g);
    bool unsafe = false;

    for (size_t c = 0; c < guard->outcome->n_categories; c++)
        unsafe |= wrd_unsafe(&guard->rules, counts[c]);
    view->mean_interval[g] = !unsafe;
    view->mean_hidden[g] = unsafe && !item_mean_holds(arena, guard, v, g);
}

/* The breadth is the sum of the mentions: it is shown where all of them are. */
static void guard_breadth(struct guard *guard, size_t v, size_t g)
{
    struct view *view = &guard->views[v];

    for (size_t f = 0; f < guard->n_facets; f++)
        if (guard->facets[f].grids[v].mark[wrd_grid_at(&guard->facets[f].grids[v], g, 0)] !=
            MARK_SHOWN)
            view->mean_hidden[g] = true;
    view->mean_interval[g] = !view->mean_hidden[g];
}

static void guard_group(struct wrd_arena *arena, struct guard *guard, const struct guard *guards,
                        size_t n_guards, size_t v, size_t g)
{
    struct view *view = &guard->views[v];

    if (view->row_hidden[g])
        view->mean_hidden[g] = true;
    else if (wrd_table_base(view->table, g) == 0)
        return;
    else if (guard->rules.profile == WRD_PROFILE_BASE_ONLY)
        view->mean_interval[g] = true;
    else if (guard->outcome->kind == WRD_OUTCOME_ITEM)
        guard_item(arena, guard, v, g);
    else if (guard->outcome->kind == WRD_OUTCOME_NUMBER)
        guard_number(arena, guard, v, g);
    else if (guard->outcome->kind == WRD_OUTCOME_SCALE)
        guard_index(arena, guard, guards, n_guards, v, g);
    else
        guard_breadth(guard, v, g);
}

/* A single hidden mean of a breakdown follows from the others and everybody's: the smallest other
 * group goes with it. */
static void hide_second_mean(struct guard *guard, size_t v)
{
    struct view *view = &guard->views[v];
    size_t hidden = 0, best = SIZE_MAX;

    for (size_t g = 0; g < view->table->n_groups; g++) {
        uint64_t base = wrd_table_base(view->table, g);
        if (base == 0)
            continue;
        if (view->mean_hidden[g])
            hidden++;
        else if (best == SIZE_MAX || base < wrd_table_base(view->table, best))
            best = g;
    }
    if (hidden == 1 && best != SIZE_MAX && !guard->views[0].mean_hidden[0])
        view->mean_hidden[best] = true;
}

void wrd_guard_means(struct guard *guard, const struct guard *guards, size_t n_guards)
{
    for (size_t v = 0; v < guard->n_views; v++) {
        for (size_t g = 0; g < guard->views[v].table->n_groups; g++) {
            struct wrd_arena *scratch = wrd_arena_new();
            guard_group(scratch, guard, guards, n_guards, v, g);
            wrd_arena_free(scratch);
        }
        if (v > 0 && guard->rules.profile != WRD_PROFILE_BASE_ONLY)
            hide_second_mean(guard, v);
    }
}
