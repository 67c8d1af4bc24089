/* tests/reference/parts/question.c - see question.h. */
#include "question.h"

#include <math.h>
#include <stdlib.h>

struct question not_compared(const char *reason)
{
    return (struct question){ .reason = reason };
}

struct answers answers_load(const char *internal, const char *logit)
{
    struct answers answers = { .estimates = sheet_load(internal, "estimates.csv"),
                               .tests = sheet_load(internal, "tests.csv") };
    answers.has_logit = logit;
    if (logit)
        answers.logit = sheet_load(logit, "estimates.csv");
    answers.has_quantiles = sheet_exists(internal, "quantiles.csv");
    if (answers.has_quantiles)
        answers.quantiles = sheet_load(internal, "quantiles.csv");
    answers.has_scales = sheet_exists(internal, "scales.csv");
    if (answers.has_scales)
        answers.scales = sheet_load(internal, "scales.csv");
    answers.has_weights = sheet_exists(internal, "weights.csv");
    if (answers.has_weights)
        answers.weights = sheet_load(internal, "weights.csv");
    return answers;
}

void answers_free(struct answers *answers)
{
    free(answers->estimates.rows);
    free(answers->tests.rows);
    free(answers->logit.rows);
    free(answers->quantiles.rows);
    free(answers->scales.rows);
    free(answers->weights.rows);
}

static double number(const struct sheet *sheet, const struct sheet_row *row, const char *column)
{
    const char *text = sheet_at(sheet, row, column);
    return *text ? strtod(text, NULL) : NAN;
}

static double estimate(const struct sheet *sheet, const struct sheet_row *row,
                       const struct question *q)
{
    double x = number(sheet, row, q->column);
    if (q->times)
        x *= number(sheet, row, q->times);
    if (q->over)
        x /= number(sheet, row, q->over);
    if (q->finite)
        x /= 1 - number(sheet, row, "n") / number(sheet, row, "weight_sum");
    return q->factor * (q->squared ? x * x : x) + q->offset;
}

static double find_estimate(const struct sheet *sheet, const struct question *q)
{
    for (size_t i = 1; i < sheet->n; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        if (is(sheet_at(sheet, row, "variable"), q->variable) &&
            is(sheet_at(sheet, row, "statistic"), q->statistic) &&
            is(sheet_at(sheet, row, "code"), q->code) &&
            is(sheet_at(sheet, row, "group_variable"), q->group_variable) &&
            is(sheet_at(sheet, row, "group_code"), q->group_code))
            return estimate(sheet, row, q);
    }
    return NAN;
}

static double find_test(const struct sheet *sheet, const struct question *q)
{
    for (size_t i = 1; i < sheet->n; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        if (is(sheet_at(sheet, row, "variable"), q->variable) &&
            is(sheet_at(sheet, row, "test"), q->statistic) &&
            is(sheet_at(sheet, row, "code"), q->code) &&
            is(sheet_at(sheet, row, "group_variable"), q->group_variable) &&
            is(sheet_at(sheet, row, "group_a"), q->group_code) &&
            is(sheet_at(sheet, row, "group_b"), q->group_b))
            return estimate(sheet, row, q);
    }
    return NAN;
}

static double find_quantile(const struct sheet *sheet, const struct question *q)
{
    for (size_t i = 1; i < sheet->n; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        if (is(sheet_at(sheet, row, "variable"), q->variable) &&
            is(sheet_at(sheet, row, "rule"), q->rule) && is(sheet_at(sheet, row, "p"), q->p))
            return number(sheet, row, q->column);
    }
    return NAN;
}

static double find_scale(const struct sheet *sheet, const struct question *q)
{
    for (size_t i = 1; i < sheet->n; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        if (is(sheet_at(sheet, row, "scale"), q->variable) &&
            is(sheet_at(sheet, row, "item"), q->line))
            return number(sheet, row, q->column);
    }
    return NAN;
}

static double find_weight(const struct sheet *sheet, const struct question *q)
{
    double found = NAN;
    for (size_t i = 1; i < sheet->n; i++) {
        double weight = number(sheet, &sheet->rows[i], "weight");
        if (is(q->line, "min"))
            found = fmin(found, weight);
        else if (is(q->line, "max"))
            found = fmax(found, weight);
        else if (is(sheet_at(sheet, &sheet->rows[i], "line"), q->line))
            return weight;
    }
    return found;
}

double answers_find(const struct answers *answers, const struct question *q)
{
    switch (q->file) {
    case IN_ESTIMATES:
        return find_estimate(&answers->estimates, q);
    case IN_LOGIT:
        return answers->has_logit ? find_estimate(&answers->logit, q) : NAN;
    case IN_TESTS:
        return find_test(&answers->tests, q);
    case IN_QUANTILES:
        return answers->has_quantiles ? find_quantile(&answers->quantiles, q) : NAN;
    case IN_SCALES:
        return answers->has_scales ? find_scale(&answers->scales, q) : NAN;
    case IN_WEIGHTS:
        break;
    }
    return answers->has_weights ? find_weight(&answers->weights, q) : NAN;
}
