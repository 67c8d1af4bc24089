/* tests/reference/parts/sheet.c - see sheet.h. */
#include "sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void die(const char *what, const char *which)
{
    fprintf(stderr, "compare: %s %s\n", what, which);
    exit(2);
}

bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* Splits in place; a quote is only ever around a whole field here. */
static void split(struct sheet_row *row)
{
    char *from = row->text, *to = row->text;
    size_t n = 0;
    bool quoted = false;
    row->field[n++] = to;
    for (; *from && *from != '\r' && *from != '\n'; from++) {
        if (*from == '"' && quoted && from[1] == '"')
            *to++ = *from++;
        else if (*from == '"')
            quoted = !quoted;
        else if (*from == ',' && !quoted) {
            *to++ = '\0';
            if (n < SHEET_FIELDS)
                row->field[n++] = to;
        } else
            *to++ = *from;
    }
    *to = '\0';
    while (n < SHEET_FIELDS)
        row->field[n++] = to;
}

static FILE *open_sheet(const char *folder, const char *name, char path[SHEET_LINE])
{
    snprintf(path, SHEET_LINE, "%s%s%s", folder, *folder ? "/" : "", name);
    return fopen(path, "r");
}

bool sheet_exists(const char *folder, const char *name)
{
    char path[SHEET_LINE];
    FILE *file = open_sheet(folder, name, path);
    if (file)
        fclose(file);
    return file;
}

struct sheet sheet_load(const char *folder, const char *name)
{
    char path[SHEET_LINE];
    struct sheet sheet = { NULL, 0 };
    size_t room = 0;
    FILE *file = open_sheet(folder, name, path);
    if (!file)
        die("cannot open", path);
    for (;; sheet.n++) {
        if (sheet.n == room) {
            room = room ? 2 * room : 256;
            sheet.rows = realloc(sheet.rows, room * sizeof *sheet.rows);
            if (!sheet.rows)
                die("no memory for", path);
        }
        if (!fgets(sheet.rows[sheet.n].text, SHEET_LINE, file))
            break;
    }
    fclose(file);
    if (sheet.n == 0)
        die("nothing in", path);
    for (size_t i = 0; i < sheet.n; i++) /* when the rows no longer move */
        split(&sheet.rows[i]);
    return sheet;
}

const char *sheet_at(const struct sheet *sheet, const struct sheet_row *row, const char *column)
{
    for (size_t c = 0; c < SHEET_FIELDS; c++)
        if (strcmp(sheet->rows[0].field[c], column) == 0)
            return row->field[c];
    die("no column", column);
}
