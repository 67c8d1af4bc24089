/* subject.c - see subject.h. */
#include "tabulate/subject.h"

#include <math.h>

#include "core/number.h"
#include "tabulate/derived.h"
#include "tabulate/outcomes.h"

/* Where an outcome is taken from. */
struct place {
    struct wrd_arena *arena;
    const struct wrd_codebook *book;
    const struct wrd_frame *frame;
};

static const struct wrd_column *column_of(const struct place *place,
                                          const struct wrd_outcome *outcome)
{
    return &place->frame->columns[outcome->variable - place->book->variables];
}

static double *percents(struct wrd_arena *arena, const struct wrd_column *column)
{
    double *y = wrd_arena_take_array(arena, column->n_codes, sizeof *y);
    for (size_t v = 0; v < column->n_codes; v++)
        y[v] = wrd_percent_of(column->score[v], column->score_unit);
    return y;
}

static void take_item(const struct place *place, struct wrd_outcome *outcome,
                      struct wrd_subject *subject)
{
    const struct wrd_list *list = outcome->variable->list;
    subject->column = *column_of(place, outcome);
    outcome->n_categories = list->n_answers;
    if (!list->all_scored)
        return;
    double *score = wrd_arena_take_array(place->arena, list->n_answers, sizeof *score);
    subject->measure = (struct wrd_measure){ .y = score, .lowest = INFINITY, .highest = -INFINITY };
    for (size_t a = 0; a < list->n_answers; a++) {
        score[a] = wrd_decimal_double(list->answers[a]->score);
        subject->measure.lowest = fmin(subject->measure.lowest, score[a]);
        subject->measure.highest = fmax(subject->measure.highest, score[a]);
    }
    outcome->score = score;
}

static void take_number(const struct place *place, struct wrd_outcome *outcome,
                        struct wrd_subject *subject)
{
    const struct wrd_variable *variable = outcome->variable;
    const struct wrd_column *column = &subject->column;
    subject->column = *column_of(place, outcome);
    double *y = wrd_arena_take_array(place->arena, column->n_codes, sizeof *y);
    double *whole = wrd_arena_take_array(place->arena, column->n_codes, sizeof *whole);
    for (size_t v = 0; v < column->n_codes; v++) {
        whole[v] = (double)column->score[v];
        y[v] = whole[v] / (double)column->score_unit;
    }
    subject->measure =
        (struct wrd_measure){ y, -INFINITY, INFINITY, whole, (double)column->score_unit };
    if (variable->unit == WRD_UNIT_GRADE) {
        subject->measure.lowest = variable->has_min ? wrd_decimal_double(variable->min) : 1;
        subject->measure.highest = variable->has_max ? wrd_decimal_double(variable->max) : 10;
    }
    outcome->n_categories = column->n_codes;
    outcome->score = y;
}

static void take_multiple(const struct place *place, struct wrd_arena *scratch,
                          struct wrd_outcome *outcome, struct wrd_subject *subject)
{
    const struct wrd_column *multiple = column_of(place, outcome);
    subject->column =
        wrd_breadth_column(scratch, outcome->variable->list, multiple, place->frame->n);
    subject->options = multiple->options;
    subject->measure =
        (struct wrd_measure){ .y = percents(scratch, &subject->column), .highest = 100 };
    outcome->n_categories = multiple->n_options;
}

static enum wrd_status take_scale(const struct place *place, struct wrd_arena *scratch,
                                  struct wrd_outcome *outcome, struct wrd_subject *subject,
                                  struct wrd_diag *diag)
{
    size_t *items = wrd_arena_take_array(scratch, place->book->n_variables, sizeof *items);
    size_t k = wrd_items_asked(place->book, place->frame,
                               (size_t)(outcome->scale - place->book->scales), items);
    enum wrd_status status = wrd_scale_column(scratch, place->book, place->frame, outcome->scale,
                                              items, k, diag, &subject->column);
    if (status != WRD_OK)
        return status;
    outcome->n_categories = subject->column.n_codes;
    outcome->score = percents(place->arena, &subject->column);
    subject->measure = (struct wrd_measure){ .y = outcome->score, .highest = 100 };
    return WRD_OK;
}

enum wrd_status wrd_subject_take(struct wrd_arena *arena, struct wrd_arena *scratch,
                                 const struct wrd_codebook *book, const struct wrd_frame *frame,
                                 struct wrd_outcome *outcome, struct wrd_diag *diag,
                                 struct wrd_subject *subject)
{
    const struct place place = { arena, book, frame };
    *subject = (struct wrd_subject){ .options = NULL };
    switch (outcome->kind) {
    case WRD_OUTCOME_ITEM:
        take_item(&place, outcome, subject);
        break;
    case WRD_OUTCOME_NUMBER:
        take_number(&place, outcome, subject);
        break;
    case WRD_OUTCOME_MULTIPLE:
        take_multiple(&place, scratch, outcome, subject);
        break;
    case WRD_OUTCOME_SCALE:
        return take_scale(&place, scratch, outcome, subject, diag);
    }
    return WRD_OK;
}
