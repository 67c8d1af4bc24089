#include "attack/parts/known.h"

#include <string.h>

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* Respondents of the figure's group who gave one answer. */
static int64_t in_group(const struct world *w, const struct item *item, const struct figure *f,
                        int code)
{
    int64_t sum = 0;
    for (int s = 0; s < w->n_slots; s++)
        sum += figure_slot(f, &w->slot[s]) ? world_x(item, s, code) : 0;
    return sum;
}

static int64_t answers_of(const struct world *w, const struct item *item, const struct figure *f)
{
    int64_t n = 0;
    for (int c = 0; c < item->n_valid; c++)
        n += in_group(w, item, f, c);
    return n;
}

static bool mean_value(const struct world *w, const struct item *item, const struct figure *f,
                       int64_t *tenths)
{
    int64_t n = answers_of(w, item, f), sum = 0;
    for (int c = 0; c < item->n_valid; c++)
        sum += in_group(w, item, f, c) * item->score12[c];
    if (n > 0)
        *tenths = shown_as(10 * sum, n, 12);
    return n > 0;
}

/* The smallest score at which half of the answers is reached. */
static bool median_value(const struct world *w, const struct item *item, const struct figure *f,
                         int64_t *tenths)
{
    int64_t n = answers_of(w, item, f), best = INT64_MAX;
    for (int c = 0; c < item->n_valid; c++) {
        int64_t reached = 0;
        for (int k = 0; k < item->n_valid; k++)
            reached += item->score12[k] <= item->score12[c] ? in_group(w, item, f, k) : 0;
        if (2 * reached >= n && item->score12[c] < best)
            best = item->score12[c];
    }
    if (n > 0)
        *tenths = 10 * best / 12;
    return n > 0;
}

static bool index_value(const struct world *w, const struct item *item, const struct figure *f,
                        int64_t *points)
{
    int64_t n = in_group(w, item, f, 0);
    if (n > 0)
        *points = shown_as(in_group(w, item, f, 1), n, SCORE_UNIT);
    return n > 0;
}

static bool breadth_value(const struct world *w, const struct item *item, const struct figure *f,
                          int64_t *percent)
{
    int64_t n = in_group(w, item, f, item->n_valid), ticks = 0, offered = 0; /* n: @base */
    for (int c = 0; c < item->n_valid; c++)
        if (!codebook_exclusive(w->book, item->list, item->code[c])) {
            ticks += in_group(w, item, f, c);
            offered++;
        }
    if (n > 0 && offered > 0)
        *percent = shown_as(100 * ticks, n * offered, 1);
    return n > 0 && offered > 0;
}

bool figure_value(const struct world *world, const struct figure *figure, int64_t *value)
{
    static const struct {
        const char *statistic;
        int decimals;
        bool (*unweighted)(const struct world *, const struct item *, const struct figure *,
                           int64_t *);
    } kinds[] = { { "mean", 1, mean_value },
                  { "median", 1, median_value },
                  { "index", 0, index_value },
                  { "breadth", 0, breadth_value } };
    int item = world_item(world, figure->variable);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds && item >= 0; k++)
        if (is(figure->statistic, kinds[k].statistic))
            return number_fixed(figure->value, kinds[k].decimals, value) &&
                   (!world->weighted ||
                    kinds[k].unweighted(world, &world->item[item], figure, value));
    return false;
}
