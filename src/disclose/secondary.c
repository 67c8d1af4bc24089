/* Complementary suppression: hides further cells until no hidden one follows from what is shown.
 *
 * Two passes take turns.  The first looks at one equation at a time: a row or column with a single
 * hidden cell tells it, and hidden cells that together hold fewer respondents than the threshold
 * are as good as told; the cheapest other cell goes.  The second lets the attacker loose on all
 * equations at once (attack.c) and gives each exposed cell one more companion.  Every step hides a
 * cell, so it ends; everything hidden is safe.  Order is that of views, groups and answers: no
 * chance in it. */
#include "disclose/system.h"

struct price { /* lower is better, compared from the first field on */
    bool total;
    bool falls_short;
    uint32_t opens; /* other equations in which it would be the only hidden cell */
    uint64_t count;
};

static bool cheaper(struct price a, struct price b)
{
    if (a.total != b.total)
        return b.total;
    if (a.falls_short != b.falls_short)
        return b.falls_short;
    if (a.opens != b.opens)
        return a.opens < b.opens;
    return a.count < b.count;
}

static size_t hidden_in(const struct system *system, const struct equation *equation, uint64_t *sum,
                        bool *same_sign)
{
    size_t n = 0;
    int sign = 0;

    *sum = 0;
    *same_sign = true;
    for (size_t t = 0; t < equation->n; t++) {
        const struct term *term = &equation->terms[t];
        const struct cell *cell = &system->cells[term->cell];
        if (!wrd_cell_hidden(cell))
            continue;
        *same_sign &= sign == 0 || sign == term->sign;
        sign = term->sign;
        *sum += cell->count;
        n++;
    }
    return n;
}

static bool can_go(const struct cell *cell)
{
    return *cell->mark == MARK_SHOWN && !cell->fixed && !(cell->view == 0 && cell->count == 0);
}

static uint32_t opened_by(const struct system *system, const struct cell *cell, size_t but)
{
    uint32_t opens = 0;

    for (size_t i = 0; i < cell->n_equations; i++) {
        uint64_t sum;
        bool same;
        if (cell->equations[i] != but)
            opens += hidden_in(system, &system->equations[cell->equations[i]], &sum, &same) == 0;
    }
    return opens;
}

/* The cheapest cell of the equation that can go; SIZE_MAX if there is none. */
static size_t cheapest(const struct system *system, size_t e, uint64_t missing, struct price *best)
{
    const struct equation *equation = &system->equations[e];
    size_t found = SIZE_MAX;

    for (size_t t = 0; t < equation->n; t++) {
        const struct cell *cell = &system->cells[equation->terms[t].cell];
        if (!can_go(cell))
            continue;
        struct price price = {
            .total = cell->view == 0,
            .falls_short = cell->count < missing,
            .opens = opened_by(system, cell, e),
            .count = cell->count,
        };
        if (found == SIZE_MAX || cheaper(price, *best)) {
            *best = price;
            found = equation->terms[t].cell;
        }
    }
    return found;
}

/* First pass.  Returns whether anything was hidden. */
static bool mend_equations(const struct system *system, uint64_t least)
{
    bool any = false;

    for (size_t e = 0; e < system->n_equations; e++)
        for (;;) {
            struct price price;
            uint64_t sum;
            bool same;
            size_t n = hidden_in(system, &system->equations[e], &sum, &same);
            bool weak = n == 1 || (n > 1 && same && sum < least);
            if (!weak)
                break;
            uint64_t missing = same && sum < least ? least - sum : 0;
            size_t cell = cheapest(system, e, missing, &price);
            if (cell == SIZE_MAX)
                break;
            *system->cells[cell].mark = MARK_COMPLEMENT;
            any = true;
        }
    return any;
}

/* Second pass: a companion for the first exposed cell that can get one. */
static bool mend_exposed(const struct system *system, const bool *exposed)
{
    for (size_t i = 0; i < system->n_cells; i++) {
        const struct cell *cell = &system->cells[i];
        size_t found = SIZE_MAX;
        struct price best, price;
        for (size_t k = 0; exposed[i] && k < cell->n_equations; k++) {
            size_t candidate = cheapest(system, cell->equations[k], 1, &price);
            if (candidate != SIZE_MAX && (found == SIZE_MAX || cheaper(price, best))) {
                best = price;
                found = candidate;
            }
        }
        if (found != SIZE_MAX) {
            *system->cells[found].mark = MARK_COMPLEMENT;
            return true;
        }
    }
    return false;
}

bool wrd_secondary(struct wrd_arena *scratch, const struct guard *guard, struct facet *facet,
                   size_t *failed)
{
    const struct system system = wrd_system_new(scratch, guard, facet);
    bool *exposed = wrd_arena_take_array(scratch, system.n_cells, sizeof *exposed);

    for (;;) {
        while (mend_equations(&system, facet->least))
            continue;
        struct wrd_arena *attack = wrd_arena_new();
        size_t found = wrd_system_attack(attack, &system, facet->least, exposed);
        wrd_arena_free(attack);
        if (found == 0)
            return true;
        if (!mend_exposed(&system, exposed))
            break;
    }
    for (size_t i = 0; i < system.n_cells; i++)
        if (exposed[i]) {
            *failed = system.cells[i].view;
            return false;
        }
    return true;
}
