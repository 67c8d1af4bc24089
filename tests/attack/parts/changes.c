/* What a change adds to the two figures it compares, and whether both are shown. */
#include "attack/parts/changes.h"

#include <stdio.h>
#include <string.h>

static const char prefix[] = "change_";

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

bool is_change(const struct figure *f)
{
    return strncmp(f->statistic, prefix, strlen(prefix)) == 0;
}

/* The latest earlier wave with anything of this variable; NULL: none. */
static const char *wave_before(const struct world *w, const struct figure *change)
{
    const struct sheet *r = w->results;
    const char *latest = NULL;
    for (int row = 1; row < r->n_rows; row++) {
        const char *wave = sheet_at(r, row, "wave");
        if (is(sheet_at(r, row, "source"), w->source) &&
            is(sheet_at(r, row, "variable"), change->variable) && strcmp(wave, w->wave) < 0 &&
            (!latest || strcmp(wave, latest) > 0))
            latest = wave;
    }
    return latest;
}

/* The row of everybody that a change is about, in this wave or the one before. */
static int row_of(const struct world *w, const struct figure *change, const char *wave)
{
    const struct sheet *r = w->results;
    for (int row = 1; wave && row < r->n_rows; row++)
        if (is(sheet_at(r, row, "wave"), wave) && is(sheet_at(r, row, "source"), w->source) &&
            is(sheet_at(r, row, "variable"), change->variable) &&
            is(sheet_at(r, row, "code"), change->code) &&
            is(sheet_at(r, row, "group_variable"), "total") &&
            is(sheet_at(r, row, "statistic"), change->statistic + strlen(prefix)))
            return row;
    return 0;
}

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* count / n = share before + change, each known to half a point. */
bool change_range(const struct world *w, const struct figure *change, struct figure *now,
                  int64_t *lo, int64_t *hi)
{
    const struct sheet *r = w->results;
    const int then = row_of(w, change, wave_before(w, change)), here = row_of(w, change, w->wave);
    int64_t value, before, n_before, n, low, high;
    if (!then || !here || !world_figure(w, here, now) || !number_whole(change->value, &value) ||
        !number_whole(sheet_at(r, then, "value"), &before) ||
        !number_whole(sheet_at(r, then, "n"), &n_before) || !number_whole(now->n, &n) ||
        n_before < 1)
        return false;
    for (low = 0; (200 * low + n_before) / (2 * n_before) < before; low++)
        ;
    for (high = low; (200 * (high + 1) + n_before) / (2 * n_before) == before; high++)
        ;
    *lo = -floor_div(-n * (200 * low + (2 * value - 1) * n_before), 200 * n_before);
    *hi = floor_div(n * (200 * high + (2 * value + 1) * n_before), 200 * n_before);
    return true;
}

static bool seen(const struct world *w, int row)
{
    return row > 0 && *sheet_at(w->results, row, "value") && *sheet_at(w->results, row, "ci_low");
}

int naive_changes(const struct world *w)
{
    struct figure f;
    int found = 0;
    for (int r = 1; r < w->results->n_rows; r++) {
        if (!world_figure(w, r, &f) || !f.shown || !is_change(&f) ||
            (seen(w, row_of(w, &f, wave_before(w, &f))) && seen(w, row_of(w, &f, w->wave))))
            continue;
        printf("found: %s %s %s %s %s is shown, and a figure behind it is not (R11)\n", w->wave,
               w->source, f.variable, f.statistic, f.code);
        found++;
    }
    return found;
}
