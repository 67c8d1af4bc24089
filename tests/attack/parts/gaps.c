#include "attack/parts/gaps.h"

#include <stdio.h>
#include <string.h>

static bool is(const struct sheet *sheet, int row, const char *column, const char *text)
{
    return strcmp(sheet_at(sheet, row, column), text) == 0;
}

/* A total of the question that says how its valid answers divide, and is hidden. */
static bool is_hidden(const struct sheet *results, int row, int gap, const char *variable)
{
    return is(results, row, "variable", variable) && is(results, row, "flag", "c") &&
           is(results, row, "wave", sheet_at(results, gap, "wave")) &&
           (is(results, gap, "source", "both") ||
            is(results, row, "source", sheet_at(results, gap, "source"))) &&
           is(results, row, "group_variable", "total") &&
           strncmp(sheet_at(results, row, "statistic"), "change_", 7) != 0 &&
           !is(results, row, "statistic", "dont_know");
}

int hidden_beside(const struct sheet *results, int gap, const char *variable)
{
    for (int r = 1; r < results->n_rows; r++)
        if (is_hidden(results, r, gap, variable)) {
            printf("found: %s of %s is shown, and %s of %s (%s) is hidden\n",
                   sheet_at(results, gap, "statistic"), sheet_at(results, gap, "table"),
                   sheet_at(results, r, "statistic"), variable, sheet_at(results, r, "source"));
            return 1;
        }
    return 0;
}

/* Of a scale every question that has a pair. */
static bool is_side(const struct sheet *variables, int row, const char *table)
{
    return *sheet_at(variables, row, "pair") &&
           (is(variables, row, "pair", table) || is(variables, row, "scale", table));
}

int gaps_shown(const struct sheet *results, const struct sheet *variables)
{
    int found = 0;
    for (int r = 1; r < results->n_rows; r++) {
        if (!is(results, r, "source", "both") ||
            strncmp(sheet_at(results, r, "statistic"), "gap_", 4) != 0 ||
            !*sheet_at(results, r, "value"))
            continue;
        for (int v = 1; v < variables->n_rows; v++)
            if (is_side(variables, v, sheet_at(results, r, "table")))
                found += hidden_beside(results, r, sheet_at(variables, v, "name"));
    }
    return found;
}
