/* read/preset_limesurvey.c - one row: `code`, `code. text`, `code[sub]. text [label]`, or text. */
#include <ctype.h>
#include <string.h>

#include "core/text.h"
#include "read/presets.h"

static bool is_code_letter(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '-';
}

/* Length of `code` or `code[sub][sub]` at the start. */
static size_t code_length(const char *header, size_t len)
{
    size_t i = 0;
    while (i < len && is_code_letter(header[i]))
        i++;
    while (i > 0 && i < len && header[i] == '[') {
        const char *close = memchr(header + i, ']', len - i);
        if (!close)
            return 0;
        i = (size_t)(close - header) + 1;
    }
    return i;
}

size_t wrd_header_code(const char *header, size_t len)
{
    size_t i = code_length(header, len);
    bool text_follows =
        i > 0 && i < len && header[i] == '.' && (i + 1 == len || header[i + 1] == ' ');
    return text_follows ? i : 0;
}

/* A code begins with a letter: "1. How old are you?" is a question with a number.  One code is
 * enough, for a file is read no worse when it is taken for LimeSurvey's: whole headers go first. */
static bool has_code(const char *text, size_t len)
{
    return len && isalpha((unsigned char)*text) && wrd_header_code(text, len) > 0;
}

static bool shows(const struct wrd_header_rows *rows)
{
    static const char *const own[] = { "submitdate", "startlanguage", "lastpage", NULL };
    size_t codes = 0, of_limesurvey = 0;
    for (size_t i = 0; rows->n > 0 && i < rows->row[0].n; i++) {
        size_t len;
        const char *text = wrd_header_cell(rows, 0, i, &len);
        codes += has_code(text, len);
        of_limesurvey += wrd_header_is_one_of(text, len, own);
    }
    return codes > 0 || of_limesurvey >= 2;
}

/* The code of the question: what is before the first bracket. */
static size_t stem(const char *code)
{
    return strcspn(code, "[");
}

static bool is_same_question(const struct wrd_export_column *a, const struct wrd_export_column *b)
{
    size_t len = stem(a->column);
    return len == stem(b->column) && a->column[len] && b->column[len] &&
           memcmp(a->column, b->column, len) == 0;
}

/* `text [label]` behind a code with a part in brackets; some write `[label]` alone. */
static void split_text(struct wrd_arena *arena, const char *text, struct wrd_export_column *column)
{
    size_t len = strlen(text);
    wrd_text_trim(&text, &len);
    column->question = wrd_arena_text(arena, text, len);
    const char *open = strrchr(column->question, '[');
    if (!strchr(column->column, '[') || !open || text[len - 1] != ']')
        return;
    size_t before = (size_t)(open - column->question), inside = strlen(open) - 2;
    column->option = wrd_arena_text(arena, open + 1, inside);
    wrd_text_trim(&text, &before);
    column->question = wrd_arena_text(arena, text, before);
}

static void describe(struct wrd_arena *arena, const struct wrd_header_rows *rows,
                     struct wrd_export_head *head)
{
    (void)rows;
    for (size_t i = 0; i < head->n_columns; i++) {
        struct wrd_export_column *column = &head->columns[i];
        size_t code = wrd_header_code(column->name, strlen(column->name));
        if (code) {
            column->other = column->column = wrd_arena_text(arena, column->name, code);
            split_text(arena, column->name + code + 1, column);
        }
        if (i > 0 && is_same_question(column, column - 1))
            column->first = column[-1].first;
        if (strcmp(column->column, "id") == 0)
            column->kind = WRD_COLUMN_SYSTEM;
    }
}

const struct wrd_preset wrd_preset_limesurvey = { .id = WRD_EXPORT_LIMESURVEY,
                                                  .name = "limesurvey",
                                                  .title = "LimeSurvey",
                                                  .n_rows = 1,
                                                  .shows = shows,
                                                  .describe = describe };
