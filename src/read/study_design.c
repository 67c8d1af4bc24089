/* read/study_design.c - `weights` and `design` of a source: how it was drawn and weighted. */
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "read/study_parts.h"

enum { NAME_LENGTH = 64, CROSS_LENGTH = 8 * (NAME_LENGTH + 1) };

/* ---- weights ---- */

static const struct wrd_choice methods[] = { { "none", WRD_WEIGHTS_NONE },
                                             { "given", WRD_WEIGHTS_GIVEN },
                                             { "poststratify", WRD_WEIGHTS_POSTSTRATIFY },
                                             { "rake", WRD_WEIGHTS_RAKE },
                                             { NULL, 0 } };
/* "Written so": a step of 1e-8 is this word and no other spelling of that number. */
static const struct wrd_choice grids[] = { { "auto", -1 },  { "1e-0", 0 },   { "1e-1", 1 },
                                           { "1e-2", 2 },   { "1e-3", 3 },   { "1e-4", 4 },
                                           { "1e-5", 5 },   { "1e-6", 6 },   { "1e-7", 7 },
                                           { "1e-8", 8 },   { "1e-9", 9 },   { "1e-10", 10 },
                                           { "1e-11", 11 }, { "1e-12", 12 }, { "1e-13", 13 },
                                           { "1e-14", 14 }, { "1e-15", 15 }, { NULL, 0 } };

/* "age", or a cross of variables, "age*gender". */
static bool is_margin(const char *text)
{
    char part[NAME_LENGTH + 1];
    if (strlen(text) > CROSS_LENGTH)
        return false;
    for (;; text++) {
        size_t len = strcspn(text, "*");
        if (len > NAME_LENGTH)
            return false;
        memcpy(part, text, len);
        part[len] = '\0';
        if (!wrd_is_name(part, NAME_LENGTH))
            return false;
        text += len;
        if (*text == '\0')
            return true;
    }
}

static bool is_repeated(const char *const *texts, size_t n, const char *text)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(texts[i], text) == 0)
            return true;
    return false;
}

static void bind_margins(const struct wrd_bind *b, const struct wrd_yaml *value,
                         const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_source *source = into;
    source->weights.margins_place = wrd_yaml_place(b->arena, value);
    if (!wrd_bind_is_filled(b, value))
        return;
    source->weights.margins =
        wrd_arena_take_array(b->arena, value->n, sizeof(*source->weights.margins));
    for (const struct wrd_yaml *child = value->first; child; child = child->next) {
        const char *text = wrd_bind_scalar(b, child);
        if (!text)
            continue;
        if (!is_margin(text))
            wrd_bind_say(b, WRD_E0145, child, wrd_yaml_shown(b->arena, text));
        else if (is_repeated(source->weights.margins, source->weights.n_margins, text))
            wrd_bind_say(b, WRD_E0131, child, text);
        source->weights.margins[source->weights.n_margins++] = text;
    }
}

static const struct wrd_decimal one = { 1, 0 }, nothing = { 0, 0 };

/* Times the mean weight: `low` lies below it, `high` above. */
static void bind_limit(const struct wrd_bind *b, const struct wrd_yaml *value,
                       const struct wrd_field *field, void *into)
{
    const char *text = wrd_bind_scalar(b, value);
    const bool is_low = strcmp(field->key, "low") == 0;
    struct wrd_decimal number;
    if (!text)
        return;
    if (wrd_decimal_read(text, strlen(text), '.', &number) &&
        (is_low ? wrd_decimal_compare(number, nothing) >= 0 && wrd_decimal_compare(number, one) < 0
                : wrd_decimal_compare(number, one) > 0))
        *(struct wrd_decimal *)into = number;
    else
        wrd_bind_say(b, is_low ? WRD_E0147 : WRD_E0148, value, wrd_yaml_shown(b->arena, text));
}

static const struct wrd_field trim_fields[] = {
    { "low", WRD_REQUIRED, bind_limit, offsetof(struct wrd_source, weights.low), NULL },
    { "high", WRD_REQUIRED, bind_limit, offsetof(struct wrd_source, weights.high), NULL },
    { NULL, 0, NULL, 0, NULL }
};

static void bind_trim(const struct wrd_bind *b, const struct wrd_yaml *value,
                      const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_source *source = into;
    source->weights.trims = wrd_bind_map(b, value, trim_fields, source);
}

static const struct wrd_field weight_fields[] = {
    { "method", WRD_REQUIRED, wrd_bind_word, offsetof(struct wrd_source, weights.method), methods },
    { "variable", 0, wrd_bind_name, offsetof(struct wrd_source, weights.variable), NULL },
    { "grid", 0, wrd_bind_word, offsetof(struct wrd_source, weights.grid_exponent), grids },
    { "margins", 0, bind_margins, 0, NULL },
    { "trim", 0, bind_trim, 0, NULL },
    { NULL, 0, NULL, 0, NULL }
};

/* A key that the method does not use would be read as if it did something. */
static void judge_keys(const struct wrd_bind *b, const struct wrd_yaml *map,
                       enum wrd_weighting method)
{
    static const char *const keys[] = { "margins", "trim" };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct wrd_yaml *key = wrd_yaml_find(map, keys[i]);
        if (key && method != WRD_WEIGHTS_RAKE && !(i == 0 && method == WRD_WEIGHTS_POSTSTRATIFY))
            wrd_say(b->diag, WRD_E0149, wrd_yaml_key_place(b->arena, key), keys[i]);
    }
}

void wrd_bind_weights(const struct wrd_bind *b, const struct wrd_yaml *value,
                      const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_source *source = into;
    if (!wrd_bind_map(b, value, weight_fields, source))
        return;
    const struct wrd_yaml *variable = wrd_yaml_find(value, "variable");
    const enum wrd_weighting method = source->weights.method;
    source->weights.place = wrd_yaml_place(b->arena, variable ? variable : value);
    if (method == WRD_WEIGHTS_GIVEN && !variable)
        wrd_bind_say(b, WRD_E0135, value);
    if (method > WRD_WEIGHTS_GIVEN && !wrd_yaml_find(value, "margins"))
        wrd_bind_say(b, WRD_E0146, value);
    judge_keys(b, value, method);
    if (method == WRD_WEIGHTS_NONE)
        source->weights.variable = NULL;
}

/* ---- design ---- */

static const struct wrd_choice fpcs[] = { { "none", false }, { "population", true }, { NULL, 0 } };
static const struct wrd_choice lone_clusters[] = { { "error", WRD_LONE_ERROR },
                                                   { "merge", WRD_LONE_MERGE },
                                                   { "adjust", WRD_LONE_ADJUST },
                                                   { "certainty", WRD_LONE_CERTAINTY },
                                                   { NULL, 0 } };
static const struct wrd_choice variances[] = { { "taylor", WRD_TAYLOR },
                                               { "jackknife", WRD_JACKKNIFE },
                                               { "bootstrap", WRD_BOOTSTRAP },
                                               { NULL, 0 } };
static const struct wrd_choice nonresponses[] = { { "conservative", WRD_NONRESPONSE_CONSERVATIVE },
                                                  { "stratum", WRD_NONRESPONSE_STRATUM },
                                                  { NULL, 0 } };

static void bind_strata(const struct wrd_bind *b, const struct wrd_yaml *value,
                        const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_source *source = into;
    source->design.strata = wrd_bind_names(b, value, &source->design.n_strata);
    source->design.place = wrd_yaml_place(b->arena, value);
}

static void bind_cluster(const struct wrd_bind *b, const struct wrd_yaml *value,
                         const struct wrd_field *field, void *into)
{
    struct wrd_source *source = into;
    source->design.cluster_place = wrd_yaml_place(b->arena, value);
    wrd_bind_name(b, value, field, &source->design.cluster);
}

static void bind_fpc(const struct wrd_bind *b, const struct wrd_yaml *value,
                     const struct wrd_field *field, void *into)
{
    struct wrd_source *source = into;
    source->design.fpc = wrd_bind_choose(b, value, field->choices) == true;
}

static const struct wrd_field design_fields[] = {
    { "strata", 0, bind_strata, 0, NULL },
    { "cluster", 0, bind_cluster, 0, NULL },
    { "fpc", 0, bind_fpc, 0, fpcs },
    { "lone_cluster", 0, wrd_bind_word, offsetof(struct wrd_source, design.lone), lone_clusters },
    { "variance", 0, wrd_bind_word, offsetof(struct wrd_source, design.variance), variances },
    { "nonresponse", 0, wrd_bind_word, offsetof(struct wrd_source, design.nonresponse),
      nonresponses },
    { NULL, 0, NULL, 0, NULL }
};

void wrd_bind_design(const struct wrd_bind *b, const struct wrd_yaml *value,
                     const struct wrd_field *field, void *into)
{
    (void)field;
    struct wrd_source *source = into;
    source->design.place = wrd_yaml_place(b->arena, value);
    (void)wrd_bind_map(b, value, design_fields, source);
}
