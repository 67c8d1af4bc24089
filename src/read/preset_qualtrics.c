/* read/preset_qualtrics.c - three rows: names, texts of the questions, ImportId as JSON.
 *
 * A question with a column an answer is Q5_1, Q5_2, with texts `Question - Option`; a text beside
 * an option is Q5_3_TEXT. */
#include <string.h>

#include "core/text.h"
#include "read/presets.h"

static bool is_import_id(const struct wrd_header_rows *rows, size_t row, size_t column)
{
    static const char json[] = "{\"ImportId\"", single[] = "{'ImportId'";
    size_t len;
    const char *text = wrd_header_cell(rows, row, column, &len);
    return len >= strlen(json) &&
           (memcmp(text, json, strlen(json)) == 0 || memcmp(text, single, strlen(single)) == 0);
}

static bool has_import_ids(const struct wrd_header_rows *rows, size_t row)
{
    size_t ids = 0;
    for (size_t i = 0; row < rows->n && i < rows->row[row].n; i++)
        ids += is_import_id(rows, row, i);
    return ids > 0 && 2 * ids >= rows->row[row].n;
}

static bool shows(const struct wrd_header_rows *rows)
{
    return has_import_ids(rows, 2);
}

/* Every export has a column StartDate; of a respondent it has digits. */
static bool has_words_below_a_date(const struct wrd_header_rows *rows)
{
    static const char *const dates[] = { "startdate", NULL };
    for (size_t i = 0; i < rows->row[0].n; i++) {
        size_t len, below, digits = 0;
        const char *name = wrd_header_cell(rows, 0, i, &len);
        const char *text = wrd_header_cell(rows, 1, i, &below);
        for (size_t k = 0; k < below; k++)
            digits += text[k] >= '0' && text[k] <= '9';
        if (wrd_header_is_one_of(name, len, dates))
            return below > 0 && digits == 0;
    }
    return false;
}

static bool shows_part(const struct wrd_header_rows *rows)
{
    return has_import_ids(rows, 0) || has_import_ids(rows, 1) || has_words_below_a_date(rows);
}

static bool ends_in(const char *name, size_t len, const char *end)
{
    size_t n = strlen(end);
    return len > n && memcmp(name + len - n, end, n) == 0;
}

/* Length of the part of a name that the columns of one question share: of Q5_1 and Q5_3_TEXT it is
 * Q5. */
static size_t stem(const char *name)
{
    size_t len = strlen(name), i;
    if (ends_in(name, len, "_TEXT"))
        len -= strlen("_TEXT");
    for (i = len; i > 0 && name[i - 1] >= '0' && name[i - 1] <= '9';)
        i--;
    return i < len && i > 1 && name[i - 1] == '_' ? i - 1 : len;
}

static bool is_same_question(const struct wrd_export_column *a, const struct wrd_export_column *b)
{
    size_t len = stem(a->name);
    return len && len == stem(b->name) && memcmp(a->name, b->name, len) == 0;
}

/* Behind the last " - ": an option seldom has one, a question may. */
static const char *option_in(const char *text)
{
    const char *found = NULL;
    for (const char *at = text; (at = strstr(at, " - ")) != NULL; at++)
        found = at;
    return found ? found + strlen(" - ") : NULL;
}

/* What Qualtrics puts behind a question of which the answers are ticked. */
static size_t without_marker(const char *question, size_t len)
{
    static const char *const markers[] = { " - Selected Choice", " - Geselecteerde keuze" };

    for (size_t i = 0; i < sizeof markers / sizeof *markers; i++)
        if (ends_in(question, len, markers[i]))
            return len - strlen(markers[i]);
    return len;
}

static void split_text(struct wrd_arena *arena, struct wrd_export_column *column)
{
    const char *option = option_in(column->other);
    if (!option)
        return;
    const char *question = column->other;
    size_t len = (size_t)(option - question) - strlen(" - ");
    len = without_marker(question, len);
    wrd_text_trim(&question, &len);
    column->question = wrd_arena_text(arena, question, len);
    column->option = option;
}

static void describe(struct wrd_arena *arena, const struct wrd_header_rows *rows,
                     struct wrd_export_head *head)
{
    static const char *const progress[] = { "status",    "progress", "finished",
                                            "voortgang", "voltooid", NULL };
    head->separators = ",";
    for (size_t i = 0; i < head->n_columns; i++) {
        struct wrd_export_column *column = &head->columns[i];
        column->other = column->question = wrd_header_text(arena, rows, 1, i);
        if (wrd_header_is_one_of(column->name, strlen(column->name), progress))
            column->kind = WRD_COLUMN_SYSTEM;
    }
    for (size_t i = 1; i < head->n_columns; i++)
        if (is_same_question(&head->columns[i], &head->columns[i - 1]))
            head->columns[i].first = head->columns[i - 1].first;
    for (size_t i = 0; i < head->n_columns; i++) {
        size_t first = head->columns[i].first;
        if (first != i || (i + 1 < head->n_columns && head->columns[i + 1].first == i))
            split_text(arena, &head->columns[i]);
    }
}

const struct wrd_preset wrd_preset_qualtrics = {
    .id = WRD_EXPORT_QUALTRICS,
    .name = "qualtrics",
    .title = "Qualtrics",
    .n_rows = 3,
    .shape = WRD_BOTH("three header rows: names, texts of the questions, ImportId",
                      "drie kopregels: namen, teksten van de vragen, ImportId"),
    .shows = shows,
    .shows_part = shows_part,
    .describe = describe
};
