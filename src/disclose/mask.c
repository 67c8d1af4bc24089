/* What of the quality counts may be seen.
 *
 * Counts of 1 to 4 are shown as <5.  The kinds of missing answers of one variable sum to what its
 * base leaves of the respondents used, both of which are shown, so a single small kind would follow
 * from the others: where one is small they are shown as one sum. */
#include "disclose/guard.h"

#include <string.h>

enum { LEAST_SHOWN = 5 };

struct seen_list {
    struct wrd_seen_quality *rows;
    size_t n;
};

static bool small(const struct wrd_quality_row *row)
{
    return !row->exact && row->count > 0 && row->count < LEAST_SHOWN;
}

static bool is_missing_kind(const struct wrd_quality_row *row)
{
    for (int r = 0; r < WRD_REASONS; r++)
        if (strcmp(row->check, wrd_reason_name((enum wrd_reason)r)) == 0)
            return row->variable[0] != '\0';
    return false;
}

static bool same_variable(const struct wrd_quality_row *a, const struct wrd_quality_row *b)
{
    return strcmp(a->wave, b->wave) == 0 && strcmp(a->source, b->source) == 0 &&
           strcmp(a->variable, b->variable) == 0;
}

static void put(struct seen_list *seen, struct wrd_quality_row row)
{
    bool masked = small(&row);

    row.count = masked ? 0 : row.count;
    seen->rows[seen->n++] = (struct wrd_seen_quality){ row, masked };
}

/* Rows first .. end - 1 are the missing kinds of one variable. */
static void put_kinds(const struct wrd_quality_row *rows, size_t n, struct seen_list *seen)
{
    struct wrd_quality_row sum = rows[0];
    bool any_small = false;

    sum.check = "missing";
    sum.count = 0;
    for (size_t i = 0; i < n; i++) {
        any_small |= small(&rows[i]);
        sum.count += rows[i].count;
    }
    if (any_small && n > 1)
        put(seen, sum);
    for (size_t i = 0; (!any_small || n == 1) && i < n; i++)
        put(seen, rows[i]);
}

struct wrd_seen_quality *wrd_mask_quality(struct wrd_arena *arena,
                                          const struct wrd_quality *quality, size_t *n)
{
    struct seen_list seen = { wrd_arena_take_array(arena, quality->n_rows, sizeof *seen.rows), 0 };

    for (size_t i = 0; i < quality->n_rows;) {
        size_t end = i;
        while (end < quality->n_rows && is_missing_kind(&quality->rows[end]) &&
               same_variable(&quality->rows[i], &quality->rows[end]))
            end++;
        if (end > i)
            put_kinds(&quality->rows[i], end - i, &seen);
        else
            put(&seen, quality->rows[end++]);
        i = end;
    }
    *n = seen.n;
    return seen.rows;
}
