/* check/patterns.c - METHOD 7.29: who answered in a way that makes one wonder.  The numbers are
 * those of stats/patterns.h; what is flagged is decided here.
 *
 * A flag sets nobody aside: it is counted in quality.csv and told, line by line, in the rows.csv of
 * the analyst alone. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check/batteries.h"
#include "check/same_answers.h"
#include "stats/patterns.h"
#include "waardering/steps.h"

enum { LEAST_TIMED = 20 };       /* a median of fewer respondents says little (R5) */
static const double little = 10; /* points of 100 that answers of a battery vary less than */

/* What the parts have in common. */
struct judging {
    struct wrd_arena *arena, *scratch; /* of the run; of this frame */
    const struct wrd_codebook *book;
    const struct wrd_frame *frame;
    struct wrd_patterns *patterns;
};

static void flag(const struct judging *j, size_t i, enum wrd_flag which)
{
    j->patterns->flags[i] |= (uint8_t)(1U << which);
}

static double answer_of(const struct wrd_column *column, const double *points, size_t i)
{
    const unsigned code = wrd_column_code(column, i);
    return code < column->n_codes ? points[code] : NAN;
}

static void judge_battery(const struct judging *j, const struct wrd_battery *battery)
{
    double *x = wrd_arena_take_array(j->scratch, battery->n, sizeof *x);
    for (size_t i = 0; i < j->frame->n; i++) {
        for (size_t k = 0; k < battery->n; k++)
            x[k] = answer_of(battery->items[k], battery->points, i);
        const struct wrd_pattern pattern = wrd_pattern_of(x, battery->n);
        if (pattern.answered < WRD_BATTERY_LEAST)
            continue;
        if (pattern.longest == pattern.answered)
            flag(j, i, WRD_STRAIGHT_LINING);
        else if (pattern.irv < little)
            flag(j, i, WRD_LOW_VARIATION);
    }
}

static void judge_batteries(const struct judging *j)
{
    const struct wrd_battery *batteries;
    const size_t n = wrd_batteries_find(j->scratch, j->book, j->frame, &batteries);
    for (size_t b = 0; b < n; b++)
        judge_battery(j, &batteries[b]);
    j->patterns->judged[WRD_STRAIGHT_LINING] = n > 0;
    j->patterns->judged[WRD_LOW_VARIATION] = n > 0;
}

/* An item of a scale, as asked. */
struct item {
    const struct wrd_column *column;
    const double *points;
    bool reverse;
};

static size_t find_items(const struct judging *j, size_t scale, struct item *items)
{
    size_t *variables = wrd_arena_take_array(j->scratch, j->book->n_variables, sizeof *variables);
    const size_t k =
        wrd_scale_items(j->book, scale, j->frame->source, variables, j->book->n_variables);
    size_t n = 0;
    for (size_t i = 0; i < k; i++) {
        const struct wrd_variable *variable = &j->book->variables[variables[i]];
        const struct wrd_column *column = &j->frame->columns[variables[i]];
        const double *points = wrd_list_points(j->scratch, variable->list);
        if (points && variable->type == WRD_TYPE_SINGLE && (column->c8 || column->c16))
            items[n++] = (struct item){ column, points, variable->reverse };
    }
    return n;
}

/* The same end of the list, as asked: of one that is turned round that is the opposite. */
static bool contradict(const struct item *a, const struct item *b, size_t i)
{
    const double x = answer_of(a->column, a->points, i), y = answer_of(b->column, b->points, i);
    return (x == 0 && y == 0) || (x == 100 && y == 100);
}

static void judge_pair(const struct judging *j, const struct item *a, const struct item *b)
{
    if (a->reverse == b->reverse)
        return;
    j->patterns->judged[WRD_CONTRADICTION] = true;
    for (size_t i = 0; i < j->frame->n; i++)
        if (contradict(a, b, i))
            flag(j, i, WRD_CONTRADICTION);
}

static void judge_scales(const struct judging *j)
{
    struct item *items = wrd_arena_take_array(j->scratch, j->book->n_variables + 1, sizeof *items);
    for (size_t s = 0; s < j->book->n_scales; s++) {
        const size_t n = find_items(j, s, items);
        for (size_t a = 0; a < n; a++)
            for (size_t b = a + 1; b < n; b++)
                judge_pair(j, &items[a], &items[b]);
    }
}

static bool has_times(const struct wrd_column *column, size_t n)
{
    for (size_t i = 0; column->units && i < n; i++)
        if (column->units[i] >= 0)
            return true;
    return false;
}

/* Begin and end: the dates of the source that have times, if there are two of them. */
static bool find_times(const struct judging *j, const struct wrd_column *times[2])
{
    size_t n = 0;
    for (size_t v = 0; v < j->book->n_variables; v++) {
        const struct wrd_variable *variable = &j->book->variables[v];
        if (!wrd_variable_of(variable, j->frame->source) || variable->type != WRD_TYPE_DATE ||
            !has_times(&j->frame->columns[v], j->frame->n))
            continue;
        if (n < 2)
            times[n] = &j->frame->columns[v];
        n++;
    }
    return n == 2;
}

/* -1: not known. */
static int64_t seconds_of(const struct wrd_column *const times[2], size_t i)
{
    const int64_t begin = times[0]->units[i], end = times[1]->units[i];
    return begin >= 0 && end > begin ? end - begin : -1;
}

static void judge_speed(const struct judging *j)
{
    const struct wrd_column *times[2];
    int64_t *known = wrd_arena_take_array(j->scratch, j->frame->n + 1, sizeof *known);
    size_t n = 0;
    if (!find_times(j, times))
        return;
    for (size_t i = 0; i < j->frame->n; i++)
        if (seconds_of(times, i) >= 0)
            known[n++] = seconds_of(times, i);
    j->patterns->judged[WRD_SPEEDER] = n >= LEAST_TIMED;
    if (n < LEAST_TIMED)
        return;
    const int64_t median_twice = wrd_median_twice(known, n);
    for (size_t i = 0; i < j->frame->n; i++)
        if (seconds_of(times, i) >= 0 && wrd_is_speeder(seconds_of(times, i), median_twice))
            flag(j, i, WRD_SPEEDER);
}

static void judge_same(const struct judging *j)
{
    uint8_t *same = wrd_arena_take_array(j->scratch, j->frame->n + 1, sizeof *same);
    j->patterns->judged[WRD_SAME_ANSWERS] = wrd_same_answers(j->book, j->frame, same);
    for (size_t i = 0; i < j->frame->n; i++)
        if (same[i])
            flag(j, i, WRD_SAME_ANSWERS);
}

static size_t count(const struct judging *j)
{
    size_t flags = 0;
    for (size_t i = 0; i < j->frame->n; i++) {
        for (int f = 0; f < WRD_FLAGS; f++)
            j->patterns->count[f] += j->patterns->flags[i] >> f & 1;
        j->patterns->flagged += j->patterns->flags[i] != 0;
    }
    for (int f = 0; f < WRD_FLAGS; f++)
        flags += j->patterns->count[f];
    return flags;
}

static int by_line(const void *a, const void *b)
{
    const struct wrd_set_aside *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return strcmp(x->reason, y->reason);
}

/* rows.csv tells of flags too, in the order of the file. */
static void add_lines(const struct judging *j, size_t n_flags, struct wrd_frame *frame)
{
    struct wrd_set_aside *all =
        wrd_arena_take_array(j->arena, frame->n_asides + n_flags + 1, sizeof *all);
    size_t n = frame->n_asides;
    if (n > 0)
        memcpy(all, frame->asides, n * sizeof *all);
    for (size_t i = 0; i < frame->n; i++)
        for (int f = 0; f < WRD_FLAGS; f++)
            if (j->patterns->flags[i] >> f & 1)
                all[n++] =
                    (struct wrd_set_aside){ frame->line[i], 0, wrd_flag_name((enum wrd_flag)f) };
    qsort(all, n, sizeof *all, by_line);
    frame->asides = all;
    frame->n_asides = n;
}

void wrd_check_patterns(struct wrd_arena *arena, const struct wrd_codebook *book,
                        struct wrd_frame *frame)
{
    struct wrd_patterns *patterns = wrd_arena_take(arena, sizeof *patterns);
    struct judging j = { arena, wrd_arena_new(), book, frame, patterns };
    *patterns = (struct wrd_patterns){ .flags = wrd_arena_take_array(arena, frame->n + 1, 1) };
    judge_batteries(&j);
    judge_scales(&j);
    judge_speed(&j);
    judge_same(&j);
    add_lines(&j, count(&j), frame);
    frame->patterns = patterns;
    wrd_arena_free(j.scratch);
}
