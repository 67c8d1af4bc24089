/* tests/support/people.h - a small sample, respondent by respondent, as the sums of a domain. */
#ifndef SUPPORT_PEOPLE_H
#define SUPPORT_PEOPLE_H

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "stats/domain.h"

enum { MISSING = -1, MAX_STRATA = 4, MAX_VALUES = 8 };

struct person {
    int stratum; /* from 0 */
    double w;
    int y;        /* value 0 .. MAX_VALUES - 1, or MISSING */
    bool outside; /* not in the domain */
};

struct people {
    struct wrd_sums sums[MAX_STRATA * MAX_VALUES];
    uint64_t stratum_n[MAX_STRATA], domain_n[MAX_STRATA], zero_n[MAX_STRATA];
};

static const double people_one = 1e8; /* grid 1e-8 */

static inline void people_add(struct people *people, const struct person *person)
{
    size_t h = (size_t)person->stratum;
    bool positive = person->w > 0;
    people->stratum_n[h] += positive;
    if (person->outside)
        return;
    people->domain_n[h] += positive;
    if (person->y == MISSING)
        return;
    people->zero_n[h] += !positive;
    wrd_sums_add(&people->sums[h * MAX_VALUES + (size_t)person->y],
                 (uint64_t)llround(person->w * people_one));
}

static inline struct wrd_domain people_domain(const struct people *people)
{
    return (struct wrd_domain){ .sums = people->sums,
                                .n_strata = MAX_STRATA,
                                .stride = MAX_VALUES,
                                .n_values = MAX_VALUES,
                                .stratum_n = people->stratum_n,
                                .domain_n = people->domain_n,
                                .zero_n = people->zero_n,
                                .one = people_one,
                                .confidence = 0.95 };
}

static inline struct wrd_domain people_count(struct people *people, const struct person *persons,
                                             size_t n)
{
    memset(people, 0, sizeof *people);
    for (size_t i = 0; i < n; i++)
        people_add(people, &persons[i]);
    return people_domain(people);
}

static inline void people_merge(struct people *into, const struct people *from)
{
    for (size_t c = 0; c < MAX_STRATA * MAX_VALUES; c++)
        wrd_sums_merge(&into->sums[c], &from->sums[c]);
    for (size_t h = 0; h < MAX_STRATA; h++) {
        into->stratum_n[h] += from->stratum_n[h];
        into->domain_n[h] += from->domain_n[h];
        into->zero_n[h] += from->zero_n[h];
    }
}

#endif
