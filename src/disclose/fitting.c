/* What may be seen of the weighting table.
 *
 * Known totals are public, and after fitting the answers are what those say.  How many respondents
 * a category has is the base of a group (R1): where it is too small it is hidden, with a second one
 * of its margin, as the rows of a breakdown are.  Two margins with a variable in common add up to the
 * same people, so where one of them hides something a cross shows no respondents at all.  What
 * weighting cost is not linear in these counts, and is shown where all of them are (R11). */
#include "disclose/guard.h"

#include <string.h>

#include "core/number.h"
#include "waardering/frame.h"

/* The rows of one margin. */
struct part {
    const struct wrd_margin_row *rows;
    struct wrd_seen_margin *seen;
    size_t n;
};

struct limits {
    uint64_t base, cell;
};

static struct limits limits_of(const struct wrd_study *study, size_t source)
{
    const enum wrd_respondents who = study->sources[source].respondents;
    const uint64_t base = study->disclosure.min_base[who], cell = study->disclosure.min_cell[who];
    const bool raised = study->disclosure.profile != WRD_PROFILE_BASE_ONLY && cell > base;
    return (struct limits){ raised ? cell : base, cell };
}

static size_t end_of_margin(const struct wrd_fitting *fitting, size_t first)
{
    size_t end = first;
    while (end < fitting->n_rows &&
           strcmp(fitting->rows[end].margin, fitting->rows[first].margin) == 0)
        end++;
    return end;
}

/* The smallest that is not hidden; n: none. */
static size_t smallest_shown(const struct part *part)
{
    size_t best = part->n;
    for (size_t c = 0; c < part->n; c++)
        if (!part->seen[c].hidden && (best == part->n || part->rows[c].n < part->rows[best].n))
            best = c;
    return best;
}

/* A register that is older than the answers may know of fewer than there are. */
static uint64_t most_of(const struct wrd_margin_row *row)
{
    return row->population > row->n ? row->population : row->n;
}

static struct hidden_groups sum_hidden(const struct part *part)
{
    struct hidden_groups sum = { 0, 0, 0 };
    for (size_t c = 0; c < part->n; c++)
        if (part->seen[c].hidden) {
            sum.groups++;
            sum.respondents += part->rows[c].n;
            sum.most += most_of(&part->rows[c]);
        }
    return sum;
}

static bool is_safe(const struct part *part, const struct limits *limits)
{
    const struct hidden_groups sum = sum_hidden(part);
    for (size_t c = 0; c < part->n; c++)
        if (part->rows[c].n < limits->base &&
            (sum.groups < 2 || sum.respondents < limits->base ||
             !wrd_group_covered(limits->cell, part->rows[c].n, most_of(&part->rows[c]), &sum)))
            return false;
    return true;
}

/* A hidden count must not follow from the others and from how many there are of each. */
static void hide_others(const struct part *part, const struct limits *limits)
{
    while (!is_safe(part, limits)) {
        const size_t next = smallest_shown(part);
        if (next == part->n)
            return;
        part->seen[next].hidden = true;
    }
}

static bool hides(const struct part *part)
{
    for (size_t c = 0; c < part->n; c++)
        if (part->seen[c].hidden)
            return true;
    return false;
}

static bool is_cross(const struct part *part)
{
    return strchr(part->rows[0].margin, '*') != NULL;
}

static void hide_all(const struct part *part)
{
    for (size_t c = 0; c < part->n; c++)
        part->seen[c].hidden = true;
}

/* Until nothing changes: a cross that is hidden may have one in common with the next. */
static void hide_crosses(struct wrd_arena *arena, const struct part *parts, size_t n)
{
    for (size_t round = 0; round < n; round++)
        for (size_t a = 0; a < n; a++)
            for (size_t b = 0; b < n; b++)
                if (a != b && is_cross(&parts[a]) && (hides(&parts[a]) || hides(&parts[b])) &&
                    wrd_groups_linked(arena, parts[a].rows[0].margin, parts[b].rows[0].margin))
                    hide_all(&parts[a]);
}

static void hide_few(struct wrd_arena *arena, const struct wrd_tables *tables, size_t source,
                     const struct wrd_fitting *fitting, struct wrd_seen_margin *seen)
{
    const struct wrd_study *study = tables->study;
    const struct limits limits = limits_of(study, source);
    struct part *parts = wrd_arena_take_array(arena, fitting->n_rows, sizeof *parts);
    size_t n = 0;
    for (size_t first = 0, end; first < fitting->n_rows; first = end) {
        end = end_of_margin(fitting, first);
        parts[n++] = (struct part){ &fitting->rows[first], &seen[first], end - first };
    }
    for (size_t r = 0; r < fitting->n_rows; r++)
        seen[r].hidden = fitting->rows[r].n < limits.base;
    if (study->disclosure.profile == WRD_PROFILE_BASE_ONLY)
        return;
    for (size_t p = 0; p < n; p++) {
        hide_others(&parts[p], &limits);
        if (hides(&parts[p]) && wrd_groups_merge(arena, tables, source, parts[p].rows[0].margin))
            hide_all(&parts[p]);
    }
    hide_crosses(arena, parts, n);
}

static void fill_rows(const struct wrd_fitting *fitting, struct wrd_seen_margin *seen)
{
    for (size_t r = 0; r < fitting->n_rows; r++) {
        const struct wrd_margin_row *row = &fitting->rows[r];
        seen[r].margin = row->margin;
        seen[r].code = row->code;
        seen[r].after = wrd_round(100 * row->after, 0);
        seen[r].target = wrd_round(100 * row->target, 0);
        seen[r].n = seen[r].hidden ? 0 : row->n;
        seen[r].before = seen[r].hidden ? 0 : wrd_round(100 * row->before, 0);
    }
}

static struct wrd_seen_fitting seal_fitting(struct wrd_arena *arena,
                                            const struct wrd_tables *tables, size_t source,
                                            const struct wrd_fitting *fitting)
{
    struct wrd_seen_margin *rows = wrd_arena_take_array(arena, fitting->n_rows, sizeof *rows);
    struct wrd_seen_fitting seen = { .source = source, .rows = rows, .n_rows = fitting->n_rows };
    hide_few(arena, tables, source, fitting, rows);
    fill_rows(fitting, rows);
    for (size_t r = 0; r < fitting->n_rows; r++)
        seen.hides |= rows[r].hidden;
    if (seen.hides)
        return seen;
    seen.deff = wrd_round(fitting->deff, 1);
    seen.smallest = wrd_round(fitting->smallest, 1);
    seen.largest = wrd_round(fitting->largest, 1);
    seen.n_effective = (uint64_t)wrd_round(fitting->n_effective, 0);
    return seen;
}

struct wrd_seen_fitting *wrd_seal_fittings(struct wrd_arena *arena, const struct wrd_tables *tables,
                                           size_t *n)
{
    struct wrd_seen_fitting *seen = wrd_arena_take_array(arena, WRD_MAX_SOURCES, sizeof *seen);
    *n = 0;
    for (size_t source = 0; source < tables->study->n_sources; source++)
        if (tables->fitting[source])
            seen[(*n)++] = seal_fitting(arena, tables, source, tables->fitting[source]);
    return seen;
}

static bool is_hidden(const struct wrd_study *study, const struct wrd_seen_fitting *fittings,
                      size_t n_fittings, const struct wrd_quality_row *row)
{
    if (strcmp(row->check, "n-effective") != 0)
        return false;
    for (size_t f = 0; f < n_fittings; f++)
        if (fittings[f].hides && strcmp(study->sources[fittings[f].source].id, row->source) == 0)
            return true;
    return false;
}

void wrd_mask_effective(const struct wrd_study *study, const struct wrd_seen_fitting *fittings,
                        size_t n_fittings, struct wrd_seen_quality *rows, size_t *n_rows)
{
    size_t kept = 0;
    for (size_t r = 0; r < *n_rows; r++)
        if (!is_hidden(study, fittings, n_fittings, &rows[r].row))
            rows[kept++] = rows[r];
    *n_rows = kept;
}
