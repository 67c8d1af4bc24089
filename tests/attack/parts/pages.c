#include "attack/parts/pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_VARIABLES = 160 };

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "1.234" and "1,234" are a thousand when three digits follow; "3,7" and "0.61" have decimals. */
struct numbers numbers_in(const char *text)
{
    struct numbers found = { .n = 0 };
    while (*text && found.n < PAGE_NUMBERS) {
        bool minus = strncmp(text, "\xE2\x88\x92", 3) == 0 && digit(text[3]);
        text += minus ? 3 : 0;
        if (!digit(*text)) {
            text++;
            continue;
        }
        int64_t value = 0;
        for (; digit(*text); text++)
            value = value * 10 + (*text - '0');
        while ((*text == '.' || *text == ',') && digit(text[1]) && digit(text[2]) &&
               digit(text[3]) && !digit(text[4])) {
            value = value * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
            text += 4;
        }
        value *= 100;
        if ((*text == '.' || *text == ',') && digit(text[1])) {
            value += 10 * (text[1] - '0') + (digit(text[2]) ? text[2] - '0' : 0);
            text += digit(text[2]) ? 3 : 2;
        }
        found.of[found.n++] = minus ? -value : value;
    }
    return found;
}

/* ---- what the CSV files hold of one variable ---- */

bool row_shown(const struct sheet *results, int row, struct shown *shown)
{
    if (!number_fixed(sheet_at(results, row, "value"), 2, &shown->value))
        return false;
    shown->has_bounds = number_fixed(sheet_at(results, row, "ci_low"), 2, &shown->low) &&
                        number_fixed(sheet_at(results, row, "ci_high"), 2, &shown->high);
    if (!number_fixed(sheet_at(results, row, "n"), 2, &shown->n))
        shown->n = -1;
    return true;
}

/* A cell fits a row: its figure, its figure and bounds, its bounds, or its n. */
static bool fits(const struct numbers *cell, const struct shown *row)
{
    const int64_t *x = cell->of;
    switch (cell->n) {
    case 1:
        return x[0] == row->value || x[0] == row->n;
    case 2:
        return row->has_bounds && x[0] == row->low && x[1] == row->high;
    case 3:
        return row->has_bounds && x[0] == row->value && x[1] == row->low && x[2] == row->high;
    default:
        return false;
    }
}

static bool in_results(const struct sheet *results, const char *variable,
                       const struct numbers *cell)
{
    struct shown row;
    for (int r = 1; r < results->n_rows; r++)
        if ((!variable || is(sheet_at(results, r, "variable"), variable)) &&
            row_shown(results, r, &row) && fits(cell, &row))
            return true;
    return false;
}

/* Counts about the files, and the response that follows from them. */
static bool in_quality(const struct sheet *quality, const struct numbers *cell)
{
    int64_t count, used = 0;
    for (int r = 1; r < quality->n_rows && cell->n == 1; r++) {
        if (!number_fixed(sheet_at(quality, r, "count"), 2, &count))
            continue;
        if (count == cell->of[0])
            return true;
        if (is(sheet_at(quality, r, "check"), "used"))
            used = count;
        if (is(sheet_at(quality, r, "check"), "invited") && count > 0 &&
            (200 * used + count) / (2 * count) * 100 == cell->of[0])
            return true;
    }
    return false;
}

/* ---- pages ---- */

struct page {
    const char *name;
    const struct sheet *results, *quality, *population;
    char variable[80]; /* "": outside the questions */
    struct {
        char name[80];
        int figures;
    } seen[PAGE_VARIABLES];
    int n_seen, wrong;
};

static bool is_percent(const struct numbers *cell, int64_t part, int64_t all)
{
    return cell->n == 1 && all > 0 && (200 * part + all) / (2 * all) * 100 == cell->of[0];
}

/* The sum of `unit` counts of a variable of a source, in quality.csv (check) or population.csv (unit). */
static int64_t sum_of(const struct sheet *sheet, const char *kind, const char *unit, int row)
{
    int64_t sum = 0, count;
    for (int r = 1; r < sheet->n_rows; r++)
        if (is(sheet_at(sheet, r, kind), unit) &&
            is(sheet_at(sheet, r, "source"), sheet_at(sheet, row, "source")) &&
            is(sheet_at(sheet, r, "variable"), sheet_at(sheet, row, "variable")) &&
            number_whole(sheet_at(sheet, r, "count"), &count))
            sum += count;
    return sum;
}

/* The weighting table: shares of those who answered, and of those there are. */
static bool in_weights(const struct page *page, const struct numbers *cell)
{
    const struct sheet *q = page->quality, *p = page->population;
    int64_t count;
    for (int r = 1; r < q->n_rows; r++)
        if (is(sheet_at(q, r, "check"), "margin") &&
            number_whole(sheet_at(q, r, "count"), &count) &&
            is_percent(cell, count, sum_of(q, "check", "valid", r)))
            return true;
    for (int r = 1; r < p->n_rows; r++)
        if (is(sheet_at(p, r, "unit"), "persons") &&
            number_whole(sheet_at(p, r, "count"), &count) &&
            is_percent(cell, count, sum_of(p, "unit", "persons", r)))
            return true;
    return false;
}

static int *figures_of(struct page *page)
{
    for (int v = 0; v < page->n_seen; v++)
        if (is(page->seen[v].name, page->variable))
            return &page->seen[v].figures;
    if (page->n_seen == PAGE_VARIABLES)
        exit(2);
    snprintf(page->seen[page->n_seen].name, 80, "%s", page->variable);
    return &page->seen[page->n_seen++].figures;
}

/* `base`: the row with the numbers of answers. */
static void judge_cell(struct page *page, const char *text, bool base)
{
    struct numbers cell = numbers_in(text);
    if (cell.n == 0)
        return;
    if (*page->variable && !base && cell.n != 2)
        ++*figures_of(page);
    if (in_results(page->results, *page->variable ? page->variable : NULL, &cell) ||
        (!*page->variable && (in_quality(page->quality, &cell) || in_weights(page, &cell))))
        return;
    printf("contradiction: %s holds '%s'%s%s, which the CSV files do not\n", page->name, text,
           *page->variable ? " in " : "", page->variable);
    page->wrong++;
}

/* Every shown row of results.csv stands once in the tables, and nothing else does.  Those of two sources
 * stand in a chapter of their own. */
/* The reliability of a scale stands in the chapter on how the report was made, routes in one of their
 * own. */
static bool of_no_topic(const char *statistic)
{
    return is(statistic, "alpha") || is(statistic, "omega") || strncmp(statistic, "route", 5) == 0;
}

/* Every shown row of results.csv stands once in the tables, and nothing else does. */
static void judge_counts(struct page *page)
{
    struct shown shown;
    for (int v = 0; v < page->n_seen; v++) {
        int rows = 0;
        for (int r = 1; r < page->results->n_rows; r++)
            rows += is(sheet_at(page->results, r, "variable"), page->seen[v].name) &&
                    !is(sheet_at(page->results, r, "source"), "both") &&
                    !of_no_topic(sheet_at(page->results, r, "statistic")) &&
                    row_shown(page->results, r, &shown);
        if (rows == page->seen[v].figures)
            continue;
        printf("contradiction: %s shows %d figures of %s, results.csv %d\n", page->name,
               page->seen[v].figures, page->seen[v].name, rows);
        page->wrong++;
    }
}

/* ---- Markdown ---- */

static void trim(char *text)
{
    size_t len = strlen(text), skip = strspn(text, " *");
    while (len > skip && strchr(" *\r\n", text[len - 1]))
        len--;
    memmove(text, text + skip, len - skip);
    text[len - skip] = 0;
}

static void markdown_row(struct page *page, char *line)
{
    char *cell = strtok(line, "|");
    bool base = cell && strstr(cell, "(n)");
    for (cell = strtok(NULL, "|"); cell; cell = strtok(NULL, "|")) {
        trim(cell);
        judge_cell(page, cell, base);
    }
}

static void markdown(struct page *page, char *text)
{
    bool head = true;
    for (char *line = text, *next; line && *line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = 0;
        char *code = strrchr(line, '`');
        if (strncmp(line, "### ", 4) == 0 && code && code[1] == ')') {
            *code = 0;
            snprintf(page->variable, sizeof page->variable, "%s", strrchr(line, '`') + 1);
        }
        if (*line != '|') {
            head = true;
            continue;
        }
        if (!head && strncmp(line, "|:-", 3))
            markdown_row(page, line);
        head = false;
    }
}

/* ---- HTML ---- */

static void copy_text(char *to, size_t room, const char *from, const char *end)
{
    size_t len = 0;
    for (bool tag = false; from < end && len + 1 < room; from++) {
        if (*from == '<')
            tag = true;
        else if (*from == '>')
            tag = false;
        else if (!tag)
            to[len++] = *from;
    }
    to[len] = 0;
}

static void html(struct page *page, const char *text)
{
    char cell[512];
    bool base = false;
    for (const char *at = strchr(text, '<'); at; at = strchr(at + 1, '<')) {
        const char *end = strstr(at, "</");
        if (strncmp(at, "</article>", 10) == 0)
            page->variable[0] = 0;
        if (!end)
            break;
        if (strncmp(at, "<span class=\"code\">", 19) == 0)
            copy_text(page->variable, sizeof page->variable, at, end);
        if (strncmp(at, "<th scope=\"row\"", 15) == 0) {
            copy_text(cell, sizeof cell, at, end);
            base = strstr(cell, "(n)") != NULL;
        }
        if (strncmp(at, "<td class=\"text\"", 16) &&
            (strncmp(at, "<td>", 4) == 0 || strncmp(at, "<td ", 4) == 0)) {
            copy_text(cell, sizeof cell, at, strstr(at, "</td>"));
            judge_cell(page, cell, base);
        }
    }
}

/* The headline figures have rules of their own, and are taken out of the page. */
static int headlines_of(const struct headlines *headlines, const char *name, char *text, bool html)
{
    char *begin, *end;
    if (!headlines_find(text, html, &begin, &end)) {
        if (!headlines->indicators || headlines->indicators->n_rows < 2)
            return 0;
        printf("contradiction: %s has no headline figures\n", name);
        return 1;
    }
    const int wrong = headlines_compare(headlines, name, begin, end, html);
    memset(begin, ' ', (size_t)(end - begin));
    return wrong;
}

int pages_compare(const char *output, const struct sheet *results, const struct sheet *quality,
                  const struct sheet *population, const struct headlines *headlines, bool quiet)
{
    static const char *const names[] = { "tables.nl.md", "tables.en.md", "report.nl.html",
                                         "report.en.html" };
    int wrong = 0;
    for (int p = 0; p < 4; p++) {
        static struct page page;
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", output, names[p]);
        char *text = file_text(path);
        if (!text) {
            if (!quiet)
                printf("note: no %s\n", names[p]);
            continue;
        }
        memset(&page, 0, sizeof page);
        page.name = names[p];
        page.results = results;
        page.quality = quality;
        page.population = population;
        page.wrong = headlines_of(headlines, names[p], text, p >= 2);
        if (p < 2)
            markdown(&page, text);
        else
            html(&page, text);
        judge_counts(&page);
        wrong += page.wrong;
        free(text);
    }
    return wrong;
}
