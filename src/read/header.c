/* read/header.c - which column of a file holds which variable; see read/header.h. */
#include "read/header.h"

#include <string.h>

#include "core/number.h"
#include "core/text.h"

/* A header in the four forms in which it is compared. */
enum { WHOLE, CODE, WHOLE_FOLDED, CODE_FOLDED, FORMS };
struct cell {
    const char *form[FORMS];
};

/* Everything that one matching needs. */
struct matching {
    struct wrd_arena *arena, *scratch;
    const struct wrd_survey *survey;
    struct wrd_place place;
    struct wrd_diag *diag;
    struct cell *cells;
    struct wrd_header *header;
    bool plain; /* only whole headers count */
};

enum wrd_column_kind wrd_header_kind(const char *header, size_t len)
{
    size_t code = wrd_header_code(header, len);
    return wrd_column_kind(header, code ? code : len);
}

static struct cell make_cell(struct wrd_arena *arena, struct wrd_field field)
{
    struct cell cell;
    const char *text = field.text;
    size_t len = field.len;
    wrd_text_trim(&text, &len);
    size_t code = wrd_header_code(text, len);
    cell.form[WHOLE] = wrd_arena_text(arena, text, len);
    cell.form[CODE] = code ? wrd_arena_text(arena, text, code) : cell.form[WHOLE];
    cell.form[WHOLE_FOLDED] = wrd_text_fold(arena, text, len);
    cell.form[CODE_FOLDED] = code ? wrd_text_fold(arena, text, code) : cell.form[WHOLE_FOLDED];
    return cell;
}

static const char *fold(struct matching *m, const char *text)
{
    return wrd_text_fold(m->scratch, text, strlen(text));
}

static bool form_counts(const struct matching *m, int form)
{
    return !m->plain || form == WHOLE || form == WHOLE_FOLDED;
}

static size_t count_form(const struct matching *m, int form, const char *sought, size_t *column)
{
    size_t n = 0;
    for (size_t i = m->header->n_columns; i-- > 0;)
        if (strcmp(m->cells[i].form[form], sought) == 0) {
            *column = i;
            n++;
        }
    return n;
}

/* How often `sought` is there by the first form that finds it; *column is the first. */
static size_t find_column(struct matching *m, const char *sought, size_t *column)
{
    const char *folded = fold(m, sought);
    for (int form = 0; form < FORMS; form++) {
        if (!form_counts(m, form))
            continue;
        size_t n = count_form(m, form, form < WHOLE_FOLDED ? sought : folded, column);
        if (n > 0)
            return n;
    }
    return 0;
}

static void use_column(struct matching *m, size_t column)
{
    const char *name = m->cells[column].form[m->plain ? WHOLE : CODE];
    if (!m->header->key[column])
        m->header->key[column] = wrd_arena_text(m->arena, name, strlen(name));
}

static struct wrd_place at(const struct matching *m, const struct wrd_variable *variable)
{
    struct wrd_place place = m->place;
    place.variable = variable->name;
    return place;
}

static const char *named_in(struct matching *m, const struct wrd_variable *variable)
{
    if (!variable->place.file)
        return variable->name;
    return wrd_arena_format(m->scratch, "%s:%s", variable->place.file,
                            wrd_count_text(m->scratch, variable->place.line));
}

/* The part of `text` that the star of `pattern` stands for; false: no match. */
static bool star_of(const char *pattern, const char *text, const char **part, size_t *len)
{
    size_t before = strcspn(pattern, "*");
    const char *after = pattern + before + 1;
    size_t n = strlen(text), tail = strlen(after);
    if (n <= before + tail || strncmp(text, pattern, before) != 0 ||
        strcmp(text + n - tail, after) != 0)
        return false;
    *part = text + before;
    *len = n - before - tail;
    return true;
}

static bool is_of(const struct matching *m, const struct wrd_variable *variable,
                  const struct cell *cell)
{
    const char *part, *sought = NULL;
    size_t len;
    if (wrd_variable_of(variable, m->survey->source))
        sought = wrd_wave_column(m->survey, variable);
    if (!sought)
        return false;
    return strcmp(cell->form[WHOLE], sought) == 0 || strcmp(cell->form[CODE], sought) == 0 ||
           (strchr(sought, '*') && star_of(sought, cell->form[CODE], &part, &len));
}

/* The header nearest to `sought` that is not the column of another variable: v_a2 is no misspelling
 * of v_t2 when the codebook has both. */
static const char *nearest_free(struct matching *m, const char *sought)
{
    const struct wrd_codebook *book = m->survey->book;
    const char **names = wrd_arena_take_array(m->scratch, m->header->n_columns, sizeof *names);
    size_t n = 0;
    for (size_t i = 0; i < m->header->n_columns; i++) {
        bool taken = false;
        for (size_t k = 0; k < book->n_variables && !taken; k++)
            taken = is_of(m, &book->variables[k], &m->cells[i]);
        if (!taken)
            names[n++] = m->cells[i].form[m->plain ? WHOLE : CODE];
    }
    return wrd_text_nearest(sought, names, n);
}

static void say_missing(struct matching *m, const struct wrd_variable *variable, const char *sought)
{
    const char *nearest = nearest_free(m, sought);
    if (nearest)
        wrd_say(m->diag, WRD_E0210, at(m, variable), sought, named_in(m, variable), nearest);
    else
        wrd_say(m->diag, WRD_E0211, at(m, variable), sought, named_in(m, variable),
                m->survey->study->waves[m->survey->wave].name, variable->name);
}

/* WRD_NO_COLUMN after saying why. */
static size_t seek(struct matching *m, const struct wrd_variable *variable, const char *sought)
{
    size_t column = WRD_NO_COLUMN;
    size_t n = find_column(m, sought, &column);
    if (n == 0)
        say_missing(m, variable, sought);
    else if (n > 1)
        wrd_say(m->diag, WRD_E0238, at(m, variable), sought, wrd_count_text(m->scratch, n),
                variable->name);
    if (n != 1)
        return WRD_NO_COLUMN;
    use_column(m, column);
    return column;
}

static const struct wrd_value *value_of(struct matching *m, const struct wrd_variable *variable,
                                        const char *part, size_t len)
{
    const struct wrd_wave_row *row;
    const char *text;
    size_t n;
    for (size_t from = 0; (row = wrd_wave_row_next(m->survey, variable, &from)) != NULL;)
        for (const char *rest = row->was_code; wrd_was_code_next(&rest, &text, &n);)
            if (n == len && memcmp(text, part, len) == 0)
                return wrd_list_value(variable->list, row->code, strlen(row->code));
    const struct wrd_value *value = wrd_list_value(variable->list, part, len);
    for (size_t i = 0; !value && i < variable->list->n_values; i++)
        if (strcmp(fold(m, variable->list->values[i].code), wrd_text_fold(m->scratch, part, len)) ==
            0)
            value = &variable->list->values[i];
    return value;
}

/* What waves.csv says of the column of one answer; NULL: nothing. */
static const char *option_column(struct matching *m, const struct wrd_variable *variable,
                                 const struct wrd_value *value)
{
    const struct wrd_wave_row *row;
    for (size_t from = 0; (row = wrd_wave_row_next(m->survey, variable, &from)) != NULL;)
        if (strcmp(row->code, value->code) == 0 && wrd_wave_option_column(row, variable))
            return wrd_wave_option_column(row, variable);
    return NULL;
}

/* The options of a question while they are found. */
struct options {
    struct wrd_found_option *items;
    size_t n;
};

static const struct wrd_found_option *option_with(const struct options *options,
                                                  const struct wrd_value *value)
{
    for (size_t i = 0; i < options->n; i++)
        if (options->items[i].value == value)
            return &options->items[i];
    return NULL;
}

static void add_option(struct matching *m, struct options *options, size_t column,
                       const struct wrd_value *value)
{
    use_column(m, column);
    options->items[options->n++] = (struct wrd_found_option){ column, value };
}

static const char *codes_of(struct matching *m, const struct wrd_list *list)
{
    const char *codes[12];
    size_t n = 0;
    while (n < list->n_values && n < sizeof codes / sizeof *codes) {
        codes[n] = list->values[n].code;
        n++;
    }
    return wrd_text_join(m->scratch, codes, n, " ");
}

static void say_unknown_option(struct matching *m, const struct wrd_variable *variable,
                               size_t column)
{
    const struct wrd_list *list = variable->list;
    struct wrd_place place = at(m, variable);
    place.column = (uint32_t)column + 1;
    const char *where = wrd_arena_format(m->scratch, "%s:%s", list->place.file,
                                         wrd_count_text(m->scratch, list->place.line));
    wrd_say(m->diag, WRD_W0216, place, m->cells[column].form[m->plain ? WHOLE : CODE], list->name,
            where, codes_of(m, list));
}

static bool is_comment(const char *part, size_t len)
{
    return len > 7 && memcmp(part + len - 7, "comment", 7) == 0;
}

static void take_option(struct matching *m, const struct wrd_variable *variable, size_t column,
                        const char *part, size_t len, struct options *options)
{
    const struct wrd_value *value = value_of(m, variable, part, len);
    if (!value && wrd_text_is(part, len, "other")) {
        add_option(m, options, column, NULL);
    } else if (!value) {
        if (!is_comment(part, len)) /* the remark beside an option is open text */
            say_unknown_option(m, variable, column);
    } else if (option_with(options, value)) {
        wrd_say(m->diag, WRD_E0238, at(m, variable), m->cells[column].form[CODE], "2",
                variable->name);
    } else if (!option_column(m, variable, value)) {
        add_option(m, options, column, value);
    }
}

/* By code where there is one: `G05Q01[*]` would fit the whole of "G05Q01[a]. Which? [Label]" too.
 */
static void take_pattern(struct matching *m, const struct wrd_variable *variable,
                         const char *pattern, struct options *options)
{
    const int exact = m->plain ? WHOLE : CODE, folded = m->plain ? WHOLE_FOLDED : CODE_FOLDED;
    const struct {
        int form;
        const char *pattern;
    } tries[] = { { exact, pattern }, { folded, fold(m, pattern) } };
    const char *part;
    size_t len;
    for (size_t t = 0; t < 2 && options->n == 0; t++)
        for (size_t i = 0; i < m->header->n_columns; i++)
            if (star_of(tries[t].pattern, m->cells[i].form[tries[t].form], &part, &len))
                take_option(m, variable, i, part, len, options);
}

static void take_named_options(struct matching *m, const struct wrd_variable *variable,
                               struct options *options)
{
    for (size_t i = 0; i < variable->list->n_values; i++) {
        const struct wrd_value *value = &variable->list->values[i];
        const char *sought = option_column(m, variable, value);
        if (!sought || strcmp(sought, "-") == 0)
            continue;
        size_t column = seek(m, variable, sought);
        if (column != WRD_NO_COLUMN)
            add_option(m, options, column, value);
    }
}

static void say_missing_option(struct matching *m, const struct wrd_variable *variable,
                               const char *pattern, const struct wrd_value *value)
{
    int before = (int)strcspn(pattern, "*");
    const char *column = wrd_arena_format(m->scratch, "%.*s%s%s", before, pattern, value->code,
                                          pattern + before + 1);
    wrd_say(m->diag, WRD_E0229, at(m, variable), column, value->code,
            m->survey->study->waves[m->survey->wave].name, variable->name);
}

static void say_missing_options(struct matching *m, const struct wrd_variable *variable,
                                const char *pattern, const struct options *options)
{
    if (options->n == 0) {
        say_missing(m, variable, pattern);
        return;
    }
    for (size_t i = 0; i < variable->list->n_answers; i++) {
        const struct wrd_value *value = variable->list->answers[i];
        if (!option_with(options, value) && !option_column(m, variable, value))
            say_missing_option(m, variable, pattern, value);
    }
}

static void find_options(struct matching *m, const struct wrd_variable *variable,
                         const char *pattern, struct wrd_found *found)
{
    size_t room = m->header->n_columns + variable->list->n_values;
    struct options options = { wrd_arena_take_array(m->arena, room, sizeof *options.items), 0 };
    take_pattern(m, variable, pattern, &options);
    take_named_options(m, variable, &options);
    say_missing_options(m, variable, pattern, &options);
    found->column = WRD_NO_COLUMN;
    found->options = options.items;
    found->n_options = options.n;
}

static void judge_kind(struct matching *m, const struct wrd_variable *variable, const char *sought)
{
    enum wrd_column_kind kind = wrd_header_kind(sought, strlen(sought));
    if (!wrd_column_may_hold(kind, variable))
        wrd_say(m->diag, kind == WRD_COLUMN_PERSONAL ? WRD_E0214 : WRD_E0247, variable->place,
                sought, variable->name);
}

static void find_variable(struct matching *m, size_t i)
{
    const struct wrd_variable *variable = &m->survey->book->variables[i];
    struct wrd_found *found = &m->header->found[i];
    if (!wrd_variable_of(variable, m->survey->source))
        return;
    const char *sought = wrd_wave_column(m->survey, variable);
    if (!sought)
        return;
    found->asked = true;
    judge_kind(m, variable, sought);
    if (variable->type == WRD_TYPE_MULTIPLE && strchr(sought, '*'))
        find_options(m, variable, sought, found);
    else
        found->column = seek(m, variable, sought);
}

/* A column that only its code finds makes the file a LimeSurvey export. */
static bool is_plain(const struct matching *m)
{
    const struct wrd_codebook *book = m->survey->book;
    for (size_t c = 0; c < m->header->n_columns; c++) {
        const struct cell *cell = &m->cells[c];
        if (cell->form[CODE] == cell->form[WHOLE])
            continue;
        const struct cell code = { { cell->form[CODE], cell->form[CODE], NULL, NULL } };
        for (size_t i = 0; i < book->n_variables; i++)
            if (is_of(m, &book->variables[i], &code))
                return false;
    }
    return true;
}

static bool choose_plain(struct matching *m)
{
    switch (m->survey->study->sources[m->survey->source].export_preset) {
    case WRD_EXPORT_PLAIN:
        return true;
    case WRD_EXPORT_LIMESURVEY:
        return false;
    case WRD_EXPORT_AUTO:
    case WRD_EXPORT_QUALTRICS:
    case WRD_EXPORT_SURVEYMONKEY:
    case WRD_EXPORT_FORMS:
        break;
    }
    return is_plain(m);
}

static void count_unnamed(struct wrd_header *header)
{
    for (size_t i = 0; i < header->n_columns; i++)
        header->n_unnamed += header->key[i] == NULL;
}

static bool is_there(struct matching *m, const struct wrd_variable *variable, const char *sought)
{
    const char *part, *folded = fold(m, sought);
    size_t column, len;
    if (!strchr(sought, '*'))
        return find_column(m, sought, &column) > 0;
    for (size_t i = 0; i < m->header->n_columns; i++)
        for (int form = 0; form < FORMS; form++)
            if (form_counts(m, form) &&
                star_of(form < WHOLE_FOLDED ? sought : folded, m->cells[i].form[form], &part,
                        &len) &&
                (value_of(m, variable, part, len) || wrd_text_is(part, len, "other")))
                return true;
    return false;
}

/* Then the file is read in a wrong way or is another one, and that is said once. */
static bool is_all_missing(struct matching *m, char delimiter)
{
    const char *shown = delimiter == '\t' ? "tab" : (const char[]){ delimiter, '\0' };
    size_t n = 0;
    for (size_t i = 0; i < m->survey->book->n_variables; i++) {
        const struct wrd_variable *variable = &m->survey->book->variables[i];
        if (!wrd_variable_of(variable, m->survey->source))
            continue;
        const char *sought = wrd_wave_column(m->survey, variable);
        if (sought && is_there(m, variable, sought))
            return false;
        n += sought != NULL;
    }
    if (n < 2)
        return false;
    if (m->header->n_columns == 1)
        wrd_say(m->diag, WRD_E0212, m->place, wrd_count_text(m->scratch, n), shown);
    else
        wrd_say(m->diag, WRD_E0239, m->place, wrd_count_text(m->scratch, n), m->header->preset,
                shown);
    return true;
}

static void match_all(struct matching *m, const struct wrd_record *record, char delimiter)
{
    struct wrd_header *header = m->header;
    for (size_t i = 0; i < record->n; i++)
        m->cells[i] = make_cell(m->scratch, record->fields[i]);
    m->plain = choose_plain(m);
    header->preset = m->plain ? "plain" : "limesurvey";
    if (is_all_missing(m, delimiter))
        return;
    for (size_t i = 0; i < m->survey->book->n_variables; i++)
        find_variable(m, i);
    count_unnamed(header);
}

enum wrd_status wrd_header_match(struct wrd_arena *arena, const struct wrd_survey *survey,
                                 const struct wrd_record *record, char delimiter,
                                 struct wrd_place place, struct wrd_diag *diag,
                                 struct wrd_header *header)
{
    size_t errors = wrd_diag_errors(diag);
    struct matching m = { .arena = arena,
                          .scratch = wrd_arena_new(),
                          .survey = survey,
                          .place = place,
                          .diag = diag,
                          .header = header };
    *header = (struct wrd_header){ .n_columns = record->n };
    header->found = wrd_arena_take_array(arena, survey->book->n_variables, sizeof *header->found);
    header->key = wrd_arena_take_array(arena, record->n, sizeof *header->key);
    m.cells = wrd_arena_take_array(m.scratch, record->n, sizeof *m.cells);
    match_all(&m, record, delimiter);
    wrd_arena_free(m.scratch);
    return wrd_diag_errors(diag) > errors ? WRD_EINPUT : WRD_OK;
}
