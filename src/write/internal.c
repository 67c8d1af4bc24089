/* write/internal.c - see internal.h. */
#include "write/internal.h"

#include <math.h>

#include "core/csv.h"
#include "core/number.h"
#include "waardering/joint.h"
#include "waardering/reliability.h"
#include "waardering/steps.h"

#define PUT_TEXTS(to, ...)                                           \
    wrd_csv_put_all((to), ',', (const char *const[]){ __VA_ARGS__ }, \
                    sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *))

static void put_number(FILE *to, double value)
{
    char room[WRD_NUMBER_ROOM];
    wrd_csv_put(to, ',', false, wrd_number_exact(room, value));
}

static void put_count(FILE *to, uint64_t count)
{
    char room[WRD_NUMBER_ROOM];
    wrd_csv_put(to, ',', false, wrd_number_unsigned(room, count));
}

static void put_figure(FILE *to, const struct wrd_figure *figure)
{
    put_number(to, figure->exists ? figure->value : NAN);
    put_number(to, figure->exists ? figure->se : NAN);
    put_number(to, figure->exists ? figure->df : NAN);
    put_number(to, figure->exists ? figure->lo : NAN);
    put_number(to, figure->exists ? figure->hi : NAN);
    put_count(to, figure->n);
    put_number(to, figure->weight_sum);
    put_number(to, figure->exists ? figure->n_effective : NAN);
    put_number(to, figure->exists ? figure->deff : NAN);
}

static void put_group(const struct wrd_tables *tables, const struct wrd_table *table, size_t group,
                      FILE *to)
{
    const struct wrd_outcome *outcome = table->outcome;
    for (size_t row = 0; row < outcome->n_rows; row++) {
        PUT_TEXTS(to, tables->study->waves[tables->wave].name,
                  tables->study->sources[outcome->source].id, outcome->name,
                  outcome->rows[row].code, table->by ? table->by->name : "total",
                  table->by ? table->groups[group].code : "total",
                  wrd_statistic_name(outcome->rows[row].statistic));
        put_figure(to, wrd_table_figure(table, group, row));
        wrd_csv_end_record(to);
    }
}

/* A group that merging left alone stands in the full table already. */
static bool repeats(const struct wrd_table *table, size_t group)
{
    return table->merged && table->groups[group].n_parts == 1;
}

static void put_joint(const struct wrd_tables *tables, const struct wrd_joint *joint, FILE *to)
{
    PUT_TEXTS(to, tables->study->waves[tables->wave].name,
              wrd_source_name(tables->study, joint->source), joint->variable, joint->code, "total",
              "total", wrd_statistic_name(joint->statistic));
    put_figure(to, &joint->figure);
    wrd_csv_end_record(to);
}

void wrd_estimates_write(const struct wrd_tables *tables, FILE *to)
{
    PUT_TEXTS(to, "wave", "source", "variable", "code", "group_variable", "group_code", "statistic",
              "estimate", "se", "df", "ci_low", "ci_high", "n", "weight_sum", "n_effective",
              "deff");
    wrd_csv_end_record(to);
    for (size_t i = 0; i < tables->n_outcomes; i++)
        for (size_t t = 0; t < tables->outcomes[i].n_tables; t++) {
            const struct wrd_table *table = &tables->outcomes[i].tables[t];
            for (size_t group = 0; group < table->n_groups; group++)
                if (!repeats(table, group))
                    put_group(tables, table, group, to);
        }
    for (size_t i = 0; i < tables->joints.n; i++)
        put_joint(tables, &tables->joints.of[i], to);
}

static void put_scale_row(const struct wrd_tables *tables, const struct wrd_outcome *scale,
                          const char *item, uint64_t n, const double *numbers, size_t n_numbers,
                          FILE *to)
{
    PUT_TEXTS(to, tables->study->waves[tables->wave].name, tables->study->sources[scale->source].id,
              scale->name, item);
    put_count(to, n);
    for (size_t i = 0; i < n_numbers; i++)
        put_number(to, numbers[i]);
    wrd_csv_end_record(to);
}

static void put_scale(const struct wrd_tables *tables, const struct wrd_outcome *scale, FILE *to)
{
    const struct wrd_reliability *of = scale->reliability;
    const double whole[] = { of->alpha, of->omega, of->mean, of->sd, NAN, NAN };
    put_scale_row(tables, scale, "", of->n, whole, sizeof whole / sizeof *whole, to);
    for (size_t i = 0; i < scale->n_items; i++) {
        const struct wrd_item_fit *fit = &of->items[i];
        const double part[] = {
            NAN, NAN, fit->mean, fit->sd, fit->item_rest, fit->alpha_if_dropped
        };
        put_scale_row(tables, scale, scale->items[i]->name, of->n, part, sizeof part / sizeof *part,
                      to);
    }
}

void wrd_scales_write(const struct wrd_tables *tables, FILE *to)
{
    PUT_TEXTS(to, "wave", "source", "scale", "item", "n", "alpha", "omega", "mean", "sd",
              "item_rest", "alpha_if_dropped");
    wrd_csv_end_record(to);
    for (size_t i = 0; i < tables->n_outcomes; i++)
        if (tables->outcomes[i].reliability)
            put_scale(tables, &tables->outcomes[i], to);
}

static double weight_of(const struct wrd_frame *frame, size_t i)
{
    return frame->weight ? (double)frame->weight[i] / (double)frame->weight_one : 1;
}

void wrd_weights_write(const struct wrd_study *study, const struct wrd_frame *const *frames,
                       size_t n_frames, FILE *to)
{
    PUT_TEXTS(to, "wave", "source", "line", "weight");
    wrd_csv_end_record(to);
    for (size_t f = 0; f < n_frames; f++)
        for (size_t i = 0; i < frames[f]->n; i++) {
            PUT_TEXTS(to, study->waves[frames[f]->wave].name, study->sources[frames[f]->source].id);
            put_count(to, frames[f]->line[i]);
            put_number(to, weight_of(frames[f], i));
            wrd_csv_end_record(to);
        }
}

void wrd_rows_write(const struct wrd_study *study, const struct wrd_frame *const *frames,
                    size_t n_frames, FILE *to)
{
    PUT_TEXTS(to, "wave", "source", "file", "line", "column", "reason");
    wrd_csv_end_record(to);
    for (size_t f = 0; f < n_frames; f++)
        for (size_t i = 0; i < frames[f]->n_asides; i++) {
            const struct wrd_set_aside *aside = &frames[f]->asides[i];
            PUT_TEXTS(to, study->waves[frames[f]->wave].name, study->sources[frames[f]->source].id,
                      frames[f]->file);
            put_count(to, aside->line);
            if (aside->column > 0)
                put_count(to, aside->column);
            else
                wrd_csv_put(to, ',', false, "");
            wrd_csv_put(to, ',', false, aside->reason);
            wrd_csv_end_record(to);
        }
}
