/* core/csv.h - CSV in and out; the only door to libcsv.
 *
 * Reading feeds libcsv one physical line at a time, so every record knows the line it starts on.
 * Traps of libcsv 3.0.3 that this door hides: it keeps a BOM (the caller's bytes have none), trims
 * unquoted fields and drops blank lines (a blank line is a record of one empty field here), accepts
 * a broken quote unless STRICT and STRICT_FINI are both set, its callbacks cannot stop it, and
 * after an error csv_fini still delivers a field. */
#ifndef CORE_CSV_H
#define CORE_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "waardering/status.h"

/* Where lines come from: *line of *len bytes with its line end (LF, CRLF, CR; the last may lack
 * one), valid until the next call; false at the end.  `read/encoding.c` gives UTF-8 lines of a
 * file. */
struct wrd_lines {
    bool (*next)(void *self, const char **line, size_t *len);
    void *self;
};

struct wrd_field {
    const char *text; /* NUL behind it; not the bytes of the file */
    size_t len;
};

enum wrd_record_state {
    WRD_RECORD,        /* fields are there */
    WRD_RECORD_BROKEN, /* a quote is broken: no fields; reading goes on at the next line */
    WRD_RECORD_NUL,    /* a NUL byte: fields are not there */
    WRD_RECORD_LONG,   /* a record above the limit of 16 MiB or 65,535 fields */
    WRD_RECORD_END
};

struct wrd_record {
    uint32_t line;          /* physical line it starts on, from 1 */
    uint32_t broken_column; /* field in which the quote broke, from 1 */
    const struct wrd_field *fields;
    size_t n;
};

struct wrd_csv;

/* A quote that is never closed must not swallow the rest of the file: when the end comes inside a
 * quoted field the reader goes back to the line after the one where the record began, and that
 * record is WRD_RECORD_BROKEN. (A record may span at most 1,000 lines for the same reason.)  After
 * any record without fields reading goes on at the line behind its first, except after
 * WRD_RECORD_NUL that was otherwise whole.  Fields live until the next call. */
struct wrd_csv *wrd_csv_open(struct wrd_lines lines, char delimiter);
enum wrd_record_state wrd_csv_next(struct wrd_csv *csv, struct wrd_record *record);
void wrd_csv_close(struct wrd_csv *csv);

/* Writing: RFC 4180, quotes only where needed. */
void wrd_csv_put(FILE *to, char delimiter, bool first, const char *text);
/* The first `n` fields of a record. */
void wrd_csv_put_all(FILE *to, char delimiter, const char *const *texts, size_t n);
void wrd_csv_end_record(FILE *to); /* CRLF, as RFC 4180 has it */

/* The delimiter of ; , tab that a first line `sep=` names, else the one that splits the first
 * records best; ',' when none occurs.  `head` is the first part of the file, UTF-8 or not. */
char wrd_csv_detect(const char *head, size_t len);
/* The character that `line` names as delimiter, as spreadsheets write it: sep=; or "sep=;".  NUL:
 * it is no such line.  Reading passes over a first line that names the delimiter read with. */
char wrd_csv_named(const char *line, size_t len);

#endif
