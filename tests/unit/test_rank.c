/* test_rank.c - mid-ranks of groups, against R 4.2.2 and survey 4.1-1 on the golden mini data set: svyglm of our
 * own mid-ranks on the groups, which is what STATISTICS.md prints; not svyranktest, which breaks ties
 * by the order of the rows.
 *
 *   F <- sapply(y, function(t) sum(w[y < t]) + .5 * sum(w[y == t])) / sum(w)
 *   m <- svyglm(F ~ factor(g), design); b <- coef(m)[-1]; V <- vcov(m)[-1, -1]; k <- length(b)
 *   pf(drop(b %*% solve(V) %*% b) / k, k, degf(design) - k, lower.tail = FALSE) */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "stats/rank.h"
#include "support/close.h"
#include "support/golden_table.h"

static const struct {
    const char *name, *design, *value;
    double difference, se, t, df, p;
} pairs[] = {
    { "a2, weights alone (printed)", "S", golden_a2, .03296703296703295, .1140815746527079,
      .2889777167556868, 22, .7753039596794022 },
    { "a2, finite strata (printed)", "D", golden_a2, .03296703296703295, .1054997951958025,
      .3124843314230869, 20, .7579072431466645 },
    { "a1, strata, one missing", "D0", golden_a1, .1377551020408163, .1329161952972078,
      1.036405697084456, 19, .3130241985204358 },
    { "a4, organisations", "C", golden_a4, .09954407294832815, .08373346335833212,
      1.188820681193318, 8, .2685987559280243 },
    { "a3, finite strata", "D", golden_a3, -.1260714285714286, .1207976296598322,
      -1.043658132419051, 19, .3097413498672711 },
};

static void test_pairs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        for (int units = 0; units < 2; units++) {
            struct golden_table *t =
                golden_table_new(golden_g, pairs[i].value, pairs[i].design, units);
            struct wrd_contrast got;
            print_message("  %s, from %s\n", pairs[i].name, units ? "units" : "sums");
            assert_true(wrd_rank_pair(&t->table, golden_scores, &got));
            assert_close(got.difference, pairs[i].difference, 1e-13);
            assert_close(got.se, pairs[i].se, 1e-13);
            assert_close(got.t, pairs[i].t, 1e-12);
            assert_close(got.df, pairs[i].df, 0);
            assert_close(got.p, pairs[i].p, 1e-12);
            wrd_arena_free(t->arena);
        }
}

static const struct {
    const char *name, *design, *value;
    double f, df2, p;
} walds[] = {
    { "a2, weights alone (printed)", "S", golden_a2, 2.135476634293854, 21, .1431447867612684 },
    { "a1, finite strata", "D", golden_a1, 8.643387356640929, 18, .002338540326250375 },
    { "a3, strata", "D0", golden_a3, 3.834473661984821, 18, .04099963752874364 },
    { "a1, organisations", "C", golden_a1, 24.29648399265271, 7, .0007083919668902135 },
};

static void test_walds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof walds / sizeof *walds; i++)
        for (int units = 0; units < 2; units++) {
            struct golden_table *t =
                golden_table_new(golden_str, walds[i].value, walds[i].design, units);
            struct wrd_wald got;
            print_message("  %s, from %s\n", walds[i].name, units ? "units" : "sums");
            assert_true(wrd_rank_all(&t->table, golden_scores, &got));
            assert_close(got.f, walds[i].f, 1e-11);
            assert_close(got.df1, 2, 0);
            assert_close(got.df2, walds[i].df2, 0);
            assert_close(got.p, walds[i].p, 1e-11);
            wrd_arena_free(t->arena);
        }
}

/* Of two groups t and F are one test, and an empty group is no group. */
static void test_two_groups_or_more(void **state)
{
    struct golden_table *t = golden_table_new(golden_g, golden_a2, "C", false);
    struct golden_table *more = golden_table_new("333313333313333111333311", golden_a2, "C", false);
    struct golden_table *less = golden_table_new("111131111131111333111133", golden_a2, "C", false);
    struct wrd_contrast pair;
    struct wrd_wald wald, gap;
    (void)state;
    assert_true(wrd_rank_pair(&t->table, golden_scores, &pair));
    assert_true(wrd_rank_all(&t->table, golden_scores, &wald));
    assert_close(wald.f, pair.t * pair.t, 1e-13);
    assert_close(wald.df2, pair.df, 0);
    assert_close(wald.p, pair.p, 1e-13);
    assert_true(wrd_rank_all(&more->table, golden_scores, &wald));
    assert_true(wrd_rank_all(&less->table, golden_scores, &gap));
    assert_close(wald.df1, 1, 0);
    assert_close(gap.f, wald.f, 1e-13); /* which group comes first does not matter */
    wrd_arena_free(t->arena);
    wrd_arena_free(more->arena);
    wrd_arena_free(less->arena);
}

/* Pair by pair, as the words say it. */
static void test_effects(void **state)
{
    struct golden_table *t = golden_table_new("122112121212112121221122", golden_a1, "S", false);
    struct wrd_contrast got;
    double above = 0, below = 0, all = 0;
    (void)state;
    const char *g = "122112121212112121221122";
    for (size_t i = 0; i < GOLDEN_N; i++)
        for (size_t k = 0; k < GOLDEN_N; k++) {
            if (g[i] != '2' || g[k] != '1' || golden_a1[i] == '.' || golden_a1[k] == '.')
                continue;
            const double w = (double)t->weight[i] * (double)t->weight[k];
            above += golden_a1[i] > golden_a1[k] ? w : 0;
            below += golden_a1[i] < golden_a1[k] ? w : 0;
            all += w;
        }
    assert_true(wrd_rank_pair(&t->table, golden_scores, &got));
    assert_close(wrd_superiority(&got), (above + (all - above - below) / 2) / all, 1e-14);
    assert_close(wrd_cliffs_delta(&got), (above - below) / all, 1e-14);
    wrd_arena_free(t->arena);
    t = golden_table_new(golden_g, golden_a2, "D", false);
    assert_true(wrd_rank_pair(&t->table, golden_scores, &got));
    assert_close(wrd_superiority(&got), .532967033, 1e-9); /* printed */
    wrd_arena_free(t->arena);
}

/* Scores only order: any that rise the same way give the same. */
static void test_only_order_counts(void **state)
{
    struct golden_table *t = golden_table_new(golden_g, golden_a1, "D", false);
    struct wrd_contrast a, b;
    (void)state;
    assert_true(wrd_rank_pair(&t->table, golden_scores, &a));
    assert_true(wrd_rank_pair(&t->table, (const double[]){ -7, 0, 3.5, 100, 101 }, &b));
    assert_close(b.t, a.t, 0);
    wrd_arena_free(t->arena);
}

static void test_nothing_to_test(void **state)
{
    struct golden_table *t = golden_table_new(golden_str, "333333333333333333333333", "S", false);
    struct wrd_wald wald;
    struct wrd_contrast got;
    double rank[GOLDEN_VALUES];
    (void)state;
    print_message("  all gave the same\n");
    assert_false(wrd_rank_all(&t->table, golden_scores, &wald));
    assert_true(isnan(wald.p));
    wrd_mid_ranks(&t->table, golden_scores, rank);
    assert_close(rank[2], .5, 0);
    wrd_arena_free(t->arena);
    print_message("  nobody answered\n");
    t = golden_table_new(golden_g, "........................", "S", false);
    assert_false(wrd_rank_pair(&t->table, golden_scores, &got));
    assert_false(wrd_rank_all(&t->table, golden_scores, &wald));
    wrd_arena_free(t->arena);
    print_message("  a lone unit that nothing says how to count\n");
    t = golden_table_new(golden_g, golden_a2, "D0", true);
    /* respondent 0 stays alone in its stratum */
    for (size_t i = 1; i < 8; i++)
        t->stratum[i] = 1;
    t->design.lone = WRD_LONE_ERROR;
    wrd_crosstab_settle(t->arena, &t->table);
    assert_false(wrd_rank_pair(&t->table, golden_scores, &got));
    wrd_arena_free(t->arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_walds),
        cmocka_unit_test(test_two_groups_or_more),
        cmocka_unit_test(test_effects),
        cmocka_unit_test(test_only_order_counts),
        cmocka_unit_test(test_nothing_to_test),
    };
    return cmocka_run_group_tests_name("rank", tests, NULL, NULL);
}
