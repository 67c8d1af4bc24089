/* test_domain.c - means, shares, their standard errors and intervals: by hand and against R.
 *
 * R is 4.2.2 with survey 4.1-1.  The golden mini data set (24 respondents) stands in
 * tests/reference/golden/, where make.R computes the same values again:
 *   D0 = svydesign(~1, strata = ~str, weights = ~w, data = d);  S = svydesign(~1, weights = ~w,
 * data = d) mean   svymean(~a1, subset(D0, g == 1), na.rm = TRUE, deff = "replace");
 * degf(subset(D0, g == 1)) share  on the valid cases, v = subset(D0, !is.na(a1)): svymean(~I(a1 >=
 * 4), v), and for the interval svyciprop(~I(a1 >= 4), v, method = "beta") with n* held down to
 * nrow(v) */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "stats/quantile.h"
#include "support/close.h"
#include "support/people.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const double one_to_eight[MAX_VALUES] = { 1, 2, 3, 4, 5, 6, 7, 8 };
static const uint8_t four_or_five[MAX_VALUES] = { 0, 0, 0, 1, 1, 0, 0, 0 };

static const double g_weight[3] = { 5, 7.5, 12.5 };
static const int g_group[24] = { 2, 2, 2, 2, 1, 2, 2, 1, 2, 2, 2, 2,
                                 1, 1, 1, 2, 1, 2, 2, 2, 2, 2, 1, 1 };
static const int g_a1[24] = {
    3, 3, 2, 3, 3, 2, 4, 2, 4, 3, 0, 5, 3, 3, 5, 4, 3, 5, 4, 4, 5, 4, 3, 5
};
static const int g_a2[24] = {
    4, 4, 3, 3, 3, 3, 4, 3, 3, 3, 3, 4, 3, 3, 3, 5, 4, 4, 3, 4, 5, 3, 4, 4
};

enum { EVERYBODY = 0, NOT_A = -1, GROUP_1_NOT_A = -2 };

static bool is_outside(int i, int domain)
{
    if (domain > 0)
        return g_group[i] != domain;
    if (domain == GROUP_1_NOT_A)
        return g_group[i] != 1 || i < 8;
    return domain == NOT_A && i < 8;
}

static struct wrd_domain golden(struct people *people, const int *item, int domain, bool stratified)
{
    struct person persons[24];
    for (int i = 0; i < 24; i++)
        persons[i] = (struct person){ .stratum = stratified ? i / 8 : 0,
                                      .w = g_weight[i / 8],
                                      .y = item[i] == 0 ? MISSING : item[i] - 1,
                                      .outside = is_outside(i, domain) };
    return people_count(people, persons, 24);
}

static const struct {
    const char *name;
    const int *item;
    int domain;
    bool stratified;
    uint64_t n;
    double mean, se, df, lo, hi, deff, sd, n_effective;
} means[] = {
    { "a1, S: df counts the one who skipped it", g_a1, EVERYBODY, false, 23, 3.7662337662337664,
      0.20504965231051242, 23, 3.3420562424678453, 4.1904112899996875, 1.0506346084842548,
      0.95939423381633626, 20.098305084745764 },
    { "a1, D0", g_a1, EVERYBODY, true, 23, 3.7662337662337664, 0.18609047274183954, 21,
      3.3792374427479182, 4.1532300897196146, 0.86533029094605463, 0.95939423381633626,
      20.098305084745764 },
    { "a2, S", g_a2, EVERYBODY, false, 24, 3.625, 0.1473958733420338, 23, 3.3200884048666399,
      3.9299115951333601, 1.150359712230216, 0.67324651470707031, 21.05263157894737 },
    { "a2, D0", g_a2, EVERYBODY, true, 24, 3.625, 0.14283481968443729, 21, 3.3279587314750625,
      3.9220412685249375, 1.0802672147995889, 0.67324651470707031, 21.05263157894737 },
    { "a1 in group 1, S", g_a1, 1, false, 8, 3.5, 0.3711537444790452, 7, 2.6223608547353781,
      4.3776391452646219, 1.0000000000000002, 1.0497813183356479, 7.127272727272727 },
    { "a1 in group 1, D0: those outside stay in their stratum", g_a1, 1, true, 8, 3.5,
      0.38263605404382295, 5, 2.5164027098153938, 4.4835972901846066, 1.0628306878306877,
      1.0497813183356479, 7.127272727272727 },
    { "a1 in group 2, D0", g_a1, 2, true, 15, 3.9183673469387754, 0.19193058997297932, 13,
      3.5037265161447393, 4.333008177732812, 0.67077504272100419, 0.90761440485236888,
      12.978378378378379 },
    { "a2 in group 2, S", g_a2, 2, false, 16, 3.6730769230769229, 0.20393567384449215, 15,
      3.2383983237376537, 4.1077555224161921, 1.1821167678580735, 0.75027936940175921,
      13.938144329896907 },
    { "a stratum without members of the domain gives no df", g_a1, GROUP_1_NOT_A, true, 6,
      3.666666666666667, 0.42413934018690119, 4, 2.4890670716829231, 4.8442662616504109,
      1.0119047619047619, 1.0327955589886444, 5.6470588235294121 },
};

static void test_means_as_in_r(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(means); i++) {
        struct people people;
        struct wrd_domain domain =
            golden(&people, means[i].item, means[i].domain, means[i].stratified);
        struct wrd_estimate got;
        print_message("  %s\n", means[i].name);
        assert_int_equal(wrd_domain_mean(&domain, one_to_eight, -INFINITY, INFINITY, &got), WRD_OK);
        assert_int_equal(got.n, means[i].n);
        assert_close(got.value, means[i].mean, 1e-13);
        assert_close(got.se, means[i].se, 1e-13);
        assert_close(got.df, means[i].df, 0);
        assert_close(got.lo, means[i].lo, 1e-12);
        assert_close(got.hi, means[i].hi, 1e-12);
        assert_close(got.deff, means[i].deff, 1e-12);
        assert_close(got.n_effective, means[i].n_effective, 1e-13);
        assert_close(wrd_domain_sd(&domain, one_to_eight), means[i].sd, 1e-13);
    }
}

static const struct {
    const char *name;
    const int *item;
    int domain;
    bool stratified;
    double share, se, df, lo, hi, deff;
} shares[] = {
    { "a1, S: df of the 23 who answered", g_a1, EVERYBODY, false, 0.5714285714285714,
      0.11034503246015621, 22, 0.33511010938471425, 0.78599886666130736, 1.0938130192788582 },
    { "a1, D0", g_a1, EVERYBODY, true, 0.5714285714285714, 0.10429290777406454, 20,
      0.34691251617351027, 0.77625296711928871, 0.9771181199752631 },
    { "a2, S", g_a2, EVERYBODY, false, 0.52500000000000002, 0.11042654454038864, 23,
      0.29588717489293259, 0.74663082783734369, 1.1246616541353385 },
    { "a1 in group 1, D0", g_a1, 1, true, 0.2857142857142857, 0.18430003269863013, 5,
      0.019938498485104886, 0.77715086008115053, 1.1650510204081634 },
    { "a1 in group 2, D0: n* of 25.9 held down to 15; R alone gives .526 to .887", g_a1, 2, true,
      0.73469387755102045, 0.085402421122516878, 12, 0.45037545371460402, 0.92289658528264817,
      0.52385936059405458 },
    { "a2 in group 2, D0", g_a2, 2, true, 0.51923076923076927, 0.14146305699093323, 13,
      0.22711187074336261, 0.80185742614851463, 1.2024866159481542 },
    { "a stratum without members of the domain", g_a1, GROUP_1_NOT_A, true, 0.33333333333333337,
      0.2120696700934506, 4, 0.021949867787891771, 0.8445706122371317, 1.0119047619047619 },
};

static void test_shares_as_in_r(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(shares); i++) {
        struct people people;
        struct wrd_domain domain =
            golden(&people, shares[i].item, shares[i].domain, shares[i].stratified);
        struct wrd_estimate got;
        print_message("  %s\n", shares[i].name);
        assert_int_equal(wrd_domain_share(&domain, four_or_five, &got), WRD_OK);
        assert_close(got.value, shares[i].share, 1e-14);
        assert_close(got.se, shares[i].se, 1e-13);
        assert_close(got.df, shares[i].df, 0);
        assert_close(got.lo, shares[i].lo, 1e-12);
        assert_close(got.hi, shares[i].hi, 1e-12);
        assert_close(got.deff, shares[i].deff, 1e-12);
    }
}

/* Weights that differ within strata; R: d <- data.frame(st, w, y, x) as below,
 * u <- svydesign(~1, strata = ~st, weights = ~w, data = d), and subset(u, x == 1). */
static const double u_w[20] = { 1.25, 2.5,  .75, 3,   1, 2.25, 1.5, 4,   .5, 1,
                                2,    3.75, 1,   1.5, 2, 2.5,  3,   .25, .5, 1.75 };
static const int u_y[20] = { 1, 5, 2, 4, 4, 3, 3, 5, 1, 2, 2, 5, 4, 4, 5, 3, 1, 2, 5, 5 };
static const int u_x[20] = { 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1 };

static void unequal(struct person persons[20], bool domain)
{
    for (int i = 0; i < 20; i++)
        persons[i] = (struct person){ .stratum = i < 5    ? 0
                                                 : i < 12 ? 1
                                                          : 2,
                                      .w = u_w[i],
                                      .y = u_y[i] - 1,
                                      .outside = domain && !u_x[i] };
}

static void test_unequal_weights_as_in_r(void **state)
{
    (void)state;
    struct person persons[20];
    struct people people;
    struct wrd_estimate got;

    unequal(persons, false);
    struct wrd_domain all = people_count(&people, persons, 20);
    assert_int_equal(wrd_domain_mean(&all, one_to_eight, -INFINITY, INFINITY, &got), WRD_OK);
    assert_close(got.value, 3.6111111111111112, 1e-14);
    assert_close(got.se, 0.4001930376972489, 1e-13);
    assert_close(got.deff, 1.4792361612090636, 1e-12);
    assert_close(got.lo, 2.7667776060370199, 1e-12);
    assert_close(got.weight_sum, 36, 0);
    assert_close(wrd_domain_sd(&all, one_to_eight), 1.4715186446346755, 1e-13);
    assert_int_equal(wrd_domain_share(&all, four_or_five, &got), WRD_OK);
    assert_close(got.se, 0.13250440423538859, 1e-13);
    assert_close(got.lo, 0.29493662737652965, 1e-12);
    assert_close(got.hi, 0.83477055114836907, 1e-12);

    unequal(persons, true);
    struct wrd_domain some = people_count(&people, persons, 20);
    assert_int_equal(wrd_domain_mean(&some, one_to_eight, -INFINITY, INFINITY, &got), WRD_OK);
    assert_close(got.value, 3.7313432835820892, 1e-14);
    assert_close(got.se, 0.55090294104024196, 1e-13);
    assert_close(got.df, 6, 0);
    assert_close(got.deff, 1.022811405747472, 1e-12);
    assert_int_equal(wrd_domain_share(&some, four_or_five, &got), WRD_OK);
    assert_close(got.se, 0.19014068692562622, 1e-13);
    assert_close(got.lo, 0.20338185370288325, 1e-12);
    assert_close(got.hi, 0.94842206006445684, 1e-12);
}

/* Golden a2, rows 1, 12 and 20 of weight 0.  We leave them out of the sample: R with d[d$w > 0, ].
 */
static void test_weight_zero_is_not_in_the_sample(void **state)
{
    (void)state;
    struct person persons[24];
    struct people people;
    struct wrd_estimate got;
    for (int i = 0; i < 24; i++)
        persons[i] = (struct person){ i / 8, g_weight[i / 8], g_a2[i] - 1, false };
    persons[0].w = persons[11].w = persons[19].w = 0;

    struct wrd_domain domain = people_count(&people, persons, 24);
    assert_int_equal(wrd_domain_mean(&domain, one_to_eight, -INFINITY, INFINITY, &got), WRD_OK);
    assert_int_equal(got.n, 24);
    assert_close(got.value, 3.5714285714285712, 1e-14);
    assert_close(got.se, 0.16035674514745465, 1e-13);
    assert_close(got.df, 18, 0);
    assert_close(got.deff, 1.0862068965517244, 1e-12);
    assert_close(wrd_domain_sd(&domain, one_to_eight), 0.70508358167160379, 1e-13);
    assert_int_equal(wrd_domain_share(&domain, four_or_five, &got), WRD_OK);
    assert_close(got.df, 18, 0);
    assert_close(got.lo, 0.24090281498543659, 1e-12);
    assert_close(got.hi, 0.68593694378958059, 1e-12);

    /* R keeps them in n_h (svydesign with all 24 rows): the same sums with those n_h say so. */
    for (size_t h = 0; h < 3; h++)
        people.stratum_n[h] = 8;
    assert_int_equal(wrd_domain_mean(&domain, one_to_eight, -INFINITY, INFINITY, &got), WRD_OK);
    assert_close(got.se, 0.160694038245139, 1e-13);
}

static void test_by_hand(void **state)
{
    (void)state;
    /* 1, 2, 4 unweighted: mean 7/3, s^2 = 7/3, SE = sqrt(7/9); t(2) = 4.30265272974946 */
    const struct person three[] = { { 0, 1, 0, false }, { 0, 1, 1, false }, { 0, 1, 3, false } };
    struct people people;
    struct wrd_domain domain = people_count(&people, three, 3);
    struct wrd_estimate got;
    assert_int_equal(wrd_domain_mean(&domain, one_to_eight, 1, 5, &got), WRD_OK);
    assert_close(got.value, 7.0 / 3, 1e-15);
    assert_close(got.se, sqrt(7.0 / 9), 1e-15);
    assert_close(got.n_effective, 3, 0);
    assert_close(got.deff, 1, 1e-15);
    assert_close(got.lo, 1, 0); /* clipped: 7/3 - 4.30 * .88 is below 1 */
    assert_close(got.hi, 5, 0);
    assert_close(wrd_domain_sd(&domain, one_to_eight), sqrt(7.0 / 3), 1e-15);
    assert_int_equal(wrd_domain_mean(&domain, one_to_eight, -INFINITY, INFINITY, &got), WRD_OK);
    assert_close(got.hi - got.value, 4.3026527297494619 * sqrt(7.0 / 9), 1e-12);
}

static void test_a_share_of_nobody_or_everybody(void **state)
{
    (void)state;
    struct person persons[24];
    struct people people;
    struct wrd_estimate got;
    for (int i = 0; i < 24; i++)
        persons[i] = (struct person){ i / 8, g_weight[i / 8], 0, false };
    struct wrd_domain domain = people_count(&people, persons, 24);

    /* n* = 24 / 1.14 (Kish); R: qbeta(.975, 1, 24/1.14) */
    assert_int_equal(wrd_domain_share(&domain, four_or_five, &got), WRD_OK);
    assert_true(got.value == 0 && got.se == 0 && got.lo == 0);
    assert_close(got.n_effective, 24 / 1.14, 1e-14);
    assert_close(got.hi, 0.16072912838893327, 1e-12);
    assert_true(isnan(got.deff));

    const uint8_t lowest[MAX_VALUES] = { 1 };
    assert_int_equal(wrd_domain_share(&domain, lowest, &got),
                     WRD_OK); /* R: qbeta(.025, 24/1.14, 1) */
    assert_true(got.value == 1 && got.se == 0 && got.hi == 1);
    assert_close(got.lo, 0.83927087161106673, 1e-12);

    for (int i = 10; i < 24; i++) /* ten equal weights: R: qbeta(.975, 1, 10), Clopper-Pearson */
        persons[i].outside = true;
    for (int i = 0; i < 24; i++)
        persons[i].w = 3;
    domain = people_count(&people, persons, 24);
    assert_int_equal(wrd_domain_share(&domain, four_or_five, &got), WRD_OK);
    assert_close(got.hi, 0.30849710781876083, 1e-12);
}

static void test_strata_that_explain_a_share(void **state)
{
    (void)state;
    /* A share of exactly the respondents of stratum 0: its size is fixed by the design. */
    struct person persons[20];
    struct people people;
    struct wrd_estimate got;
    for (int i = 0; i < 20; i++)
        persons[i] = (struct person){ i < 7, i < 7 ? 1.1 : 2.3, i < 7 ? 4 : 0, false };
    struct wrd_domain domain = people_count(&people, persons, 20);
    assert_int_equal(wrd_domain_share(&domain, four_or_five, &got), WRD_OK);
    assert_close(got.value, 7.7 / 37.6, 1e-15);
    assert_true(got.se == 0);
    /* n* would be infinite: held down to n = 20; R: p <- 7.7/37.6; qbeta(.025, 20*p, 20*(1-p)+1) */
    assert_close(got.lo, 0.059978453591796439, 1e-12);
}

static void test_edges(void **state)
{
    (void)state;
    struct people people;
    struct wrd_estimate got = { .value = -1 };

    struct wrd_domain none = people_count(&people, NULL, 0);
    assert_int_equal(wrd_domain_mean(&none, one_to_eight, 0, 9, &got), WRD_EDOMAIN);
    assert_int_equal(wrd_domain_share(&none, four_or_five, &got), WRD_EDOMAIN);
    assert_true(isnan(wrd_domain_sd(&none, one_to_eight)));
    assert_true(isnan(wrd_domain_quantile(&none, one_to_eight, 0.5, WRD_QUANTILE_MATH)));

    const struct person skipped[] = { { 0, 1, MISSING, false }, { 0, 2, MISSING, false } };
    struct wrd_domain missing = people_count(&people, skipped, 2);
    assert_int_equal(wrd_domain_mean(&missing, one_to_eight, 0, 9, &got), WRD_EDOMAIN);

    const struct person zeros[] = {
        { 0, 0, 2, false }, { 0, 0, 4, false }, { 0, 2, MISSING, false }, { 0, 2, MISSING, false }
    };
    struct wrd_domain weightless = people_count(&people, zeros, 4);
    assert_int_equal(wrd_domain_mean(&weightless, one_to_eight, 0, 9, &got), WRD_EDOMAIN);
    assert_true(isnan(wrd_domain_quantile(&weightless, one_to_eight, 0.5, WRD_QUANTILE_MATH)));

    const struct person lone[] = { { 0, 1, 2, false }, { 0, 1, 3, false }, { 1, 1, 3, false } };
    struct wrd_domain alone = people_count(&people, lone, 3);
    assert_int_equal(wrd_domain_mean(&alone, one_to_eight, 0, 9, &got), WRD_EDOMAIN);
    assert_int_equal(wrd_domain_share(&alone, four_or_five, &got), WRD_EDOMAIN);
    assert_close(got.value, -1, 0); /* untouched */

    /* One in the domain: a mean without an interval, and no spread. */
    const struct person one[] = { { 0, 1, 2, false }, { 0, 1, 3, true }, { 0, 1, 3, true } };
    struct wrd_domain single = people_count(&people, one, 3);
    assert_int_equal(wrd_domain_mean(&single, one_to_eight, 0, 9, &got), WRD_OK);
    assert_true(got.value == 3 && got.se == 0 && got.df == 0 && isnan(got.lo) && isnan(got.hi));
    assert_true(isnan(got.deff) && isnan(wrd_domain_sd(&single, one_to_eight)));
    /* A share of one person is 0 or 1, with the limit of one throw: Beta(.975; 1, 1). */
    assert_int_equal(wrd_domain_share(&single, four_or_five, &got), WRD_OK);
    assert_true(got.value == 0 && got.lo == 0);
    assert_close(got.hi, 0.975, 1e-12);

    /* Two in the domain, each alone in a stratum: no degrees of freedom, so no interval. */
    const struct person two[] = {
        { 0, 1, 2, false }, { 0, 1, 2, true }, { 1, 1, 4, false }, { 1, 1, 2, true }
    };
    struct wrd_domain apart = people_count(&people, two, 4);
    assert_int_equal(wrd_domain_share(&apart, four_or_five, &got), WRD_OK);
    assert_true(got.value == 0.5 && got.se > 0 && got.df == 0 && isnan(got.lo) && isnan(got.hi));
}

static void test_equal_values_have_no_error(void **state)
{
    (void)state;
    /* 0.1 * w / w is not 0.1 for many w: the mean must be the value itself, the error exactly 0. */
    double tenths[MAX_VALUES] = { 0.7, 0.1 };
    for (int n = 2; n < 60; n++) {
        struct people people = { 0 };
        for (int i = 0; i < n; i++)
            people_add(&people, &(struct person){ i % 2, 1.0 / 3 * (1 + i % 7), 1, false });
        people_add(&people, &(struct person){ 0, 1, MISSING, false });
        people_add(&people, &(struct person){ 1, 1, 0, true });
        struct wrd_domain domain = people_domain(&people);
        struct wrd_estimate got;
        assert_int_equal(wrd_domain_mean(&domain, tenths, 0, 1, &got), WRD_OK);
        assert_true(got.value == 0.1 && got.se == 0 && got.lo == 0.1 && got.hi == 0.1);
        assert_true(wrd_domain_sd(&domain, tenths) == 0);
    }
}

static void test_strata_that_differ_by_a_billion(void **state)
{
    (void)state;
    /* Stratum 0: 0, 1; stratum 1: 1e9, 1e9 + 1, two each.  V = sum n/(n-1) sum (y - mean_h)^2 / 8^2
     * = 2 * 4/3 * 1 / 64, whatever the distance; the formula with squared sums gives 0 or worse. */
    const double y[MAX_VALUES] = { 0, 1, 1e9, 1e9 + 1 };
    struct people people = { 0 };
    for (int i = 0; i < 8; i++)
        people_add(&people, &(struct person){ i / 4, 1, i / 4 * 2 + i % 2, false });
    struct wrd_domain domain = people_domain(&people);
    struct wrd_estimate got;
    assert_int_equal(wrd_domain_mean(&domain, y, -INFINITY, INFINITY, &got), WRD_OK);
    assert_close(got.value, 500000000.5, 0);
    assert_close(got.se, sqrt(8.0 / 3 / 64), 1e-7);
}

static void test_quantiles(void **state)
{
    (void)state;
    /* R: svyquantile(~y, u, p, qrule = "math"), u as above */
    const struct {
        double p, y;
    } cases[] = { { .1, 1 }, { .25, 3 }, { .5, 4 }, { .75, 5 }, { .9, 5 } };
    struct person persons[20];
    struct people people;
    unequal(persons, false);
    struct wrd_domain domain = people_count(&people, persons, 20);
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_close(wrd_domain_quantile(&domain, one_to_eight, cases[i].p, WRD_QUANTILE_MATH), cases[i].y, 0);

    /* By hand: half of the weight lies at or below 2, so 2; never a value between two answers. */
    const struct person four[] = {
        { 0, .1, 0, false }, { 0, .2, 1, false }, { 0, .3, 4, false }, { 0, 0, 2, false }
    };
    domain = people_count(&people, four, 4);
    assert_close(wrd_domain_quantile(&domain, one_to_eight, 0.5, WRD_QUANTILE_MATH), 2, 0);
    assert_close(wrd_domain_quantile(&domain, one_to_eight, 0.51, WRD_QUANTILE_MATH), 5, 0);
    assert_close(wrd_domain_quantile(&domain, one_to_eight, 1, WRD_QUANTILE_MATH), 5, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_means_as_in_r),
        cmocka_unit_test(test_shares_as_in_r),
        cmocka_unit_test(test_unequal_weights_as_in_r),
        cmocka_unit_test(test_weight_zero_is_not_in_the_sample),
        cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_a_share_of_nobody_or_everybody),
        cmocka_unit_test(test_strata_that_explain_a_share),
        cmocka_unit_test(test_edges),
        cmocka_unit_test(test_equal_values_have_no_error),
        cmocka_unit_test(test_strata_that_differ_by_a_billion),
        cmocka_unit_test(test_quantiles),
    };
    return cmocka_run_group_tests_name("domain", tests, NULL, NULL);
}
