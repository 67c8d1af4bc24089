/* Disclosure control, first form: rules R0 to R7 and R9 to R12 of the protection design
 * (docs/PROTECTION.md).  Guards are made for every outcome of every wave; questions that decide who
 * is asked another one, and items of scales, are done before those that hang on them. */
#include "disclose/guard.h"

#include "waardering/steps.h"

static void protect(struct wrd_arena *arena, struct guard *guards, size_t n, struct guard *guard)
{
    const struct wrd_outcome *outcome = guard->outcome;

    if (guard->done)
        return;
    guard->done = true; /* before the others: check has refused cycles */
    for (size_t i = 0; outcome->variable && i < outcome->variable->n_ask_if; i++) {
        const struct guard *filter =
            wrd_guard_named(guards, n, outcome->source, outcome->variable->ask_if[i].variable);
        if (filter)
            protect(arena, guards, n, &guards[filter - guards]);
    }
    for (size_t i = 0; i < outcome->n_items; i++) {
        const struct guard *item = wrd_guard_of(guards, n, outcome->items[i]);
        protect(arena, guards, n, &guards[item - guards]);
    }
    wrd_design(arena, guard, guards, n);
}

static struct guard *protect_wave(struct wrd_arena *arena, const struct wrd_tables *tables)
{
    struct guard *guards = wrd_arena_take_array(arena, tables->n_outcomes, sizeof *guards);

    for (size_t i = 0; i < tables->n_outcomes; i++)
        guards[i] = wrd_guard_new(arena, tables, &tables->outcomes[i]);
    for (size_t i = 0; i < tables->n_outcomes; i++)
        protect(arena, guards, tables->n_outcomes, &guards[i]);
    return guards;
}

/* Whether anything of the outcome is hidden that the analyst may want to know of. */
static void tell(const struct guard *guard, const struct wrd_tables *tables, struct wrd_diag *diag)
{
    const struct wrd_place nowhere = { 0 };
    const char *wave = tables->study->waves[tables->wave].name;

    if (!guard->outcome->published)
        return;
    if (guard->views[0].row_hidden[0])
        wrd_say(diag, WRD_N0601, nowhere, guard->outcome->name, wave);
    for (size_t v = 1; v < guard->n_views; v++)
        if (guard->views[v].level == LEVEL_OUT)
            wrd_say(diag, WRD_N0602, nowhere, guard->outcome->name, guard->views[v].full->by->name,
                    wave);
}

enum wrd_status wrd_disclose(struct wrd_arena *arena, const struct wrd_tables *const *tables,
                             size_t n_waves, const struct wrd_quality *quality,
                             struct wrd_diag *diag, struct wrd_release **release)
{
    struct guard **guards = wrd_arena_take_array(arena, n_waves, sizeof *guards);

    for (size_t w = 0; w < n_waves; w++)
        guards[w] = protect_wave(arena, tables[w]);
    for (size_t i = 0; i < tables[n_waves - 1]->n_outcomes; i++)
        tell(&guards[n_waves - 1][i], tables[n_waves - 1], diag);
    *release = wrd_seal(arena, tables, n_waves, guards, quality);
    return WRD_OK;
}
