/* read/codebook_table.c - see codebook_table.h. */
#include "read/codebook_table.h"

#include <string.h>

#include "core/csv.h"
#include "core/file.h"
#include "core/number.h"
#include "core/suggest.h"
#include "core/text.h"
#include "read/encoding.h"

const char *wrd_book_path(const struct wrd_book_reading *reading, const char *file)
{
    return wrd_path_join(reading->arena, reading->study->codebook, file);
}

const char *wrd_book_open_path(const struct wrd_book_reading *reading, const char *file)
{
    return wrd_path_join(reading->arena, reading->study->folder, wrd_book_path(reading, file));
}

static int column_of(const struct wrd_book_header *header, const char *name)
{
    for (size_t i = 0; i < header->n_names; i++)
        if (strcmp(header->names[i], name) == 0)
            return (int)i;
    return -1;
}

bool wrd_book_has(const struct wrd_book_table *table, const char *header)
{
    return column_of(&table->header, header) >= 0;
}

const char *wrd_book_cell(const struct wrd_book_table *table, size_t row, const char *header)
{
    int column = column_of(&table->header, header);
    return column < 0 ? "" : table->rows[row].cells[column];
}

static struct wrd_place place_in(struct wrd_place place, const struct wrd_book_header *header,
                                 size_t column)
{
    place.column = (uint32_t)column + 1;
    place.key = column < header->n_names ? header->names[column] : NULL;
    return place;
}

struct wrd_place wrd_book_place(const struct wrd_book_table *table, size_t row, const char *header)
{
    struct wrd_place place = table->rows[row].place;
    int column = column_of(&table->header, header);
    if (column >= 0)
        return place_in(place, &table->header, (size_t)column);
    place.key = header;
    return place;
}

/* A spreadsheet would run it, and what is meant by it cannot be known. */
static void refuse_formula(const struct wrd_book_reading *reading, const char *raw, size_t len,
                           struct wrd_place place)
{
    char first[2] = { len ? raw[0] : '\0', '\0' };
    if (first[0] == '\t')
        wrd_say(reading->diag, WRD_E0311, place);
    else if (first[0] != '\0' && strchr("=+@", first[0]))
        wrd_say(reading->diag, WRD_E0310, place, first);
}

/* label::nl of "label::": two or three small letters. */
static bool is_in_some_language(const char *name, const char *prefix)
{
    size_t len = strlen(prefix);
    if (strncmp(name, prefix, len) != 0)
        return false;
    size_t letters = strspn(name + len, "abcdefghijklmnopqrstuvwxyz");
    return letters >= 2 && letters <= 3 && name[len + letters] == '\0';
}

static bool is_one_of(const char *name, const char *const *columns)
{
    for (; *columns; columns++) {
        bool many = strlen(*columns) > 2 && strcmp(*columns + strlen(*columns) - 2, "::") == 0;
        if (many ? is_in_some_language(name, *columns) : strcmp(name, *columns) == 0)
            return true;
    }
    return false;
}

/* The columns by name, for a suggestion; label:: in the languages that the report knows. */
static size_t list_columns(const struct wrd_book_reading *reading, const char *const *columns,
                           const char **into)
{
    size_t n = 0;
    for (; *columns; columns++) {
        if (strcmp(*columns + strlen(*columns) - 2, "::") != 0) {
            into[n++] = *columns;
            continue;
        }
        into[n++] = wrd_arena_format(reading->arena, "%snl", *columns);
        into[n++] = wrd_arena_format(reading->arena, "%sen", *columns);
    }
    return n;
}

enum { MAX_KNOWN = 64 };

static void say_unknown_column(const struct wrd_book_reading *reading,
                               const struct wrd_book_columns *columns, const char *name,
                               struct wrd_place place)
{
    const char *known[MAX_KNOWN];
    size_t n = list_columns(reading, columns->required, known);
    n += list_columns(reading, columns->optional, known + n);
    wrd_say(reading->diag, WRD_E0304, place, name, wrd_suggest(reading->arena, name, known, n));
}

static void judge_header(const struct wrd_book_reading *reading,
                         const struct wrd_book_columns *columns,
                         const struct wrd_book_header *header, struct wrd_place place)
{
    for (size_t i = 0; i < header->n_names; i++) {
        const char *name = header->names[i];
        struct wrd_place at = place_in(place, header, i);
        if (name[0] == '\0' || strncmp(name, "x_", 2) == 0)
            continue;
        if (!is_one_of(name, columns->required) && !is_one_of(name, columns->optional))
            say_unknown_column(reading, columns, name, at);
        else if (column_of(header, name) != (int)i)
            wrd_say(reading->diag, WRD_E0306, at, name);
    }
    for (const char *const *name = columns->required; *name; name++)
        if (column_of(header, *name) < 0)
            wrd_say(reading->diag, WRD_E0305, place, *name);
}

/* Of label and everything else: a quote that does not close takes all that follows. */
static void refuse_long(const struct wrd_book_reading *reading, const char *text, size_t len,
                        struct wrd_place place)
{
    const size_t n = len > WRD_LONGEST_TEXT ? wrd_utf8_count(text, len) : len;
    if (n > WRD_LONGEST_TEXT)
        wrd_say(reading->diag, WRD_E0327, place, wrd_count_text(reading->arena, n));
}

/* It would turn around, or garble, what stands beside it in a report.  The header of an export has
 * what its tool wrote, and stands in no report. */
static void refuse_hidden(const struct wrd_book_reading *reading, const char *text, size_t len,
                          struct wrd_place place)
{
    const char *hidden = wrd_text_hidden(reading->arena, text, len);
    if (hidden && !(place.key && strcmp(place.key, "column") == 0))
        wrd_say(reading->diag, WRD_E0328, place, hidden);
}

static const char **copy_cells(const struct wrd_book_reading *reading,
                               const struct wrd_record *record, struct wrd_place place,
                               const struct wrd_book_header *header)
{
    const char **cells = wrd_arena_take_array(reading->arena, record->n, sizeof *cells);
    for (size_t i = 0; i < record->n; i++) {
        const char *text = record->fields[i].text;
        size_t len = record->fields[i].len;
        refuse_formula(reading, text, len, place_in(place, header, i));
        wrd_text_trim(&text, &len);
        refuse_long(reading, text, len, place_in(place, header, i));
        refuse_hidden(reading, text, len, place_in(place, header, i));
        cells[i] = wrd_arena_text(reading->arena, text, len);
    }
    return cells;
}

static bool is_empty(const struct wrd_record *record)
{
    for (size_t i = 0; i < record->n; i++) {
        const char *text = record->fields[i].text;
        size_t len = record->fields[i].len;
        wrd_text_trim(&text, &len);
        if (len)
            return false;
    }
    return true;
}

static void say_broken(const struct wrd_book_reading *reading, enum wrd_record_state state,
                       const struct wrd_record *record, struct wrd_place place)
{
    if (state == WRD_RECORD_BROKEN)
        place.column = record->broken_column;
    wrd_say(reading->diag,
            state == WRD_RECORD_BROKEN ? WRD_E0301
            : state == WRD_RECORD_NUL  ? WRD_E0302
                                       : WRD_E0303,
            place);
}

static bool is_as_wide(const struct wrd_book_table *table, const struct wrd_record *record,
                       struct wrd_place place)
{
    struct wrd_arena *arena = table->reading->arena;
    if (record->n == table->header.n_names)
        return true;
    wrd_say(table->reading->diag, WRD_E0308, place, wrd_count_text(arena, record->n),
            wrd_count_text(arena, table->header.n_names));
    return false;
}

/* A column without a header is a leftover of the spreadsheet, unless something stands in it. */
static void refuse_unnamed(const struct wrd_book_table *table, const struct wrd_book_row *row)
{
    for (size_t i = 0; i < table->header.n_names; i++)
        if (table->header.names[i][0] == '\0' && row->cells[i][0] != '\0')
            wrd_say(table->reading->diag, WRD_E0307, place_in(row->place, &table->header, i));
}

static void add_row(struct wrd_book_table *table, const struct wrd_record *record,
                    struct wrd_place place, size_t *room)
{
    if (is_empty(record))
        return;
    if (!is_as_wide(table, record, place)) {
        table->is_lost = table->n_rows == 0;
        return;
    }
    table->is_lost = false;
    if (table->n_rows == *room) {
        size_t wider = *room ? *room * 2 : 64;
        struct wrd_book_row *rows =
            wrd_arena_take_array(table->reading->arena, wider, sizeof *rows);
        if (*room)
            memcpy(rows, table->rows, *room * sizeof *rows);
        table->rows = rows;
        *room = wider;
    }
    struct wrd_book_row *row = &table->rows[table->n_rows++];
    int name = column_of(&table->header, "name");
    if (name >= 0)
        place.variable = wrd_arena_text(table->reading->arena, record->fields[name].text,
                                        record->fields[name].len);
    row->place = place;
    row->cells = copy_cells(table->reading, record, place, &table->header);
    refuse_unnamed(table, row);
}

/* false: there is no header. */
static bool read_header(struct wrd_book_table *table, const struct wrd_book_columns *columns,
                        struct wrd_csv *csv)
{
    struct wrd_record record;
    struct wrd_place place = { .file = table->header.file, .line = 1 };
    enum wrd_record_state state = wrd_csv_next(csv, &record);
    if (state == WRD_RECORD_END || (state == WRD_RECORD && is_empty(&record))) {
        wrd_say(table->reading->diag, WRD_E0309, place);
        return false;
    }
    if (state != WRD_RECORD) {
        say_broken(table->reading, state, &record, place);
        return false;
    }
    table->header.names = copy_cells(table->reading, &record, place, &table->header);
    table->header.n_names = record.n;
    judge_header(table->reading, columns, &table->header, place);
    return true;
}

static void read_rows(struct wrd_book_table *table, struct wrd_csv *csv)
{
    struct wrd_record record;
    enum wrd_record_state state;
    size_t room = 0;
    while ((state = wrd_csv_next(csv, &record)) != WRD_RECORD_END) {
        struct wrd_place place = { .file = table->header.file, .line = record.line };
        if (state == WRD_RECORD)
            add_row(table, &record, place, &room);
        else
            say_broken(table->reading, state, &record, place);
    }
}

void wrd_book_refuse_twice(const struct wrd_book_table *table, size_t row, const char *header,
                           const char *key, const char *shown, struct wrd_names *seen)
{
    uint32_t line = table->rows[row].place.line;
    uint32_t first = wrd_names_put(seen, key, line);
    if (first != line && key[0] != '\0')
        wrd_say(table->reading->diag, WRD_E0321, wrd_book_place(table, row, header), shown,
                wrd_count_text(table->reading->arena, first));
}

static bool read_table(struct wrd_book_table *table, const struct wrd_book_columns *columns,
                       const char *head, size_t head_len, struct wrd_lines lines)
{
    table->header.delimiter = wrd_csv_detect(head, head_len);
    struct wrd_csv *csv = wrd_csv_open(lines, table->header.delimiter);
    const bool there = read_header(table, columns, csv);
    if (there)
        read_rows(table, csv);
    wrd_csv_close(csv);
    return there;
}

const char *wrd_book_text(const struct wrd_book_reading *reading, const char *file)
{
    for (size_t i = 0; i < reading->n_texts; i++)
        if (strcmp(reading->texts[i].name, file) == 0)
            return reading->texts[i].text;
    return NULL;
}

/* `self` is the text that is left. */
static bool next_line(void *self, const char **line, size_t *len)
{
    const char **text = self;
    *line = *text;
    *len = strcspn(*text, "\n");
    *len += (*text)[*len] == '\n';
    *text += *len;
    return *len > 0;
}

bool wrd_book_table_read(struct wrd_book_reading *reading, const struct wrd_book_columns *columns,
                         struct wrd_book_table *table)
{
    *table = (struct wrd_book_table){ .reading = reading };
    table->header.file = wrd_book_path(reading, columns->file);
    const char *text = wrd_book_text(reading, columns->file);
    if (text)
        return read_table(table, columns, text, strlen(text),
                          (struct wrd_lines){ next_line, &text });
    struct wrd_place place = { .file = table->header.file };
    struct wrd_text_file *file =
        wrd_text_open(wrd_book_open_path(reading, columns->file), table->header.file, place,
                      WRD_ENCODING_AUTO, reading->diag);
    if (!file)
        return false;
    size_t head_len;
    const char *head = wrd_text_head(file, &head_len);
    bool there = read_table(table, columns, head, head_len, wrd_text_lines(file));
    there = wrd_text_finish(file, reading->diag) && there;
    wrd_text_close(file);
    return there;
}
