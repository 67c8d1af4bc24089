/* write/design.c - see design.h. */
#include "write/design.h"

#include <math.h>

#include "core/text.h"
#include "write/wording.h"

enum { MOST_SENTENCES = 6, FEWEST_DEGREES = 8 };

static const char *label_of(const struct wrd_plan *plan, size_t source, const char *name,
                            enum wrd_lang lang)
{
    const int at = wrd_codebook_variable_of(plan->codebook, name, source);
    return at < 0 ? name : wrd_variable_label(&plan->codebook->variables[at], lang);
}

static const char *strata_labels(const struct wrd_plan *plan, size_t source, enum wrd_lang lang)
{
    const struct wrd_source *of = &plan->study->sources[source];
    const char **labels = wrd_arena_take_array(plan->arena, of->design.n_strata, sizeof *labels);
    for (size_t i = 0; i < of->design.n_strata; i++)
        labels[i] = wrd_sentence(plan->arena, WRD_WORD_QUOTED, lang,
                                 label_of(plan, source, of->design.strata[i], lang));
    return wrd_text_join(plan->arena, labels, of->design.n_strata, ", ");
}

/* Of a finite population: what is done with it. */
static size_t say_population(const struct wrd_source *source, const struct wrd_sampling *sampling,
                             enum wrd_lang lang, const char **said)
{
    size_t n = 0;
    if (!source->design.fpc)
        return 0;
    said[n++] =
        wrd_word(sampling->finite ? WRD_WORD_DESIGN_FINITE : WRD_WORD_DESIGN_CONSERVATIVE, lang);
    if (sampling->finite && source->design.nonresponse == WRD_NONRESPONSE_STRATUM)
        said[n++] = wrd_word(WRD_WORD_DESIGN_ASSUMED, lang);
    return n;
}

const char *wrd_design_plain(const struct wrd_plan *plan, size_t source, enum wrd_lang lang)
{
    const struct wrd_source *of = &plan->study->sources[source];
    const struct wrd_sampling *sampling = wrd_release_sampling(plan->release, source);
    const char *said[MOST_SENTENCES];
    size_t n = 0;
    if (!sampling)
        return NULL;
    if (of->design.n_strata > 0)
        said[n++] = wrd_sentence(plan->arena, WRD_WORD_DESIGN_STRATA, lang,
                                 strata_labels(plan, source, lang));
    if (of->design.cluster)
        said[n++] = wrd_sentence(plan->arena, WRD_WORD_DESIGN_CLUSTER, lang,
                                 label_of(plan, source, of->design.cluster, lang));
    n += say_population(of, sampling, lang, &said[n]);
    if (n == 0)
        said[n++] = wrd_word(WRD_WORD_DESIGN_PLAIN, lang);
    if (sampling->degrees < FEWEST_DEGREES)
        said[n++] = wrd_word(WRD_WORD_DESIGN_FEW, lang);
    return wrd_sentence(plan->arena, WRD_WORD_DESIGN_OF, lang,
                        wrd_people_heading(plan, source, lang),
                        wrd_text_join(plan->arena, said, n, " "));
}

static enum wrd_word variance_word(enum wrd_variance variance)
{
    switch (variance) {
    case WRD_JACKKNIFE:
        return WRD_WORD_VARIANCE_JACKKNIFE;
    case WRD_BOOTSTRAP:
        return WRD_WORD_VARIANCE_BOOTSTRAP;
    default:
        return WRD_WORD_VARIANCE_TAYLOR;
    }
}

static enum wrd_word interval_word(enum wrd_interval interval)
{
    switch (interval) {
    case WRD_INTERVAL_LOGIT:
        return WRD_WORD_INTERVAL_LOGIT;
    case WRD_INTERVAL_WILSON:
        return WRD_WORD_INTERVAL_WILSON;
    default:
        return WRD_WORD_INTERVAL_KORN_GRAUBARD;
    }
}

const char *wrd_design_technical(const struct wrd_plan *plan, size_t source, enum wrd_lang lang)
{
    const struct wrd_source *of = &plan->study->sources[source];
    const struct wrd_sampling *sampling = wrd_release_sampling(plan->release, source);
    const char *none = wrd_word(WRD_WORD_NONE, lang);
    if (!sampling)
        return NULL;
    const char *strata = of->design.n_strata > 0 ? wrd_text_join(plan->arena, of->design.strata,
                                                                 of->design.n_strata, "*")
                                                 : none;
    return wrd_sentence(
        plan->arena, WRD_WORD_DESIGN_TECHNICAL, lang, strata,
        of->design.cluster ? of->design.cluster : none,
        wrd_word(sampling->finite ? WRD_WORD_YES : WRD_WORD_NO, lang),
        wrd_word(variance_word(of->design.variance), lang),
        wrd_word(interval_word(plan->study->analysis.interval), lang),
        isnan(sampling->degrees) ? "x" : wrd_shown_number(plan->arena, sampling->degrees, 0, lang));
}
