/* scale.c - the score of a scale as a column of exact fractions.
 *
 * A score is sum(points_j / range_j) / valid.  In units of 1 / (lcm of the ranges * lcm(1..k)) that
 * is a whole number, so equal scores are equal whatever the order in which they were added. */
#include "tabulate/derived.h"

#include <string.h>

#include "core/number.h"

static int64_t gcd(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* false: does not fit. */
static bool grow_to_multiple(int64_t *lcm, int64_t of)
{
    return !__builtin_mul_overflow(*lcm, of / gcd(*lcm, of), lcm);
}

double wrd_percent_of(int64_t score, int64_t unit)
{
    int64_t common = gcd(unit, score);
    return 100.0 * (double)(score / common) / (double)(unit / common);
}

/* An item of the scale: points[a] / range is answer a between the lowest and the highest score. */
struct item {
    const struct wrd_variable *variable;
    const struct wrd_column *column;
    int64_t *points; /* [n_answers] */
    int64_t range;
};

static uint8_t most_decimals(const struct wrd_list *list)
{
    uint8_t most = 0;
    for (size_t a = 0; a < list->n_answers; a++)
        if (list->answers[a]->score.decimals > most)
            most = list->answers[a]->score.decimals;
    return most;
}

static bool read_scores(const struct wrd_list *list, int64_t *score)
{
    uint8_t decimals = most_decimals(list);
    for (size_t a = 0; a < list->n_answers; a++)
        if (!wrd_decimal_scale(list->answers[a]->score, decimals, &score[a]))
            return false;
    return true;
}

/* Lowest terms, so that scores 0 25 50 75 100 need no finer unit than 1 2 3 4 5. */
static void reduce(struct item *item, size_t n)
{
    int64_t common = item->range;
    for (size_t a = 0; a < n; a++)
        common = gcd(common, item->points[a]);
    item->range /= common;
    for (size_t a = 0; a < n; a++)
        item->points[a] /= common;
}

/* false: the scores do not fit in 63 bits. */
static bool find_points(struct wrd_arena *arena, struct item *item)
{
    const struct wrd_list *list = item->variable->list;
    int64_t *score = wrd_arena_take_array(arena, list->n_answers, sizeof *score);
    item->points = wrd_arena_take_array(arena, list->n_answers, sizeof *item->points);
    if (!read_scores(list, score))
        return false;
    int64_t lowest = score[0], highest = score[0];
    for (size_t a = 1; a < list->n_answers; a++) {
        lowest = score[a] < lowest ? score[a] : lowest;
        highest = score[a] > highest ? score[a] : highest;
    }
    if (__builtin_sub_overflow(highest, lowest, &item->range))
        return false;
    for (size_t a = 0; a < list->n_answers; a++)
        item->points[a] = item->variable->reverse ? highest - score[a] : score[a] - lowest;
    if (item->range > 0)
        reduce(item, list->n_answers);
    return true;
}

struct unit {
    int64_t ranges;  /* lcm of the items' ranges */
    int64_t answers; /* lcm of 1 .. k */
    int64_t all;     /* their product */
};

static bool find_unit(const struct item *items, size_t k, struct unit *unit)
{
    unit->ranges = unit->answers = 1;
    bool fits = true;
    for (size_t j = 0; j < k && fits; j++)
        fits = grow_to_multiple(&unit->ranges, items[j].range) &&
               grow_to_multiple(&unit->answers, (int64_t)j + 1);
    return fits && !__builtin_mul_overflow(unit->ranges, unit->answers, &unit->all);
}

/* sum[i] in units of 1 / unit.ranges, over the valid[i] items that i answered. */
static void add_item(const struct item *item, const struct unit *unit, size_t n, int64_t *sum,
                     uint16_t *valid)
{
    int64_t times = unit->ranges / item->range;
    for (size_t i = 0; i < n; i++) {
        unsigned code = wrd_column_code(item->column, i);
        if (code < item->column->n_codes) {
            sum[i] += item->points[code] * times;
            valid[i]++;
        }
    }
}

static size_t place_of(const int64_t *sorted, size_t n, int64_t score)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sorted[middle] < score)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The distinct scores, sorted.  There are few, so inserting is cheaper than sorting all of them;
 * returns how many, or more than a column of codes can hold. */
static size_t distinct_scores(const int64_t *score, size_t n, int64_t *sorted)
{
    size_t known = 0;
    for (size_t i = 0; i < n; i++) {
        size_t at = place_of(sorted, known, score[i]);
        if (score[i] == WRD_NO_SCORE || (at < known && sorted[at] == score[i]))
            continue;
        if (known == WRD_FIRST_REASON16)
            return known + 1;
        memmove(&sorted[at + 1], &sorted[at], (known - at) * sizeof *sorted);
        sorted[at] = score[i];
        known++;
    }
    return known;
}

bool wrd_score_column(struct wrd_arena *arena, const int64_t *score, int64_t unit, size_t n,
                      struct wrd_column *column)
{
    *column = (struct wrd_column){ .score_unit = unit };
    int64_t *sorted = wrd_arena_take_array(arena, WRD_FIRST_REASON16, sizeof *sorted);
    column->n_codes = distinct_scores(score, n, sorted);
    if (column->n_codes > WRD_FIRST_REASON16)
        return false;
    column->score = sorted;
    column->c16 = wrd_arena_take_array(arena, n, sizeof *column->c16);
    for (size_t i = 0; i < n; i++)
        column->c16[i] = score[i] == WRD_NO_SCORE
                             ? WRD_FIRST_REASON16 + WRD_EMPTY
                             : (uint16_t)place_of(sorted, column->n_codes, score[i]);
    return true;
}

static bool score_everybody(struct wrd_arena *arena, const struct item *items, size_t k,
                            size_t needed, size_t n, struct wrd_column *column)
{
    struct unit unit;
    if (!find_unit(items, k, &unit))
        return false;
    int64_t *score = wrd_arena_take_array(arena, n, sizeof *score);
    uint16_t *valid = wrd_arena_take_array(arena, n, sizeof *valid);
    for (size_t j = 0; j < k; j++)
        add_item(&items[j], &unit, n, score, valid);
    for (size_t i = 0; i < n; i++)
        score[i] = valid[i] >= needed ? score[i] * (unit.answers / valid[i]) : WRD_NO_SCORE;
    return wrd_score_column(arena, score, unit.all, n, column);
}

static bool can_be_scored(const struct wrd_variable *item)
{
    return item->list && item->list->n_answers > 0 && item->list->all_scored;
}

const int64_t *wrd_item_points(struct wrd_arena *arena, const struct wrd_variable *variable,
                               int64_t *range)
{
    struct item item = { .variable = variable };
    if (!can_be_scored(variable) || !find_points(arena, &item) || item.range == 0)
        return NULL;
    *range = item.range;
    return item.points;
}

enum wrd_status wrd_scale_column(struct wrd_arena *arena, const struct wrd_codebook *book,
                                 const struct wrd_frame *frame, const struct wrd_scale *scale,
                                 const size_t *variables, size_t k, struct wrd_diag *diag,
                                 struct wrd_column *column)
{
    struct item *items = wrd_arena_take_array(arena, k, sizeof *items);
    bool fits = true;
    *column = (struct wrd_column){ .score_unit = 1 };
    for (size_t j = 0; j < k; j++) {
        items[j].variable = &book->variables[variables[j]];
        items[j].column = &frame->columns[variables[j]];
        bool scored = can_be_scored(items[j].variable);
        fits &= scored && find_points(arena, &items[j]);
        if (!scored || (fits && items[j].range == 0)) {
            wrd_say(diag, WRD_E0501, items[j].variable->place, items[j].variable->name,
                    scale->name);
            return WRD_EINPUT;
        }
    }
    if (fits && score_everybody(arena, items, k, wrd_scale_needed(scale, k), frame->n, column))
        return WRD_OK;
    wrd_say(diag, WRD_E0502, scale->place, scale->name, wrd_count_text(arena, k));
    return WRD_EINPUT;
}
