/* test_meta.c - METHOD 7.25 beside R 4.2.2 with metafor 3.8-1.
 *
 *   f <- rma(y, v, method = "FE")                                     f$beta, f$se, f$QE
 *   d <- rma(y, v, method = "DL"); d$tau2
 *   h <- rma(y, v, method = "PM", test = "knha", control = list(tol = 1e-15))
 *   rstudent(rma(y, v, method = "PM", ...))$z                         each beside the others
 *   blup(rma(y, v, method = "PM", ...))$pred                          drawn towards the mean
 *
 * The first case is published: dat.bcg of Colditz et al. (1994), JAMA 271, 698-702, log risk ratios. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "stats/meta.h"
#include "support/close.h"

enum { MOST = 13 };

static const struct {
    const char *name;
    size_t k;
    double y[MOST], v[MOST];
    struct wrd_meta want;
    double z[MOST], shrunken[MOST];
} cases[] = {
    { "thirteen trials of a vaccine (dat.bcg)",
      13,
      { -0.889311333920205, -1.58538865720143, -1.34807314829969, -1.44155119002131,
        -0.217547322211296, -0.786115585818864, -1.62089822359839, 0.0119523335238405,
        -0.469417648738149, -1.37134480347278, -0.339358828338391, 0.445913400571379,
        -0.0173139482168798 },
      { 0.325584765003961, 0.194581121398144, 0.415367965367965, 0.0200100319022476,
        0.0512101721696309, 0.00690561845590876, 0.223017247572315, 0.00396157929781773,
        0.056434210463249, 0.0730247936130289, 0.0124122139715597, 0.532505845200153,
        0.0714046596839863 },
      { -0.430285163654091, 0.0404987517108638, 152.233008082373, 0.318068452205024,
        0.308760262862376, 0.923303379541533, -0.714968153493444, 0.180892191537624,
        -1.10909838120224, -0.320837925784648, 0.001919271831278 },
      { -0.213196807074024, -1.28735859129403, -0.746531044768859, -1.38557769328611,
        0.846988647562941, -0.118710187840057, -1.30175018076294, 1.424111669697, 0.407167676659578,
        -1.10932555254402, 0.670318522313085, 1.29829005242876, 1.18787297494855 },
      { -0.80112179037154, -1.25501210678506, -0.989526003303586, -1.39854653156472,
        -0.286527774177223, -0.784603720516018, -1.24750445102052, 0.00300983477896231,
        -0.506419919338805, -1.24878638573051, -0.353465987366709, -0.280861691281747,
        -0.145219468737308 } },
    { "five places with an index each",
      5,
      { 61, 64, 58, 70, 66 },
      { 4, 3, 5, 2.5, 6 },
      { 64.5802469135802, 0.86066296582387, 24.0621399176955, 17.4305436516374, 19.0582486317436,
        0.821018638152284, 63.9095649623535, 2.07147987211492, 58.1582148109043, 69.6609151138027,
        6.57620040698552e-06 },
      { -0.646568169649565, 0.0255017736497802, -1.64867264699097, 2.19340995943719,
        0.436667896956786 },
      { 61.543068810507, 63.9867206121596, 59.317303105563, 69.2360425355048, 65.4646897480331 } },
    { "four that differ by less than chance: no tau2, and all are drawn to the mean",
      4,
      { 61, 61.5, 61.2, 60.8 },
      { 4, 3, 5, 2.5 },
      { 61.1070422535212, 0.919277119553844, 0.0937746478873248, 0, 0, 0, 61.1070422535212,
        0.16252813224509, 60.5898051995531, 61.6242793074892, 4.14926841303846e-08 },
      { -0.0602643405710839, 0.267688253064083, 0.0456040857060644, -0.238675799462428 },
      { 61.1070422535212, 61.1070422535212, 61.1070422535212, 61.1070422535212 } },
};

static void check_meta(const struct wrd_meta *got, const struct wrd_meta *want)
{
    assert_close(got->fixed, want->fixed, 1e-12);
    assert_close(got->fixed_se, want->fixed_se, 1e-12);
    assert_close(got->q, want->q, 1e-12);
    assert_close(got->tau2, want->tau2, 1e-11);
    assert_close(got->tau2_first, want->tau2_first, 1e-12);
    assert_close(got->i2, want->i2, 1e-12);
    assert_close(got->mean, want->mean, 1e-12);
    assert_close(got->se, want->se, 1e-11);
    assert_close(got->lo, want->lo, 1e-11);
    assert_close(got->hi, want->hi, 1e-11);
    assert_close(got->p, want->p, 1e-12);
}

static void test_metafor(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double z[MOST], p[MOST], shrunken[MOST];
        print_message("  %s\n", cases[i].name);
        const struct wrd_meta meta = wrd_meta_of(cases[i].y, cases[i].v, cases[i].k, 0.95);
        check_meta(&meta, &cases[i].want);
        wrd_meta_others(cases[i].y, cases[i].v, cases[i].k, z, p);
        wrd_meta_shrink(cases[i].y, cases[i].v, cases[i].k, &meta, shrunken);
        for (size_t m = 0; m < cases[i].k; m++) {
            assert_close(z[m], cases[i].z[m], 1e-11);
            assert_close(p[m], erfc(fabs(cases[i].z[m]) / sqrt(2)), 1e-11);
            assert_close(shrunken[m], cases[i].shrunken[m], 1e-11);
        }
    }
}

/* By hand, with V = 1 for all: tau2 is the variance less 1, and both estimates of it are that. */
static void test_by_hand(void **state)
{
    const double y[] = { 0, 2, 4, 6 }, v[] = { 1, 1, 1, 1 };
    const struct wrd_meta meta = wrd_meta_of(y, v, 4, 0.95);
    (void)state;
    print_message("  0 2 4 6 with V = 1: Q = 20, tau2 = 20/3 - 1, I2 = 17/20, SE = sqrt(20/3/4)\n");
    assert_close(meta.q, 20, 1e-14);
    assert_close(meta.tau2, 17.0 / 3, 1e-14);
    assert_close(meta.tau2_first, 17.0 / 3, 1e-14);
    assert_close(meta.i2, 0.85, 1e-14);
    assert_close(meta.mean, 3, 1e-14);
    assert_close(meta.se, sqrt(5.0 / 3), 1e-14);
}

static void test_order(void **state)
{
    (void)state;
    print_message("  whichever place is named first, the same bits\n");
    const struct wrd_meta want = wrd_meta_of(cases[0].y, cases[0].v, MOST, 0.95);
    for (size_t from = 1; from < MOST; from++) {
        double y[MOST], v[MOST], z[MOST], p[MOST], first[MOST], first_p[MOST];
        for (size_t i = 0; i < MOST; i++) {
            y[i] = cases[0].y[(i + from) % MOST];
            v[i] = cases[0].v[(i + from) % MOST];
        }
        const struct wrd_meta meta = wrd_meta_of(y, v, MOST, 0.95);
        assert_memory_equal(&meta, &want, sizeof meta);
        wrd_meta_others(cases[0].y, cases[0].v, MOST, first, first_p);
        wrd_meta_others(y, v, MOST, z, p);
        for (size_t i = 0; i < MOST; i++)
            assert_true(z[i] == first[(i + from) % MOST]);
    }
}

static const struct {
    const char *name;
    size_t k;
    double y[5], v[5];
} refused[] = {
    { "three places are too few", 3, { 61, 64, 58 }, { 4, 3, 5 } },
    { "nobody", 0, { 0 }, { 0 } },
    { "a place that counted everybody has no variance", 4, { 61, 64, 58, 70 }, { 4, 0, 5, 2 } },
    { "a variance that is not known", 4, { 61, 64, 58, 70 }, { 4, NAN, 5, 2 } },
    { "a figure that is not known", 4, { 61, INFINITY, 58, 70 }, { 4, 3, 5, 2 } },
};

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        double z[5], p[5];
        print_message("  %s\n", refused[i].name);
        const struct wrd_meta meta = wrd_meta_of(refused[i].y, refused[i].v, refused[i].k, 0.95);
        const struct wrd_meta none = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
        check_meta(&meta, &none);
        wrd_meta_others(refused[i].y, refused[i].v, refused[i].k, z, p);
        for (size_t m = 0; m < refused[i].k; m++)
            assert_true(isnan(z[m]) && isnan(p[m]));
    }
}

static void test_all_alike(void **state)
{
    const double y[] = { 62.1, 62.1, 62.1, 62.1 }, v[] = { 4, 3, 5, 2.5 };
    const struct wrd_meta meta = wrd_meta_of(y, v, 4, 0.95);
    (void)state;
    print_message("  all the same: the mean is that figure, exactly, and nothing is tested\n");
    assert_true(meta.fixed == 62.1 && meta.mean == 62.1 && meta.q == 0 && meta.tau2 == 0);
    assert_true(meta.se == 0 && meta.lo == 62.1 && isnan(meta.p));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_metafor),   cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_order),     cmocka_unit_test(test_refused),
        cmocka_unit_test(test_all_alike),
    };
    return cmocka_run_group_tests_name("meta", tests, NULL, NULL);
}
