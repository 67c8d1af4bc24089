/* read/header_options.c - the columns of a multiple question that has one an answer; see
 * read/header_parts.h. */
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "read/header_parts.h"

/* The answer that had this code or label in this wave. */
static const struct wrd_value *value_then(struct wrd_matching *m,
                                          const struct wrd_variable *variable, const char *part,
                                          size_t len)
{
    const struct wrd_wave_row *row;
    const char *text;
    size_t n;
    for (size_t from = 0; (row = wrd_wave_row_next(m->survey, variable, &from)) != NULL;)
        for (const char *rest = row->was_code; wrd_was_code_next(&rest, &text, &n);)
            if (n == len && memcmp(text, part, len) == 0)
                return wrd_list_value(variable->list, row->code, strlen(row->code));
    return NULL;
}

static const struct wrd_value *value_with_label(struct wrd_matching *m, const struct wrd_list *list,
                                                const char *folded)
{
    for (size_t i = 0; i < list->n_values; i++)
        for (int lang = 0; lang < WRD_LANGS; lang++) {
            const char *label = list->values[i].label[lang];
            if (*label && strcmp(wrd_matching_fold(m, label), folded) == 0)
                return &list->values[i];
        }
    return NULL;
}

/* By code, then by label. */
static const struct wrd_value *value_of(struct wrd_matching *m, const struct wrd_variable *variable,
                                        const char *part, size_t len)
{
    const struct wrd_list *list = variable->list;
    const struct wrd_value *value = value_then(m, variable, part, len);
    if (!value)
        value = wrd_list_value(list, part, len);
    if (value || len == 0)
        return value;
    const char *folded = wrd_text_fold(m->scratch, part, len);
    for (size_t i = 0; i < list->n_values; i++)
        if (strcmp(wrd_matching_fold(m, list->values[i].code), folded) == 0)
            return &list->values[i];
    return value_with_label(m, list, folded);
}

/* What the star stands for, else what the export says of the option itself: Q5_2 of Qualtrics may be
 * an answer with another code. */
static const struct wrd_value *value_in(struct wrd_matching *m, const struct wrd_variable *variable,
                                        size_t column, const char *part, size_t len)
{
    const struct wrd_value *value = value_of(m, variable, part, len);
    const char *option = m->head->columns[column].option;
    return value ? value : value_of(m, variable, option, strlen(option));
}

/* What waves.csv says of the column of one answer; NULL: nothing. */
static const char *option_column(struct wrd_matching *m, const struct wrd_variable *variable,
                                 const struct wrd_value *value)
{
    const struct wrd_wave_row *row;
    for (size_t from = 0; (row = wrd_wave_row_next(m->survey, variable, &from)) != NULL;)
        if (strcmp(row->code, value->code) == 0 && wrd_wave_option_column(row, variable))
            return wrd_wave_option_column(row, variable);
    return NULL;
}

/* A form of headers, and the pattern as it is compared with it. */
struct way {
    int form;
    const char *pattern;
};

/* The options of a question while they are found. */
struct options {
    struct wrd_found_option *items;
    size_t n;
    bool *unknown; /* [n_columns] of the pattern, but of no answer of the list */
};

static const struct wrd_found_option *option_with(const struct options *options,
                                                  const struct wrd_value *value)
{
    for (size_t i = 0; i < options->n; i++)
        if (options->items[i].value == value)
            return &options->items[i];
    return NULL;
}

static void add_option(struct wrd_matching *m, struct options *options, size_t column,
                       const struct wrd_value *value)
{
    wrd_matching_use(m, column);
    options->items[options->n++] = (struct wrd_found_option){ column, value };
}

static const char *codes_of(struct wrd_matching *m, const struct wrd_list *list)
{
    const char *codes[12];
    size_t n = 0;
    while (n < list->n_values && n < sizeof codes / sizeof *codes) {
        codes[n] = list->values[n].code;
        n++;
    }
    return wrd_text_join(m->scratch, codes, n, " ");
}

static void say_unknown_option(struct wrd_matching *m, const struct wrd_variable *variable,
                               size_t column)
{
    const struct wrd_list *list = variable->list;
    struct wrd_place place = wrd_matching_at(m, variable);
    place.column = (uint32_t)column + 1;
    const char *where = wrd_arena_format(m->scratch, "%s:%s", list->place.file,
                                         wrd_count_text(m->scratch, list->place.line));
    wrd_say(m->diag, WRD_W0216, place, m->head->columns[column].column, list->name, where,
            codes_of(m, list));
}

/* The remark beside an option: "3comment" in LimeSurvey, "3_TEXT" in Qualtrics. */
static bool is_comment(const char *part, size_t len)
{
    return (len > 7 && memcmp(part + len - 7, "comment", 7) == 0) ||
           (len > 5 && memcmp(part + len - 5, "_TEXT", 5) == 0);
}

static void take_option(struct wrd_matching *m, const struct wrd_variable *variable, size_t column,
                        const char *part, size_t len, struct options *options)
{
    const struct wrd_value *value = value_in(m, variable, column, part, len);
    if (!value && wrd_text_is(part, len, "other")) {
        add_option(m, options, column, NULL);
    } else if (!value) {
        if (!is_comment(part, len)) /* the remark beside an option is open text */
            options->unknown[column] = true;
    } else if (option_with(options, value)) {
        wrd_say(m->diag, WRD_E0238, wrd_matching_at(m, variable), m->head->columns[column].column,
                "2", variable->name);
    } else if (!option_column(m, variable, value)) {
        add_option(m, options, column, value);
    }
}

/* The ways in which a pattern is tried, the first that finds an option.  Not LimeSurvey's whole
 * header: `G05Q01[*]` would fit "G05Q01[a]. Which? [Label]" too, with the wrong part. */
static size_t ways_of(struct wrd_matching *m, const char *pattern, struct way *ways)
{
    const char *folded = wrd_matching_fold(m, pattern);
    if (m->head->preset == WRD_EXPORT_LIMESURVEY) {
        ways[0] = (struct way){ WRD_FORM_OTHER, pattern };
        ways[1] = (struct way){ WRD_FORM_OTHER_FOLDED, folded };
        return 2;
    }
    for (int form = 0; form < WRD_FORMS; form++)
        ways[form] = (struct way){ form, form < WRD_FORM_NAME_FOLDED ? pattern : folded };
    return WRD_FORMS;
}

static void take_pattern(struct wrd_matching *m, const struct wrd_variable *variable,
                         const char *pattern, struct options *options)
{
    struct way ways[WRD_FORMS];
    const size_t n = ways_of(m, pattern, ways);
    const char *part;
    size_t len;
    for (size_t t = 0; t < n && options->n == 0; t++)
        for (size_t i = 0; i < m->header->n_columns; i++)
            if (wrd_star_of(ways[t].pattern, m->forms[i].form[ways[t].form], &part, &len))
                take_option(m, variable, i, part, len, options);
    for (size_t i = 0; i < m->header->n_columns; i++) /* once, however many ways were tried */
        if (options->unknown[i] && !m->header->key[i])
            say_unknown_option(m, variable, i);
}

bool wrd_matching_has_option(struct wrd_matching *m, const struct wrd_variable *variable,
                             const char *pattern)
{
    struct way ways[WRD_FORMS];
    const size_t n = ways_of(m, pattern, ways);
    const char *part;
    size_t len;
    for (size_t t = 0; t < n; t++)
        for (size_t i = 0; i < m->header->n_columns; i++)
            if (wrd_star_of(ways[t].pattern, m->forms[i].form[ways[t].form], &part, &len) &&
                (value_in(m, variable, i, part, len) || wrd_text_is(part, len, "other")))
                return true;
    return false;
}

/* SurveyMonkey writes the question once, over the first of its options: that is name enough. */
const char *wrd_matching_pattern(struct wrd_matching *m, const struct wrd_variable *variable,
                                 const char *sought)
{
    if (variable->type != WRD_TYPE_MULTIPLE)
        return NULL;
    if (strchr(sought, '*'))
        return sought;
    const char *folded = wrd_matching_fold(m, sought);
    for (size_t i = 0; m->head->preset == WRD_EXPORT_SURVEYMONKEY && i < m->head->n_columns; i++) {
        const struct wrd_export_column *column = &m->head->columns[i];
        if (*column->option && strcmp(wrd_matching_fold(m, column->question), folded) == 0)
            return wrd_arena_format(m->scratch, "%s [*]", sought);
    }
    return NULL;
}

static void take_named_options(struct wrd_matching *m, const struct wrd_variable *variable,
                               struct options *options)
{
    for (size_t i = 0; i < variable->list->n_values; i++) {
        const struct wrd_value *value = &variable->list->values[i];
        const char *sought = option_column(m, variable, value);
        if (!sought || strcmp(sought, "-") == 0)
            continue;
        size_t column = wrd_matching_seek(m, variable, sought);
        if (column != WRD_NO_COLUMN)
            add_option(m, options, column, value);
    }
}

static void say_missing_option(struct wrd_matching *m, const struct wrd_variable *variable,
                               const char *pattern, const struct wrd_value *value)
{
    int before = (int)strcspn(pattern, "*");
    const char *column = wrd_arena_format(m->scratch, "%.*s%s%s", before, pattern, value->code,
                                          pattern + before + 1);
    wrd_say(m->diag, WRD_E0229, wrd_matching_at(m, variable), column, value->code,
            m->survey->study->waves[m->survey->wave].name, variable->name);
}

static void say_missing_options(struct wrd_matching *m, const struct wrd_variable *variable,
                                const char *pattern, const struct options *options)
{
    if (options->n == 0) {
        wrd_matching_say_missing(m, variable, pattern);
        return;
    }
    for (size_t i = 0; i < variable->list->n_answers; i++) {
        const struct wrd_value *value = variable->list->answers[i];
        if (!option_with(options, value) && !option_column(m, variable, value))
            say_missing_option(m, variable, pattern, value);
    }
}

void wrd_matching_options(struct wrd_matching *m, const struct wrd_variable *variable,
                          const char *pattern, struct wrd_found *found)
{
    size_t room = m->header->n_columns + variable->list->n_values;
    struct options options = { wrd_arena_take_array(m->arena, room, sizeof *options.items), 0,
                               wrd_arena_take_array(m->scratch, m->header->n_columns,
                                                    sizeof *options.unknown) };
    take_pattern(m, variable, pattern, &options);
    take_named_options(m, variable, &options);
    say_missing_options(m, variable, pattern, &options);
    found->options = options.items;
    found->n_options = options.n;
}
