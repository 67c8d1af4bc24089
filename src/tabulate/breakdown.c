/* breakdown.c - see breakdown.h. */
#include "tabulate/breakdown.h"

#include "tabulate/fallback.h"

static struct wrd_groups everybody(struct wrd_arena *arena)
{
    struct wrd_groups groups = { wrd_arena_take_array(arena, 1, sizeof *groups.of), 1 };
    groups.of[0] = (struct wrd_group){ .code = "total", .label = { "", "" } };
    return groups;
}

static struct wrd_groups groups_of(struct wrd_arena *arena, struct wrd_classes classes)
{
    struct wrd_groups groups = { wrd_arena_take_array(arena, classes.n, sizeof *groups.of),
                                 classes.n };
    for (size_t g = 0; g < classes.n; g++) {
        const struct wrd_class *class = &classes.of[g];
        groups.of[g] = (struct wrd_group){ class->code, { "", "" }, class->parts, class->n_parts };
        for (int lang = 0; lang < WRD_LANGS; lang++)
            groups.of[g].label[lang] = class->label[lang];
    }
    return groups;
}

/* One merged group would be everybody once more. */
static struct wrd_groups merged_groups(struct wrd_arena *arena, const struct wrd_list *list)
{
    struct wrd_classes classes = wrd_fallback_classes(arena, list, false);
    if (classes.n < 2 || classes.n == list->n_answers)
        return (struct wrd_groups){ 0 };
    return groups_of(arena, classes);
}

static bool can_divide(const struct wrd_codebook *book, const struct wrd_frame *frame,
                       size_t variable)
{
    const struct wrd_column *column = &frame->columns[variable];
    return book->variables[variable].type == WRD_TYPE_SINGLE && (column->c8 || column->c16);
}

/* Indices of the variables to break down by, in their order; returns how many. */
static size_t find_variables(const struct wrd_study *study, const struct wrd_codebook *book,
                             size_t source, size_t *found)
{
    size_t n = 0;
    if (study->analysis.by_given) {
        for (size_t b = 0; b < study->analysis.n_by[source]; b++) {
            int at = wrd_codebook_variable_of(book, study->analysis.by[source][b], source);
            if (at >= 0)
                found[n++] = (size_t)at;
        }
        return n;
    }
    for (size_t v = 0; v < book->n_variables; v++)
        if ((book->variables[v].roles & WRD_ROLE_GROUP) &&
            wrd_variable_of(&book->variables[v], source))
            found[n++] = v;
    return n;
}

struct wrd_breakdowns wrd_breakdowns_new(struct wrd_arena *arena, struct wrd_arena *scratch,
                                         const struct wrd_study *study,
                                         const struct wrd_codebook *book,
                                         const struct wrd_frame *frame)
{
    size_t room = book->n_variables + study->analysis.n_by[frame->source];
    size_t *found = wrd_arena_take_array(scratch, room, sizeof *found);
    size_t n = find_variables(study, book, frame->source, found);

    struct wrd_breakdowns all = { wrd_arena_take_array(scratch, n + 1, sizeof *all.of), 1 };
    all.of[0].grouping = wrd_grouping_new(scratch, frame, NULL);
    all.of[0].full = everybody(arena);
    for (size_t i = 0; i < n; i++) {
        if (!can_divide(book, frame, found[i]))
            continue;
        struct wrd_breakdown *breakdown = &all.of[all.n++];
        breakdown->by = &book->variables[found[i]];
        breakdown->grouping = wrd_grouping_new(scratch, frame, &frame->columns[found[i]]);
        breakdown->full = groups_of(arena, wrd_single_classes(arena, breakdown->by->list));
        breakdown->merged = merged_groups(arena, breakdown->by->list);
    }
    return all;
}
