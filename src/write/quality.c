/* write/quality.c - quality.csv: what was read, set aside and flagged, counts only; see results.h.
 */
#include "write/results.h"

#include "core/csv.h"
#include "core/number.h"

enum { COLUMNS = 7 };

static void put_row(FILE *to, const char *const *fields, size_t n)
{
    wrd_csv_put_all(to, ',', fields, n);
    wrd_csv_end_record(to);
}

/* METHOD 7.16: how many respondents each category of a margin has, as the weighting table shows it. */
static void put_margins(const struct wrd_plan *plan, const struct wrd_seen_fitting *fitting,
                        FILE *to)
{
    for (size_t r = 0; r < fitting->n_rows; r++) {
        const struct wrd_seen_margin *row = &fitting->rows[r];
        char room[WRD_NUMBER_ROOM];
        if (!row->hidden)
            put_row(
                to,
                (const char *const[]){ plan->wave->name, plan->study->sources[fitting->source].id,
                                       plan->wave->files[fitting->source], "margin", row->margin,
                                       row->code, wrd_number_unsigned(room, row->n) },
                COLUMNS);
    }
}

void wrd_quality_write(const struct wrd_plan *plan, FILE *to)
{
    put_row(to,
            (const char *const[]){ "wave", "source", "file", "check", "variable", "code", "count" },
            COLUMNS);
    for (size_t i = 0; i < wrd_release_quality_rows(plan->release); i++) {
        const struct wrd_seen_quality *seen = wrd_release_quality(plan->release, i);
        const struct wrd_quality_row *row = &seen->row;
        char room[WRD_NUMBER_ROOM];
        put_row(to,
                (const char *const[]){
                    row->wave, row->source, row->file, row->check, row->variable, row->code,
                    seen->masked ? "<5" : wrd_number_unsigned(room, row->count) },
                COLUMNS);
    }
    for (size_t i = 0; i < wrd_release_fittings(plan->release); i++)
        put_margins(plan, wrd_release_fitting(plan->release, i), to);
}
