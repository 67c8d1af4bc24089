/* test_domain_nist.c - mean and standard deviation against the certified values of NIST.
 *
 * NIST StRD, Univariate Summary Statistics (public domain).  The four "accuracy" sets are made here
 * from their definition; the others are read from ../shared/data/nist where that is, and visibly
 * skipped where it is not.  `digits` is -log10 of the relative error that must be reached, at most
 * 15; where it is less, the data themselves cannot be held better in a double (NumAcc4: 10000000.2
 * has 8 digits left for a spread of 0.1).  The sets that are made are asked a second time as whole
 * numbers of their last decimal, which a double holds: then it is 15 for all. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "stats/domain.h"

enum { MAX_N = 5000 };

static const struct {
    const char *name;
    uint64_t n;
    double mean, sd;
    double sd_digits;
    const char *made[3]; /* NumAcc: first, then the two that take turns; NULL: from the file */
} sets[] = {
    { "Lew", 200, -177.435, 277.332168044316, 15, { NULL } },
    { "Lottery", 218, 518.958715596330, 291.699727470969, 15, { NULL } },
    { "Mavro", 50, 2.001856, 0.000429123454003053, 13, { NULL } },
    { "Michelso", 100, 299.8524, 0.0790105478190518, 13.5, { NULL } },
    { "NumAcc1", 3, 10000002, 1, 15, { "10000002", "10000001", "10000003" } },
    { "NumAcc2", 1001, 1.2, 0.1, 15, { "1.2", "1.1", "1.3" } },
    { "NumAcc3", 1001, 1000000.2, 0.1, 9.4, { "1000000.2", "1000000.1", "1000000.3" } },
    { "NumAcc4", 1001, 10000000.2, 0.1, 8.2, { "10000000.2", "10000000.1", "10000000.3" } },
    { "PiDigits", 5000, 4.5348, 2.86733906028871, 15, { NULL } },
};

static double digits(double got, double certified)
{
    double error = fabs(got - certified) / fabs(certified);
    return error < 1e-15 ? 15 : -log10(error);
}

static int by_value(const void *a, const void *b)
{
    return wrd_decimal_compare(*(const struct wrd_decimal *)a, *(const struct wrd_decimal *)b);
}

/* As a frame has them, or as whole numbers of the last decimal. */
enum form { AS_DOUBLE, AS_WHOLE };

/* Distinct values in rising order with how often each occurs. */
static size_t distinct(struct wrd_decimal *all, size_t n, enum form form, double *y,
                       struct wrd_sums *sums)
{
    size_t values = 0;
    qsort(all, n, sizeof *all, by_value);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || wrd_decimal_compare(all[i], all[i - 1]) != 0) {
            y[values] = form == AS_WHOLE ? (double)all[i].units : wrd_decimal_double(all[i]);
            sums[values++] = (struct wrd_sums){ 0 };
        }
        wrd_sums_add(&sums[values - 1], 100000000);
    }
    return values;
}

static void check_set(size_t set, struct wrd_decimal *all, size_t n, enum form form)
{
    static double y[MAX_N];
    static struct wrd_sums sums[MAX_N];
    uint64_t count = n;
    size_t values = distinct(all, n, form, y, sums);
    struct wrd_domain domain = { .sums = sums,
                                 .n_strata = 1,
                                 .stride = values,
                                 .n_values = values,
                                 .stratum_n = &count,
                                 .domain_n = &count,
                                 .one = 1e8,
                                 .confidence = 0.95 };
    struct wrd_estimate got;
    assert_int_equal(wrd_domain_mean(&domain, y, -INFINITY, INFINITY, &got), WRD_OK);
    double sd = wrd_domain_sd(&domain, y);
    double unit = form == AS_WHOLE ? (double)wrd_power_of_ten(all[0].decimals) : 1;
    double of_mean = digits(got.value / unit, sets[set].mean);
    double of_sd = digits(sd / unit, sets[set].sd);
    print_message("  %-8s digits of the mean %.1f, of the standard deviation %.1f%s\n",
                  sets[set].name, of_mean, of_sd, form == AS_WHOLE ? " (whole numbers)" : "");
    assert_int_equal(got.n, sets[set].n);
    assert_true(of_mean >= 15);
    assert_true(of_sd >= (form == AS_WHOLE ? 15 : sets[set].sd_digits));
    /* Simple random sampling: SE = sd / sqrt(n). */
    assert_true(digits(got.se, sd / sqrt((double)n)) >= 13);
}

static struct wrd_decimal decimal(const char *text, size_t len)
{
    struct wrd_decimal number;
    assert_true(wrd_decimal_read(text, len, '.', &number));
    return number;
}

static void test_made_sets(void **state)
{
    (void)state;
    static struct wrd_decimal all[MAX_N];
    for (size_t set = 0; set < sizeof sets / sizeof *sets; set++) {
        if (!sets[set].made[0])
            continue;
        for (size_t i = 0; i < sets[set].n; i++) {
            const char *text = sets[set].made[i == 0 ? 0 : i % 2 ? 1 : 2];
            all[i] = decimal(text, strlen(text));
        }
        check_set(set, all, sets[set].n, AS_DOUBLE);
        check_set(set, all, sets[set].n, AS_WHOLE);
    }
}

/* A header, then a number a line. */
static size_t read_set(FILE *file, struct wrd_decimal *all)
{
    char line[64];
    size_t n = 0;
    assert_non_null(fgets(line, sizeof line, file));
    while (n < MAX_N && fgets(line, sizeof line, file)) {
        size_t len = strcspn(line, "\r\n");
        if (len > 0)
            all[n++] = decimal(line, len);
    }
    return n;
}

static void test_sets_from_files(void **state)
{
    (void)state;
    static struct wrd_decimal all[MAX_N];
    for (size_t set = 0; set < sizeof sets / sizeof *sets; set++) {
        char path[80];
        snprintf(path, sizeof path, "../shared/data/nist/%s.csv", sets[set].name);
        FILE *file = fopen(path, "r");
        if (!file) {
            print_message("  %s is not here\n", path);
            skip();
        }
        size_t n = read_set(file, all);
        fclose(file);
        check_set(set, all, n, AS_DOUBLE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_made_sets),
        cmocka_unit_test(test_sets_from_files),
    };
    return cmocka_run_group_tests_name("domain nist", tests, NULL, NULL);
}
