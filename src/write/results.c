/* write/results.c - see results.h.  The stored value is the shown value (PROTECTION.md R6). */
#include "write/results.h"

#include <stdlib.h>
#include <string.h>

#include "core/csv.h"
#include "core/number.h"
#include "core/text.h"

const char *const wrd_result_columns[WRD_RESULT_COLUMNS] = {
    "study",    "wave",   "municipality",   "source",     "table",
    "variable", "code",   "group_variable", "group_code", "statistic",
    "value",    "ci_low", "ci_high",        "n",          "flag"
};

struct result {
    struct wrd_result_key key;
    const struct wrd_seen *cell;
    int decimals;
};

static struct result result_of(const struct wrd_plan *plan, const struct wrd_seen_table *table,
                               size_t group, size_t row)
{
    const struct wrd_study *study = plan->study;
    const struct wrd_row *stub = table->rows[row];
    return (struct result){
        .key = { { study->id, study->waves[table->wave].name, study->municipality_code,
                   study->sources[table->source].id, table->outcome->name, table->outcome->name,
                   stub->code, table->by ? table->by->name : "total",
                   table->by ? table->groups[group].code : "total",
                   wrd_statistic_name(stub->statistic) } },
        .cell = wrd_seen_cell(table, group, row),
        .decimals = wrd_statistic_decimals(stub->statistic),
    };
}

static struct result joint_of(const struct wrd_plan *plan, const struct wrd_seen_joint *joint)
{
    const struct wrd_study *study = plan->study;
    return (struct result){
        .key = { { study->id, plan->wave->name, study->municipality_code,
                   wrd_source_name(study, joint->source), joint->table, joint->variable,
                   joint->code, "total", "total", wrd_statistic_name(joint->statistic) } },
        .cell = &joint->seen,
        .decimals = wrd_statistic_decimals(joint->statistic),
    };
}

/* METHOD 7.26, in AAPOR's names: rr2 counts who answered a part, rr1 who answered nearly all. */
static struct result response_of(const struct wrd_plan *plan,
                                 const struct wrd_seen_response *response, const char *code,
                                 const char *by, const char *group, const struct wrd_seen *cell)
{
    const struct wrd_study *study = plan->study;
    return (struct result){
        .key = { { study->id, study->waves[response->wave].name, study->municipality_code,
                   study->sources[response->source].id, "response", "response", code, by, group,
                   "response" } },
        .cell = cell,
        .decimals = 0,
    };
}

struct wrd_result_key wrd_figure_key(const struct wrd_plan *plan,
                                     const struct wrd_seen_table *table, size_t group, size_t row,
                                     const char *statistic)
{
    struct wrd_result_key key = result_of(plan, table, group, row).key;
    key.of[WRD_RESULT_KEYS - 1] = statistic;
    return key;
}

struct wrd_result_key wrd_joint_key(const struct wrd_plan *plan, const struct wrd_seen_joint *joint)
{
    return joint_of(plan, joint).key;
}

struct wrd_result_key wrd_response_key(const struct wrd_plan *plan,
                                       const struct wrd_seen_response *response, const char *code,
                                       const char *by, const char *group)
{
    return response_of(plan, response, code, by, group, NULL).key;
}

static size_t collect_response(const struct wrd_plan *plan,
                               const struct wrd_seen_response *response, struct result *results)
{
    size_t n = 0;
    results[n++] = response_of(plan, response, "rr1", "total", "total", &response->rr1);
    results[n++] = response_of(plan, response, "rr2", "total", "total", &response->rr2);
    for (size_t b = 0; b < response->n_by; b++) {
        const struct wrd_seen_response_by *by = &response->by[b];
        for (size_t g = 0; g < by->n_groups; g++)
            results[n++] = response_of(plan, response, "rr2", by->name, by->groups[g].code,
                                       &by->groups[g].seen);
    }
    return n;
}

/* The rows of a total that have a change: their figure has a second row, of the same key but for the
 * statistic. */
static bool change_of(const struct wrd_plan *plan, const struct wrd_seen_table *table, size_t row,
                      struct result *result)
{
    const char *name = wrd_change_name(table->rows[row]->statistic);
    if (!table->changes || !name)
        return false;
    *result = result_of(plan, table, 0, row);
    result->key.of[WRD_RESULT_KEYS - 1] = name;
    result->cell = &table->changes[row].cell;
    return true;
}

/* Room for every figure and its change. */
static size_t count_results(const struct wrd_release *release)
{
    size_t n = wrd_release_joints(release);
    for (size_t i = 0; i < wrd_release_responses(release); i++) {
        const struct wrd_seen_response *response = wrd_release_response(release, i);
        n += 2;
        for (size_t b = 0; b < response->n_by; b++)
            n += response->by[b].n_groups;
    }
    for (size_t i = 0; i < wrd_release_tables(release); i++) {
        const struct wrd_seen_table *table = wrd_release_table(release, i);
        n += table->n_groups * table->n_rows + table->n_rows;
    }
    return n;
}

static struct result *collect(const struct wrd_plan *plan, size_t *n)
{
    struct result *results =
        wrd_arena_take_array(plan->arena, count_results(plan->release), sizeof *results);
    size_t at = 0;
    for (size_t i = 0; i < wrd_release_responses(plan->release); i++)
        at += collect_response(plan, wrd_release_response(plan->release, i), &results[at]);
    for (size_t i = 0; i < wrd_release_joints(plan->release); i++)
        results[at++] = joint_of(plan, wrd_release_joint(plan->release, i));
    for (size_t i = 0; i < wrd_release_tables(plan->release); i++) {
        const struct wrd_seen_table *table = wrd_release_table(plan->release, i);
        for (size_t g = 0; g < table->n_groups; g++)
            for (size_t r = 0; r < table->n_rows; r++)
                results[at++] = result_of(plan, table, g, r);
        for (size_t r = 0; r < table->n_rows; r++)
            at += change_of(plan, table, r, &results[at]);
    }
    *n = at;
    return results;
}

static int by_key(const void *left, const void *right)
{
    const struct result *a = left, *b = right;
    for (size_t i = 0; i < WRD_RESULT_KEYS; i++) {
        const int order = strcmp(a->key.of[i], b->key.of[i]);
        if (order != 0)
            return order;
    }
    return 0;
}

static bool keys_are_unique(const struct wrd_plan *plan, const struct result *results, size_t n,
                            struct wrd_diag *diag)
{
    for (size_t i = 1; i < n; i++)
        if (by_key(&results[i - 1], &results[i]) == 0) {
            wrd_say(diag, WRD_E0831, (struct wrd_place){ .file = "results.csv" },
                    wrd_text_join(plan->arena, results[i].key.of, WRD_RESULT_KEYS, ","));
            return false;
        }
    return true;
}

static void put_number(FILE *to, bool shown, double value, int decimals)
{
    char room[WRD_NUMBER_ROOM];
    wrd_csv_put(to, ',', false, shown ? wrd_number_fixed(room, value, decimals, '.') : "");
}

static const char *flag_of(const struct wrd_seen *cell)
{
    switch (cell->state) {
    case WRD_HIDDEN:
        return "c";
    case WRD_NOT_DEFINED: /* a change over a series break */
        return cell->flag == 'b' ? "b" : "z";
    default:
        return cell->flag == 'u' ? "u" : cell->flag == 'b' ? "b" : "";
    }
}

static void put_result(FILE *to, const struct result *result)
{
    const struct wrd_seen *cell = result->cell;
    const bool shown = cell->state == WRD_SHOWN;
    char room[WRD_NUMBER_ROOM];
    wrd_csv_put_all(to, ',', result->key.of, WRD_RESULT_KEYS);
    put_number(to, shown, cell->value, result->decimals);
    put_number(to, shown && cell->has_interval, cell->lo, result->decimals);
    put_number(to, shown && cell->has_interval, cell->hi, result->decimals);
    wrd_csv_put(to, ',', false,
                cell->has_n && cell->state != WRD_HIDDEN ? wrd_number_unsigned(room, cell->n) : "");
    wrd_csv_put(to, ',', false, flag_of(cell));
    wrd_csv_end_record(to);
}

enum wrd_status wrd_results_write(const struct wrd_plan *plan, FILE *to, struct wrd_diag *diag)
{
    size_t n;
    struct result *results = collect(plan, &n);
    if (n > 0)
        qsort(results, n, sizeof *results, by_key);
    if (!keys_are_unique(plan, results, n, diag))
        return WRD_EFAULT;
    wrd_csv_put_all(to, ',', wrd_result_columns, WRD_RESULT_COLUMNS);
    wrd_csv_end_record(to);
    for (size_t i = 0; i < n; i++)
        put_result(to, &results[i]);
    return WRD_OK;
}
