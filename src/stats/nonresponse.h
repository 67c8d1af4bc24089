/* stats/nonresponse.h - what those who did not answer may change.
 *
 * METHOD 7.27, the R-indicator: how evenly the groups of those who were invited took part.  1 is
 * evenly; the less even, the lower.  METHOD 7.28, the worst case: what a figure would be if
 * everybody who did not answer were at one end of the scale, or at the other.
 *
 * Shapes   invited[n] are the groups in their own order (of age: from young to old), which decides
 *          who is merged with whom and nothing else.
 * Units    Rates, R and partials are 0-1 (a partial may be negative); a mean and its bounds have
 *          the unit of the figure.
 * Errors   WRD_EDOMAIN if nobody was invited, or somewhere more took part than were invited; the
 *          result is then untouched.
 * Memory   Allocates nothing that it does not free, and keeps no pointer.
 * Source   METHOD 7.27: Schouten, Cobben and Bethlehem (2009), "Indicators for the representativeness
 *          of survey response", Survey Methodology 35(1), 101-113.  METHOD 7.28: Manski (1989),
 *          "Anatomy of the selection problem", Journal of Human Resources 24(3), 343-360. */
#ifndef STATS_NONRESPONSE_H
#define STATS_NONRESPONSE_H

#include <stddef.h>
#include <stdint.h>

#include "waardering/status.h"

struct wrd_invited {
    uint64_t invited, respondents;
};

struct wrd_r_indicator {
    size_t n_groups;  /* after merging those of fewer than WRD_LEAST_INVITED */
    double rate;      /* of everybody */
    double raw, r;    /* r is adjusted for chance */
    /* The range of 90 % of r, if all groups are as likely to take part: from here to 1, for the
     * highest 5 % are all 1. */
    double low;
};
enum { WRD_LEAST_INVITED = 10 };

enum wrd_status wrd_r_indicator_of(const struct wrd_invited *groups, size_t n,
                                   struct wrd_r_indicator *result);

/* The part of one group in the unevenness: below 0 it took part less than everybody, above 0 more. */
double wrd_r_partial(const struct wrd_invited *group, const struct wrd_invited *all);

/* The most that the mean of those who took part can be off, if it goes together with taking part as
 * closely as the groups allow; sd is how much the figure differs between people.  NaN: rate 0. */
double wrd_largest_bias(const struct wrd_r_indicator *indicator, double sd);

struct wrd_worst_case {
    double low, high;
};
/* Of a mean over those who took part, on a scale from lowest to highest. */
struct wrd_worst_case wrd_worst_case_of(double mean, double lowest, double highest,
                                        const struct wrd_invited *all);

#endif
