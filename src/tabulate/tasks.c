/* tasks.c - the tasks of a municipality: which of them is the weakest, where that is clear.
 *
 * A task is the index of its items, each of everybody who has that one.  Two of them are of one sample,
 * and who is content with one is often content with the other: their covariance counts. */
#include <math.h>

#include "stats/design.h"
#include "tabulate/contrast.h"
#include "tabulate/influence.h"
#include "tabulate/trend.h"
#include "waardering/route.h"
#include "waardering/steps.h"

/* A task as its design sees it. */
struct task {
    const struct wrd_figure *figure;
    double *totals;  /* [units] */
    uint64_t *valid; /* [n_strata]: units with an answer */
};

static const struct wrd_figure *index_of(const struct wrd_outcome *outcome, size_t *row)
{
    for (*row = 0; *row < outcome->n_rows; ++*row)
        if (outcome->rows[*row].statistic == WRD_INDEX)
            return wrd_table_figure(&outcome->tables[0], 0, *row);
    return NULL;
}

static struct task task_of(struct wrd_arena *scratch, const struct wrd_tables *tables,
                           const struct wrd_frame *frame, const struct wrd_outcome *outcome,
                           struct wrd_diag *diag)
{
    const struct wrd_design *design = &frame->design;
    size_t row;
    struct task task = { .figure = index_of(outcome, &row) };
    if (!task.figure || !task.figure->exists)
        return task;
    const struct wrd_end end = wrd_end_of(scratch, tables->codebook, frame, outcome, true, diag);
    const size_t answers = end.subject.column.n_codes, n_slots = answers + WRD_REASON_SLOTS;
    double *deviation = wrd_arena_take_array(scratch, n_slots, sizeof *deviation);
    uint8_t *counts = wrd_arena_take_array(scratch, n_slots, sizeof *counts);
    for (size_t slot = 0; slot < answers; slot++)
        counts[slot] = 1;
    task.totals = wrd_arena_take_array(scratch, wrd_design_units(design), sizeof *task.totals);
    task.valid = wrd_arena_take_array(scratch, design->n_strata, sizeof *task.valid);
    wrd_row_deviations(&outcome->rows[row], &end.subject.measure, n_slots, task.figure, deviation);
    wrd_design_totals(design, &(const struct wrd_scores){ end.slots, deviation, n_slots },
                      task.totals);
    wrd_design_reach(design, end.slots, counts, n_slots, task.valid);
    return task;
}

/* Units of positive weight, by stratum. */
static uint64_t *units_of(struct wrd_arena *scratch, const struct wrd_design *design)
{
    uint64_t *units = wrd_arena_take_array(scratch, design->n_strata, sizeof *units);
    for (size_t u = 0; u < wrd_design_units(design); u++)
        if (wrd_unit_counts(design, u))
            units[wrd_unit_stratum(design, u)]++;
    return units;
}

/* Of a complete stratum: how many of its units answered both, at most. */
static double *fractions(struct wrd_arena *scratch, const struct wrd_design *design,
                         const struct task *a, const struct task *b)
{
    const uint64_t *units = units_of(scratch, design);
    double *fraction = wrd_arena_take_array(scratch, design->n_strata, sizeof *fraction);
    for (size_t h = 0; h < design->n_strata && design->fraction; h++) {
        const uint64_t valid = a->valid[h] < b->valid[h] ? a->valid[h] : b->valid[h];
        fraction[h] = design->fraction[h] < 1 || units[h] == 0 ? design->fraction[h]
                                                               : (double)valid / (double)units[h];
    }
    return fraction;
}

/* METHOD 7.10: what each adds to both, as one. */
static void compare(struct wrd_arena *scratch, const struct wrd_design *design,
                    const struct task *tasks, double confidence, struct wrd_contrast *pair)
{
    const struct task *a = &tasks[pair->a], *b = &tasks[pair->b];
    pair->exists = a->totals && b->totals;
    if (!pair->exists)
        return;
    const size_t units = wrd_design_units(design);
    double *z = wrd_arena_take_array(scratch, units, sizeof *z);
    for (size_t u = 0; u < units; u++)
        z[u] = a->totals[u] - b->totals[u];
    const double variance = wrd_design_is_lone(design)
                                ? NAN
                                : wrd_design_variance(design, fractions(scratch, design, a, b), z);
    pair->d = wrd_difference_of(a->figure->value - b->figure->value, variance, a->figure->df, NAN,
                                confidence);
}

/* Lower than every other. */
static int weakest_of(const struct wrd_contrasts *contrasts, double alpha)
{
    for (size_t a = 0; a < contrasts->of_n; a++) {
        bool lowest = true;
        for (size_t b = 0; b < contrasts->of_n; b++)
            lowest &= a == b || wrd_lies_above(contrasts, b, a, 0, alpha);
        if (lowest)
            return (int)a;
    }
    return WRD_NO_TASK;
}

static struct wrd_task_set tasks_of(struct wrd_arena *arena, struct wrd_tables *tables,
                                    const struct wrd_frame *frame,
                                    const struct wrd_relatives *relatives, struct wrd_diag *diag)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const double confidence = wrd_study_confidence(tables->study);
    struct task *tasks = wrd_arena_take_array(scratch, relatives->n, sizeof *tasks);
    struct wrd_contrasts contrasts = wrd_contrasts_new(scratch, relatives->n);
    for (size_t t = 0; t < relatives->n; t++)
        tasks[t] = task_of(scratch, tables, frame, relatives->of[t], diag);
    for (size_t i = 0; i < contrasts.n; i++)
        compare(scratch, &frame->design, tasks, confidence, &contrasts.of[i]);
    wrd_contrasts_judge(&contrasts);
    wrd_contrasts_tell(arena, &contrasts, relatives, WRD_TEST_T, "task", tables);
    const bool tested = wrd_contrasts_exist(&contrasts);
    const struct wrd_task_set set = { .source = frame->source,
                                      .n = relatives->n,
                                      .outcomes = relatives->of,
                                      .tested = tested,
                                      .weakest = tested ? weakest_of(&contrasts, 1 - confidence)
                                                        : WRD_NO_TASK };
    wrd_arena_free(scratch);
    return set;
}

void wrd_tasks(struct wrd_arena *arena, const struct wrd_frame *const *frames, size_t n_frames,
               struct wrd_diag *diag, struct wrd_tables *tables)
{
    tables->tasks = wrd_arena_take_array(arena, n_frames, sizeof *tables->tasks);
    for (size_t f = 0; f < n_frames; f++) {
        const struct wrd_relatives relatives =
            wrd_relatives_find(arena, tables, frames[f]->source, WRD_FAMILY_TASK);
        if (relatives.n > 1)
            tables->tasks[tables->n_tasks++] = tasks_of(arena, tables, frames[f], &relatives, diag);
    }
}
