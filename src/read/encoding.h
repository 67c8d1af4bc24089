/* read/encoding.h - a text file as UTF-8 lines, whatever it was written in.
 *
 * Two passes over the file.  The first decides what it is: a byte order mark (of UTF-8, of UTF-16
 * with either end first), else valid UTF-8 to the last byte, else Windows-1252.  A sniff of the
 * first block would call a file UTF-8 whose one accent stands in the last remark.  The second pass
 * gives its lines; of the file there is never more in memory than a block or a line.
 *
 * Lines    End in LF, CR or CRLF, mixed as they come.  Up to three CRs before an LF are one end.
 *
 * Limits   A line above 16 MiB is cut there (and so refused by core/csv.h, which has that limit).
 * Errors   Said in `diag`: no file, a folder, an empty file, a NUL, a byte that is in no encoding,
 *          half a character of UTF-16, an encoding that the mark contradicts.  After a failed read
 *          in the second pass the lines end early: wrd_text_finish says so.
 * Memory   The file owns its buffers; wrd_text_close gives them back. */
#ifndef READ_ENCODING_H
#define READ_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/csv.h"
#include "waardering/diag.h"
#include "waardering/study.h"

struct wrd_text_file;

/* `name` is the file as the analyst knows it, `named_at` where the study names it.  NULL after
 * saying why. */
struct wrd_text_file *wrd_text_open(const char *path, const char *name, struct wrd_place named_at,
                                    enum wrd_encoding wanted, struct wrd_diag *diag);
/* "utf-8", "windows-1252", "utf-16" */
const char *wrd_text_encoding(const struct wrd_text_file *file);
/* The first 64 KiB as they stand in the file, without the byte order mark, of UTF-16 as UTF-8: for
 * wrd_csv_detect. */
const char *wrd_text_head(const struct wrd_text_file *file, size_t *len);
struct wrd_lines wrd_text_lines(struct wrd_text_file *file);
/* Bytes of the file, and those read so far. */
uint64_t wrd_text_size(const struct wrd_text_file *file);
uint64_t wrd_text_done(const struct wrd_text_file *file);
/* false: reading failed on the way, which is said in `diag`. */
bool wrd_text_finish(const struct wrd_text_file *file, struct wrd_diag *diag);
void wrd_text_close(struct wrd_text_file *file); /* NULL is allowed */

#endif
