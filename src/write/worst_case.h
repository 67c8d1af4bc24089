/* write/worst_case.h - METHOD 7.28: between which bounds the headline shares lie, whatever those who
 * did not answer think.
 *
 * Said where fewer than 60 % took part, and where everybody there is was invited but not everybody
 * answered: then there is no sample, and a margin says nothing of those who are missing.
 *
 * Units    Percentages 0-100: as shown, and bounds rounded away from it.
 * Memory   In the arena of the plan. */
#ifndef WRITE_WORST_CASE_H
#define WRITE_WORST_CASE_H

#include "model/words.h"
#include "write/plan.h"

struct wrd_worst_line {
    const char *label; /* of the indicator */
    double shown, low, high;
};
struct wrd_worst_lines {
    const struct wrd_worst_line *of;
    size_t n;
};

/* Of the shares of indicators.csv (top2, bottom2, share) that are shown; none where there is nothing
 * to say. */
struct wrd_worst_lines wrd_worst_cases(const struct wrd_plan *plan, size_t source,
                                       enum wrd_lang lang);
/* Fewer than 60 % took part. */
bool wrd_response_is_low(const struct wrd_seen_response *response);

#endif
