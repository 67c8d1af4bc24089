/* write/internal_response.c - response.csv: METHODS 7.26 and 7.27 for the analyst; see internal.h.
 *
 * `bias_max` is that of the share that people differ on most, 50 %. */
#include "write/internal.h"

#include <math.h>
#include <stdlib.h>

#include "core/csv.h"
#include "core/number.h"
#include "stats/nonresponse.h"
#include "waardering/arena.h"

static const double widest_sd = 0.5;

struct sheet {
    FILE *to;
    const char *wave, *source;
};

static void put(const struct sheet *sheet, const char *variable, const char *code,
                const char *statistic, double estimate)
{
    char room[WRD_NUMBER_ROOM];
    const char *const key[] = { sheet->wave, sheet->source, variable, code, statistic };
    wrd_csv_put_all(sheet->to, ',', key, sizeof key / sizeof *key);
    wrd_csv_put(sheet->to, ',', false, wrd_number_exact(room, estimate));
    wrd_csv_end_record(sheet->to);
}

static double rate(uint64_t respondents, uint64_t invited)
{
    return invited > 0 ? (double)respondents / (double)invited : NAN;
}

static void put_by(const struct sheet *sheet, const struct wrd_response_by *by)
{
    struct wrd_invited *groups = wrd_alloc(by->n_groups, sizeof *groups), all = { 0, 0 };
    struct wrd_r_indicator indicator;
    for (size_t g = 0; g < by->n_groups; g++) {
        groups[g] = (struct wrd_invited){ by->groups[g].invited, by->groups[g].respondents };
        all.invited += groups[g].invited;
        all.respondents += groups[g].respondents;
    }
    if (wrd_r_indicator_of(groups, by->n_groups, &indicator) == WRD_OK) {
        put(sheet, by->name, "", "r_raw", indicator.raw);
        put(sheet, by->name, "", "r", indicator.r);
        put(sheet, by->name, "", "r_low", indicator.low);
        put(sheet, by->name, "", "bias_max", wrd_largest_bias(&indicator, widest_sd));
    }
    for (size_t g = 0; g < by->n_groups; g++) {
        put(sheet, by->name, by->groups[g].code, "rr2",
            rate(groups[g].respondents, groups[g].invited));
        put(sheet, by->name, by->groups[g].code, "r_partial", wrd_r_partial(&groups[g], &all));
    }
    free(groups);
}

void wrd_response_write(const struct wrd_tables *tables, FILE *to)
{
    static const char *const header[] = { "wave", "source",    "variable",
                                          "code", "statistic", "estimate" };
    wrd_csv_put_all(to, ',', header, sizeof header / sizeof *header);
    wrd_csv_end_record(to);
    for (size_t i = 0; i < tables->n_responses; i++) {
        const struct wrd_response *response = &tables->responses[i];
        const struct sheet sheet = { to, tables->study->waves[tables->wave].name,
                                     tables->study->sources[response->source].id };
        if (response->invited == 0)
            continue;
        put(&sheet, "total", "", "rr1", rate(response->complete, response->invited));
        put(&sheet, "total", "", "rr2", rate(wrd_respondents(response), response->invited));
        for (size_t b = 0; b < response->n_by; b++)
            put_by(&sheet, &response->by[b]);
    }
}
