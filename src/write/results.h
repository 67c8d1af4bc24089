/* write/results.h - results.csv and quality.csv, for machines (FORMATS.md, section 4). */
#ifndef WRITE_RESULTS_H
#define WRITE_RESULTS_H

#include <stdio.h>

#include "waardering/diag.h"
#include "write/plan.h"

enum { WRD_RESULT_KEYS = 10, WRD_RESULT_COLUMNS = 15 };
/* The header of results.csv; the first WRD_RESULT_KEYS are its key. */
extern const char *const wrd_result_columns[WRD_RESULT_COLUMNS];

/* One row a figure, sorted bytewise by key.  WRD_EFAULT (said in diag): two figures have one key.
 */
enum wrd_status wrd_results_write(const struct wrd_plan *plan, FILE *to, struct wrd_diag *diag);
void wrd_results_metadata_write(const struct wrd_plan *plan, FILE *to);
void wrd_quality_write(const struct wrd_plan *plan, FILE *to);

#endif
