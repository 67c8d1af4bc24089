/* tests/attack/parts/sheet.h - the attacker's own CSV reader; it shares nothing with the program.
 */
#ifndef ATTACK_SHEET_H
#define ATTACK_SHEET_H

#include <stdbool.h>
#include <stdint.h>

struct sheet {
    char ***cell; /* cell[row][column], row 0 is the header */
    int n_rows, n_columns;
};

/* Delimiter ; or , whichever the first line holds more of.  false: there is no such file.  Missing
 * cells of a short row are "". */
bool sheet_read(struct sheet *sheet, const char *path);
/* "" where the column does not exist. */
const char *sheet_at(const struct sheet *sheet, int row, const char *column);
/* The whole of a file with a NUL behind it, or NULL. */
char *file_text(const char *path);
void *must(void *memory); /* exits when there is none */
bool number_whole(const char *text, int64_t *value);
/* Fixed-point: "3.25" with 2 decimals is 325; false: not a number or more decimals than that. */
bool number_fixed(const char *text, int decimals, int64_t *value);

#endif
