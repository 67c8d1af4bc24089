/* model/codebook.c - see waardering/codebook.h.
 *
 * Plain searches: they are done once a column of a file, not once an answer, and a codebook has at
 * most some hundreds of names. */
#include "waardering/codebook.h"

#include <string.h>

int wrd_codebook_variable(const struct wrd_codebook *book, const char *name)
{
    for (size_t i = 0; i < book->n_variables; i++)
        if (strcmp(book->variables[i].name, name) == 0)
            return (int)i;
    return -1;
}

int wrd_codebook_variable_of(const struct wrd_codebook *book, const char *name, size_t source)
{
    for (size_t i = 0; i < book->n_variables; i++)
        if (wrd_variable_of(&book->variables[i], source) &&
            strcmp(book->variables[i].name, name) == 0)
            return (int)i;
    return -1;
}

int wrd_codebook_list(const struct wrd_codebook *book, const char *name)
{
    for (size_t i = 0; i < book->n_lists; i++)
        if (strcmp(book->lists[i].name, name) == 0)
            return (int)i;
    return -1;
}

int wrd_codebook_scale(const struct wrd_codebook *book, const char *name)
{
    for (size_t i = 0; i < book->n_scales; i++)
        if (strcmp(book->scales[i].name, name) == 0)
            return (int)i;
    return -1;
}

const struct wrd_value *wrd_list_value(const struct wrd_list *list, const char *code, size_t len)
{
    for (size_t i = 0; i < list->n_values; i++) {
        const char *own = list->values[i].code;
        if (strlen(own) == len && memcmp(own, code, len) == 0)
            return &list->values[i];
    }
    return NULL;
}

static const struct wrd_book_header *header_of(const struct wrd_codebook *book, const char *file)
{
    for (size_t i = 0; file && i < book->n_headers; i++)
        if (strcmp(book->headers[i].file, file) == 0)
            return &book->headers[i];
    return NULL;
}

struct wrd_place wrd_codebook_place(const struct wrd_codebook *book, struct wrd_place row,
                                    const char *header)
{
    const struct wrd_book_header *of = header_of(book, row.file);
    row.key = header;
    row.column = 0;
    for (size_t i = 0; of && i < of->n_names; i++)
        if (strcmp(of->names[i], header) == 0)
            row.column = (uint32_t)i + 1;
    return row;
}

bool wrd_variable_of(const struct wrd_variable *variable, size_t source)
{
    return source < WRD_MAX_SOURCES && (variable->sources >> source & 1) != 0;
}

size_t wrd_scale_items(const struct wrd_codebook *book, size_t scale, size_t source, size_t *items,
                       size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < book->n_variables; i++) {
        const struct wrd_variable *variable = &book->variables[i];
        if (variable->scale != (int)scale || !wrd_variable_of(variable, source))
            continue;
        if (n < room)
            items[n] = i;
        n++;
    }
    return n;
}

size_t wrd_scale_needed(const struct wrd_scale *scale, size_t k)
{
    return scale->min_answered ? scale->min_answered : (k + 1) / 2;
}

const struct wrd_wave_row *wrd_codebook_wave_row(const struct wrd_codebook *book,
                                                 const struct wrd_study *study, size_t wave,
                                                 size_t source, const struct wrd_variable *variable,
                                                 size_t *from)
{
    while (*from < book->n_wave_rows) {
        const struct wrd_wave_row *row = &book->wave_rows[(*from)++];
        if (strcmp(row->wave, study->waves[wave].name) == 0 &&
            strcmp(row->name, variable->name) == 0 &&
            (!*row->source || strcmp(row->source, study->sources[source].id) == 0))
            return row;
    }
    return NULL;
}

/* A variable has a row for each code that differs; one of them with a word is enough. */
const char *wrd_comparable(const struct wrd_codebook *book, const struct wrd_study *study,
                           size_t wave, size_t source, const struct wrd_variable *variable)
{
    const struct wrd_wave_row *row;
    for (size_t at = 0; (row = wrd_codebook_wave_row(book, study, wave, source, variable, &at));)
        if (row->comparable[0] && strcmp(row->comparable, "yes") != 0)
            return row->comparable;
    return "yes";
}

static bool is_asked(const struct wrd_codebook *book, const struct wrd_study *study, size_t wave,
                     size_t source, const struct wrd_variable *variable)
{
    const struct wrd_wave_row *row;
    for (size_t at = 0; (row = wrd_codebook_wave_row(book, study, wave, source, variable, &at));)
        if (strcmp(row->column, "-") == 0)
            return false;
    return true;
}

/* A scale of other items is another scale. */
bool wrd_scale_comparable(const struct wrd_codebook *book, const struct wrd_study *study,
                          size_t scale, size_t source, size_t wave, size_t other)
{
    for (size_t i = 0; i < book->n_variables; i++) {
        const struct wrd_variable *item = &book->variables[i];
        if (item->scale != (int)scale || !wrd_variable_of(item, source))
            continue;
        if (strcmp(wrd_comparable(book, study, wave, source, item),
                   wrd_comparable(book, study, other, source, item)) != 0 ||
            is_asked(book, study, wave, source, item) != is_asked(book, study, other, source, item))
            return false;
    }
    return true;
}

const char *wrd_reason_name(enum wrd_reason reason)
{
    static const char *const names[WRD_REASONS] = {
        [WRD_NOT_APPLICABLE] = "not_applicable",
        [WRD_REFUSED] = "refused",
        [WRD_INVALID] = "invalid",
        [WRD_NOT_ASKED] = "not_asked",
        [WRD_DONT_KNOW] = "dont_know",
        [WRD_EMPTY] = "empty",
        [WRD_TECHNICAL] = "technical",
    };
    return reason == WRD_NO_REASON ? "" : names[reason];
}

const char *wrd_side_name(enum wrd_side side)
{
    static const char *const names[] = {
        [WRD_SIDE_NONE] = "",
        [WRD_SIDE_NEGATIVE] = "negative",
        [WRD_SIDE_NEUTRAL] = "neutral",
        [WRD_SIDE_POSITIVE] = "positive",
    };
    return names[side];
}

const char *wrd_unit_name(enum wrd_unit unit)
{
    static const char *const names[WRD_UNITS] = {
        [WRD_UNIT_NONE] = "",         [WRD_UNIT_PERSONS] = "persons",
        [WRD_UNIT_HOURS] = "hours",   [WRD_UNIT_ORGANISATIONS] = "organisations",
        [WRD_UNIT_DAYS] = "days",     [WRD_UNIT_YEARS] = "years",
        [WRD_UNIT_TIMES] = "times",   [WRD_UNIT_GRADE] = "grade",
        [WRD_UNIT_POINTS] = "points",
    };
    return names[unit];
}

const char *wrd_type_name(enum wrd_type type)
{
    static const char *const names[WRD_TYPES] = {
        [WRD_TYPE_ID] = "id",
        [WRD_TYPE_SINGLE] = "single",
        [WRD_TYPE_MULTIPLE] = "multiple",
        [WRD_TYPE_NUMBER] = "number",
        [WRD_TYPE_DATE] = "date",
        [WRD_TYPE_TEXT] = "text",
        [WRD_TYPE_WEIGHT] = "weight",
    };
    return names[type];
}

const char *wrd_role_name(unsigned bit)
{
    static const char *const names[WRD_ROLE_COUNT] = {
        "outcome", "group", "margin", "stratum", "psu", "open", "sensitive", "importance"
    };
    return names[bit];
}
