/* The attacker's arithmetic: what can be computed of hidden cells from what is shown.
 *
 * Exactly: Gauss-Jordan elimination of the equations over the hidden cells.  A cell is determined
 * iff a row of the reduced form holds it alone.  Coefficients are -1, 0 and 1, so elimination
 * modulo the prime 2^61 - 1 decides this as elimination over the rationals does, unless the prime
 * divides a minor, which at these sizes only chance of about 2^-50 could bring about.
 *
 * By bounds: counts are whole and not negative; every equation bounds each of its cells by the
 * others, until nothing changes. */
#include "disclose/system.h"

#include <string.h>

static const uint64_t prime = (UINT64_C(1) << 61) - 1;

static uint64_t mod_mul(uint64_t a, uint64_t b)
{
    unsigned __int128 product = (unsigned __int128)a * b;
    uint64_t sum = (uint64_t)(product & prime) + (uint64_t)(product >> 61);

    return sum >= prime ? sum - prime : sum;
}

static uint64_t mod_sub(uint64_t a, uint64_t b)
{
    return a >= b ? a - b : a + prime - b;
}

static uint64_t mod_inverse(uint64_t a)
{
    uint64_t result = 1;

    for (uint64_t e = prime - 2; e; e >>= 1) {
        if (e & 1)
            result = mod_mul(result, a);
        a = mod_mul(a, a);
    }
    return result;
}

struct matrix {
    uint64_t *at; /* [rows][columns] */
    size_t rows, columns;
};

static uint64_t *row_of(const struct matrix *m, size_t row)
{
    return &m->at[row * m->columns];
}

static void clear_column(const struct matrix *m, size_t pivot, size_t column)
{
    uint64_t *from = row_of(m, pivot);
    uint64_t inverse = mod_inverse(from[column]);

    for (size_t c = 0; c < m->columns; c++)
        from[c] = mod_mul(from[c], inverse);
    for (size_t r = 0; r < m->rows; r++) {
        uint64_t *to = row_of(m, r);
        uint64_t factor = to[column];
        if (r == pivot || factor == 0)
            continue;
        for (size_t c = 0; c < m->columns; c++)
            if (from[c])
                to[c] = mod_sub(to[c], mod_mul(factor, from[c]));
    }
}

static void reduce(struct matrix *m)
{
    size_t pivot = 0;

    for (size_t column = 0; column < m->columns && pivot < m->rows; column++) {
        size_t found = pivot;
        while (found < m->rows && row_of(m, found)[column] == 0)
            found++;
        if (found == m->rows)
            continue;
        for (size_t c = 0; c < m->columns && found != pivot; c++) {
            uint64_t swap = row_of(m, found)[c];
            row_of(m, found)[c] = row_of(m, pivot)[c];
            row_of(m, pivot)[c] = swap;
        }
        clear_column(m, pivot++, column);
    }
}

/* Bounds of the hidden cells: [lo, hi] a cell. */
struct bounds {
    uint64_t *lo, *hi;
};

enum { UNBOUNDED = 1 << 30 };

static bool tighten(const struct system *system, const struct equation *equation,
                    struct bounds *bounds)
{
    /* sum of sign * x = 0 + constant of the shown cells: work with the true total of the hidden */
    int64_t known = 0, low = 0, high = 0;
    bool changed = false;

    for (size_t t = 0; t < equation->n; t++) {
        const struct term *term = &equation->terms[t];
        const struct cell *cell = &system->cells[term->cell];
        if (!wrd_cell_hidden(cell))
            continue;
        int64_t lo = (int64_t)bounds->lo[term->cell], hi = (int64_t)bounds->hi[term->cell];
        known += term->sign * (int64_t)cell->count;
        low += term->sign > 0 ? lo : -hi;
        high += term->sign > 0 ? hi : -lo;
    }
    for (size_t t = 0; t < equation->n; t++) {
        const struct term *term = &equation->terms[t];
        if (!wrd_cell_hidden(&system->cells[term->cell]))
            continue;
        int64_t lo = (int64_t)bounds->lo[term->cell], hi = (int64_t)bounds->hi[term->cell];
        /* the others lie in [low, high] less this one */
        int64_t others_low = low - (term->sign > 0 ? lo : -hi);
        int64_t others_high = high - (term->sign > 0 ? hi : -lo);
        int64_t least = known - others_high, most = known - others_low;
        if (term->sign < 0) {
            int64_t swap = least;
            least = -most;
            most = -swap;
        }
        if (least > lo) {
            bounds->lo[term->cell] = (uint64_t)least;
            changed = true;
        }
        if (most < hi) {
            bounds->hi[term->cell] = (uint64_t)most;
            changed = true;
        }
        if (changed)
            return true; /* low and high are stale now */
    }
    return false;
}

static struct bounds find_bounds(struct wrd_arena *scratch, const struct system *system)
{
    struct bounds bounds = {
        .lo = wrd_arena_take_array(scratch, system->n_cells, sizeof *bounds.lo),
        .hi = wrd_arena_take_array(scratch, system->n_cells, sizeof *bounds.hi),
    };
    bool changed = true;

    for (size_t i = 0; i < system->n_cells; i++)
        bounds.hi[i] = UNBOUNDED;
    for (int round = 0; changed && round < 50; round++) {
        changed = false;
        for (size_t e = 0; e < system->n_equations; e++)
            while (tighten(system, &system->equations[e], &bounds))
                changed = true;
    }
    return bounds;
}

/* Equations over the hidden cells, cells whose bounds have met left out as known. */
static struct matrix build(struct wrd_arena *scratch, const struct system *system,
                           const struct bounds *bounds, size_t *column_of, size_t *cell_of)
{
    struct matrix m = { .rows = system->n_equations };

    for (size_t i = 0; i < system->n_cells; i++)
        if (wrd_cell_hidden(&system->cells[i]) && bounds->lo[i] < bounds->hi[i]) {
            cell_of[m.columns] = i;
            column_of[i] = m.columns++;
        } else {
            column_of[i] = SIZE_MAX;
        }
    m.at = wrd_arena_take_array(scratch, m.rows * m.columns + 1, sizeof *m.at);
    for (size_t e = 0; e < system->n_equations; e++)
        for (size_t t = 0; t < system->equations[e].n; t++) {
            const struct term *term = &system->equations[e].terms[t];
            if (column_of[term->cell] != SIZE_MAX)
                row_of(&m, e)[column_of[term->cell]] = term->sign > 0 ? 1 : prime - 1;
        }
    return m;
}

static size_t expose_determined(const struct matrix *m, const size_t *cell_of, bool *exposed)
{
    size_t found = 0;

    for (size_t r = 0; r < m->rows; r++) {
        size_t alone = SIZE_MAX, n = 0;
        for (size_t c = 0; c < m->columns; c++)
            if (row_of(m, r)[c]) {
                alone = c;
                n++;
            }
        if (n == 1 && !exposed[cell_of[alone]]) {
            exposed[cell_of[alone]] = true;
            found++;
        }
    }
    return found;
}

size_t wrd_system_attack(struct wrd_arena *scratch, const struct system *system, uint64_t width,
                         bool *exposed)
{
    struct bounds bounds = find_bounds(scratch, system);
    size_t *column_of = wrd_arena_take_array(scratch, system->n_cells, sizeof *column_of);
    size_t *cell_of = wrd_arena_take_array(scratch, system->n_cells, sizeof *cell_of);
    size_t found = 0;

    memset(exposed, 0, system->n_cells * sizeof *exposed);
    for (size_t i = 0; i < system->n_cells; i++) {
        const struct cell *cell = &system->cells[i];
        uint64_t wanted = *cell->mark == MARK_PRIMARY ? width : 1;
        if (wrd_cell_hidden(cell) && bounds.hi[i] - bounds.lo[i] < wanted) {
            exposed[i] = true;
            found++;
        }
    }
    struct matrix m = build(scratch, system, &bounds, column_of, cell_of);
    reduce(&m);
    return found + expose_determined(&m, cell_of, exposed);
}
