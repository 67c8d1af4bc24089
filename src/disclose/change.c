/* Which changes between waves may be seen.
 *
 * A change is made of figures that are shown, and of nothing else: so no figure that is hidden in
 * one wave follows from the other wave and the change (the cells are looked up in what was sealed,
 * not in the tables).  Its test uses variances, so both must be shown with their interval (R11).
 * Who took part in both waves is a third population beside the two (R8): where fewer than ten left
 * or joined, the change would be about those few.  Of waves that are linked the bounds lean on how
 * many gave an answer in both waves, a count that no table shows: few answers have none. */
#include "disclose/guard.h"

#include <math.h>
#include <string.h>

#include "core/number.h"

enum { LEAST_MOVED = 10 };

/* Bounds that are rounded to half a point leave the count of those who gave an answer in both waves
 * uncertain by about sqrt(V) * .0025 * n^2, V the variance of the change, at most .5 / n: .0018 n^1.5
 * respondents.  From 200 answers on that is 5 and more to either side, twice the width that a hidden
 * count of volunteers needs. */
enum { LEAST_LINKED = 200 };

static const struct wrd_seen_table *total_of(const struct wrd_seen_table *tables, size_t n_tables,
                                             const struct wrd_outcome *outcome, size_t wave)
{
    for (size_t i = 0; i < n_tables; i++)
        if (!tables[i].by && tables[i].wave == wave && tables[i].source == outcome->source &&
            tables[i].outcome->variable == outcome->variable &&
            tables[i].outcome->scale == outcome->scale)
            return &tables[i];
    return NULL;
}

static const struct wrd_seen *cell_of(const struct wrd_seen_table *table, const struct wrd_row *row)
{
    for (size_t r = 0; table && r < table->n_rows; r++)
        if (table->rows[r]->statistic == row->statistic &&
            strcmp(table->rows[r]->code, row->code) == 0)
            return wrd_seen_cell(table, 0, r);
    return NULL;
}

/* Between nobody and ten; who has no id may have left or not. */
static bool few(uint64_t known, uint64_t unknown)
{
    return known < LEAST_MOVED && known + unknown > 0;
}

static bool few_moved(const struct guard *guard, const struct wrd_panel *panel)
{
    return guard->rules.profile != WRD_PROFILE_BASE_ONLY && panel->stayers > 0 &&
           (few(panel->leavers, panel->unknown_before) || few(panel->joiners, panel->unknown_now));
}

static bool seen_with_interval(const struct wrd_seen *cell)
{
    return cell && cell->state == WRD_SHOWN && cell->has_interval;
}

static bool is_undefined(const struct wrd_seen *cell)
{
    return cell && cell->state == WRD_NOT_DEFINED;
}

/* Rounded last, from the difference of the unrounded figures; never -0. */
static double as_shown(const struct wrd_row *row, double value)
{
    const bool share = row->statistic == WRD_SHARE || row->statistic == WRD_TOP2;
    return wrd_round(share ? 100 * value : value, wrd_statistic_decimals(row->statistic)) + 0.0;
}

static struct wrd_seen_change shown_change(const struct wrd_trend *trend, const struct wrd_row *row,
                                           const struct wrd_change *change, char flag)
{
    struct wrd_seen_change seen = {
        .cell = { .state = WRD_SHOWN,
                  .has_n = true,
                  .flag = flag,
                  .value = as_shown(row, change->value),
                  .n = change->n },
        .verdict = change->verdict,
    };
    if ((!trend->linked || change->n >= LEAST_LINKED) && isfinite(change->lo) &&
        isfinite(change->hi)) {
        seen.cell.has_interval = true;
        seen.cell.lo = as_shown(row, change->lo);
        seen.cell.hi = as_shown(row, change->hi);
    }
    return seen;
}

static struct wrd_seen_change without_value(enum wrd_state state, char flag)
{
    return (struct wrd_seen_change){ .cell = { .state = state, .flag = flag } };
}

static struct wrd_seen_change seen_change(const struct guard *guard, size_t row,
                                          const struct wrd_seen *before, const struct wrd_seen *now)
{
    const struct wrd_trend *trend = guard->outcome->trend;
    const struct wrd_change *change = &trend->changes[row];
    const struct wrd_row *stub = &guard->outcome->rows[row];
    if (!wrd_change_name(stub->statistic))
        return without_value(WRD_NOT_DEFINED, 0);
    if (trend->breaks) {
        struct wrd_seen_change seen = without_value(WRD_NOT_DEFINED, 'b');
        seen.verdict = WRD_VERDICT_BREAK;
        return seen;
    }
    if (is_undefined(before) || is_undefined(now))
        return without_value(WRD_NOT_DEFINED, 'z');
    if (!seen_with_interval(before) || !seen_with_interval(now) || few_moved(guard, &trend->panel))
        return without_value(WRD_HIDDEN, 'c');
    if (change->verdict == WRD_VERDICT_NONE)
        return without_value(WRD_NOT_DEFINED, 'z');
    return shown_change(trend, stub, change, before->flag == 'u' || now->flag == 'u' ? 'u' : 0);
}

/* Of a line every point is seen, and between no two of them few moved. */
static enum wrd_verdict seen_line(const struct guard *guard, size_t row,
                                  const struct wrd_seen_table *tables, size_t n_tables)
{
    const struct wrd_outcome *outcome = guard->outcome;
    const struct wrd_trend *trend = outcome->trend;
    if (!trend->slopes)
        return WRD_VERDICT_NONE;
    for (size_t i = 0; i < trend->n_waves; i++)
        if (!seen_with_interval(cell_of(total_of(tables, n_tables, outcome, trend->waves[i]),
                                        &outcome->rows[row])) ||
            (i > 0 && few_moved(guard, &trend->panels[i - 1])))
            return WRD_VERDICT_NONE;
    return trend->slopes[row].verdict;
}

void wrd_seal_changes(struct wrd_arena *arena, const struct guard *guard,
                      const struct wrd_seen_table *tables, size_t n_tables,
                      struct wrd_seen_table *now)
{
    const struct wrd_outcome *outcome = guard->outcome;
    const struct wrd_trend *trend = outcome->trend;
    const struct wrd_seen_table *before;
    struct wrd_seen_change *changes;
    if (!trend || now->n_rows == 0)
        return;
    before = total_of(tables, n_tables, outcome, trend->before);
    changes = wrd_arena_take_array(arena, now->n_rows, sizeof *changes);
    for (size_t r = 0; r < now->n_rows; r++) {
        const size_t row = (size_t)(now->rows[r] - outcome->rows);
        changes[r] =
            seen_change(guard, row, cell_of(before, now->rows[r]), wrd_seen_cell(now, 0, r));
        changes[r].line = seen_line(guard, row, tables, n_tables);
    }
    now->changes = changes;
    now->before = trend->before;
    now->line_first = trend->slopes ? trend->waves[0] : trend->before;
    now->linked = trend->linked;
}
