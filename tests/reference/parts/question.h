/* tests/reference/parts/question.h - what a reference value asks of a run, and what the run answers.
 */
#ifndef REFERENCE_QUESTION_H
#define REFERENCE_QUESTION_H

#include "sheet.h"

enum question_file {
    IN_ESTIMATES, /* of the run */
    IN_LOGIT,     /* of the run of the same study with `interval: logit` */
    IN_TESTS, /* tests.csv of the run: `statistic` is the test, `group_code` and `group_b` its groups */
    IN_QUANTILES, /* quantiles.csv of the run, by tests/reference/quantiles.c */
    IN_SCALES,    /* scales.csv of the run: `variable` is the scale, `line` the item or "" */
    IN_WEIGHTS    /* weights.csv of the run: `line`, or the least or the largest */
};

/* A figure: a cell of estimates.csv, times `factor`, times and divided by cells of other columns of
 * that row, plus `offset`.  `reason` instead: why it is not compared; with `looked_at` the largest
 * difference is told all the same. */
struct question {
    enum question_file file;
    const char *variable, *code, *group_variable, *group_code, *statistic, *column;
    const char *group_b;      /* of a test alone */
    const char *times, *over; /* columns; NULL: none */
    double factor, offset;
    bool squared;
    bool finite;          /* over 1 - n / weight_sum: the finite population correction */
    const char *rule, *p; /* of a quantile */
    const char *line;     /* of a weight: a line, "min" or "max" */
    double tolerance;     /* 0: that of account.c */
    const char *reason;
    bool looked_at;
};

struct question not_compared(const char *reason);

/* The internal folder of a run, and of the same study with logit intervals. */
struct answers {
    struct sheet estimates, tests, logit, quantiles, scales, weights;
    bool has_logit, has_quantiles, has_scales, has_weights;
};
struct answers answers_load(const char *internal, const char *logit); /* logit NULL: none */
void answers_free(struct answers *answers);
/* NaN: there is no such figure. */
double answers_find(const struct answers *answers, const struct question *q);

/* reliability.c: what psych says of our scale, and of our item of it; and what of that no other part asks. */
bool is_reliability(const char *block, const char *group, const char *quantity);
bool is_plain_figure(const char *quantity); /* n, mean, sd */
struct question reliability_question(const struct sheet *reference, const struct sheet_row *row,
                                     const char *scale, const char *item);

/* What each kind of reference asks: a row of it, and the case that is compared. */
typedef struct question ask_fn(const struct sheet *reference, const struct sheet_row *row);
ask_fn golden_question, golden_weight_question, golden_test_question, rse_question,
    apistrat_question;
ask_fn starwars_question, carpentries_question, bfi_question, golden_scale_question;

#endif
