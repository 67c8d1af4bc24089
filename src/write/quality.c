/* write/quality.c - quality.csv: what was read, set aside and flagged, counts only; see results.h.
 */
#include "write/results.h"

#include "core/csv.h"
#include "core/number.h"

static void put_row(FILE *to, const char *const *fields, size_t n)
{
    wrd_csv_put_all(to, ',', fields, n);
    wrd_csv_end_record(to);
}

void wrd_quality_write(const struct wrd_plan *plan, FILE *to)
{
    put_row(to,
            (const char *const[]){ "wave", "source", "file", "check", "variable", "code", "count" },
            7);
    for (size_t i = 0; i < wrd_release_quality_rows(plan->release); i++) {
        const struct wrd_seen_quality *seen = wrd_release_quality(plan->release, i);
        const struct wrd_quality_row *row = &seen->row;
        char room[WRD_NUMBER_ROOM];
        put_row(to,
                (const char *const[]){
                    row->wave, row->source, row->file, row->check, row->variable, row->code,
                    seen->masked ? "<5" : wrd_number_unsigned(room, row->count) },
                7);
    }
}
