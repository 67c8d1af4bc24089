/* What of the quality counts may be seen.
 *
 * The balance of a file is exact; other counts of 1 to 4 are shown as <5.  Of a variable the
 * reasons why an answer is missing sum to what its base leaves of the respondents used, and both
 * are shown: so where one of them is small, or the don't-knows of everybody are hidden, only their
 * sum is shown, and a small sum not at all.  Of a variable whose base is hidden nothing is shown.
 * How many respondents were complete and partial comes from the response, and stands behind `used`.
 */
#include "disclose/guard.h"

#include <string.h>

enum { LEAST_SHOWN = 5 };

struct seen_list {
    struct wrd_seen_quality *rows;
    size_t n;
    const struct wrd_tables *tables;
    const struct guard *guards;
    size_t n_guards;
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

static const struct guard *guard_of_row(const struct seen_list *seen,
                                        const struct wrd_quality_row *row)
{
    int source = wrd_study_source(seen->tables->study, row->source);

    return source < 0
               ? NULL
               : wrd_guard_named(seen->guards, seen->n_guards, (size_t)source, row->variable);
}

/* The don't-knows of everybody are hidden in the tables. */
static bool dont_know_hidden(const struct guard *guard)
{
    return guard && guard->dont_know && guard->dont_know->grids[0].mark[0] != MARK_SHOWN;
}

/* METHOD 7.26.  Together they are `used`, which is exact: both are shown, or none. */
static void put_complete(const struct wrd_quality_row *used, struct seen_list *seen)
{
    const struct wrd_tables *tables = seen->tables;

    for (size_t i = 0; i < tables->n_responses; i++) {
        const struct wrd_response *response = &tables->responses[i];
        struct wrd_quality_row row = *used;
        if (strcmp(tables->study->sources[response->source].id, used->source) != 0 ||
            wrd_partial_hidden(tables->study, response))
            continue;
        row.check = "complete";
        row.count = response->complete;
        put(seen, row);
        row.check = "partial";
        row.count = response->partial;
        put(seen, row);
    }
}

/* The missing kinds of one variable. */
static void put_kinds(const struct wrd_quality_row *rows, size_t n, struct seen_list *seen)
{
    struct wrd_quality_row sum = rows[0];
    bool one_sum = dont_know_hidden(guard_of_row(seen, &rows[0]));

    sum.check = "missing";
    sum.count = 0;
    for (size_t i = 0; i < n; i++) {
        one_sum |= small(&rows[i]);
        sum.count += rows[i].count;
    }
    if (one_sum && !small(&sum))
        put(seen, sum);
    for (size_t i = 0; !one_sum && i < n; i++)
        put(seen, rows[i]);
}

static size_t end_of_variable(const struct wrd_quality *quality, size_t first)
{
    size_t end = first + 1;

    while (end < quality->n_rows && same_variable(&quality->rows[first], &quality->rows[end]))
        end++;
    return end;
}

static void put_variable(const struct wrd_quality_row *rows, size_t n, struct seen_list *seen)
{
    const struct guard *guard = guard_of_row(seen, &rows[0]);

    if (guard && guard->views[0].row_hidden[0])
        return;
    for (size_t i = 0; i < n;) {
        size_t end = i;
        while (end < n && is_missing_kind(&rows[end]))
            end++;
        if (end > i)
            put_kinds(&rows[i], end - i, seen);
        else
            put(seen, rows[end++]);
        if (strcmp(rows[end - 1].check, "used") == 0)
            put_complete(&rows[end - 1], seen);
        i = end;
    }
}

struct wrd_seen_quality *wrd_mask_quality(struct wrd_arena *arena, const struct wrd_tables *tables,
                                          const struct wrd_quality *quality,
                                          const struct guard *guards, size_t n_guards, size_t *n)
{
    const size_t room = quality->n_rows + 2 * tables->n_responses;
    struct seen_list seen = { wrd_arena_take_array(arena, room, sizeof *seen.rows), 0, tables,
                              guards, n_guards };

    for (size_t i = 0, end; i < quality->n_rows; i = end) {
        end = end_of_variable(quality, i);
        put_variable(&quality->rows[i], end - i, &seen);
    }
    *n = seen.n;
    return seen.rows;
}
