/* write/grid.h - a table as texts: what Markdown and HTML have in common.
 *
 * Shapes   cell(row, column); row 0 is the header, column 0 the labels.
 * Memory   In the arena. */
#ifndef WRITE_GRID_H
#define WRITE_GRID_H

#include "model/words.h"
#include "write/plan.h"

struct wrd_grid {
    size_t n_rows, n_columns;
    const char **cells; /* [n_rows][n_columns] */
    /* HTML only: percentages 0-100 of the second column that may stand as a bar, -1: none */
    int *bar;       /* [n_rows] */
    bool *sum;      /* [n_rows]: sums up the answers above it */
    bool undefined; /* some cell is z */
};

static inline const char **wrd_grid_cell(const struct wrd_grid *grid, size_t row, size_t column)
{
    return &grid->cells[row * grid->n_columns + column];
}

/* Empty texts, no bars. */
struct wrd_grid *wrd_grid_new(struct wrd_arena *arena, size_t n_rows, size_t n_columns);

/* Everybody: answers as rows; figure, bounds, then the totals of earlier waves. */
struct wrd_grid *wrd_grid_total(const struct wrd_plan *plan, const struct wrd_topic *topic,
                                enum wrd_lang lang);
/* Everybody against the wave before: change, bounds, what was found; NULL: no change is shown. */
struct wrd_grid *wrd_grid_changes(const struct wrd_plan *plan, const struct wrd_topic *topic,
                                  enum wrd_lang lang);
/* A breakdown: answers as rows, groups as columns; "62% (55 tot 69)". */
struct wrd_grid *wrd_grid_by(const struct wrd_plan *plan, const struct wrd_seen_table *table,
                             enum wrd_lang lang);
/* The indices of a source's scales: a scale a row; NULL: it has none. */
struct wrd_grid *wrd_grid_scales(const struct wrd_plan *plan, size_t source, enum wrd_lang lang);
/* Volunteers beside organisations: a gap a row; both sides, the gap, its bounds, what was found, and the mean
 * within organisations where any is shown. */
struct wrd_grid *wrd_grid_gaps(const struct wrd_plan *plan, enum wrd_lang lang);

#endif
