/* read/profile.c - see read/profile.h. */
#include "read/profile.h"

#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "read/date.h"
#include "read/encoding.h"
#include "read/textmap.h"

struct reading {
    struct wrd_arena *arena;
    struct wrd_diag *diag;
    struct wrd_place place;
    struct wrd_text_file *text;
    struct wrd_csv *csv;
    struct wrd_textmap *seen; /* [n_columns]: index of a value */
    struct wrd_export_profile *profile;
};

/* 9/8/18 15:29, 03/31/2026: which part is the day cannot be told. */
static bool is_other_date(const char *text, size_t len)
{
    size_t slashes = 0, i = 0;

    for (; i < len && ((text[i] >= '0' && text[i] <= '9') || text[i] == '/'); i++)
        slashes += text[i] == '/';
    return slashes == 2 && i >= strlen("1/1/18") && (i == len || text[i] == ' ');
}

static void count_kind(struct wrd_profile_column *column, const char *text, size_t len)
{
    struct wrd_decimal number;

    if (wrd_decimal_read(text, len, '.', &number) && !memchr(text, '.', len))
        column->whole++;
    else if (wrd_decimal_read(text, len, '.', &number))
        column->point++;
    else if (wrd_decimal_read(text, len, ',', &number))
        column->comma++;
    else if (wrd_is_date(text, len))
        column->dates++;
    else if (is_other_date(text, len))
        column->other_dates++;
}

static void count_value(struct reading *r, size_t i, const char *text, size_t len)
{
    struct wrd_profile_column *column = &r->profile->columns[i];
    const uint32_t *index = wrd_textmap_find(&r->seen[i], text, len);

    if (index) {
        column->values[*index].count++;
    } else if (column->n == WRD_PROFILE_VALUES) {
        column->many = true;
    } else {
        if (!column->values)
            column->values =
                wrd_arena_take_array(r->arena, WRD_PROFILE_VALUES, sizeof *column->values);
        wrd_textmap_put(&r->seen[i], text, len, (uint32_t)column->n);
        column->values[column->n++] =
            (struct wrd_profile_value){ wrd_arena_text(r->arena, text, len), 1 };
    }
}

static void take_cell(struct reading *r, size_t i, struct wrd_field field)
{
    struct wrd_profile_column *column = &r->profile->columns[i];
    const char *text = field.text;
    size_t len = field.len;

    wrd_text_trim(&text, &len);
    if (len == 0 || column->head->kind == WRD_COLUMN_PERSONAL)
        return;
    if (column->filled++ == 0)
        column->least_len = column->most_len = len;
    column->least_len = len < column->least_len ? len : column->least_len;
    column->most_len = len > column->most_len ? len : column->most_len;
    count_kind(column, text, len);
    count_value(r, i, text, len);
}

static int by_text(const void *a, const void *b)
{
    const struct wrd_profile_value *x = a, *y = b;

    return strcmp(x->text, y->text);
}

static void read_rows(struct reading *r, struct wrd_ahead *ahead)
{
    const size_t n = r->profile->head.n_columns;
    struct wrd_record record;
    enum wrd_record_state state;
    size_t records = 0;

    for (; (state = wrd_ahead_next(ahead, &record)) != WRD_RECORD_END; records++) {
        if (state != WRD_RECORD || record.n != n)
            continue; /* set aside, as when answers are read */
        r->profile->rows++;
        for (size_t i = 0; i < n; i++)
            take_cell(r, i, record.fields[i]);
    }
    if (records == 0)
        wrd_say(r->diag, WRD_E0208, r->place, r->place.file);
    for (size_t i = 0; i < n; i++)
        if (r->profile->columns[i].n > 0)
            qsort(r->profile->columns[i].values, r->profile->columns[i].n,
                  sizeof *r->profile->columns[i].values, by_text);
}

static enum wrd_status read_file(struct reading *r)
{
    size_t head_len;
    const char *head = wrd_text_head(r->text, &head_len);
    struct wrd_record record;
    const char delimiter = wrd_csv_detect(head, head_len);
    enum wrd_status status;

    r->csv = wrd_csv_open(wrd_text_lines(r->text), delimiter);
    struct wrd_ahead ahead = wrd_ahead_open(r->csv, r->arena);
    const enum wrd_record_state state = wrd_ahead_look(&ahead, 0, &record);
    if (!wrd_export_has_header(state, &record, delimiter, r->place.file, r->diag))
        return WRD_EINPUT;
    r->place.line = record.line;
    status = wrd_export_read_head(r->arena, &ahead, WRD_EXPORT_AUTO, r->place, r->diag,
                                  &r->profile->head);
    if (status != WRD_OK)
        return status;
    const size_t n = r->profile->head.n_columns;
    r->profile->columns = wrd_arena_take_array(r->arena, n, sizeof *r->profile->columns);
    r->seen = wrd_alloc(n, sizeof *r->seen);
    for (size_t i = 0; i < n; i++)
        r->profile->columns[i].head = &r->profile->head.columns[i];
    read_rows(r, &ahead);
    return wrd_text_finish(r->text, r->diag) ? wrd_diag_status(r->diag) : WRD_EIO;
}

enum wrd_status wrd_profile_read(struct wrd_arena *arena, const char *path, const char *name,
                                 struct wrd_diag *diag, struct wrd_export_profile *profile)
{
    const struct wrd_place place = { .file = name };
    struct reading r = { .arena = arena, .diag = diag, .place = place, .profile = profile };
    enum wrd_status status;

    *profile = (struct wrd_export_profile){ .rows = 0 };
    r.text = wrd_text_open(path, name, place, WRD_ENCODING_AUTO, diag);
    status = r.text ? read_file(&r) : wrd_diag_status(diag);
    for (size_t i = 0; r.seen && i < profile->head.n_columns; i++)
        wrd_textmap_clear(&r.seen[i]);
    free(r.seen);
    if (r.csv)
        wrd_csv_close(r.csv);
    wrd_text_close(r.text);
    return status;
}
