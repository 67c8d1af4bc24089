/* end.c - see trend.h. */
#include "stats/design.h"
#include "tabulate/influence.h"
#include "tabulate/trend.h"

struct wrd_end wrd_end_of(struct wrd_arena *arena, const struct wrd_codebook *book,
                          const struct wrd_frame *frame, const struct wrd_outcome *outcome,
                          bool totals, struct wrd_diag *diag)
{
    struct wrd_outcome copy = *outcome; /* taking a subject writes into it what stands there */
    struct wrd_end end = { .frame = frame, .outcome = outcome };
    if (outcome->scale && !totals)
        return end;
    wrd_subject_take(arena, arena, book, frame, &copy, diag, &end.subject);
    if (!totals)
        return end;
    const struct wrd_grouping everybody = wrd_grouping_new(arena, frame, NULL);
    end.slots = wrd_slots_of(arena, frame, &end.subject.column, &everybody, NULL, 0);
    return end;
}

double *wrd_end_totals(struct wrd_arena *arena, const struct wrd_end *end, size_t row)
{
    const struct wrd_design *design = &end->frame->design;
    const size_t n_slots = end->subject.column.n_codes + WRD_REASON_SLOTS;
    double *deviation = wrd_arena_take_array(arena, n_slots, sizeof *deviation);
    double *z = wrd_arena_take_array(arena, wrd_design_units(design), sizeof *z);
    wrd_row_deviations(&end->outcome->rows[row], &end->subject.measure, n_slots,
                       wrd_table_figure(&end->outcome->tables[0], 0, row), deviation);
    const struct wrd_scores scores = { end->slots, deviation, n_slots };
    wrd_design_totals(design, &scores, z);
    wrd_design_centre(design, NULL, z);
    return z;
}
