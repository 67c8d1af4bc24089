/* read/study_rules.c - `disclosure`, `analysis` and `output` of study.yml. */
#include <string.h>

#include "core/number.h"
#include "read/study_parts.h"

/* PROTECTION.md R1 and R2, by enum wrd_respondents. */
static const unsigned least_base[2] = { [WRD_VOLUNTEERS] = 10, [WRD_ORGANISATIONS] = 10 };
static const unsigned least_cell[2] = { [WRD_VOLUNTEERS] = 5, [WRD_ORGANISATIONS] = 3 };
enum { STRICT_CELL = 10, MOST_THRESHOLD = 1000000 };

void wrd_rules_default(struct wrd_study *study)
{
    memcpy(study->disclosure.min_base, least_base, sizeof least_base);
    memcpy(study->disclosure.min_cell, least_cell, sizeof least_cell);
    study->analysis.confidence = (struct wrd_decimal){ 95, 2 };
    study->output.folder = "../output";
    study->output.languages[WRD_NL] = study->output.languages[WRD_EN] = true;
    study->output.formats = WRD_FORMAT_CSV | WRD_FORMAT_MD | WRD_FORMAT_HTML;
}

/* ---- disclosure ---- */

static const struct wrd_choice profiles[] = { { "public", WRD_PROFILE_PUBLIC },
                                              { "strict", WRD_PROFILE_STRICT },
                                              { "base-only", WRD_PROFILE_BASE_ONLY },
                                              { NULL, 0 } };

/* Stands first in its table: a threshold may only be raised above what the profile asks. */
static void bind_profile(const struct wrd_bind *b, const struct wrd_yaml *value,
                         const struct wrd_field *field, void *into)
{
    struct wrd_study *study = into;
    int chosen = wrd_bind_choose(b, value, field->choices);
    if (chosen == WRD_PLANNED)
        return;
    study->disclosure.profile = (enum wrd_profile)chosen;
    if (study->disclosure.profile == WRD_PROFILE_STRICT)
        for (size_t i = 0; i < 2; i++)
            study->disclosure.min_cell[i] = STRICT_CELL;
}

/* What stands in the field is the least. */
static void bind_threshold(const struct wrd_bind *b, const struct wrd_yaml *value,
                           const struct wrd_field *field, void *into)
{
    (void)field;
    unsigned *threshold = into;
    int64_t number = 0;
    if (!wrd_bind_whole(b, value, 0, MOST_THRESHOLD, &number))
        return;
    if (number < (int64_t)*threshold)
        wrd_bind_say(b, WRD_E0139, value, value->text, wrd_count_text(b->arena, *threshold));
    else
        *threshold = (unsigned)number;
}

static const struct wrd_field threshold_fields[] = {
    { "volunteers", 0, bind_threshold, WRD_VOLUNTEERS * sizeof(unsigned), NULL },
    { "organisations", 0, bind_threshold, WRD_ORGANISATIONS * sizeof(unsigned), NULL },
    { NULL, 0, NULL, 0, NULL }
};

static void bind_thresholds(const struct wrd_bind *b, const struct wrd_yaml *value,
                            const struct wrd_field *field, void *into)
{
    (void)field;
    (void)wrd_bind_map(b, value, threshold_fields, into);
}

static const struct wrd_field disclosure_fields[] = {
    { "profile", 0, bind_profile, 0, profiles },
    { "reason", 0, wrd_bind_text, offsetof(struct wrd_study, disclosure.reason), NULL },
    { "min_base", 0, bind_thresholds, offsetof(struct wrd_study, disclosure.min_base), NULL },
    { "min_cell", 0, bind_thresholds, offsetof(struct wrd_study, disclosure.min_cell), NULL },
    { NULL, 0, NULL, 0, NULL }
};

void wrd_bind_disclosure(const struct wrd_bind *b, const struct wrd_yaml *value,
                         const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_study *study = into;
    if (!wrd_bind_map(b, value, disclosure_fields, study))
        return;
    if (study->disclosure.profile == WRD_PROFILE_BASE_ONLY && !wrd_yaml_find(value, "reason"))
        wrd_bind_say(b, WRD_E0140, wrd_yaml_find(value, "profile"));
}

/* ---- analysis ---- */

static const struct wrd_choice intervals[] = { { "korn-graubard", WRD_INTERVAL_KORN_GRAUBARD },
                                               { "logit", WRD_INTERVAL_LOGIT },
                                               { "wilson", WRD_INTERVAL_WILSON },
                                               { NULL, 0 } };

static void bind_confidence(const struct wrd_bind *b, const struct wrd_yaml *value,
                            const struct wrd_field *field, void *into)
{
    (void)field;
    const struct wrd_decimal half = { 5, 1 }, one = { 1, 0 };
    const char *text = wrd_bind_scalar(b, value);
    struct wrd_decimal number;
    if (!text)
        return;
    if (wrd_decimal_read(text, strlen(text), '.', &number) &&
        wrd_decimal_compare(number, half) > 0 && wrd_decimal_compare(number, one) < 0)
        *(struct wrd_decimal *)into = number;
    else
        wrd_bind_say(b, WRD_E0141, value, wrd_yaml_shown(b->arena, text));
}

static void bind_by_of(const struct wrd_bind *b, const struct wrd_yaml *list, size_t source)
{
    struct wrd_study *study = b->study;
    study->analysis.by[source] = wrd_bind_names(b, list, &study->analysis.n_by[source]);
}

/* One list for all sources is read once, so that an error in it is said once. */
static void bind_by_all(const struct wrd_bind *b, const struct wrd_yaml *list)
{
    struct wrd_study *study = b->study;
    bind_by_of(b, list, 0);
    for (size_t i = 1; i < WRD_MAX_SOURCES; i++) {
        study->analysis.by[i] = study->analysis.by[0];
        study->analysis.n_by[i] = study->analysis.n_by[0];
    }
}

static void bind_by(const struct wrd_bind *b, const struct wrd_yaml *value,
                    const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_study *study = into;
    study->analysis.by_given = true;
    study->analysis.by_place = wrd_yaml_place(b->arena, value);
    if (value->kind == WRD_YAML_TEXT) {
        wrd_bind_say(b, WRD_E0142, value);
    } else if (value->kind == WRD_YAML_LIST) {
        bind_by_all(b, value);
    } else {
        for (const struct wrd_yaml *child = value->first; child; child = child->next) {
            int source = child->repeated ? -1 : wrd_bind_source_of(b, child);
            if (source >= 0)
                bind_by_of(b, child, (size_t)source);
        }
    }
}

static const struct wrd_field analysis_fields[] = {
    { "confidence", 0, bind_confidence, offsetof(struct wrd_study, analysis.confidence), NULL },
    { "interval", 0, wrd_bind_word, offsetof(struct wrd_study, analysis.interval), intervals },
    { "by", 0, bind_by, 0, NULL },
    { "circle", WRD_PLANNED_KEY, NULL, 0, NULL },
    { "tables", WRD_PLANNED_KEY, NULL, 0, NULL },
    { NULL, 0, NULL, 0, NULL }
};

void wrd_bind_analysis(const struct wrd_bind *b, const struct wrd_yaml *value,
                       const struct wrd_field *field, void *into)
{
    (void)field;
    (void)wrd_bind_map(b, value, analysis_fields, into);
}

/* ---- output ---- */

static const struct wrd_choice languages[] = { { "nl", 1 << WRD_NL },
                                               { "en", 1 << WRD_EN },
                                               { NULL, 0 } };
static const struct wrd_choice formats[] = {
    { "csv", WRD_FORMAT_CSV },   { "md", WRD_FORMAT_MD }, { "html", WRD_FORMAT_HTML },
    { "xlsx", WRD_FORMAT_XLSX }, { "pdf", WRD_PLANNED },  { NULL, 0 }
};

/* The bits of the words in a list, each word once. */
static unsigned bits_of(const struct wrd_bind *b, const struct wrd_yaml *list,
                        const struct wrd_choice *choices)
{
    unsigned bits = 0;
    for (const struct wrd_yaml *value = list->first; value; value = value->next) {
        int chosen = wrd_bind_choose(b, value, choices);
        if (chosen == WRD_PLANNED)
            continue;
        if (bits & (unsigned)chosen)
            wrd_bind_say(b, WRD_E0131, value, value->text);
        bits |= (unsigned)chosen;
    }
    return bits;
}

static void bind_languages(const struct wrd_bind *b, const struct wrd_yaml *value,
                           const struct wrd_field *field, void *into)
{
    bool *chosen = into;
    unsigned bits = wrd_bind_is_filled(b, value) ? bits_of(b, value, field->choices) : 0;
    for (size_t lang = 0; bits && lang < WRD_LANGS; lang++)
        chosen[lang] = bits >> lang & 1;
}

static void bind_formats(const struct wrd_bind *b, const struct wrd_yaml *value,
                         const struct wrd_field *field, void *into)
{
    unsigned bits = wrd_bind_is_filled(b, value) ? bits_of(b, value, field->choices) : 0;
    if (bits)
        *(unsigned *)into = bits;
}

/* The results may stand beside the study, not further away. */
static void bind_folder(const struct wrd_bind *b, const struct wrd_yaml *value,
                        const struct wrd_field *field, void *into)
{
    (void)field;
    const char *path = wrd_bind_path_within(b, value, 1);
    if (path)
        *(const char **)into = path;
}

static const struct wrd_field output_fields[] = {
    { "folder", 0, bind_folder, offsetof(struct wrd_study, output.folder), NULL },
    { "languages", 0, bind_languages, offsetof(struct wrd_study, output.languages), languages },
    { "formats", 0, bind_formats, offsetof(struct wrd_study, output.formats), formats },
    { NULL, 0, NULL, 0, NULL }
};

void wrd_bind_output(const struct wrd_bind *b, const struct wrd_yaml *value,
                     const struct wrd_field *field, void *into)
{
    (void)field;
    (void)wrd_bind_map(b, value, output_fields, into);
}
