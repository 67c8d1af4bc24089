/* outcomes.c - see outcomes.h. */
#include "tabulate/outcomes.h"

#include "tabulate/rows.h"

static bool has_codes(const struct wrd_column *column)
{
    return column->c8 || column->c16;
}

static bool was_asked(const struct wrd_column *column)
{
    bool asked = has_codes(column);
    for (size_t o = 0; o < column->n_options; o++)
        asked |= has_codes(&column->options[o]);
    return asked;
}

size_t wrd_items_asked(const struct wrd_codebook *book, const struct wrd_frame *frame, size_t scale,
                       size_t *items)
{
    size_t n = wrd_scale_items(book, scale, frame->source, items, book->n_variables), asked = 0;
    for (size_t j = 0; j < n; j++)
        if (was_asked(&frame->columns[items[j]]))
            items[asked++] = items[j];
    return asked;
}

/* A question has figures of its own as an outcome, and counts that protection needs as an item. */
static bool is_outcome(const struct wrd_variable *variable)
{
    return (variable->roles & WRD_ROLE_OUTCOME) != 0;
}

static bool is_counted(const struct wrd_variable *variable)
{
    return variable->type == WRD_TYPE_SINGLE || variable->type == WRD_TYPE_NUMBER ||
           variable->type == WRD_TYPE_MULTIPLE;
}

static struct wrd_rows rows_of(struct wrd_arena *arena, const struct wrd_variable *variable)
{
    if (variable->type == WRD_TYPE_SINGLE)
        return wrd_item_rows(arena, variable->list);
    if (variable->type == WRD_TYPE_MULTIPLE)
        return wrd_multiple_rows(arena, variable->list);
    return wrd_number_rows(arena);
}

static enum wrd_outcome_kind kind_of(const struct wrd_variable *variable)
{
    if (variable->type == WRD_TYPE_SINGLE)
        return WRD_OUTCOME_ITEM;
    return variable->type == WRD_TYPE_MULTIPLE ? WRD_OUTCOME_MULTIPLE : WRD_OUTCOME_NUMBER;
}

static void add_variable(struct wrd_arena *arena, const struct wrd_frame *frame,
                         const struct wrd_variable *variable, struct wrd_tables *tables)
{
    struct wrd_rows rows = rows_of(arena, variable);
    tables->outcomes[tables->n_outcomes++] = (struct wrd_outcome){
        .kind = kind_of(variable),
        .source = frame->source,
        .wave = frame->wave,
        .variable = variable,
        .name = variable->name,
        .published = is_outcome(variable),
        .sensitive = (variable->roles & WRD_ROLE_SENSITIVE) != 0,
        .rows = rows.of,
        .n_rows = rows.n,
    };
}

static const struct wrd_outcome *outcome_of(const struct wrd_tables *tables, size_t source,
                                            const struct wrd_variable *variable)
{
    for (size_t o = 0; o < tables->n_outcomes; o++)
        if (tables->outcomes[o].source == source && tables->outcomes[o].variable == variable)
            return &tables->outcomes[o];
    return NULL;
}

static void add_scale(struct wrd_arena *arena, const struct wrd_frame *frame, size_t scale,
                      const size_t *variables, size_t k, struct wrd_tables *tables)
{
    const struct wrd_codebook *book = tables->codebook;
    const struct wrd_outcome **items = wrd_arena_take_array(arena, k, sizeof *items);
    bool *reversed = wrd_arena_take_array(arena, k, sizeof *reversed), sensitive = false;
    for (size_t j = 0; j < k; j++) {
        const struct wrd_variable *item = &book->variables[variables[j]];
        items[j] = outcome_of(tables, frame->source, item);
        reversed[j] = item->reverse;
        sensitive |= (item->roles & WRD_ROLE_SENSITIVE) != 0;
    }
    struct wrd_rows rows = wrd_scale_rows(arena);
    tables->outcomes[tables->n_outcomes++] = (struct wrd_outcome){
        .kind = WRD_OUTCOME_SCALE,
        .source = frame->source,
        .wave = frame->wave,
        .scale = &book->scales[scale],
        .name = book->scales[scale].name,
        .published = true,
        .sensitive = sensitive,
        .rows = rows.of,
        .n_rows = rows.n,
        .items = items,
        .reversed = reversed,
        .n_items = k,
    };
}

static void add_frame(struct wrd_arena *arena, const struct wrd_frame *frame,
                      struct wrd_tables *tables)
{
    const struct wrd_codebook *book = tables->codebook;
    for (size_t v = 0; v < book->n_variables; v++) {
        const struct wrd_variable *variable = &book->variables[v];
        if (wrd_variable_of(variable, frame->source) && is_counted(variable) &&
            was_asked(&frame->columns[v]) && (is_outcome(variable) || variable->scale >= 0))
            add_variable(arena, frame, variable, tables);
    }
    size_t *items = wrd_arena_take_array(arena, book->n_variables, sizeof *items);
    for (size_t s = 0; s < book->n_scales; s++) {
        size_t k = wrd_items_asked(book, frame, s, items);
        if (k > 0)
            add_scale(arena, frame, s, items, k, tables);
    }
}

void wrd_outcomes_find(struct wrd_arena *arena, const struct wrd_frame *const *frames,
                       size_t n_frames, struct wrd_tables *tables)
{
    const struct wrd_codebook *book = tables->codebook;
    /* Room for all at once: a scale points at the outcomes of its items. */
    tables->outcomes = wrd_arena_take_array(arena, n_frames * (book->n_variables + book->n_scales),
                                            sizeof *tables->outcomes);
    tables->n_outcomes = 0;
    for (size_t f = 0; f < n_frames; f++)
        add_frame(arena, frames[f], tables);
}
