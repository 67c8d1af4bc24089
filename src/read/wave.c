/* read/wave.c - what waves.csv says about a variable; see read/wave.h. */
#include "read/wave.h"

#include <string.h>

#include "core/text.h"

const struct wrd_wave_row *wrd_wave_row_next(const struct wrd_survey *survey,
                                             const struct wrd_variable *variable, size_t *from)
{
    return wrd_codebook_wave_row(survey->book, survey->study, survey->wave, survey->source,
                                 variable, from);
}

const char *wrd_wave_option_column(const struct wrd_wave_row *row,
                                   const struct wrd_variable *variable)
{
    if (variable->type != WRD_TYPE_MULTIPLE || variable->separator || !*row->code)
        return NULL;
    if (strcmp(row->was_code, "-") == 0)
        return row->was_code;
    return *row->column && !strchr(row->column, '*') ? row->column : NULL;
}

const char *wrd_wave_column(const struct wrd_survey *survey, const struct wrd_variable *variable)
{
    const struct wrd_wave_row *row;
    for (size_t from = 0; (row = wrd_wave_row_next(survey, variable, &from)) != NULL;)
        if (*row->column && wrd_wave_option_column(row, variable) == NULL)
            return strcmp(row->column, "-") == 0 ? NULL : row->column;
    return variable->column;
}

bool wrd_was_code_next(const char **from, const char **text, size_t *len)
{
    if (!**from)
        return false;
    *text = *from;
    *len = strcspn(*from, "|");
    *from += *len + ((*from)[*len] == '|');
    wrd_text_trim(text, len);
    return true;
}
