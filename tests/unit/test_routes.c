/* test_routes.c - routes and tasks: figures, pairs, what is named, who agrees.
 *
 * Figures from R 4.2.2, survey 4.1-1 and psych 2.2.9.  R: [n][3] indices of who has all three,
 *   P = svydesign(~1, weights = ~1, data = d);  S = svydesign(~1, strata = ~s, weights = ~w, data = d)
 *   R_r svymean(R[, r]); D_r svymean(R[, r] - rowMeans(R)); L svymean(rowMeans(R));
 *   pairs m = svymean(R[, a] - R[, b]); t = coef(m) / SE(m); 2 * pt(-abs(t), degf); p.adjust("holm")
 *   agreement svyciprop(~I(top == role), subset(P, base), method = "beta", df = degf(subset))
 *   kappa psych::cohen.kappa(table)$kappa, and of weights (po - pe) / (1 - pe) of the weighted table
 *   tasks svycontrast(svytotal(~y1 + y2 + v1 + v2), quote(y1 / v1 - y2 / v2)), v: has that task
 * What is named is by hand, from the rule. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/close.h"
#include "support/hand.h"
#include "support/said.h"
#include "waardering/joint.h"
#include "waardering/route.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { ROUTES = 3 };
static const char *const route_names[ROUTES] = { "x1", "x2", "x3" };
static const char *const roles[ROUTES] = { "Regisseur", "netwerker", "proces begeleider" };

static void routes_of(struct hand *hand, struct wrd_tables *tables)
{
    const struct wrd_frame *frame = &hand->frame;
    wrd_routes(hand->arena, &frame, 1, hand->diag, tables);
    wrd_tasks(hand->arena, &frame, 1, hand->diag, tables);
}

static void add_scale(struct hand *hand, size_t r, enum wrd_family family, unsigned needed)
{
    struct wrd_scale *scale = hand_scale(hand, route_names[r], needed);
    scale->family = family;
    scale->officer_role[WRD_NL] = roles[r];
    scale->officer_role[WRD_EN] = "";
}

/* Answers 1, 2, ... with these labels. */
static struct wrd_variable *add_role(struct hand *hand, const char *name,
                                     const char *const label[4], const char *answers)
{
    static const char *const codes[] = { "1", "2", "3", "4" };
    struct wrd_value values[5];
    for (size_t a = 0; a < 4; a++)
        values[a] = (struct wrd_value){ .code = codes[a],
                                        .label = { [WRD_NL] = label[a] },
                                        .reason = WRD_NO_REASON };
    values[4] = (struct wrd_value){ .code = "8", .reason = WRD_DONT_KNOW };
    return hand_single(hand, name, WRD_ROLE_OUTCOME, hand_list(hand, values, 5), answers);
}

static const char *const plain_labels[4] = { "regisseur: bepaalt", "Netwerker",
                                             "Proces  begeleider (samen)", "geen van deze" };

/* --- figures */

static const char *const items[2 * ROUTES] = {
    "5443524.353542", "4543534?445532", "3423413333.442",
    "233.423324422?", "4345432324.543", "444553231.4443",
};
static const char role_answers[] = "1132.821334113";

enum design { PLAIN, STRATIFIED };

static struct hand *survey_new(enum wrd_family family, enum design design, bool backwards)
{
    static const int64_t weight[] = { 1, 1, 2, 2, 3, 1, 1, 2, 2, 3, 1, 1, 2, 3 };
    static const char *const strata[] = { "s" };
    struct hand *hand = hand_new();
    const struct wrd_list *agree = hand_agree(hand);
    const size_t n = COUNT(weight);
    const char *texts[2 * ROUTES + 2] = { 0 };
    int64_t weights[COUNT(weight)];
    for (size_t t = 0; t < COUNT(texts); t++) {
        const char *from = t < 2 * ROUTES    ? items[t]
                           : t == 2 * ROUTES ? role_answers
                                             : "11111112222222";
        char *text = wrd_arena_text(hand->arena, from, n);
        for (size_t i = 0; i < n; i++) {
            text[i] = from[backwards ? n - 1 - i : i];
            weights[i] = weight[backwards ? n - 1 - i : i];
            if (t == 2 * ROUTES && text[i] == '8')
                text[i] = '?';
        }
        texts[t] = text;
    }
    static const char *const names[2 * ROUTES] = { "a", "b", "c", "d", "e", "f" };
    for (size_t r = 0; r < ROUTES; r++)
        add_scale(hand, r, family, r == 2 ? 2 : 0);
    for (size_t j = 0; j < 2 * ROUTES; j++)
        hand_item(hand, names[j], (int)(j / 2), false, agree, texts[j]);
    add_role(hand, "role", plain_labels, texts[2 * ROUTES]);
    hand_single(hand, "s", 0, hand_names(hand, "12"), texts[2 * ROUTES + 1]);
    if (design == STRATIFIED) {
        hand_weights(hand, 0, weights, n);
        hand_strata(hand, strata, 1);
    }
    return hand;
}

static const struct {
    const char *name;
    enum design design;
    double df;
    double route[ROUTES], route_se[ROUTES], shape[ROUTES], shape_se[ROUTES], level, level_se;
    double delta[3], t[3], p[3], holm[3];
    double agreement, agreement_se, lo, hi, kappa;
} figures[] = {
    { "unweighted",
      PLAIN,
      13,
      { 69.3181818181818, 44.3181818181818, 63.6363636363636 },
      { 7.33868296762048, 5.10325109164038, 8.0767785920152 },
      { 10.2272727272727, -14.7727272727273, 4.54545454545454 },
      { 4.13633511001297, 3.11326878757396, 5.34524414564888 },
      59.0909090909091,
      5.46993132697309,
      { 25, 5.68181818181818, -19.3181818181818 },
      { 4.99682438837448, 0.628720681086044, -2.50613229661682 },
      { 0.000244321146074132, 0.54042215640593, 0.0262830174012156 },
      { 0.000732963438222396, 0.54042215640593, 0.0525660348024311 },
      0.5,
      0.183449846426336,
      0.14693602376,
      0.85306397624,
      0.157894736842105 },
    { "weights and strata",
      STRATIFIED,
      12,
      { 66.4473684210526, 45.3947368421053, 65.1315789473684 },
      { 9.30133004066183, 6.39129521116454, 8.50145059271114 },
      { 7.45614035087719, -13.5964912280702, 6.14035087719298 },
      { 4.77746860025181, 2.58122524535685, 5.60621917193579 },
      58.9912280701754,
      6.80003514168473,
      { 21.0526315789474, 1.31578947368421, -19.7368421052632 },
      { 4.01135937840047, 0.130381625291653, -2.70188711510838 },
      { 0.00172606460167557, 0.898424669689999, 0.0192420753261589 },
      { 0.0051781938050267, 0.898424669689999, 0.0384841506523178 },
      0.461538461538462,
      0.207241428584832,
      0.085867554292,
      NAN,
      0.125 },
};

static void check_figure(const struct wrd_tables *tables, size_t joint, double value, double se,
                         double df)
{
    const struct wrd_figure *figure = &tables->joints.of[joint].figure;
    assert_close(figure->value, value, 1e-9);
    assert_close(figure->se, se, 1e-9);
    assert_close(figure->df, df, 1e-9);
    assert_int_equal(figure->n, 11);
}

static void check_figures(size_t c, const struct wrd_tables *tables)
{
    const struct wrd_routes *routes = &tables->routes[0];
    assert_int_equal(tables->n_routes, 1);
    assert_int_equal(routes->n, ROUTES);
    for (size_t r = 0; r < ROUTES; r++) {
        check_figure(tables, routes->route[r], figures[c].route[r], figures[c].route_se[r],
                     figures[c].df);
        check_figure(tables, routes->shape[r], figures[c].shape[r], figures[c].shape_se[r],
                     figures[c].df);
    }
    check_figure(tables, routes->level, figures[c].level, figures[c].level_se, figures[c].df);
    assert_int_equal(routes->highest, 0);
    assert_int_equal(routes->lowest, 1);
    const struct wrd_figure *spread = &tables->joints.of[routes->spread].figure;
    assert_close(spread->value, figures[c].delta[0], 1e-9);
    assert_close(spread->se, figures[c].delta[0] / figures[c].t[0], 1e-9);
    assert_close(routes->agreement.share.value, figures[c].agreement, 1e-9);
    assert_close(routes->agreement.share.se, figures[c].agreement_se, 1e-9);
    assert_close(routes->agreement.share.lo, figures[c].lo, 1e-9);
    if (!isnan(figures[c].hi))
        assert_close(routes->agreement.share.hi, figures[c].hi, 1e-9);
    assert_close(routes->agreement.kappa, figures[c].kappa, 1e-9);
    assert_int_equal(routes->agreement.share.n, 8);
}

static void check_tests(size_t c, const struct wrd_tables *tables)
{
    static const char *const a[] = { "x1", "x1", "x2" }, *const b[] = { "x2", "x3", "x3" };
    assert_int_equal(tables->tests.n, 4);
    assert_string_equal(tables->tests.of[3].group_variable, "role");
    assert_close(tables->tests.of[3].effect, figures[c].kappa, 1e-9);
    for (size_t i = 0; i < 3; i++) {
        const struct wrd_test *test = &tables->tests.of[i];
        assert_int_equal(test->kind, WRD_TEST_ROUTE);
        assert_string_equal(test->variable, "route");
        assert_string_equal(test->group_a, a[i]);
        assert_string_equal(test->group_b, b[i]);
        assert_close(test->effect, figures[c].delta[i], 1e-9);
        assert_close(test->statistic, figures[c].t[i], 1e-9);
        assert_close(test->p, figures[c].p[i], 1e-9);
        assert_close(test->p_adjusted, figures[c].holm[i], 1e-9);
    }
}

static void test_figures(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(figures); c++) {
        print_message("  %s\n", figures[c].name);
        struct hand *hand = survey_new(WRD_FAMILY_ROUTE, figures[c].design, false);
        struct wrd_tables *tables = hand_tables(hand);
        routes_of(hand, tables);
        check_figures(c, tables);
        check_tests(c, tables);
        char *text = said(hand->diag);
        assert_string_equal(text, "N0481 : \n");
        free(text);
        hand_free(hand);
    }
}

static void test_rows_backwards(void **state)
{
    (void)state;
    for (int design = PLAIN; design <= STRATIFIED; design++) {
        struct hand *one = survey_new(WRD_FAMILY_ROUTE, (enum design)design, false),
                    *other = survey_new(WRD_FAMILY_ROUTE, (enum design)design, true);
        struct wrd_tables *a = hand_tables(one), *b = hand_tables(other);
        routes_of(one, a);
        routes_of(other, b);
        for (size_t j = 0; j < a->joints.n; j++) {
            const struct wrd_figure *f = &a->joints.of[j].figure, *g = &b->joints.of[j].figure;
            assert_memory_equal(&f->value, &g->value, sizeof f->value);
            assert_memory_equal(&f->se, &g->se, sizeof f->se);
        }
        for (size_t t = 0; t < a->tests.n; t++)
            assert_memory_equal(&a->tests.of[t].p, &b->tests.of[t].p, sizeof(double));
        hand_free(one);
        hand_free(other);
    }
}

/* --- tasks */

static const struct {
    const char *name;
    enum design design;
    double delta[3], t[3], p[3], holm[3];
} tasks[] = {
    { "unweighted",
      PLAIN,
      { 22.9395604395604, 8.65384615384616, -14.2857142857143 },
      { 4.97308313973341, 1.04963345139804, -1.90678628594732 },
      { 0.000254799596643027, 0.313008769597049, 0.0788910259137755 },
      { 0.000764398789929081, 0.313008769597049, 0.157782051827551 } },
    { "weights and strata",
      STRATIFIED,
      { 20.5652173913043, 5.87474120082815, -14.6904761904762 },
      { 4.47784471113831, 0.632758180575201, -2.19936492545123 },
      { 0.000755253496265231, 0.538762545674579, 0.0481916936983582 },
      { 0.00226576048879569, 0.538762545674579, 0.0963833873967164 } },
};

static void test_tasks(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(tasks); c++) {
        print_message("  %s\n", tasks[c].name);
        struct hand *hand = survey_new(WRD_FAMILY_TASK, tasks[c].design, c % 2 == 0);
        struct wrd_tables *tables = hand_tables(hand);
        routes_of(hand, tables);
        assert_int_equal(tables->n_routes, 0);
        assert_int_equal(tables->n_tasks, 1);
        assert_int_equal(tables->tests.n, 3);
        for (size_t i = 0; i < 3; i++) {
            const struct wrd_test *test = &tables->tests.of[i];
            assert_int_equal(test->kind, WRD_TEST_T);
            assert_string_equal(test->group_variable, "task");
            assert_close(test->effect, tasks[c].delta[i], 1e-9);
            assert_close(test->statistic, tasks[c].t[i], 1e-9);
            assert_close(test->p, tasks[c].p[i], 1e-9);
            assert_close(test->p_adjusted, tasks[c].holm[i], 1e-9);
        }
        assert_true(tables->tasks[0].tested);
        assert_int_equal(tables->tasks[0].weakest, WRD_NO_TASK); /* x2 is not clearly below x3 */
        hand_free(hand);
    }
}

/* --- what is named */

static const struct {
    const char *name;
    const char *answers[ROUTES]; /* of one item each; NULL: there is no such route */
    size_t times;                /* the same again */
    enum wrd_route_verdict verdict;
    size_t named[2];
    bool faint;
    int weakest; /* of tasks */
} named[] = {
    { "one above all others",
      { "545454545454", "323232232323", "232323323232" },
      1,
      WRD_ROUTE_LEAD,
      { 0, 0 },
      false,
      WRD_NO_TASK },
    { "the order of the codebook does not matter",
      { "323232232323", "232323323232", "545454545454" },
      1,
      WRD_ROUTE_LEAD,
      { 2, 0 },
      false,
      WRD_NO_TASK },
    { "two above the third",
      { "121212122121", "545454545454", "455445544554" },
      1,
      WRD_ROUTE_MIXED,
      { 1, 2 },
      false,
      0 },
    { "all alike",
      { "324152435142", "231425514243", "324153425142" },
      1,
      WRD_ROUTE_NO_CLEAR,
      { 0, 0 },
      false,
      WRD_NO_TASK },
    { "clearly above, but by 4.2 points: no lead",
      { "433333", "333333", "222222" },
      10,
      WRD_ROUTE_MIXED,
      { 0, 1 },
      false,
      2 },
    { "by 8.3 points", { "433433", "333333", "222222" }, 10, WRD_ROUTE_LEAD, { 0, 0 }, false, 2 },
    { "above one of two",
      { "545454545454", "121212122121", "551155115511" },
      1,
      WRD_ROUTE_NO_CLEAR,
      { 0, 0 },
      false,
      WRD_NO_TASK },
    { "nine are too few",
      { "545454545", "323232232", "232323323" },
      1,
      WRD_ROUTE_UNTESTED,
      { 0, 0 },
      false,
      WRD_NO_TASK },
    { "everybody sees the same difference",
      { "4", "3", "2" },
      10,
      WRD_ROUTE_LEAD,
      { 0, 0 },
      false,
      2 },
    { "two routes have no mix",
      { "324152435142", "231425514243" },
      1,
      WRD_ROUTE_NO_CLEAR,
      { 0, 0 },
      false,
      WRD_NO_TASK },
    { "of two routes one leads",
      { "545454545454", "323232232323" },
      1,
      WRD_ROUTE_LEAD,
      { 0, 0 },
      false,
      1 },
    { "little visible",
      { "121212122121", "212121211212", "122112211221" },
      1,
      WRD_ROUTE_NO_CLEAR,
      { 0, 0 },
      true,
      WRD_NO_TASK },
};

static struct hand *plain_new(enum wrd_family family, const char *const answers[ROUTES],
                              size_t times)
{
    static const char *const names[ROUTES] = { "a", "b", "c" };
    struct hand *hand = hand_new();
    const struct wrd_list *agree = hand_agree(hand);
    for (size_t r = 0; r < ROUTES && answers[r]; r++) {
        const char *text = "";
        for (size_t t = 0; t < times; t++)
            text = wrd_arena_format(hand->arena, "%s%s", text, answers[r]);
        add_scale(hand, r, family, 0);
        hand_item(hand, names[r], (int)r, false, agree, text);
    }
    return hand;
}

static void test_named(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(named); c++) {
        print_message("  %s\n", named[c].name);
        struct hand *hand = plain_new(WRD_FAMILY_ROUTE, named[c].answers, named[c].times);
        struct wrd_tables *tables = hand_tables(hand);
        routes_of(hand, tables);
        const struct wrd_routes *routes = &tables->routes[0];
        assert_int_equal(routes->verdict, named[c].verdict);
        if (named[c].verdict == WRD_ROUTE_LEAD || named[c].verdict == WRD_ROUTE_MIXED)
            assert_int_equal(routes->named[0], named[c].named[0]);
        if (named[c].verdict == WRD_ROUTE_MIXED)
            assert_int_equal(routes->named[1], named[c].named[1]);
        assert_int_equal(routes->faint, named[c].faint);
        assert_null(routes->agreement.role);
        hand_free(hand);
    }
}

static void test_weakest(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(named); c++) {
        print_message("  %s\n", named[c].name);
        struct hand *hand = plain_new(WRD_FAMILY_TASK, named[c].answers, named[c].times);
        struct wrd_tables *tables = hand_tables(hand);
        routes_of(hand, tables);
        if (named[c].verdict != WRD_ROUTE_UNTESTED)
            assert_int_equal(tables->tasks[0].weakest, named[c].weakest);
        hand_free(hand);
    }
}

static void test_one_is_no_family(void **state)
{
    (void)state;
    static const char *const alone[ROUTES] = { "545454545454" };
    for (int family = WRD_FAMILY_TASK; family <= WRD_FAMILY_ROUTE; family++) {
        struct hand *hand = plain_new((enum wrd_family)family, alone, 1);
        struct wrd_tables *tables = hand_tables(hand);
        routes_of(hand, tables);
        assert_int_equal(tables->n_routes + tables->n_tasks, 0);
        hand_free(hand);
    }
}

/* --- which question names the role */

static const struct {
    const char *name;
    const char *label[4], *second[4]; /* second[0] NULL: one question */
    const char *found;                /* NULL: none */
    const char *says;
} asked[] = {
    { "labels begin with the role, in any letters",
      { "REGISSEUR: bepaalt", "netwerker", "Proces begeleider (samen)", "geen" },
      { 0 },
      "role",
      "N0481 : \n" },
    { "another word that begins alike",
      { "regisseurs", "netwerker", "proces begeleider", "geen" },
      { 0 },
      NULL,
      "" },
    { "a role that no answer names",
      { "regisseur", "netwerker", "begeleider", "geen" },
      { 0 },
      NULL,
      "" },
    { "a role that two answers name",
      { "regisseur", "netwerker", "proces begeleider", "regisseur, soms" },
      { 0 },
      NULL,
      "" },
    { "two questions",
      { "regisseur", "netwerker", "proces begeleider", "geen" },
      { "proces begeleider", "netwerker", "regisseur", "geen" },
      NULL,
      "N0480 : \n" },
};

static void test_role_question(void **state)
{
    (void)state;
    static const char *const answers[ROUTES] = { "545454545454", "323232232323", "232323323232" };
    for (size_t c = 0; c < COUNT(asked); c++) {
        print_message("  %s\n", asked[c].name);
        struct hand *hand = plain_new(WRD_FAMILY_ROUTE, answers, 1);
        add_role(hand, "role", asked[c].label, "123412341234");
        if (asked[c].second[0])
            add_role(hand, "second", asked[c].second, "123412341234");
        struct wrd_tables *tables = hand_tables(hand);
        routes_of(hand, tables);
        const struct wrd_outcome *role = tables->routes[0].agreement.role;
        char *text = said(hand->diag);
        assert_string_equal(text, asked[c].says);
        assert_true((role != NULL) == (asked[c].found != NULL));
        if (role)
            assert_string_equal(role->name, asked[c].found);
        free(text);
        hand_free(hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures),       cmocka_unit_test(test_rows_backwards),
        cmocka_unit_test(test_tasks),         cmocka_unit_test(test_named),
        cmocka_unit_test(test_weakest),       cmocka_unit_test(test_one_is_no_family),
        cmocka_unit_test(test_role_question),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
