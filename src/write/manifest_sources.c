/* write/manifest_sources.c - how the sources were weighted and sampled, as study.yml says it; see
 * manifest.h. */
#include "write/manifest.h"

#include <math.h>

#include "core/number.h"

static const char *weighting_name(enum wrd_weighting method)
{
    switch (method) {
    case WRD_WEIGHTS_GIVEN:
        return "given";
    case WRD_WEIGHTS_POSTSTRATIFY:
        return "poststratify";
    case WRD_WEIGHTS_RAKE:
        return "rake";
    default:
        return "none";
    }
}

static struct wrd_json *weightings(const struct wrd_study *study)
{
    struct wrd_json *object = wrd_json_object();
    for (size_t i = 0; i < study->n_sources; i++)
        wrd_json_set_text(object, study->sources[i].id,
                          weighting_name(study->sources[i].weights.method));
    return object;
}

/* Of the sources that are fitted to known totals. */
static struct wrd_json *margins(const struct wrd_study *study)
{
    struct wrd_json *object = wrd_json_object();
    for (size_t i = 0; i < study->n_sources; i++) {
        const struct wrd_source *source = &study->sources[i];
        if (source->weights.n_margins == 0)
            continue;
        struct wrd_json *names = wrd_json_array();
        for (size_t m = 0; m < source->weights.n_margins; m++)
            wrd_json_add_text(names, source->weights.margins[m]);
        wrd_json_set(object, source->id, names);
    }
    return object;
}

static struct wrd_json *trims(const struct wrd_study *study)
{
    struct wrd_json *object = wrd_json_object();
    char room[WRD_NUMBER_ROOM];
    for (size_t i = 0; i < study->n_sources; i++) {
        const struct wrd_source *source = &study->sources[i];
        if (!source->weights.trims)
            continue;
        struct wrd_json *trim = wrd_json_object();
        wrd_json_set_text(trim, "low", wrd_number_decimal(room, source->weights.low, '.'));
        wrd_json_set_text(trim, "high", wrd_number_decimal(room, source->weights.high, '.'));
        wrd_json_set(object, source->id, trim);
    }
    return object;
}

static const char *variance_name(enum wrd_variance variance)
{
    static const char *const names[] = {
        [WRD_TAYLOR] = "taylor", [WRD_JACKKNIFE] = "jackknife", [WRD_BOOTSTRAP] = "bootstrap"
    };
    return names[variance];
}

static const char *lone_name(enum wrd_lone lone)
{
    static const char *const names[] = { [WRD_LONE_MERGE] = "merge",
                                         [WRD_LONE_ERROR] = "error",
                                         [WRD_LONE_ADJUST] = "adjust",
                                         [WRD_LONE_CERTAINTY] = "certainty" };
    return names[lone];
}

static const char *interval_name(enum wrd_interval interval)
{
    static const char *const names[] = { [WRD_INTERVAL_KORN_GRAUBARD] = "korn-graubard",
                                         [WRD_INTERVAL_LOGIT] = "logit",
                                         [WRD_INTERVAL_WILSON] = "wilson" };
    return names[interval];
}

static struct wrd_json *design_of(const struct wrd_source *source,
                                  const struct wrd_sampling *sampling)
{
    struct wrd_json *design = wrd_json_object(), *strata = wrd_json_array();
    for (size_t i = 0; i < source->design.n_strata; i++)
        wrd_json_add_text(strata, source->design.strata[i]);
    wrd_json_set(design, "strata", strata);
    if (source->design.cluster)
        wrd_json_set_text(design, "cluster", source->design.cluster);
    wrd_json_set_bool(design, "finite_population", sampling->finite);
    wrd_json_set_text(design, "lone_cluster", lone_name(source->design.lone));
    wrd_json_set_text(design, "variance", variance_name(source->design.variance));
    if (!isnan(sampling->degrees)) /* hidden: left out */
        wrd_json_set_integer(design, "degrees_of_freedom", (int64_t)sampling->degrees);
    return design;
}

static struct wrd_json *designs(const struct wrd_plan *plan)
{
    struct wrd_json *object = wrd_json_object();
    for (size_t i = 0; i < plan->study->n_sources; i++) {
        const struct wrd_sampling *sampling = wrd_release_sampling(plan->release, i);
        if (sampling)
            wrd_json_set(object, plan->study->sources[i].id,
                         design_of(&plan->study->sources[i], sampling));
    }
    return object;
}

void wrd_manifest_sources(const struct wrd_plan *plan, struct wrd_json *options)
{
    wrd_json_set_text(options, "interval", interval_name(plan->study->analysis.interval));
    wrd_json_set(options, "weights", weightings(plan->study));
    wrd_json_set(options, "margins", margins(plan->study));
    wrd_json_set(options, "trim", trims(plan->study));
    wrd_json_set(options, "design", designs(plan));
}
