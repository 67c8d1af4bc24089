/* write/manifest.c - see manifest.h. */
#include "write/manifest.h"

#include <string.h>
#include <time.h>

#include "core/json.h"
#include "core/number.h"
#include "core/version.h"
#include "model/words.h"
#include "write/wording.h"
#include "write/worst_case.h"

static void set_program(struct wrd_json *root)
{
    struct wrd_json *program = wrd_json_object(), *libraries = wrd_json_object();
    size_t n;
    const struct wrd_library *library = wrd_libraries(&n);
    wrd_json_set_text(program, "name", "waardering");
    wrd_json_set_text(program, "version", wrd_version());
    for (size_t i = 0; i < n; i++)
        wrd_json_set_text(libraries, library[i].name, library[i].version);
    wrd_json_set(program, "libraries", libraries);
    wrd_json_set(root, "program", program);
}

/* YYYY-MM-DD of seconds since 1970, in UTC; NULL: not a date of four digits. */
static const char *date_of_epoch(const char *epoch, char date[WRD_DATE_ROOM])
{
    int64_t seconds;
    time_t time;
    struct tm parts;
    if (!wrd_integer_read(epoch, strlen(epoch), &seconds) || seconds < 0)
        return NULL;
    time = (time_t)seconds;
    if (!gmtime_r(&time, &parts) || parts.tm_year > 9999 - 1900)
        return NULL;
    return strftime(date, WRD_DATE_ROOM, "%Y-%m-%d", &parts) > 0 ? date : NULL;
}

const char *wrd_set_date(const struct wrd_wave *wave, const char *epoch, char room[WRD_DATE_ROOM])
{
    const char *date = epoch ? date_of_epoch(epoch, room) : NULL;
    if (date)
        return date;
    return wave->to ? wave->to : wave->from;
}

static void set_study(const struct wrd_plan *plan, const char *epoch, struct wrd_json *root)
{
    char room[WRD_DATE_ROOM];
    wrd_json_set_text(root, "study", plan->study->id);
    wrd_json_set_text(root, "municipality", plan->study->municipality_code);
    wrd_json_set_text(root, "wave", plan->wave->name);
    wrd_json_set_text(root, "date", wrd_set_date(plan->wave, epoch, room));
    wrd_json_set_text(root, "codebook_sha256", plan->codebook->hash);
}

static const char *profile_name(enum wrd_profile profile)
{
    switch (profile) {
    case WRD_PROFILE_STRICT:
        return "strict";
    case WRD_PROFILE_BASE_ONLY:
        return "base-only";
    default:
        return "public";
    }
}

static struct wrd_json *thresholds(const unsigned least[2])
{
    struct wrd_json *object = wrd_json_object();
    wrd_json_set_integer(object, "volunteers", least[WRD_VOLUNTEERS]);
    wrd_json_set_integer(object, "organisations", least[WRD_ORGANISATIONS]);
    return object;
}

static struct wrd_json *languages(const struct wrd_study *study)
{
    struct wrd_json *array = wrd_json_array();
    for (int lang = 0; lang < WRD_LANGS; lang++)
        if (study->output.languages[lang])
            wrd_json_add_text(array, wrd_lang_code((enum wrd_lang)lang));
    return array;
}

static struct wrd_json *format_names(unsigned formats)
{
    static const struct {
        enum wrd_format format;
        const char *name;
    } known[] = { { WRD_FORMAT_CSV, "csv" },
                  { WRD_FORMAT_MD, "md" },
                  { WRD_FORMAT_HTML, "html" },
                  { WRD_FORMAT_XLSX, "xlsx" } };
    struct wrd_json *array = wrd_json_array();
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (formats & known[i].format)
            wrd_json_add_text(array, known[i].name);
    return array;
}

/* What looks like money and is not, with the reasons. */
static struct wrd_json *allowed(const struct wrd_study *study)
{
    struct wrd_json *array = wrd_json_array();
    for (size_t i = 0; i < study->n_allowed; i++) {
        struct wrd_json *entry = wrd_json_object();
        wrd_json_set_text(entry, "text", study->allowed[i].text);
        wrd_json_set_text(entry, "scope", study->allowed[i].scope);
        wrd_json_set_text(entry, "reason", study->allowed[i].reason);
        wrd_json_add(array, entry);
    }
    return array;
}

struct wrd_json *wrd_manifest_options(const struct wrd_plan *plan)
{
    const struct wrd_study *study = plan->study;
    struct wrd_json *options = wrd_json_object();
    char room[WRD_NUMBER_ROOM];
    wrd_json_set_text(options, "profile", profile_name(study->disclosure.profile));
    if (study->disclosure.profile == WRD_PROFILE_BASE_ONLY) {
        wrd_json_set_bool(options, "small_cells_shown", true);
        wrd_json_set_text(options, "reason", study->disclosure.reason);
    }
    wrd_json_set(options, "min_base", thresholds(study->disclosure.min_base));
    wrd_json_set(options, "min_cell", thresholds(study->disclosure.min_cell));
    wrd_json_set_text(options, "confidence",
                      wrd_number_decimal(room, study->analysis.confidence, '.'));
    wrd_manifest_sources(plan, options);
    wrd_json_set(options, "languages", languages(study));
    if (study->n_allowed > 0)
        wrd_json_set(options, "terms_allowed", allowed(study));
    return options;
}

static bool uses(const struct wrd_plan *plan, enum wrd_statistic statistic)
{
    for (size_t i = 0; i < wrd_release_tables(plan->release); i++)
        if (wrd_seen_row(wrd_release_table(plan->release, i), statistic))
            return true;
    return false;
}

static bool any_groups_invited(const struct wrd_plan *plan)
{
    for (size_t i = 0; i < wrd_release_responses(plan->release); i++)
        if (wrd_release_response(plan->release, i)->n_by > 0)
            return true;
    return false;
}

static bool any_worst_case(const struct wrd_plan *plan)
{
    for (size_t i = 0; i < plan->study->n_sources; i++)
        if (wrd_worst_cases(plan, i, WRD_NL).n > 0)
            return true;
    return false;
}

static bool weights_by(const struct wrd_plan *plan, enum wrd_weighting method)
{
    for (size_t i = 0; i < plan->study->n_sources; i++)
        if (plan->study->sources[i].weights.method == method)
            return true;
    return false;
}

/* A change that was tested, or a line. */
static bool any_change(const struct wrd_plan *plan, bool line)
{
    for (size_t i = 0; i < plan->n_topics; i++) {
        const struct wrd_seen_table *total = plan->topics[i].total;
        for (size_t r = 0; total && total->changes && r < total->n_rows; r++)
            if (line ? total->changes[r].line != WRD_VERDICT_NONE
                     : total->changes[r].cell.state == WRD_SHOWN)
                return true;
    }
    return false;
}

/* two: of scales of two items, else of others. */
static bool any_reliability(const struct wrd_plan *plan, enum wrd_statistic statistic, bool two)
{
    for (size_t i = 0; i < wrd_release_joints(plan->release); i++) {
        const struct wrd_seen_joint *joint = wrd_release_joint(plan->release, i);
        if (joint->statistic == statistic && joint->seen.state == WRD_SHOWN &&
            (joint->n_of == 3) == two) /* the scale is one of them */
            return true;
    }
    return false;
}

static bool any_difference(const struct wrd_plan *plan)
{
    for (size_t i = 0; i < plan->n_topics; i++)
        for (size_t b = 0; b < plan->topics[i].n_by; b++)
            if (wrd_seen_differs(plan->topics[i].by[b]))
                return true;
    return false;
}

static bool any_strata(const struct wrd_plan *plan)
{
    for (size_t i = 0; i < plan->study->n_sources; i++)
        if (plan->study->sources[i].design.n_strata > 0)
            return true;
    return false;
}

static bool any_replicates(const struct wrd_plan *plan)
{
    for (size_t i = 0; i < plan->study->n_sources; i++)
        if (plan->study->sources[i].design.variance != WRD_TAYLOR)
            return true;
    return false;
}

/* Gaps, routes and tasks are tested, many at a time. */
static bool compares(const struct wrd_plan *plan)
{
    return wrd_has_gaps(plan) || wrd_release_routes(plan->release) > 0 ||
           wrd_release_task_sets(plan->release) > 0;
}

/* Sections of docs/METHODS.md. */
static void set_methods(const struct wrd_plan *plan, struct wrd_json *root)
{
    const bool shares = uses(plan, WRD_SHARE) || uses(plan, WRD_MENTIONS);
    const bool means = uses(plan, WRD_MEAN) || uses(plan, WRD_INDEX) || uses(plan, WRD_BREADTH);
    const struct {
        const char *number;
        bool used;
    } methods[] = {
        { "7.1", shares || means },
        { "7.2", shares || means },
        { "7.3", shares || means },
        { "7.4", any_strata(plan) },
        { "7.5", any_replicates(plan) },
        { "7.6", means },
        { "7.7", shares },
        { "7.8", shares || means },
        { "7.10", compares(plan) || any_difference(plan) },
        { "7.12", compares(plan) || any_difference(plan) },
        { "7.13", uses(plan, WRD_MEDIAN) },
        { "7.14", true },
        { "7.16", weights_by(plan, WRD_WEIGHTS_RAKE) },
        { "7.17", weights_by(plan, WRD_WEIGHTS_POSTSTRATIFY) },
        { "7.18", weights_by(plan, WRD_WEIGHTS_RAKE) },
        { "7.19", any_reliability(plan, WRD_ALPHA, false) },
        { "7.21", any_reliability(plan, WRD_OMEGA, false) },
        { "7.22", any_reliability(plan, WRD_ALPHA, true) },
        { "7.23", any_change(plan, false) },
        { "7.24", any_change(plan, true) },
        { "7.26", wrd_release_responses(plan->release) > 0 },
        { "7.27", any_groups_invited(plan) },
        { "7.28", any_worst_case(plan) },
        { "7.30", uses(plan, WRD_MENTIONS) },
        { "7.32", true },
    };
    struct wrd_json *array = wrd_json_array();
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (methods[i].used)
            wrd_json_add_text(array, methods[i].number);
    wrd_json_set(root, "methods", array);
}

static void set_proof(const struct wrd_plan *plan, struct wrd_json *root)
{
    const struct wrd_release_count count = wrd_release_counted(plan->release);
    struct wrd_json *proof = wrd_json_object();
    wrd_json_set_text(proof, "state", "concept");
    wrd_json_set_integer(proof, "tables", (int64_t)count.tables);
    wrd_json_set_integer(proof, "left_out", (int64_t)count.left_out);
    wrd_json_set_integer(proof, "cells", (int64_t)count.cells);
    wrd_json_set_integer(proof, "hidden", (int64_t)count.hidden);
    wrd_json_set_integer(proof, "indices", (int64_t)count.indices);
    wrd_json_set_integer(proof, "indices_hidden", (int64_t)count.indices_hidden);
    wrd_json_set(root, "proof", proof);
}

static void set_files(const struct wrd_made *files, size_t n, struct wrd_json *root)
{
    struct wrd_json *object = wrd_json_object();
    for (size_t i = 0; i < n; i++)
        wrd_json_set_text(object, files[i].name, files[i].sha256);
    wrd_json_set(root, "files_sha256", object);
}

void wrd_manifest_write(const struct wrd_plan *plan, unsigned formats, const char *epoch,
                        const struct wrd_made *files, size_t n_files, FILE *to)
{
    struct wrd_json *root = wrd_json_object();
    wrd_json_set_integer(root, "format", 1);
    set_program(root);
    set_study(plan, epoch, root);
    struct wrd_json *options = wrd_manifest_options(plan);
    wrd_json_set(options, "formats", format_names(formats));
    wrd_json_set(root, "options", options);
    set_methods(plan, root);
    set_proof(plan, root);
    set_files(files, n_files, root);
    wrd_json_write(root, to, false);
    wrd_json_free(root);
}
