/* disclose/system.h - the equations that a reader can write down about one facet.
 *
 * Unknowns are the counts of all cells of all views.  What is shown of them links them:
 *   a row:    the cells of a group sum to its shown base;
 *   a column: the groups of a breakdown (and those who gave no answer on it, whom the attacker is
 *             told) sum to the cells of everybody.  Where one view merges answers and the other
 * does not, the column is the merged one; this loses nothing, because counts of parts with given
 * sums over groups and over parts always exist. */
#ifndef DISCLOSE_SYSTEM_H
#define DISCLOSE_SYSTEM_H

#include "disclose/guard.h"

struct term {
    uint32_t cell;
    int8_t sign;
};

struct equation {
    struct term *terms;
    size_t n;
};

struct cell {
    uint64_t count;
    uint8_t *mark; /* in its grid */
    uint32_t view, group, set;
    bool fixed;          /* a shown total of 0 tells it: hiding it hides nothing */
    uint32_t *equations; /* in which it stands */
    uint32_t n_equations;
};

struct system {
    struct cell *cells;
    size_t n_cells;
    struct equation *equations;
    size_t n_equations;
};

struct system wrd_system_new(struct wrd_arena *scratch, const struct guard *guard,
                             const struct facet *facet);
static inline bool wrd_cell_hidden(const struct cell *cell)
{
    return *cell->mark != MARK_SHOWN && !cell->fixed;
}

/* attack.c.  exposed[i]: cell i is hidden and its count follows from what is shown: exactly, by
 * elimination; or by bounds (counts are whole and not negative), where less than `width` counts
 * remain possible for a primary cell.  Returns how many. */
size_t wrd_system_attack(struct wrd_arena *scratch, const struct system *system, uint64_t width,
                         bool *exposed);

#endif
