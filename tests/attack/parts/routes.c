#include "attack/parts/routes.h"

#include <stdio.h>
#include <string.h>

#include "attack/parts/gaps.h"

enum { FEW = 10 };

static bool is(const struct sheet *sheet, int row, const char *column, const char *text)
{
    return strcmp(sheet_at(sheet, row, column), text) == 0;
}

static bool of_one_survey(const struct sheet *results, int a, int b)
{
    return is(results, b, "wave", sheet_at(results, a, "wave")) &&
           is(results, b, "source", sheet_at(results, a, "source"));
}

/* The row of one route, which names its scale; all together stand under the word of the family. */
static bool is_route(const struct sheet *results, int row)
{
    return is(results, row, "statistic", "route") && !*sheet_at(results, row, "code");
}

static bool is_of_routes(const struct sheet *results, int row)
{
    return is(results, row, "group_variable", "total") &&
           (strncmp(sheet_at(results, row, "statistic"), "route", 5) == 0 ||
            (is(results, row, "table", "route") && is(results, row, "statistic", "share")));
}

/* An item that the other survey was asked has no row of this one. */
static int items_hidden(const struct sheet *results, const struct sheet *variables, int figure,
                        const char *scale)
{
    int found = 0;
    for (int v = 1; v < variables->n_rows; v++)
        if (is(variables, v, "scale", scale) &&
            strstr(sheet_at(variables, v, "source"), sheet_at(results, figure, "source")))
            found += hidden_beside(results, figure, sheet_at(variables, v, "name"));
    return found;
}

/* How many have this route, and not all of them. */
static int few_apart(const struct sheet *results, int figure, const char *scale)
{
    int64_t all, one;
    if (!number_whole(sheet_at(results, figure, "n"), &all) ||
        is(results, figure, "statistic", "share"))
        return 0;
    for (int r = 1; r < results->n_rows; r++)
        if (is(results, r, "variable", scale) && is(results, r, "statistic", "index") &&
            is(results, r, "group_variable", "total") && of_one_survey(results, figure, r) &&
            number_whole(sheet_at(results, r, "n"), &one) && one > all && one - all < FEW) {
            printf("found: n of %s of %s is shown, and %s has %lld more\n",
                   sheet_at(results, figure, "statistic"), sheet_at(results, figure, "table"),
                   scale, (long long)(one - all));
            return 1;
        }
    return 0;
}

int routes_shown(const struct sheet *results, const struct sheet *variables)
{
    int found = 0;
    for (int figure = 1; figure < results->n_rows; figure++) {
        if (!is_of_routes(results, figure) || !*sheet_at(results, figure, "value"))
            continue;
        for (int r = 1; r < results->n_rows; r++)
            if (is_route(results, r) && of_one_survey(results, figure, r)) {
                const char *scale = sheet_at(results, r, "variable");
                found += items_hidden(results, variables, figure, scale);
                found += few_apart(results, figure, scale);
            }
    }
    return found;
}
