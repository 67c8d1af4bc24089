/* read/study_sources.c - `sources` of study.yml: what holds in every wave. */
#include "core/text.h"
#include "read/study_parts.h"

enum { ID_LENGTH = 16 };

static const struct wrd_choice respondents[] = { { "volunteers", WRD_VOLUNTEERS },
                                                 { "organisations", WRD_ORGANISATIONS },
                                                 { NULL, 0 } };
static const struct wrd_choice exports[] = { { "auto", WRD_EXPORT_AUTO },
                                             { "plain", WRD_EXPORT_PLAIN },
                                             { "limesurvey", WRD_EXPORT_LIMESURVEY },
                                             { "qualtrics", WRD_PLANNED },
                                             { "surveymonkey", WRD_PLANNED },
                                             { "forms", WRD_PLANNED },
                                             { "spss", WRD_PLANNED },
                                             { NULL, 0 } };
static const struct wrd_choice answers[] = { { "codes", WRD_ANSWERS_CODES },
                                             { "labels", WRD_ANSWERS_LABELS },
                                             { NULL, 0 } };
static const struct wrd_choice delimiters[] = {
    { "auto", 0 }, { ",", ',' }, { ";", ';' }, { "tab", '\t' }, { NULL, 0 }
};
static const struct wrd_choice encodings[] = { { "auto", WRD_ENCODING_AUTO },
                                               { "utf-8", WRD_ENCODING_UTF8 },
                                               { "windows-1252", WRD_ENCODING_CP1252 },
                                               { "utf-16", WRD_PLANNED },
                                               { NULL, 0 } };
static const struct wrd_choice decimals[] = { { ",", ',' }, { ".", '.' }, { NULL, 0 } };
static const struct wrd_choice duplicates[] = { { "error", WRD_DUPLICATES_ERROR },
                                                { "first", WRD_DUPLICATES_FIRST },
                                                { "last", WRD_DUPLICATES_LAST },
                                                { NULL, 0 } };
static const struct wrd_choice methods[] = { { "none", WRD_WEIGHTS_NONE },
                                             { "given", WRD_WEIGHTS_GIVEN },
                                             { "poststratify", WRD_PLANNED },
                                             { "rake", WRD_PLANNED },
                                             { NULL, 0 } };
/* "Written so": a step of 1e-8 is this word and no other spelling of that number. */
static const struct wrd_choice grids[] = { { "auto", -1 },  { "1e-0", 0 },   { "1e-1", 1 },
                                           { "1e-2", 2 },   { "1e-3", 3 },   { "1e-4", 4 },
                                           { "1e-5", 5 },   { "1e-6", 6 },   { "1e-7", 7 },
                                           { "1e-8", 8 },   { "1e-9", 9 },   { "1e-10", 10 },
                                           { "1e-11", 11 }, { "1e-12", 12 }, { "1e-13", 13 },
                                           { "1e-14", 14 }, { "1e-15", 15 }, { NULL, 0 } };

/* ---- weights ---- */

static const struct wrd_field weight_fields[] = {
    { "method", WRD_REQUIRED, wrd_bind_word, offsetof(struct wrd_source, weights.method), methods },
    { "variable", 0, wrd_bind_name, offsetof(struct wrd_source, weights.variable), NULL },
    { "grid", 0, wrd_bind_word, offsetof(struct wrd_source, weights.grid_exponent), grids },
    { "margins", WRD_PLANNED_KEY, NULL, 0, NULL },
    { "trim", WRD_PLANNED_KEY, NULL, 0, NULL },
    { NULL, 0, NULL, 0, NULL }
};

static void bind_weights(const struct wrd_bind *b, const struct wrd_yaml *value,
                         const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_source *source = into;
    if (!wrd_bind_map(b, value, weight_fields, source))
        return;
    const struct wrd_yaml *variable = wrd_yaml_find(value, "variable");
    source->weights.place = wrd_yaml_place(b->arena, variable ? variable : value);
    if (source->weights.method == WRD_WEIGHTS_GIVEN && !variable)
        wrd_bind_say(b, WRD_E0135, value);
    if (source->weights.method == WRD_WEIGHTS_NONE)
        source->weights.variable = NULL;
}

/* ---- design: only strata can be chosen yet; the other keys take the word that is built ---- */

static const struct wrd_choice fpcs[] = { { "none", 0 },
                                          { "population", WRD_PLANNED },
                                          { NULL, 0 } };
static const struct wrd_choice lone_clusters[] = { { "error", 0 },
                                                   { "merge", WRD_PLANNED },
                                                   { "adjust", WRD_PLANNED },
                                                   { "certainty", WRD_PLANNED },
                                                   { NULL, 0 } };
static const struct wrd_choice variances[] = {
    { "taylor", 0 }, { "jackknife", WRD_PLANNED }, { "bootstrap", WRD_PLANNED }, { NULL, 0 }
};
static const struct wrd_choice nonresponses[] = { { "conservative", 0 },
                                                  { "stratum", WRD_PLANNED },
                                                  { NULL, 0 } };

static void judge_word(const struct wrd_bind *b, const struct wrd_yaml *value,
                       const struct wrd_field *field, void *into)
{
    (void)into;
    (void)wrd_bind_choose(b, value, field->choices);
}

static void bind_strata(const struct wrd_bind *b, const struct wrd_yaml *value,
                        const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_source *source = into;
    source->design.strata = wrd_bind_names(b, value, &source->design.n_strata);
    source->design.place = wrd_yaml_place(b->arena, value);
}

static const struct wrd_field design_fields[] = { { "strata", 0, bind_strata, 0, NULL },
                                                  { "fpc", 0, judge_word, 0, fpcs },
                                                  { "lone_cluster", 0, judge_word, 0,
                                                    lone_clusters },
                                                  { "variance", 0, judge_word, 0, variances },
                                                  { "nonresponse", 0, judge_word, 0, nonresponses },
                                                  { "cluster", WRD_PLANNED_KEY, NULL, 0, NULL },
                                                  { NULL, 0, NULL, 0, NULL } };

static void bind_design(const struct wrd_bind *b, const struct wrd_yaml *value,
                        const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_source *source = into;
    source->design.place = wrd_yaml_place(b->arena, value);
    (void)wrd_bind_map(b, value, design_fields, source);
}

/* ---- a source ---- */

/* An id that is not well formed is kept, so that the keys that name it are not wrong as well. */
static void bind_id(const struct wrd_bind *b, const struct wrd_yaml *value,
                    const struct wrd_field *field, void *into)
{
    (void)field;
    const char *text = wrd_bind_scalar(b, value);
    if (!text)
        return;
    if (!wrd_is_name(text, ID_LENGTH))
        wrd_bind_say(b, WRD_E0126, value, wrd_yaml_shown(b->arena, text));
    else if (wrd_study_source(b->study, text) >= 0)
        wrd_bind_say(b, WRD_E0131, value, text);
    *(const char **)into = text;
}

static const struct wrd_field source_fields[] = {
    { "id", WRD_REQUIRED, bind_id, offsetof(struct wrd_source, id), NULL },
    { "respondents", WRD_REQUIRED, wrd_bind_word, offsetof(struct wrd_source, respondents),
      respondents },
    { "export", 0, wrd_bind_word, offsetof(struct wrd_source, export_preset), exports },
    { "answers", 0, wrd_bind_word, offsetof(struct wrd_source, answers), answers },
    { "delimiter", 0, wrd_bind_letter, offsetof(struct wrd_source, delimiter), delimiters },
    { "encoding", 0, wrd_bind_word, offsetof(struct wrd_source, encoding), encodings },
    { "decimal", 0, wrd_bind_letter, offsetof(struct wrd_source, decimal), decimals },
    { "duplicates", 0, wrd_bind_word, offsetof(struct wrd_source, duplicates), duplicates },
    { "link", 0, wrd_bind_name, offsetof(struct wrd_source, link), NULL },
    { "weights", 0, bind_weights, 0, NULL },
    { "design", 0, bind_design, 0, NULL },
    { NULL, 0, NULL, 0, NULL }
};

static void bind_source(const struct wrd_bind *b, const struct wrd_yaml *value,
                        struct wrd_source *source)
{
    source->place = wrd_yaml_place(b->arena, value);
    source->id = "";
    source->decimal = ',';
    source->weights.grid_exponent = -1;
    source->weights.place = source->design.place = source->place;
    (void)wrd_bind_map(b, value, source_fields, source);
}

void wrd_bind_sources(const struct wrd_bind *b, const struct wrd_yaml *value,
                      const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_study *study = into;
    if (!wrd_bind_is_filled(b, value))
        return;
    study->sources = wrd_arena_take_array(b->arena, WRD_MAX_SOURCES, sizeof(*study->sources));
    for (const struct wrd_yaml *child = value->first; child; child = child->next) {
        if (study->n_sources == WRD_MAX_SOURCES) {
            wrd_bind_say(b, WRD_E0128, child);
            return;
        }
        bind_source(b, child, &study->sources[study->n_sources]);
        study->n_sources++; /* now: an id is compared with those before it */
    }
}

int wrd_bind_source_of(const struct wrd_bind *b, const struct wrd_yaml *value)
{
    const struct wrd_study *study = b->study;
    const char *ids[WRD_MAX_SOURCES];
    int source = wrd_study_source(study, value->key);
    if (source >= 0 || study->n_sources == 0) /* sources have an error of their own then */
        return source;
    for (size_t i = 0; i < study->n_sources; i++)
        ids[i] = study->sources[i].id;
    wrd_bind_say_unknown_key(b, value, ids, study->n_sources, study->n_sources);
    return -1;
}
