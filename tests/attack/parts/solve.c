#include "attack/parts/solve.h"
#include "attack/parts/sheet.h"

#include <stdlib.h>
#include <string.h>

static void *grown(void *array, int n, int *room, size_t size)
{
    if (n < *room)
        return array;
    *room = *room ? 2 * *room : 256;
    return must(realloc(array, (size_t)*room * size));
}

void solve_clear(struct solve *s)
{
    free(s->lo);
    free(s->hi);
    free(s->truth);
    free(s->rows);
    free(s->terms);
    free(s->uses);
    free(s->use_first);
    free(s->queue);
    free(s->queued);
    free(s->trail);
    *s = (struct solve){ 0 };
}

int solve_var(struct solve *s, int64_t lo, int64_t hi, int64_t truth)
{
    if (s->n_vars == s->room_vars) {
        s->room_vars = s->room_vars ? 2 * s->room_vars : 256;
        size_t bytes = (size_t)s->room_vars * sizeof(int64_t);
        s->lo = must(realloc(s->lo, bytes));
        s->hi = must(realloc(s->hi, bytes));
        s->truth = must(realloc(s->truth, bytes));
    }
    s->lo[s->n_vars] = lo;
    s->hi[s->n_vars] = hi;
    s->truth[s->n_vars] = truth;
    return s->n_vars++;
}

void solve_term(struct solve *s, int var, int64_t factor)
{
    if (factor == 0)
        return;
    s->terms = grown(s->terms, s->n_terms, &s->room_terms, sizeof *s->terms);
    s->terms[s->n_terms++] = (struct solve_term){ var, factor };
}

bool solve_row(struct solve *s, int64_t lo, int64_t hi)
{
    int first = s->n_rows ? s->rows[s->n_rows - 1].first + s->rows[s->n_rows - 1].n : 0;
    int64_t sum = 0;
    for (int t = first; t < s->n_terms; t++)
        sum += s->terms[t].factor * s->truth[s->terms[t].var];
    if (sum < lo || sum > hi) {
        s->n_terms = first;
        return false;
    }
    s->rows = grown(s->rows, s->n_rows, &s->room_rows, sizeof *s->rows);
    s->rows[s->n_rows++] = (struct solve_row){ first, s->n_terms - first, lo, hi };
    return true;
}

void solve_ready(struct solve *s)
{
    size_t vars = (size_t)s->n_vars, rows = (size_t)s->n_rows;
    s->use_first = must(calloc(vars + 2, sizeof *s->use_first));
    s->uses = must(calloc((size_t)s->n_terms + 1, sizeof *s->uses));
    s->queue = must(calloc(rows + 1, sizeof *s->queue));
    s->queued = must(calloc(rows + 1, sizeof *s->queued));
    for (int t = 0; t < s->n_terms; t++)
        s->use_first[s->terms[t].var + 2]++;
    for (int v = 0; v <= s->n_vars; v++)
        s->use_first[v + 1] += s->use_first[v];
    for (int r = 0; r < s->n_rows; r++)
        for (int t = s->rows[r].first; t < s->rows[r].first + s->rows[r].n; t++)
            s->uses[s->use_first[s->terms[t].var + 1]++] = r;
}

/* ---- bounds ---- */

static int64_t floor_div(int64_t a, int64_t b)
{
    int64_t q = a / b;
    return q - (a % b != 0 && (a < 0) != (b < 0));
}

static int64_t ceil_div(int64_t a, int64_t b)
{
    return -floor_div(-a, b);
}

static void put_queue(struct solve *s, int row)
{
    if (s->queued[row])
        return;
    s->queued[row] = true;
    s->queue[s->tail] = row;
    s->tail = (s->tail + 1) % (s->n_rows + 1);
}

static bool narrow(struct solve *s, int var, int64_t lo, int64_t hi)
{
    lo = lo > s->lo[var] ? lo : s->lo[var];
    hi = hi < s->hi[var] ? hi : s->hi[var];
    if (lo == s->lo[var] && hi == s->hi[var])
        return true;
    s->trail = grown(s->trail, s->n_trail, &s->room_trail, sizeof *s->trail);
    s->trail[s->n_trail].var = var;
    s->trail[s->n_trail].lo = s->lo[var];
    s->trail[s->n_trail++].hi = s->hi[var];
    s->lo[var] = lo;
    s->hi[var] = hi;
    for (int u = s->use_first[var]; u < s->use_first[var + 1]; u++)
        put_queue(s, s->uses[u]);
    return lo <= hi;
}

static bool propagate_row(struct solve *s, const struct solve_row *row)
{
    int64_t least = 0, most = 0;
    const struct solve_term *terms = s->terms + row->first;
    for (int t = 0; t < row->n; t++) {
        int64_t f = terms[t].factor;
        least += f * (f > 0 ? s->lo : s->hi)[terms[t].var];
        most += f * (f > 0 ? s->hi : s->lo)[terms[t].var];
    }
    if (least > row->hi || most < row->lo)
        return false;
    if (least >= row->lo && most <= row->hi)
        return true; /* says nothing more */
    for (int t = 0; t < row->n; t++) {
        int v = terms[t].var;
        int64_t f = terms[t].factor, lo = s->lo[v], hi = s->hi[v];
        if (lo == hi)
            continue;
        int64_t rest_least = least - f * (f > 0 ? lo : hi),
                rest_most = most - f * (f > 0 ? hi : lo);
        int64_t up = row->hi - rest_least, down = row->lo - rest_most; /* down <= f x <= up */
        int64_t new_hi = f > 0 ? floor_div(up, f) : floor_div(down, f);
        int64_t new_lo = f > 0 ? ceil_div(down, f) : ceil_div(up, f);
        if (!narrow(s, v, new_lo, new_hi))
            return false;
        least = rest_least + f * (f > 0 ? s->lo : s->hi)[v];
        most = rest_most + f * (f > 0 ? s->hi : s->lo)[v];
    }
    return true;
}

static bool run_queue(struct solve *s)
{
    bool fits = true;
    /* A row with wide intervals can creep by one a turn; stopping early only makes the attack
     * weaker. */
    for (int turns = 0; s->head != s->tail; turns++) {
        int row = s->queue[s->head];
        s->head = (s->head + 1) % (s->n_rows + 1);
        s->queued[row] = false;
        if (fits && turns < 200 * s->n_rows)
            fits = propagate_row(s, &s->rows[row]);
    }
    return fits;
}

bool solve_propagate(struct solve *s)
{
    for (int r = 0; r < s->n_rows; r++)
        put_queue(s, r);
    return run_queue(s);
}

/* ---- elimination ---- */

static const uint64_t prime = ((uint64_t)1 << 61) - 1;

__extension__ typedef unsigned __int128 wide;

static uint64_t times(uint64_t a, uint64_t b)
{
    wide product = (wide)a * b;
    uint64_t sum = (uint64_t)(product & prime) + (uint64_t)(product >> 61);
    return sum >= prime ? sum - prime : sum;
}

static uint64_t inverse(uint64_t a)
{
    uint64_t result = 1;
    for (uint64_t e = prime - 2; e; e >>= 1, a = times(a, a))
        if (e & 1)
            result = times(result, a);
    return result;
}

static uint64_t residue(int64_t a)
{
    int64_t r = a % (int64_t)prime;
    return (uint64_t)(r < 0 ? r + (int64_t)prime : r);
}

static void subtract_row(uint64_t *from, const uint64_t *row, uint64_t factor, int width)
{
    for (int c = 0; c < width; c++)
        if (row[c])
            from[c] = (from[c] + prime - times(factor, row[c])) % prime;
}

/* A term of an unknown that its bounds fix goes to the right side. */
static void put_term(const struct solve *s, const struct solve_term *term, uint64_t *line)
{
    int v = term->var;
    if (s->lo[v] == s->hi[v])
        line[s->n_vars] = (line[s->n_vars] + residue(-term->factor * s->lo[v])) % prime;
    else
        line[v] = (line[v] + residue(term->factor)) % prime;
}

/* The equations, one a line, the right side last; returns how many. */
static int equations(const struct solve *s, uint64_t **matrix)
{
    int n = 0, width = s->n_vars + 1;
    uint64_t *m = must(calloc((size_t)s->n_rows * (size_t)width + 1, sizeof *m));
    for (int r = 0; r < s->n_rows; r++) {
        if (s->rows[r].lo != s->rows[r].hi)
            continue;
        uint64_t *line = m + (size_t)n++ * (size_t)width;
        line[width - 1] = residue(s->rows[r].lo);
        for (int t = s->rows[r].first; t < s->rows[r].first + s->rows[r].n; t++)
            put_term(s, &s->terms[t], line);
    }
    *matrix = m;
    return n;
}

void solve_eliminate(const struct solve *s, int64_t *value)
{
    uint64_t *m;
    int n = equations(s, &m), width = s->n_vars + 1, done = 0;
    for (int v = 0; v < s->n_vars; v++)
        value[v] = -1;
    for (int v = 0; v < s->n_vars && done < n; v++) {
        uint64_t *top = m + (size_t)done * (size_t)width;
        int pivot = done;
        while (pivot < n && m[(size_t)pivot * (size_t)width + (size_t)v] == 0)
            pivot++;
        if (pivot == n)
            continue;
        uint64_t *other = m + (size_t)pivot * (size_t)width;
        for (int c = 0; c < width && pivot != done; c++) {
            uint64_t swap = top[c];
            top[c] = other[c];
            other[c] = swap;
        }
        uint64_t scale = inverse(top[v]);
        for (int c = v; c < width; c++)
            top[c] = times(top[c], scale);
        for (int r = 0; r < n; r++) {
            uint64_t *line = m + (size_t)r * (size_t)width;
            if (r != done && line[v])
                subtract_row(line, top, line[v], width);
        }
        done++;
    }
    for (int r = 0; r < done; r++) {
        const uint64_t *line = m + (size_t)r * (size_t)width;
        int alone = -1, others = 0;
        for (int v = 0; v < s->n_vars; v++)
            if (line[v] && others++ == 0)
                alone = v;
        if (others == 1)
            value[alone] = (int64_t)line[width - 1];
    }
    free(m);
}

/* ---- another solution ---- */

static void undo(struct solve *s, int to)
{
    while (s->n_trail > to) {
        s->n_trail--;
        s->lo[s->trail[s->n_trail].var] = s->trail[s->n_trail].lo;
        s->hi[s->trail[s->n_trail].var] = s->trail[s->n_trail].hi;
    }
}

static int narrowest(const struct solve *s)
{
    int best = -1;
    for (int v = 0; v < s->n_vars; v++)
        if (s->lo[v] < s->hi[v] && (best < 0 || s->hi[v] - s->lo[v] < s->hi[best] - s->lo[best]))
            best = v;
    return best;
}

static enum solve_found search(struct solve *s, int *budget)
{
    int v = narrowest(s);
    if (v < 0)
        return SOLVE_OTHER;
    if ((*budget)-- <= 0)
        return SOLVE_TIRED;
    int64_t lo = s->lo[v], hi = s->hi[v];
    int64_t at = s->truth[v] < lo ? lo : s->truth[v] > hi ? hi : s->truth[v];
    const int64_t parts[3][2] = { { at, at }, { lo, at - 1 }, { at + 1, hi } };
    for (int p = 0; p < 3; p++) {
        int mark = s->n_trail;
        if (parts[p][0] > parts[p][1])
            continue;
        bool fits = narrow(s, v, parts[p][0], parts[p][1]);
        fits &= run_queue(s);
        enum solve_found found = fits ? search(s, budget) : SOLVE_NONE;
        if (found != SOLVE_NONE)
            return found; /* the bounds are put back by solve_witness */
        undo(s, mark);
    }
    return SOLVE_NONE;
}

static bool is_solution(const struct solve *s, const int64_t *x)
{
    for (int r = 0; r < s->n_rows; r++) {
        int64_t sum = 0;
        for (int t = s->rows[r].first; t < s->rows[r].first + s->rows[r].n; t++)
            sum += s->terms[t].factor * x[s->terms[t].var];
        if (sum < s->rows[r].lo || sum > s->rows[r].hi)
            return false;
    }
    return true;
}

enum solve_found solve_witness(struct solve *s, int target, int budget, int64_t *witness)
{
    enum solve_found all = SOLVE_NONE;
    int64_t v = s->truth[target];
    for (int side = 0; side < 2 && all != SOLVE_OTHER; side++) {
        int mark = s->n_trail, left = budget;
        bool fits = side ? narrow(s, target, v + 1, SOLVE_MANY) : narrow(s, target, 0, v - 1);
        fits &= run_queue(s);
        enum solve_found found = fits ? search(s, &left) : SOLVE_NONE;
        if (found == SOLVE_OTHER) {
            memcpy(witness, s->lo, (size_t)s->n_vars * sizeof *witness);
            if (!is_solution(s, witness))
                found = SOLVE_TIRED; /* bounds stopped early: prove nothing */
        }
        if (found == SOLVE_OTHER || all == SOLVE_NONE)
            all = found;
        undo(s, mark);
    }
    return all;
}
