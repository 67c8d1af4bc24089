/* read/date.h - is this text a date, and when is it?  2026-03-31 or 31-03-2026, a time behind it or not.
 *
 * Units    Seconds since the start of 1970, as the clock on the wall has it: of a zone nothing is made. */
#ifndef READ_DATE_H
#define READ_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The day must exist. */
bool wrd_is_date(const char *text, size_t len);
/* When a date with a time behind it is; -1: it has none. */
int64_t wrd_date_seconds(const char *text, size_t len);

#endif
