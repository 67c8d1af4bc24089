/* write/xlsx.c - see xlsx.h.
 *
 * Nothing of it touches a disk: libxlsxwriter 1.1 writes to a named file and puts every part of it in a
 * temporary one first, so the named file is one in memory, and so are the others, see lxw_tmpfile.
 * It writes numbers with printf, which is right as long as nobody calls setlocale. */
#include "write/xlsx.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "core/number.h"
#include "core/text.h"

enum { TITLE, NOTE, BASE, HEADS, FIRST }; /* rows */
enum { MOST_DECIMALS = 3 };

/* The library calls this for every part; that this one is called instead of its own, which makes a file in
 * TMPDIR, is what a program may do with a name of a shared library (test "nothing in TMPDIR"). */
FILE *lxw_tmpfile(char *tmpdir)
{
    const int fd = memfd_create("part", MFD_CLOEXEC);
    FILE *part = fd < 0 ? NULL : fdopen(fd, "w+b");
    (void)tmpdir;
    if (!part && fd >= 0)
        close(fd);
    return part;
}

struct looks {
    lxw_format *title, *head, *text, *link, *line;
    lxw_format *number[MOST_DECIMALS]; /* by decimals */
};

static lxw_format *new_text(lxw_workbook *workbook)
{
    lxw_format *look = workbook_add_format(workbook);
    format_set_text_wrap(look);
    format_set_align(look, LXW_ALIGN_VERTICAL_TOP);
    return look;
}

static struct looks looks_of(lxw_workbook *workbook)
{
    static const char *const numbers[MOST_DECIMALS] = { "0", "0.0", "0.00" };
    enum { TITLE_SIZE = 14 };
    struct looks looks = { workbook_add_format(workbook),
                           new_text(workbook),
                           new_text(workbook),
                           new_text(workbook),
                           workbook_add_format(workbook),
                           { NULL } };
    format_set_bold(looks.title);
    format_set_font_size(looks.title, TITLE_SIZE);
    format_set_bold(looks.head);
    format_set_underline(looks.link, LXW_UNDERLINE_SINGLE);
    format_set_underline(looks.line, LXW_UNDERLINE_SINGLE);
    for (size_t i = 0; i < MOST_DECIMALS; i++) {
        looks.number[i] = workbook_add_format(workbook);
        format_set_num_format(looks.number[i], numbers[i]);
        format_set_align(looks.number[i], LXW_ALIGN_VERTICAL_TOP);
    }
    return looks;
}

struct page {
    lxw_worksheet *on;
    const struct wrd_sheet *sheet;
    const struct looks *looks;
    struct wrd_arena *arena;
    lxw_error error; /* the first */
};

static void note(struct page *page, lxw_error error)
{
    if (page->error == LXW_NO_ERROR)
        page->error = error;
}

static void put_text(struct page *page, size_t row, size_t column, const char *text,
                     lxw_format *look)
{
    note(page, worksheet_write_string(page->on, (lxw_row_t)row, (lxw_col_t)column, text, look));
}

/* The library writes the address as the text of the cell: the text follows it. */
static void put_link(struct page *page, size_t row, size_t column, const char *text, const char *to,
                     lxw_format *look)
{
    const char *address = wrd_arena_format(page->arena, "internal:'%s'!A1", to);
    note(page, worksheet_write_url(page->on, (lxw_row_t)row, (lxw_col_t)column, address, look));
    put_text(page, row, column, text, look);
}

static void put_cell(struct page *page, size_t row, size_t column,
                     const struct wrd_sheet_cell *cell)
{
    switch (cell->kind) {
    case WRD_CELL_NONE:
        break;
    case WRD_CELL_NUMBER:
        note(page, worksheet_write_number(page->on, (lxw_row_t)row, (lxw_col_t)column, cell->number,
                                          page->looks->number[cell->decimals]));
        break;
    case WRD_CELL_TEXT:
        if (cell->link)
            put_link(page, row, column, cell->text, cell->link, page->looks->link);
        else
            put_text(page, row, column, cell->text, page->looks->text);
    }
}

static void put_cells(struct page *page)
{
    const struct wrd_sheet *sheet = page->sheet;
    for (size_t row = 0; row < sheet->n_rows; row++)
        for (size_t column = 0; column < sheet->n_columns; column++)
            put_cell(page, FIRST + row, column, &sheet->cells[row * sheet->n_columns + column]);
}

/* Names of tables have letters, digits, full stops and underscores. */
static char *table_name(struct wrd_arena *arena, const char *sheet)
{
    char *name = wrd_arena_format(arena, "t_%s", sheet);
    for (char *at = name; *at; at++)
        if (*at == '-' || *at == ' ')
            *at = '.';
    return name;
}

static void put_table(struct page *page)
{
    const struct wrd_sheet *sheet = page->sheet;
    const size_t n = sheet->n_columns;
    lxw_table_column *heads = wrd_arena_take_array(page->arena, n, sizeof *heads);
    lxw_table_column **list = wrd_arena_take_array(page->arena, n + 1, sizeof *list);
    for (size_t i = 0; i < n; i++) {
        heads[i].header = wrd_arena_text(page->arena, sheet->heads[i], strlen(sheet->heads[i]));
        heads[i].header_format = page->looks->head;
        list[i] = &heads[i];
    }
    lxw_table_options options = { .name = table_name(page->arena, sheet->name),
                                  .no_banded_rows = LXW_TRUE,
                                  .first_column = LXW_TRUE,
                                  .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                  .style_type_number = 1,
                                  .columns = list };
    note(page, worksheet_add_table(page->on, HEADS, 0, (lxw_row_t)(HEADS + sheet->n_rows),
                                   (lxw_col_t)(n - 1), &options));
}

static size_t width_of(const struct wrd_sheet *sheet, size_t column)
{
    enum { LEAST = 8, MOST = 60, FILTER = 4 }; /* FILTER: the button beside a header */
    size_t width = wrd_utf8_count(sheet->heads[column], strlen(sheet->heads[column])) + FILTER;
    for (size_t row = 0; row < sheet->n_rows; row++) {
        const struct wrd_sheet_cell *cell = &sheet->cells[row * sheet->n_columns + column];
        const size_t text =
            cell->kind == WRD_CELL_TEXT ? wrd_utf8_count(cell->text, strlen(cell->text)) + 2 : 0;
        width = text > width ? text : width;
    }
    return width < LEAST ? LEAST : width > MOST ? MOST : width;
}

/* Lines that a row takes, some room left for words that do not fit at the end of one. */
static size_t lines_of(const struct wrd_sheet *sheet, size_t row, const size_t *width)
{
    enum { TENTHS_FILLED = 9 };
    size_t lines = 1;
    for (size_t column = 0; column < sheet->n_columns; column++) {
        const struct wrd_sheet_cell *cell = &sheet->cells[row * sheet->n_columns + column];
        const size_t line = width[column] * TENTHS_FILLED / 10;
        const size_t text =
            cell->kind == WRD_CELL_TEXT ? wrd_utf8_count(cell->text, strlen(cell->text)) : 0;
        if (text > width[column] && (text + line - 1) / line > lines)
            lines = (text + line - 1) / line;
    }
    return lines;
}

/* Excel makes rows as high as their texts when it opens a file; other programs do not. */
static void put_sizes(struct page *page)
{
    const struct wrd_sheet *sheet = page->sheet;
    size_t *width = wrd_arena_take_array(page->arena, sheet->n_columns, sizeof *width);
    for (size_t column = 0; column < sheet->n_columns; column++) {
        width[column] = width_of(sheet, column);
        note(page, worksheet_set_column(page->on, (lxw_col_t)column, (lxw_col_t)column,
                                        (double)width[column], NULL));
    }
    for (size_t row = 0; row < sheet->n_rows; row++) {
        const size_t lines = lines_of(sheet, row, width);
        if (lines > 1)
            note(page, worksheet_set_row(page->on, (lxw_row_t)(FIRST + row),
                                         (double)lines * LXW_DEF_ROW_HEIGHT, NULL));
    }
}

static void put_sheet(struct page *page, const char *contents)
{
    const struct wrd_sheet *sheet = page->sheet;
    put_sizes(page);
    put_text(page, TITLE, 0, sheet->title, page->looks->title);
    if (strcmp(sheet->name, contents) == 0)
        put_text(page, NOTE, 0, sheet->note, NULL);
    else
        put_link(page, NOTE, 0, sheet->note, contents, page->looks->line);
    put_text(page, BASE, 0, sheet->base, NULL);
    put_cells(page);
    put_table(page);
    worksheet_freeze_panes(page->on, FIRST, 1);
    /* no row of headers on every printed page: that is a name with a dollar in it, which gate G3 refuses */
    worksheet_set_landscape(page->on);
    worksheet_set_paper(page->on, 9); /* A4 */
    worksheet_fit_to_pages(page->on, 1, 0);
}

static lxw_error put_book(lxw_workbook *workbook, const struct wrd_xlsx *book,
                          struct wrd_arena *arena)
{
    const struct looks looks = looks_of(workbook);
    lxw_doc_properties properties = { .title =
                                          wrd_arena_text(arena, book->title, strlen(book->title)),
                                      .created = book->made };
    struct page page = { .looks = &looks, .arena = arena, .error = LXW_NO_ERROR };
    note(&page, workbook_set_properties(workbook, &properties));
    for (size_t i = 0; i < book->n_sheets; i++) {
        page.sheet = book->sheets[i];
        page.on = workbook_add_worksheet(workbook, page.sheet->name);
        if (!page.on)
            return LXW_ERROR_SHEETNAME_ALREADY_USED;
        put_sheet(&page, book->contents);
    }
    return page.error;
}

static bool copy(int from, FILE *to)
{
    char bytes[1 << 16];
    ssize_t got;
    if (lseek(from, 0, SEEK_SET) != 0)
        return false;
    while ((got = read(from, bytes, sizeof bytes)) > 0)
        fwrite(bytes, 1, (size_t)got, to);
    return got == 0;
}

const char *wrd_xlsx_write(const struct wrd_xlsx *book, struct wrd_arena *arena, FILE *to)
{
    char room[WRD_NUMBER_ROOM];
    lxw_error error = LXW_ERROR_CREATING_XLSX_FILE, closed;
    const int file = memfd_create("workbook", MFD_CLOEXEC);
    if (file < 0)
        return lxw_strerror(error);
    lxw_workbook *workbook =
        workbook_new(wrd_arena_format(arena, "/proc/self/fd/%s", wrd_number_integer(room, file)));
    if (workbook) {
        error = put_book(workbook, book, arena);
        closed = workbook_close(workbook);
        error = error == LXW_NO_ERROR ? closed : error;
    }
    if (error == LXW_NO_ERROR && !copy(file, to))
        error = LXW_ERROR_CREATING_XLSX_FILE;
    close(file);
    return error == LXW_NO_ERROR ? NULL : lxw_strerror(error);
}
