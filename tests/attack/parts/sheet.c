#include "attack/parts/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *must(void *memory)
{
    if (!memory) {
        fputs("no memory\n", stderr);
        exit(2);
    }
    return memory;
}

char *file_text(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    size_t len = 0, room = 1 << 16;
    char *text = must(malloc(room));
    for (size_t got; (got = fread(text + len, 1, room - len - 1, file)) > 0; len += got)
        if (room - len - got < 2)
            text = must(realloc(text, room *= 2));
    fclose(file);
    text[len] = 0;
    return text;
}

static char delimiter_of(const char *text)
{
    int semicolons = 0, commas = 0;
    for (; *text && *text != '\n'; text++) {
        semicolons += *text == ';';
        commas += *text == ',';
    }
    return semicolons > commas ? ';' : ',';
}

/* One cell from *at, unquoted in place; what ended it is left at *at. */
static char *take_cell(char **at, char mark)
{
    char *cell = *at, *from = *at, *to = *at;
    bool quoted = *from == '"';
    if (quoted)
        from++;
    while (*from && (quoted || (*from != mark && *from != '\n' && *from != '\r'))) {
        if (quoted && *from == '"' && from[1] != '"') {
            quoted = false;
            from++;
            continue;
        }
        from += quoted && *from == '"';
        *to++ = *from++;
    }
    *at = from;
    /* The end mark is read by the caller before this NUL may overwrite it. */
    if (to < from)
        *to = 0;
    return cell;
}

static char **take_row(char **at, char mark, int *n)
{
    static char *cells[65536];
    char end;
    *n = 0;
    do {
        char *cell = take_cell(at, mark);
        end = **at;
        **at = 0;
        if (*n < 65536)
            cells[(*n)++] = cell;
        if (end)
            (*at)++;
    } while (end == mark);
    if (end == '\r' && **at == '\n')
        (*at)++;
    char **row = must(calloc((size_t)*n + 1, sizeof *row));
    memcpy(row, cells, (size_t)*n * sizeof *row);
    return row;
}

static char empty_cell[1];

bool sheet_read(struct sheet *sheet, const char *path)
{
    char *at = file_text(path);
    int room = 0;
    *sheet = (struct sheet){ 0 };
    if (!at)
        return false;
    if (strncmp(at, "\xEF\xBB\xBF", 3) == 0)
        at += 3;
    char mark = delimiter_of(at);
    while (*at) {
        int n;
        char **row = take_row(&at, mark, &n);
        if (sheet->n_rows == 0)
            sheet->n_columns = n;
        else {
            row = must(realloc(row, ((size_t)sheet->n_columns + (size_t)n) * sizeof *row));
            for (int c = n; c < sheet->n_columns; c++)
                row[c] = empty_cell;
        }
        if (sheet->n_rows == room) {
            room = room ? 2 * room : 256;
            sheet->cell = must(realloc(sheet->cell, (size_t)room * sizeof *sheet->cell));
        }
        sheet->cell[sheet->n_rows++] = row;
    }
    return true;
}

const char *sheet_at(const struct sheet *sheet, int row, const char *column)
{
    for (int c = 0; c < sheet->n_columns; c++)
        if (strcmp(sheet->cell[0][c], column) == 0)
            return sheet->cell[row][c];
    return "";
}

bool number_fixed(const char *text, int decimals, int64_t *value)
{
    int64_t sum = 0;
    bool negative = *text == '-', any = false;
    int behind = -1;
    for (text += negative; *text; text++) {
        if (*text == '.' && behind < 0)
            behind = 0;
        else if (*text >= '0' && *text <= '9' && sum < (int64_t)1 << 50) {
            sum = sum * 10 + (*text - '0');
            behind += behind >= 0;
            any = true;
        } else
            return false;
    }
    if (!any || behind > decimals)
        return false;
    for (behind = behind < 0 ? 0 : behind; behind < decimals; behind++)
        sum *= 10;
    *value = negative ? -sum : sum;
    return true;
}

bool number_whole(const char *text, int64_t *value)
{
    return number_fixed(text, 0, value);
}
