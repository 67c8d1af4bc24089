/* tests/tools/sheet.h - reads the codebook of a study for the generators; not the program's reader.
 *
 * Only what our own codebooks hold: `;` or `,`, UTF-8, quotes, no line breaks inside a cell. */
#ifndef TOOLS_SHEET_H
#define TOOLS_SHEET_H

#include "survey.h"

enum { SHEET_ROWS = 400, SHEET_CELLS = 32, SHEET_TEXT = 200 };

struct sheet {
    char cell[SHEET_ROWS][SHEET_CELLS][SHEET_TEXT]; /* row 0 is the header */
    int n_rows;
};

static inline void sheet_row(char cells[SHEET_CELLS][SHEET_TEXT], const char *line, char mark)
{
    int c = 0, len = 0;
    bool quoted = false;
    for (const char *at = line; *at && *at != '\n' && *at != '\r'; at++) {
        if (*at == '"' && quoted && at[1] == '"')
            cells[c][len++] = *at++;
        else if (*at == '"')
            quoted = !quoted;
        else if (*at == mark && !quoted) {
            c++;
            len = 0;
        } else if (len < SHEET_TEXT - 1)
            cells[c][len++] = *at;
        if (c == SHEET_CELLS)
            break;
    }
}

/* false: there is no such file. */
static inline bool sheet_read(struct sheet *sheet, const char *folder, const char *name)
{
    char path[4096], line[4096];
    snprintf(path, sizeof path, "%s/codebook/%s.csv", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    memset(sheet, 0, sizeof *sheet);
    char mark = 0;
    while (sheet->n_rows < SHEET_ROWS && fgets(line, sizeof line, file)) {
        if (!mark)
            mark = strchr(line, ';') ? ';' : ',';
        sheet_row(sheet->cell[sheet->n_rows++], line, mark);
    }
    fclose(file);
    return true;
}

static inline const char *sheet_at(const struct sheet *sheet, int row, const char *column)
{
    for (int c = 0; c < SHEET_CELLS; c++)
        if (strcmp(sheet->cell[0][c], column) == 0)
            return sheet->cell[row][c];
    return "";
}

static inline void sheet_copy(char *to, size_t room, const struct sheet *sheet, int row,
                              const char *column)
{
    snprintf(to, room, "%s", sheet_at(sheet, row, column));
}

static inline void book_read_values(struct book *book, const struct sheet *sheet)
{
    for (int r = 1; r < sheet->n_rows; r++) {
        struct list *list = book_list(book, sheet_at(sheet, r, "list"));
        if (!list) {
            list = &book->lists[book->n_lists++];
            sheet_copy(list->name, sizeof list->name, sheet, r, "list");
        }
        struct value *v = &list->values[list->n++];
        sheet_copy(v->code, sizeof v->code, sheet, r, "code");
        sheet_copy(v->label_nl, sizeof v->label_nl, sheet, r, "label::nl");
        sheet_copy(v->missing, sizeof v->missing, sheet, r, "missing");
        sheet_copy(v->side, sizeof v->side, sheet, r, "side");
        sheet_copy(v->score, sizeof v->score, sheet, r, "score");
        sheet_copy(v->fallback, sizeof v->fallback, sheet, r, "fallback");
        v->exclusive = strcmp(sheet_at(sheet, r, "exclusive"), "yes") == 0;
    }
}

static inline enum kind kind_of(const char *word)
{
    static const char *const words[] = { "id", "single", "multiple", "number", "text" };
    for (int k = 0; k < 5; k++)
        if (strcmp(words[k], word) == 0)
            return (enum kind)k;
    return KIND_TEXT;
}

static inline void book_read_variables(struct book *book, const struct sheet *sheet)
{
    for (int r = 1; r < sheet->n_rows; r++) {
        struct question *q = &book->questions[book->n_questions++];
        sheet_copy(q->name, sizeof q->name, sheet, r, "name");
        sheet_copy(q->sources, sizeof q->sources, sheet, r, "source");
        sheet_copy(q->column, sizeof q->column, sheet, r, "column");
        sheet_copy(q->label_nl, sizeof q->label_nl, sheet, r, "label::nl");
        sheet_copy(q->scale, sizeof q->scale, sheet, r, "scale");
        sheet_copy(q->roles, sizeof q->roles, sheet, r, "role");
        q->kind = kind_of(sheet_at(sheet, r, "type"));
        q->list = book_list(book, sheet_at(sheet, r, "values"));
        q->outcome = has_word(q->roles, "outcome");
        q->reverse = strcmp(sheet_at(sheet, r, "reverse"), "yes") == 0;
    }
}

static inline void book_read(struct book *book, const char *folder)
{
    static struct sheet sheet;
    if (!sheet_read(&sheet, folder, "values")) {
        fprintf(stderr, "%s has no codebook\n", folder);
        exit(2);
    }
    book_read_values(book, &sheet);
    if (sheet_read(&sheet, folder, "variables"))
        book_read_variables(book, &sheet);
    if (sheet_read(&sheet, folder, "scales"))
        for (int r = 1; r < sheet.n_rows; r++)
            sheet_copy(book->scales[book->n_scales++], 17, &sheet, r, "scale");
}

#endif
