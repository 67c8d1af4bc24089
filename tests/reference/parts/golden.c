/* tests/reference/parts/golden.c - the golden mini data set: the columns of expected.csv are those of
 * estimates.csv. */
#include "question.h"

struct question golden_question(const struct sheet *reference, const struct sheet_row *row)
{
    return (struct question){ .variable = sheet_at(reference, row, "variable"),
                              .code = sheet_at(reference, row, "code"),
                              .group_variable = sheet_at(reference, row, "group_variable"),
                              .group_code = sheet_at(reference, row, "group_code"),
                              .statistic = sheet_at(reference, row, "statistic"),
                              .column = sheet_at(reference, row, "column"),
                              .factor = 1 };
}

/* Columns a and b are the groups of tests.csv. */
struct question golden_test_question(const struct sheet *reference, const struct sheet_row *row)
{
    return (struct question){ .file = IN_TESTS,
                              .variable = sheet_at(reference, row, "variable"),
                              .code = sheet_at(reference, row, "code"),
                              .group_variable = sheet_at(reference, row, "group_variable"),
                              .group_code = sheet_at(reference, row, "a"),
                              .group_b = sheet_at(reference, row, "b"),
                              .statistic = sheet_at(reference, row, "test"),
                              .column = sheet_at(reference, row, "column"),
                              .factor = 1 };
}

struct question golden_weight_question(const struct sheet *reference, const struct sheet_row *row)
{
    return (struct question){ .file = IN_WEIGHTS, .line = sheet_at(reference, row, "line") };
}

struct question golden_scale_question(const struct sheet *reference, const struct sheet_row *row)
{
    struct question q = { .file = IN_SCALES,
                          .variable = sheet_at(reference, row, "scale"),
                          .line = sheet_at(reference, row, "item"),
                          .column = sheet_at(reference, row, "column") };
    q.tolerance = is(q.column, "omega") ? 1e-6 : 0;
    return q;
}
