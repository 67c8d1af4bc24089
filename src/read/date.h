/* read/date.h - is this text a date?  2026-03-31 or 31-03-2026, a time behind it or not. */
#ifndef READ_DATE_H
#define READ_DATE_H

#include <stdbool.h>
#include <stddef.h>

/* The day must exist. */
bool wrd_is_date(const char *text, size_t len);

#endif
