#include "disclose/worlds.h"

#include "core/number.h"

#include <math.h>

/* Units per 1 in which all scores are whole (a power of ten); 0: there is none down to 10^-6. */
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

bool wrd_item_init(struct wrd_arena *arena, const struct guard *guard, const uint64_t *counts,
                   const struct grid *grid, size_t group, bool reversed, struct item *item)
{
    const struct wrd_outcome *outcome = guard->outcome;
    size_t n = outcome->n_categories;

    *item = (struct item){ .guard = guard, .counts = counts, .grid = grid, .group = group };
    item->units = outcome->score ? whole_units(outcome->score, n) : 0;
    if (item->units == 0)
        return false;
    item->score = wrd_arena_take_array(arena, n, sizeof *item->score);
    for (size_t c = 0; c < n; c++) {
        int64_t score = llround(outcome->score[c] * (double)item->units);
        item->score[c] = reversed ? -score : score;
        item->sum += (int64_t)counts[c] * item->score[c];
    }
    return true;
}

int64_t wrd_item_range(const struct item *item)
{
    int64_t low = item->score[0], high = item->score[0];

    for (size_t c = 1; c < item->guard->outcome->n_categories; c++) {
        low = item->score[c] < low ? item->score[c] : low;
        high = item->score[c] > high ? item->score[c] : high;
    }
    return high - low;
}

/* The mark of the set that holds the category. */
static bool shown(const struct item *item, size_t category, bool *merged)
{
    const struct facet *facet = item->guard->facets;

    if (!item->grid)
        return false;
    *merged = wrd_answer_merged(facet, item->grid, category);
    size_t set = wrd_facet_set(facet, item->grid, category);
    return item->grid->mark[wrd_grid_at(item->grid, item->group, set)] == MARK_SHOWN;
}

bool wrd_item_seen(const struct item *item)
{
    for (size_t c = 0; c < item->guard->outcome->n_categories; c++) {
        bool merged = false;
        if (!shown(item, c, &merged))
            return false;
        if (merged && wrd_unsafe(&item->guard->rules, item->counts[c]))
            return false;
    }
    return true;
}

struct window wrd_window_open(void)
{
    return (struct window){ INT64_MIN / 4, INT64_MAX / 4 };
}

void wrd_window_narrow(struct window *window, const struct item *item, double extra, double scale,
                       int decimals)
{
    double seen = wrd_round(((double)item->sum + extra) * scale, decimals);
    double half = 0.5 / (decimals ? 10 : 1);
    int64_t lo = (int64_t)ceil((seen - half) / scale - extra) - 1;
    int64_t hi = (int64_t)floor((seen + half) / scale - extra) + 1;

    while (lo < item->sum && wrd_round(((double)lo + extra) * scale, decimals) < seen)
        lo++;
    while (hi > item->sum && wrd_round(((double)hi + extra) * scale, decimals) > seen)
        hi--;
    window->lo = lo > window->lo ? lo : window->lo;
    window->hi = hi < window->hi ? hi : window->hi;
}

void wrd_window_mean(struct window *window, const struct item *item, uint64_t base)
{
    wrd_window_narrow(window, item, 0, 1.0 / ((double)base * (double)item->units), 1);
}

/* --- the pools of the item: what is shown by itself comes off the window */

static void pool_add(struct pool *pool, int64_t score, uint64_t count)
{
    pool->score[pool->n] = score;
    pool->count[pool->n++] = count;
    pool->sum += count;
}

static struct pool pool_new(struct wrd_arena *arena, size_t room)
{
    return (struct pool){
        .score = wrd_arena_take_array(arena, room, sizeof(int64_t)),
        .count = wrd_arena_take_array(arena, room, sizeof(uint64_t)),
    };
}

/* A pool a merged set, and one (the last) for everything hidden. */
static void fill_pools(struct wrd_arena *arena, const struct item *item, struct pools *pools)
{
    size_t n = item->guard->outcome->n_categories;
    size_t n_sets = item->grid ? item->grid->n_sets : 0;

    pools->pool = wrd_arena_take_array(arena, n_sets + 1, sizeof *pools->pool);
    pools->n = n_sets + 1;
    for (size_t p = 0; p < pools->n; p++)
        pools->pool[p] = pool_new(arena, n);
    for (size_t c = 0; c < n; c++) {
        bool merged = false;
        size_t pool = n_sets;
        if (shown(item, c, &merged)) {
            if (!merged) {
                pools->lo -= (int64_t)item->counts[c] * item->score[c];
                pools->hi -= (int64_t)item->counts[c] * item->score[c];
                continue;
            }
            pool = wrd_facet_set(item->guard->facets, item->grid, c);
        }
        pool_add(&pools->pool[pool], item->score[c], item->counts[c]);
    }
}

bool wrd_item_holds(struct wrd_arena *arena, const struct item *item, struct window window)
{
    struct pools pools = { .lo = window.lo, .hi = window.hi };

    fill_pools(arena, item, &pools);
    return wrd_pools_hold(&pools, item->guard->rules.cell);
}
