/* quantiles.c - quantiles that the program does not publish, by its library.
 *
 *   quantiles DATA.csv STRATUM WEIGHT POPULATION VARIABLE...    ("-": the design has none of it)
 *
 * Reads the answers itself and writes quantiles.csv: variable,rule,p,quantile,ci.2.5,ci.97.5,se, for the
 * quartiles under both rules (METHOD 7.13).  POPULATION is the column that holds N of a stratum, every
 * row the same.  For files without missing values. */
#include "parts/sheet.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "stats/quantile.h"

enum { MOST_ROWS = 1000, MOST_STRATA = 10, GRID = 12 };

struct sample {
    struct sheet sheet;
    size_t n, n_strata;
    size_t stratum[MOST_ROWS];
    int64_t weight[MOST_ROWS];
    uint64_t stratum_n[MOST_STRATA];
    double fraction[MOST_STRATA];
    bool finite;
};

static const char *cell(const struct sample *sample, size_t i, const char *column)
{
    return sheet_at(&sample->sheet, &sample->sheet.rows[i + 1], column);
}

static double number(const char *text)
{
    struct wrd_decimal decimal;
    if (!wrd_decimal_read(text, strlen(text), '.', &decimal))
        die("no number:", text);
    return wrd_decimal_double(decimal);
}

/* In the order in which they occur. */
static void find_strata(struct sample *sample, const char *column)
{
    size_t first[MOST_STRATA] = { 0 };
    for (size_t i = 0; i < sample->n; i++) {
        size_t h = 0;
        while (h < sample->n_strata && !is(column, "-") &&
               !is(cell(sample, first[h], column), cell(sample, i, column)))
            h++;
        if (h == MOST_STRATA)
            die("too many strata in", column);
        if (h == sample->n_strata)
            first[sample->n_strata++] = i;
        sample->stratum[i] = h;
        sample->stratum_n[h]++;
    }
}

static void find_weights(struct sample *sample, const char *column)
{
    struct wrd_decimal decimal = { 1, 0 };
    for (size_t i = 0; i < sample->n; i++) {
        const char *text = is(column, "-") ? "1" : cell(sample, i, column);
        if (!wrd_decimal_read(text, strlen(text), '.', &decimal) ||
            !wrd_decimal_round(decimal, GRID, &sample->weight[i]))
            die("no weight:", text);
    }
}

static void find_fractions(struct sample *sample, const char *column)
{
    sample->finite = !is(column, "-");
    for (size_t i = 0; i < sample->n && sample->finite; i++) {
        const size_t h = sample->stratum[i];
        sample->fraction[h] = (double)sample->stratum_n[h] / number(cell(sample, i, column));
    }
}

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Distinct values, rising. */
static size_t find_values(const struct sample *sample, const char *variable, double *y)
{
    size_t n_values = 0;
    for (size_t i = 0; i < sample->n; i++)
        y[i] = number(cell(sample, i, variable));
    qsort(y, sample->n, sizeof *y, by_value);
    for (size_t i = 0; i < sample->n; i++)
        if (n_values == 0 || y[n_values - 1] != y[i])
            y[n_values++] = y[i];
    return n_values;
}

static void print_quantile(const struct wrd_domain *domain, const double *y, const char *variable,
                           double p, enum wrd_quantile_rule rule)
{
    static uint8_t in[MOST_ROWS];
    struct wrd_estimate below, estimate = { .n = MOST_ROWS };
    estimate.value = wrd_domain_quantile(domain, y, p, rule);
    wrd_quantile_below(domain, y, estimate.value, in);
    if (wrd_domain_share_value(domain, in, &below) != WRD_OK)
        die("no weight for", variable);
    const struct wrd_precision precision = wrd_domain_share_precision(domain, in);
    wrd_quantile_interval(domain, y, below.value, &precision, rule, &estimate);
    printf("%s,%s,%g,%.17g,%.17g,%.17g,%.17g\n", variable,
           rule == WRD_QUANTILE_MATH ? "math" : "school", p, estimate.value, estimate.lo,
           estimate.hi, estimate.se);
}

static void print_quartiles(const struct sample *sample, const char *variable)
{
    static double y[MOST_ROWS];
    static struct wrd_sums sums[MOST_STRATA * MOST_ROWS];
    const size_t n_values = find_values(sample, variable, y);
    const struct wrd_domain domain = { .sums = sums,
                                       .n_strata = sample->n_strata,
                                       .stride = n_values,
                                       .n_values = n_values,
                                       .stratum_n = sample->stratum_n,
                                       .domain_n = sample->stratum_n,
                                       .fraction = sample->finite ? sample->fraction : NULL,
                                       .lone = WRD_LONE_ERROR,
                                       .one = (double)wrd_power_of_ten(GRID),
                                       .confidence = 0.95 };
    memset(sums, 0, sizeof sums);
    for (size_t i = 0; i < sample->n; i++) {
        const double value = number(cell(sample, i, variable));
        const double *at = bsearch(&value, y, n_values, sizeof *y, by_value);
        wrd_sums_add(&sums[sample->stratum[i] * n_values + (size_t)(at - y)], sample->weight[i]);
    }
    for (int quarter = 1; quarter <= 3; quarter++) {
        print_quantile(&domain, y, variable, quarter / 4.0, WRD_QUANTILE_MATH);
        print_quantile(&domain, y, variable, quarter / 4.0, WRD_QUANTILE_SCHOOL);
    }
}

int main(int argc, char **argv)
{
    static struct sample sample;
    if (argc < 6)
        die("use: quantiles DATA.csv STRATUM WEIGHT POPULATION", "VARIABLE...");
    sample.sheet = sheet_load("", argv[1]);
    sample.n = sample.sheet.n - 1;
    if (sample.n > MOST_ROWS)
        die("too many rows in", argv[1]);
    find_strata(&sample, argv[2]);
    find_weights(&sample, argv[3]);
    find_fractions(&sample, argv[4]);
    puts("variable,rule,p,quantile,ci.2.5,ci.97.5,se");
    for (int v = 5; v < argc; v++)
        print_quartiles(&sample, argv[v]);
    free(sample.sheet.rows);
    return 0;
}
