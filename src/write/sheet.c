/* write/sheet.c - see sheet.h. */
#include "write/sheet.h"

#include <string.h>

enum { VALUE, LOWER, UPPER, N, SIGN };

/* A label is text, whatever it holds: line ends and other control characters become a space. */
static const char *clean(struct wrd_arena *arena, const char *text)
{
    char *cleaned = wrd_arena_text(arena, text, strlen(text));
    for (char *at = cleaned; *at; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7f)
            *at = ' ';
    return cleaned;
}

struct wrd_sheet *wrd_sheet_new(struct wrd_arena *arena, const char *name, const char *title,
                                const char *const *heads, size_t n_columns)
{
    struct wrd_sheet *sheet = wrd_arena_take(arena, sizeof *sheet);
    sheet->arena = arena;
    sheet->name = name;
    sheet->title = clean(arena, title);
    sheet->note = sheet->base = "";
    sheet->n_columns = n_columns;
    sheet->heads = wrd_arena_take_array(arena, n_columns, sizeof *sheet->heads);
    memcpy(sheet->heads, heads, n_columns * sizeof *heads);
    return sheet;
}

void wrd_sheet_row(struct wrd_sheet *sheet)
{
    sheet->cells = wrd_arena_more(sheet->arena, sheet->cells, sheet->n_rows, &sheet->room,
                                  sheet->n_columns * sizeof *sheet->cells);
    sheet->n_rows++;
}

static struct wrd_sheet_cell *last_row(struct wrd_sheet *sheet, size_t column)
{
    return &sheet->cells[(sheet->n_rows - 1) * sheet->n_columns + column];
}

void wrd_sheet_link(struct wrd_sheet *sheet, size_t column, const char *text, const char *to)
{
    if (text && *text)
        *last_row(sheet, column) = (struct wrd_sheet_cell){ .kind = WRD_CELL_TEXT,
                                                            .text = clean(sheet->arena, text),
                                                            .link = to };
}

void wrd_sheet_text(struct wrd_sheet *sheet, size_t column, const char *text)
{
    wrd_sheet_link(sheet, column, text, NULL);
}

void wrd_sheet_number(struct wrd_sheet *sheet, size_t column, double number, int decimals)
{
    *last_row(sheet, column) =
        (struct wrd_sheet_cell){ .kind = WRD_CELL_NUMBER, .number = number, .decimals = decimals };
}

void wrd_sheet_pair(struct wrd_sheet *sheet, const char *first, const char *second)
{
    wrd_sheet_row(sheet);
    wrd_sheet_text(sheet, 0, first);
    wrd_sheet_text(sheet, 1, second);
}

const char *wrd_sheet_sign(const struct wrd_seen *seen)
{
    if (!seen || seen->state == WRD_NOT_DEFINED) /* a change over a series break is one of these */
        return seen && seen->flag == 'b' ? "[b]" : "[z]";
    if (seen->state == WRD_HIDDEN)
        return "[c]";
    return seen->flag == 'u' ? "[u]" : seen->flag == 'b' ? "[b]" : NULL;
}

/* R7: what is hidden is hidden alike, bounds and base too, whether it has any or not. */
static void put_hidden(struct wrd_sheet *sheet, size_t column)
{
    for (size_t i = VALUE; i <= SIGN; i++)
        wrd_sheet_text(sheet, column + i, "[c]");
}

void wrd_sheet_figure(struct wrd_sheet *sheet, size_t column, const struct wrd_seen *seen,
                      int decimals)
{
    if (seen && seen->state == WRD_HIDDEN) {
        put_hidden(sheet, column);
        return;
    }
    if (!seen || seen->state != WRD_SHOWN)
        wrd_sheet_text(sheet, column + VALUE, wrd_sheet_sign(seen));
    else
        wrd_sheet_number(sheet, column + VALUE, seen->value, decimals);
    if (seen && seen->state == WRD_SHOWN && seen->has_interval) {
        wrd_sheet_number(sheet, column + LOWER, seen->lo, decimals);
        wrd_sheet_number(sheet, column + UPPER, seen->hi, decimals);
    }
    if (seen && seen->has_n)
        wrd_sheet_number(sheet, column + N, (double)seen->n, 0);
    wrd_sheet_text(sheet, column + SIGN, wrd_sheet_sign(seen));
}

static bool is_used(const struct wrd_sheet *sheet, size_t column)
{
    for (size_t row = 0; row < sheet->n_rows; row++)
        if (sheet->cells[row * sheet->n_columns + column].kind != WRD_CELL_NONE)
            return true;
    return false;
}

void wrd_sheet_tidy(struct wrd_sheet *sheet)
{
    const size_t before = sheet->n_columns;
    size_t *kept = wrd_arena_take_array(sheet->arena, before, sizeof *kept);
    size_t n = 0, at = 0;
    for (size_t column = 0; column < before; column++)
        if (is_used(sheet, column))
            kept[n++] = column;
    for (size_t i = 0; i < n; i++)
        sheet->heads[i] = sheet->heads[kept[i]];
    for (size_t row = 0; row < sheet->n_rows; row++)
        for (size_t i = 0; i < n; i++)
            sheet->cells[at++] = sheet->cells[row * before + kept[i]];
    sheet->n_columns = n;
}
