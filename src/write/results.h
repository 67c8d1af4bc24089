/* write/results.h - results.csv and quality.csv, for machines (FORMATS.md, section 4). */
#ifndef WRITE_RESULTS_H
#define WRITE_RESULTS_H

#include <stdio.h>

#include "waardering/diag.h"
#include "write/plan.h"

enum { WRD_RESULT_KEYS = 10, WRD_RESULT_COLUMNS = 15 };
enum { /* of the key */
       WRD_KEY_SOURCE = 3,
       WRD_KEY_TABLE,
       WRD_KEY_VARIABLE,
       WRD_KEY_CODE,
       WRD_KEY_GROUP_VARIABLE,
       WRD_KEY_GROUP_CODE,
       WRD_KEY_STATISTIC
};
/* The header of results.csv; the first WRD_RESULT_KEYS are its key. */
extern const char *const wrd_result_columns[WRD_RESULT_COLUMNS];

/* One row a figure, sorted bytewise by key.  WRD_EFAULT (said in diag): two figures have one key.
 */
enum wrd_status wrd_results_write(const struct wrd_plan *plan, FILE *to, struct wrd_diag *diag);
/* The keys of figures in results.csv; `statistic` may be that of a change. */
struct wrd_result_key {
    const char *of[WRD_RESULT_KEYS];
};
struct wrd_result_key wrd_figure_key(const struct wrd_plan *plan,
                                     const struct wrd_seen_table *table, size_t group, size_t row,
                                     const char *statistic);
struct wrd_result_key wrd_joint_key(const struct wrd_plan *plan,
                                    const struct wrd_seen_joint *joint);
struct wrd_result_key wrd_response_key(const struct wrd_plan *plan,
                                       const struct wrd_seen_response *response, const char *code,
                                       const char *by, const char *group);
void wrd_results_metadata_write(const struct wrd_plan *plan, FILE *to);
void wrd_quality_write(const struct wrd_plan *plan, FILE *to);

#endif
