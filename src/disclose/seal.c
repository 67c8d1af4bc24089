/* The only maker of a release: copies what may be seen and erases the rest. */
#include "disclose/guard.h"

#include "core/number.h"
#include "model/release_body.h"
#include "stats/interval.h"

#include <math.h>

enum { MEDIAN_BASE = 20 }; /* R5 */

struct sealing {
    struct wrd_arena *arena;
    const struct wrd_tables *tables; /* of the wave being sealed */
    struct wrd_release *release;
    bool current; /* this wave, not an earlier one */
};

static bool visible(const struct guard *guard, size_t v, size_t g, const struct wrd_row *row)
{
    const struct view *view = &guard->views[v];

    if (view->row_hidden[g])
        return false;
    if (row->statistic == WRD_MEDIAN)
        return view->mean_interval[g] && wrd_table_base(view->table, g) >= MEDIAN_BASE;
    if (wrd_is_of_scores(row->statistic))
        return !view->mean_hidden[g];
    if (row->statistic == WRD_STAT_DONT_KNOW)
        return guard->dont_know->grids[v].mark[wrd_grid_at(&guard->dont_know->grids[v], g, 0)] ==
               MARK_SHOWN;
    return wrd_answers_visible(guard, v, g, row->parts, row->n_parts);
}

static bool interval_visible(const struct guard *guard, size_t v, size_t g,
                             const struct wrd_row *row)
{
    if (wrd_is_of_scores(row->statistic))
        return guard->views[v].mean_interval[g];
    if (row->statistic == WRD_STAT_DONT_KNOW)
        return true;
    return wrd_answers_clean(guard, v, g, row->parts, row->n_parts);
}

/* Percentages are kept as shares. */
static double per(enum wrd_statistic statistic)
{
    switch (statistic) {
    case WRD_SHARE:
    case WRD_TOP2:
    case WRD_BOTTOM2:
    case WRD_MENTIONS:
    case WRD_STAT_DONT_KNOW:
        return 100;
    default:
        return 1;
    }
}

static struct wrd_seen seen_cell(const struct guard *guard, size_t v, size_t g,
                                 const struct wrd_row *row, const struct wrd_figure *figure)
{
    uint64_t base = wrd_table_base(guard->views[v].table, g);
    int decimals = wrd_statistic_decimals(row->statistic);
    double times = per(row->statistic);

    if (base == 0 && !(row->statistic == WRD_STAT_DONT_KNOW && !visible(guard, v, g, row)))
        return (struct wrd_seen){ .state = WRD_NOT_DEFINED, .flag = 'z' };
    if (!visible(guard, v, g, row))
        return (struct wrd_seen){ .state = WRD_HIDDEN, .flag = 'c' };
    if (!figure->exists)
        return (struct wrd_seen){ .state = WRD_NOT_DEFINED, .flag = 'z' };
    struct wrd_seen seen = {
        .state = WRD_SHOWN,
        .value = wrd_round(figure->value * times, decimals),
        .has_n = true,
        .n = base,
    };
    if (isfinite(figure->lo) && isfinite(figure->hi) && interval_visible(guard, v, g, row)) {
        seen.has_interval = true;
        seen.lo = wrd_round(figure->lo * times, decimals);
        seen.hi = wrd_round(figure->hi * times, decimals);
    }
    /* METHOD 7.8 looks at the interval, so where that is not shown only n may decide (R11). */
    if (interval_visible(guard, v, g, row) ? figure->uncertain : wrd_is_few(base))
        seen.flag = 'u';
    return seen;
}

static bool row_in_coding(const struct wrd_row *row, bool falls_back)
{
    if (row->statistic == WRD_SD)
        return false;
    return row->coding == WRD_CODING_BOTH ||
           row->coding == (falls_back ? WRD_CODING_FALLBACK : WRD_CODING_FULL);
}

/* The outcome without its numbers: writers need its axes and labels. */
static const struct wrd_outcome *without_numbers(struct wrd_arena *arena,
                                                 const struct wrd_outcome *outcome)
{
    struct wrd_outcome *bare = wrd_arena_take(arena, sizeof *bare);

    *bare = *outcome;
    bare->tables = NULL;
    bare->n_tables = 0;
    bare->trend = NULL;
    bare->items = NULL;
    bare->reliability = NULL;
    bare->reversed = NULL;
    bare->n_items = 0;
    if (outcome->kind == WRD_OUTCOME_NUMBER || outcome->kind == WRD_OUTCOME_SCALE) {
        bare->score = NULL; /* the distinct values that occur */
        bare->n_categories = 0;
    }
    return bare;
}

static void count_cell(const struct sealing *sealing, const struct wrd_row *row,
                       const struct wrd_seen *seen)
{
    struct wrd_release_count *count = &sealing->release->count;
    bool hidden = seen->state == WRD_HIDDEN;

    if (!sealing->current)
        return;
    count->cells++;
    count->hidden += hidden;
    if (row->statistic == WRD_INDEX) {
        count->indices++;
        count->indices_hidden += hidden;
    }
}

static void seal_cells(const struct sealing *sealing, const struct guard *guard, size_t v,
                       struct wrd_seen_table *seen)
{
    const struct wrd_table *table = guard->views[v].table;
    const struct wrd_outcome *outcome = guard->outcome;
    const struct wrd_row **rows =
        wrd_arena_take_array(sealing->arena, outcome->n_rows, sizeof *rows);
    struct wrd_seen *cells =
        wrd_arena_take_array(sealing->arena, table->n_groups * outcome->n_rows, sizeof *cells);
    bool falls_back = wrd_view_falls_back(guard, &guard->views[v]);
    bool breaks = !sealing->current &&
                  wrd_series_breaks(sealing->tables->study, sealing->tables->codebook, outcome,
                                    sealing->tables->wave, sealing->release->wave);

    for (size_t r = 0; r < outcome->n_rows; r++)
        if (row_in_coding(&outcome->rows[r], falls_back))
            rows[seen->n_rows++] = &outcome->rows[r];
    for (size_t g = 0; g < table->n_groups; g++)
        for (size_t r = 0; r < seen->n_rows; r++) {
            struct wrd_seen *cell = &cells[g * seen->n_rows + r];
            size_t row = (size_t)(rows[r] - outcome->rows);
            *cell = seen_cell(guard, v, g, rows[r], wrd_table_figure(table, g, row));
            if (breaks && cell->state == WRD_SHOWN)
                cell->flag = 'b';
            count_cell(sealing, rows[r], cell);
        }
    seen->rows = rows;
    seen->cells = cells;
    if (sealing->current)
        wrd_mark_differences(&sealing->tables->tests, seen, cells);
}

static void seal_view(const struct sealing *sealing, const struct guard *guard, size_t v,
                      const struct wrd_outcome *bare)
{
    const struct view *view = &guard->views[v];
    struct wrd_release *release = sealing->release;
    struct wrd_seen_table *seen = &release->tables[release->n_tables++];

    *seen = (struct wrd_seen_table){
        .outcome = bare,
        .source = guard->outcome->source,
        .wave = guard->outcome->wave,
        .by = view->table->by,
        .design = wrd_view_design(guard, view),
        .groups = view->table->groups,
        .n_groups = view->table->n_groups,
    };
    release->count.tables += sealing->current;
    if (v > 0 && view->level == LEVEL_OUT)
        release->count.left_out += sealing->current;
    else
        seal_cells(sealing, guard, v, seen);
}

static void seal_wave(const struct sealing *sealing, const struct guard *guards)
{
    for (size_t i = 0; i < sealing->tables->n_outcomes; i++) {
        const struct guard *guard = &guards[i];
        if (!guard->outcome->published)
            continue;
        const struct wrd_outcome *bare = without_numbers(sealing->arena, guard->outcome);
        for (size_t v = 0; v < (sealing->current ? guard->n_views : 1); v++)
            seal_view(sealing, guard, v, bare);
    }
}

static void seal_responses(const struct sealing *sealing)
{
    struct wrd_release *release = sealing->release;
    for (size_t i = 0; i < sealing->tables->n_responses; i++)
        if (sealing->tables->responses[i].invited > 0)
            release->responses[release->n_responses++] = wrd_seen_response_of(
                sealing->arena, sealing->tables, &sealing->tables->responses[i], sealing->current);
}

/* What one table tells of how many respondents a group has, the other must not hide. */
static void agree_on_sizes(struct wrd_arena *arena, struct wrd_release *release)
{
    if (release->study->disclosure.profile == WRD_PROFILE_BASE_ONLY)
        return;
    for (size_t f = 0; f < release->n_fittings; f++)
        for (size_t r = 0; r < release->n_responses; r++)
            if (release->responses[r].wave == release->wave &&
                release->responses[r].source == release->fittings[f].source)
                wrd_agree_on_sizes(arena, &release->fittings[f], &release->responses[r]);
}

/* Without clusters the units are the respondents, whose number is known, so the degrees of freedom
 * tell how many strata were merged: each had one respondent. */
static void seal_sampling(const struct wrd_tables *tables, struct wrd_release *release)
{
    for (size_t source = 0; source < tables->study->n_sources; source++) {
        release->sampling[source] = tables->sampling[source];
        if (tables->sampling[source].merged > 0 && !tables->study->sources[source].design.cluster)
            release->sampling[source].degrees = NAN;
        release->sampling[source].merged = 0;
    }
}

/* Once all waves are sealed: a change looks at what is seen of both. */
static void seal_changes(struct wrd_arena *arena, const struct wrd_tables *now,
                         const struct guard *guards, struct wrd_release *release)
{
    for (size_t t = 0; t < release->n_tables; t++) {
        struct wrd_seen_table *table = &release->tables[t];
        for (size_t i = 0; i < now->n_outcomes && !table->by && table->wave == now->wave; i++) {
            const struct wrd_outcome *outcome = guards[i].outcome;
            if (outcome->source == table->source && outcome->variable == table->outcome->variable &&
                outcome->scale == table->outcome->scale)
                wrd_seal_changes(arena, &guards[i], release->tables, release->n_tables, table);
        }
    }
}

struct wrd_release *wrd_seal(struct wrd_arena *arena, const struct wrd_tables *const *tables,
                             size_t n_waves, struct guard *const *guards,
                             const struct wrd_quality *quality)
{
    const struct wrd_tables *now = tables[n_waves - 1];
    struct wrd_release *release = wrd_arena_take(arena, sizeof *release);
    size_t room = 0;

    *release =
        (struct wrd_release){ .study = now->study, .codebook = now->codebook, .wave = now->wave };
    seal_sampling(now, release);
    for (size_t w = 0; w < n_waves; w++)
        for (size_t i = 0; i < tables[w]->n_outcomes; i++)
            room += guards[w][i].n_views;
    release->tables = wrd_arena_take_array(arena, room, sizeof *release->tables);
    release->responses =
        wrd_arena_take_array(arena, n_waves * now->study->n_sources, sizeof *release->responses);
    for (size_t w = n_waves; w-- > 0;) {
        struct sealing sealing = { arena, tables[w], release, w == n_waves - 1 };
        seal_wave(&sealing, guards[w]);
        seal_responses(&sealing);
    }
    seal_changes(arena, now, guards[n_waves - 1], release);
    wrd_seal_headlines(arena, now, release->tables, release->n_tables);
    release->joints = wrd_seal_joints(arena, now, guards[n_waves - 1], &release->n_joints);
    release->gaps =
        wrd_seal_gaps(arena, now, guards[n_waves - 1], release->joints, &release->n_gaps);
    release->routes =
        wrd_seal_routes(arena, now, guards[n_waves - 1], release->joints, &release->n_routes);
    release->tasks = wrd_seal_tasks(arena, now, guards[n_waves - 1], &release->n_tasks);
    release->quality = wrd_mask_quality(arena, now, quality, guards[n_waves - 1], now->n_outcomes,
                                        &release->n_quality);
    release->fittings = wrd_seal_fittings(arena, now, &release->n_fittings);
    agree_on_sizes(arena, release);
    wrd_mask_effective(now->study, release->fittings, release->n_fittings, release->quality,
                       &release->n_quality);
    return release;
}
