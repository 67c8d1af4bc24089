#include "attack/parts/naive.h"

#include <stdio.h>
#include <string.h>

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* ---- true figures ---- */

static int64_t true_code(const struct world *w, const struct item *item, const struct figure *f,
                         int c)
{
    int64_t sum = 0;
    for (int s = 0; s < w->n_slots; s++)
        sum += figure_slot(f, &w->slot[s]) ? world_x(item, s, c) : 0;
    return sum;
}

static int64_t true_codes(const struct world *w, const struct item *item, const struct figure *f)
{
    int64_t sum = 0;
    if (is(f->statistic, "dont_know"))
        return true_code(w, item, f, item->n_valid);
    for (int c = 0; c < item->n_valid; c++)
        sum += has_part(f->code, item->code[c]) ? true_code(w, item, f, c) : 0;
    return sum;
}

static bool item_secret(const struct world *w, const struct item *item, const struct figure *f)
{
    int64_t n = 0;
    for (int c = 0; c < item->n_valid; c++) {
        int64_t x = true_code(w, item, f, c);
        n += x;
        if (x > 0 && x < w->threshold)
            return true;
    }
    return n < w->base;
}

bool figure_secret(const struct world *w, const struct figure *f)
{
    int i = world_item(w, f->variable);
    if (i < 0)
        return false;
    if (w->item[i].kind != ITEM_SCALE)
        return item_secret(w, &w->item[i], f);
    for (int k = 0; k < w->n_items; k++)
        if (is(w->item[k].scale, f->variable) && item_secret(w, &w->item[k], f))
            return true;
    return false;
}

static bool nobody_missing(const struct world *w, const char *by)
{
    for (int s = 0; s < w->n_slots; s++)
        if (is(w->slot[s].by, by) && is(w->slot[s].group, "@none"))
            return w->slot[s].n == 0;
    return false;
}

/* ---- counts ---- */

struct range {
    int64_t lo, hi;
};

/* Counts that give the shown percent of the shown n; a weighted percent reveals the count. */
static bool count_range(const struct world *w, const struct figure *f, struct range *range)
{
    int64_t value, n;
    int item = world_item(w, f->variable);
    if (!f->shown || !number_whole(f->value, &value) || !number_whole(f->n, &n) || n < 1)
        return false;
    if (w->weighted && item >= 0) {
        range->lo = range->hi = true_codes(w, &w->item[item], f);
        return true;
    }
    bool dont_know = is(f->statistic, "dont_know");
    range->lo = -1;
    for (int64_t c = 0; c <= 2 * n; c++) {
        int64_t base = n + (dont_know ? c : 0);
        if ((200 * c + base) / (2 * base) != value)
            continue;
        if (range->lo < 0)
            range->lo = c;
        range->hi = c;
    }
    return range->lo >= 0;
}

static bool same_row(const struct figure *a, const struct figure *b)
{
    return is(a->variable, b->variable) && is(a->statistic, b->statistic) && is(a->code, b->code);
}

static int claim(const struct world *w, const struct figure *f, struct range r, const char *how)
{
    int i = world_item(w, f->variable);
    if (r.lo != r.hi || i < 0)
        return 0;
    int64_t truth = true_codes(w, &w->item[i], f);
    if (r.lo != truth || truth == 0 || w->found[f->row])
        return 0;
    w->found[f->row] = true;
    printf("found: %s %s %s %s=%s %s %s is %lld (%s)\n", w->wave, w->source, f->variable, f->by,
           f->group, f->statistic, f->code, (long long)truth, how);
    return 1;
}

/* Total minus the other groups. */
static int from_total(const struct world *w, const struct figure *f)
{
    struct figure other;
    struct range rest = { 0, 0 }, range;
    bool total = false;
    if (is(f->by, "total") || !nobody_missing(w, f->by))
        return 0;
    for (int r = 1; r < w->results->n_rows; r++) {
        if (r == f->row || !world_figure(w, r, &other) || !same_row(f, &other))
            continue;
        bool is_total = is(other.by, "total");
        if (!is_total && !is(other.by, f->by))
            continue;
        if (!count_range(w, &other, &range))
            return 0;
        total |= is_total;
        rest.lo += is_total ? range.lo : -range.hi;
        rest.hi += is_total ? range.hi : -range.lo;
    }
    return total ? claim(w, f, rest, "total minus the other groups") : 0;
}

/* n minus the other answers of the group. */
static int from_group(const struct world *w, const struct figure *f)
{
    struct figure other;
    struct range rest = { 0, 0 }, range;
    int64_t n = -1, shown;
    if (!is(f->statistic, "share"))
        return 0;
    for (int r = 1; r < w->results->n_rows; r++) {
        if (!world_figure(w, r, &other) || !is(f->variable, other.variable) ||
            !is(f->by, other.by) || !is(f->group, other.group))
            continue;
        if (n < 0 && number_whole(other.n, &shown) && !is(other.statistic, "dont_know"))
            n = shown;
        if (r == f->row || !is(other.statistic, "share"))
            continue;
        if (!count_range(w, &other, &range))
            return 0;
        rest.lo -= range.hi;
        rest.hi -= range.lo;
    }
    rest.lo += n;
    rest.hi += n;
    return n < 0 ? 0 : claim(w, f, rest, "n minus the other answers");
}

int naive_counts(const struct world *w)
{
    struct figure f;
    int found = 0;
    for (int r = 1; r < w->results->n_rows; r++) {
        if (!world_figure(w, r, &f) || !f.hidden)
            continue;
        if (is(f.statistic, "share") || is(f.statistic, "dont_know") || is(f.statistic, "mentions"))
            found += from_total(w, &f) || from_group(w, &f);
    }
    return found;
}

int naive_shown(const struct world *w)
{
    struct figure f;
    int found = 0;
    for (int r = 1; r < w->results->n_rows; r++) {
        int i = world_figure(w, r, &f) && f.shown ? world_item(w, f.variable) : -1;
        int64_t n, count = 0;
        if (i < 0)
            continue;
        if (is(f.statistic, "share") || is(f.statistic, "dont_know") || is(f.statistic, "mentions"))
            count = true_codes(w, &w->item[i], &f);
        bool few = count > 0 && count < w->threshold;
        if (!few && (!number_whole(f.n, &n) || n >= w->base))
            continue;
        printf("found: %s %s %s %s=%s %s %s is shown with %s\n", w->wave, w->source, f.variable,
               f.by, f.group, f.statistic, f.code, few ? "too small a count" : "too small a base");
        found++;
    }
    return found;
}

/* ---- means ---- */

/* A sum in units of 1/1000 of the figure, as an interval; and n. */
struct sum {
    int64_t lo, hi, n;
};

static bool sum_range(const struct world *w, const struct figure *f, struct sum *sum)
{
    int decimals = is(f->statistic, "mean") ? 1 : 0;
    int64_t value;
    if (!f->shown || !figure_value(w, f, &value) || !number_whole(f->n, &sum->n))
        return false;
    int64_t half = decimals ? 50 : 500;
    sum->lo = (2 * value - 1) * half * sum->n;
    sum->hi = (2 * value + 1) * half * sum->n;
    /* A mean of whole scores: the sum is a whole number. */
    if (decimals) {
        sum->lo = (sum->lo + 999) / 1000 * 1000;
        sum->hi = sum->hi / 1000 * 1000;
    }
    return true;
}

static int64_t as_shown(int64_t sum, int64_t n, int decimals) /* in units of the last digit */
{
    int64_t unit = decimals ? 100 : 1000;
    return (2 * sum + unit * n) / (2 * unit * n);
}

static int hidden_mean(const struct world *w, const struct figure *f)
{
    struct figure other;
    struct sum rest = { 0, 0, 0 }, sum;
    bool total = false;
    int decimals = is(f->statistic, "mean") ? 1 : 0;
    if (is(f->by, "total") || !nobody_missing(w, f->by) || !figure_secret(w, f))
        return 0;
    for (int r = 1; r < w->results->n_rows; r++) {
        if (r == f->row || !world_figure(w, r, &other) || !same_row(f, &other))
            continue;
        bool is_total = is(other.by, "total");
        if (!is_total && !is(other.by, f->by))
            continue;
        if (!sum_range(w, &other, &sum))
            return 0;
        total |= is_total;
        rest.lo += is_total ? sum.lo : -sum.hi;
        rest.hi += is_total ? sum.hi : -sum.lo;
        rest.n += is_total ? sum.n : -sum.n;
    }
    if (!total || rest.n < 1 || rest.lo < 0 ||
        as_shown(rest.lo, rest.n, decimals) != as_shown(rest.hi, rest.n, decimals))
        return 0;
    if (w->found[f->row])
        return 0;
    w->found[f->row] = true;
    printf("found: %s %s %s %s=%s hidden %s (total minus the other groups)\n", w->wave, w->source,
           f->variable, f->by, f->group, f->statistic);
    return 1;
}

int naive_means(const struct world *w)
{
    struct figure f;
    int found = 0;
    for (int r = 1; r < w->results->n_rows; r++)
        if (world_figure(w, r, &f) && f.hidden &&
            (is(f.statistic, "mean") || is(f.statistic, "index")))
            found += hidden_mean(w, &f);
    return found;
}

int naive_intervals(const struct world *w)
{
    struct figure f;
    int found = 0;
    for (int r = 1; r < w->results->n_rows; r++) {
        if (!world_figure(w, r, &f) || !*sheet_at(w->results, r, "ci_low") ||
            !(is(f.statistic, "mean") || is(f.statistic, "index")) || !figure_secret(w, &f))
            continue;
        printf("found: %s %s %s %s=%s %s has an interval over a hidden answer (R11)\n", w->wave,
               w->source, f.variable, f.by, f.group, f.statistic);
        found++;
    }
    return found;
}

/* ---- quality.csv ---- */

static bool same_question(const struct sheet *q, int a, int b)
{
    static const char *const keys[] = { "wave", "source", "variable" };
    for (int k = 0; k < 3; k++)
        if (!is(sheet_at(q, a, keys[k]), sheet_at(q, b, keys[k])))
            return false;
    return true;
}

static int64_t used_of(const struct sheet *q, int row)
{
    int64_t n = -1;
    for (int r = 1; r < q->n_rows; r++)
        if (is(sheet_at(q, r, "check"), "used") &&
            is(sheet_at(q, r, "wave"), sheet_at(q, row, "wave")) &&
            is(sheet_at(q, r, "source"), sheet_at(q, row, "source")))
            number_whole(sheet_at(q, r, "count"), &n);
    return n;
}

/* used = valid + every reason, and `used` and n are shown: what one count shown as <5 hides is no
 * more than n says, unless it is the don't knows, which have a figure of their own.  Several are
 * known when what is left for k of them is k or 4 k. */
int naive_quality(const struct sheet *q)
{
    static const char *const reasons[] = { "valid",     "not_applicable", "refused",
                                           "invalid",   "missing",        "not_asked",
                                           "dont_know", "empty",          "technical" };
    int found = 0;
    for (int r = 1; r < q->n_rows; r++) {
        int64_t rest = used_of(q, r), count;
        int masked = 0;
        bool dont_know = false;
        if (!is(sheet_at(q, r, "check"), "valid") || !*sheet_at(q, r, "variable") || rest < 0)
            continue;
        for (int k = 1; k < q->n_rows; k++)
            for (int c = 0; c < 9; c++) {
                if (!same_question(q, r, k) || !is(sheet_at(q, k, "check"), reasons[c]))
                    continue;
                if (is(sheet_at(q, k, "count"), "<5")) {
                    masked++;
                    dont_know |= is(reasons[c], "dont_know");
                } else if (number_whole(sheet_at(q, k, "count"), &count))
                    rest -= count;
            }
        if (masked == 0 || (masked == 1 && !dont_know) ||
            (masked > 1 && rest != masked && rest != 4 * masked))
            continue;
        printf("found: quality.csv %s %s %s: %d count(s) shown as <5 add up to %lld\n",
               sheet_at(q, r, "wave"), sheet_at(q, r, "source"), sheet_at(q, r, "variable"), masked,
               (long long)rest);
        found++;
    }
    return found;
}
