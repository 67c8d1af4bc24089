/* check/batteries.c - see batteries.h. */
#include "check/batteries.h"

#include <math.h>
#include <string.h>

#include "core/number.h"

const double *wrd_list_points(struct wrd_arena *arena, const struct wrd_list *list)
{
    double lowest = INFINITY, highest = -INFINITY;
    if (!list || !list->ordered || !list->all_scored || list->n_answers == 0)
        return NULL;
    double *points = wrd_arena_take_array(arena, list->n_answers, sizeof *points);
    for (size_t a = 0; a < list->n_answers; a++) {
        points[a] = wrd_decimal_double(list->answers[a]->score);
        lowest = fmin(lowest, points[a]);
        highest = fmax(highest, points[a]);
    }
    for (size_t a = 0; a < list->n_answers; a++)
        points[a] = 100 * (points[a] - lowest) / (highest - lowest);
    return highest > lowest ? points : NULL;
}

static bool is_asked(const struct wrd_column *column)
{
    return column->c8 || column->c16;
}

static bool may_be_item(const struct wrd_variable *variable, const struct wrd_frame *frame,
                        const struct wrd_column *column)
{
    return wrd_variable_of(variable, frame->source) && variable->type == WRD_TYPE_SINGLE &&
           variable->list && is_asked(column);
}

/* "G02Q01" of "G02Q01[SQ003]"; a column without brackets stands on no screen that is known. */
static bool is_same_screen(const struct wrd_variable *a, const struct wrd_variable *b)
{
    const size_t len = strcspn(a->column, "[");
    if (!strchr(a->column, '[') || !strchr(b->column, '['))
        return !strchr(a->column, '[') && !strchr(b->column, '[');
    return len == strcspn(b->column, "[") && strncmp(a->column, b->column, len) == 0;
}

/* The end of the battery that begins at `first`. */
static size_t end_of(const struct wrd_codebook *book, const struct wrd_frame *frame, size_t first,
                     struct wrd_battery *battery)
{
    const struct wrd_variable *begin = &book->variables[first];
    size_t v = first;
    for (; v < book->n_variables; v++) {
        const struct wrd_variable *variable = &book->variables[v];
        const bool stands_here = wrd_variable_of(variable, frame->source);
        if (!stands_here || (variable->type == WRD_TYPE_SINGLE && !is_asked(&frame->columns[v])))
            continue; /* not between the others on this screen */
        if (!may_be_item(variable, frame, &frame->columns[v]) || variable->list != begin->list ||
            !is_same_screen(begin, variable))
            break;
        battery->items[battery->n++] = &frame->columns[v];
    }
    return v;
}

size_t wrd_batteries_find(struct wrd_arena *arena, const struct wrd_codebook *book,
                          const struct wrd_frame *frame, const struct wrd_battery **batteries)
{
    struct wrd_battery *found = wrd_arena_take_array(arena, book->n_variables + 1, sizeof *found);
    size_t n = 0;
    for (size_t v = 0, end; v < book->n_variables; v = end) {
        struct wrd_battery *battery = &found[n];
        end = v + 1;
        if (!may_be_item(&book->variables[v], frame, &frame->columns[v]))
            continue;
        *battery = (struct wrd_battery){
            .items = wrd_arena_take_array(arena, book->n_variables, sizeof *battery->items),
            .points = wrd_list_points(arena, book->variables[v].list),
        };
        end = end_of(book, frame, v, battery);
        n += battery->points && battery->n >= WRD_BATTERY_LEAST;
    }
    *batteries = found;
    return n;
}
