/* read/export.c - which tool wrote an export, and what its columns are; see read/export.h. */
#include "read/export.h"

#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "read/presets.h"

static bool never(const struct wrd_header_rows *rows)
{
    (void)rows;
    return false;
}

static void describe_plain(struct wrd_arena *arena, const struct wrd_header_rows *rows,
                           struct wrd_export_head *head)
{
    (void)rows;
    wrd_describe_brackets(arena, head);
}

const struct wrd_preset wrd_preset_plain = { .id = WRD_EXPORT_PLAIN,
                                             .name = "plain",
                                             .title = "plain",
                                             .n_rows = 1,
                                             .shows = never,
                                             .describe = describe_plain };

/* In the order in which they are tried; plain fits everything. */
static const struct wrd_preset *const presets[] = { &wrd_preset_qualtrics, &wrd_preset_surveymonkey,
                                                    &wrd_preset_forms, &wrd_preset_limesurvey,
                                                    &wrd_preset_plain };
enum { PRESETS = sizeof presets / sizeof *presets };

const char *wrd_header_cell(const struct wrd_header_rows *rows, size_t row, size_t column,
                            size_t *len)
{
    *len = 0;
    if (row >= rows->n || column >= rows->row[row].n)
        return "";
    const char *text = rows->row[row].fields[column].text;
    *len = rows->row[row].fields[column].len;
    wrd_text_trim(&text, len);
    return text;
}

const char *wrd_header_text(struct wrd_arena *arena, const struct wrd_header_rows *rows, size_t row,
                            size_t column)
{
    size_t len;
    const char *text = wrd_header_cell(rows, row, column, &len);
    return wrd_arena_text(arena, text, len);
}

bool wrd_header_is_one_of(const char *text, size_t len, const char *const *words)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const char *folded = wrd_text_fold(scratch, text, len);
    while (*words && strcmp(folded, *words) != 0)
        words++;
    wrd_arena_free(scratch);
    return *words != NULL;
}

/* Where the label begins in `Question [Label]`; NULL: it is no such header. */
static const char *bracket(const char *header)
{
    size_t len = strlen(header);
    const char *open = len && header[len - 1] == ']' ? strrchr(header, '[') : NULL;
    return open && open > header && open[-1] == ' ' ? open : NULL;
}

static size_t question_length(const char *header)
{
    const char *open = bracket(header);
    size_t len = open ? (size_t)(open - header) : 0;
    wrd_text_trim(&header, &len);
    return len;
}

static bool is_same_question(const struct wrd_export_column *a, const struct wrd_export_column *b)
{
    size_t len = question_length(a->name);
    return len && len == question_length(b->name) && memcmp(a->name, b->name, len) == 0;
}

void wrd_describe_brackets(struct wrd_arena *arena, struct wrd_export_head *head)
{
    for (size_t i = 0; i < head->n_columns; i++) {
        struct wrd_export_column *column = &head->columns[i];
        bool continues = i > 0 && is_same_question(column, column - 1);
        bool starts = i + 1 < head->n_columns && is_same_question(column, column + 1);
        if (!continues && !starts)
            continue;
        const char *open = bracket(column->name) + 1;
        column->question = wrd_arena_text(arena, column->name, question_length(column->name));
        column->option = wrd_arena_text(arena, open, strlen(open) - 1);
        if (continues)
            column->first = column[-1].first;
    }
}

/* A first line `sep=;` is no header, also where study.yml has another delimiter. */
static bool delimiter_is_named(const struct wrd_record *record, char delimiter,
                               struct wrd_place place, struct wrd_diag *diag)
{
    const char shown[] = { delimiter, '\0' };
    const struct wrd_field *first = &record->fields[0];
    if (record->line > 1 || record->n > 1 || !wrd_csv_named(first->text, first->len))
        return true;
    wrd_say(diag, WRD_E0209, place, first->text, delimiter == '\t' ? "tab" : shown);
    return false;
}

bool wrd_export_has_header(enum wrd_record_state state, const struct wrd_record *record,
                           char delimiter, const char *file, struct wrd_diag *diag)
{
    struct wrd_place place = { .file = file };
    if (state == WRD_RECORD_END) { /* there was a line sep=; and no other */
        wrd_say(diag, WRD_E0207, place, file);
        return false;
    }
    place.line = record->line;
    if (state == WRD_RECORD)
        return delimiter_is_named(record, delimiter, place, diag);
    wrd_say(diag, WRD_E0215, place);
    return false;
}

static struct wrd_header_rows look(struct wrd_ahead *ahead)
{
    struct wrd_header_rows rows = { .n = 0 };
    while (rows.n < WRD_HEADER_ROWS &&
           wrd_ahead_look(ahead, rows.n, &rows.row[rows.n]) == WRD_RECORD)
        rows.n++;
    return rows;
}

static const struct wrd_preset *shown_by(const struct wrd_header_rows *rows)
{
    size_t i = 0;
    while (i < PRESETS && !presets[i]->shows(rows))
        i++;
    return i < PRESETS ? presets[i] : &wrd_preset_plain;
}

static const struct wrd_preset *preset_of(enum wrd_export id)
{
    size_t i = 0;
    while (presets[i]->id != id)
        i++;
    return presets[i];
}

/* The preset that a study names goes before what the rows look like, unless they cannot be read so.
 */
static const struct wrd_preset *choose(const struct wrd_header_rows *rows, enum wrd_export wanted,
                                       struct wrd_place place, struct wrd_diag *diag)
{
    const struct wrd_preset *shown = shown_by(rows);
    if (wanted == WRD_EXPORT_AUTO)
        return shown;
    const struct wrd_preset *named = preset_of(wanted);
    if (named->n_rows > 1 && named != shown) {
        wrd_say(diag, WRD_E0248, place, named->title, named->name, named->shape);
        return NULL;
    }
    if (shown->n_rows > named->n_rows)
        wrd_say(diag, WRD_W0249, place, shown->title, named->name, shown->shape, shown->name);
    return named;
}

/* Then rows of the header would be answers, or columns without a name would go unread. */
static void say_part(const struct wrd_header_rows *rows, struct wrd_place place,
                     struct wrd_diag *diag)
{
    for (size_t i = 0; i < PRESETS; i++)
        if (presets[i]->shows_part && presets[i]->shows_part(rows)) {
            wrd_say(diag, WRD_W0251, place, presets[i]->title, presets[i]->shape);
            return;
        }
}

static void say_preset(const struct wrd_preset *preset, const struct wrd_header_rows *rows,
                       struct wrd_place place, struct wrd_diag *diag)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const size_t last = preset->n_rows - 1;
    if (preset->n_rows > 1 || preset == &wrd_preset_forms)
        wrd_say(diag, WRD_N0250, place, preset->title, preset->shape,
                wrd_count_text(scratch, rows->row[last].line));
    wrd_arena_free(scratch);
}

static void make_columns(struct wrd_arena *arena, const struct wrd_header_rows *rows,
                         struct wrd_export_head *head)
{
    head->n_columns = rows->row[0].n;
    head->columns = wrd_arena_take_array(arena, head->n_columns, sizeof *head->columns);
    for (size_t i = 0; i < head->n_columns; i++) {
        const char *name = wrd_header_text(arena, rows, 0, i);
        head->columns[i] = (struct wrd_export_column){ name, name, name, "", "", i, 0 };
    }
}

/* By every name it has: a question about the e-mail somebody gets is no e-mail address. */
static enum wrd_column_kind kind_of(const struct wrd_export_column *column)
{
    enum wrd_column_kind kind = wrd_column_kind(column->name, strlen(column->name));
    if (kind == WRD_COLUMN_ANSWER)
        kind = wrd_column_kind(column->column, strlen(column->column));
    if (kind == WRD_COLUMN_ANSWER)
        kind = wrd_column_kind(column->other, strlen(column->other));
    if (kind == WRD_COLUMN_ANSWER)
        kind = wrd_column_kind(column->question, strlen(column->question));
    if (kind == WRD_COLUMN_ANSWER)
        kind = wrd_column_kind(column->option, strlen(column->option));
    return kind;
}

enum wrd_status wrd_export_read_head(struct wrd_arena *arena, struct wrd_ahead *ahead,
                                     enum wrd_export wanted, struct wrd_place place,
                                     struct wrd_diag *diag, struct wrd_export_head *head)
{
    const struct wrd_header_rows rows = look(ahead);
    const struct wrd_preset *preset = choose(&rows, wanted, place, diag);
    if (!preset)
        return WRD_EINPUT;
    *head = (struct wrd_export_head){ .preset = preset->id,
                                      .preset_name = preset->name,
                                      .title = preset->title,
                                      .n_rows = preset->n_rows,
                                      .labels = preset->labels,
                                      .separators = "" };
    make_columns(arena, &rows, head);
    preset->describe(arena, &rows, head);
    for (size_t i = 0; i < head->n_columns; i++)
        if (head->columns[i].kind == WRD_COLUMN_ANSWER)
            head->columns[i].kind = kind_of(&head->columns[i]);
    if (wanted == WRD_EXPORT_AUTO && preset->n_rows == 1)
        say_part(&rows, place, diag);
    if (wanted == WRD_EXPORT_AUTO)
        say_preset(preset, &rows, place, diag);
    struct wrd_record record;
    for (size_t i = 0; i < preset->n_rows; i++)
        wrd_ahead_next(ahead, &record);
    return WRD_OK;
}
