/* read/preset_forms.c - Google and Microsoft Forms: the text of a question as header, labels as
 * answers, several answers in one cell.
 *
 * Only the columns of the tool itself show that a file is one of theirs. */
#include <string.h>

#include "read/presets.h"

static bool has_header(const struct wrd_header_rows *rows, size_t below, const char *const *words)
{
    for (size_t i = 0; rows->n > 0 && i < rows->row[0].n && i < below; i++) {
        size_t len;
        const char *text = wrd_header_cell(rows, 0, i, &len);
        if (wrd_header_is_one_of(text, len, words))
            return true;
    }
    return false;
}

static bool is_of_google(const struct wrd_header_rows *rows)
{
    static const char *const stamp[] = { "timestamp", "tijdstempel", NULL };
    return has_header(rows, 1, stamp);
}

static bool is_of_microsoft(const struct wrd_header_rows *rows)
{
    static const char *const start[] = { "start time", "begintijd", "starttijd", NULL };
    static const char *const end[] = { "completion time", "tijd van voltooien",
                                       "tijdstip van voltooien", "voltooiingstijd", NULL };
    return has_header(rows, 3, start) && has_header(rows, 4, end);
}

static bool shows(const struct wrd_header_rows *rows)
{
    return is_of_google(rows) || is_of_microsoft(rows);
}

static void describe(struct wrd_arena *arena, const struct wrd_header_rows *rows,
                     struct wrd_export_head *head)
{
    head->separators = is_of_google(rows) ? "," : is_of_microsoft(rows) ? ";" : ",;";
    for (size_t i = 0; i < head->n_columns; i++)
        head->columns[i].question = head->columns[i].name;
    if (is_of_microsoft(rows) && strcmp(head->columns[0].name, "ID") == 0)
        head->columns[0].kind = WRD_COLUMN_SYSTEM;
    wrd_describe_brackets(arena, head); /* a grid in Google Forms */
}

const struct wrd_preset wrd_preset_forms = { .id = WRD_EXPORT_FORMS,
                                             .name = "forms",
                                             .title = "Google Forms / Microsoft Forms",
                                             .n_rows = 1,
                                             .shape =
                                                 WRD_BOTH("the texts of the questions as header",
                                                          "de teksten van de vragen als kopregel"),
                                             .labels = true,
                                             .shows = shows,
                                             .describe = describe };
