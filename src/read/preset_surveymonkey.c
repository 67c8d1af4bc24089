/* read/preset_surveymonkey.c - two rows: the question over its first column, nothing over its
 * others; under it the options, or 'Response' where the question has one column.
 *
 * Two questions may have the same options, so a column is named `Question [Option]`. */
#include <string.h>

#include "core/text.h"
#include "read/presets.h"

static bool is_response(const struct wrd_header_rows *rows, size_t row, size_t column)
{
    static const char *const words[] = { "response",
                                         "open-ended response",
                                         "antwoord",
                                         "open antwoord",
                                         "antwoord op open vraag",
                                         "reactie",
                                         NULL };
    size_t len;
    const char *text = wrd_header_cell(rows, row, column, &len);
    return wrd_header_is_one_of(text, len, words);
}

static bool is_blank(const struct wrd_header_rows *rows, size_t row, size_t column)
{
    size_t len;
    wrd_header_cell(rows, row, column, &len);
    return len == 0;
}

/* A nameless column continues the question before it, and has an option of its own. */
static bool shows(const struct wrd_header_rows *rows)
{
    size_t responses = 0, continued = 0;
    if (rows->n < 2 || rows->row[0].n != rows->row[1].n || is_blank(rows, 0, 0))
        return false;
    for (size_t i = 0; i < rows->row[0].n; i++) {
        bool nameless = is_blank(rows, 0, i);
        if (nameless && (is_blank(rows, 1, i) || is_response(rows, 1, i)))
            return false;
        continued += nameless;
        responses += is_response(rows, 1, i);
    }
    bool begins_with_respondents = is_blank(rows, 1, 0);
    return responses > 0 && (continued > 0 || begins_with_respondents);
}

static bool names_respondents(const struct wrd_header_rows *rows)
{
    static const char *const words[] = { "respondent id", "respondentid", "respondent-id", NULL };
    size_t len;
    const char *text = wrd_header_cell(rows, 0, 0, &len);
    return wrd_header_is_one_of(text, len, words);
}

/* Without the questions the options are the first row; without the options a question with several
 * answers leaves columns that have answers and no name. */
static bool shows_part(const struct wrd_header_rows *rows)
{
    size_t unread = 0, responses = 0;
    for (size_t i = 1; i < rows->row[0].n; i++) {
        for (size_t row = 1; row < rows->n; row++)
            unread += is_blank(rows, 0, i) && !is_blank(rows, row, i);
        responses += is_response(rows, 0, i);
    }
    return (unread > 0 && names_respondents(rows)) || (responses > 0 && is_blank(rows, 0, 0));
}

static void describe_column(struct wrd_arena *arena, const struct wrd_header_rows *rows,
                            struct wrd_export_column *columns, size_t i)
{
    struct wrd_export_column *column = &columns[i];
    if (i > 0 && !*column->name) {
        column->question = columns[i - 1].question;
        column->first = columns[i - 1].first;
    } else {
        column->question = column->name;
    }
    if (is_response(rows, 1, i) || is_blank(rows, 1, i))
        return;
    column->option = wrd_header_text(arena, rows, 1, i);
    column->name = wrd_arena_format(arena, "%s [%s]", column->question, column->option);
    column->other = column->column = column->name;
}

static void describe(struct wrd_arena *arena, const struct wrd_header_rows *rows,
                     struct wrd_export_head *head)
{
    for (size_t i = 0; i < head->n_columns; i++)
        describe_column(arena, rows, head->columns, i);
}

const struct wrd_preset wrd_preset_surveymonkey = {
    .id = WRD_EXPORT_SURVEYMONKEY,
    .name = "surveymonkey",
    .title = "SurveyMonkey",
    .n_rows = 2,
    .shape = WRD_BOTH("two header rows: questions, and their options or 'Response'",
                      "twee kopregels: vragen, en de opties of 'Response'"),
    .labels = true,
    .shows = shows,
    .shows_part = shows_part,
    .describe = describe
};
