/* compare.c - the internal figures of a run beside reference values from outside.
 *
 *   compare golden|tests|weights|rse   expected.csv      INTERNAL DESIGN       (a line of golden/designs.txt)
 *   compare tests    tests.csv         INTERNAL DESIGN
 *   compare weights  weights.csv       INTERNAL DESIGN
 *   compare golden-scales scales.csv   INTERNAL DESIGN
 *   compare rse      ref_rse.csv       INTERNAL COUNTRY [OURS]  (2016_uk, 2017_nl, ...)
 *   compare bfi      ref_bfi.csv       INTERNAL bfi [OURS]
 *   compare starwars ref_starwars.csv INTERNAL starwars
 *   compare carpentries ref_carpentries.csv INTERNAL carpentries_post
 *   compare apistrat ref_apistrat.csv  INTERNAL CASE [OURS [LOGIT]]
 *
 * OURS is a sheet with the key of the reference, `value` and `reason`: where our rule is not R's, the
 * value that R gives under our rule.  Both are printed and ours is compared.  LOGIT is the internal
 * folder of the same study with logit intervals.
 *
 * Prints, for each block of the reference, how many values were compared, how many agree to 1e-9
 * (relative; 1e-12 absolute near 0), the largest difference, and what the reference holds that was
 * not compared, with the reason.  Omega is asked to agree to 1e-6.  Exit 0: all compared values agree and
 * there were some; 1: not; 2: wrong use or an unreadable file.
 *
 * Shares nothing with the program that it checks. */
#include "parts/account.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct kind {
    const char *name;
    ask_fn *ask;
    const char *key, *prefix, *suffix; /* rows whose column `key` is prefix CASE suffix */
    const char *block;                 /* column that names the block */
    const char *quantity;
} kinds[] = {
    { "golden", golden_question, "design", "", "", "statistic", "column" },
    { "tests", golden_test_question, "design", "", "", "test", "column" },
    { "weights", golden_weight_question, "design", "", "", "design", "line" },
    { "golden-scales", golden_scale_question, "design", "", "", "column", "item" },
    { "rse", rse_question, "case", "rse_", "", "block", "quantity" },
    { "bfi", bfi_question, "case", "", "", "block", "quantity" },
    { "starwars", starwars_question, "case", "", "", "block", "quantity" },
    { "carpentries", carpentries_question, "case", "", "", "block", "quantity" },
    { "apistrat", apistrat_question, "case", "", "", "block", "quantity" },
};

static const struct kind *kind_of(const char *name)
{
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (is(kinds[k].name, name))
            return &kinds[k];
    die("unknown kind", name);
}

/* Rows of a case that no study of ours has are accounted for with one that it has: weights that we cannot
 * have with the raw ones, a scale that nobody turned round with the scale, two years with the last. */
static bool belongs(const char *name, const char *wanted)
{
    static const char *const guests[][2] = { { "_calibrate_", "apistrat_raw" },
                                             { "bfi_noreverse", "bfi" },
                                             { "rse_trend", "rse_2017_uk" } };
    for (size_t i = 0; i < sizeof guests / sizeof *guests; i++)
        if (strstr(name, guests[i][0]) && is(wanted, guests[i][1]))
            return true;
    return is(name, wanted);
}

/* The row of `ours` with the key of a row of the reference, or NULL. */
static const struct sheet_row *our_row(const struct sheet *ours, const struct sheet *reference,
                                       const struct sheet_row *row)
{
    static const char *const key[] = { "case", "block", "variable", "group", "level", "quantity" };
    for (size_t i = 1; i < ours->n; i++) {
        size_t same = 0;
        for (size_t k = 0; k < sizeof key / sizeof *key; k++)
            same += is(sheet_at(ours, &ours->rows[i], key[k]), sheet_at(reference, row, key[k]));
        if (same == sizeof key / sizeof *key)
            return &ours->rows[i];
    }
    return NULL;
}

static const char *wanted_value(const struct sheet *ours, const struct sheet *reference,
                                const struct sheet_row *row)
{
    const struct sheet_row *other = our_row(ours, reference, row);
    const char *theirs = sheet_at(reference, row, "value");
    if (!other)
        return theirs;
    const char *value = sheet_at(ours, other, "value");
    printf("  %s %s %s %s %s: R %s, ours %s: %s\n", sheet_at(reference, row, "block"),
           sheet_at(reference, row, "variable"), sheet_at(reference, row, "group"),
           sheet_at(reference, row, "level"), sheet_at(reference, row, "quantity"), theirs, value,
           sheet_at(ours, other, "reason"));
    return value;
}

static void account_row(struct account *account, const struct kind *kind,
                        const struct sheet *reference, const struct sheet_row *row,
                        const struct sheet *ours, const struct answers *answers)
{
    const char *block = sheet_at(reference, row, kind->block);
    struct question q = kind->ask(reference, row);
    if (q.reason && !q.looked_at) {
        account_leave_out(account, block, sheet_at(reference, row, kind->quantity), q.reason, -1);
        return;
    }
    const double got = answers_find(answers, &q);
    const double want = strtod(wanted_value(ours, reference, row), NULL);
    if (q.reason)
        account_leave_out(account, block, sheet_at(reference, row, kind->quantity), q.reason,
                          difference(got, want));
    else
        account_compare(account, block, &q, got, want);
}

int main(int argc, char **argv)
{
    static struct account account;
    if (argc < 5 || argc > 7)
        die("use: compare KIND REFERENCE INTERNAL CASE", "[OURS [LOGIT]]");
    const struct kind *kind = kind_of(argv[1]);
    struct sheet reference = sheet_load("", argv[2]), ours = { NULL, 0 };
    struct answers answers = answers_load(argv[3], argc > 6 ? argv[6] : NULL);
    if (argc > 5)
        ours = sheet_load("", argv[5]);
    char wanted[SHEET_LINE];
    snprintf(wanted, sizeof wanted, "%s%s%s", kind->prefix, argv[4], kind->suffix);
    for (size_t i = 1; i < reference.n; i++) {
        const struct sheet_row *row = &reference.rows[i];
        if (belongs(sheet_at(&reference, row, kind->key), wanted))
            account_row(&account, kind, &reference, row, &ours, &answers);
    }
    const bool agrees = account_print(&account); /* its texts are in the rows */
    free(reference.rows);
    free(ours.rows);
    answers_free(&answers);
    return agrees ? 0 : 1;
}
