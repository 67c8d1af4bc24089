/* What may be said of the changes of headline figures.
 *
 * They are named by their p among all of them (METHOD 7.12), so one that is hidden would have a part in what
 * is said of the others (R11).  Here it counts as one that is not clear at all, p = 1: that needs nothing
 * of it, and since Holm's p only grows with the p of others, it never names what the whole family
 * would not. */
#include "disclose/guard.h"

#include <math.h>
#include <string.h>

#include "stats/multiplicity.h"
#include "waardering/headline.h"

struct member { /* a test of the family */
    const struct wrd_outcome *outcome;
    size_t row;
    double p;
};
struct family {
    struct member *of;
    size_t n;
};

static bool is_total_of(const struct wrd_seen_table *table, const struct wrd_outcome *outcome)
{
    return !table->by && table->wave == outcome->wave && table->source == outcome->source &&
           table->outcome->variable == outcome->variable && table->outcome->scale == outcome->scale;
}

/* Of all rows that share the test, whether one is seen; NaN where there is no test at all. */
static double seen_p(const struct member *member, const struct wrd_seen_table *tables,
                     size_t n_tables)
{
    const double p = member->outcome->trend->changes[member->row].p;
    bool exists = false;
    for (size_t t = 0; t < n_tables; t++)
        for (size_t r = 0;
             r < tables[t].n_rows && tables[t].changes && is_total_of(&tables[t], member->outcome);
             r++) {
            const size_t row = (size_t)(tables[t].rows[r] - member->outcome->rows);
            if (wrd_row_tested(member->outcome, row) != member->row)
                continue;
            if (tables[t].changes[r].cell.state == WRD_SHOWN)
                return p;
            exists |= tables[t].changes[r].cell.state == WRD_HIDDEN;
        }
    return exists ? 1 : NAN;
}

static struct family family_of(struct wrd_arena *arena, const struct wrd_tables *now,
                               const struct wrd_seen_table *tables, size_t n_tables)
{
    size_t room = 0;
    for (size_t o = 0; o < now->n_outcomes; o++)
        room += now->outcomes[o].n_rows;
    struct family family = { wrd_arena_take_array(arena, room, sizeof *family.of), 0 };
    for (size_t o = 0; o < now->n_outcomes; o++) {
        const struct wrd_outcome *outcome = &now->outcomes[o];
        for (size_t r = 0; outcome->trend && r < outcome->n_rows; r++) {
            struct member *member = &family.of[family.n];
            if (!outcome->trend->changes[r].headline || wrd_row_tested(outcome, r) != r)
                continue;
            *member = (struct member){ .outcome = outcome, .row = r };
            member->p = seen_p(member, tables, n_tables);
            family.n++;
        }
    }
    return family;
}

static void adjust(struct wrd_arena *arena, struct family *family)
{
    double *p = wrd_arena_take_array(arena, family->n, sizeof *p);
    for (size_t i = 0; i < family->n; i++)
        p[i] = family->of[i].p;
    wrd_holm(p, family->n, p);
    for (size_t i = 0; i < family->n; i++)
        family->of[i].p = p[i];
}

static void judge(struct wrd_arena *arena, const struct member *member, double alpha,
                  struct wrd_seen_table *table)
{
    const struct wrd_change *changes = member->outcome->trend->changes;
    struct wrd_seen_change *seen = wrd_arena_take_array(arena, table->n_rows, sizeof *seen);
    memcpy(seen, table->changes, table->n_rows * sizeof *seen);
    for (size_t r = 0; r < table->n_rows; r++) {
        const size_t row = (size_t)(table->rows[r] - member->outcome->rows);
        if (seen[r].cell.state == WRD_SHOWN && wrd_row_tested(member->outcome, row) == member->row)
            seen[r].verdict = wrd_verdict_among(&changes[row], member->p, alpha);
    }
    table->changes = seen;
}

void wrd_seal_headlines(struct wrd_arena *arena, const struct wrd_tables *now,
                        struct wrd_seen_table *tables, size_t n_tables)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const double alpha = 1 - wrd_study_confidence(now->study);
    struct family family = family_of(scratch, now, tables, n_tables);
    adjust(scratch, &family);
    for (size_t i = 0; i < family.n; i++)
        for (size_t t = 0; t < n_tables; t++)
            if (tables[t].changes && is_total_of(&tables[t], family.of[i].outcome))
                judge(arena, &family.of[i], alpha, &tables[t]);
    wrd_arena_free(scratch);
}
