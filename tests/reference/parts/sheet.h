/* tests/reference/parts/sheet.h - the few lines of CSV that the comparison needs.
 *
 * Shares nothing with the program that it checks.  No line breaks inside fields: true of all these
 * files.  Whatever cannot be read ends the comparison with exit code 2. */
#ifndef REFERENCE_SHEET_H
#define REFERENCE_SHEET_H

#include <stdbool.h>
#include <stddef.h>

enum { SHEET_FIELDS = 20, SHEET_LINE = 1000 };

struct sheet_row {
    char *field[SHEET_FIELDS];
    char text[SHEET_LINE];
};
struct sheet {
    struct sheet_row *rows; /* [0] is the header */
    size_t n;
};

struct sheet sheet_load(const char *folder, const char *name); /* folder "": name is the path */
bool sheet_exists(const char *folder, const char *name);
const char *sheet_at(const struct sheet *sheet, const struct sheet_row *row, const char *column);

_Noreturn void die(const char *what, const char *which);
bool is(const char *a, const char *b);

#endif
