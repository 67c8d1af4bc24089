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
                                             { "qualtrics", WRD_EXPORT_QUALTRICS },
                                             { "surveymonkey", WRD_EXPORT_SURVEYMONKEY },
                                             { "forms", WRD_EXPORT_FORMS },
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
                                               { "utf-16", WRD_ENCODING_UTF16 },
                                               { NULL, 0 } };
static const struct wrd_choice decimals[] = { { ",", ',' }, { ".", '.' }, { NULL, 0 } };
static const struct wrd_choice duplicates[] = { { "error", WRD_DUPLICATES_ERROR },
                                                { "first", WRD_DUPLICATES_FIRST },
                                                { "last", WRD_DUPLICATES_LAST },
                                                { NULL, 0 } };
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

static void bind_answers(const struct wrd_bind *b, const struct wrd_yaml *value,
                         const struct wrd_field *field, void *into)
{
    struct wrd_source *source = into;
    source->answers_said = true;
    wrd_bind_word(b, value, field, &source->answers);
}

static void bind_link(const struct wrd_bind *b, const struct wrd_yaml *value,
                      const struct wrd_field *field, void *into)
{
    struct wrd_source *source = into;
    source->link_place = wrd_yaml_place(b->arena, value);
    wrd_bind_name(b, value, field, &source->link);
}

static const struct wrd_field source_fields[] = {
    { "id", WRD_REQUIRED, bind_id, offsetof(struct wrd_source, id), NULL },
    { "respondents", WRD_REQUIRED, wrd_bind_word, offsetof(struct wrd_source, respondents),
      respondents },
    { "export", 0, wrd_bind_word, offsetof(struct wrd_source, export_preset), exports },
    { "answers", 0, bind_answers, 0, answers },
    { "delimiter", 0, wrd_bind_letter, offsetof(struct wrd_source, delimiter), delimiters },
    { "encoding", 0, wrd_bind_word, offsetof(struct wrd_source, encoding), encodings },
    { "decimal", 0, wrd_bind_letter, offsetof(struct wrd_source, decimal), decimals },
    { "duplicates", 0, wrd_bind_word, offsetof(struct wrd_source, duplicates), duplicates },
    { "link", 0, bind_link, 0, NULL },
    { "weights", 0, wrd_bind_weights, 0, NULL },
    { "design", 0, wrd_bind_design, 0, NULL },
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
