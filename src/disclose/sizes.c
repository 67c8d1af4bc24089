/* How many respondents a group has is told by the response of the groups that were invited and by the
 * weighting table, each with its own rules: how many were invited narrows the one, how many there are
 * the other.  What one hides must not follow from the other, so both hide what either hides.  Where
 * breakdowns can merge groups, their sum is known, and what hides one hides all.  A cross (age*gender)
 * beside a table with a variable in common that hides something shows nothing. */
#include "disclose/guard.h"

#include <string.h>

#include "core/text.h"

bool wrd_group_covered(uint64_t cell, uint64_t respondents, uint64_t most,
                       const struct hidden_groups *sum)
{
    const uint64_t others = sum->most - most;
    const uint64_t left = sum->respondents - (sum->groups - 1);
    const uint64_t high = most < left ? most : left;
    const uint64_t least = sum->respondents > others + 1 ? sum->respondents - others : 1;
    const uint64_t wanted = most < cell ? most : cell;
    const uint64_t half = respondents > 2 ? respondents / 2 : 1;
    return high - least + 1 >= wanted && least <= half;
}

bool wrd_groups_linked(struct wrd_arena *arena, const char *a, const char *b)
{
    const char *of_a, *of_b;
    for (size_t i = 0; (of_a = wrd_text_part(arena, a, i)); i++)
        for (size_t k = 0; (of_b = wrd_text_part(arena, b, k)); k++)
            if (strcmp(of_a, of_b) == 0)
                return true;
    return false;
}

bool wrd_groups_merge(struct wrd_arena *arena, const struct wrd_tables *tables, size_t source,
                      const char *name)
{
    for (size_t o = 0; o < tables->n_outcomes; o++) {
        const struct wrd_outcome *outcome = &tables->outcomes[o];
        for (size_t t = 0; t < outcome->n_tables && outcome->source == source; t++)
            if (outcome->tables[t].merged &&
                wrd_groups_linked(arena, outcome->tables[t].by->name, name))
                return true;
    }
    return false;
}

/* A margin of the weighting table, or the response by one question. */
struct told {
    const char *name;
    const char **code;
    bool *hidden;
    size_t n;
};

static size_t told_margins(struct wrd_arena *arena, const struct wrd_seen_fitting *fitting,
                           bool *hidden, struct told *told)
{
    size_t n = 0;
    for (size_t r = 0; r < fitting->n_rows; r++) {
        const struct wrd_seen_margin *row = &fitting->rows[r];
        if (r == 0 || strcmp(row->margin, row[-1].margin) != 0)
            told[n++] = (struct told){ row->margin,
                                       wrd_arena_take_array(arena, fitting->n_rows, sizeof(char *)),
                                       &hidden[r], 0 };
        hidden[r] = row->hidden;
        told[n - 1].code[told[n - 1].n++] = row->code;
    }
    return n;
}

static struct told told_response(struct wrd_arena *arena, const struct wrd_seen_response_by *by)
{
    struct told told = { by->name, wrd_arena_take_array(arena, by->n_groups, sizeof(char *)),
                         wrd_arena_take_array(arena, by->n_groups, sizeof(bool)), by->n_groups };
    for (size_t g = 0; g < by->n_groups; g++) {
        told.code[g] = by->groups[g].code;
        told.hidden[g] = by->groups[g].seen.state == WRD_HIDDEN;
    }
    return told;
}

static bool hides(const struct told *told)
{
    for (size_t g = 0; g < told->n; g++)
        if (told->hidden[g])
            return true;
    return false;
}

/* What the other hides of the same groups. */
static bool hide_same(const struct told *told, const struct told *other)
{
    bool changed = false;
    for (size_t g = 0; g < told->n; g++)
        for (size_t k = 0; k < other->n; k++)
            if (other->hidden[k] && !told->hidden[g] && strcmp(told->code[g], other->code[k]) == 0)
                changed = told->hidden[g] = true;
    return changed;
}

static bool hide_whole(const struct told *told)
{
    bool changed = false;
    for (size_t g = 0; g < told->n; g++) {
        changed |= !told->hidden[g];
        told->hidden[g] = true;
    }
    return changed;
}

static bool hide_for(struct wrd_arena *arena, const struct told *told, const struct told *other)
{
    if (strcmp(told->name, other->name) == 0)
        return hide_same(told, other);
    return strchr(told->name, '*') && (hides(told) || hides(other)) &&
           wrd_groups_linked(arena, told->name, other->name) && hide_whole(told);
}

static void agree(struct wrd_arena *arena, const struct told *told, size_t n)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (size_t a = 0; a < n; a++)
            for (size_t b = 0; b < n; b++)
                changed |= a != b && hide_for(arena, &told[a], &told[b]);
    }
}

static void erase_margins(struct wrd_arena *arena, const bool *hidden,
                          struct wrd_seen_fitting *fitting)
{
    struct wrd_seen_margin *rows = wrd_arena_take_array(arena, fitting->n_rows, sizeof *rows);
    for (size_t r = 0; r < fitting->n_rows; r++) {
        rows[r] = fitting->rows[r];
        if (!hidden[r])
            continue;
        rows[r].hidden = true;
        rows[r].n = 0;
        rows[r].before = 0;
        fitting->hides = true;
    }
    fitting->rows = rows;
    if (fitting->hides) { /* R11 */
        fitting->deff = fitting->smallest = fitting->largest = 0;
        fitting->n_effective = 0;
    }
}

static void erase_response(struct wrd_arena *arena, const struct told *told,
                           struct wrd_seen_response_by *by)
{
    struct wrd_seen_response_group *groups =
        wrd_arena_take_array(arena, by->n_groups, sizeof *groups);
    for (size_t g = 0; g < by->n_groups; g++) {
        groups[g] = by->groups[g];
        if (told->hidden[g])
            groups[g].seen = (struct wrd_seen){ .state = WRD_HIDDEN, .flag = 'c' };
    }
    by->groups = groups;
    if (hides(told)) { /* R7, R11 */
        by->uneven = false;
        by->most = by->least = 0;
    }
}

void wrd_agree_on_sizes(struct wrd_arena *arena, struct wrd_seen_fitting *fitting,
                        struct wrd_seen_response *response)
{
    struct told *told = wrd_arena_take_array(arena, fitting->n_rows + response->n_by, sizeof *told);
    bool *hidden = wrd_arena_take_array(arena, fitting->n_rows, sizeof *hidden);
    const size_t n_margins = told_margins(arena, fitting, hidden, told);
    for (size_t b = 0; b < response->n_by; b++)
        told[n_margins + b] = told_response(arena, &response->by[b]);
    agree(arena, told, n_margins + response->n_by);
    erase_margins(arena, hidden, fitting);
    for (size_t b = 0; b < response->n_by; b++)
        erase_response(arena, &told[n_margins + b], &response->by[b]);
}
