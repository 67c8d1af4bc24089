/* gap_side.c - see gap_side.h.  Sums over the volunteers of an organisation are of whole numbers, and
 * organisations are counted by what they differ: no order of a file can be seen in the result. */
#include "tabulate/gap_side.h"

#include <math.h>
#include <stdlib.h>

#include "core/number.h"
#include "stats/fixed.h"
#include "tabulate/derived.h"
#include "tabulate/influence.h"
#include "tabulate/precision.h"
#include "tabulate/together.h"

static const struct wrd_row index_row = { .statistic = WRD_INDEX };

bool wrd_can_be_indexed(const struct wrd_variable *variable)
{
    const struct wrd_list *list = variable->list;
    if (!list || !list->all_scored || variable->type != WRD_TYPE_SINGLE)
        return false;
    for (size_t a = 1; a < list->n_answers; a++)
        if (wrd_decimal_compare(list->answers[a]->score, list->answers[0]->score) != 0)
            return true;
    return false;
}

/* The mean of a column: of everybody, or of who has answer 0 of `among`. */
static struct wrd_figure mean_of(const struct wrd_index *side, const struct wrd_column *among)
{
    static const uint16_t all_of_it[1];
    struct wrd_arena *scratch = wrd_arena_new();
    const struct wrd_grouping grouping = wrd_grouping_new(scratch, side->frame, among);
    const struct wrd_tally tally = wrd_tally_new(scratch, side->frame, &grouping, &side->column);
    struct wrd_cut cut = wrd_cut_of(scratch, &tally, &grouping, all_of_it, 1);
    if (!wrd_precision_from_sums(&side->frame->design))
        cut.slots = wrd_slots_of(scratch, side->frame, &side->column, &grouping, all_of_it, 1);
    const struct wrd_figure figure =
        wrd_figure_of(scratch, side->sample, &side->measure, &index_row, &cut, NULL);
    wrd_arena_free(scratch);
    return figure;
}

enum wrd_status wrd_index_take(struct wrd_arena *arena, const struct wrd_codebook *book,
                               const struct wrd_frame *frame, const struct wrd_sample *sample,
                               const struct wrd_scale *of, const size_t *items, size_t k,
                               struct wrd_diag *diag, struct wrd_index *side)
{
    const struct wrd_scale half = { .name = of->name, .place = of->place };
    *side = (struct wrd_index){ .frame = frame, .sample = sample };
    const enum wrd_status status =
        wrd_scale_column(arena, book, frame, &half, items, k, diag, &side->column);
    if (status != WRD_OK)
        return status;
    double *y = wrd_arena_take_array(arena, side->column.n_codes, sizeof *y);
    for (size_t v = 0; v < side->column.n_codes; v++)
        y[v] = wrd_percent_of(side->column.score[v], side->column.score_unit);
    side->measure = (struct wrd_measure){ .y = y, .highest = 100 };
    side->figure = mean_of(side, NULL);
    return WRD_OK;
}

struct wrd_scores wrd_index_scores(struct wrd_arena *arena, const struct wrd_index *side)
{
    const size_t n_slots = side->column.n_codes + WRD_REASON_SLOTS;
    const struct wrd_grouping everybody = wrd_grouping_new(arena, side->frame, NULL);
    double *deviation = wrd_arena_take_array(arena, n_slots, sizeof *deviation);
    wrd_row_deviations(&index_row, &side->measure, n_slots, &side->figure, deviation);
    return (struct wrd_scores){
        wrd_slots_of(arena, side->frame, &side->column, &everybody, NULL, 0), deviation, n_slots
    };
}

/* --- pairs: an organisation and its volunteers */

/* The volunteers of one organisation: sum of weight and of weight * score, in whole numbers. */
struct helpers {
    uint64_t id;
    wrd_i128 weight, score;
    uint64_t n;
    bool met; /* the organisation gave an answer */
};

static int by_id(const void *left, const void *right)
{
    const struct helpers *a = left, *b = right;
    return (a->id > b->id) - (a->id < b->id);
}

static bool has_answer(const struct wrd_index *side, size_t i)
{
    return wrd_column_code(&side->column, i) < side->column.n_codes;
}

static int64_t weight_of(const struct wrd_frame *frame, size_t i)
{
    return frame->weight ? frame->weight[i] : 1;
}

/* Sorted by id; who gave no answer, or names no organisation, helps none. */
static size_t list_helpers(const struct wrd_index *side, const struct wrd_column *link,
                           struct helpers *helpers)
{
    size_t n = 0, kept = 0;
    for (size_t i = 0; link->id && i < side->frame->n; i++) {
        const int64_t weight = weight_of(side->frame, i);
        if (link->id[i] != 0 && weight > 0 && has_answer(side, i))
            helpers[n++] = (struct helpers){
                link->id[i], weight,
                (wrd_i128)weight * side->column.score[wrd_column_code(&side->column, i)], 1, false
            };
    }
    if (n > 0)
        qsort(helpers, n, sizeof *helpers, by_id);
    for (size_t i = 0; i < n; i++) {
        if (kept == 0 || helpers[kept - 1].id != helpers[i].id) {
            helpers[kept++] = helpers[i];
            continue;
        }
        helpers[kept - 1].weight += helpers[i].weight;
        helpers[kept - 1].score += helpers[i].score;
        helpers[kept - 1].n++;
    }
    return kept;
}

static double mean_score(const struct helpers *helpers, int64_t unit)
{
    return 100 * (double)helpers->score / ((double)helpers->weight * (double)unit);
}

/* gap[i], NaN: the organisation is not linked; returns how many are. */
static size_t gaps_of(const struct wrd_index sides[WRD_GAP_SIDES], const struct wrd_column *link,
                      struct helpers *helpers, size_t n_helpers, double *gap)
{
    const struct wrd_index *organisations = &sides[WRD_GAP_ORGANISATIONS];
    size_t n = 0;
    for (size_t i = 0; i < organisations->frame->n; i++) {
        const struct helpers key = { .id = link->id ? link->id[i] : 0 };
        struct helpers *own = NULL;
        if (key.id != 0 && n_helpers > 0 && has_answer(organisations, i))
            own = bsearch(&key, helpers, n_helpers, sizeof *helpers, by_id);
        gap[i] = NAN;
        if (!own)
            continue;
        own->met = true;
        gap[i] = organisations->measure.y[wrd_column_code(&organisations->column, i)] -
                 mean_score(own, sides[WRD_GAP_VOLUNTEERS].column.score_unit);
        n++;
    }
    return n;
}

static int by_size(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* The distinct gaps, rising; 0: more than a column has codes. */
static size_t distinct(const double *gap, size_t n, double *sorted)
{
    size_t known = 0, kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!isnan(gap[i]))
            sorted[known++] = gap[i];
    if (known > 0)
        qsort(sorted, known, sizeof *sorted, by_size);
    for (size_t i = 0; i < known; i++)
        if (kept == 0 || sorted[kept - 1] != sorted[i])
            sorted[kept++] = sorted[i];
    return kept < WRD_FIRST_REASON16 ? kept : 0;
}

/* A column of gaps: its codes are the distinct ones. */
static struct wrd_column code_gaps(struct wrd_arena *arena, const double *gap, size_t n,
                                   const double *sorted, size_t known)
{
    struct wrd_column column = { .c16 = wrd_arena_take_array(arena, n, sizeof *column.c16),
                                 .n_codes = known };
    for (size_t i = 0; i < n; i++) {
        const double *at = isnan(gap[i]) || known == 0
                               ? NULL
                               : bsearch(&gap[i], sorted, known, sizeof *sorted, by_size);
        column.c16[i] = at ? (uint16_t)(at - sorted) : WRD_FIRST_REASON16 + WRD_EMPTY;
    }
    return column;
}

/* Who is linked, as a group of its own. */
static struct wrd_column linked_column(struct wrd_arena *arena, const double *gap, size_t n)
{
    struct wrd_column column = { .c8 = wrd_arena_take_array(arena, n, 1), .n_codes = 1 };
    for (size_t i = 0; i < n; i++)
        column.c8[i] = isnan(gap[i]) ? WRD_FIRST_REASON + WRD_EMPTY : 0;
    return column;
}

static int by_number(const void *left, const void *right)
{
    const uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* Volunteers of organisations that have more than `times` as many as `size`, or fewer than that part of it. */
static uint64_t of_other_size(const uint64_t *sizes, size_t n, uint64_t size, uint64_t times)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        if (sizes[i] > times * size || times * sizes[i] < size)
            sum += sizes[i];
    return sum;
}

/* Of organisations of one size the mean of means is the mean of all their volunteers, and of about one size
 * nearly so: those of another size then follow from both.  Beside every size, and sizes up to twice and
 * down to half of it; 0: nobody is. */
static uint64_t least_of_other_size(const struct helpers *helpers, size_t n_helpers)
{
    enum { SAME = 1, ABOUT = 2 };
    uint64_t *sizes = wrd_alloc(n_helpers, sizeof *sizes), least = 0;
    size_t n = 0;
    for (size_t h = 0; h < n_helpers; h++)
        if (helpers[h].met)
            sizes[n++] = helpers[h].n;
    if (n > 0)
        qsort(sizes, n, sizeof *sizes, by_number);
    for (size_t i = 0; i < n; i++)
        for (uint64_t times = SAME; (i == 0 || sizes[i] != sizes[i - 1]) && times <= ABOUT;
             times++) {
            const uint64_t others = of_other_size(sizes, n, sizes[i], times);
            least = others > 0 && (least == 0 || others < least) ? others : least;
        }
    free(sizes);
    return least;
}

/* Pairs of an organisation and its only volunteer are one sample of two answers. */
static uint64_t least_in_pairs(struct wrd_arena *arena, const struct wrd_index sides[WRD_GAP_SIDES],
                               const struct wrd_column *link, const struct helpers *helpers,
                               size_t n_helpers, const double *gap)
{
    const struct wrd_index *organisations = &sides[WRD_GAP_ORGANISATIONS];
    const size_t n = organisations->frame->n;
    int64_t *theirs = wrd_arena_take_array(arena, n, sizeof *theirs);
    int64_t *helps = wrd_arena_take_array(arena, n, sizeof *helps);
    for (size_t h = 0; h < n_helpers; h++)
        if (helpers[h].met && helpers[h].n > 1)
            return 0;
    for (size_t i = 0; i < n; i++) {
        const struct helpers key = { .id = link->id ? link->id[i] : 0 };
        theirs[i] = helps[i] = WRD_NO_SCORE;
        if (isnan(gap[i]))
            continue;
        const struct helpers *own = bsearch(&key, helpers, n_helpers, sizeof *helpers, by_id);
        theirs[i] = organisations->column.score[wrd_column_code(&organisations->column, i)];
        helps[i] = (int64_t)(own->score / own->weight);
    }
    return wrd_least_together(theirs, helps, n);
}

static struct wrd_linked count_linked(const struct wrd_index sides[WRD_GAP_SIDES], size_t n_linked,
                                      const struct helpers *helpers, size_t n_helpers)
{
    struct wrd_linked linked = { .organisations = n_linked,
                                 .of_other_size = least_of_other_size(helpers, n_helpers) };
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        linked.left_out[side] = sides[side].figure.n;
    linked.left_out[WRD_GAP_ORGANISATIONS] -= n_linked;
    for (size_t h = 0; h < n_helpers; h++)
        if (helpers[h].met)
            linked.left_out[WRD_GAP_VOLUNTEERS] -= helpers[h].n;
    return linked;
}

struct wrd_figure wrd_paired_mean(struct wrd_arena *arena,
                                  const struct wrd_index sides[WRD_GAP_SIDES],
                                  const struct wrd_column *const links[WRD_GAP_SIDES],
                                  struct wrd_linked *linked)
{
    const struct wrd_index *organisations = &sides[WRD_GAP_ORGANISATIONS];
    const size_t n = organisations->frame->n;
    struct helpers *helpers =
        wrd_arena_take_array(arena, sides[WRD_GAP_VOLUNTEERS].frame->n, sizeof *helpers);
    double *gap = wrd_arena_take_array(arena, n, sizeof *gap);
    double *sorted = wrd_arena_take_array(arena, n, sizeof *sorted);
    const size_t n_helpers =
        list_helpers(&sides[WRD_GAP_VOLUNTEERS], links[WRD_GAP_VOLUNTEERS], helpers);
    const size_t n_linked = gaps_of(sides, links[WRD_GAP_ORGANISATIONS], helpers, n_helpers, gap);
    const size_t known = distinct(gap, n, sorted);
    *linked = count_linked(sides, n_linked, helpers, n_helpers);
    linked->least_together =
        least_in_pairs(arena, sides, links[WRD_GAP_ORGANISATIONS], helpers, n_helpers, gap);
    const struct wrd_column among = linked_column(arena, gap, n);
    struct wrd_index paired = *organisations;
    paired.column = code_gaps(arena, gap, n, sorted, known);
    paired.measure = (struct wrd_measure){ .y = sorted, .lowest = -100, .highest = 100 };
    return mean_of(&paired, &among);
}
