/* read/coding.c - the codes of an open question; see read/coding.h. */
#include "read/coding.h"

#include <stdlib.h>
#include <string.h>

#include "core/csv.h"
#include "core/file.h"
#include "core/number.h"
#include "core/text.h"
#include "read/encoding.h"
#include "read/inside.h"

enum state { NOT_MET, USED, NOT_FILLED };
enum column { LINE, CODE, COLUMNS };

struct coded {
    uint32_t line, at; /* of the answers; of the coding file */
    unsigned code;
    enum state state;
};

struct wrd_codes {
    struct wrd_arena *arena;
    const struct wrd_variable *variable;
    const char *file;    /* as the analyst knows it */
    struct coded *coded; /* [n], by line, then by code */
    size_t n, room;
    size_t column[COLUMNS];
    uint64_t lacking;
};

static const char *const names[COLUMNS] = { [LINE] = "line", [CODE] = "code" };

static struct wrd_place row_at(const struct wrd_codes *coding, uint32_t line)
{
    return (
        struct wrd_place){ .file = coding->file, .line = line, .variable = coding->variable->name };
}

static struct wrd_place at(const struct wrd_codes *coding, uint32_t line, enum column column)
{
    return (struct wrd_place){ .file = coding->file,
                               .line = line,
                               .column = (uint32_t)coding->column[column] + 1,
                               .key = names[column],
                               .variable = coding->variable->name };
}

/* "2026/volunteers.v_open.csv" of "2026/volunteers.csv". */
static const char *name_beside(struct wrd_arena *arena, const char *answers, const char *variable)
{
    const char *slash = strrchr(answers, '/'), *point = strrchr(answers, '.');
    const size_t len =
        point && (!slash || point > slash) ? (size_t)(point - answers) : strlen(answers);
    return wrd_arena_format(arena, "%s.%s.csv", wrd_arena_text(arena, answers, len), variable);
}

static bool find_columns(struct wrd_codes *coding, const struct wrd_record *record,
                         struct wrd_diag *diag)
{
    bool whole = true;
    for (enum column c = 0; c < COLUMNS; c++) {
        size_t i = 0;
        while (i < record->n && strcmp(record->fields[i].text, names[c]) != 0)
            i++;
        coding->column[c] = i;
        if (i < record->n)
            continue;
        wrd_say(diag, WRD_E0725, row_at(coding, record->line), names[c]);
        whole = false;
    }
    return whole;
}

static const char *codes_of(struct wrd_arena *arena, const struct wrd_list *list)
{
    enum { MOST = 12 };
    const char *codes[MOST];
    size_t n = 0;
    for (; n < MOST && n < list->n_values; n++)
        codes[n] = list->values[n].code;
    return wrd_text_join(arena, codes, n, " ");
}

/* What is no code may be a word of an answer: it is shown as an answer is. */
static void say_unknown(const struct wrd_codes *coding, uint32_t line, const char *text, size_t len,
                        struct wrd_diag *diag)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const struct wrd_list *list = coding->variable->list;
    wrd_say(diag, WRD_W0722, at(coding, line, CODE), wrd_answer_shown(scratch, text, len, 0),
            list->name,
            wrd_arena_format(scratch, "%s:%s", list->place.file ? list->place.file : "values.csv",
                             wrd_count_text(scratch, list->place.line)),
            codes_of(scratch, list));
    wrd_arena_free(scratch);
}

static void say_no_line(const struct wrd_codes *coding, uint32_t line, const char *text, size_t len,
                        struct wrd_diag *diag)
{
    struct wrd_arena *scratch = wrd_arena_new();
    wrd_say(diag, WRD_W0727, at(coding, line, LINE), wrd_answer_shown(scratch, text, len, 0));
    wrd_arena_free(scratch);
}

static void add(struct wrd_codes *coding, struct coded coded)
{
    if (coding->n == coding->room) {
        coding->room = coding->room ? coding->room * 2 : 64;
        coding->coded = wrd_realloc(coding->coded, coding->room, sizeof *coding->coded);
    }
    coding->coded[coding->n++] = coded;
}

static const char *field_of(const struct wrd_codes *coding, const struct wrd_record *record,
                            enum column column, size_t *len)
{
    const struct wrd_field *field = &record->fields[coding->column[column]];
    const char *text = field->text;
    *len = field->len;
    wrd_text_trim(&text, len);
    return text;
}

static void take_row(struct wrd_codes *coding, const struct wrd_record *record,
                     struct wrd_diag *diag)
{
    size_t line_len, code_len;
    int64_t line;
    const char *text = field_of(coding, record, LINE, &line_len);
    const char *code = field_of(coding, record, CODE, &code_len);
    const struct wrd_value *value = wrd_list_value(coding->variable->list, code, code_len);
    const bool is_line =
        wrd_integer_read(text, line_len, &line) && line > 0 && line <= (int64_t)UINT32_MAX;
    if (!is_line)
        say_no_line(coding, record->line, text, line_len, diag);
    else if (!value)
        say_unknown(coding, record->line, code, code_len, diag);
    else
        add(coding, (struct coded){ (uint32_t)line, record->line,
                                    value->answer >= 0 ? (unsigned)value->answer
                                                       : WRD_CODE_REASON + (unsigned)value->reason,
                                    NOT_MET });
}

static enum wrd_status read_rows(struct wrd_codes *coding, struct wrd_csv *csv,
                                 struct wrd_diag *diag)
{
    struct wrd_record record;
    enum wrd_record_state state = wrd_csv_next(csv, &record);
    const size_t n = record.n;
    const bool is_header = state == WRD_RECORD;
    if (!is_header)
        record = (struct wrd_record){ .line = 1 };
    if (!find_columns(coding, &record, diag))
        return WRD_EINPUT;
    while ((state = wrd_csv_next(csv, &record)) != WRD_RECORD_END) {
        if (state == WRD_RECORD && record.n == 1 && record.fields[0].len == 0)
            continue; /* a blank line */
        if (state == WRD_RECORD && record.n == n)
            take_row(coding, &record, diag);
        else
            wrd_say(diag, WRD_W0728, row_at(coding, record.line));
    }
    return WRD_OK;
}

static int by_line(const void *a, const void *b)
{
    const struct coded *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->code != y->code)
        return x->code < y->code ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

static enum wrd_status read_text(struct wrd_codes *coding, struct wrd_text_file *text,
                                 struct wrd_diag *diag)
{
    size_t len;
    const char *head = wrd_text_head(text, &len);
    struct wrd_csv *csv = wrd_csv_open(wrd_text_lines(text), wrd_csv_detect(head, len));
    enum wrd_status status = read_rows(coding, csv, diag);
    wrd_csv_close(csv);
    if (!wrd_text_finish(text, diag))
        status = WRD_EIO;
    if (coding->n > 0) {
        qsort(coding->coded, coding->n, sizeof *coding->coded, by_line);
        wrd_arena_adopt(coding->arena, coding->coded);
    }
    return status;
}

enum wrd_status wrd_coding_read(struct wrd_arena *arena, const struct wrd_survey *survey,
                                const struct wrd_variable *variable, struct wrd_diag *diag,
                                struct wrd_codes **coding)
{
    const char *answers = survey->study->waves[survey->wave].files[survey->source];
    const char *file = name_beside(arena, answers, variable->name);
    const char *path = wrd_path_join(arena, survey->study->folder, file);
    *coding = NULL;
    if (!wrd_file_exists(path)) {
        wrd_say(diag, WRD_W0720, variable->place, variable->name, file);
        return WRD_OK;
    }
    const struct wrd_place place = { .file = file };
    if (!wrd_is_inside(survey->study, path, file, place, diag))
        return WRD_EINPUT;
    struct wrd_text_file *text = wrd_text_open(path, file, place, WRD_ENCODING_AUTO, diag);
    if (!text)
        return wrd_diag_status(diag);
    struct wrd_codes *made = wrd_arena_take(arena, sizeof *made);
    *made = (struct wrd_codes){ .arena = arena, .variable = variable, .file = file };
    enum wrd_status status = read_text(made, text, diag);
    wrd_text_close(text);
    *coding = made;
    return status;
}

/* The first row of that line, or where it would stand. */
static size_t first_of(const struct wrd_codes *coding, uint32_t line)
{
    size_t low = 0, high = coding->n;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (coding->coded[middle].line < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool wrd_coding_next(struct wrd_codes *coding, uint32_t line, bool filled, size_t *from,
                     unsigned *code)
{
    const size_t i = first_of(coding, line) + *from;
    if (i >= coding->n || coding->coded[i].line != line)
        return false;
    (*from)++;
    coding->coded[i].state = filled ? USED : NOT_FILLED;
    *code = coding->coded[i].code;
    return true;
}

void wrd_coding_lacks(struct wrd_codes *coding)
{
    coding->lacking++;
}

void wrd_coding_say(const struct wrd_codes *coding, struct wrd_diag *diag)
{
    struct wrd_arena *scratch = wrd_arena_new();
    for (size_t i = 0; i < coding->n; i++) {
        const struct coded *coded = &coding->coded[i];
        if (coded->state != USED)
            wrd_say(diag, coded->state == NOT_MET ? WRD_W0721 : WRD_W0723,
                    at(coding, coded->at, LINE), wrd_count_text(scratch, coded->line));
    }
    if (coding->lacking > 0)
        wrd_say(diag, WRD_N0724, row_at(coding, 0), wrd_count_text(scratch, coding->lacking));
    wrd_arena_free(scratch);
}
