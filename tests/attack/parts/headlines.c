#include "attack/parts/headlines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attack/parts/pages.h"

enum { CELLS = 5, CELL_ROOM = 512, MOST = 512 };

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* ---- which rows of results.csv an indicator is about ---- */

struct aim {
    const char *kind, *source;
    char of[80], code[80];
};

static struct aim aim_of(const struct sheet *indicators, int row)
{
    struct aim aim = { .kind = sheet_at(indicators, row, "kind"),
                       .source = sheet_at(indicators, row, "source") };
    const char *of = sheet_at(indicators, row, "of"), *equals = strchr(of, '=');
    snprintf(aim.of, sizeof aim.of, "%.*s", (int)(equals ? equals - of : (long)strlen(of)), of);
    snprintf(aim.code, sizeof aim.code, "%s", equals ? equals + 1 : "");
    return aim;
}

static const char *statistic_of(const struct aim *aim)
{
    return is(aim->kind, "gap") ? "gap_index" : aim->kind;
}

/* The word of the pair of a question; "" none. */
static const char *pair_of(const struct headlines *h, const char *name)
{
    for (int r = 1; r < h->variables->n_rows; r++)
        if (is(sheet_at(h->variables, r, "name"), name))
            return sheet_at(h->variables, r, "pair");
    return "";
}

static const char *this_wave(const struct sheet *results)
{
    const char *latest = "";
    for (int r = 1; r < results->n_rows; r++)
        if (strcmp(sheet_at(results, r, "wave"), latest) > 0)
            latest = sheet_at(results, r, "wave");
    return latest;
}

static bool of_aim(const struct headlines *h, const struct aim *aim, int row)
{
    const char *variable = sheet_at(h->results, row, "variable");
    const char *source = sheet_at(h->results, row, "source"), *word = pair_of(h, aim->of);
    if (!is(sheet_at(h->results, row, "wave"), this_wave(h->results)) ||
        !is(sheet_at(h->results, row, "group_variable"), "total"))
        return false;
    if (is(aim->kind, "gap"))
        return is(source, "both") && (is(variable, aim->of) || (*word && is(variable, word)));
    return is(source, aim->source) && is(variable, aim->of) &&
           is(sheet_at(h->results, row, "code"), aim->code);
}

/* 0: there is none. */
static int row_of(const struct headlines *h, const struct aim *aim, const char *statistic)
{
    for (int r = 1; r < h->results->n_rows; r++)
        if (is(sheet_at(h->results, r, "statistic"), statistic) && of_aim(h, aim, r))
            return r;
    return 0;
}

/* Of a question with several answers a share is one of mentions. */
static int figure_row(const struct headlines *h, const struct aim *aim)
{
    const int row = row_of(h, aim, statistic_of(aim));
    return row || !is(aim->kind, "share") ? row : row_of(h, aim, "mentions");
}

static int change_row(const struct headlines *h, const struct aim *aim)
{
    char name[80];
    snprintf(name, sizeof name, "change_%s", statistic_of(aim));
    return row_of(h, aim, name);
}

/* ---- the chapter ---- */

bool headlines_find(char *text, bool html, char **begin, char **end)
{
    static const char *const titles[] = { "\n## Kerncijfers\n", "\n## Headline figures\n" };
    *begin = html ? strstr(text, "<section class=\"chapter\" id=\"headlines\"") : NULL;
    for (int t = 0; t < 2 && !html && !*begin; t++)
        *begin = strstr(text, titles[t]);
    if (!*begin)
        return false;
    *end = strstr(*begin + 1, html ? "<section class=\"chapter\"" : "\n## ");
    *end = *end ? *end : *begin + strlen(*begin);
    return true;
}

struct row {
    char cell[CELLS][CELL_ROOM]; /* figure, change if there is a column of it, n, place */
    int n;
};

static void add_cell(struct row *row, const char *from, const char *end)
{
    size_t len = 0;
    bool tag = false;
    if (row->n == CELLS)
        exit(2);
    for (; from < end && len + 1 < CELL_ROOM; from++) {
        tag |= *from == '<';
        if (!tag)
            row->cell[row->n][len++] = *from;
        tag &= *from != '>';
    }
    while (len > 0 && strchr(" \n", row->cell[row->n][len - 1]))
        len--;
    row->cell[row->n][len] = 0;
    size_t skip = strspn(row->cell[row->n], " ");
    memmove(row->cell[row->n], row->cell[row->n] + skip, len - skip + 1);
    row->n++;
}

/* The next row of cells behind `at`, or NULL. */
static const char *html_row(const char *at, const char *end, struct row *row)
{
    const char *begin = strstr(at, "<tr><th scope=\"row\"");
    if (!begin || begin >= end)
        return NULL;
    const char *close = strstr(begin, "</tr>");
    for (const char *cell = strstr(begin, "<td"); cell && cell < close;
         cell = strstr(cell + 1, "<td"))
        add_cell(row, cell, strstr(cell, "</td>"));
    return close;
}

/* A bar in a label is escaped. */
static const char *next_bar(const char *at)
{
    for (at++; *at && *at != '\n' && !(*at == '|' && at[-1] != '\\'); at++)
        ;
    return at;
}

static const char *markdown_row(const char *at, const char *end, struct row *row)
{
    do {
        at = strstr(at, "\n|");
        if (!at || at >= end)
            return NULL;
        at++;
    } while (strncmp(at, "|:-", 3) == 0 || strncmp(strchr(at, '\n'), "\n|:-", 4) == 0);
    const char *bar = next_bar(at); /* behind the label */
    for (const char *next = next_bar(bar); *next == '|'; bar = next, next = next_bar(next))
        add_cell(row, bar + 1, next);
    return bar;
}

/* ---- beside each other ---- */

static bool has_numbers(const char *cell, const int64_t *want, int n, int more)
{
    const struct numbers found = numbers_in(cell);
    if (found.n < n || found.n > n + more)
        return false;
    for (int i = 0; i < n; i++)
        if (found.of[i] != want[i])
            return false;
    return true;
}

/* The figure of a row of results.csv (0: none) with its bounds, or its sign.  `more`: a year may follow. */
static bool fits(const struct sheet *results, int row, const char *cell, int more)
{
    struct shown shown;
    if (row && row_shown(results, row, &shown)) {
        const int64_t want[] = { shown.value, shown.low, shown.high };
        return has_numbers(cell, want, shown.has_bounds ? 3 : 1, more);
    }
    if (row && is(sheet_at(results, row, "flag"), "c"))
        return is(cell, "x");
    return is(cell, "x") || is(cell, "z") || is(cell, "b");
}

static bool fits_base(const struct sheet *results, int row, const char *cell)
{
    struct shown shown;
    if (row && row_shown(results, row, &shown) && shown.n >= 0)
        return has_numbers(cell, &shown.n, 1, 0);
    return is(cell, "x") || is(cell, "z");
}

static bool says(const char *cell, const char *nl, const char *en)
{
    return strstr(cell, nl) || strstr(cell, en);
}

/* A change is named only where it is seen, and the way it went. */
static bool named_right(const struct sheet *results, int row, const char *cell)
{
    struct shown shown;
    const bool risen = says(cell, "gestegen", "risen"), fallen = says(cell, "gedaald", "fallen");
    if (!risen && !fallen)
        return !says(cell, "beter", "better") && !says(cell, "slechter", "worse");
    if (!row || !row_shown(results, row, &shown))
        return false;
    return risen ? shown.value >= 0 : shown.value <= 0;
}

static bool right(const struct headlines *h, const struct aim *aim, const struct row *row)
{
    const int figure = figure_row(h, aim), change = change_row(h, aim);
    const bool has_change = row->n == 4;
    if (row->n != 3 && !has_change)
        return false;
    return fits(h->results, figure, row->cell[0], 0) &&
           fits_base(h->results, figure, row->cell[row->n - 2]) &&
           (!has_change || (fits(h->results, change, row->cell[1], 1) &&
                            named_right(h->results, change, row->cell[1])));
}

/* Rows of indicators.csv in the order of the chapter: parts of one indicator together. */
static int order(const struct sheet *indicators, int *rows)
{
    int n = 0;
    for (int r = 1; r < indicators->n_rows; r++) {
        bool seen = false;
        for (int k = 1; k < r; k++)
            seen |= is(sheet_at(indicators, k, "indicator"), sheet_at(indicators, r, "indicator"));
        for (int k = r; k < indicators->n_rows && !seen; k++)
            if (is(sheet_at(indicators, k, "indicator"), sheet_at(indicators, r, "indicator"))) {
                if (n == MOST)
                    exit(2);
                rows[n++] = k;
            }
    }
    return n;
}

int headlines_compare(const struct headlines *h, const char *name, const char *begin,
                      const char *end, bool html)
{
    int rows[MOST], wrong = 0, i = 0;
    const int n = h->indicators ? order(h->indicators, rows) : 0;
    for (const char *at = begin; at; i += at != NULL) {
        static struct row row;
        row.n = 0;
        at = html ? html_row(at, end, &row) : markdown_row(at, end, &row);
        if (!at || i >= n)
            continue;
        const struct aim aim = aim_of(h->indicators, rows[i]);
        if (right(h, &aim, &row))
            continue;
        printf(
            "contradiction: %s has '%s' and '%s' as headline %s of %s, which results.csv has not\n",
            name, row.cell[0], row.n > 1 ? row.cell[1] : "", aim.kind, aim.of);
        wrong++;
    }
    if (i == n)
        return wrong;
    printf("contradiction: %s has %d headline figures, indicators.csv %d\n", name, i, n);
    return wrong + 1;
}
