/* read/header.c - which column of a file holds which variable; see read/header.h. */
#include "read/header.h"

#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "read/header_parts.h"

static void make_forms(struct wrd_arena *arena, const struct wrd_export_column *column,
                       struct wrd_header_forms *forms)
{
    bool same = column->other == column->name;
    forms->form[WRD_FORM_NAME] = column->name;
    forms->form[WRD_FORM_OTHER] = column->other;
    forms->form[WRD_FORM_NAME_FOLDED] = wrd_text_fold(arena, column->name, strlen(column->name));
    forms->form[WRD_FORM_OTHER_FOLDED] =
        same ? forms->form[WRD_FORM_NAME_FOLDED]
             : wrd_text_fold(arena, column->other, strlen(column->other));
}

const char *wrd_matching_fold(struct wrd_matching *m, const char *text)
{
    return wrd_text_fold(m->scratch, text, strlen(text));
}

static size_t count_form(const struct wrd_matching *m, int form, const char *sought, size_t *column)
{
    size_t n = 0;
    for (size_t i = m->header->n_columns; i-- > 0;)
        if (strcmp(m->forms[i].form[form], sought) == 0) {
            *column = i;
            n++;
        }
    return n;
}

/* How often `sought` is there by the first form that finds it; *column is the first. */
static size_t find_column(struct wrd_matching *m, const char *sought, size_t *column)
{
    const char *folded = wrd_matching_fold(m, sought);
    for (int form = 0; form < WRD_FORMS; form++) {
        size_t n = count_form(m, form, form < WRD_FORM_NAME_FOLDED ? sought : folded, column);
        if (n > 0)
            return n;
    }
    return 0;
}

void wrd_matching_use(struct wrd_matching *m, size_t column)
{
    m->header->key[column] = m->head->columns[column].column;
}

struct wrd_place wrd_matching_at(const struct wrd_matching *m, const struct wrd_variable *variable)
{
    struct wrd_place place = m->place;
    place.variable = variable->name;
    return place;
}

static const char *named_in(struct wrd_matching *m, const struct wrd_variable *variable)
{
    if (!variable->place.file)
        return variable->name;
    return wrd_arena_format(m->scratch, "%s:%s", variable->place.file,
                            wrd_count_text(m->scratch, variable->place.line));
}

bool wrd_star_of(const char *pattern, const char *text, const char **part, size_t *len)
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

static bool is_of(const struct wrd_matching *m, const struct wrd_variable *variable,
                  const struct wrd_export_column *column)
{
    const char *part, *sought = NULL;
    size_t len;
    if (wrd_variable_of(variable, m->survey->source))
        sought = wrd_wave_column(m->survey, variable);
    if (!sought)
        return false;
    return strcmp(column->name, sought) == 0 || strcmp(column->other, sought) == 0 ||
           (strchr(sought, '*') && wrd_star_of(sought, column->column, &part, &len));
}

/* The header nearest to `sought` that is not the column of another variable: v_a2 is no misspelling
 * of v_t2 when the codebook has both. */
static const char *nearest_free(struct wrd_matching *m, const char *sought)
{
    const struct wrd_codebook *book = m->survey->book;
    const char **names = wrd_arena_take_array(m->scratch, m->header->n_columns, sizeof *names);
    size_t n = 0;
    for (size_t i = 0; i < m->header->n_columns; i++) {
        bool taken = false;
        for (size_t k = 0; k < book->n_variables && !taken; k++)
            taken = is_of(m, &book->variables[k], &m->head->columns[i]);
        if (!taken)
            names[n++] = m->head->columns[i].column;
    }
    return wrd_text_nearest(sought, names, n);
}

void wrd_matching_say_missing(struct wrd_matching *m, const struct wrd_variable *variable,
                              const char *sought)
{
    const char *nearest = nearest_free(m, sought);
    if (nearest)
        wrd_say(m->diag, WRD_E0210, wrd_matching_at(m, variable), sought, named_in(m, variable),
                nearest);
    else
        wrd_say(m->diag, WRD_E0211, wrd_matching_at(m, variable), sought, named_in(m, variable),
                m->survey->study->waves[m->survey->wave].name, variable->name);
}

size_t wrd_matching_seek(struct wrd_matching *m, const struct wrd_variable *variable,
                         const char *sought)
{
    size_t column = WRD_NO_COLUMN;
    size_t n = find_column(m, sought, &column);
    if (n == 0)
        wrd_matching_say_missing(m, variable, sought);
    else if (n > 1)
        wrd_say(m->diag, WRD_E0238, wrd_matching_at(m, variable), sought,
                wrd_count_text(m->scratch, n), variable->name);
    if (n != 1)
        return WRD_NO_COLUMN;
    wrd_matching_use(m, column);
    return column;
}

/* By what the column is where it was found, else by what the codebook calls it. */
static void judge_kind(struct wrd_matching *m, const struct wrd_variable *variable,
                       const char *sought, size_t column)
{
    enum wrd_column_kind kind = column != WRD_NO_COLUMN ? m->head->columns[column].kind
                                                        : wrd_column_kind(sought, strlen(sought));
    if (!wrd_column_may_hold(kind, variable))
        wrd_say(m->diag, kind == WRD_COLUMN_PERSONAL ? WRD_E0214 : WRD_E0247, variable->place,
                sought, variable->name);
}

static void find_variable(struct wrd_matching *m, size_t i)
{
    const struct wrd_variable *variable = &m->survey->book->variables[i];
    struct wrd_found *found = &m->header->found[i];
    if (!wrd_variable_of(variable, m->survey->source))
        return;
    const char *sought = wrd_wave_column(m->survey, variable);
    if (!sought)
        return;
    found->asked = true;
    const char *pattern = wrd_matching_pattern(m, variable, sought);
    found->column = WRD_NO_COLUMN;
    if (pattern)
        wrd_matching_options(m, variable, pattern, found);
    else
        found->column = wrd_matching_seek(m, variable, sought);
    judge_kind(m, variable, sought, found->column);
}

static void count_unnamed(struct wrd_header *header)
{
    for (size_t i = 0; i < header->n_columns; i++)
        header->n_unnamed += header->key[i] == NULL;
}

static bool is_there(struct wrd_matching *m, const struct wrd_variable *variable,
                     const char *sought)
{
    size_t column;
    const char *pattern = wrd_matching_pattern(m, variable, sought);
    return pattern ? wrd_matching_has_option(m, variable, pattern)
                   : find_column(m, sought, &column) > 0;
}

/* Then the file is read in a wrong way or is another one, and that is said once. */
static bool is_all_missing(struct wrd_matching *m, char delimiter)
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
        wrd_say(m->diag, WRD_E0239, m->place, wrd_count_text(m->scratch, n), m->head->preset_name,
                shown);
    return true;
}

static void match_all(struct wrd_matching *m, char delimiter)
{
    for (size_t i = 0; i < m->header->n_columns; i++)
        make_forms(m->scratch, &m->head->columns[i], &m->forms[i]);
    if (is_all_missing(m, delimiter))
        return;
    for (size_t i = 0; i < m->survey->book->n_variables; i++)
        find_variable(m, i);
    count_unnamed(m->header);
}

enum wrd_status wrd_header_match(struct wrd_arena *arena, const struct wrd_survey *survey,
                                 const struct wrd_export_head *head, char delimiter,
                                 struct wrd_place place, struct wrd_diag *diag,
                                 struct wrd_header *header)
{
    size_t errors = wrd_diag_errors(diag);
    struct wrd_matching m = { .arena = arena,
                              .scratch = wrd_arena_new(),
                              .survey = survey,
                              .head = head,
                              .place = place,
                              .diag = diag,
                              .header = header };
    *header = (struct wrd_header){ .n_columns = head->n_columns };
    header->found = wrd_arena_take_array(arena, survey->book->n_variables, sizeof *header->found);
    header->key = wrd_arena_take_array(arena, head->n_columns, sizeof *header->key);
    m.forms = wrd_arena_take_array(m.scratch, head->n_columns, sizeof *m.forms);
    match_all(&m, delimiter);
    wrd_arena_free(m.scratch);
    return wrd_diag_errors(diag) > errors ? WRD_EINPUT : WRD_OK;
}
