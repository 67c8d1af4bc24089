/* write/study_whole.c - every key of a study.yml, of a study that is known in full. */
#include "core/number.h"
#include "write/study_file.h"

static void put_texts(FILE *to, const char *key, const char *const *texts, size_t n)
{
    fprintf(to, "%s[", key);
    for (size_t i = 0; i < n; i++) {
        fputs(i ? ", " : "", to);
        wrd_study_put_quoted(to, texts[i]);
    }
    fputs("]\n", to);
}

static void put_text(FILE *to, const char *key, const char *text)
{
    if (!text)
        return;
    fputs(key, to);
    wrd_study_put_quoted(to, text);
    fputc('\n', to);
}

static void put_decimal(FILE *to, const char *before, struct wrd_decimal number, const char *behind)
{
    char room[WRD_NUMBER_ROOM];
    fprintf(to, "%s%s%s", before, wrd_number_decimal(room, number, '.'), behind);
}

static void put_count(FILE *to, const char *before, int64_t number, const char *behind)
{
    char room[WRD_NUMBER_ROOM];
    fprintf(to, "%s%s%s", before, wrd_number_integer(room, number), behind);
}

static void put_identity(FILE *to, const struct wrd_study *study)
{
    put_text(to, "format: 1\nstudy:\n  id: ", study->id);
    fputs("  title:\n", to);
    for (int lang = 0; lang < WRD_LANGS; lang++)
        if (study->title[lang] && *study->title[lang])
            put_text(to, lang == WRD_NL ? "    nl: " : "    en: ", study->title[lang]);
    put_text(to, "  municipality:\n    code: ", study->municipality_code);
    put_text(to, "    name: ", study->municipality_name);
    put_text(to, "codebook: ", study->codebook);
}

static void put_weights(FILE *to, const struct wrd_source *source)
{
    static const char *const methods[] = { "none", "given", "poststratify", "rake" };
    fprintf(to, "    weights:\n      method: %s\n", methods[source->weights.method]);
    put_text(to, "      variable: ", source->weights.variable);
    if (source->weights.grid_exponent >= 0)
        put_count(to, "      grid: 1e-", source->weights.grid_exponent, "\n");
    if (source->weights.n_margins)
        put_texts(to, "      margins: ", source->weights.margins, source->weights.n_margins);
    if (source->weights.trims) {
        put_decimal(to, "      trim: { low: ", source->weights.low, "");
        put_decimal(to, ", high: ", source->weights.high, " }\n");
    }
}

static void put_design(FILE *to, const struct wrd_source *source)
{
    static const char *const lone[] = { "merge", "error", "adjust", "certainty" };
    static const char *const variances[] = { "taylor", "jackknife", "bootstrap" };
    static const char *const nonresponses[] = { NULL, "conservative", "stratum" };
    fputs("    design:\n", to);
    if (source->design.n_strata)
        put_texts(to, "      strata: ", source->design.strata, source->design.n_strata);
    put_text(to, "      cluster: ", source->design.cluster);
    fprintf(to, "      fpc: %s\n      lone_cluster: %s\n      variance: %s\n",
            source->design.fpc ? "population" : "none", lone[source->design.lone],
            variances[source->design.variance]);
    put_text(to, "      nonresponse: ", nonresponses[source->design.nonresponse]);
}

static void put_sources(FILE *to, const struct wrd_study *study)
{
    fputs("sources:\n", to);
    for (size_t i = 0; i < study->n_sources; i++) {
        const struct wrd_source *source = &study->sources[i];
        put_text(to, "  - id: ", source->id);
        fprintf(to, "    respondents: %s\n",
                source->respondents == WRD_VOLUNTEERS ? "volunteers" : "organisations");
        fputs("    export: plain\n    answers: codes\n    delimiter: \",\"\n    encoding: utf-8\n"
              "    decimal: \".\"\n",
              to);
        put_weights(to, source);
        put_design(to, source);
    }
}

static void put_wave(FILE *to, const struct wrd_study *study, const struct wrd_wave *wave)
{
    put_text(to, "  - wave: ", wave->name);
    if (wave->from && wave->to)
        fprintf(to, "    fieldwork: { from: %s, to: %s }\n", wave->from, wave->to);
    fputs("    files:\n", to);
    for (size_t i = 0; i < study->n_sources; i++)
        if (wave->files[i]) {
            fprintf(to, "      %s: ", study->sources[i].id);
            put_text(to, "", wave->files[i]);
        }
    for (size_t i = 0; i < study->n_sources; i++)
        if (wave->invited[i] > 0) {
            fprintf(to, "    invited: { %s: ", study->sources[i].id);
            put_count(to, "", wave->invited[i], " }\n");
        }
    put_text(to, "    mode: ", wave->mode);
}

static void put_thresholds(FILE *to, const char *key, const unsigned by[2])
{
    fprintf(to, "  %s: { volunteers: ", key);
    put_count(to, "", by[WRD_VOLUNTEERS], ", organisations: ");
    put_count(to, "", by[WRD_ORGANISATIONS], " }\n");
}

static void put_rules(FILE *to, const struct wrd_study *study)
{
    static const char *const profiles[] = { "public", "strict", "base-only" };
    static const char *const intervals[] = { "korn-graubard", "logit", "wilson" };
    fprintf(to, "disclosure:\n  profile: %s\n", profiles[study->disclosure.profile]);
    put_text(to, "  reason: ", study->disclosure.reason);
    put_thresholds(to, "min_base", study->disclosure.min_base);
    put_thresholds(to, "min_cell", study->disclosure.min_cell);
    put_decimal(to, "analysis:\n  confidence: ", study->analysis.confidence, "\n");
    fprintf(to, "  interval: %s\n", intervals[study->analysis.interval]);
    if (study->analysis.by_given)
        put_texts(to, "  by: ", study->analysis.by[0], study->analysis.n_by[0]);
}

static void put_output(FILE *to, const struct wrd_study *study)
{
    static const char *const formats[] = { "csv", "md", "html", "xlsx" };
    const bool nl = study->output.languages[WRD_NL], en = study->output.languages[WRD_EN];
    fprintf(to, "output:\n  folder: \"../output\"\n  languages: [%s%s%s]\n", nl ? "nl" : "",
            nl && en ? ", " : "", en ? "en" : "");
    fputs("  formats: [", to);
    const char *between = "";
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (study->output.formats >> i & 1) {
            fprintf(to, "%s%s", between, formats[i]);
            between = ", ";
        }
    fputs("]\n", to);
}

void wrd_study_whole_write(const struct wrd_study *study, FILE *to)
{
    put_identity(to, study);
    put_sources(to, study);
    fputs("waves:\n", to);
    for (size_t i = 0; i < study->n_waves; i++)
        put_wave(to, study, &study->waves[i]);
    put_rules(to, study);
    put_output(to, study);
}
