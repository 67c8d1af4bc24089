/* Any bytes as a whole study.yml: what is right has all that later steps lean on, what is not was
 * said, and nothing loosens a protection. */
#include "core/file.h"
#include "support/fuzz.h"
#include "waardering/steps.h"

static void demand_source(const struct wrd_study *study, size_t i)
{
    const struct wrd_source *source = &study->sources[i];
    demand(source->id && wrd_study_source(study, source->id) == (int)i);
    demand(source->decimal == ',' || source->decimal == '.');
    demand(source->delimiter == '\0' || strchr(";,\t", source->delimiter));
    demand(source->weights.grid_exponent >= -1 && source->weights.grid_exponent <= 15);
    for (size_t k = 0; k < source->weights.n_margins; k++)
        demand(source->weights.margins[k] != NULL);
    for (size_t k = 0; k < source->design.n_strata; k++)
        demand(source->design.strata[k] != NULL);
    demand(source->weights.method != WRD_WEIGHTS_GIVEN || source->weights.variable);
}

static void demand_wave(const struct wrd_study *study, size_t i)
{
    const struct wrd_wave *wave = &study->waves[i];
    demand(wave->name && wrd_study_wave(study, wave->name) == (int)i);
    for (size_t k = 0; k < WRD_MAX_SOURCES; k++) {
        demand(!wave->files[k] || (k < study->n_sources && wrd_path_stays(wave->files[k], 0)));
        demand(wave->invited[k] >= -1);
    }
}

/* PROTECTION.md R1 and R2: study.yml may ask for more, never for less. */
static void demand_protection(const struct wrd_study *study)
{
    demand(study->disclosure.min_base[WRD_VOLUNTEERS] >= 10);
    demand(study->disclosure.min_base[WRD_ORGANISATIONS] >= 10);
    demand(study->disclosure.min_cell[WRD_VOLUNTEERS] >= 5);
    demand(study->disclosure.min_cell[WRD_ORGANISATIONS] >= 3);
    demand(study->disclosure.profile != WRD_PROFILE_BASE_ONLY || study->disclosure.reason);
}

static void demand_study(const struct wrd_study *study)
{
    double confidence = wrd_study_confidence(study);
    demand(study->n_sources > 0 && study->n_sources <= WRD_MAX_SOURCES);
    for (size_t i = 0; i < study->n_sources; i++)
        demand_source(study, i);
    for (size_t i = 0; i < study->n_waves; i++)
        demand_wave(study, i);
    demand_protection(study);
    demand(confidence > 0.5 && confidence < 1);
    demand(wrd_path_stays(study->codebook, 0) && wrd_is_study_id(study->id));
    demand(wrd_path_stays(study->output.folder, 1) && study->output.formats != 0);
    for (size_t lang = 0; lang < WRD_LANGS; lang++)
        demand(!study->output.languages[lang] || *study->title[lang]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_diag *diag = wrd_diag_new();
    struct wrd_study *study;
    enum wrd_status status = wrd_study_read(arena, memory_file(bytes, len), diag, &study);

    demand((status == WRD_OK) == (wrd_diag_errors(diag) == 0));
    if (status == WRD_OK)
        demand_study(study);
    demand_fit_messages(diag, len);
    wrd_diag_free(diag);
    wrd_arena_free(arena);
    return 0;
}
